import Wording

/// A request to change what is on file of a center (变更申请; article 31): the host asks in writing, its department looks at it, the bureau
/// decides, and the old value is kept.
///
/// Where the center moves between counties, the department that has it forwards the request, and the new one takes over once it is applied.
public struct ChangeRequest: Matter {
  /// What it is about.
  public static let matter = MatterKind.change

  /// What is asked for.
  public private(set) var petition: ChangePetition
  /// How far it has come.
  public private(set) var state: State = .filed

  /// How far a request has come. Each state holds what can be known in it and nothing else.
  public enum State: Sendable, Hashable, Codable {
    /// The department looks at it.
    case filed
    /// The department gave it back.
    case returned(reason: PlainText)
    /// The bureau looks at it, with what the department remarked.
    case forwarded(remark: PlainText)
    /// The bureau gave it back.
    case sentBack(reason: PlainText)
    /// The record is changed.
    case applied(Applied)
    /// The bureau does not agree.
    case refused(reason: PlainText)
    /// The host took it back.
    case withdrawn(reason: PlainText)
    /// The center ended before anything was decided.
    case lapsed(MatterLapse)
  }

  /// A change that was made.
  public struct Applied: Sendable, Hashable, Codable {
    /// When.
    public let on: Day
    /// By which document; empty where none was given out.
    public let document: PlainText
    /// What stood on file before, change by change; empty where nothing did.
    public let old: [PlainText]
  }

  /// Asks for changes.
  public init(_ petition: ChangePetition) { self.petition = petition }

  /// The state's name.
  @inline(never)
  public var stage: ChangeStage {
    // Inlined into another module, the switch makes the optimiser of Swift 6.3.1 give up (“Found outside of lifetime use”).
    switch state {
    case .filed: .filed
    case .returned: .returned
    case .forwarded: .forwarded
    case .sentBack: .sentBack
    case .applied: .applied
    case .refused: .refused
    case .withdrawn: .withdrawn
    case .lapsed: .lapsed
    }
  }

  /// Whether a step of a kind belongs to this state.
  public func isInOrder(_ kind: ChangeStepKind) -> Bool {
    switch (kind, stage) {
    case (.returnForCorrection, .filed), (.forward, .filed): true
    case (.submit, .returned), (.submit, .sentBack): true
    case (.sendBack, .forwarded), (.apply, .forwarded), (.refuse, .forwarded): true
    case (.withdraw, let stage), (.lapse, let stage): stage.isOpen
    default: false
    }
  }

  /// What stands in the way of a step: nothing but the end of the center.
  public func obstacle(to kind: ChangeStepKind, by role: Role, _ situation: MatterSituation) -> Refusal? { nil }

  /// Takes a step.
  public mutating func take(_ step: ChangeStep, by role: Role, _ situation: MatterSituation) throws(Refusal) {
    let kind = step.kind
    try require(kind, by: role, situation)
    switch step {
    case .submit(let petition):
      self.petition = petition
      state = .filed
    case .returnForCorrection(let reason):
      try kind.require(reason: reason)
      state = .returned(reason: reason)
    case .forward(let remark): state = .forwarded(remark: remark)
    case .sendBack(let reason):
      try kind.require(reason: reason)
      state = .sentBack(reason: reason)
    case .apply(let document, let old):
      precondition(old.count == petition.changes.count, "each change has an old value")
      state = .applied(Applied(on: situation.today, document: document, old: old))
    case .refuse(let reason):
      try kind.require(reason: reason)
      state = .refused(reason: reason)
    case .withdraw(let reason):
      try kind.require(reason: reason)
      state = .withdrawn(reason: reason)
    case .lapse(let lapse):
      try kind.require(lapse, situation)
      state = .lapsed(lapse)
    }
  }
}
