import Wording

extension Eligibility {
  /// The least fixed staff; visiting staff do not count.
  public static let leastFixedStaff = 10

  /// Article 9.5: a named leader, a sound team, and fixed staff of ten or more.
  static func article9_5(_ form: ApplicationForm, _ judgements: [EligibilityJudgement]) -> EligibilityFinding {
    let staff = EligibilityPart(
      .fixedStaff, holds: form.fixedStaff.map { $0 >= leastFixedStaff },
      found: form.fixedStaff.map { Phrase(zh: "\($0) 人", en: "\($0)") } ?? EligibilityPart.notStated,
      required: Phrase(zh: "不少于 \(leastFixedStaff) 人", en: "at least \(leastFixedStaff)"))
    return EligibilityFinding(
      "9.5", basis: .counted,
      [.stated(.leader, form.leader, shown: true), .declared(.teamStructureSound, form.teamStructureSound), staff], judgements)
  }
}
