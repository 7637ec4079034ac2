import Wording

/// An expert's opinion on an application (专家评审意见; article 11): on each condition, as a whole, and as a rating.
public struct ExpertOpinion: Sendable, Hashable, Codable {
  /// What an expert says of one condition.
  public enum Answer: String, Term, Codable {
    /// 符合
    case met
    /// 不符合
    case notMet = "not_met"
    /// 存疑
    case doubtful

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .met: Phrase(zh: "符合", en: "met")
      case .notMet: Phrase(zh: "不符合", en: "not met")
      case .doubtful: Phrase(zh: "存疑", en: "doubtful")
      }
    }
  }

  /// What an expert recommends.
  public enum Recommendation: String, Term, Codable {
    /// 建议建设
    case support
    /// 修改完善后建设
    case supportWithChanges = "support_with_changes"
    /// 不建议建设
    case oppose

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .support: Phrase(zh: "建议建设", en: "set up")
      case .supportWithChanges: Phrase(zh: "修改完善后建设", en: "after changes")
      case .oppose: Phrase(zh: "不建议建设", en: "do not set up")
      }
    }
  }

  /// The conditions on which an expert gives an answer (article 9).
  public static let conditions = (1...8).map { "9.\($0)" }

  /// The answers, by condition.
  public var answers: [String: Answer]
  /// What is recommended; `nil` while the expert writes.
  public var recommendation: Recommendation?
  /// The rating, 0 to 100, by which applications are ranked (优中选优; article 12); `nil` while the expert writes.
  public var rating: Hundredths?
  /// What the expert has to say.
  public var comment: PlainText

  /// Makes an opinion; an empty one is where an expert begins.
  public init(
    answers: [String: Answer] = [:], recommendation: Recommendation? = nil, rating: Hundredths? = nil, comment: PlainText = .empty
  ) {
    self.answers = answers
    self.recommendation = recommendation
    self.rating = rating
    self.comment = comment
  }

  /// The highest rating.
  public static let fullRating = Hundredths(100_00)

  /// The conditions on which an answer is asked for: those that bear on the application at all (9.8 only where somebody builds with the host).
  public static func asked(by eligibility: Eligibility) -> [String] {
    conditions.filter { eligibility[$0]?.verdict != .notApplicable }
  }

  /// What is missing from it, in the order of the form; empty where it can be handed in.
  ///
  /// A condition that is not met or doubtful, and whoever wants changes or opposes, owe a word of why.
  ///
  /// - Parameter asked: the conditions on which an answer is asked for.
  public func shortcomings(asked: [String] = conditions) -> [Shortcoming] {
    var found = asked.filter { answers[$0] == nil }.map { article in
      Shortcoming(.condition(article), Phrase(zh: "还没有意见：", en: "nothing is said yet of ") + Citation.phrase(article))
    }
    if recommendation == nil {
      found.append(Shortcoming(.recommendation, Phrase(zh: "还没有总体意见", en: "the overall recommendation is missing")))
    }
    if let rating {
      if rating < Hundredths(0) || rating > ExpertOpinion.fullRating {
        found.append(Shortcoming(.rating, Phrase(zh: "评分须在 0 至 100 之间", en: "a rating is from 0 to 100")))
      }
    } else {
      found.append(Shortcoming(.rating, Phrase(zh: "还没有评分", en: "the rating is missing")))
    }
    let isDoubted = asked.contains { answers[$0].map { $0 != .met } ?? false }
    if comment.isEmpty, isDoubted || recommendation.map({ $0 != .support }) ?? false {
      found.append(
        Shortcoming(
          .comment,
          Phrase(
            zh: "有不符合、存疑的，或总体意见为“修改完善后建设”“不建议建设”的，须写明意见",
            en: "say why a condition is not met or doubtful, what has to be changed, or why not to set it up")))
    }
    return found
  }

  /// Why it cannot be handed in yet; `nil` where it can.
  ///
  /// - Parameter asked: the conditions on which an answer is asked for.
  public func refusal(asked: [String] = conditions) -> Refusal? {
    let missing = shortcomings(asked: asked)
    if missing.isEmpty { return nil }
    var phrases: [Phrase] = []
    let open = missing.compactMap { if case .condition(let article) = $0.part { article } else { nil } }
    if !open.isEmpty {
      phrases.append(
        Phrase(zh: "还没有意见：", en: "nothing is said yet of ") + Citation.list(open))
    }
    phrases += missing.filter { if case .condition = $0.part { false } else { true } }.map(\.phrase)
    return Refusal(
      article: "11", Phrase(zh: phrases.map(\.zh).joined(separator: "；"), en: phrases.map(\.en).joined(separator: "; ")))
  }

  /// Something without which an opinion cannot be handed in.
  public struct Shortcoming: Sendable, Hashable {
    /// A part of an opinion.
    public enum Part: Sendable, Hashable {
      /// The answer on a condition of article 9, by its number.
      case condition(String)
      /// What is recommended.
      case recommendation
      /// The rating.
      case rating
      /// The word of why.
      case comment
    }

    /// Where something is missing or wrong.
    public let part: Part
    /// What, in words for people.
    public let phrase: Phrase

    init(_ part: Part, _ phrase: Phrase) {
      self.part = part
      self.phrase = phrase
    }
  }
}
