import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Where the sheets of a round disagree, for those who run it: which centers want a second look, and how strict each expert is (article 25).
@MainActor
final class DisagreementScreen: FindingScreen {
  let sitting: Sitting
  private let year: Int
  private var state: DisagreementState?
  private var page: WordsPage = .loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting, year: Int) {
    self.sitting = sitting
    self.year = year
  }

  var title: Phrase { Phrase(zh: "\(year) 年度评分分歧", en: "Disagreement \(year)") }

  /// What leads here from other screens of a round.
  static let binding = KeyBinding(
    "disagreement", [.character("d"), KeyPress(.function(3))], label: Phrase(zh: "分歧", en: "disagreement"),
    explanation: Phrase(
      zh: "比较各专家的评分：哪些中心需复核，谁偏宽偏严", en: "compare the experts' sheets: which centers want a second look, who is strict or generous"),
    prominence: .footer)

  var bindings: [KeyBinding] {
    guard let state else { return [] }
    let isCenters = state.side == .centers
    var bindings = [
      KeyBinding(
        "side", [KeyPress(.tab), KeyPress(.function(6))],
        label: isCenters ? Phrase(zh: "看专家", en: "experts") : Phrase(zh: "看中心", en: "centers"),
        explanation: Phrase(zh: "在中心和专家之间切换", en: "switch between centers and experts"), prominence: .first)
    ]
    if isCenters {
      let nothing = state.selectedCenter == nil ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil
      bindings.insert(
        KeyBinding(
          "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "逐份比较", en: "sheets"),
          explanation: Phrase(zh: "逐份查看所选中心的评分表，并试算", en: "show the selected center's sheets and what they come to otherwise"),
          prominence: .first, refusal: nothing), at: 0)
      bindings += [
        KeyBinding(
          "sort", [.character("s"), KeyPress(.function(5))], label: Phrase(zh: "排序", en: "sort"),
          explanation: Phrase(zh: "换下一种排序：分歧、离等级线远近、编号", en: "next order: disagreement, distance to a line, code"), prominence: .footer),
        KeyBinding(
          "file", [.character("o"), KeyPress(.function(2))], label: Phrase(zh: "档案", en: "file"),
          explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .footer, refusal: nothing),
      ]
      bindings += SecondLookActs.bindings(state, state.selectedCenter)
      bindings.append(RankingDetailScreen.binding(refusal: nothing))
    }
    return bindings + [findBinding]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.") { load() }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "side":
      let isCenters = state?.side == .centers
      state?.side = isCenters ? .experts : .centers
    case "find": find()
    case "sort":
      let all = DisagreementState.Order.allCases
      guard let now = state?.order, let place = all.firstIndex(of: now) else { return }
      state?.sort(by: all[(place + 1) % all.count])
    case "open":
      if let center = state?.selectedCenter { sitting.runtime.push(DisagreementDetailScreen(sitting, year: year, center: center.code)) }
    case "file": if let center = state?.selectedCenter { sitting.runtime.push(CenterFileScreen(sitting, code: center.code)) }
    case "indicators":
      if let center = state?.selectedCenter { sitting.runtime.push(RankingDetailScreen(sitting, year: year, center: center.code)) }
    case "another", "site":
      guard let state, let center = state.selectedCenter else { return }
      SecondLookActs(sitting: sitting, state: state, center: center) { [weak self] in self?.load() }.perform(action)
    default: break
    }
  }

  var list: ListState? {
    get { state?.list }
    set { if let newValue { state?.list = newValue } }
  }

  var rowsToFind: RowsToFind {
    guard let state else { return .others([]) }
    return switch state.side {
    case .experts: .others(state.experts.map { ($0.login, state.name($0.login)) })
    case .centers: .centers(state.centers.map(\.code))
    }
  }

  var listArea: Area {
    guard let state else { return Area(Size(columns: 0, rows: 0)) }
    let table = DisagreementView(state: state, system: sitting.system, look: sitting.runtime.look).table
    return table.rowsArea(in: DisagreementView.parts(of: area, state.side).table)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard let side = state?.side else { return page.draw(on: &canvas, in: area, look: look) }
    state?.list.layout(rows: DisagreementView.parts(of: area, side).table.rows - 1)
    if let state { DisagreementView(state: state, system: sitting.system, look: look).draw(on: &canvas, in: area) }
  }

  private func load() {
    do {
      state = try DisagreementState.read(year, sitting, after: state)
    } catch StoreError.notPermitted {
      state = nil
      page = ProgressScreen.forbidden
    } catch {
      state = nil
      page = .failed(error)
    }
  }
}
