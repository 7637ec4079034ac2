import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How far a round has come: who has submitted what, and which centers lack sheets. For staff and the agency entrusted with the round.
@MainActor
final class ProgressScreen: FindingScreen {
  let sitting: Sitting
  let year: Int
  private var state: ProgressState?
  private var page: WordsPage = .loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting, year: Int, side: ProgressState.Side = .experts) {
    self.sitting = sitting
    self.year = year
    load()
    state?.side = side
  }

  var title: Phrase { Phrase(zh: "\(year) 年度进度", en: "Progress \(year)") }

  var bindings: [KeyBinding] {
    guard let state else { return [] }
    let other = state.side == .experts ? Phrase(zh: "看中心", en: "centers") : Phrase(zh: "看专家", en: "experts")
    var bindings = [
      KeyBinding(
        "side", [KeyPress(.tab), KeyPress(.function(6))], label: other,
        explanation: Phrase(zh: "在专家和中心之间切换", en: "switch between experts and centers"), prominence: .first),
      KeyBinding(
        "sort", [.character("s"), KeyPress(.function(5))], label: Phrase(zh: "排序", en: "sort"),
        explanation: Phrase(zh: "换下一种排序：落后者、账号、最近录入、分派多少", en: "next order: furthest behind, login, last entry, load"), prominence: .footer),
      KeyBinding(
        "ranking", [.character("r"), KeyPress(.function(2))], label: Phrase(zh: "排名", en: "ranking"),
        explanation: Phrase(zh: "查看这一年度的排名", en: "show the ranking of this round"), prominence: .footer),
      DisagreementScreen.binding,
    ]
    let keys = [KeyPress(.enter), KeyPress(.right)]
    let nothing = state.selectedCenter == nil ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil
    let open =
      switch state.side {
      case .centers:
        KeyBinding(
          "open", keys, label: Phrase(zh: "专家组", en: "experts"),
          explanation: Phrase(
            zh: "查看所选中心的专家组：进度、组长、增减专家、代录", en: "the selected center's experts: progress, leader, who comes and goes, paper sheets"),
          prominence: .first, refusal: nothing)
      case .experts:
        KeyBinding(
          "open", keys, label: Phrase(zh: "评分表", en: "sheets"),
          explanation: Phrase(zh: "查看所选专家的各份评分表", en: "show the selected expert's sheets"),
          prominence: .first, refusal: state.selectedExpert == nil ? Phrase(zh: "没有可打开的专家", en: "there is no expert to open") : nil)
      }
    bindings.insert(open, at: 0)
    if state.side == .centers {
      bindings.append(
        KeyBinding(
          "file", [.character("o"), KeyPress(.function(4))], label: Phrase(zh: "档案", en: "file"),
          explanation: Phrase(zh: "打开所选中心的档案", en: "open the selected center's file"), prominence: .footer, refusal: nothing))
    }
    return bindings + [findBinding]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.", "expert.", "conflict.") { load() }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "side":
      let isExperts = state?.side == .experts
      state?.side = isExperts ? .centers : .experts
    case "sort":
      let all = ProgressState.Order.allCases
      guard let now = state?.order, let place = all.firstIndex(of: now) else { return }
      state?.sort(by: all[(place + 1) % all.count])
    case "ranking": sitting.runtime.push(RankingScreen(sitting, year: year))
    case DisagreementScreen.binding.action: sitting.runtime.push(DisagreementScreen(sitting, year: year))
    case "find": find()
    case "open": open()
    case "file": if let center = state?.selectedCenter { sitting.runtime.push(CenterFileScreen(sitting, code: center.code)) }
    default: break
    }
  }

  private func open() {
    guard let state else { return }
    switch state.side {
    case .centers:
      if let center = state.selectedCenter { sitting.runtime.push(PanelScreen(sitting, year: year, center: center.code)) }
    case .experts:
      if let expert = state.selectedExpert { sitting.runtime.push(ExpertSheetsScreen(sitting, year: year, expert: expert)) }
    }
  }

  var list: ListState? {
    get { state?.list }
    set { if let newValue { state?.list = newValue } }
  }

  var rowsToFind: RowsToFind {
    switch state?.side {
    case .experts: .others(state?.experts.map { ($0.login, $0.name) } ?? [])
    case .centers, nil: .centers(state?.centers.map(\.code) ?? [])
    }
  }

  var listArea: Area {
    guard let state else { return Area(Size(columns: 0, rows: 0)) }
    let table = ProgressView(state: state, look: sitting.runtime.look).table
    return table.rowsArea(in: ProgressView.tableArea(in: area))
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard state != nil else { return page.draw(on: &canvas, in: area, look: look) }
    state?.list.layout(rows: ProgressView.tableArea(in: area).rows - 1)
    if let state { ProgressView(state: state, look: look).draw(on: &canvas, in: area) }
  }

  private func load() {
    do {
      let (store, who) = (sitting.store, sitting.acting)
      let experts = try store.expertProgress(year: year, by: who)
      let centers = try store.centerProgress(year: year, by: who)
      let round = try store.round(year, by: who)
      if state?.take(round: round, today: sitting.today, experts: experts, centers: centers) == nil {
        state = ProgressState(round: round, today: sitting.today, experts: experts, centers: centers)
      }
    } catch .notPermitted {
      state = nil
      page = ProgressScreen.forbidden
    } catch {
      state = nil
      page = .failed(error)
    }
  }

  /// What stands here for those who do not run the round.
  static let forbidden = WordsPage(
    heading: Phrase(zh: "评分进度只对组织者开放", en: "Progress is for those who run the round"),
    paragraphs: [
      Phrase(
        zh: "专家的评分进度由市科技局和受托机构查看。公布后的结果见“排名”。按 Esc 返回。",
        en: "The bureau and the agency entrusted with the round follow the experts. Published results stand in the ranking. Esc goes back.")
    ], ink: .caution)
}
