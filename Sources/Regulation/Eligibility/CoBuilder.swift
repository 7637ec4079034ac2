import Wording

/// A unit that builds the center jointly (共建单位; articles 7 and 9.8), as the application names it.
public struct CoBuilder: Sendable, Hashable, Codable {
  /// Its name.
  public var name: PlainText?
  /// What kind of unit it is.
  public var kind: HostKind?
  /// The province in which it is: `河北省`.
  public var province: PlainText?
  /// The agreement with it.
  public var agreement: CoBuildingAgreement
  /// The body that takes part (article 7.1).
  public var body: PlainText?
  /// The people who take part (article 7.1).
  public var people: [PlainText]
  /// What it takes on under the agreement (article 7.2).
  public var tasks: PlainText?

  /// Makes a co-builder of which nothing is known but what is named.
  public init(
    name: PlainText? = nil, kind: HostKind? = nil, province: PlainText? = nil, agreement: CoBuildingAgreement = .unknown,
    body: PlainText? = nil, people: [PlainText] = [], tasks: PlainText? = nil
  ) {
    self.name = name
    self.kind = kind
    self.province = province
    self.agreement = agreement
    self.body = body
    self.people = people
    self.tasks = tasks
  }
}

/// How far the agreement with a co-builder (共建协议) goes (article 9.8).
public enum CoBuildingAgreement: Sendable, Hashable, Codable {
  /// What a signed agreement has to fix.
  public enum Part: String, Term, Codable {
    /// 联合共建的方式
    case form
    /// 人员
    case people
    /// 任务分工
    case tasks
    /// 权利义务
    case rightsAndDuties = "rights_and_duties"

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .form: Phrase(zh: "共建方式", en: "form")
      case .people: Phrase(zh: "人员", en: "people")
      case .tasks: Phrase(zh: "任务分工", en: "tasks")
      case .rightsAndDuties: Phrase(zh: "权利义务", en: "rights and duties")
      }
    }
  }

  /// Nothing is said of it.
  case unknown
  /// There is none, or it is not signed.
  case unsigned
  /// It is signed and fixes these parts, ticked one by one.
  case signed(Set<Part>)

  /// A signed agreement that fixes all four parts, as `agreement_signed` in a file means.
  public static let complete = CoBuildingAgreement.signed(Set(Part.allCases))

  /// Whether it meets article 9.8; `nil` while unknown.
  public var isComplete: Bool? {
    switch self {
    case .unknown: nil
    case .unsigned: false
    case .signed(let parts): parts.count == Part.allCases.count
    }
  }

  /// Writes the parts in one order, as ``InOrder`` does.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .unknown: _ = container.nestedContainer(keyedBy: UnknownCodingKeys.self, forKey: .unknown)
    case .unsigned: _ = container.nestedContainer(keyedBy: UnsignedCodingKeys.self, forKey: .unsigned)
    case .signed(let parts):
      var payload = container.nestedContainer(keyedBy: SignedCodingKeys.self, forKey: .signed)
      try payload.encode(InOrder(wrappedValue: parts), forKey: ._0)
    }
  }

  /// The parts that a signed agreement leaves open, in their order.
  public var missing: [Part] {
    if case .signed(let parts) = self { Part.allCases.filter { !parts.contains($0) } } else { [] }
  }
}
