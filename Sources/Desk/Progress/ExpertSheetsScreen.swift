import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What one expert of a round has done: their centers, how far each sheet has come, what it sums to. For those who run the round.
@MainActor
final class ExpertSheetsScreen: FindingScreen {
  let sitting: Sitting
  private let year: Int
  private var expert: ExpertProgress
  private var state: ExpertSheetsState?
  private var page: WordsPage = .loading
  private var area = Area(Size(columns: 0, rows: 0))

  init(_ sitting: Sitting, year: Int, expert: ExpertProgress) {
    self.sitting = sitting
    self.year = year
    self.expert = expert
  }

  var title: Phrase { Phrase(zh: "\(year) 年度 \(expert.name)的评分表", en: "Sheets of \(expert.name), \(year)") }

  var bindings: [KeyBinding] {
    let nothing = state?.selected == nil ? Phrase(zh: "没有评分表", en: "there is no sheet") : nil
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "看评分表", en: "read sheet"),
        explanation: Phrase(zh: "查看所选的已提交评分表：19 项得分和评语", en: "read the selected sheet once it is submitted: nineteen scores and comments"),
        prominence: .first, refusal: state?.refusal ?? nothing),
      KeyBinding(
        "file", [KeyPress(.function(6)), .character("o")], label: Phrase(zh: "中心档案", en: "center's file"),
        explanation: Phrase(zh: "打开所选中心的档案，查看各专家进度", en: "open the selected center's file with its experts' progress"),
        prominence: .footer, refusal: nothing),
      KeyBinding(
        "panel", [.character("x"), .control("x")], label: Phrase(zh: "专家组", en: "experts"),
        explanation: Phrase(zh: "查看所选中心的专家组：组长、增减专家、代录", en: "the selected center's experts: leader, who comes and goes, paper sheets"),
        prominence: .footer, refusal: nothing),
    ] + (sitting.isStaff ? [typing] : []) + [findBinding]
  }

  /// A signed sheet lies before whoever looks for the expert, more often than for the center.
  private var typing: KeyBinding {
    let refusal = state.map { $0.refusesTyping } ?? Phrase(zh: "没有评分表", en: "there is no sheet")
    return KeyBinding(
      "paper", [.character("e"), KeyPress(.insert)], label: Phrase(zh: "代录", en: "from paper"),
      explanation: Phrase(zh: "把这位专家签名的纸质评分表录入，注明代录", en: "type the expert's signed paper sheet of this center; it is marked as typed"),
      prominence: refusal == nil ? .first : .footer, refusal: refusal)
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.", "expert.") { load() }
  }

  func perform(_ action: ActionName) {
    if action == findBinding.action { return find() }
    guard let sheet = state?.selected else { return }
    switch action {
    case "open":
      sitting.runtime.push(
        SheetReadingScreen(sitting, year: year, center: sheet.center, expert: (login: expert.login, name: expert.name)))
    case "file": sitting.runtime.push(CenterFileScreen(sitting, code: sheet.center))
    case "panel": sitting.runtime.push(PanelScreen(sitting, year: year, center: sheet.center))
    case "paper": typePaper(sheet.center)
    default: break
    }
  }

  /// Types the expert's signed sheet of a center; where something stands against it only there, such as a recusal, that is told.
  private func typePaper(_ center: String) {
    do {
      let panel = try sitting.store.panel(year: year, center: center, by: sitting.acting)
      var there = PanelState(panel, today: sitting.today)
      guard let place = panel.seats.firstIndex(where: { $0.login == expert.login }) else { return }
      there.list.select(place)
      if let refusal = there.refusesTyping { return sitting.runtime.notice(refusal, .caution) }
      PanelActs(sitting: sitting, panel: panel) { [weak self] in self?.load() }.typePaper(panel.seats[place])
    } catch { sitting.tell(error) }
  }

  var list: ListState? {
    get { state?.list }
    set { if let newValue { state?.list = newValue } }
  }

  var rowsToFind: RowsToFind { .centers(state?.sheets.map(\.center) ?? []) }

  var listArea: Area {
    guard let state else { return Area(Size(columns: 0, rows: 0)) }
    let table = ExpertSheetsView(state: state, expert: expert, look: sitting.runtime.look).table
    return table.rowsArea(in: ExpertSheetsView.tableArea(in: area))
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard state != nil else { return page.draw(on: &canvas, in: area, look: look) }
    state?.list.layout(rows: ExpertSheetsView.tableArea(in: area).rows - 1)
    if let state { ExpertSheetsView(state: state, expert: expert, look: look).draw(on: &canvas, in: area) }
  }

  private func load() {
    do {
      let (store, who) = (sitting.store, sitting.acting)
      let round = try store.round(year, by: who)
      let sheets = try store.expertSheets(of: expert.login, year: year, by: who)
      if let newer = try store.expertProgress(year: year, by: who).first(where: { $0.login == expert.login }) { expert = newer }
      if state?.take(round: round, today: sitting.today, sheets: sheets) == nil {
        state = ExpertSheetsState(round: round, today: sitting.today, sheets: sheets)
      }
    } catch .notPermitted {
      state = nil
      page = ProgressScreen.forbidden
    } catch {
      state = nil
      page = .failed(error)
    }
  }
}
