extension ApplicationStepKind {
  /// Every step as people are offered them: those that lead on to the registry first, in the order of the way; then what is put on file
  /// beside the way; then what goes back for correction; what ends the application; and after leave to be late, which is seldom wanted, the
  /// withdrawal.
  ///
  /// The same steps stand in the same order at every stage, so that the hand that is used to one does not take its opposite.
  public static let byUse: [ApplicationStepKind] = [
    .submit, .correct, .recommend, .accept, .passCheck, .propose, .approve, .publishNotice, .certify, .visit, .object, .settleObjection,
    .returnForCorrection, .sendBack, .decline, .failCheck, .passOver, .refuse, .admitLate, .withdraw,
  ]

  /// Whether the step by itself ends the application for good.
  public var endsIt: Bool { [.decline, .failCheck, .passOver, .refuse, .withdraw].contains(self) }

  /// Whether the step leads on to the registry.
  public var leadsOn: Bool {
    switch self {
    case .submit, .correct, .recommend, .accept, .passCheck, .propose, .approve, .publishNotice, .certify: true
    case .visit, .object, .settleObjection, .admitLate, .returnForCorrection, .sendBack, .decline, .failCheck, .passOver, .refuse,
      .withdraw:
      false
    }
  }
}
