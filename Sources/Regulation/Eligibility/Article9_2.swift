import Wording

extension Eligibility {
  /// The least sales revenue of the year before the call, 万元; the figure itself is enough.
  public static let leastRevenue: ExactDecimal = 1000
  /// The least spending on technology of the year before the call, 万元; the figure itself is enough.
  public static let leastTechnologySpending: ExactDecimal = 100

  /// Article 9.2: an enterprise has a research unit, revenue ≥ 1000 万元 and spending on technology ≥ 100 万元; any other host builds with
  /// at least one enterprise within the province.
  static func article9_2(_ form: ApplicationForm, _ places: Places, _ judgements: [EligibilityJudgement]) -> EligibilityFinding {
    let host = form.host
    guard let kind = host.kind else {
      let part = EligibilityPart(
        .hostKind, holds: nil, found: EligibilityPart.notStated,
        required: Phrase(zh: "写明；企业与其他单位条件不同", en: "stated: enterprises and others have different conditions"))
      return EligibilityFinding("9.2", basis: .counted, [part])
    }
    guard kind == .enterprise else { return EligibilityFinding("9.2", basis: .counted, [coBuildingEnterprise(form, places)], judgements) }
    return EligibilityFinding(
      "9.2", basis: .counted,
      [
        .declared(.independentRDUnit, host.independentRDUnit), .money(.lastYearRevenue, host.lastYearRevenue, atLeast: leastRevenue),
        .money(.lastYearTechnologySpending, host.lastYearTechnologySpending, atLeast: leastTechnologySpending),
      ], judgements)
  }

  private static func coBuildingEnterprise(_ form: ApplicationForm, _ places: Places) -> EligibilityPart {
    let required = Phrase(zh: "1 家以上（在\(places.province.zh)内）", en: "at least 1, within \(places.province.en)")
    guard let coBuilders = form.coBuilders else {
      return EligibilityPart(.coBuildingEnterprise, holds: nil, found: EligibilityPart.notStated, required: required)
    }
    let answers = coBuilders.map { isEnterprise($0, in: places) }
    let count = answers.count { $0 == true }
    let open = answers.count { $0 == nil }
    let holds: Bool? = count >= 1 ? true : open > 0 ? nil : false
    var found = Phrase(zh: "\(count) 家", en: "\(count)")
    if open > 0 { found = found + Phrase(zh: "，另有 \(open) 家类型或省份未填", en: ", \(open) more without kind or province") }
    return EligibilityPart(.coBuildingEnterprise, holds: holds, found: found, required: required)
  }

  /// Whether a co-builder is an enterprise within the province; one thing that is known not to be so settles it.
  private static func isEnterprise(_ coBuilder: CoBuilder, in places: Places) -> Bool? {
    let answers = [coBuilder.kind.map { $0 == .enterprise }, coBuilder.province.map(places.isInProvince)]
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }
}
