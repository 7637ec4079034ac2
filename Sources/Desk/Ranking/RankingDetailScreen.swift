import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center of a ranking on a screen of its own.
@MainActor
final class RankingDetailScreen: Screen {
  private let sitting: Sitting
  private let year: Int
  private let code: String
  private var state: RankingState?
  private var own: PerIndicator<Points?>?
  private var page: WordsPage = .loading
  private let reading = RepeatedWork()
  private var list = ListState()
  /// The lines, as they were drawn last.
  private var lines: [DetailLine] = []

  /// What the line under the cursor rests on.
  var ruleInHand: RulePlace? { lines.place(of: list.selected) }

  /// - Parameter state: the ranking, where it is at hand already.
  init(_ sitting: Sitting, year: Int, center: String, _ state: RankingState? = nil) {
    self.sitting = sitting
    self.year = year
    self.code = center
    self.state = state
  }

  var title: Phrase { Phrase(zh: "\(code) 各项得分", en: "Indicators of \(code)") }

  /// What leads here from other screens of a round.
  static func binding(refusal: Phrase?) -> KeyBinding {
    KeyBinding(
      "indicators", [.character("i"), KeyPress(.function(3))], label: Phrase(zh: "各项得分", en: "indicators"),
      explanation: Phrase(
        zh: "查看所选中心 19 项指标的平均分、同领域中位数和自评",
        en: "the selected center's nineteen means, beside the median of its field and the host's own points"),
      prominence: .footer, refusal: refusal)
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "file", [KeyPress(.enter), KeyPress(.function(6)), .character("o")], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开这个中心的档案", en: "open the file of this center"), prominence: .first)
    ]
  }

  func appeared() {
    // Whoever may see the figure need not be one who may see what the host wrote.
    own = (try? sitting.store.ownScores(year: year, center: code, by: sitting.acting)) ?? nil
    if state == nil { load() }
  }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.", "material.") {
      own = (try? sitting.store.ownScores(year: year, center: code, by: sitting.acting)) ?? nil
      load()
    }
  }

  private func load() {
    let (store, year, who, role) = (sitting.store, year, sitting.acting, sitting.member.role)
    reading.run(on: sitting.runtime, holdsInput: self.state == nil) {
      try RankingState(store.result(year, namesAll: false, by: who))
    } then: { [weak self] answer in
      switch answer {
      case .success(let newer): if self?.state?.take(newer) == nil { self?.state = newer }
      case .failure(StoreError.notPermitted):
        self?.state = nil
        self?.page = RankingScreen.forbidden(year, to: role)
      case .failure(let error):
        self?.state = nil
        self?.page = .failed(error)
      }
    }
  }

  func perform(_ action: ActionName) {
    if action == "file" { sitting.runtime.push(CenterFileScreen(sitting, code: code)) }
  }

  func receive(_ event: InputEvent) -> Bool {
    if case .key(let press) = event { list.take(press) } else { false }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard let state, let row = state.place(of: code).flatMap({ state.row(at: $0) }) else {
      return page.draw(on: &canvas, in: area, look: look)
    }
    // A blank stands before the scroll bar.
    let room = Area(column: area.column + 1, row: area.row, columns: area.columns - 3, rows: area.rows)
    let view = RankingDetailView(row: row, state: state, system: sitting.system, look: look, measure: canvas.measure, own: own)
    lines = view.lines(room.columns)
    if list.count != lines.count { list.setCount(lines.count) }
    list.layout(rows: room.rows)
    for index in list.visible { lines[index].draw(on: &canvas, in: room, row: room.row + index - list.top) }
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: room.column, row: room.row + list.selected - list.top)
  }
}
