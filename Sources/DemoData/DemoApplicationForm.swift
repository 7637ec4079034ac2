import CenterStore
import Regulation

/// What the made-up applications say.
enum DemoApplicationForm {
  /// What the centers that are applied for are called after; none of them is in the registry.
  static let subjects: [(name: String, field: String)] = [
    ("激光精密焊接", "激光与智能制造"), ("铸件无损检测", "高端装备制造"), ("智能包装产线", "高端装备制造"), ("海洋油气管线防腐", "管道装备"),
    ("管道机器人检测", "管道装备"), ("高强玄武岩纤维", "新材料"), ("可降解地膜", "新材料"), ("炼化余热利用", "石油化工"), ("特种聚氨酯", "石油化工"),
    ("创面修复材料", "生物医药"), ("中药饮片智能炮制", "生物医药"), ("边缘计算网关", "电子信息"), ("分布式光伏运维", "新能源"), ("梨果冷链保鲜", "现代农业"),
    ("旱碱麦育种", "现代农业"), ("危废资源化", "节能环保"), ("新能源汽车热管理", "汽车及零部件"), ("智能鞣制装备", "纺织服装"), ("风机叶片再制造", "新能源"),
  ]

  /// Says what the center is to work on: what it is called after.
  private static func describe(_ form: inout ApplicationForm) throws {
    let subject = (form.center.name ?? .empty).string.dropFirst(3).dropLast("技术创新中心".count)
    form.center.researchDirection = try PlainText("\(subject)共性关键技术", .paragraphs)
    form.center.researchContent = try PlainText("\(subject)的工艺、装备和检验方法研究；成果的中试和推广", .paragraphs)
  }

  /// Fills a form so that every condition of articles 9 and 10 is met.
  static func fill(_ form: inout ApplicationForm, _ host: OrganizationRecord, _ generator: inout SeededGenerator) throws {
    try describe(&form)
    form.center.goals = try PlainText("三年内建成中试平台，服务本市企业 \(generator.number(12...40)) 家，制定标准 2 项", .paragraphs)
    form.host.registeredIn = host.county
    form.host.legalPerson = true
    form.host.technicalAdvantage = true
    form.host.creditGood = true
    form.host.guaranteeConditions = true
    let revenue = generator.number(1200...26_000)
    form.host.independentRDUnit = true
    form.host.lastYearRevenue = ExactDecimal(Hundredths(revenue * 100))
    form.host.lastYearTechnologySpending = ExactDecimal(Hundredths(max(120, revenue * generator.number(4...9) / 100) * 100))
    form.ownIP = generator.number(2...24)
    form.proprietaryTechnology = generator.chance(60)
    form.industryUniversityCooperation = true
    form.projectCapability = true
    form.transferExperience = true
    form.resourceIntegration = true
    form.leader = try DemoPeople.name(generator.number(200...260))
    form.teamStructureSound = true
    form.fixedStaff = generator.number(10...46)
    form.premises = true
    form.instruments = true
    form.pilotTest = true
    form.inspection = true
    form.coBuilders = []
    if host.kind ?? nil != .enterprise || generator.chance(40) { try addCoBuilder(&form, &generator) }
    form.documents = form.callDocuments
    form.declarationSigned = true
  }

  /// The co-builder, an enterprise of the province, as article 9.2 asks of hosts that are none; the host's share in counts.
  private static func addCoBuilder(_ form: inout ApplicationForm, _ generator: inout SeededGenerator) throws {
    let firm = generator.pick(DemoWords.firms)
    form.coBuilders = [
      CoBuilder(
        name: try PlainText("河北\(firm)装备集团有限公司"), kind: .enterprise, province: try PlainText("河北省"), agreement: .complete,
        body: try PlainText("技术中心"), people: [try DemoPeople.name(generator.number(261...300))],
        tasks: try PlainText("承担中试和用户验证", .paragraphs))
    ]
    let staff = form.fixedStaff ?? 10
    form.hostShare = HostShare(
      conditions: .percent(ExactDecimal(Hundredths(generator.number(6_000...9_000)))), staff: .counted(host: staff * 4 / 5, total: staff),
      projects: .counted(host: generator.number(6...9), total: 10), results: .percent(70))
  }

  /// Names both committees, as articles 14 and 15 ask for: the second of people from elsewhere, but for one of the center's own officers.
  static func addCommittees(_ form: inout ApplicationForm, _ host: PlainText) throws {
    func member(_ number: Int, _ employer: String, _ duty: CommitteeMember.Duty? = nil) throws -> CommitteeMember {
      CommitteeMember(name: try DemoPeople.name(number), employer: try PlainText(employer), duty: duty)
    }
    let builders = (form.coBuilders ?? []).compactMap { $0.name?.string }
    form.committees = Committees(
      management: try [member(310, host.string, .chair), member(311, host.string)]
        + builders.enumerated().map { try member(312 + $0, $1) },
      advisory: try [
        member(320, "渤海样例大学", .chair), member(321, "河北虚构研究院"), member(322, "沧州市虚构行业协会"), member(323, host.string, .officer),
      ])
  }

  /// A document that is on paper only: where it lies, and of which day it is.
  static func paper(_ today: Day) throws -> AttachmentEntry {
    AttachmentEntry(
      title: try PlainText("检验检测机构资质认定证书"), kind: try PlainText("证书"), date: Day(today.year - 1, 6, 18),
      location: try PlainText("依托单位档案室 3 号柜"), proves: [.condition("9.6")])
  }

  /// Makes the form that of a center of the registry.
  static func fill(_ form: inout ApplicationForm, as center: DemoRegistry.Center) throws {
    form.center.name = center.record.name
    form.center.field = center.record.field
    try describe(&form)
    form.coBuilders = try (center.record.coBuilders ?? []).map {
      CoBuilder(name: $0, kind: .university, province: try PlainText("河北省"), agreement: .complete)
    }
    if form.coBuilders?.isEmpty ?? true {
      form.hostShare = HostShare()
    } else if form.hostShare.staff == nil {
      form.hostShare = HostShare(conditions: .percent(80), staff: .percent(75), projects: .percent(70), results: .percent(70))
    }
  }

  /// The documents of an application, with what each proves.
  static func documents(of form: ApplicationForm, _ number: String) throws -> [AttachmentEntry] {
    let proofs: [String: Set<Proof>] = [
      "申报书": [.condition("9.7"), .condition("10")], "实施方案": [.condition("9.6"), .condition("9.7")],
      "上年度财务审计报告": [.condition("9.2"), .condition("9.4")],
    ]
    return try (form.documents ?? []).map { title in
      AttachmentEntry(
        title: title, kind: try PlainText(title.string.hasSuffix("报告") ? "审计报告" : "申报材料"), file: try PlainText("\(title).pdf"),
        digest: Digest256(of: Array("\(number)/\(title)".utf8)), proves: proofs[title.string] ?? [.condition("10")])
    }
  }

  /// An opinion that could lead where the application went.
  static func opinion(_ stage: ApplicationStage, _ generator: inout SeededGenerator) throws -> ExpertOpinion {
    let isWeak = stage == .notProposed
    var answers = Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, ExpertOpinion.Answer.met) })
    if isWeak { answers["9.5"] = .doubtful }
    return ExpertOpinion(
      answers: answers, recommendation: isWeak ? .supportWithChanges : .support,
      rating: Hundredths(isWeak ? generator.number(5_800...6_600) : generator.number(7_600...9_400)),
      comment: try PlainText(isWeak ? "研发团队与研发内容的匹配还需加强" : "方向明确，条件较好", .paragraphs))
  }
}
