import CenterStore
import Regulation
import Widgets
import Wording

/// The sheets of one expert in a round, as those who run the round follow them.
struct ExpertSheetsState: Sendable {
  /// The round.
  private(set) var round: RoundRecord
  /// Today.
  private(set) var today: Day
  /// The sheets: what is still to come first, each part in order of the centers' codes.
  private(set) var sheets: [ExpertSheet] = []
  /// Which one is selected.
  var list = ListState()

  /// Shows sheets.
  init(round: RoundRecord, today: Day, sheets: [ExpertSheet]) {
    self.round = round
    self.today = today
    take(round: round, today: today, sheets: sheets)
  }

  /// Shows newer ones; the same center stays selected.
  mutating func take(round: RoundRecord, today: Day, sheets: [ExpertSheet]) {
    let kept = selected?.center
    self.round = round
    self.today = today
    self.sheets = sheets.filter { $0.state == .draft } + sheets.filter { $0.state == .submitted }
    list.setCount(sheets.count)
    if let place = self.sheets.firstIndex(where: { $0.center == kept }) { list.select(place) }
  }

  /// The selected sheet.
  var selected: ExpertSheet? { sheets.indices.contains(list.selected) ? sheets[list.selected] : nil }

  /// How many are submitted.
  var submitted: Int { sheets.filter { $0.state == .submitted }.count }

  /// Whether a sheet came, or is still to come, after the last day for scores. One that staff typed from signed paper tells nothing of when the
  /// expert signed it, and nobody is late for a round that takes no sheets.
  func isLate(_ sheet: ExpertSheet) -> Bool {
    guard let last = round.scoresBy else { return false }
    if sheet.state == .draft { return round.state.takesSheets && last < today }
    return sheet.enteredBy.isEmpty && sheet.submittedOn.map { last < $0 } ?? false
  }

  /// How a sheet stands, in words.
  func standing(of sheet: ExpertSheet) -> (phrase: Phrase, ink: Ink) {
    switch (sheet.state, isLate(sheet)) {
    case (.submitted, true): (Phrase(zh: "逾期提交", en: "came late"), .caution)
    case (.submitted, false) where !sheet.enteredBy.isEmpty: (Phrase(zh: "代录", en: "typed by staff"), .fair)
    case (.submitted, false): (Phrase(zh: "已提交", en: "submitted"), .good)
    case (.draft, true): (Phrase(zh: "逾期未交", en: "late"), .bad)
    case (.draft, false) where sheet.given == 0: (Phrase(zh: "未开始", en: "not begun"), .caution)
    case (.draft, false): (Phrase(zh: "评分中", en: "under way"), .fair)
    }
  }

  /// Why the selected sheet cannot be typed from signed paper, as far as it shows here; `nil` where it can.
  var refusesTyping: Phrase? {
    guard let selected else { return Phrase(zh: "没有评分表", en: "there is no sheet") }
    let isBegun = selected.given > 0 || selected.state == .submitted
    return isBegun && selected.enteredBy.isEmpty ? Phrase(zh: "专家已自行填写评分表", en: "the expert fills the sheet in already") : nil
  }

  /// Why the selected sheet cannot be opened; `nil` where it can.
  var refusal: Phrase? {
    guard let selected else { return Phrase(zh: "没有评分表", en: "there is no sheet") }
    return selected.state == .submitted ? nil : CenterStore.unsubmitted.cited
  }
}
