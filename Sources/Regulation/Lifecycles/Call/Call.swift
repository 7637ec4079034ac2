import Wording

/// A yearly call for applications (申报通知; articles 8 and 10): what the bureau asks for, and by when.
public struct Call: Sendable, Hashable, Codable {
  /// The year it is for.
  public let year: Int
  /// The first day on which an application may be handed in.
  public let opensOn: Day
  /// The last days, one for each deadline; they stand in their order.
  public let lastDays: LastDays
  /// The fields in which centers are wanted most (优先建设布局的领域); none where the call names none. An application outside them is flagged, not
  /// refused.
  public let priorityFields: [PlainText]
  /// What is asked for beside 申报书 and 实施方案.
  public let furtherDocuments: [PlainText]
  /// How few experts are enough for a review; 1 or more, 3 unless the call says otherwise (article 11).
  public let minimumExperts: Int

  /// The last days of a call.
  public struct LastDays: Sendable, Hashable, Codable {
    /// For hosts to hand in to their department.
    public let host: Day
    /// For departments to recommend to the bureau.
    public let department: Day
    /// For what the bureau sent back once.
    public let correction: Day

    /// Names the days.
    public init(host: Day, department: Day, correction: Day) {
      self.host = host
      self.department = department
      self.correction = correction
    }

    /// The last day for something.
    public subscript(_ deadline: CallDeadline) -> Day {
      switch deadline {
      case .host: host
      case .department: department
      case .correction: correction
      }
    }
  }

  /// How few experts a call may say are enough.
  public static let lawfulExperts = 1...99

  /// How few experts are enough where a call does not say (article 11).
  public static let usualExperts = 3

  /// What every call asks for (article 10).
  public static let commonDocuments = [PlainText(literal: "申报书"), PlainText(literal: "实施方案")]

  /// All documents that an application needs, each once.
  public var documents: [PlainText] { DocumentTitle.required(by: furtherDocuments) }

  /// Makes a call whose parts agree with each other.
  ///
  /// - Throws: ``CallFaults`` where a last day lies before the day before it, or fewer than one expert would be enough.
  public init(
    year: Int, opensOn: Day, lastDays: LastDays, priorityFields: [PlainText] = [], furtherDocuments: [PlainText] = [],
    minimumExperts: Int = Call.usualExperts
  ) throws(CallFaults) {
    var faults: [CallFaults.Part: Refusal] = [:]
    var earlier = (name: Phrase(zh: "开始受理日", en: "opening day"), day: opensOn)
    for deadline in CallDeadline.allCases {
      let day = lastDays[deadline]
      if day < earlier.day {
        faults[.lastDay(deadline)] = Refusal(
          article: "10",
          Phrase(
            zh: "\(deadline.phrase.zh) \(day) 不能早于\(earlier.name.zh) \(earlier.day)",
            en: "the \(deadline.phrase.en), \(day), cannot be before the \(earlier.name.en), \(earlier.day)"))
      }
      earlier = (deadline.phrase, day)
    }
    if !Call.lawfulExperts.contains(minimumExperts) {
      faults[.minimumExperts] = Refusal(
        article: "11", Phrase(zh: "评审专家至少 1 人，至多 99 人", en: "at least 1 expert and at most 99 review an application"))
    }
    if !(2000...9999).contains(year) {
      faults[.year] = Refusal(article: "8", Phrase(zh: "年度须为 2000 至 9999", en: "a call is for a year from 2000 to 9999"))
    }
    guard faults.isEmpty else { throw CallFaults(byPart: faults) }
    self.year = year
    self.opensOn = opensOn
    self.lastDays = lastDays
    self.priorityFields = priorityFields
    self.furtherDocuments = furtherDocuments
    self.minimumExperts = minimumExperts
  }
}

/// What is wrong with a call, by its parts.
public struct CallFaults: Error, Sendable, Hashable {
  /// A part of a call.
  public enum Part: Sendable, Hashable {
    /// The year it is for.
    case year
    /// One of its last days.
    case lastDay(CallDeadline)
    /// How few experts are enough.
    case minimumExperts
  }

  /// Why each part cannot stand.
  public let byPart: [Part: Refusal]
}

/// Something that a call sets a last day for; in their order (articles 8, 10, 11).
public enum CallDeadline: String, Sendable, Hashable, CaseIterable, Codable {
  /// The host hands in to its department.
  case host
  /// The department recommends to the bureau.
  case department
  /// What the bureau sent back comes in again.
  case correction

  /// What the last day is called.
  public var phrase: Phrase {
    switch self {
    case .host: Phrase(zh: "申报截止日", en: "last day for hosts")
    case .department: Phrase(zh: "推荐截止日", en: "last day for departments")
    case .correction: Phrase(zh: "补正截止日", en: "last day for corrections")
    }
  }
}

extension Call {
  /// Why something cannot be handed in on a day; `nil` where it can. What is late the bureau may admit, with its reason on file.
  public func refusal(_ deadline: CallDeadline, on day: Day) -> Refusal? {
    if day < opensOn {
      return Refusal(
        article: "10", Phrase(zh: "\(year) 年度申报自 \(opensOn) 起受理", en: "applications for \(year) are taken from \(opensOn) on"))
    }
    let last = lastDays[deadline]
    if day <= last { return nil }
    return Refusal(
      article: "10",
      Phrase(
        zh: "\(deadline.phrase.zh)为 \(last)，已过期；市科技局可说明理由后准予逾期办理",
        en: "the \(deadline.phrase.en) was \(last); the bureau may admit what is late, with a reason"))
  }
}
