import Wording

extension Eligibility {
  /// Article 9.3: own intellectual property or proprietary technology, and the four abilities around it.
  ///
  /// Of the first two one that holds is enough, whatever is known of the other.
  static func article9_3(_ form: ApplicationForm, _ judgements: [EligibilityJudgement]) -> EligibilityFinding {
    EligibilityFinding(
      "9.3", basis: .declared,
      [
        ownTechnology(form), .declared(.industryUniversityCooperation, form.industryUniversityCooperation),
        .declared(.projectCapability, form.projectCapability), .declared(.transferExperience, form.transferExperience),
        .declared(.resourceIntegration, form.resourceIntegration),
      ], judgements)
  }

  private static func ownTechnology(_ form: ApplicationForm) -> EligibilityPart {
    let either = [form.ownIP.map { $0 >= 1 }, form.proprietaryTechnology]
    let holds: Bool? = either.contains(true) ? true : either.contains(nil) ? nil : false
    let unstated = EligibilityPart.notStated
    let property = form.ownIP.map { Phrase(zh: " \($0) 项", en: "\($0)") } ?? unstated
    let proprietary =
      form.proprietaryTechnology.map { $0 ? Phrase(zh: "具备", en: "yes") : Phrase(zh: "不具备", en: "no") } ?? unstated
    return EligibilityPart(
      .ownTechnology, holds: holds,
      found: Phrase(
        zh: "自主知识产权\(property.zh)，专有技术\(proprietary.zh)",
        en: "intellectual property \(property.en), proprietary technology \(proprietary.en)"),
      required: Phrase(zh: "知识产权 1 项以上，或有专有技术", en: "at least 1 piece of property, or proprietary technology"))
  }
}
