import Wording

/// What follows from a round when it closes: whose revocation is proposed (article 30(1) and (2)), and who has earned the incentives of
/// article 29. These are proposals and a list; a person decides on each.
///
/// ```swift
/// let consequences = RoundConsequences(figures: ["A": Points(92_00), "B": Points(59_99)], absent: ["Z"], status: registry)
/// consequences.proposals     // B under 30(1), Z under 30(2)
/// consequences.excellent     // A
/// ```
public struct RoundConsequences: Sendable, Hashable {
  /// A ground for revocation that a round itself shows; one round is enough. The other six are for staff to bring, with evidence.
  public enum Ground: Sendable, Hashable {
    /// 绩效评估不合格: the published figure lies below 60.
    case unqualified(Points)
    /// 不参加绩效评估: neither did the host submit in time, nor is there any sheet.
    case absent

    /// Where the article names it.
    public var article: String {
      switch self {
      case .unqualified: "30(1)"
      case .absent: "30(2)"
      }
    }

    /// The ground in words.
    public var phrase: Phrase {
      switch self {
      case .unqualified(let score): Phrase(zh: "绩效评估不合格（\(score) 分）", en: "the evaluation came to \(score), which is unqualified")
      case .absent: Phrase(zh: "不参加绩效评估", en: "it took no part in the evaluation")
      }
    }
  }

  /// A center whose revocation the desk proposes.
  public struct Proposal: Sendable, Hashable {
    /// Its code.
    public let center: String
    /// Why.
    public let ground: Ground

    /// Names a center and why.
    public init(center: String, ground: Ground) {
      self.center = center
      self.ground = ground
    }
  }

  /// Whose revocation is proposed, by code.
  public let proposals: [Proposal]
  /// Who has earned the incentives of article 29: the excellent, by rank, then code.
  public let excellent: [String]

  /// Works out what follows.
  ///
  /// - Parameters:
  ///   - figures: the published figures, by center, as they stand at the end.
  ///   - absent: the due centers that took no part.
  ///   - status: how each of them stands in the registry now; one that is revoked or reorganised already, or is not known any more, is passed
  ///     over.
  public init(figures: [String: Points], absent: [String], status: [String: CenterStatus]) {
    let figures = figures.filter { status[$0.key] == .active }
    let failed = figures.filter { Grade(published: $0.value) == .unqualified }
    let gone = Set(absent).filter { status[$0] == .active && figures[$0] == nil }
    proposals = (Array(failed.keys) + gone).inOrder.map { code in
      Proposal(center: code, ground: figures[code].map { .unqualified($0) } ?? .absent)
    }
    let ranked = Ranking.ranked(Array(figures), score: { $0.value }, code: { $0.key })
    excellent = ranked.filter { Grade(published: $0.thing.value) == .excellent }.map(\.thing.key)
  }
}

/// What an excellent center has earned (article 29); what came of each is put on file.
public enum Incentive: String, Term, Codable {
  /// 优先支持承担市级科技项目
  case municipalProjects = "municipal_projects"
  /// 优先推荐申报省级及以上科技项目
  case provincialProjects = "provincial_projects"
  /// 优先推荐申报省级及以上重点实验室、技术创新中心等
  case provincialPlatforms = "provincial_platforms"
  /// 支持归口管理部门给予奖励性后补助
  case subsidy

  /// The words for people.
  public var phrase: Phrase {
    switch self {
    case .municipalProjects: Phrase(zh: "优先支持承担市级科技项目", en: "preferred for municipal projects")
    case .provincialProjects: Phrase(zh: "优先推荐申报省级及以上科技项目", en: "recommended first for provincial and higher projects")
    case .provincialPlatforms:
      Phrase(zh: "优先推荐申报省级及以上重点实验室、技术创新中心等", en: "recommended first as a provincial or higher laboratory or center")
    case .subsidy: Phrase(zh: "支持归口管理部门给予奖励性后补助", en: "its department may reward it afterwards")
    }
  }
}

extension EvaluationRound {
  /// What follows from the round; `nil` until it is closed, since a figure may change before.
  ///
  /// - Parameter status: how the centers stand in the registry now.
  public func consequences(status: [String: CenterStatus]) -> RoundConsequences? {
    guard case .closed(let settlement, _, _, _) = state else { return nil }
    return RoundConsequences(figures: settlement.figures.mapValues(\.score), absent: settlement.absent, status: status)
  }
}
