import Wording

/// Whether a round may be opened, and under which rules (article 25).
public enum RoundOpening {
  /// The years between two rounds.
  public static let interval = 2

  /// Why a round of a year cannot be opened; `nil` where it can.
  ///
  /// Rounds are two years apart. Another gap to the nearest earlier round needs a reason, and so does a year before a round that
  /// exists; the first round needs none.
  ///
  /// - Parameters:
  ///   - existing: the years of the rounds that there are, cancelled ones left out.
  ///   - reason: the reason on file; blank for none.
  public static func refusal(year: Int, existing: [Int], reason: String) -> Refusal? {
    if existing.contains(year) {
      return Refusal(article: "25", Phrase(zh: "\(year) 年度评估已存在", en: "there is a round of \(year) already"))
    }
    guard reason.isBlank else { return nil }
    if let later = existing.filter({ $0 > year }).min() {
      return Refusal(
        article: "25",
        Phrase(zh: "\(later) 年度评估已存在，补办 \(year) 年度评估须写明理由", en: "there is a round of \(later) already: an earlier year needs a reason"))
    }
    if let earlier = existing.filter({ $0 < year }).max(), year - earlier != interval {
      return Refusal(
        article: "25",
        Phrase(
          zh: "评估原则上每两年一次，距 \(earlier) 年度评估 \(year - earlier) 年，须写明理由",
          en: "rounds are two years apart; \(year - earlier) years after the round of \(earlier) needs a reason"))
    }
    return nil
  }

  /// Why a round cannot ask for so few sheets; `nil` where it can.
  public static func refusal(sheets: Int, method: RoundMethod) -> Refusal? {
    if sheets >= method.leastSheets { return nil }
    return Refusal(
      article: "25",
      Phrase(
        zh: "“\(method.phrase.zh)”至少需要 \(method.leastSheets) 份评分表",
        en: "the \(method.phrase.en) needs at least \(method.leastSheets) sheets"))
  }
}
