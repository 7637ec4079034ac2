import Wording

/// An application as its steps have made it: where it stands, and what the bureau admitted late.
///
/// It is made by its steps alone: from a draft, each step is either lawful and gives the next state, or refused with its reason.
public struct Application: Sendable, Hashable, Codable {
  /// How far it has come.
  public private(set) var state: ApplicationState = .draft
  /// The last days that do not bind this application, because the bureau admitted it late.
  @InOrder public private(set) var admitted: Set<CallDeadline> = []
  /// The notice on which it was, once it is on it no more: the days that were printed on it govern, whatever holidays are given out later.
  public private(set) var closedNotice: PublicNotice?

  /// A draft.
  public init() {}

  /// What a step looks at beside the application itself.
  public struct Situation: Sendable {
    /// The call that it answers.
    public var call: Call
    /// The day of the step.
    public var today: Day
    /// The articles of which some condition is not met (articles 9 and 10).
    public var failed: [String]
    /// The articles of which something is not known.
    public var unknown: [String]
    /// How many experts have given their opinion.
    public var opinions: Int
    /// The codes, of those that a step could name, that belong to a center already.
    public var takenCodes: Set<PlainText>
    /// Which days are worked.
    public var calendar: WorkingDays

    /// Names what there is.
    public init(
      call: Call, today: Day, failed: [String] = [], unknown: [String] = [], opinions: Int = 0, calendar: WorkingDays,
      takenCodes: Set<PlainText> = []
    ) {
      self.call = call
      self.today = today
      self.failed = failed
      self.unknown = unknown
      self.opinions = opinions
      self.takenCodes = takenCodes
      self.calendar = calendar
    }
  }

  /// Takes a step.
  ///
  /// - Throws: ``Refusal`` where the step is not somebody of that role's, not lawful in this state, too early or too late, or lacks something;
  ///   the application is as it was then.
  public mutating func take(_ step: ApplicationStep, by role: Role, _ situation: Situation) throws(Refusal) {
    if let refusal = refusal(step.kind, by: role, situation) { throw refusal }
    if step.needsReason, step.reason?.isEmpty ?? true {
      throw Refusal(article: step.kind.article, Phrase(zh: "须写明理由", en: "a reason is needed"))
    }
    if let next = try next(after: step, situation) {
      if case .onNotice(let notice, _) = state, next.stage != .onNotice { closedNotice = notice }
      state = next
    }
    if case .admitLate(let deadline, _) = step { admitted.insert(deadline) }
  }

  /// Shows another state of the same kind, with less in it.
  mutating func replace(_ state: ApplicationState) { self.state = state }

  /// The state after a step whose kind is lawful here; `nil` where it stays.
  private func next(after step: ApplicationStep, _ situation: Situation) throws(Refusal) -> ApplicationState? {
    switch step {
    case .submit: return .submitted
    case .admitLate: return nil
    case .returnForCorrection(let reason): return .returned(reason: reason)
    case .decline(let reason): return .ended(.declined(reason: reason))
    case .recommend(let reason):
      try requireReasonOverUnknown(reason, situation, article: "10")
      return .recommended
    case .accept: return .checking(.available)
    case .sendBack(let reason): return .sentBack(reason: reason)
    case .correct: return .checking(.used)
    case .passCheck(let reason):
      try requireReasonOverUnknown(reason, situation, article: "11")
      return .reviewing(visits: [])
    case .failCheck(let reason): return .ended(.failedCheck(reason: reason))
    case .visit(let visit): return try adding(visit, situation)
    case .propose: return .proposed
    case .passOver(let reason): return .ended(.notProposed(reason: reason))
    case .approve(let decision):
      try require(decision, situation)
      return .approved(decision)
    case .refuse(let decision, let reason):
      try require(decision, situation)
      return .ended(.notApproved(decision, reason: reason))
    case .publishNotice(let days):
      return .onNotice(try PublicNotice(issuedOn: situation.today, workingDays: days, calendar: situation.calendar), [])
    case .object(let day, let grounds, let signedBy, let evidence):
      return try adding(day, grounds, signedBy, evidence, situation)
    case .settleObjection(let number, let isUpheld, let reason):
      return try settling(number, Objection.Settlement(isUpheld: isUpheld, reason: reason, on: situation.today))
    case .certify(let document, let code): return try certified(document, code, situation)
    case .withdraw(let reason): return .ended(.withdrawn(reason: reason))
    }
  }
}

extension Application {
  private func requireReasonOverUnknown(_ reason: PlainText?, _ situation: Situation, article: String) throws(Refusal) {
    guard !situation.unknown.isEmpty, reason?.isEmpty ?? true else { return }
    throw Refusal(
      article: article,
      Citation.list(situation.unknown) + Phrase(zh: "尚不明确，须写明理由", en: " undetermined: a reason is needed"))
  }

  private func require(_ decision: PartyGroupDecision, _ situation: Situation) throws(Refusal) {
    if decision.minutes.isEmpty {
      throw Refusal(article: "12", Phrase(zh: "须写明党组会会议纪要号", en: "the number of the minutes is needed"))
    }
    if decision.on > situation.today {
      throw Refusal(article: "12", Phrase(zh: "党组会日期 \(decision.on) 还没有到", en: "the meeting of \(decision.on) is still to come"))
    }
  }

  private func adding(_ visit: SiteVisit, _ situation: Situation) throws(Refusal) -> ApplicationState? {
    guard case .reviewing(let visits) = state else { return nil }
    if visit.people.isEmpty || visit.findings.isEmpty {
      throw Refusal(article: "11", Phrase(zh: "现场考察须写明人员和情况", en: "a site visit says who was there and what was found"))
    }
    if visit.on > situation.today {
      throw Refusal(article: "11", Phrase(zh: "考察日期 \(visit.on) 还没有到", en: "the visit of \(visit.on) is still to come"))
    }
    return .reviewing(visits: visits + [visit])
  }

  private func adding(
    _ day: Day, _ grounds: PlainText, _ signedBy: PlainText?, _ evidence: PlainText?, _ situation: Situation
  ) throws(Refusal) -> ApplicationState? {
    guard case .onNotice(let notice, let objections) = state else { return nil }
    if day > situation.today {
      throw Refusal(article: "12", Phrase(zh: "收到日期 \(day) 还没有到", en: "the day it came, \(day), is still to come"))
    }
    if grounds.isEmpty { throw Refusal(article: "12", Phrase(zh: "须写明异议内容", en: "say what is objected to")) }
    let objection = Objection(
      number: objections.count + 1, filedOn: day, grounds: grounds, signedBy: signedBy, evidence: evidence)
    return .onNotice(notice, objections + [objection])
  }

  private func settling(_ number: Int, _ settlement: Objection.Settlement) throws(Refusal) -> ApplicationState? {
    guard case .onNotice(let notice, var objections) = state else { return nil }
    guard let place = objections.firstIndex(where: { $0.number == number && $0.settlement == nil }) else {
      throw Refusal(article: "12", Phrase(zh: "没有待处理的第 \(number) 号异议", en: "there is no open objection number \(number)"))
    }
    if let shortcoming = objections[place].shortcoming(under: notice), settlement.isUpheld {
      throw Refusal(
        article: "12",
        Phrase(zh: "该异议\(shortcoming.zh)，不能认定成立", en: "this objection does not count: \(shortcoming.en); it cannot be upheld"))
    }
    if settlement.isUpheld { return .ended(.objectionUpheld(reason: settlement.reason)) }
    objections[place].settlement = settlement
    return .onNotice(notice, objections)
  }

  private func certified(_ document: PlainText, _ code: PlainText, _ situation: Situation) throws(Refusal) -> ApplicationState? {
    if document.isEmpty { throw Refusal(article: "12", Phrase(zh: "须写明认定文号", en: "the number of the document is needed")) }
    if code.isEmpty { throw Refusal(article: "12", Phrase(zh: "须写明中心编号", en: "the center needs a code")) }
    if let shortcoming = CenterCodeForm.shortcoming(of: code.string) {
      throw Refusal(article: "12", Phrase(zh: "“\(code)”", en: "“\(code)” ") + shortcoming)
    }
    if situation.takenCodes.contains(code) {
      throw Refusal(article: "12", Phrase(zh: "编号 \(code) 已有中心使用", en: "the code \(code) belongs to another center"))
    }
    return .certified(Certification(on: situation.today, document: document, code: code))
  }
}
