import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The evaluation forms of a round: whose turn it is, since when, and until when (articles 26 and 27).
@MainActor
final class MaterialsScreen: FindingScreen {
  let sitting: Sitting
  let year: Int
  private var state: MaterialsState?
  private var page = WordsPage.loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  private let reading = RepeatedWork()

  init(_ sitting: Sitting, year: Int) {
    self.sitting = sitting
    self.year = year
  }

  var title: Phrase { Phrase(zh: "\(year) 年度评估材料", en: "Material of \(year)") }

  var bindings: [KeyBinding] {
    let nothing = state?.selected == nil ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "评估情况表", en: "form"),
        explanation: Phrase(zh: "打开所选中心的评估情况表", en: "open the evaluation form of the selected center"), prominence: .first,
        refusal: nothing),
      KeyBinding(
        "file", [.character("o"), KeyPress(.function(3))], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .footer, refusal: nothing),
      findBinding,
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("material.", "import.", "round.") { load() }
  }

  func perform(_ action: ActionName) {
    if action == findBinding.action { return find() }
    guard let center = state?.selected else { return }
    switch action {
    case "open": sitting.runtime.push(MaterialScreen(sitting, year: year, center: center.code))
    case "file": sitting.runtime.push(CenterFileScreen(sitting, code: center.code))
    default: break
    }
  }

  var list: ListState? {
    get { state?.list }
    set { if let newValue { state?.list = newValue } }
  }

  var rowsToFind: RowsToFind { .centers(state?.centers.map(\.code) ?? []) }

  var listArea: Area {
    guard let state else { return Area(Size(columns: 0, rows: 0)) }
    let table = MaterialsView(state: state, look: sitting.runtime.look, today: sitting.today).table
    return table.rowsArea(in: MaterialsView.tableArea(in: area))
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard state != nil else { return page.draw(on: &canvas, in: area, look: look) }
    state?.list.layout(rows: MaterialsView.tableArea(in: area).rows - 1)
    if let state { MaterialsView(state: state, look: look, today: sitting.today).draw(on: &canvas, in: area) }
  }

  /// Reads where the forms stand behind the screen.
  private func load() {
    let (store, year, who, role) = (sitting.store, year, sitting.acting, sitting.member.role)
    // Until there is something to see, what is typed is meant for it.
    reading.run(on: sitting.runtime, holdsInput: self.state == nil) {
      MaterialsState(
        round: try store.round(year, by: who), centers: try store.materials(year: year, by: who), role: role, selected: nil)
    } then: { [weak self] (answer: Result<MaterialsState, any Error>) in
      self?.loaded(answer)
    }
  }

  private func loaded(_ answer: Result<MaterialsState, any Error>) {
    switch answer {
    case .success(var fresh):
      // Whoever moved on meanwhile stays at the center in hand.
      if let selected = state?.selected?.code { fresh.select(selected) }
      state = fresh
    case .failure(let error):
      state = nil
      page = .failed(error)
    }
  }
}
