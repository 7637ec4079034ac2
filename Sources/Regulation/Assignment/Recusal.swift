import Wording

/// Why an expert can neither be assigned to a center nor score it (回避).
public enum Recusal: Sendable, Hashable {
  /// Employed now by the host or a co-builder.
  case employed(PlainText, CenterTies.Side)
  /// Employed by it in the last three years.
  case formerlyEmployed(PlainText, CenterTies.Side)
  /// Sits on a committee of the center.
  case committee(PlainText)
  /// Named by the center for a co-builder.
  case namedForCoBuilder(PlainText)
  /// A conflict declared by the expert, the host or staff.
  case declared(PlainText)

  /// The ruling that it rests on.
  public var article: String { "回避" }

  /// Why, in words.
  public var phrase: Phrase {
    switch self {
    case .employed(let name, let side): Phrase(zh: "现任职于\(side.phrase.zh)“\(name)”", en: "is employed by the \(side.phrase.en) “\(name)”")
    case .formerlyEmployed(let name, let side):
      Phrase(zh: "近三年曾任职于\(side.phrase.zh)“\(name)”", en: "was employed in the last three years by the \(side.phrase.en) “\(name)”")
    case .committee(let name): Phrase(zh: "是中心“\(name)”成员", en: "sits on the center’s “\(name)”")
    case .namedForCoBuilder(let name): Phrase(zh: "是共建单位“\(name)”的参加人员", en: "is named for the co-builder “\(name)”")
    case .declared(let reason):
      reason.isEmpty
        ? Phrase(zh: "已申报利益冲突", en: "a conflict is declared") : Phrase(zh: "已申报利益冲突：\(reason)", en: "a conflict is declared: \(reason)")
    }
  }

  /// Every reason why an expert must step aside, in the order of the cases; none where the expert may score.
  ///
  /// ```swift
  /// let reasons = Recusal.reasons(expert: ties, center: center, names: OrganizationNames(lists))
  /// ```
  ///
  /// - Parameter names: former and short names of all organizations, through which employers match.
  public static func reasons(expert: ExpertTies, center: CenterTies, names: OrganizationNames) -> [Recusal] {
    var reasons: [Recusal] = []
    for organization in center.organizations where names.same(expert.employer, organization.name) {
      reasons.append(.employed(organization.name, organization.side))
    }
    for organization in center.organizations
    where expert.formerEmployers.contains(where: { names.same($0, organization.name) }) {
      reasons.append(.formerlyEmployed(organization.name, organization.side))
    }
    for seat in center.committees where seat.person.isSame(expert, names) { reasons.append(.committee(seat.body)) }
    for seat in center.coBuilderPeople where seat.person.isSame(expert, names) { reasons.append(.namedForCoBuilder(seat.body)) }
    for conflict in center.conflicts where conflict.login == expert.login { reasons.append(.declared(conflict.reason)) }
    return reasons
  }
}

/// What ties an expert to organizations.
public struct ExpertTies: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: PlainText
  /// The employer.
  public let employer: PlainText
  /// The employers of the last three years; all that are listed count.
  public let formerEmployers: [PlainText]

  /// Names an expert's ties.
  public init(login: String, name: PlainText, employer: PlainText, formerEmployers: [PlainText] = []) {
    self.login = login
    self.name = name
    self.employer = employer
    self.formerEmployers = formerEmployers
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

    /// By login where there is one; else by name, and by employer where both give one. In doubt the expert steps aside.
    func isSame(_ expert: ExpertTies, _ names: OrganizationNames) -> Bool {
      if let login { return login == expert.login }
      guard NameKey(name) == NameKey(expert.name) else { return false }
      return employer.isEmpty || expert.employer.isEmpty
        || ([expert.employer] + expert.formerEmployers).contains { names.same($0, employer) }
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

  /// The host and the co-builders.
  public var organizations: [Organization]
  /// Who sits on its committees.
  public var committees: [Seat]
  /// Whom its co-builders name.
  public var coBuilderPeople: [Seat]
  /// The conflicts declared for it.
  public var conflicts: [Conflict]

  /// Names a center's ties.
  public init(organizations: [Organization], committees: [Seat] = [], coBuilderPeople: [Seat] = [], conflicts: [Conflict] = []) {
    self.organizations = organizations
    self.committees = committees
    self.coBuilderPeople = coBuilderPeople
    self.conflicts = conflicts
  }
}
