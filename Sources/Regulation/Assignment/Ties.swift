import Wording

/// What ties an expert to organizations.
public struct ExpertTies: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: PlainText
  /// The employer.
  public let employer: PlainText
  /// Whom the expert worked for before.
  public let former: [FormerEmployment]

  /// Names an expert's ties; every former employer that is listed counts, since no day is known.
  public init(login: String, name: PlainText, employer: PlainText, formerEmployers: [PlainText] = []) {
    self.init(login: login, name: name, employer: employer, former: formerEmployers.map { FormerEmployment($0) })
  }

  /// Names an expert's ties, with the days on which employments ended.
  public init(login: String, name: PlainText, employer: PlainText, former: [FormerEmployment]) {
    self.login = login
    self.name = name
    self.employer = employer
    self.former = former
  }
}

/// Where an expert worked before (曾任职单位).
public struct FormerEmployment: Sendable, Hashable {
  /// The employer's name.
  public let employer: PlainText
  /// The last day there; `nil` where it is not known.
  public let until: Day?

  /// For how many years after its last day an employment counts.
  public static let years = 3

  /// Names an employment.
  public init(_ employer: PlainText, until: Day? = nil) {
    self.employer = employer
    self.until = until
  }

  /// Whether it lies within the last three years on a day: the day three years ago still counts, and so does what bears no day.
  public func counts(on day: Day) -> Bool {
    guard let until else { return true }
    return until >= day.adding(years: -FormerEmployment.years)
  }
}

/// What ties a center to organizations and people.
public struct CenterTies: Sendable, Hashable {
  /// On which side of a center an organization stands.
  public enum Side: Sendable, Hashable {
    /// 依托单位
    case host
    /// 共建单位
    case coBuilder

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .host: Phrase(zh: "依托单位", en: "host unit")
      case .coBuilder: Phrase(zh: "共建单位", en: "co-builder")
      }
    }
  }

  /// An organization of the center.
  public struct Organization: Sendable, Hashable {
    /// Its name.
    public let name: PlainText
    /// Where it stands.
    public let side: Side

    /// Names an organization.
    public init(_ name: PlainText, _ side: Side) {
      self.name = name
      self.side = side
    }
  }

  /// Somebody in a body of the center: a committee, or what a co-builder names.
  public struct Seat: Sendable, Hashable {
    /// The committee, or the co-builder.
    public let body: PlainText
    /// Who.
    public let person: Person

    /// Names a seat.
    public init(body: PlainText, person: Person) {
      self.body = body
      self.person = person
    }
  }

  /// A person as a center names them.
  public struct Person: Sendable, Hashable {
    /// The login, where the person is known to be one of the desk's experts.
    public let login: String?
    /// The name.
    public let name: PlainText
    /// The employer; may be empty.
    public let employer: PlainText

    /// Names a person.
    public init(login: String? = nil, name: PlainText, employer: PlainText) {
      self.login = login
      self.name = name
      self.employer = employer
    }

    /// What people of one name have in common; names of two characters are often written with a blank between them.
    private static func key(_ name: PlainText) -> String { NameKey(name).string.filter { !$0.isWhitespace } }

    /// By login where there is one; else by name, and by employer where both give one. In doubt the expert steps aside.
    func isSame(_ expert: ExpertTies, _ names: OrganizationNames) -> Bool {
      if let login { return login == expert.login }
      guard Person.key(name) == Person.key(expert.name) else { return false }
      return employer.isEmpty || expert.employer.isEmpty
        || ([expert.employer] + expert.former.map(\.employer)).contains { names.same($0, employer) }
    }
  }

  /// A declared conflict.
  public struct Conflict: Sendable, Hashable {
    /// The expert's login.
    public let login: String
    /// The reason that was declared.
    public let reason: PlainText

    /// Names a conflict.
    public init(login: String, reason: PlainText) {
      self.login = login
      self.reason = reason
    }
  }

  /// Somebody whom the host asks to step aside.
  public struct Request: Sendable, Hashable {
    /// Whom the host names, as it names them: it does not know who the experts are.
    public let person: Person
    /// The reason that it gives.
    public let reason: PlainText

    /// Names a request.
    public init(person: Person, reason: PlainText) {
      self.person = person
      self.reason = reason
    }
  }

  /// The host and the co-builders.
  public var organizations: [Organization]
  /// Who sits on its committees.
  public var committees: [Seat]
  /// Whom its co-builders name.
  public var coBuilderPeople: [Seat]
  /// The conflicts declared for it.
  public var conflicts: [Conflict]
  /// Whom its host asks to step aside.
  public var requests: [Request]

  /// Names a center's ties.
  public init(
    organizations: [Organization], committees: [Seat] = [], coBuilderPeople: [Seat] = [], conflicts: [Conflict] = [],
    requests: [Request] = []
  ) {
    self.organizations = organizations
    self.committees = committees
    self.coBuilderPeople = coBuilderPeople
    self.conflicts = conflicts
    self.requests = requests
  }
}
