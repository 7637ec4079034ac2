import Wording

/// What was found of one thing that articles 14 and 15 ask of a committee. It bars no step of an application; the bureau sees it.
public struct CommitteeFinding: Sendable, Hashable {
  /// The article, `14` or `15`.
  public let article: String
  /// Whether it is so; `nil` while it is not known.
  public let holds: Bool?
  /// What was looked at.
  public let subject: Phrase
  /// What was found.
  public let found: Phrase
  /// What is required.
  public let required: Phrase
}

/// A committee as it is made up, of an application or of a center of the registry, held against its article (14 or 15).
public struct CommitteeRoll: Sendable, Hashable {
  /// Somebody who sits on it.
  public struct Seat: Sendable, Hashable {
    /// Who.
    public let member: CommitteeMember
    /// Where they come from.
    public let origin: CommitteeOrigin

    /// Names somebody.
    public init(_ member: CommitteeMember, from origin: CommitteeOrigin) {
      self.member = member
      self.origin = origin
    }
  }

  /// Which committee.
  public let kind: CommitteeKind
  /// Who sits on it, and where each comes from.
  public let members: [Seat]
  /// The co-builders of the center, in the order by which origins name them.
  public let coBuilders: [PlainText]

  /// Names who sits on it.
  public init(_ kind: CommitteeKind, _ members: [Seat], coBuilders: [PlainText]) {
    self.kind = kind
    self.members = members
    self.coBuilders = coBuilders
  }

  /// How many there are, from where.
  public var count: CommitteeCount {
    var count = CommitteeCount()
    for seat in members { count.add(seat.member.duty, from: seat.origin) }
    return count
  }

  /// Whether it is made up lawfully; `nil` while that is not known.
  public var isLawful: Bool? { count.isLawful(as: kind, coBuilders: coBuilders.count) }

  /// What was found, part by part.
  public var findings: [CommitteeFinding] {
    switch kind {
    case .management: managementFindings
    case .advisory: advisoryFindings
    }
  }

  private func finding(_ holds: Bool?, _ subject: Phrase, _ found: Phrase, _ required: Phrase) -> CommitteeFinding {
    CommitteeFinding(article: kind.article, holds: holds, subject: subject, found: found, required: required)
  }

  private var managementFindings: [CommitteeFinding] {
    let own = Phrase(zh: "依托单位、共建单位人员组成", en: "people of the host and the co-builders only")
    if members.isEmpty { return [finding(nil, kind.phrase, EligibilityPart.notStated, own)] }
    let count = count
    let strangers =
      (members.filter { $0.origin == .outside } + members.filter { $0.origin == .unknown }).map(\.member.name.string)
    var found = Phrase(zh: "\(members.count) 人", en: members.count == 1 ? "1 member" : "\(members.count) members")
    if !strangers.isEmpty {
      found =
        found
        + Phrase(
          zh: "，\(strangers.joined(separator: "、")) 不在其中或未写单位",
          en: "; not of them, or without an employer: \(strangers.joined(separator: ", "))")
    }
    let first = finding(count.isOfOwnPeople, kind.phrase, found, own)
    if coBuilders.isEmpty { return [first] }
    let absent = coBuilders.indices.filter { !count.coBuilders.contains($0) }.map { coBuilders[$0] }.map { $0.isEmpty ? "–" : $0.string }
    return [
      first,
      finding(
        count.holdsEach(of: coBuilders.count), Phrase(zh: "各共建单位参加", en: "each co-builder in it"),
        absent.isEmpty
          ? Phrase(zh: "均有人参加", en: "all of them")
          : Phrase(zh: "缺 \(absent.joined(separator: "、"))", en: "lacking \(absent.joined(separator: ", "))"),
        Phrase(zh: "每家至少 1 人", en: "at least 1 of each")),
    ]
  }

  private var advisoryFindings: [CommitteeFinding] {
    let third = Phrase(zh: "依托单位和共建单位人员不超过三分之一", en: "at most one third of the host and the co-builders")
    if members.isEmpty { return [finding(nil, kind.phrase, EligibilityPart.notStated, third)] }
    let count = count
    var found = Phrase(zh: "\(members.count) 人中 \(count.insiders) 人", en: "\(count.insiders) of \(members.count)")
    if count.unknown > 0 { found = found + Phrase(zh: "，\(count.unknown) 人未写单位", en: ", \(count.unknown) without an employer") }
    let named = members.filter { $0.member.duty == .chair }.map(\.member.name.string)
    return [
      finding(count.isAtMostOneThirdOwn, kind.phrase, found, third),
      finding(
        count.hasOutsideChair, Phrase(zh: "委员会主任", en: "its chair"),
        named.isEmpty
          ? Phrase(zh: "未注明", en: "none named") : Phrase(zh: named.joined(separator: "、"), en: named.joined(separator: ", ")),
        Phrase(zh: "1 人，非依托单位、共建单位人员", en: "one, from outside the host and the co-builders")),
      finding(
        count.officers > 0, Phrase(zh: "中心负责人员参加", en: "an officer of the center"),
        Phrase(zh: "\(count.officers) 人", en: "\(count.officers)"), Phrase(zh: "至少 1 人", en: "at least 1")),
    ]
  }
}

extension ApplicationForm {
  /// The committees held against articles 14 and 15: who sits on them, from where, and who leads.
  public var committeeFindings: [CommitteeFinding] {
    let builders = (coBuilders ?? []).map { $0.name ?? .empty }
    let names = OrganizationNames([])
    func roll(_ kind: CommitteeKind, _ members: [CommitteeMember]?) -> CommitteeRoll {
      let seated = (members ?? []).map { member in
        let isHost = host.name.map { names.same(member.employer, $0) } ?? false
        let builder = builders.firstIndex { names.same(member.employer, $0) }
        return CommitteeRoll.Seat(member, from: CommitteeOrigin(of: member, isHost: isHost, coBuilder: builder))
      }
      return CommitteeRoll(kind, seated, coBuilders: builders)
    }
    return roll(.management, committees?.management).findings + roll(.advisory, committees?.advisory).findings
  }
}
