import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A signed paper sheet is typed by staff (article 25)")
struct PaperSheetTests {
  let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture.scored()
    try fixture.store.assignExpert(year: 2026, center: "CZ-03", expert: "he", by: DeskFixture.bureau)
  }

  private func form() throws -> DeskForTests {
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-03"))
    desk.press(KeyPress(.insert))
    return desk
  }

  private func seat() throws -> Panel.Seat {
    try #require(try fixture.store.panel(year: 2026, center: "CZ-03", by: DeskFixture.bureau).seats.first { $0.login == "he" })
  }

  @Test(
    "Nineteen points, full-width too, sum while they are typed and are handed in, marked as typed from which paper",
    arguments: [false, true])
  func whole(isFullWidth: Bool) throws {
    let desk = try form()
    #expect(desk.runtime.top is ActScreen)
    desk.type("2026-评-17 号，档案柜三\n")
    for code in IndicatorCode.all {
      let points = fixture.weights[code].description
      // The comment of each stands beside its points.
      desk.type((isFullWidth ? String(points.map { Self.wide[$0] ?? $0 }) : points) + "\n\n")
    }
    #expect(desk.shows("已填 19/19 项，合计 100.00"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("合计 100.00 分，录入后即为提交"))
    desk.type("y")
    let seat = try seat()
    #expect(seat.hasSubmitted && seat.total == Points(whole: 100) && seat.enteredBy == "bureau" && seat.paper == "2026-评-17 号，档案柜三")
    #expect(desk.terminal.text.contains { $0.contains("何知秋") && $0.contains("代录") && $0.contains("100.00") })
    desk.press(KeyPress(.down), KeyPress(.up))
    #expect(desk.shows("据纸质评分表代录：2026-评-17 号，档案柜三"))
    // To be corrected, what was typed stands there.
    desk.press(KeyPress(.insert))
    #expect(desk.shows("已填 19/19 项") && desk.shows("2026-评-17 号"))
  }

  private static let wide = Dictionary(uniqueKeysWithValues: zip("0123456789.", "０１２３４５６７８９．"))

  @Test(
    "Points above the weight, below 0, too precise or no number are told at their field, and nothing is entered",
    arguments: ["5.01", "-1", "4.255", "好"])
  func wrong(points: String) throws {
    let desk = try form()
    desk.type("17 号\n\(points)\n")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen)
    #expect(try !seat().hasBegun)
    desk.checkFrame(allowing: ["何知秋"])
  }

  @Test("Points above the weight are told while they are typed, what is no number when its field is left, beside that field")
  func atOnce() throws {
    let desk = try form()
    func isTold(_ label: String, _ words: String) -> Bool {
      guard let row = desk.terminal.text.firstIndex(where: { $0.contains(label) }) else { return false }
      return desk.terminal.text[row...].prefix(2).contains { $0.contains(words) }
    }
    desk.press(KeyPress(.down))
    desk.type("5")
    #expect(!isTold("1.1 组织体系", "不能大于 5"))
    desk.type(".5")
    #expect(isTold("1.1 组织体系", "不能大于 5"))
    desk.press(KeyPress(.backspace), KeyPress(.backspace))
    #expect(!isTold("1.1 组织体系", "不能大于 5"))
    desk.press(KeyPress(.down))
    #expect(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("1.1 评语") } == true)
    desk.press(KeyPress(.down))
    desk.type("4.255")
    desk.press(KeyPress(.down))
    #expect(isTold("1.2 管理制度", "小数"))
  }

  @Test("The expert's own sheets lead there too, and what staff typed is no activity of the expert")
  func fromTheExpert() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    func he() throws -> ExpertProgress {
      try #require(try fixture.store.expertProgress(year: 2026, by: DeskFixture.bureau).first { $0.login == "he" })
    }
    desk.open(ExpertSheetsScreen(desk.sitting, year: 2026, expert: try he()))
    #expect(desk.terminal.text.last?.contains("e 代录") == true)
    desk.press(KeyPress(.insert))
    #expect(desk.runtime.top is ActScreen && desk.shows("代录何知秋对 CZ-03 的评分表"))
    desk.type("17 号\n4.5\n")
    desk.press(KeyPress(.function(2)))
    desk.type("y")
    #expect(desk.runtime.top is ExpertSheetsScreen && desk.terminal.text.contains { $0.contains("CZ-03") && $0.contains("1/19") })
    #expect(try he().lastEntry == nil)
    let own = try fixture.store.expertProgress(year: 2026, by: DeskFixture.bureau).first { $0.login == "zhou" }
    #expect(own?.lastEntry != nil)
    desk.type("x")
    #expect(desk.runtime.top is PanelScreen)
  }

  @Test("In the panel's footer the key stands wherever it can be done")
  func footer() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-03"))
    #expect(desk.terminal.text.last?.contains("e 代录") == true)
  }

  @Test("Without naming the paper nothing is entered; some points alone are a draft")
  func draft() throws {
    let desk = try form()
    desk.press(KeyPress(.down))
    desk.type("4.5\n")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("必填"))
    desk.press(KeyPress(.up), KeyPress(.up))
    while !(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("纸质评分表") } ?? false) { desk.press(KeyPress(.up)) }
    desk.type("17 号")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("还有 18 项没有得分，录入为草稿"))
    desk.type("y")
    let seat = try seat()
    #expect(!seat.hasSubmitted && seat.given == 1 && seat.enteredBy == "bureau")
  }

  @Test("Over a sheet that the expert fills in themselves it is refused, with the reason at the key")
  func own() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-07"))
    desk.press(KeyPress(.insert))
    #expect(desk.runtime.top is PanelScreen && desk.shows("专家已自行填写评分表"))
  }
}
