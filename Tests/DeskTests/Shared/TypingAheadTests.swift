import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

/// Over a slow line, or by quick fingers, keys come before the store has done what the last one asked for.
@MainActor
@Suite("What is typed while something is being done waits for its end")
struct TypingAheadTests {
  private let workers = HeldWorkers()

  private func form() throws -> DeskForTests {
    let fixture = try DeskFixture.withMaterial()
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, workers: workers)
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
    finish(desk)
    return desk
  }

  private func finish(_ desk: DeskForTests) {
    for _ in 0..<8 {
      workers.release()
      desk.runtime.settle()
    }
  }

  private func notes(_ desk: DeskForTests) throws -> [String] {
    let sheet = try desk.fixture.store.factSheet(year: 2026, center: "CZ-02", by: DeskFixture.bureau)
    return sheet.entries.values.map(\.note.string).filter { $0.hasPrefix("缘由") }.sorted()
  }

  @Test("Notes at three places, typed in one go, all land, each at its own")
  func burst() throws {
    let desk = try form()
    for number in 1...3 {
      desk.press(KeyPress(.function(3)), KeyPress(.function(4)))
      desk.type("缘由\(number)")
      desk.press(KeyPress(.function(2)))
    }
    #expect(try notes(desk).isEmpty)
    finish(desk)
    #expect(try notes(desk) == ["缘由1", "缘由2", "缘由3"])
    #expect(desk.runtime.top is MaterialScreen)
  }

  @Test("Where the store refuses, what was typed ahead answers nothing unread: the form still stands beneath the reason")
  func refused() throws {
    let desk = try form()
    desk.press(KeyPress(.function(3)), KeyPress(.function(4)))
    desk.type("缘由1")
    desk.press(KeyPress(.function(2)))
    try desk.fixture.store.settleRound(2026, by: DeskFixture.bureau)
    desk.type("\n")
    finish(desk)
    #expect(try notes(desk).isEmpty)
    #expect(desk.shows("未能完成"))
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is ActScreen && desk.shows("缘由1"))
  }

  @Test("What is typed while a list is read for the first time is for the list: nobody has to wait for it to go on")
  func reading() throws {
    let desk = try DeskForTests(try DeskFixture.withMaterial(), "host", columns: 80, rows: 24, workers: workers)
    desk.open(MaterialsScreen(desk.sitting, year: 2026))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is MaterialsScreen)
    finish(desk)
    #expect(desk.runtime.top is MaterialScreen)
  }

  @Test("F12 and Ctrl-C are not kept waiting", arguments: [KeyPress(.function(12)), .control("c")])
  func urgent(key: KeyPress) throws {
    let desk = try form()
    desk.press(KeyPress(.function(3)), KeyPress(.function(4)))
    desk.type("缘由1")
    desk.press(KeyPress(.function(2)))
    desk.type("更多")
    desk.press(key)
    // Nothing would be lost: it is kept as a draft until it is done, and done before the desk is closed.
    #expect(desk.runtime.turn() == .left)
    desk.runtime.finishWork()
    #expect(try notes(desk) == ["缘由1"])
  }
}
