import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The file of a round, for staff and the agency entrusted with it: where each center stands, objections, consequences, history, and every
/// step that can follow (articles 25 to 30).
@MainActor
final class RoundFileScreen: FindingScreen {
  let sitting: Sitting
  let year: Int
  var state: RoundFileState?
  private var page: WordsPage = .loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  private var measure = TextMeasure()
  private let reading = RepeatedWork()

  init(_ sitting: Sitting, year: Int) {
    self.sitting = sitting
    self.year = year
  }

  var title: Phrase { Phrase(zh: "\(year) 年度评估", en: "Round of \(year)") }
  var bindings: [KeyBinding] { state.map { $0.bindings(for: sitting.member.role) + [findBinding] } ?? [] }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("round.", "sheet.", "material.", "import.", "assign.", "incentive.", "center.") {
      load()
    }
  }

  // MARK: - Reading

  /// Reads the round behind the screen.
  func load() {
    let (store, year, who, isStaff) = (sitting.store, year, sitting.acting, sitting.isStaff)
    // Until there is something to see, what is typed is meant for it.
    reading.run(on: sitting.runtime, holdsInput: self.state == nil) {
      let file = try store.roundFile(year, by: who)
      return RoundFileState(file, isStaff && file.round.stage == .closed ? try store.consequences(year: year, by: who) : nil)
    } then: { [weak self] (answer: Result<RoundFileState, any Error>) in
      self?.loaded(answer)
    }
  }

  private func loaded(_ answer: Result<RoundFileState, any Error>) {
    switch answer {
    case .success(let fresh):
      if state?.take(fresh) == nil { state = fresh }
    case .failure(StoreError.notPermitted):
      state = nil
      page = RoundFileScreen.forbidden
    case .failure(let error):
      state = nil
      page = .failed(error)
    }
  }

  /// What stands here for those who do not run the round.
  static let forbidden = WordsPage(
    heading: Phrase(zh: "评估档案只对组织者开放", en: "The file of a round is for those who run it"),
    paragraphs: [
      Phrase(
        zh: "由市科技局和受托组织这一轮评估的机构查看。公布后的结果见“排名”。按 Esc 返回。",
        en: "The bureau and the agency entrusted with this round see it. Published results stand in the ranking. Esc goes back.")
    ], ink: .caution)

  /// The names of those who are seen: there can be a hundred thousand centers.
  private func lookUpNames() {
    guard let state else { return }
    var codes = [state.center].compactMap { $0 }
    for place in state.list.visible {
      switch state.part {
      case .centers where state.rows.indices.contains(place): codes.append(state.rows[place].code)
      case .objections where state.objections.indices.contains(place): codes.append(state.objections[place].center)
      case .consequences where state.consequences.indices.contains(place): codes.append(state.consequences[place].center)
      default: break
      }
    }
    for code in codes where state.names[code] == nil {
      self.state?.names[code] = try? sitting.store.registryLine(code: code, by: sitting.acting)
    }
  }

  // MARK: - Keys

  func perform(_ action: ActionName) {
    guard let state else { return }
    switch action {
    case "steps": chooseStep(state)
    case "part", "part.back":
      let parts = state.parts
      let here = parts.firstIndex(of: state.part) ?? 0
      self.state?.part = parts[(here + (action == "part" ? 1 : parts.count - 1)) % parts.count]
    case "filter":
      let all = RoundFileState.Filter.allCases
      self.state?.filter = all[((all.firstIndex(of: state.filter) ?? 0) + 1) % all.count]
    case "open": if let code = state.center { sitting.runtime.push(CenterFileScreen(sitting, code: code)) }
    case "panel": if let code = state.center { sitting.runtime.push(PanelScreen(sitting, year: year, center: code)) }
    case "form": if let code = state.center { sitting.runtime.push(MaterialScreen(sitting, year: year, center: code)) }
    case "read": readSelected(state)
    case "find": find()
    case "progress": sitting.runtime.push(ProgressScreen(sitting, year: year))
    case "ranking": sitting.runtime.push(RankingScreen(sitting, year: year))
    case "meeting": sitting.runtime.push(MeetingScreen(sitting, state))
    case "disagreement": sitting.runtime.push(DisagreementScreen(sitting, year: year))
    case "incentive": recordIncentive(state)
    case "mark": self.state?.mark()
    case "mark.all": self.state?.markShown()
    case "marks.clear": self.state?.clearMarks()
    case "admit.marked": admitMarked(state)
    default:
      let prefix = "step."
      if action.rawValue.hasPrefix(prefix), let kind = EvaluationRoundStepKind(rawValue: String(action.rawValue.dropFirst(prefix.count))) {
        begin(kind, state)
      }
    }
  }

  var list: ListState? {
    get { state?.list }
    set { if let newValue { state?.list = newValue } }
  }

  var rowsToFind: RowsToFind { .centers(state?.rows.map(\.code) ?? []) }

  var findRefusal: Phrase? {
    if state?.part != .centers { return Phrase(zh: "只在“中心”中查找", en: "only centers are looked for") }
    return list?.isEmpty ?? true ? Phrase(zh: "没有可查找的中心", en: "there is no center to find") : nil
  }

  var listArea: Area {
    guard let state else { return Area(Size(columns: 0, rows: 0)) }
    let view = view(of: state)
    return view.tables.table.rowsArea(in: view.parts(of: area).table)
  }

  var opening: ActionName { "steps" }

  private func readSelected(_ state: RoundFileState) {
    func words(_ language: Language) -> (title: String, text: String) {
      var look = sitting.runtime.look
      look.language = language
      let detail = RoundFileDetail(state: state, today: sitting.today, look: look, measure: measure, columns: 10_000)
      return (detail.title, detail.lines.map { $0.pieces.map(\.text).joined() }.joined(separator: "\n"))
    }
    let (zh, en) = (words(.zh), words(.en))
    sitting.runtime.tell(Phrase(zh: zh.title, en: en.title), Phrase(zh: zh.text, en: en.text))
  }

  // MARK: - Drawing

  private func view(of state: RoundFileState) -> RoundFileView {
    RoundFileView(state: state, today: sitting.today, look: sitting.runtime.look, measure: measure)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    measure = canvas.measure
    guard state != nil else { return page.draw(on: &canvas, in: area, look: look) }
    // A list that is told its room may show others, and another row's words may leave it another room.
    lookUpNames()
    if let state { self.state?.list.layout(rows: view(of: state).parts(of: area).table.rows - 1) }
    lookUpNames()
    if let state { view(of: state).draw(on: &canvas, in: area) }
  }
}
