import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The application form in two people's hands, and taken back")
struct ApplicationFormMeanwhileTests {
  private let fixture: DeskFixture
  private let number: String

  init() throws {
    fixture = try DeskFixture.withApplications()
    number = try fixture.draftApplication()
  }

  /// The host at the form, in a field.
  private func form(at field: String) throws -> (DeskForTests, ApplicationFormScreen) {
    let host = try DeskForTests(fixture, "host", columns: 100, rows: 30)
    let screen = ApplicationFormScreen(host.sitting, number: number)
    host.open(screen)
    go(host, screen, field)
    return (host, screen)
  }

  private func clear(_ host: DeskForTests) { for _ in 0..<30 { host.press(KeyPress(.backspace)) } }

  private var kept: ApplicationForm { get throws { try fixture.store.application(number, by: DeskFixture.host).form } }

  private func change(_ body: (inout ApplicationForm) throws -> Void) throws {
    var form = try kept
    try body(&form)
    try fixture.store.saveApplication(number, form, by: DeskFixture.host)
  }

  @Test("What another saved in another field is shown, also while something is being written here, and both are kept")
  func others() throws {
    let (host, screen) = try form(at: "fixed_staff")
    try change { $0.host.name = try fixture.text("河北青岚新装备有限公司") }
    screen.changed(StoreNews(items: []))
    #expect(screen.state?.values.host.name?.string == "河北青岚新装备有限公司" && screen.state?.form.idInHand == "fixed_staff")
    clear(host)
    host.type("37")
    // Half typed, nothing saved yet.
    try change { $0.ownIP = 11 }
    screen.changed(StoreNews(items: []))
    #expect(screen.state?.form.text(of: "fixed_staff") == "37")
    host.pass(.milliseconds(500))
    #expect(host.shows("已并在一起"))
    #expect(try kept.fixedStaff == 37 && kept.ownIP == 11)
    #expect(screen.state?.values == (try kept) && screen.state?.isUnsaved == false)
  }

  @Test("Where both wrote in one field the second is told what the first wrote, and chooses", arguments: [true, false])
  func clash(ownIsKept: Bool) throws {
    let (host, screen) = try form(at: "fixed_staff")
    clear(host)
    host.type("37")
    try change {
      $0.fixedStaff = 52
      $0.ownIP = 11
    }
    host.pass(.milliseconds(500))
    #expect(host.shows("您在另一处 同时改了同一处") && host.shows("对方：52") && host.shows("您的：37") && !host.shows("已保存"))
    #expect(try kept.fixedStaff == 52)
    // Going back decides nothing and loses nothing; what is saved next asks again.
    host.press(KeyPress(.escape))
    #expect(
      !host.runtime.isModal && screen.state?.form.text(of: "fixed_staff") == "37" && screen.unsavedReason != nil && !host.shows("已保存"))
    host.runtime.settle()
    #expect(host.runtime.isModal && host.shows("对方：52"))
    #expect(try kept.fixedStaff == 52)
    if ownIsKept { host.press(KeyPress(.tab)) }
    host.press(KeyPress(.enter))
    host.pass(.milliseconds(500))
    #expect(try kept.fixedStaff == (ownIsKept ? 37 : 52) && kept.ownIP == 11)
    #expect(screen.state?.values == (try kept) && host.shows("已保存"))
  }

  @Test("A co-builder added here and one changed there: the co-builders are chosen as a whole")
  func builders() throws {
    let (host, screen) = try form(at: "co_builders")
    let before = try kept.coBuilders?.count ?? 0
    try change { $0.coBuilders = ($0.coBuilders ?? []) + [CoBuilder(), CoBuilder()] }
    host.press(KeyPress(.function(5)))
    host.type("甲")
    host.pass(.milliseconds(500))
    #expect(host.shows("同时改了同一处") && host.shows("共建单位"))
    host.press(KeyPress(.enter))
    host.pass(.milliseconds(500))
    #expect(try kept.coBuilders?.count == before + 2)
    #expect(screen.state?.values == (try kept))
  }

  private func go(_ host: DeskForTests, _ screen: ApplicationFormScreen, _ field: String) {
    for _ in 0..<120 where screen.state?.form.idInHand != field { host.press(KeyPress(.tab)) }
  }

  @Test("Ctrl-_ takes back what was written in this field, then what was filled in before, each field as one; the field in hand stays")
  func undoing() throws {
    let (host, screen) = try form(at: "fixed_staff")
    let before = try kept
    clear(host)
    host.type("3")
    host.pass(.milliseconds(500))
    host.type("7")
    host.pass(.milliseconds(500))
    go(host, screen, "own_ip")
    clear(host)
    host.type("9")
    go(host, screen, "documents")
    #expect(try kept.ownIP == 9 && kept.fixedStaff == 37)
    host.press(.control("_"))
    host.pass(.milliseconds(500))
    #expect(try kept.ownIP == before.ownIP && kept.fixedStaff == 37)
    #expect(screen.state?.values == (try kept) && screen.state?.form.idInHand == "documents")
    host.press(.control("_"))
    host.pass(.milliseconds(500))
    #expect(try kept == before && screen.state?.values == before)
    #expect(host.shows("已撤销"))
  }

  @Test("What was taken back in the field itself is not taken back once more")
  func byHand() throws {
    let (host, screen) = try form(at: "fixed_staff")
    let before = try kept
    host.type("0")
    host.pass(.milliseconds(500))
    #expect(try kept != before)
    host.press(.control("_"))
    host.pass(.milliseconds(500))
    #expect(try kept == before && screen.state?.form.idInHand == "fixed_staff")
    host.press(.control("_"))
    host.pass(.milliseconds(500))
    #expect(host.shows("没有可撤销的操作"))
  }

  @Test("What another changed since is not taken back")
  func overtaken() throws {
    let (host, screen) = try form(at: "fixed_staff")
    clear(host)
    host.type("37")
    go(host, screen, "documents")
    host.pass(.milliseconds(500))
    try change { $0.ownIP = 11 }
    host.press(.control("_"))
    host.pass(.milliseconds(500))
    #expect(try kept.fixedStaff == 37 && kept.ownIP == 11)
    #expect(host.shows("未能完成") && host.shows("之后又有改动，不能撤销") && !host.shows("已改为"))
    #expect(screen.state?.isUnsaved == false)
  }
}
