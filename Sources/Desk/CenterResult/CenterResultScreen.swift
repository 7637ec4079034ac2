import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A center's result of a round as its host and its department see it from publication on: figures in full, experts under numbers
/// (articles 25 to 28).
@MainActor
final class CenterResultScreen: Screen {
  let sitting: Sitting
  let code: String
  let year: Int
  private let isBelowCenter: Bool
  private var state: CenterResultState?
  private var page: WordsPage = .loading
  private var list = ListState()
  /// The lines, as they were drawn last.
  private var lines: [DetailLine] = []
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  /// - Parameter isBelowCenter: whether the screen from which it is opened says already which center it is about.
  init(_ sitting: Sitting, center code: String, year: Int, isBelowCenter: Bool = false) {
    self.isBelowCenter = isBelowCenter
    self.sitting = sitting
    self.code = code
    self.year = year
  }

  var title: Phrase {
    isBelowCenter
      ? Phrase(zh: "\(year) 年度评估结果", en: "Result \(year)")
      : Phrase(zh: "\(code) \(year) 年度评估结果", en: "Result \(year) of \(code)")
  }

  /// What leads here from a center.
  ///
  /// - Parameters:
  ///   - year: the latest round; `nil` where there is none to be seen.
  ///   - refusal: why there is nothing to be seen.
  static func binding(_ year: Int?, refusal: Phrase = Phrase(zh: "没有您可以查看的评估结果", en: "There is no result that you may see")) -> KeyBinding {
    KeyBinding(
      "result", [.character("r"), KeyPress(.function(5))], label: Phrase(zh: "评估结果", en: "result"),
      explanation: Phrase(
        zh: "看最近一次评估的得分、各专家（编号）评分表和异议", en: "the latest evaluation: scores, sheets under numbers, objections"),
      prominence: .footer, refusal: year == nil ? refusal : nil)
  }

  var bindings: [KeyBinding] {
    guard state != nil else { return [] }
    return [
      KeyBinding(
        "next", [KeyPress(.tab), KeyPress(.function(6))], label: Phrase(zh: "下一部分", en: "next part"),
        explanation: Phrase(zh: "跳到下一部分：指标、评分表、意见、异议", en: "jump to the next part: indicators, sheets, opinion, objections"),
        prominence: .first),
      KeyBinding(
        "points", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "依据", en: "basis"),
        explanation: Phrase(
          zh: "看光标处的依据：指标的评估要点，或所依据的条款", en: "read what this rests on: an indicator's evaluation points, or the article"),
        prominence: .footer, refusal: ruleInHand == nil ? Phrase(zh: "光标处没有条款", en: "this line rests on no article") : nil),
    ]
  }

  /// What the line under the cursor rests on.
  var ruleInHand: RulePlace? { lines.place(of: list.selected) }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.") { load() }
  }

  func perform(_ action: ActionName) {
    if action == "points" { sitting.openRules() }
    guard action == "next" else { return }
    let headings = lines.indices.filter { lines[$0].isHeading }
    list.select(headings.first { $0 > list.selected } ?? headings.first ?? 0)
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): list.take(press)
    case .mouse(let press): list.handle(press, in: area) != .ignored
    case .paste, .focus: false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard let state else { return page.draw(on: &canvas, in: area, look: look) }
    // A blank stands before the scroll bar.
    let room = Area(column: area.column + 1, row: area.row, columns: max(1, min(100, area.columns - 3)), rows: area.rows)
    lines = state.lines(room.columns, look, canvas.measure)
    if list.count != lines.count { list.setCount(lines.count) }
    list.layout(rows: room.rows)
    for index in list.visible { lines[index].draw(on: &canvas, in: room, row: room.row + index - list.top) }
    canvas.restyle(
      Area(column: room.column, row: room.row + list.selected - list.top, columns: room.columns, rows: 1).intersection(room), .selected)
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: room.column, row: room.row + list.selected - list.top)
  }

  private func load() {
    do {
      let result = try sitting.store.centerResult(year: year, center: code, by: sitting.acting)
      let name = try sitting.store.center(code: code, by: sitting.acting).name.string
      state = CenterResultState(code: code, name: name, result: result, system: sitting.system)
    } catch .notPermitted {
      state = nil
      page = CenterResultScreen.forbidden
    } catch {
      state = nil
      page = .failed(error)
    }
  }

  private static let forbidden = WordsPage(
    heading: Phrase(zh: "评估结果尚不能查看", en: "This result is not yours to see yet"),
    paragraphs: [
      Phrase(
        zh: "公布后，依托单位和归口管理部门可以查看本中心的评估结果。按 Esc 返回。",
        en: "From publication on a host and its department see the results of their own centers. Esc goes back.")
    ], ink: .caution)
}

extension Sitting {
  /// Shows a center's result of a round: to whoever may see its sheets all of it, to everybody else its place in the published ranking.
  func openResult(of code: String, year: Int) {
    if (try? store.centerResult(year: year, center: code, by: acting)) != nil {
      runtime.push(CenterResultScreen(self, center: code, year: year, isBelowCenter: true))
    } else {
      runtime.push(RankingScreen(self, year: year, selecting: code))
    }
  }

  /// The latest round of which this person may see a center's result; `nil` where there is none.
  func latestResult(of code: String) throws(StoreError) -> Int? {
    let settled: Set<RoundState> = [.settled, .published, .closed]
    for round in try store.rounds(by: acting).sorted(by: { $0.year > $1.year }) where settled.contains(round.state) {
      do throws(StoreError) {
        _ = try store.centerResult(year: round.year, center: code, by: acting)
        return round.year
      } catch {
        // What one may not see, and a round that the center was no part of, are passed over.
        switch error {
        case .notPermitted, .refused: continue
        default: throw error
        }
      }
    }
    return nil
  }
}
