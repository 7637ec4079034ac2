import Regulation

extension ApplicationForm {
  /// An enterprise's application that just meets every condition of articles 9 and 10, with one co-builder.
  static var eligible: ApplicationForm {
    var form = ApplicationForm()
    form.callYear = 2026
    form.callFields = ["新材料"]
    form.callDocuments = ["申报书", "实施方案"]
    form.center = Center(
      name: "沧州市激光切割技术创新中心", field: "新材料", researchDirection: "激光切割", researchContent: "切割头与工艺", goals: "三年内建成中试线")
    form.host.name = "沧州渤海激光有限公司"
    form.host.kind = .enterprise
    form.host.registeredIn = "沧州市"
    form.host.legalPerson = true
    form.host.technicalAdvantage = true
    form.host.independentRDUnit = true
    form.host.lastYearRevenue = 1000
    form.host.lastYearTechnologySpending = 100
    form.host.creditGood = true
    form.host.guaranteeConditions = true
    form.ownIP = 1
    form.proprietaryTechnology = true
    form.industryUniversityCooperation = true
    form.projectCapability = true
    form.transferExperience = true
    form.resourceIntegration = true
    form.leader = "甲"
    form.teamStructureSound = true
    form.fixedStaff = 10
    form.premises = true
    form.instruments = true
    form.pilotTest = true
    form.inspection = true
    form.coBuilders = [CoBuilder(name: "河间管业", kind: .enterprise, province: "河北省", agreement: .complete)]
    form.hostShare = HostShare(conditions: .percent(60), staff: .percent(60), projects: .percent(60), results: .percent(60))
    form.documents = ["申报书", "实施方案"]
    form.declarationSigned = true
    return form
  }

  /// The same with some fields changed.
  func with(_ change: (inout ApplicationForm) throws -> Void) rethrows -> ApplicationForm {
    var form = self
    try change(&form)
    return form
  }

  /// What is found of a condition.
  func verdict(_ article: String, knowing knowledge: Eligibility.Knowledge = .init()) throws -> EligibilityFinding.Verdict? {
    try check(knowing: knowledge)[article]?.verdict
  }

  /// The form held against articles 9 and 10.
  func check(knowing knowledge: Eligibility.Knowledge = .init()) throws -> Eligibility {
    Eligibility(self, places: try Places.standard.get(), knowing: knowledge)
  }
}

extension PlainText {
  /// A text that a test makes up.
  static func of(_ text: String) throws -> PlainText { try PlainText(text) }
}
