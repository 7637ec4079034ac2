import Wording

extension Eligibility {
  /// Article 9.1: the host is registered in Cangzhou, a legal person of one of the four kinds, with a clear technical advantage.
  ///
  /// Another kind (等) is unknown until a person decides.
  static func article9_1(_ form: ApplicationForm, _ places: Places, _ judgements: [EligibilityJudgement]) -> EligibilityFinding {
    let host = form.host
    let place = host.registeredIn
    let registered = EligibilityPart(
      .registeredIn, holds: place.map(places.isInCity),
      found: place.flatMap { $0.isEmpty ? nil : Phrase(same: $0.string) } ?? EligibilityPart.notStated,
      required: Phrase(zh: "\(places.city.zh)域内", en: "in \(places.city.en)"))
    let kind = EligibilityPart(
      .hostKind, holds: host.kind.flatMap { $0 == .other ? nil : true }, found: host.kind?.phrase ?? EligibilityPart.notStated,
      required: Phrase(zh: "企业、高等学校、科研院所、技术机构等法人单位", en: "an enterprise, university, research institute or technical institution"))
    return EligibilityFinding(
      "9.1", basis: .declared,
      [
        registered, kind, .declared(.legalPerson, host.legalPerson), .declared(.technicalAdvantage, host.technicalAdvantage),
      ], judgements)
  }
}
