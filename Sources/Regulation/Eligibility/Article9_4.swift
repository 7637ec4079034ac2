import Wording

extension Eligibility {
  /// Article 9.4: good credit, and the guarantee of site, people, money and instruments.
  ///
  /// A credit check on file weighs more than what the host states: a bad one fails, a good one stands for a statement that is missing.
  static func article9_4(
    _ form: ApplicationForm, _ judgements: [EligibilityJudgement], _ checks: [CreditCheck]
  ) -> EligibilityFinding {
    EligibilityFinding(
      "9.4", basis: .declared,
      [credit(form.host.creditGood, checks), .declared(.guaranteeConditions, form.host.guaranteeConditions)], judgements)
  }

  private static func credit(_ stated: Bool?, _ checks: [CreditCheck]) -> EligibilityPart {
    let part = EligibilityPart.declared(.creditGood, stated)
    // Of two on one day the bad one counts.
    guard let check = checks.max(by: { ($0.on, $0.isGood ? 0 : 1) < ($1.on, $1.isGood ? 0 : 1) }) else { return part }
    let result = check.isGood ? Phrase(zh: "未见不良", en: "nothing bad found") : Phrase(zh: "信用不良：\(check.result)", en: "bad: \(check.result)")
    return EligibilityPart(
      .creditGood, holds: stated == false ? false : check.isGood,
      found: Phrase(
        zh: "\(part.found.zh)；\(check.on) 经\(check.source)核查，\(result.zh)",
        en: "\(part.found.en); checked on \(check.on) with \(check.source): \(result.en)"),
      required: part.required, check: stated == false ? nil : check)
  }
}
