import CenterStore
import DeskRuntime
import Documents
import Foundation
import Regulation
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Papers from the desk: chosen where their things lie, read first, then written into one's own folder or copied")
struct PaperScreenTests {
  private func desk(_ login: String = "bureau", columns: Int = 80, rows: Int = 24) throws -> DeskForTests {
    let fixture = try MatterScene.fixture()
    try MatterScene.fill(fixture)
    return try DeskForTests(fixture, login, columns: columns, rows: rows, on: MatterScreenTests.later)
  }

  @Test("The only paper of a screen opens at once; it is written as text into a folder that is made, and a second one gets a number")
  func writing() throws {
    let desk = try desk()
    desk.open(MatterScreen<DirectorFiling>(desk.sitting, number: "ZR2026-0001"))
    desk.press(.character("P"))
    #expect(desk.text.contains("回执") && desk.text.contains("ZR2026-0001"))
    for name in ["receipt-ZR2026-0001.txt", "receipt-ZR2026-0001 (2).txt"] {
      desk.press(KeyPress(.enter), KeyPress(.down), KeyPress(.enter))
      #expect(desk.text.contains("已写入"))
      let path = desk.sitting.store.path + ".files/inbox/bureau/" + name
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("第十六条"))
    }
  }

  @Test("What is not there yet is told with its article, and nothing can be written or copied")
  func notYet() throws {
    let desk = try desk()
    desk.open(MatterScreen<ChangeRequest>(desk.sitting, number: "BG2026-0001"))
    desk.press(.character("P"), KeyPress(.down), KeyPress(.enter))
    #expect(desk.text.contains("还没有决定"))
    desk.press(KeyPress(.enter))
    #expect(desk.text.contains("文书尚未生成"))
  }

  @Test("A template that breaks while its paper is open is told by name and line, and nothing is written")
  func brokenTemplate() throws {
    let desk = try desk()
    desk.open(MatterScreen<DirectorFiling>(desk.sitting, number: "ZR2026-0001"))
    desk.press(.character("P"))
    let folder = DocumentTemplates.folder(beside: desk.sitting.store.path)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("<p>{{#steps}}</p>\n".utf8).write(to: URL(fileURLWithPath: folder + "/receipt.mustache"))
    desk.press(KeyPress(.enter), KeyPress(.enter))
    #expect(desk.text.contains("模板 receipt 第 2 行") && !desk.text.contains("已写入"))
  }

  @Test("The whole text goes to the clipboard of one's own machine")
  func copying() throws {
    let desk = try desk()
    desk.open(MatterScreen<DirectorFiling>(desk.sitting, number: "ZR2026-0001"))
    desk.press(.character("P"))
    desk.press(KeyPress(.function(5)))
    #expect(desk.terminal.copied.last?.contains("技术创新中心主任备案回执") == true)
  }

  @Test("Where no paper is written, none is offered; a guest gets the roster of the registry")
  func offers() throws {
    let staff = try desk()
    #expect(staff.runtime.top?.offersPapers == false)
    let guest = try desk("viewer")
    let registry = RegistryScreen(guest.sitting)
    #expect(registry.offeredPapers.map(\.kind) == [.roster])
    #expect(!MatterScreen<Revocation>(guest.sitting, number: "CX2026-0001").offersPapers)
  }

  @Test("The choice looks as somebody has seen it; the paper stands in the middle, nothing of it cut, whatever the size")
  func pictures() throws {
    for size in ScreenSize.all where size.columns < 200 {
      let fixture = try MatterScene.fixture()
      try MatterScene.fill(fixture)
      let desk = try DeskForTests(
        fixture, "bureau", columns: size.columns, rows: size.rows, language: size.language, on: MatterScreenTests.later)
      desk.open(MatterScreen<ChangeRequest>(desk.sitting, number: "BG2026-0001"))
      desk.press(.character("P"))
      try desk.checkPicture("paperChoice-\(size)")
      desk.press(KeyPress(.enter))
      #expect(desk.terminal.frames.last?.flaws.isEmpty == true && desk.text.contains("变更申请受理回执") && !desk.text.contains("…"))
    }
  }
}
