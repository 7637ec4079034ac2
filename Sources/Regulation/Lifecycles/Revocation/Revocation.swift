import Wording

/// The revocation of a center's title (撤销资格; article 30), from the proposal to the decision: a person decides.
///
/// ```swift
/// var revocation = Revocation(case, on: today, calendar: calendar)
/// try revocation.take(.reply(text), by: .host, situation)
/// try revocation.take(.revoke(reason: text, document: "沧科字〔2027〕3号"), by: .bureau, situation)
/// ```
public struct Revocation: Matter {
  /// What it is about.
  public static let matter = MatterKind.revocation

  /// Why, with every part of the ground.
  public let `case`: RevocationCase
  /// Since which day it is proposed.
  public let proposedOn: Day
  /// Until when the host may reply before anything is decided; `nil` where the host asked on the desk itself.
  ///
  /// Of a request that staff entered from a paper (article 30(8)) the host learns on the desk, so it is heard as on any other ground.
  public let replyBy: WorkingDays.Deadline?
  /// What the host said to it, in the order in which it came.
  public private(set) var replies: [Reply] = []
  /// How far it has come.
  public private(set) var state: State = .proposed

  /// How many working days a host has for its reply: as many as the shortest public notice.
  ///
  /// The regulation gives the host no days. Whoever loses a title is heard first, so nothing is decided before it replied or they are over.
  public static let replyDays = PublicNotice.lawfulDays.lowerBound

  /// What the host said to what is proposed.
  public struct Reply: Sendable, Hashable, Codable {
    /// When.
    public let on: Day
    /// In its words.
    public let text: PlainText
  }

  /// What the bureau decided.
  public struct Decision: Sendable, Hashable, Codable {
    /// When.
    public let on: Day
    /// Why.
    public let reason: PlainText
    /// The number of the document (文号); empty where nothing is revoked.
    public let document: PlainText
  }

  /// How far a revocation has come. Each state holds what can be known in it and nothing else.
  public enum State: Sendable, Hashable, Codable {
    /// A person is to decide.
    case proposed
    /// The title is lost; the decision is still to be made public.
    case decided(Decision)
    /// The decision is public, since a day and at a place.
    case published(Decision, on: Day, where: PlainText)
    /// The center keeps its title.
    case kept(Decision)
    /// The host took its own request back.
    case withdrawn(reason: PlainText)
    /// The center ended otherwise, before anything was decided here.
    case lapsed(MatterLapse)
  }

  /// Proposes to revoke.
  public init(_ case: RevocationCase, on day: Day, calendar: WorkingDays) {
    self.case = `case`
    proposedOn = day
    replyBy = `case`.ground == .ownRequest && `case`.paper == nil ? nil : calendar.deadline(Revocation.replyDays, workingDaysAfter: day)
  }

  /// The state's name.
  @inline(never)
  public var stage: RevocationStage {
    // Inlined into another module, the switch makes the optimiser of Swift 6.3.1 give up, as in ``ChangeRequest``.
    switch state {
    case .proposed: .proposed
    case .decided: .decided
    case .published: .published
    case .kept: .kept
    case .withdrawn: .withdrawn
    case .lapsed: .lapsed
    }
  }

  /// What was decided; `nil` before.
  public var decision: Decision? {
    switch state {
    case .proposed, .withdrawn, .lapsed: nil
    case .decided(let decision), .published(let decision, _, _), .kept(let decision): decision
    }
  }

  /// Whether a step of a kind belongs to this state.
  public func isInOrder(_ kind: RevocationStepKind) -> Bool {
    switch (kind, stage) {
    case (.reply, .proposed), (.revoke, .proposed), (.keep, .proposed), (.withdraw, .proposed), (.lapse, .proposed): true
    case (.publish, .decided): true
    default: false
    }
  }

  /// What stands in the way of a step.
  public func obstacle(to kind: RevocationStepKind, by role: Role, _ situation: MatterSituation) -> Refusal? {
    switch kind {
    case .reply where replyBy == nil:
      Refusal(
        article: `case`.ground.article, Phrase(zh: "是依托单位自己提出的，无须陈述意见", en: "it is the host's own request: there is nothing to reply to"))
    case .withdraw where `case`.ground != .ownRequest:
      Refusal(article: `case`.ground.article, Phrase(zh: "不是依托单位提出的，不能撤回", en: "it is not the host's request, and not its to take back"))
    case .revoke: obstacleToRevoke(situation)
    default: nil
    }
  }

  private func obstacleToRevoke(_ situation: MatterSituation) -> Refusal? {
    guard let replyBy, replies.isEmpty, situation.today <= replyBy.last else { return nil }
    return Refusal(
      article: `case`.ground.article,
      Phrase(
        zh: "依托单位可在 \(replyBy.last) 前陈述意见，尚未陈述，次日起方可决定撤销",
        en: "the host may reply until \(replyBy.last) and has not: revoke from the day after it"))
  }

  /// Takes a step.
  public mutating func take(_ step: RevocationStep, by role: Role, _ situation: MatterSituation) throws(Refusal) {
    let (kind, today) = (step.kind, situation.today)
    try require(kind, by: role, situation)
    switch step {
    case .reply(let text):
      try kind.require(text, Phrase(zh: "须写明意见", en: "say what there is to say"))
      replies.append(Reply(on: today, text: text))
    case .revoke(let reason, let document):
      try kind.require(reason: reason)
      try kind.require(document, Phrase(zh: "须写明决定文号", en: "the number of the document is needed"))
      state = .decided(Decision(on: today, reason: reason, document: document))
    case .keep(let reason):
      try kind.require(reason: reason)
      state = .kept(Decision(on: today, reason: reason, document: .empty))
    case .publish(let day, let place):
      guard case .decided(let decision) = state else { return }
      try kind.require(place, Phrase(zh: "须写明在何处公布", en: "say where it was published"))
      try kind.require(day, notAfter: today)
      if day < decision.on {
        throw Refusal(article: kind.article, Phrase(zh: "早于决定之日 \(decision.on)", en: "that is before the decision of \(decision.on)"))
      }
      state = .published(decision, on: day, where: place)
    case .withdraw(let reason):
      try kind.require(reason: reason)
      state = .withdrawn(reason: reason)
    case .lapse(let lapse):
      try kind.require(lapse, situation)
      state = .lapsed(lapse)
    }
  }
}
