import Wording

/// How far an evaluation round (绩效评估) has come (articles 25 to 28).
public enum RoundState: String, Term, Codable {
  /// The notice is out; nobody is assigned and nothing is scored yet.
  case announced
  /// From the first assignment or sheet on.
  case scoring
  /// Scores and grades stand; no sheet can be taken back.
  case settled
  /// The results are on public notice.
  case published
  /// Over; nothing changes any more.
  case closed
  /// Called off before anything was submitted.
  case cancelled

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .announced: Phrase(zh: "已通知", en: "announced")
    case .scoring: Phrase(zh: "评分中", en: "scoring")
    case .settled: Phrase(zh: "已核定", en: "settled")
    case .published: Phrase(zh: "公示中", en: "published")
    case .closed: Phrase(zh: "已结束", en: "closed")
    case .cancelled: Phrase(zh: "已取消", en: "cancelled")
    }
  }

  /// Whether experts may be assigned and sheets be written.
  public var takesSheets: Bool { self == .announced || self == .scoring }
  /// Whether the round is under way: neither closed nor cancelled.
  public var isOpen: Bool { self != .closed && self != .cancelled }
  /// Whether everybody may see the results.
  public var isPublic: Bool { self == .published || self == .closed }
}

/// What can be done with a round as a whole.
public enum RoundStep: String, Sendable, Hashable, CaseIterable {
  /// The first assignment or sheet.
  case startScoring
  /// Fixes scores and grades.
  case settle
  /// Back to scoring before publication, where sheets are still missing.
  case resume
  /// Puts the results on public notice.
  case publish
  /// Ends the round.
  case close
  /// Calls the round off.
  case cancel
}

/// What a step of a round has to look at.
public struct RoundSituation: Sendable, Hashable {
  /// How many sheets, evaluation forms and the like were submitted.
  public var submissions: Int
  /// How many centers are pending: neither scored nor absent.
  public var pending: Int
  /// How many objections are open.
  public var openObjections: Int
  /// The last day of the public notice, once it is out.
  public var noticeEnds: Day?
  /// Today.
  public var today: Day
  /// The reason that was given for the step; empty for none.
  public var reason: String

  /// Names what there is.
  public init(submissions: Int, pending: Int, openObjections: Int = 0, noticeEnds: Day? = nil, today: Day, reason: String = "") {
    self.submissions = submissions
    self.pending = pending
    self.openObjections = openObjections
    self.noticeEnds = noticeEnds
    self.today = today
    self.reason = reason
  }
}

extension RoundState {
  /// The state after a step.
  ///
  /// - Throws: ``Refusal`` where the step is not lawful here, with what would have to be there first.
  public func after(_ step: RoundStep, _ situation: RoundSituation) throws(Refusal) -> RoundState {
    switch (step, self) {
    case (.startScoring, .announced), (.startScoring, .scoring): return .scoring
    case (.settle, .scoring): return .settled
    case (.settle, .announced):
      throw Refusal(
        article: "25", Phrase(zh: "尚未分配专家，也没有评分，不能核定", en: "no expert is assigned and nothing is scored: there is nothing to settle"))
    case (.resume, .settled): return .scoring
    case (.publish, .settled): return .published
    case (.close, .published):
      if let refusal = RoundState.refusalToClose(situation) { throw refusal }
      return .closed
    case (.cancel, .announced), (.cancel, .scoring):
      if situation.submissions > 0 {
        throw Refusal(article: "25", Phrase(zh: "已有提交的材料或评分表，不能取消", en: "something was submitted already: the round cannot be cancelled"))
      }
      if situation.reason.isBlank { throw Refusal(article: "25", Phrase(zh: "取消评估须写明理由", en: "cancelling a round needs a reason")) }
      return .cancelled
    default: throw RoundState.outOfOrder(step, self)
    }
  }

  private static func refusalToClose(_ situation: RoundSituation) -> Refusal? {
    if situation.pending > 0 {
      return Refusal(
        article: "25",
        Phrase(
          zh: "还有 \(situation.pending) 个中心评分表不足，不能结束；补齐评分表后逐个重新核定",
          en:
            "\(situation.pending.counted("center has", "centers have")) too few sheets to be graded: the round cannot be closed before they have "
            + "enough and their figures are fixed"))
    }
    if situation.openObjections > 0 {
      return Refusal(
        article: "25",
        Phrase(
          zh: "还有 \(situation.openObjections) 件异议未处理",
          en: "\(situation.openObjections.counted("objection is", "objections are")) still open"))
    }
    if let last = situation.noticeEnds, situation.today <= last {
      return Refusal(
        article: "25", Phrase(zh: "公示至 \(last) 止，期满后方可结束", en: "the public notice runs until \(last); close the round after it"))
    }
    return nil
  }

  private static func outOfOrder(_ step: RoundStep, _ state: RoundState) -> Refusal {
    let needed: Phrase =
      switch step {
      case .startScoring: Phrase(zh: "只有已通知的评估可以评分", en: "only an announced round can be scored")
      case .settle: Phrase(zh: "只有评分中的评估可以核定", en: "only a round that is being scored can be settled")
      case .resume: Phrase(zh: "只有已核定、未公示的评估可以恢复评分", en: "only a settled round that is not published can go back to scoring")
      case .publish: Phrase(zh: "只有已核定的评估可以公示", en: "only a settled round can be published")
      case .close: Phrase(zh: "只有公示过的评估可以结束", en: "only a published round can be closed")
      case .cancel: Phrase(zh: "只有未核定的评估可以取消", en: "only a round that is not settled can be cancelled")
      }
    return Refusal(
      article: "25",
      Phrase(zh: "评估“\(state.phrase.zh)”：", en: "the round is \(state.phrase.en): ") + needed)
  }
}

extension String {
  /// Whether nothing but blanks is written.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
