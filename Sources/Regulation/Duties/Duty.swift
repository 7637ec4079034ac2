import Wording

/// A duty of a center in operation (运行管理职责), in the order of the articles 6, 7 and 14 to 24.
public enum Duty: String, Term, Codable {
  /// 年度考核 (6(4)): the host assesses the director's work of the year.
  case assessment
  /// 共建单位职责 (7): each co-builder names its body, its people and its tasks.
  case coBuilding = "co_building"
  /// 管理委员会 (14): made up of people of the host and the co-builders.
  case managementCommittee = "management_committee"
  /// 管理委员会会议 (14): meets each year.
  case managementMeeting = "management_meeting"
  /// 技术指导委员会 (15): made up of experts, at most one third of them from the host and the co-builders.
  case advisoryCommittee = "advisory_committee"
  /// 技术指导委员会会议 (15): meets at least once a year.
  case advisoryMeeting = "advisory_meeting"
  /// 主任 (16): a director is on file.
  case director
  /// 主任自主权 (17): in five matters.
  case autonomy
  /// 研究开发室（组） (18): with leaders.
  case researchGroups = "research_groups"
  /// 研发计划和项目 (19): of the year.
  case plan
  /// 仪器开放共享 (20): a permission, so never behind.
  case sharing
  /// 开放运行 (21).
  case cooperation
  /// 内部管理制度 (22): rules in four fields, and full-time managers.
  case rules
  /// 专账核算 (23): separate books, and separate accounting of state money.
  case accounts
  /// 成果标注 (24): papers name the center.
  case attribution

  /// What it is called.
  public var phrase: Phrase {
    switch self {
    case .assessment: Phrase(zh: "主任年度考核", en: "assessment of the director")
    case .coBuilding: Phrase(zh: "共建单位机构、人员、任务", en: "co-builders' bodies, people, tasks")
    case .managementCommittee: Phrase(zh: "管理委员会组成", en: "management committee")
    case .managementMeeting: Phrase(zh: "管理委员会会议", en: "its yearly meeting")
    case .advisoryCommittee: Phrase(zh: "技术指导委员会组成", en: "advisory committee")
    case .advisoryMeeting: Phrase(zh: "技术指导委员会会议", en: "its yearly meeting")
    case .director: Phrase(zh: "主任", en: "director")
    case .autonomy: Phrase(zh: "主任自主权", en: "the director's autonomy")
    case .researchGroups: Phrase(zh: "研究开发室（组）", en: "research groups")
    case .plan: Phrase(zh: "研发计划、研发项目", en: "R&D plan and projects")
    case .sharing: Phrase(zh: "仪器开放共享", en: "sharing of instruments")
    case .cooperation: Phrase(zh: "开放运行机制", en: "open cooperation")
    case .rules: Phrase(zh: "管理制度、专职管理人员", en: "rules and full-time managers")
    case .accounts: Phrase(zh: "专账、单独核算", en: "separate books")
    case .attribution: Phrase(zh: "论文标注中心名称", en: "papers name the center")
    }
  }

  /// The article: `6(4)`, `15`.
  public var article: String {
    switch self {
    case .assessment: "6(4)"
    case .coBuilding: "7"
    case .managementCommittee, .managementMeeting: "14"
    case .advisoryCommittee, .advisoryMeeting: "15"
    case .director: "16"
    case .autonomy: "17"
    case .researchGroups: "18"
    case .plan: "19"
    case .sharing: "20"
    case .cooperation: "21"
    case .rules: "22"
    case .accounts: "23"
    case .attribution: "24"
    }
  }

  /// The articles that know a duty, in their order, each once.
  public static let articles: [String] = Duty.allCases.map(\.article).reduce(into: []) { if $0.last != $1 { $0.append($1) } }

  /// Whether it is owed anew in each calendar year; else it stands once and lasts.
  public var isYearly: Bool {
    switch self {
    case .assessment, .managementMeeting, .advisoryMeeting, .plan: true
    default: false
    }
  }

  /// Whether it is no more than a permission (article 20): kept where it is used, and owed never.
  public var isPermission: Bool { self == .sharing }

  /// What shows that it is kept.
  public enum Proof: Sendable, Hashable {
    /// Dated records, of which it needs one for each of its ``Duty/parts``.
    case records
    /// Who sits on a committee.
    case committee(CommitteeKind)
    /// A meeting of a committee.
    case meeting(CommitteeKind)
    /// The name in the registry.
    case director
  }

  /// What shows that it is kept.
  public var proof: Proof {
    switch self {
    case .managementCommittee: .committee(.management)
    case .managementMeeting: .meeting(.management)
    case .advisoryCommittee: .committee(.advisory)
    case .advisoryMeeting: .meeting(.advisory)
    case .director: .director
    default: .records
    }
  }

  /// What belongs to it, where it is more than one thing: each needs its record.
  public var parts: [DutyPart] { DutyPart.allCases.filter { $0.duty == self } }

  /// Of what its records tell apart, beside its parts: each co-builder, each research group; `nil` where there is nothing.
  public var subject: Phrase? {
    switch self {
    case .coBuilding: Phrase(zh: "共建单位", en: "co-builder")
    case .researchGroups: Phrase(zh: "研究开发室（组）", en: "research group")
    default: nil
    }
  }
}

/// A part of a duty that has several (articles 7, 17, 19, 22 and 23).
public enum DutyPart: String, Term, Codable {
  case body, people, tasks
  case positions, research, assignments, staffing, rewards
  case plan, projects
  case assetRules = "asset_rules"
  case fundRules = "fund_rules"
  case staffRules = "staff_rules"
  case researchRules = "research_rules"
  case managers
  case books
  case stateMoney = "state_money"

  /// The duty to which it belongs.
  public var duty: Duty {
    switch self {
    case .body, .people, .tasks: .coBuilding
    case .positions, .research, .assignments, .staffing, .rewards: .autonomy
    case .plan, .projects: .plan
    case .assetRules, .fundRules, .staffRules, .researchRules, .managers: .rules
    case .books, .stateMoney: .accounts
    }
  }

  /// What it is called.
  public var phrase: Phrase {
    switch self {
    case .body: Phrase(zh: "参加机构", en: "body")
    case .people: Phrase(zh: "参加人员", en: "people")
    case .tasks: Phrase(zh: "分工任务", en: "tasks")
    case .positions: Phrase(zh: "内部岗位设置", en: "posts")
    case .research: Phrase(zh: "科研活动组织", en: "research")
    case .assignments: Phrase(zh: "工作任务安排", en: "assignments")
    case .staffing: Phrase(zh: "人员调整", en: "staff")
    case .rewards: Phrase(zh: "绩效奖励", en: "rewards")
    case .plan: Phrase(zh: "研发计划", en: "R&D plan")
    case .projects: Phrase(zh: "研发项目", en: "R&D projects")
    case .assetRules: Phrase(zh: "资产管理制度", en: "rules on assets")
    case .fundRules: Phrase(zh: "经费使用制度", en: "rules on money")
    case .staffRules: Phrase(zh: "人员管理制度", en: "rules on staff")
    case .researchRules: Phrase(zh: "科研工作制度", en: "rules on research")
    case .managers: Phrase(zh: "专职管理人员", en: "full-time managers")
    case .books: Phrase(zh: "专账、独立核算", en: "separate books")
    case .stateMoney: Phrase(zh: "财政经费单独核算", en: "state money accounted separately")
    }
  }
}
