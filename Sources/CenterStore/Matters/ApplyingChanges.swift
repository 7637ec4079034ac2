import GRDB
import Regulation
import Wording

extension CenterStore {
  /// What stands on file now of what would be changed, change by change; empty where nothing does (article 31).
  static func values(_ changes: [CenterChange], of code: String, _ db: Database) throws -> [PlainText] {
    guard let center = try center(code: code, db)?.record else { throw StoreError.noSuch(.center, code) }
    return try changes.map { change in
      switch change {
      case .hostName: center.host
      case .centerName: center.name
      case .registration:
        try PlainText(
          (try String.fetchOne(db, sql: "SELECT county FROM organization WHERE name_key = ?", arguments: [NameKey(center.host).string])
            ?? "")
            + "（\(center.department)）")
      case .coBuilders: try PlainText((center.coBuilders ?? []).map(\.string).joined(separator: "；"))
      case .field: center.field ?? .empty
      case .mainBusiness, .other: try lastValue(of: change.aspect, of: code, db)
      }
    }
  }

  /// Of what the registry has no column for, the value that was agreed to last.
  private static func lastValue(of aspect: CenterAspect, of code: String, _ db: Database) throws -> PlainText {
    let states = try String.fetchAll(
      db,
      sql: """
        SELECT state FROM matter JOIN center ON center.id = center_id
        WHERE code = ? AND matter.kind = 'change' AND stage = 'applied' ORDER BY matter.link DESC
        """, arguments: [code])
    for state in states {
      let request: ChangeRequest = try JSONText.decode(state)
      if let change = request.petition.changes.first(where: { $0.aspect == aspect }) { return try PlainText(change.value, .paragraphs) }
    }
    return .empty
  }
}

extension Operation {
  /// Makes changes that the bureau agreed to: in the center's record, and in its host's where they are the host's.
  func apply(_ changes: [CenterChange], to code: String) throws {
    // The host first: the record names it.
    for change in changes {
      switch change {
      case .hostName(let name): try renameHost(of: code, to: name)
      case .registration(let place, _): try moveHost(of: code, to: place)
      default: continue
      }
    }
    try rewrite(code, .stepChange) { record in
      for change in changes {
        switch change {
        case .centerName(let name) where name != record.name:
          record.formerNames = (record.formerNames ?? []) + [record.name]
          record.name = name
        case .registration(_, let department): record.department = department
        case .coBuilders(let names): record.coBuilders = names
        case .field(let field): record.field = field
        case .centerName, .hostName, .mainBusiness, .other: continue
        }
      }
    }
  }

  /// The host, the same legal person, gets another name; the old one is kept among the former ones, by which people who worked there are found.
  private func renameHost(of code: String, to name: PlainText) throws {
    let (id, old) = try host(of: code)
    let key = NameKey(name).string
    if key == NameKey(old).string, name == old { return }
    if try Int64.fetchOne(db, sql: "SELECT id FROM organization WHERE name_key = ? AND id <> ?", arguments: [key, id]) != nil {
      throw Refusal(
        article: "31", Phrase(zh: "已有名为“\(name)”的单位，不能改为同名", en: "another unit is called “\(name)”: it cannot take that name"))
    }
    let link = try append(
      .stepChange,
      Change(object: "organization/\(old)", before: [("name", old.string)], after: [("name", name.string), ("former", old.string)]))
    try db.execute(sql: "UPDATE organization SET name = ?, name_key = ?, link = ? WHERE id = ?", arguments: [name.string, key, link, id])
    try db.execute(
      sql: """
        INSERT INTO organization_alias(organization_id, position, name, name_key)
        SELECT ?1, coalesce(max(position) + 1, 0), ?2, ?3 FROM organization_alias WHERE organization_id = ?1
        """, arguments: [id, old.string, NameKey(old).string])
  }

  private func moveHost(of code: String, to place: PlainText) throws {
    let (id, name) = try host(of: code)
    let old = try String.fetchOne(db, sql: "SELECT county FROM organization WHERE id = ?", arguments: [id]) ?? ""
    if old == place.string { return }
    let link = try append(
      .stepChange, Change(object: "organization/\(name)", before: [("county", old)], after: [("county", place.string)]))
    try db.execute(sql: "UPDATE organization SET county = ?, link = ? WHERE id = ?", arguments: [place.string, link, id])
  }

  private func host(of code: String) throws -> (id: Int64, name: PlainText) {
    let row = try Row.fetchOne(
      db, sql: "SELECT organization.id, organization.name FROM center JOIN organization ON organization.id = host_id WHERE code = ?",
      arguments: [code])
    guard let row else { throw StoreError.noSuch(.center, code) }
    return (row[0], try PlainText(row[1]))
  }
}
