import Wording

/// A matter of a center that goes from hand to hand, step by step, until it is decided: a change (article 31), the filing of a director
/// (article 16), a revocation (article 30).
///
/// It is made by its steps alone: each is either lawful and gives the next state, or refused with its reason.
public protocol Matter: Sendable, Hashable, Codable {
  /// A step with everything that it leaves on file.
  associatedtype Step: MatterStep
  /// The name of a state.
  associatedtype Stage: MatterStage

  /// What it is about.
  static var matter: MatterKind { get }
  /// How far it has come.
  var stage: Stage { get }

  /// Whether a step of a kind belongs to this state, whoever may take it and whatever stands in its way.
  func isInOrder(_ kind: Step.Kind) -> Bool

  /// What stands in the way of a step that belongs to this state, whatever it holds; `nil` where nothing does.
  func obstacle(to kind: Step.Kind, by role: Role, _ situation: MatterSituation) -> Refusal?

  /// Takes a step.
  ///
  /// - Throws: ``Refusal`` where the step is not somebody's of that role, not lawful in this state, too early, or lacks something; the matter is
  ///   as it was then.
  mutating func take(_ step: Step, by role: Role, _ situation: MatterSituation) throws(Refusal)
}

/// A step of a matter.
public protocol MatterStep: Sendable, Hashable, Codable {
  /// The name of a step.
  associatedtype Kind: MatterStepKind
  /// The step's name.
  var kind: Kind { get }
  /// It ends without a decision, since its center has ended.
  static func lapse(_ lapse: MatterLapse) -> Self
}

/// The name of a step of a matter, as menus list it and histories tell it.
public protocol MatterStepKind: Term, Codable {
  /// That it ends without a decision (终止).
  static var lapse: Self { get }
  /// The article that knows the step.
  var article: String { get }
  /// Who takes it; the administrator may stand in for the bureau.
  var roles: Set<Role> { get }
}

/// The name of a state of a matter, as queues count by it.
public protocol MatterStage: Term, Codable {
  /// Who has the next step; `nil` where none is to come.
  var waitsFor: Role? { get }
}

/// What a step of a matter looks at beside the matter itself.
public struct MatterSituation: Sendable {
  /// The day of the step.
  public var today: Day
  /// How the center stands in the registry.
  public var status: CenterStatus
  /// Which days are worked.
  public var calendar: WorkingDays

  /// Names what there is.
  public init(today: Day, status: CenterStatus, calendar: WorkingDays) {
    self.today = today
    self.status = status
    self.calendar = calendar
  }
}

extension MatterStage {
  /// Whether a step is still to come.
  public var isOpen: Bool { waitsFor != nil }

  /// Whether the next step is somebody's of a role: the administrator stands in for the bureau.
  public func waits(for role: Role) -> Bool { waitsFor == (role == .admin ? .bureau : role) }
}

extension MatterStepKind {
  /// Whether somebody of a role takes this step.
  public func isTaken(by role: Role) -> Bool { roles.contains(role == .admin ? .bureau : role) }
}

extension Matter {
  /// Why somebody of a role cannot take a step of a kind now; `nil` where they can, given what the step needs.
  ///
  /// Menus grey a step by it; ``Matter/take(_:by:_:)`` asks it first.
  public func refusal(_ kind: Step.Kind, by role: Role, _ situation: MatterSituation) -> Refusal? {
    if !kind.isTaken(by: role) {
      let who = Role.allCases.filter(kind.roles.contains).map(\.phrase)
      return Refusal(
        article: kind.article,
        Phrase(
          zh: "“\(kind.phrase.zh)”由\(who.map(\.zh).joined(separator: "、"))办理",
          en: "“\(kind.phrase.en)” is for the \(who.map(\.en).joined(separator: " or the ")) to do"))
    }
    if !isInOrder(kind) {
      return Refusal(
        article: kind.article,
        Phrase(
          zh: "现为“\(stage.phrase.zh)”，不能“\(kind.phrase.zh)”",
          en: "it is “\(stage.phrase.en)”: “\(kind.phrase.en)” is no step from there"))
    }
    return obstacleOfEnd(to: kind, situation.status) ?? obstacle(to: kind, by: role, situation)
  }

  /// Every step that a role takes, in the order of the regulation, and why those that cannot be taken now cannot; empty for roles that have no
  /// part in the matter.
  public func menu(for role: Role, _ situation: MatterSituation) -> [MatterMenuEntry<Step.Kind>] {
    Array(Step.Kind.allCases).filter { $0.isTaken(by: role) }
      .map { MatterMenuEntry(kind: $0, refusal: refusal($0, by: role, situation)) }
  }

  /// Makes sure that a step of a kind is lawful now.
  func require(_ kind: Step.Kind, by role: Role, _ situation: MatterSituation) throws(Refusal) {
    if let refusal = refusal(kind, by: role, situation) { throw refusal }
  }
}

/// A step as a menu lists it.
public struct MatterMenuEntry<Kind: MatterStepKind>: Sendable, Hashable {
  /// The step.
  public let kind: Kind
  /// Why it cannot be taken now, for a greyed entry; `nil` where it can, given what it needs.
  public let refusal: Refusal?
}

extension MatterStepKind {
  /// Makes sure that something is written.
  ///
  /// - Throws: ``Refusal`` that says what is missing.
  func require(_ text: PlainText, _ missing: Phrase) throws(Refusal) {
    if text.isEmpty { throw Refusal(article: article, missing) }
  }

  /// Makes sure that a reason is written.
  func require(reason: PlainText) throws(Refusal) { try require(reason, Phrase(zh: "须写明理由", en: "a reason is needed")) }

  /// Makes sure that a day has come.
  func require(_ day: Day, notAfter today: Day) throws(Refusal) {
    if day > today { throw Refusal(article: article, Phrase(zh: "日期 \(day) 还没有到", en: "\(day) is still to come")) }
  }
}
