extension Eligibility {
  /// Article 9.6: premises, instruments, pilot-test and inspection capability.
  static func article9_6(_ form: ApplicationForm, _ judgements: [EligibilityJudgement]) -> EligibilityFinding {
    EligibilityFinding(
      "9.6", basis: .declared,
      [
        .declared(.premises, form.premises), .declared(.instruments, form.instruments), .declared(.pilotTest, form.pilotTest),
        .declared(.inspection, form.inspection),
      ], judgements)
  }
}
