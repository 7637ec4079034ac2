import Wording

/// One thing that articles 9 and 10 ask for: a part of a condition.
public enum EligibilitySubject: String, Sendable, Hashable, CaseIterable, Codable {
  case registeredIn, legalPerson, hostKind, technicalAdvantage
  case independentRDUnit, lastYearRevenue, lastYearTechnologySpending, coBuildingEnterprise
  case ownTechnology, industryUniversityCooperation, projectCapability, transferExperience, resourceIntegration
  case creditGood, guaranteeConditions
  case leader, teamStructureSound, fixedStaff
  case premises, instruments, pilotTest, inspection
  case centerName, nameOfItsOwn, researchDirection, researchContent, goals
  case coBuilders, agreements, shareOfConditions, shareOfStaff, shareOfProjects, shareOfResults
  case documents, declaration

  /// The condition to which it belongs: `9.1` … `9.8`, `10`.
  public var article: String {
    switch self {
    case .registeredIn, .legalPerson, .hostKind, .technicalAdvantage: "9.1"
    case .independentRDUnit, .lastYearRevenue, .lastYearTechnologySpending, .coBuildingEnterprise: "9.2"
    case .ownTechnology, .industryUniversityCooperation, .projectCapability, .transferExperience, .resourceIntegration: "9.3"
    case .creditGood, .guaranteeConditions: "9.4"
    case .leader, .teamStructureSound, .fixedStaff: "9.5"
    case .premises, .instruments, .pilotTest, .inspection: "9.6"
    case .centerName, .nameOfItsOwn, .researchDirection, .researchContent, .goals: "9.7"
    case .coBuilders, .agreements, .shareOfConditions, .shareOfStaff, .shareOfProjects, .shareOfResults: "9.8"
    case .documents, .declaration: "10"
    }
  }

  /// Whether the text leaves it to judgement, so that a person may decide it with a reason (``EligibilityJudgement``). What is counted
  /// or stands on paper is decided by the paper.
  public var isJudged: Bool {
    switch self {
    case .hostKind, .technicalAdvantage, .independentRDUnit, .industryUniversityCooperation, .projectCapability, .transferExperience,
      .resourceIntegration, .creditGood, .guaranteeConditions, .teamStructureSound, .premises, .instruments, .pilotTest, .inspection:
      true
    default: false
    }
  }

  /// What a person may answer who judges it (``isJudged``).
  public func answer(_ holds: Bool) -> Phrase {
    if self == .hostKind {
      return holds ? Phrase(zh: "属于所列单位", en: "it counts") : Phrase(zh: "不属于所列单位", en: "it does not count")
    }
    return holds ? Phrase(zh: "具备", en: "is there") : Phrase(zh: "不具备", en: "is not there")
  }

  /// The field of the document of `cztic check` in which it is stated.
  public var path: String {
    switch self {
    case .registeredIn: "host.registered_in"
    case .legalPerson: "host.legal_person"
    case .hostKind: "host.kind"
    case .technicalAdvantage: "host.technical_advantage"
    case .independentRDUnit: "host.independent_rd_unit"
    case .lastYearRevenue: "host.last_year_revenue"
    case .lastYearTechnologySpending: "host.last_year_technology_spending"
    case .coBuildingEnterprise, .coBuilders, .agreements: "co_builders"
    case .ownTechnology: "own_ip"
    case .industryUniversityCooperation: "industry_university_cooperation"
    case .projectCapability: "project_capability"
    case .transferExperience: "transfer_experience"
    case .resourceIntegration: "resource_integration"
    case .creditGood: "host.credit_good"
    case .guaranteeConditions: "host.guarantee_conditions"
    case .leader: "leader"
    case .teamStructureSound: "team_structure_sound"
    case .fixedStaff: "fixed_staff"
    case .premises: "premises"
    case .instruments: "instruments"
    case .pilotTest: "pilot_test"
    case .inspection: "inspection"
    case .centerName, .nameOfItsOwn: "center.name"
    case .researchDirection: "center.research_direction"
    case .researchContent: "center.research_content"
    case .goals: "center.goals"
    case .shareOfConditions: "host_share.conditions"
    case .shareOfStaff: "host_share.staff"
    case .shareOfProjects: "host_share.projects"
    case .shareOfResults: "host_share.results"
    case .documents: "documents"
    case .declaration: "declaration_signed"
    }
  }

  /// What it is called on the form.
  public var phrase: Phrase {
    switch self {
    case .registeredIn: Phrase(zh: "注册地", en: "registered in")
    case .legalPerson: Phrase(zh: "法人资格", en: "legal person")
    case .hostKind: Phrase(zh: "单位类型", en: "kind of unit")
    case .technicalAdvantage: Phrase(zh: "相关领域明显技术优势和影响力", en: "clear technical advantage and influence")
    case .independentRDUnit: Phrase(zh: "相对独立研发机构", en: "independent R&D unit")
    case .lastYearRevenue: Phrase(zh: "上一年销售收入", en: "sales revenue of the year before")
    case .lastYearTechnologySpending: Phrase(zh: "上年度科技经费投入", en: "technology spending of the year before")
    case .coBuildingEnterprise: Phrase(zh: "省内共建企业", en: "co-building enterprises within Hebei")
    case .ownTechnology: Phrase(zh: "自主知识产权或专有技术", en: "own intellectual property or proprietary technology")
    case .industryUniversityCooperation: Phrase(zh: "产学研合作基础", en: "basis of industry-university cooperation")
    case .projectCapability: Phrase(zh: "组织和承担科技创新项目能力", en: "ability to run innovation projects")
    case .transferExperience: Phrase(zh: "成果转化和产业化经验", en: "experience of transfer into industry")
    case .resourceIntegration: Phrase(zh: "整合相关创新资源", en: "integration of resources for innovation")
    case .creditGood: Phrase(zh: "良好信誉", en: "good credit")
    case .guaranteeConditions: Phrase(zh: "场地、人员、经费、仪器设备保障", en: "guarantee of site, people, money and instruments")
    case .leader: Phrase(zh: "技术创新带头人", en: "leader")
    case .teamStructureSound: Phrase(zh: "研发团队结构合理", en: "soundly structured team")
    case .fixedStaff: Phrase(zh: "固定人员", en: "fixed staff")
    case .premises: Phrase(zh: "科研办公场所", en: "premises")
    case .instruments: Phrase(zh: "科研仪器设备", en: "instruments")
    case .pilotTest: Phrase(zh: "中间试验能力", en: "pilot-test capability")
    case .inspection: Phrase(zh: "检验检测能力", en: "inspection capability")
    case .centerName: Phrase(zh: "中心名称", en: "name of the center")
    case .nameOfItsOwn: Phrase(zh: "同名在册中心", en: "active center of the same name")
    case .researchDirection: Phrase(zh: "研发方向", en: "research direction")
    case .researchContent: Phrase(zh: "研发内容", en: "research content")
    case .goals: Phrase(zh: "建设发展目标", en: "goals")
    case .coBuilders: Phrase(zh: "共建单位", en: "co-builders")
    case .agreements: Phrase(zh: "共建协议", en: "agreements with co-builders")
    case .shareOfConditions: Phrase(zh: "依托单位科研条件占比", en: "host’s share of conditions")
    case .shareOfStaff: Phrase(zh: "依托单位研发人员占比", en: "host’s share of staff")
    case .shareOfProjects: Phrase(zh: "依托单位科研项目占比", en: "host’s share of projects")
    case .shareOfResults: Phrase(zh: "依托单位科技成果占比", en: "host’s share of results")
    case .documents: Phrase(zh: "申报材料", en: "documents")
    case .declaration: Phrase(zh: "材料完整真实的声明", en: "declaration that all is complete and true")
    }
  }
}

extension EligibilitySubject {
  /// What it is called beside its field: ``phrase``, or shorter where that has no room there.
  public var label: Phrase {
    switch self {
    case .technicalAdvantage: Phrase(zh: "技术优势和影响力", en: "technical advantage")
    case .lastYearRevenue: Phrase(zh: "上一年销售收入", en: "sales revenue")
    case .lastYearTechnologySpending: Phrase(zh: "上年度科技经费投入", en: "technology spending")
    case .guaranteeConditions: Phrase(zh: "条件保障", en: "guarantee of conditions")
    case .industryUniversityCooperation: Phrase(zh: "产学研合作基础", en: "university cooperation")
    case .projectCapability: Phrase(zh: "组织承担科技项目能力", en: "project capability")
    case .transferExperience: Phrase(zh: "成果转化和产业化经验", en: "experience of transfer")
    case .resourceIntegration: Phrase(zh: "整合相关创新资源", en: "resources integrated")
    case .teamStructureSound: Phrase(zh: "研发团队结构合理", en: "sound team structure")
    default: phrase
    }
  }
}
