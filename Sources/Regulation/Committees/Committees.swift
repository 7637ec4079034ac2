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
  public static let managementName = Phrase(zh: "管理委员会", en: "management committee")
  /// What the technical advisory committee is called.
  public static let advisoryName = Phrase(zh: "技术指导委员会", en: "technical advisory committee")
}

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

extension ApplicationForm {
  /// The committees held against articles 14 and 15: who sits on them, from where, and who leads.
  public var committeeFindings: [CommitteeFinding] { managementFindings + advisoryFindings }

  private enum Origin { case host, coBuilder(Int), outside, unknown }

  /// Where a member comes from: by employer; the center's own officers whom neither the host nor a co-builder employs belong to the host.
  private func origin(_ member: CommitteeMember) -> Origin {
    let names = OrganizationNames([])
    if let host = host.name, names.same(member.employer, host) { return .host }
    let builder = (coBuilders ?? []).firstIndex { builder in builder.name.map { names.same(member.employer, $0) } ?? false }
    if let builder { return .coBuilder(builder) }
    if member.duty == .officer { return .host }
    return member.employer.isEmpty ? .unknown : .outside
  }

  private var managementFindings: [CommitteeFinding] {
    let name = Committees.managementName
    let own = Phrase(zh: "依托单位、共建单位人员组成", en: "people of the host and the co-builders only")
    guard let members = committees?.management, !members.isEmpty else {
      return [CommitteeFinding(article: "14", holds: nil, subject: name, found: EligibilityPart.notStated, required: own)]
    }
    let origins = members.map(origin)
    let outside = zip(members, origins).filter { if case .outside = $1 { true } else { false } }.map(\.0.name.string)
    let open = zip(members, origins).filter { if case .unknown = $1 { true } else { false } }.map(\.0.name.string)
    let strangers = outside + open
    var found = Phrase(zh: "\(members.count) 人", en: members.count == 1 ? "1 member" : "\(members.count) members")
    if !strangers.isEmpty {
      found =
        found
        + Phrase(
          zh: "，\(strangers.joined(separator: "、")) 不在其中或未写单位",
          en: "; not of them, or without an employer: \(strangers.joined(separator: ", "))")
    }
    var findings = [
      CommitteeFinding(
        article: "14", holds: !outside.isEmpty ? false : open.isEmpty ? true : nil, subject: name, found: found, required: own)
    ]
    let builders = (coBuilders ?? []).enumerated().filter { place, _ in
      !origins.contains { if case .coBuilder(place) = $0 { true } else { false } }
    }.map { $1.name?.string ?? "–" }
    if !(coBuilders ?? []).isEmpty {
      findings.append(
        CommitteeFinding(
          article: "14", holds: builders.isEmpty, subject: Phrase(zh: "各共建单位参加", en: "each co-builder in it"),
          found: builders.isEmpty
            ? Phrase(zh: "均有人参加", en: "all of them")
            : Phrase(zh: "缺 \(builders.joined(separator: "、"))", en: "lacking \(builders.joined(separator: ", "))"),
          required: Phrase(zh: "每家至少 1 人", en: "at least 1 of each")))
    }
    return findings
  }

  private var advisoryFindings: [CommitteeFinding] {
    let name = Committees.advisoryName
    let third = Phrase(zh: "依托单位和共建单位人员不超过三分之一", en: "at most one third of the host and the co-builders")
    guard let members = committees?.advisory, !members.isEmpty else {
      return [CommitteeFinding(article: "15", holds: nil, subject: name, found: EligibilityPart.notStated, required: third)]
    }
    let origins = members.map(origin)
    let inside = origins.count { if case .outside = $0 { false } else if case .unknown = $0 { false } else { true } }
    let open = origins.count { if case .unknown = $0 { true } else { false } }
    // Whoever's employer is not known may be of the host: only what holds with them counted in is known to hold.
    let holds: Bool? = 3 * inside > members.count ? false : 3 * (inside + open) <= members.count ? true : nil
    var found = Phrase(zh: "\(members.count) 人中 \(inside) 人", en: "\(inside) of \(members.count)")
    if open > 0 { found = found + Phrase(zh: "，\(open) 人未写单位", en: ", \(open) without an employer") }
    let chairs = zip(members, origins).filter { $0.0.duty == .chair }
    let chair: Bool? =
      switch chairs.first?.1 {
      case .outside?: chairs.count == 1
      case .host?, .coBuilder?: false
      case .unknown?, nil: nil
      }
    let named = chairs.map { "\($0.0.name)" }
    return [
      CommitteeFinding(article: "15", holds: holds, subject: name, found: found, required: third),
      CommitteeFinding(
        article: "15", holds: chair, subject: Phrase(zh: "委员会主任", en: "its chair"),
        found: named.isEmpty
          ? Phrase(zh: "未注明", en: "none named") : Phrase(zh: named.joined(separator: "、"), en: named.joined(separator: ", ")),
        required: Phrase(zh: "1 人，非依托单位、共建单位人员", en: "one, from outside the host and the co-builders")),
      CommitteeFinding(
        article: "15", holds: members.contains { $0.duty == .officer }, subject: Phrase(zh: "中心负责人员参加", en: "an officer of the center"),
        found: Phrase(zh: "\(members.count { $0.duty == .officer }) 人", en: "\(members.count { $0.duty == .officer })"),
        required: Phrase(zh: "至少 1 人", en: "at least 1")),
    ]
  }
}
