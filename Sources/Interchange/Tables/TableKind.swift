import Regulation
import TableFiles
import Wording

/// The kinds of table that can be imported, by their names on the command line.
public enum ImportKind: String, Sendable, Hashable, CaseIterable {
  case departments, organizations, centers, experts, users, conflicts, scores, facts, attachments, results, applications

  /// The columns of a file of this kind.
  public var schema: TableSchema {
    switch self {
    case .departments: DepartmentTable.schema
    case .organizations: OrganizationTable.schema
    case .centers: CenterTable.schema
    case .experts: ExpertTable.schema
    case .users: UserTable.schema
    case .conflicts: ConflictTable.schema
    case .scores: ScoreTable.schema
    case .facts: FactTable.schema
    case .attachments: AttachmentTable.schema
    case .results: ResultTable.schema
    case .applications: ApplicationArray.schema
    }
  }

  /// Whether its records belong to a round, so that a year has to be known.
  public var isOfRound: Bool { self == .scores || self == .facts || self == .attachments || self == .results }

  /// What an import of this kind is in the audit chain, and who may do it.
  public var act: Act {
    switch self {
    case .departments: .importDepartments
    case .organizations: .importOrganizations
    case .centers: .importCenters
    case .experts: .importExperts
    case .users: .importUsers
    case .conflicts: .importConflicts
    case .scores: .importScores
    case .facts: .importFacts
    case .attachments: .importAttachments
    case .results: .importResults
    case .applications: .importApplications
    }
  }

  /// What its files hold, for people.
  public var phrase: Phrase {
    switch self {
    case .departments: Phrase(zh: "归口管理部门", en: "departments")
    case .organizations: Phrase(zh: "单位", en: "organizations")
    case .centers: Phrase(zh: "技术创新中心", en: "centers")
    case .experts: Phrase(zh: "专家", en: "experts")
    case .users: Phrase(zh: "用户", en: "users")
    case .conflicts: Phrase(zh: "回避关系", en: "conflicts")
    case .scores: Phrase(zh: "评分", en: "scores")
    case .facts: Phrase(zh: "评估数据", en: "facts")
    case .attachments: Phrase(zh: "附件", en: "attachments")
    case .results: Phrase(zh: "评估结果", en: "results")
    case .applications: Phrase(zh: "申请", en: "applications")
    }
  }
}

/// The kinds of table that can be exported: those that can be imported, and what is only written: documents of duties and the audit chain.
public enum ExportKind: String, Sendable, Hashable, CaseIterable {
  case departments, organizations, centers, experts, users, conflicts, scores, facts, attachments, results, applications
  case dutyAttachments = "duty-attachments"
  case audit

  /// The kind as it is read again; `nil` for what is only written.
  public var imported: ImportKind? { ImportKind(rawValue: rawValue) }

  /// Who sees any of it; the store gives each of them their part.
  public var readers: Set<Role> {
    switch self {
    case .departments, .organizations, .centers, .results: Set(Role.allCases)
    case .experts, .users, .conflicts, .scores: [.admin, .bureau, .agency, .expert]
    case .facts, .attachments: Set(Role.allCases).subtracting([.viewer])
    case .applications: [.admin, .bureau, .department, .host, .expert]
    case .dutyAttachments: [.admin, .bureau, .department, .host]
    case .audit: [.admin, .bureau]
    }
  }

  /// The forms in which it is given out; the first one unless told.
  public var formats: [ExportFormat] { self == .applications ? [.json] : ExportFormat.allCases }

  /// The columns of a file of this kind.
  public var schema: TableSchema { imported?.schema ?? (self == .dutyAttachments ? DutyAttachmentTable.schema : AuditTable.schema) }

  /// Whether its records belong to a round, so that a year has to be known.
  public var isOfRound: Bool { imported?.isOfRound ?? false }

  /// What is said where a year is named for records that belong to no round.
  public var noRound: Phrase {
    Phrase(zh: "\(rawValue) 不分年度，--round 未起作用，已全部导出", en: "\(rawValue) belongs to no round: --round changed nothing, all was given out")
  }

  /// What its files hold, for people.
  public var phrase: Phrase {
    if let imported { return imported.phrase }
    return self == .dutyAttachments ? Phrase(zh: "职责附件", en: "documents of duties") : Phrase(zh: "审计链", en: "the audit chain")
  }
}
