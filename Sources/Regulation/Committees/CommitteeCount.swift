import Wording

/// Where a member of a committee comes from, seen from the center (articles 14 and 15).
public enum CommitteeOrigin: Sendable, Hashable {
  /// 依托单位
  case host
  /// 共建单位, by its place among the co-builders of the center.
  case coBuilder(Int)
  /// Neither of them.
  case outside
  /// No employer is named.
  case unknown

  /// Where a member comes from, told from whether the employer is the host or one of the co-builders; the center's own officers whom neither of
  /// them employs belong to the host.
  public init(of member: CommitteeMember, isHost: Bool, coBuilder: Int?) {
    self.init(isOfficer: member.duty == .officer, hasEmployer: !member.employer.isEmpty, isHost: isHost, coBuilder: coBuilder)
  }

  /// The same without the member, for who looks at very many.
  public init(isOfficer: Bool, hasEmployer: Bool, isHost: Bool, coBuilder: Int?) {
    self =
      if isHost { .host } else if let coBuilder { .coBuilder(coBuilder) } else if isOfficer { .host } else if hasEmployer { .outside } else
      {
        .unknown
      }
  }
}

/// How many sit on a committee, from where, and in which office: all that articles 14 and 15 ask about.
public struct CommitteeCount: Sendable, Hashable {
  /// How many there are.
  public private(set) var members = 0
  /// How many come from the host or a co-builder.
  public private(set) var insiders = 0
  /// How many come from neither.
  public private(set) var outsiders = 0
  /// Of how many the employer is not known.
  public private(set) var unknown = 0
  /// How many are officers of the center.
  public private(set) var officers = 0
  /// Where those come from who lead it.
  public private(set) var chairs: [CommitteeOrigin] = []
  /// Which co-builders have somebody on it.
  public private(set) var coBuilders: Set<Int> = []

  /// Nobody.
  public init() {}

  /// Counts a member.
  public mutating func add(_ duty: CommitteeMember.Duty?, from origin: CommitteeOrigin) {
    members += 1
    switch origin {
    case .host: insiders += 1
    case .coBuilder(let place):
      insiders += 1
      coBuilders.insert(place)
    case .outside: outsiders += 1
    case .unknown: unknown += 1
    }
    switch duty {
    case .chair?: chairs.append(origin)
    case .officer?: officers += 1
    case nil: break
    }
  }

  /// Article 14: whether all are of the host and the co-builders; `nil` while that is not known.
  public var isOfOwnPeople: Bool? { members == 0 ? nil : outsiders > 0 ? false : unknown == 0 ? true : nil }

  /// Article 14: whether each of so many co-builders is in it.
  public func holdsEach(of coBuilders: Int) -> Bool { self.coBuilders.count == coBuilders }

  /// Article 15: whether at most one third are of the host and the co-builders; `nil` while that is not known. Somebody whose employer is not
  /// known may be of the host: only what holds with them counted in is known to hold.
  public var isAtMostOneThirdOwn: Bool? {
    members == 0 ? nil : 3 * insiders > members ? false : 3 * (insiders + unknown) <= members ? true : nil
  }

  /// Article 15: whether one leads it, from outside; `nil` while that is not known.
  public var hasOutsideChair: Bool? {
    switch chairs.first {
    case .outside?: chairs.count == 1
    case .host?, .coBuilder?: false
    case .unknown?, nil: nil
    }
  }

  /// Whether it is made up as its article asks; `nil` while that is not known.
  ///
  /// - Parameter coBuilders: how many co-builders the center has.
  public func isLawful(as kind: CommitteeKind, coBuilders: Int) -> Bool? {
    let answers: [Bool?] =
      switch kind {
      case .management: [isOfOwnPeople, members == 0 ? nil : holdsEach(of: coBuilders)]
      case .advisory: [isAtMostOneThirdOwn, members == 0 ? nil : hasOutsideChair, members == 0 ? nil : officers > 0]
      }
    return answers.contains(false) ? false : answers.contains(nil) ? nil : true
  }
}
