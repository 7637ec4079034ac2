import Wording

/// Which rules an act stands under, by its day (article 32). Acts of any day are allowed; those outside say so.
public enum RulesInForce: Sendable, Hashable {
  /// Before 2025-10-31: the rules of 2018 (沧科字〔2018〕100号).
  case before
  /// 2025-10-31 to 2030-10-30.
  case inForce
  /// After 2030-10-30: the rules have lapsed.
  case lapsed

  /// The first day of these rules.
  public static let firstDay = Day(2025, 10, 31) ?? Day(number: 0)

  /// The rules of a day.
  public init(on day: Day) {
    let (year, month, date) = day.components
    self =
      if day < RulesInForce.firstDay {
        .before
      } else if (year, month, date) > (2030, 10, 30) {
        .lapsed
      } else {
        .inForce
      }
  }

  /// What is said beside an act; `nil` while the rules are in force.
  public var note: Phrase? {
    switch self {
    case .before: Phrase(zh: "依据沧科字〔2018〕100号办法", en: "under the rules of 2018 (沧科字〔2018〕100号)")
    case .inForce: nil
    case .lapsed: Phrase(zh: "本办法有效期已满", en: "the rules have lapsed")
    }
  }

  /// The note on an act of a day, in brackets behind what is said of it; empty while the rules are in force.
  public static func remark(on day: Day) -> Phrase {
    guard let note = RulesInForce(on: day).note else { return Phrase(same: "") }
    return Phrase(zh: "（\(note.zh)，见本办法第32条）", en: " (\(note.en); article 32)")
  }
}
