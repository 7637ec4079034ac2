import GRDB
import Regulation

/// What changed of a center by a request that was agreed to, and stands in no column of its record (article 31).
extension CenterTimeline {
  /// What changed of its host, which other centers may share: how it is called, and where it is registered. Everybody reads that in the registry.
  ///
  /// - Parameter first: from which day on it is of the center's time.
  mutating func host(since first: Day) throws {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM organization WHERE id = (SELECT host_id FROM center WHERE id = ?1)
        UNION SELECT name FROM organization_alias WHERE organization_id = (SELECT host_id FROM center WHERE id = ?1) ORDER BY 1
        """, arguments: [id])
    for name in names {
      for link in try links(of: Schema.actsOfCenters, "organization/\(name)\"") where Moment(milliseconds: link.time).day >= first {
        let document: RecordDocument = try JSONText.decode(link.change)
        let changes = ["name": "host", "county": "registered_in"].compactMap { key, field in
          document.after?[key].map { CenterHappening.FieldChange(field: field, before: document.before?[key] ?? "", after: $0) }
        }
        if !changes.isEmpty { add(.recorded(changes), link) }
      }
    }
  }

  /// What was agreed to of the host's main business, and of other matters of weight; for those who read the request.
  mutating func applied(_ matter: Int64) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT state, day, matter_step.link, login, name, role FROM matter JOIN matter_step ON matter_id = matter.id LEFT JOIN user USING (login)
        WHERE matter.id = ? AND stage = 'applied' ORDER BY position DESC LIMIT 1
        """, arguments: [matter])
    guard let row else { return }
    let request: ChangeRequest = try JSONText.decode(row[0])
    guard case .applied(let applied) = request.state else { return }
    let changes = zip(request.petition.changes, applied.old).compactMap { change, old -> CenterHappening.FieldChange? in
      guard change.aspect == .mainBusiness || change.aspect == .other else { return nil }
      return CenterHappening.FieldChange(field: change.aspect.rawValue, before: old.string, after: change.value)
    }
    if changes.isEmpty { return }
    add(.recorded(changes), on: try CenterStore.day(row[1]), link: row[2], login: row[3], role: row[5], name: row[4])
  }
}
