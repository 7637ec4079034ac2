import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The ranking of a round: for staff at any time, for the others once it is published.
@MainActor
final class RankingScreen: FindingScreen {
  let sitting: Sitting
  let year: Int
  private var state: RankingState?
  private var page: WordsPage = .loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  private let reading = RepeatedWork()
  private let followsExperts: Bool
  /// The center that is selected when the round is there.
  private var wanted: String?

  /// - Parameter code: the center that is selected at first; `nil`: the first one.
  init(_ sitting: Sitting, year: Int, selecting code: String? = nil) {
    self.sitting = sitting
    wanted = code
    self.year = year
    followsExperts = sitting.conducts(year)
  }

  var title: Phrase { Phrase(zh: "\(year) 年度排名", en: "Ranking \(year)") }

  var bindings: [KeyBinding] {
    guard let state else { return [] }
    let nothing = state.selected == nil ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil
    return [
      KeyBinding(
        "detail", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "各项得分", en: "indicators"),
        explanation: Phrase(zh: "查看所选中心 5 类 19 项指标的平均分", en: "show the means of the selected center's 5 groups and 19 indicators"),
        prominence: .first, refusal: nothing),
      KeyBinding(
        "file", [.character("o"), KeyPress(.function(6))], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .footer, refusal: nothing),
    ] + (followsExperts ? [DisagreementScreen.binding] : []) + [findBinding]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.") { load() }
  }

  func perform(_ action: ActionName) {
    if action == DisagreementScreen.binding.action { return sitting.runtime.push(DisagreementScreen(sitting, year: year)) }
    if action == findBinding.action { return find() }
    guard let state, let row = state.selected else { return }
    switch action {
    case "detail": sitting.runtime.push(RankingDetailScreen(sitting, year: year, center: row.code, state))
    case "file": sitting.runtime.push(CenterFileScreen(sitting, code: row.code))
    default: break
    }
  }

  var list: ListState? {
    get { state?.list }
    set { if let newValue { state?.list = newValue } }
  }

  var rowsToFind: RowsToFind { .centers(state.map { state in (0..<state.count).compactMap { state.row(at: $0)?.code } } ?? []) }

  var listArea: Area {
    guard let state else { return Area(Size(columns: 0, rows: 0)) }
    let view = RankingView(state: state, look: sitting.runtime.look, system: sitting.system)
    return view.table.rowsArea(in: RankingView.parts(of: area).table)
  }

  var opening: ActionName { "detail" }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard state != nil else { return page.draw(on: &canvas, in: area, look: look) }
    state?.list.layout(rows: RankingView.parts(of: area).table.rows - 1)
    lookUpNames()
    if let state { RankingView(state: state, look: look, system: sitting.system).draw(on: &canvas, in: area) }
  }

  /// Works the round out behind the screen.
  private func load() {
    let (store, year, who) = (sitting.store, year, sitting.acting)
    // Until there is something to see, what is typed is meant for it.
    reading.run(on: sitting.runtime, holdsInput: self.state == nil) {
      try RankingState(store.result(year, namesAll: false, by: who))
    } then: { [weak self] result in
      self?.loaded(result)
    }
  }

  private func loaded(_ answer: Result<RankingState, any Error>) {
    switch answer {
    case .success(let newer):
      if state?.take(newer) == nil { state = newer }
      guard let code = wanted, let state else { return }
      wanted = nil
      if let place = (0..<state.count).first(where: { state.row(at: $0)?.code == code }) { self.state?.list.select(place) }
    case .failure(StoreError.notPermitted):
      state = nil
      page = RankingScreen.forbidden(year, to: sitting.member.role)
    case .failure(let error):
      state = nil
      page = .failed(error)
    }
  }

  /// The names of the few unranked centers that are seen: there can be a hundred thousand of them.
  private func lookUpNames() {
    guard let state else { return }
    for place in state.list.visible {
      guard let row = state.row(at: place), state.names[row.code] == nil else { continue }
      if case .ranked = row { continue }
      let line = try? sitting.store.registryLine(code: row.code, by: sitting.acting)
      self.state?.names[row.code] = line?.name ?? row.code
    }
  }

  /// What stands here for those who may not see the results yet.
  static func forbidden(_ year: Int, to role: Role) -> WordsPage {
    if role == .agency {
      return WordsPage(
        heading: Phrase(zh: "\(year) 年度评估未委托您所在机构", en: "The round of \(year) is not entrusted to your agency"),
        paragraphs: [
          Phrase(
            zh: "第三方机构只能查看受托组织的评估（办法第5条第3项）。按 Esc 返回。",
            en: "An agency sees the rounds that it carries out (article 5(3)). Esc goes back.")
        ], ink: .caution)
    }
    return WordsPage(
      heading: Phrase(zh: "\(year) 年度评估结果尚未公布", en: "The results of \(year) are not public"),
      paragraphs: [
        Phrase(
          zh: "评估结果由市科技局公示后，所有人都能在这里看到名次、得分、等级和各项指标的平均分。",
          en: "Once the bureau has published them, everybody sees ranks, scores, grades and the means of all indicators here."),
        Phrase(
          zh: "往年的结果见管理序列中各中心的档案。按 Esc 返回。",
          en: "Results of earlier years stand in each center's file in the registry. Esc goes back."),
      ], ink: .caution)
  }
}
