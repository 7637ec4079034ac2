/// What still keeps a form from being submitted by the host (article 27), attachments and declaration aside.
public struct FactSubmission: Sendable {
  /// Places without a value and without a note that says why there is none.
  public let open: [FactKey]
  /// What does not fit together and has to be put right.
  public let errors: [FactFinding]
  /// Doubts that nobody has remarked on yet.
  public let unexplained: [FactFinding]

  /// Whether nothing is in the way.
  public var isReady: Bool { open.isEmpty && errors.isEmpty && unexplained.isEmpty }

  /// Looks a form through.
  ///
  /// - Parameter remarked: the ``FactFinding/identifier`` of every finding that has a remark.
  public init(_ sheet: FactSheet, _ system: IndicatorSystem, remarked: Set<String> = []) {
    let findings = sheet.findings(system)
    open = sheet.open(system)
    errors = findings.filter { $0.severity == .error }
    unexplained = findings.filter { $0.severity == .doubt && !remarked.contains($0.identifier) }
  }
}
