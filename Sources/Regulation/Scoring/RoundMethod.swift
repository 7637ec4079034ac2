import Wording

/// How a center's score comes from its submitted sheets (article 25).
public enum RoundMethod: String, Term, Codable {
  /// The mean of all of them.
  case mean
  /// The mean without the first and the last, in order of total, then login.
  case trimmed

  /// The fewest sheets that a round of this method may ask for.
  public var leastSheets: Int { self == .mean ? 1 : 5 }

  /// The most sheets that a round may ask for: more experts never look at one center.
  public static let mostSheets = 99

  /// How few sheets are enough unless the round says otherwise.
  public var defaultSheets: Int { self == .mean ? 3 : 5 }

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .mean: Phrase(zh: "平均分", en: "mean")
    case .trimmed: Phrase(zh: "去最高最低平均分", en: "trimmed mean")
    }
  }

  /// The sheets that count, in order of total, then login.
  public func counted(_ sheets: [SubmittedSheet]) -> [SubmittedSheet] {
    let ordered = sheets.sorted {
      $0.total == $1.total ? $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) : $0.total < $1.total
    }
    return self == .trimmed ? Array(ordered.dropFirst().dropLast()) : ordered
  }
}
