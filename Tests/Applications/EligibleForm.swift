import Regulation

extension ApplicationForm {
  /// An enterprise's application that just meets every condition of articles 9 and 10, with one co-builder.
  public static var eligible: ApplicationForm {
    var form = ApplicationForm()
    form.callYear = 2026
    form.callFields = [PlainText(literal: "新材料")]
    form.callDocuments = [PlainText(literal: "申报书"), PlainText(literal: "实施方案")]
    form.center = Center(
      name: PlainText(literal: "沧州市激光切割技术创新中心"), field: PlainText(literal: "新材料"), researchDirection: PlainText(literal: "激光切割"),
      researchContent: PlainText(literal: "切割头与工艺"), goals: PlainText(literal: "三年内建成中试线"))
    form.host.name = PlainText(literal: "沧州渤海激光有限公司")
    form.host.kind = .enterprise
    form.host.registeredIn = PlainText(literal: "沧州市")
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
    form.leader = PlainText(literal: "甲")
    form.teamStructureSound = true
    form.fixedStaff = 10
    form.premises = true
    form.instruments = true
    form.pilotTest = true
    form.inspection = true
    form.coBuilders = [
      CoBuilder(name: PlainText(literal: "河间管业"), kind: .enterprise, province: PlainText(literal: "河北省"), agreement: .complete)
    ]
    form.hostShare = HostShare(conditions: .percent(60), staff: .percent(60), projects: .percent(60), results: .percent(60))
    form.documents = [PlainText(literal: "申报书"), PlainText(literal: "实施方案")]
    form.declarationSigned = true
    return form
  }

  /// The same with some fields changed.
  public func with(_ change: (inout ApplicationForm) throws -> Void) rethrows -> ApplicationForm {
    var form = self
    try change(&form)
    return form
  }

  /// The eligible form as the answer to a call: what the store itself fills in, the call's words and the host's, stays as it is here.
  public var answered: ApplicationForm {
    ApplicationForm.eligible.with { form in
      form.callYear = callYear
      form.callFields = callFields
      form.callDocuments = callDocuments
      form.host.name = host.name
      form.host.kind = host.kind
    }
  }
}
