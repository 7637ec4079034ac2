import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("The facts beside an indicator")
@MainActor
struct FactsPaneTests {
  private func sit(_ center: String, at indicator: String, columns: Int = 120, rows: Int = 40, language: Language = .zh) throws
    -> DeskForTests
  {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let desk = try DeskForTests(fixture, "zhou", columns: columns, rows: rows, language: language)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: center, at: try DeskFixture.code(indicator)))
    return desk
  }

  @Test("three years stand beside each other, with where the center stands among its peers")
  func years() throws {
    let desk = try sit("CZ-05", at: "3.3", columns: 200)
    let row = try #require(desk.terminal.text.first { $0.contains("申请专利（件）") })
    #expect(row.contains("⣿⣿⣿") && row.hasSuffix("5 家中居第 4 四分位"))
    #expect(row.contains("  11   12   13"))
  }

  @Test("what the quarters mean is told beneath the figures, in both forms", arguments: [80, 200], Language.allCases)
  func legend(columns: Int, language: Language) throws {
    let desk = try sit("CZ-05", at: "3.3", columns: columns, rows: 60, language: language)
    #expect(desk.text.contains("Q4/5") || desk.text.contains("Q4 among 5") || desk.text.contains("5 家中居第 4 四分位"))
    #expect(desk.shows(language == .zh ? "同行：与本轮同领域的中心" : "Peers: the field's centers"))
  }

  @Test("a figure of nothing has no quarter")
  func zero() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let code = try #require(FactCode("3.3.c"))
    let facts = try ["CZ-01", "CZ-02", "CZ-03", "CZ-04", "CZ-05"].map { center in
      FactRecord(
        center: try fixture.text(center), fact: code, year: 2025, value: .count(center == "CZ-05" ? 4 : 0),
        note: .empty)
    }
    let outcome = try fixture.store.importFacts(year: 2026, fixture.numbered(facts), by: DeskFixture.bureau)
    #expect(outcome.problems.isEmpty)
    let label = try #require(IndicatorSystem.standard.get().fact(code)).label.zh
    for (center, isTold) in [("CZ-01", false), ("CZ-05", true)] {
      let desk = try DeskForTests(fixture, "zhou", columns: 200, rows: 60)
      desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: center, at: try DeskFixture.code("3.3")))
      let row = try #require(desk.terminal.text.first { $0.contains(label) })
      #expect(row.contains("四分位") == isTold)
    }
  }

  @Test("titles and figures never run into each other, however narrow the window", arguments: [[60, 16], [64, 16], [72, 20], [80, 24]])
  func narrow(size: [Int]) throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1])
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-05", at: try DeskFixture.code("1.1")))
    let screen = try #require(desk.runtime.top as? ScoresheetScreen)
    let dossier = try #require(screen.state.dossier)
    for code in IndicatorCode.all {
      screen.state.select(code)
      let room = screen.layout.facts
      let pane = FactsPane(
        state: screen.state, dossier: dossier, look: desk.runtime.look, measure: TextMeasure(), columns: FactsPane.columns(in: room))
      var standing = Memo<FactsPane.StandingKey, FactsPane.Standing>()
      for line in pane.lines(&standing) {
        var end = 0
        for piece in line.pieces {
          #expect(piece.column >= end, "\(code): \(line.pieces.map(\.text))")
          end = piece.column + TextMeasure().columns(of: piece.text) + (piece.text.isEmpty ? 0 : 1)
        }
        #expect(end - 1 <= pane.columns, "\(code): \(line.pieces.map(\.text))")
      }
    }
  }

  @Test("the open indicators beneath the sheet are whole codes", arguments: [60, 70, 77, 80, 90, 120], Language.allCases)
  func openCodes(columns: Int, language: Language) throws {
    let desk = try sit("CZ-01", at: "1.1", columns: columns, rows: 24, language: language)
    let row = try #require(desk.terminal.text.first { $0.contains(language == .zh ? "已评 0/19" : "0/19 given") })
    let codes = row.split(separator: " ").filter { $0.contains(".") || $0.contains("…") }.dropFirst()
    #expect(codes.dropLast().allSatisfy { IndicatorCode(String($0)) != nil }, "\(row)")
    #expect(codes.last.map { $0 == "…" || IndicatorCode(String($0)) != nil } ?? true, "\(row)")
  }

  @Test("years before the certification are not asked")
  func young() throws {
    let desk = try sit("CZ-04", at: "3.3")
    #expect(desk.terminal.text.contains { $0.contains("2024") && $0.contains("2025") && !$0.contains("2023") })
  }

  @Test("a computed figure is told as such, and a note of an empty one is read")
  func notes() throws {
    #expect(try sit("CZ-01", at: "2.1").shows("自动计算"))
    #expect(try sit("CZ-01", at: "1.1").shows("2025 未填：会议记录正在整理，尚未归档"))
  }

  @Test("what does not fit together is flagged with its article")
  func flags() throws {
    let desk = try sit("CZ-01", at: "1.1", columns: 200)
    #expect(desk.shows("应不大于"))
    #expect(desk.shows("办法第15条"))
  }

  @Test("scrolls by itself, from either pane, and not beyond its ends")
  func scrolling() throws {
    let desk = try sit("CZ-01", at: "2.4", columns: 80, rows: 24)
    let screen = try #require(desk.runtime.top as? ScoresheetScreen)
    desk.press(KeyPress(.pageDown))
    #expect(screen.state.factsTop > 0)
    #expect(screen.state.pane == .indicators)
    desk.press(KeyPress(.tab), KeyPress(.end))
    let end = screen.state.factsTop
    desk.press(KeyPress(.down), KeyPress(.pageDown))
    #expect(screen.state.factsTop == end)
    desk.press(KeyPress(.home), KeyPress(.up))
    #expect(screen.state.factsTop == 0)
    desk.press(KeyPress(.escape))
    #expect(screen.state.pane == .indicators)
    #expect(desk.runtime.top === screen)
  }

  @Test(
    "every indicator draws well at every size, in both languages and in ASCII", arguments: [[60, 16], [80, 24], [120, 40], [200, 60]])
  func frames(size: [Int]) throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    for language in Language.allCases {
      for isWide in [false, true] {
        let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language, ambiguousIsWide: isWide)
        desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-03", at: try DeskFixture.code("1.1")))
        for code in IndicatorCode.all {
          desk.checkFrame("\(code)")
          desk.press(KeyPress(.tab))
          desk.checkFrame("\(code)")
          desk.press(KeyPress(.tab), KeyPress(.down))
        }
      }
    }
  }
}
