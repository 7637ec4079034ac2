import Wording

/// What a careful colleague would say before a round is settled or its results go on notice (articles 25 to 30). It holds nothing up.
public enum RoundCaution: Sendable, Hashable {
  /// Due centers that took no part, which is ground for revocation.
  case absent([String])
  /// Due centers with too few sheets: they get no grade, and the round is not closed before they have one.
  case pending([String])
  /// Centers whose sheets disagree and at which nobody was asked to look again.
  case disagreeing([String])
  /// Centers at which a second look is under way.
  case lookedAtNow([String])

  /// The article that it rests on.
  public var article: String {
    switch self {
    case .absent: "30"
    case .pending, .disagreeing, .lookedAtNow: "25"
    }
  }

  /// The codes of the centers that it is about, in order.
  public var centers: [String] {
    switch self {
    case .absent(let codes), .pending(let codes), .disagreeing(let codes), .lookedAtNow(let codes): codes
    }
  }

  /// The sentence, with the first few centers.
  public var phrase: Phrase {
    let codes = centers
    let (zh, en) = (RoundCaution.named(codes, "、", "等"), RoundCaution.named(codes, ", ", ", …"))
    let count = codes.count
    return switch self {
    case .absent:
      Phrase(
        zh: "未参加 \(count) 个：\(zh)，没有材料，也没有评分表（办法第30条）。",
        en: "\(count) absent, without material or a sheet (article 30): \(en).")
    case .pending:
      Phrase(
        zh: "评分表不足 \(count) 个：\(zh)，不能定级；补齐并核定之前评估不能结束（办法第25条）。",
        en: "\(count) with too few sheets (article 25): \(en); not graded, and the round is not closed before they are.")
    case .disagreeing:
      Phrase(
        zh: "评分分歧大而未复核 \(count) 个：\(zh)（办法第25条）。",
        en: "\(count) whose sheets disagree, without a second look (article 25): \(en).")
    case .lookedAtNow:
      Phrase(zh: "复核未完成 \(count) 个：\(zh)（办法第25条）。", en: "\(count) with a second look under way (article 25): \(en).")
    }
  }

  private static func named(_ codes: [String], _ comma: String, _ more: String) -> String {
    codes.prefix(6).joined(separator: comma) + (codes.count > 6 ? more : "")
  }
}

/// How far a second look at a center's sheets has come (article 25): it is done when the further sheet is in, or what people found on site is on
/// file.
public enum SecondLookProgress: Sendable, Hashable {
  /// Nobody was asked.
  case none
  /// A further expert was asked, and the sheet is still to come.
  case underWay
  /// Every further sheet that was asked for is in, or what people found on site is on file: either is enough.
  case done

  /// Tells how far it has come.
  public init(asked: Int, handedIn: Int, visits: Int) {
    self = visits > 0 ? .done : asked > handedIn ? .underWay : asked > 0 ? .done : .none
  }
}

extension EvaluationRound {
  /// What settlement would fix as things are now, or fixed; `nil` where nothing is scored any more and nothing was fixed.
  public func outlook(_ situation: Situation) -> RoundSettlement? {
    state.settlement ?? (stage.takesSheets ? settlement(situation) : nil)
  }

  /// What is said before the round is settled or published; none before other steps.
  public func cautions(before kind: EvaluationRoundStepKind, _ situation: Situation) -> [RoundCaution] {
    guard kind == .settle || kind == .publish, let outlook = outlook(situation) else { return [] }
    var cautions: [RoundCaution] = []
    if !outlook.absent.isEmpty { cautions.append(.absent(outlook.absent)) }
    if !outlook.pending.isEmpty { cautions.append(.pending(outlook.pending)) }
    guard kind == .settle else { return cautions }
    var (disagreeing, underWay): ([String], [String]) = ([], [])
    for (code, center) in situation.centers where outlook.isScored(code) {
      switch center.secondLook {
      case .underWay: underWay.append(code)
      case .none: if !Disagreement.found(in: center.sheets).isEmpty { disagreeing.append(code) }
      case .done: break
      }
    }
    if !disagreeing.isEmpty { cautions.append(.disagreeing(disagreeing.inOrder)) }
    if !underWay.isEmpty { cautions.append(.lookedAtNow(underWay.inOrder)) }
    return cautions
  }
}

extension RoundSettlement {
  fileprivate func isScored(_ code: String) -> Bool { figures[code] != nil }
}
