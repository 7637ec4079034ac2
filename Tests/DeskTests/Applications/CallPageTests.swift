import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The calls by keys: a page each, with what came under it (articles 8 and 10)")
struct CallPageTests {
  private let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture.withApplications()
    _ = try fixture.noticedApplication()
  }

  private func desk(_ login: String) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: 120, rows: 40)
    desk.open(CallsScreen(desk.sitting))
    return desk
  }

  @Test("A call opens with its days, its priority fields and its applications by stage; field and application open from there")
  func page() throws {
    let bureau = try desk("bureau")
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("2026 年度申报通知（办法第8条）") && bureau.shows("优先布局领域") && bureau.shows("共 1 件"))
    bureau.checkFrame()
    for _ in 0..<30 where !bureau.line.contains("SQ2026") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is ApplicationScreen)
    bureau.press(KeyPress(.escape))
    for _ in 0..<30 where !bureau.line.contains("管道装备") { bureau.press(KeyPress(.up)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("Pipeline equipment"))
  }

  @Test("y copies the line as it does everywhere, and c begins a call like this one")
  func keys() throws {
    let bureau = try desk("bureau")
    bureau.type("y")
    #expect(bureau.terminal.copied.last?.hasPrefix("2026\t") == true)
    bureau.type("c")
    #expect(bureau.runtime.top is ActScreen && bureau.shows("新申报通知"))
    bureau.checkFrame()
  }

  @Test("A viewer reads what a call asks, sees no application, and changes nothing")
  func viewer() throws {
    let viewer = try desk("viewer")
    viewer.press(KeyPress(.enter))
    #expect(viewer.shows("优先布局领域") && !viewer.shows("SQ2026"))
    viewer.press(KeyPress(.function(4)))
    #expect(viewer.shows("由市科技局发布和变更"))
  }
}
