import Wording

/// An evaluation round as its steps have made it: where it stands, and what it has on file for each center (articles 25 to 28).
///
/// It is made by its steps alone: from the notice on, each step is either lawful and gives the next state, or refused with its reason.
///
/// ```swift
/// var round = try EvaluationRound.announced(terms, existing: [2024])
/// try round.take(.submit("YS-001"), by: .host, situation)
/// round.standing(of: "YS-001", situation)
/// ```
public struct EvaluationRound: Sendable, Hashable, Codable {
  /// What the notice says.
  public let terms: RoundTerms
  /// How far it has come.
  public private(set) var state: EvaluationRoundState = .announced
  /// What is on file for centers, by code; nothing for a center about which no step was taken.
  public private(set) var centers: [String: CenterInRound] = [:]

  private init(_ terms: RoundTerms) { self.terms = terms }

  /// A round as its steps left it, read back from where it was kept.
  ///
  /// - Parameters:
  ///   - state: where it stood.
  ///   - centers: what was on file, by code. For a step about one center its own file suffices, and a settlement that tells of it alone.
  public init(kept terms: RoundTerms, state: EvaluationRoundState, centers: [String: CenterInRound]) {
    self.terms = terms
    self.state = state
    self.centers = centers
  }

  /// Gives out the notice of a round (article 26).
  ///
  /// - Parameter existing: the years of the rounds that there are, cancelled ones left out.
  /// - Throws: ``Refusal`` where the year has a round already, or its distance to others needs a reason that the terms do not give.
  public static func announced(_ terms: RoundTerms, existing: [Int]) throws(Refusal) -> EvaluationRound {
    if let refusal = RoundOpening.refusal(year: terms.year, existing: existing, reason: terms.reason.string) { throw refusal }
    return EvaluationRound(terms)
  }

  /// The state's name.
  public var stage: RoundState { state.stage }

  /// What is on file for a center; nothing where no step was taken.
  public subscript(center code: String) -> CenterInRound { centers[code] ?? CenterInRound() }

  /// Takes a step.
  ///
  /// - Throws: ``Refusal`` where the step is not somebody of that role's, not lawful in this state, too late, or lacks something; the
  ///   round is as it was then.
  public mutating func take(_ step: EvaluationRoundStep, by role: Role, _ situation: Situation) throws(Refusal) {
    if let refusal = refusal(step.kind, by: role, of: step.center, situation) { throw refusal }
    if let reason = step.reason, reason.isEmpty {
      throw Refusal(article: step.kind.article, Phrase(zh: "须写明理由", en: "a reason is needed"))
    }
    if let code = step.center, let file = try filed(step, self[center: code], situation) { centers[code] = file }
    if let next = try next(after: step, situation) { state = next }
  }

  /// What is on file for the step's center after it; `nil` where it stays.
  private func filed(
    _ step: EvaluationRoundStep, _ before: CenterInRound, _ situation: Situation
  ) throws(Refusal) -> CenterInRound? {
    var file = before
    let today = situation.today
    switch step {
    // What the host hands in is the host's from then on, though staff entered some of it before.
    case .submit: file.material = .submitted(.init(on: before.material.submission?.on ?? today, isByStaff: false))
    case .enter: file.material = .submitted(before.material.submission ?? .init(on: today, isByStaff: true))
    case .admitLate(_, .scores, _):
      throw Refusal(
        article: "25", Phrase(zh: "评分在核定前均可提交，不须准予逾期", en: "scores are taken until the round is settled: there is nothing to admit"))
    case .admitLate(_, let deadline, _): file.admitted.insert(deadline)
    case .returnForCorrection(_, let reason):
      guard let submission = before.material.submission else { return nil }
      file.material = .returned(submission, reason: reason)
    case .report(let code, let remark):
      guard let submission = before.material.submission else { return nil }
      if situation.centers[code]?.form.wrong ?? 0 > 0, remark?.isEmpty ?? true {
        throw Refusal(article: "27", Phrase(zh: "有审查不符的数据项，须写明意见", en: "items were found wrong: a remark is needed"))
      }
      file.material = .reported(submission, on: today, remark: remark)
    case .postpone(_, let reason): file.deferral = reason
    case .startScoring, .settle, .resume, .publish, .object, .settleObjection, .resettle, .close, .cancel: return nil
    }
    return file
  }

  /// The state after a step whose kind is lawful here; `nil` where it stays.
  private func next(after step: EvaluationRoundStep, _ situation: Situation) throws(Refusal) -> EvaluationRoundState? {
    switch step {
    case .submit, .enter, .admitLate, .returnForCorrection, .report, .postpone: return nil
    case .startScoring, .resume: return .scoring
    case .settle: return .settled(settlement(situation))
    case .publish(let days):
      guard var settlement = state.settlement else { return nil }
      let notice = try PublicNotice(issuedOn: situation.today, workingDays: days, calendar: situation.calendar)
      // Whoever has not come by now, when the last day for material is over, did not take part.
      let gone = settlement.pending.filter { !tookPart($0, situation) }
      settlement.absent = (settlement.absent + gone).inOrder
      settlement.pending.removeAll { gone.contains($0) }
      return .published(settlement, notice, [])
    case .object(let code, let day, let grounds, let signedBy, let evidence):
      return try objected(code, day, grounds, signedBy, evidence, situation)
    case .settleObjection(let number, let isUpheld, let reason, let document):
      return try settling(number, Objection.Settlement(isUpheld: isUpheld, reason: reason, on: situation.today, document: document))
    case .resettle(let code): return resettled(code, situation)
    case .close:
      guard case .published(let settlement, let notice, let objections) = state else { return nil }
      return .closed(settlement, notice, objections, on: situation.today)
    case .cancel(let reason): return .cancelled(reason: reason)
    }
  }

  /// Shows another state of the same kind, with less in it.
  mutating func replace(_ state: EvaluationRoundState) { self.state = state }
}

extension EvaluationRound {
  /// Fixes what every center of the registry comes to.
  func settlement(_ situation: Situation) -> RoundSettlement {
    var figures: [String: RoundFigure] = [:]
    var (pending, absent): ([String], [String]) = ([], [])
    var exempt: [String: Due.Exemption] = [:]
    for code in situation.centers.keys {
      switch standing(of: code, situation) {
      case .scored(let score): figures[code] = RoundFigure(score: score.score, sheets: score.sheets)
      case .exempt(let exemption): exempt[code] = exemption
      case .absent: absent.append(code)
      // Without a last day for material the settlement is when it is over.
      case .due where terms.lastDays[.material] == nil: absent.append(code)
      case .due, .pending: pending.append(code)
      case .graded, nil: break
      }
    }
    return RoundSettlement(on: situation.today, figures: figures, pending: pending, absent: absent, exempt: exempt)
  }

  private func objected(
    _ code: String, _ day: Day, _ grounds: PlainText, _ signedBy: PlainText?, _ evidence: PlainText?, _ situation: Situation
  ) throws(Refusal) -> EvaluationRoundState? {
    guard case .published(let settlement, let notice, let objections) = state else { return nil }
    if day > situation.today {
      throw Refusal(article: "25", Phrase(zh: "收到日期 \(day) 还没有到", en: "the day it came, \(day), is still to come"))
    }
    if grounds.isEmpty { throw Refusal(article: "25", Phrase(zh: "须写明异议内容", en: "say what is objected to")) }
    let objection = Objection(number: objections.count + 1, filedOn: day, grounds: grounds, signedBy: signedBy, evidence: evidence)
    return .published(settlement, notice, objections + [RoundObjection(center: code, objection: objection)])
  }

  private func settling(_ number: Int, _ finding: Objection.Settlement) throws(Refusal) -> EvaluationRoundState? {
    guard case .published(var settlement, let notice, var objections) = state else { return nil }
    guard let place = objections.firstIndex(where: { $0.objection.number == number && $0.objection.settlement == nil }) else {
      throw Refusal(article: "25", Phrase(zh: "没有待处理的第 \(number) 号异议", en: "there is no open objection number \(number)"))
    }
    if let shortcoming = objections[place].objection.shortcoming(under: notice), finding.isUpheld {
      throw Refusal(
        article: "25",
        Phrase(zh: "该异议\(shortcoming.zh)，不能认定成立", en: "this objection does not count: \(shortcoming.en); it cannot be upheld"))
    }
    objections[place].objection.settlement = finding
    if finding.isUpheld { settlement.reopened[objections[place].center] = number }
    return .published(settlement, notice, objections)
  }

  /// Fixes a re-opened center's figure anew, or that of a center which was published without one; one that took no part after all stays absent.
  ///
  /// A first figure is on notice as long as any other: the notice runs at least five working days more for it.
  private func resettled(_ code: String, _ situation: Situation) -> EvaluationRoundState? {
    guard case .published(var settlement, var notice, let objections) = state else { return nil }
    let objection = settlement.reopened.removeValue(forKey: code)
    if let score = score(of: code, situation) {
      let old = settlement.figures[code]
      let replaced = objection.map { RoundFigure.Replaced(score: old?.score, objection: $0, on: situation.today) }
      settlement.figures[code] = RoundFigure(
        score: score.score, sheets: score.sheets, replaced: (old?.replaced ?? []) + [replaced].compactMap(\.self))
      if settlement.pending.contains(code) { notice = notice.extended(on: situation.today, calendar: situation.calendar) }
      settlement.pending.removeAll { $0 == code }
      settlement.absent.removeAll { $0 == code }
    }
    return .published(settlement, notice, objections)
  }
}
