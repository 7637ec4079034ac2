import Regulation

/// A technology innovation center (技术创新中心) as files carry it.
public struct CenterRecord: Sendable, Hashable {
  /// Its code (编号); case-sensitive.
  public var code: PlainText
  /// Its name.
  public var name: PlainText
  /// The host unit (依托单位).
  public var host: PlainText
  /// What kind of legal person the host is.
  public var hostKind: HostKind
  /// The co-builders (共建单位). `nil`, here and below, in a file without the column: leave it.
  public var coBuilders: [PlainText]?
  /// The competent department (归口管理部门).
  public var department: PlainText
  /// The field of technology (技术领域).
  public var field: PlainText?
  /// The day of certification (认定日期).
  public var certifiedOn: Day
  /// How it stands in the registry.
  public var status: CenterStatus?
  /// The director (主任).
  public var director: PlainText?
  /// Names that it had before.
  public var formerNames: [PlainText]?

  /// Makes a record.
  public init(
    code: PlainText, name: PlainText, host: PlainText, hostKind: HostKind, coBuilders: [PlainText]? = nil, department: PlainText,
    field: PlainText? = nil, certifiedOn: Day, status: CenterStatus? = nil, director: PlainText? = nil, formerNames: [PlainText]? = nil
  ) {
    self.code = code
    self.name = name
    self.host = host
    self.hostKind = hostKind
    self.coBuilders = coBuilders
    self.department = department
    self.field = field
    self.certifiedOn = certifiedOn
    self.status = status
    self.director = director
    self.formerNames = formerNames
  }

  /// As the audit chain keeps it.
  var fields: Change.Fields {
    [
      ("name", name.string), ("host", host.string), ("host_kind", hostKind.rawValue), ("co_builders", (coBuilders ?? []).joinedForFile),
      ("department", department.string), ("field", field?.string ?? ""), ("certified_on", certifiedOn.description),
      ("status", (status ?? .active).rawValue), ("director", director?.string ?? ""), ("former_names", (formerNames ?? []).joinedForFile),
    ]
  }

  /// The names of ``fields``.
  static let fieldNames = [
    "name", "host", "host_kind", "co_builders", "department", "field", "certified_on", "status", "director", "former_names",
  ]

  /// The record with what a file leaves open taken from how it stood.
  func completed(from old: CenterRecord?) -> CenterRecord {
    var record = self
    record.coBuilders = coBuilders ?? old?.coBuilders ?? []
    record.field = field ?? old?.field ?? .empty
    record.status = status ?? old?.status ?? .active
    record.director = director ?? old?.director ?? .empty
    record.formerNames = formerNames ?? old?.formerNames ?? []
    return record
  }
}

extension [PlainText] {
  /// A list inside one cell.
  var joinedForFile: String { map(\.string).joined(separator: ";") }
}
