import Wording

/// The grade of an evaluation (评估结果, article 28).
public enum Grade: String, Term, Codable {
  /// 优秀: 90 and above.
  case excellent
  /// 合格: 60 and above, below 90.
  case qualified
  /// 不合格: below 60.
  case unqualified

  /// The line of 优秀.
  public static let excellentLine = Points(whole: 90)
  /// The line of 合格.
  public static let qualifiedLine = Points(whole: 60)

  /// The grade of a published figure, which is already rounded: a published 90.00 is never 合格.
  public init(published: Points) {
    if published >= Grade.excellentLine {
      self = .excellent
    } else if published >= Grade.qualifiedLine {
      self = .qualified
    } else {
      self = .unqualified
    }
  }

  /// Between which lines its figures lie (article 28).
  public var range: Phrase {
    switch self {
    case .excellent: Phrase(zh: "\(Grade.excellentLine) 分（含）以上", en: "\(Grade.excellentLine) or more")
    case .qualified:
      Phrase(
        zh: "\(Grade.qualifiedLine) 分（含）以上、不到 \(Grade.excellentLine) 分",
        en: "\(Grade.qualifiedLine) or more and less than \(Grade.excellentLine)")
    case .unqualified: Phrase(zh: "不到 \(Grade.qualifiedLine) 分", en: "less than \(Grade.qualifiedLine)")
    }
  }

  /// How many points a figure lacks to the next better grade; `nil` for 优秀, which is the best.
  public static func lacking(_ published: Points) -> Points? {
    switch Grade(published: published) {
    case .excellent: nil
    case .qualified: excellentLine - published
    case .unqualified: qualifiedLine - published
    }
  }

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .excellent: Phrase(zh: "优秀", en: "excellent")
    case .qualified: Phrase(zh: "合格", en: "qualified")
    case .unqualified: Phrase(zh: "不合格", en: "unqualified")
    }
  }
}
