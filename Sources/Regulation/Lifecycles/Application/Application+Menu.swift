extension Application {
  /// A step as a menu lists it.
  public struct MenuEntry: Sendable, Hashable {
    /// The step.
    public let kind: ApplicationStepKind
    /// Why it cannot be taken now, for a greyed entry; `nil` where it can, given what it needs.
    public let refusal: Refusal?
  }

  /// Every step that a role takes, in the order of the regulation, and why those that cannot be taken now cannot; empty for roles that have
  /// no part in applications.
  public func menu(for role: Role, _ situation: Situation) -> [MenuEntry] {
    ApplicationStepKind.allCases.filter { $0.isTaken(by: role) }.map { MenuEntry(kind: $0, refusal: refusal($0, by: role, situation)) }
  }
}
