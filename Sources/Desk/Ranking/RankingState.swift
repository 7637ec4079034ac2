import CenterStore
import Regulation
import Widgets
import Wording

/// The ranking of a round, and who is not in it and why (articles 25 to 28).
struct RankingState: Sendable {
  /// A row of the list.
  enum Row: Sendable, Hashable {
    /// A scored center.
    case ranked(RoundResult.Line)
    /// A center with too few sheets.
    case pending(RoundResult.Pending)
    /// A center that took no part.
    case absent(String)

    /// The center's code.
    var code: String {
      switch self {
      case .ranked(let line): line.code
      case .pending(let pending): pending.code
      case .absent(let code): code
      }
    }
  }

  /// The round.
  private(set) var round: RoundRecord
  /// What it comes to.
  private(set) var result: RoundResult
  /// What the scored centers of each field are read beside.
  private var comparisons: [String: FieldComparison]
  /// Which row is selected, and which are seen.
  var list = ListState()
  /// The names of those who are not ranked, as far as they were looked up.
  var names: [String: String] = [:]

  /// Shows a result, with its first row selected.
  init(_ found: (round: RoundRecord, result: RoundResult)) {
    (round, result) = found
    comparisons = result.fieldComparisons()
    list.setCount(count)
  }

  /// How many rows there are: the due centers.
  var count: Int { result.centers.count + result.pending.count + result.absent.count }

  /// The row at a place: the ranked by rank, then the pending, then the absent.
  func row(at place: Int) -> Row? {
    let ranked = result.centers.count
    let pending = result.pending.count
    return switch place {
    case 0..<ranked: .ranked(result.centers[place])
    case ranked..<ranked + pending: .pending(result.pending[place - ranked])
    case ranked + pending..<count: .absent(result.absent[place - ranked - pending])
    default: nil
    }
  }

  /// The selected row.
  var selected: Row? { row(at: list.selected) }

  /// The name of the center of a row; its code until it is known.
  func name(of row: Row) -> String {
    if case .ranked(let line) = row { return line.name }
    return names[row.code] ?? row.code
  }

  /// Shows a newer result; the same center stays selected, wherever it stands now.
  mutating func take(_ newer: RankingState) {
    let kept = selected?.code
    (round, result, comparisons) = (newer.round, newer.result, newer.comparisons)
    list.setCount(count)
    if let kept, let place = place(of: kept) { list.select(place) }
  }

  /// What a scored center's means are read beside.
  func comparison(of line: RoundResult.Line) -> FieldComparison { comparisons[line.field] ?? .noField }

  /// Where a center stands in the list.
  func place(of code: String) -> Int? {
    if let place = result.centers.firstIndex(where: { $0.code == code }) { return place }
    if let place = result.pending.firstIndex(where: { $0.code == code }) { return result.centers.count + place }
    return result.absent.firstIndex(of: code).map { result.centers.count + result.pending.count + $0 }
  }

  /// Why a center is not ranked; `nil` for one that is.
  func reason(for row: Row) -> Phrase? {
    switch row {
    case .ranked: nil
    case .pending(let pending):
      Phrase(
        zh: "评分表 \(pending.sheets)/\(round.minimumSheets) 份，暂不定级",
        en: "\(pending.sheets) of \(round.minimumSheets) sheets: too few to be graded")
    case .absent where round.awaitsMaterial:
      Phrase(zh: "没有材料和评分表，核定前仍可提交", en: "due, no material or sheet yet; both may come until settlement")
    case .absent: Phrase(zh: "没有材料和评分表", en: "no material and no sheet: took no part")
    }
  }
}
