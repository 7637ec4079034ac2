import CenterStore
import Regulation
import Widgets
import Wording

/// The experts of one center in a round, and what can be done with each of them.
struct PanelState: Sendable {
  /// The experts, who was let go, the group's opinion.
  private(set) var panel: Panel
  /// Today.
  private(set) var today: Day
  /// Which expert is selected.
  var list = ListState()

  /// Shows a panel.
  init(_ panel: Panel, today: Day) {
    self.panel = panel
    self.today = today
    list.setCount(panel.seats.count)
  }

  /// Shows it as it is now; the same expert stays selected.
  mutating func take(_ panel: Panel, today: Day) {
    let kept = selected?.login
    self.panel = panel
    self.today = today
    list.setCount(panel.seats.count)
    if let place = panel.seats.firstIndex(where: { $0.login == kept }) { list.select(place) }
  }

  /// The selected expert.
  var selected: Panel.Seat? { panel.seats.indices.contains(list.selected) ? panel.seats[list.selected] : nil }

  /// How many sheets are handed in.
  var submitted: Int { panel.seats.count(where: \.hasSubmitted) }

  /// How many experts are missing to the sheets that a grade needs.
  var missing: Int { max(0, panel.round.minimumSheets - panel.seats.count) }

  /// How an expert's sheet stands, in words.
  func standing(of seat: Panel.Seat) -> (phrase: Phrase, ink: Ink) {
    if seat.recusal != nil, !seat.hasSubmitted { return (Phrase(zh: "须回避", en: "must step aside"), .bad) }
    if seat.hasSubmitted {
      return seat.enteredBy.isEmpty ? (Phrase(zh: "已提交", en: "submitted"), .good) : (Phrase(zh: "代录", en: "typed by staff"), .fair)
    }
    let isLate = panel.round.state.takesSheets && panel.round.scoresBy.map { $0 < today } ?? false
    if isLate { return (Phrase(zh: "逾期未交", en: "late"), .bad) }
    return seat.given == 0 ? (Phrase(zh: "未开始", en: "not begun"), .caution) : (Phrase(zh: "评分中", en: "under way"), .fair)
  }

  // MARK: - What cannot be done, and why

  private var noSeat: Phrase? { selected == nil ? Phrase(zh: "没有选定专家", en: "no expert is selected") : nil }
  private var isOver: Phrase? {
    panel.takesSheets
      ? nil : Phrase(zh: "评估\(panel.round.state.phrase.zh)，分配不再变动", en: "the round is \(panel.round.state.phrase.en): nothing changes")
  }

  /// Why the selected sheet cannot be read.
  var refusesReading: Phrase? { noSeat ?? (selected?.hasSubmitted == true ? nil : CenterStore.unsubmitted.cited) }

  /// Why the selected expert cannot be named the leader.
  var refusesLeading: Phrase? {
    noSeat ?? isOver ?? (selected?.isLeader == true ? Phrase(zh: "已是组长", en: "they lead already") : nil)
  }

  /// Why nobody can be assigned by hand.
  var refusesAssigning: Phrase? { isOver }

  /// Why the selected expert cannot be let go.
  var refusesReleasing: Phrase? {
    if let refusal = noSeat ?? isOver { return refusal }
    if !panel.round.state.takesSheets { return Phrase(zh: "这一年度已不再分配专家", en: "the round assigns nobody any more") }
    return selected?.hasBegun == true
      ? Phrase(zh: "评分表已开始填写，不能解除；需回避的请申报回避", en: "the sheet is begun: who must step aside declares a conflict") : nil
  }

  /// Why no substitutes can be drawn.
  var refusesDrawing: Phrase? {
    panel.round.state.takesSheets ? nil : Phrase(zh: "这一年度已不再抽取专家", en: "the round draws nobody any more")
  }

  /// Why the selected expert's sheet cannot be typed from paper.
  var refusesTyping: Phrase? {
    if let refusal = noSeat ?? isOver { return refusal }
    guard let seat = selected else { return nil }
    if seat.recusal != nil { return Phrase(zh: "须回避的专家不能评分（回避）", en: "who must step aside scores nothing (recusal)") }
    return seat.hasBegun && seat.enteredBy.isEmpty ? Phrase(zh: "专家已自行填写评分表", en: "the expert fills the sheet in already") : nil
  }
}
