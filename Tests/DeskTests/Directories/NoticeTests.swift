import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Public notices by keys: what was published, and what was objected (articles 12, 25 and 30)")
struct NoticeTests {
  private let fixture: DeskFixture

  init() throws { fixture = try DirectoryScene.notices() }

  private func desk(_ login: String) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: 120, rows: 40, on: DirectoryScene.noticeDay)
    desk.open(NoticeDirectory.screen(desk.sitting))
    return desk
  }

  @Test("Staff put an objection on file from the notice; it stands there and in the list while it is open, and leads to the application")
  func object() throws {
    let bureau = try desk("bureau")
    #expect(bureau.line.split(separator: " ").last == "-")
    bureau.press(KeyPress(.enter), KeyPress(.function(2)))
    bureau.press(KeyPress(.tab), KeyPress(.tab))
    bureau.type("主持人并非本单位人员")
    bureau.press(KeyPress(.tab))
    bureau.type("郑某")
    bureau.press(KeyPress(.tab))
    bureau.type("社保记录")
    bureau.checkFrame()
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("收到的异议") && bureau.shows("待处理") && bureau.shows("主持人并非本单位人员"))
    bureau.checkFrame()
    for _ in 0..<30 where !bureau.line.contains("SQ2026") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is ApplicationScreen)
    bureau.press(KeyPress(.escape), KeyPress(.escape))
    #expect(bureau.line.split(separator: " ").last == "1")
    bureau.checkFrame()
    // Whom it concerns is told that there is one, and not who made it; others are told nothing.
    let host = try desk("host")
    host.press(KeyPress(.enter))
    #expect(host.shows("收到的异议") && !host.shows("郑某") && !host.shows("主持人并非"))
    let viewer = try desk("viewer")
    viewer.press(KeyPress(.enter))
    #expect(!viewer.shows("收到的异议"))
    viewer.press(KeyPress(.function(2)))
    #expect(viewer.shows("由市科技局登记"))
  }

  @Test("From a published revocation one goes to the center, and staff to the matter")
  func revocation() throws {
    let bureau = try desk("bureau")
    bureau.press(KeyPress(.end), KeyPress(.enter))
    #expect(bureau.shows("事由") && bureau.shows("严重弄虚作假"))
    bureau.press(KeyPress(.function(4)))
    #expect(bureau.runtime.top is CenterFileScreen)
  }
}
