import Wording

/// Somebody on a committee of a center (articles 14 and 15).
public struct CommitteeMember: Sendable, Hashable, Codable {
  /// What somebody is on a committee, beside a member of it.
  public enum Duty: String, Term, Codable {
    /// 主任
    case chair
    /// 技术创新中心负责人员
    case officer

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .chair: Phrase(zh: "主任", en: "chair")
      case .officer: Phrase(zh: "中心负责人", en: "officer")
      }
    }
  }

  /// The name.
  public let name: PlainText
  /// The employer, by which it is told whether somebody comes from the host or a co-builder.
  public let employer: PlainText
  /// Whether this is the chair, or one of the center's own officers; `nil` for other members.
  public let duty: Duty?

  /// Names a member.
  public init(name: PlainText, employer: PlainText, duty: Duty? = nil) {
    self.name = name
    self.employer = employer
    self.duty = duty
  }
}

/// Which of the two committees of a center.
public enum CommitteeKind: String, Term, Codable {
  /// 管理委员会 (article 14)
  case management
  /// 技术指导委员会 (article 15)
  case advisory

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .management: Phrase(zh: "管理委员会", en: "management committee")
    case .advisory: Phrase(zh: "技术指导委员会", en: "technical advisory committee")
    }
  }

  /// The article that asks for it.
  public var article: String {
    switch self {
    case .management: "14"
    case .advisory: "15"
    }
  }
}

/// The two committees that an application names for its center.
public struct Committees: Sendable, Hashable, Codable {
  /// 管理委员会; `nil` while nothing is said of it.
  public var management: [CommitteeMember]?
  /// 技术指导委员会; `nil` while nothing is said of it.
  public var advisory: [CommitteeMember]?

  /// Names the committees.
  public init(management: [CommitteeMember]? = nil, advisory: [CommitteeMember]? = nil) {
    self.management = management
    self.advisory = advisory
  }

  /// What the management committee is called.
  public static let managementName = CommitteeKind.management.phrase
  /// What the technical advisory committee is called.
  public static let advisoryName = CommitteeKind.advisory.phrase
}
