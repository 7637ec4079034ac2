import CenterStore
import DeskRuntime
import Foundation
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The evaluation form of a center (article 27)")
struct MaterialScreenTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.withMaterial() }

  func desk(_ login: String, columns: Int = 120) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: columns)
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
    return desk
  }

  func place(_ code: String, _ year: Int? = nil) throws -> FactKey { FactKey(try #require(FactCode(code)), year: year) }

  func value(_ code: String, _ year: Int? = nil) throws -> FactValue? {
    try fixture.material().form.sheet.entries[place(code, year)]?.value
  }

  @Test("a host writes figures by digits and Enter; each is saved at once, and what contradicts is said while it is written")
  func writing() throws {
    let desk = try desk("host")
    desk.press(KeyPress(.down))
    desk.type("3\n")
    #expect(try value("1.1.b") == .count(3))
    desk.type("5")
    #expect(desk.shows("应不大于"))
    #expect(desk.shows("矛盾 1"))
    desk.press(KeyPress(.escape))
    #expect(desk.shows("矛盾 0"))
    #expect(try value("1.1.c") == nil)
    desk.type("1x\n")
    #expect(desk.shows("“1x”"))
    #expect(try value("1.1.c") == nil)
    desk.press(KeyPress(.backspace), KeyPress(.enter))
    #expect(try value("1.1.c") == .count(1))
  }

  @Test("a figure that somebody else wrote while one typed is not overwritten unasked, though it stands on the screen by then")
  func together() throws {
    let desk = try desk("host")
    desk.press(KeyPress(.down))
    desk.type("5")
    let elsewhere = FactEntry(.count(3))
    try fixture.store.saveFact(year: 2026, center: "CZ-02", place("1.1.b"), elsewhere, by: DeskFixture.bureau)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: "material.write", login: "bureau")]))
    desk.runtime.settle()
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.isModal && desk.shows("同时改了同一处") && desk.shows("3") && desk.shows("5"))
    #expect(try value("1.1.b") == .count(3))
    desk.press(KeyPress(.tab), KeyPress(.enter))
    #expect(try value("1.1.b") == .count(5))
  }

  @Test("who types on gets to the next figure: what is computed is passed over, and says so where somebody types into it")
  func typingOn() throws {
    let desk = try desk("host")
    desk.press(KeyPress(.pageDown), KeyPress(.pageDown), KeyPress(.down), KeyPress(.down))
    desk.press(KeyPress(.enter))
    for _ in 0..<10 { desk.press(KeyPress(.backspace)) }
    desk.type("3000\n31\n")
    let year = try #require(fixture.material().form.sheet.entries.keys.filter { $0.code.description == "2.1.c" }.compactMap(\.year).min())
    #expect(try value("2.1.c", year) == .figure(Hundredths(300_000)) && value("2.1.e", year) == .figure(Hundredths(3_100)))
    desk.press(KeyPress(.up), KeyPress(.up))
    desk.type("4")
    #expect(desk.shows("自动计算，不能填写"))
  }

  @Test("computed figures follow what is written, before it is saved")
  func derived() throws {
    let desk = try desk("host")
    desk.press(KeyPress(.pageDown), KeyPress(.pageDown), KeyPress(.down))
    #expect(desk.shows("5.64"))
    desk.press(KeyPress(.enter))
    for _ in 0..<10 { desk.press(KeyPress(.backspace)) }
    desk.type("1100")
    #expect(desk.shows("10.00"))
    desk.press(KeyPress(.escape))
    #expect(desk.shows("5.64") && !desk.shows("10.00"))
  }

  @Test("a text, a choice and a note are asked for and saved")
  func words() throws {
    let desk = try desk("host")
    for _ in 0..<7 { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter))
    desk.type("各司其职")
    desk.press(KeyPress(.function(2)))
    #expect(try value("1.1.h") == .text(PlainText(literal: "各司其职")))
    for _ in 0..<4 { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter))
    desk.press(KeyPress(.enter))
    #expect(try value("1.1.l") == .choice("是"))
    desk.press(KeyPress(.up), KeyPress(.function(4)))
    desk.type("无专职管理人员")
    desk.press(KeyPress(.function(2)))
    #expect(try fixture.material().form.sheet.entries[place("1.1.k")]?.note.string == "无专职管理人员")
    #expect(desk.shows("说明：无专职管理人员"))
    desk.press(KeyPress(.delete))
    #expect(try fixture.material().form.sheet.entries[place("1.1.k")] == nil)
  }

  @Test("why places stay empty is said once for all open ones of an indicator, where the host chooses so")
  func noting() throws {
    let desk = try desk("host")
    desk.press(KeyPress(.down))
    desk.type("3\n")
    desk.press(KeyPress(.function(3)), KeyPress(.function(4)))
    desk.type("尚未建立")
    desk.press(KeyPress(.tab), KeyPress(.right), KeyPress(.function(2)))
    let sheet = try fixture.material().form.sheet
    #expect(try sheet.open(IndicatorSystem.standard.get()).allSatisfy { !$0.code.description.hasPrefix("1.1.") })
    #expect(try sheet.entries[place("1.1.a")]?.note.string == "尚未建立" && value("1.1.b") == .count(3))
    // Of a place that is filled nothing is asked but its own note.
    desk.press(KeyPress(.pageUp), KeyPress(.function(4)))
    #expect(!desk.shows("只此一处"))
  }

  @Test("a document is entered for the figure in hand, with a file of the host's inbox; it stands under the figure, for the department too")
  func documents() throws {
    let folder = fixture.store.path + ".files/inbox/host"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: fixture.store.path + ".files") }
    for name in ["管委会任命文件.pdf", "其他.pdf"] { try Data("任命".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    let desk = try desk("host")
    #expect(desk.shows("附件（0）"))
    desk.press(.control("x"))
    #expect(desk.shows("没有证明此项的附件"))
    desk.press(KeyPress(.insert))
    desk.type("管理委员会任命文件")
    desk.press(KeyPress(.tab), KeyPress(.tab), KeyPress(.tab))
    #expect(desk.shows("收件箱有 2 个文件"))
    desk.press(KeyPress(.function(4)))
    desk.type("任命")
    desk.press(KeyPress(.enter), KeyPress(.function(2)))
    let kept = try #require(fixture.store.attachments(of: .material(center: "CZ-02", year: 2026), by: DeskFixture.host).first)
    #expect(kept.isKept && kept.entry.file.string == "管委会任命文件.pdf" && kept.size == 6)
    #expect(try kept.entry.proves == [.fact(#require(FactCode("1.1.a")))])
    desk.press(KeyPress(.escape))
    #expect(desk.shows("附件（1）") && desk.shows("附件：管理委员会任命文件 · 管委会任命文件.pdf，已存本机"))
    desk.press(KeyPress(.down))
    #expect(!desk.shows("附件：管理"))
    try fixture.handInMaterial()
    let department = try self.desk("yanshan")
    #expect(department.shows("附件：管理委员会任命文件"))
    department.press(.control("x"))
    #expect(department.shows("管理委员会任命文件") && !department.shows("登记附件"))
  }

  @Test("own points that are half written are there again after the line dropped; what is no figure of the weight is not taken")
  func ownPoints() throws {
    try fixture.breaking("UPDATE round SET asks_own_scores = 1")
    let dropped = try desk("host")
    dropped.press(KeyPress(.insert))
    dropped.type("4.")
    dropped.pass(.seconds(5))
    let again = try desk("host")
    again.press(KeyPress(.insert))
    #expect(again.runtime.top is ActScreen && again.shows("4."))
    again.type("255\n")
    #expect(again.shows("至多两位小数"))
    again.press(KeyPress(.backspace), KeyPress(.enter))
    #expect(try fixture.material().form.ownScores[DeskFixture.code("1.1")] == Points(425))
  }
}
