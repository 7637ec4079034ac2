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
      let years = year - earlier == 1 ? "1 year" : "\(year - earlier) years"
      return Refusal(
        article: "25",
        Phrase(
          zh: "评估原则上每两年一次，距 \(earlier) 年度评估 \(year - earlier) 年，须写明理由",
          en: "rounds are two years apart; one that comes \(years) after the round of \(earlier) needs a reason"))
    }
    return nil
  }

  /// A last day of a round (article 25).
  public enum Deadline: String, Sendable, Hashable, CaseIterable, Codable {
    /// For hosts to hand in material.
    case material
    /// For departments to report.
    case report
    /// For experts to score.
    case scores

    /// What it is called.
    public var phrase: Phrase {
      switch self {
      case .material: Phrase(zh: "材料提交截止日", en: "last day for material")
      case .report: Phrase(zh: "部门上报截止日", en: "last day for reports")
      case .scores: Phrase(zh: "专家评分截止日", en: "last day for scores")
      }
    }
  }

  /// Why last days cannot stand, in their order; none where all can. Days that are not set are passed over.
  ///
  /// Material comes before the report and the report before the scores; they may fall on one day.
  ///
  /// - Parameter today: the day before which none may lie, where somebody plans a round that is to come (a round of a past year is put on
  ///   file afterwards, so its days are over); `nil`: days that are over are taken, as a script that repeats what was announced needs.
  public static func refusals(
    _ deadlines: [Deadline: Day], year: Int, today: Day?
  ) -> [(deadline: Deadline, refusal: Refusal)] {
    var refusals: [(deadline: Deadline, refusal: Refusal)] = []
    var last: (deadline: Deadline, day: Day)?
    for deadline in Deadline.allCases {
      guard let day = deadlines[deadline] else { continue }
      if let last, day < last.day {
        let words = Phrase(
          zh: "\(deadline.phrase.zh) \(day) 不能早于\(last.deadline.phrase.zh) \(last.day)",
          en: "the \(deadline.phrase.en), \(day), cannot be before the \(last.deadline.phrase.en), \(last.day)")
        refusals.append((deadline, Refusal(article: "25", words)))
      } else if let today, day < today, year >= today.year {
        let words = Phrase(
          zh: "\(deadline.phrase.zh) \(day) 已过，不能早于今天 \(today)",
          en: "the \(deadline.phrase.en), \(day), is over: it cannot be before today, \(today)")
        refusals.append((deadline, Refusal(article: "25", words)))
      }
      last = (deadline, day)
    }
    return refusals
  }

  /// Why a round cannot ask for so few or so many sheets; `nil` where it can.
  public static func refusal(sheets: Int, method: RoundMethod) -> Refusal? {
    if sheets > RoundMethod.mostSheets {
      return Refusal(
        article: "25",
        Phrase(
          zh: "最少评分表份数至多为 \(RoundMethod.mostSheets)", en: "a round asks for at most \(RoundMethod.mostSheets.counted("sheet")) a center"))
    }
    if sheets >= method.leastSheets { return nil }
    return Refusal(
      article: "25",
      Phrase(
        zh: "“\(method.phrase.zh)”至少需要 \(method.leastSheets) 份评分表",
        en: "the \(method.phrase.en) needs at least \(method.leastSheets.counted("sheet"))"))
  }
}
