import GRDB
import Regulation

/// A field of technology (技术领域), a “2+8” industry or a county cluster in the lists that staff keep, or what stands somewhere as a field and is
/// in no list (articles 3 and 8).
public struct FieldLine: Sendable, Hashable {
  /// Whether a list knows it.
  public enum Kind: Sendable, Hashable {
    /// It is in this list.
    case listed(TermKind)
    /// A center, an application or a call names it, and the list of fields does not hold it.
    case unlisted
    /// Centers or applications that name none.
    case unsaid
  }

  /// How the latest call stands to it (article 8).
  public enum Priority: Sendable, Hashable {
    /// There is no call yet.
    case noCall
    /// The call names no priority fields.
    case unrestricted(year: Int)
    /// The call names it.
    case named(year: Int)
    /// The call names others: an application in it is flagged, not refused.
    case outside(year: Int)
  }

  /// Its name, as centers have it; empty where they name none.
  public let name: String
  /// As the list has it; `nil` for what stands in none.
  public let term: TermLine?
  /// How many centers are of it, by how they stand; none for industries and clusters, which no center names.
  public let centers: [CenterStatus: Int]
  /// How many applications of it are under way among those that one may see; `nil` for viewers and agencies, who see none, and for industries and
  /// clusters.
  public let openApplications: Int?
  /// How the latest call stands to it; `nil` for industries and clusters, which no call names.
  public let priority: Priority?

  /// Whether a list knows it.
  public var kind: Kind { term.map { .listed($0.record.kind) } ?? (name.isEmpty ? .unsaid : .unlisted) }

  /// How many centers are of it, revoked and reorganised ones included.
  public var total: Int { centers.values.reduce(0, +) }
}

extension CenterStore {
  /// Every field of the list in its order, then the industries and the clusters, then what else centers, open applications and the latest call name
  /// as a field, by name.
  public func fieldRoll(by who: Acting) throws(StoreError) -> [FieldLine] {
    try read(by: who) { db, member in
      var centers: [String: [CenterStatus: Int]] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT field, status, count(*) FROM center GROUP BY field, status") {
        if let status = CenterStatus(rawValue: row[1]) { centers[row[0], default: [:]][status] = row[2] }
      }
      let applications = try CenterStore.openApplicationsByField(member, db)
      let call = try Int.fetchOne(db, sql: "SELECT max(year) FROM call").flatMap { try CenterStore.call($0, db)?.call }
      let wanted = Set((call?.priorityFields ?? []).map { NameKey($0) })

      let terms = try CenterStore.terms(db)
      let fields = terms.filter { $0.record.kind == .field }
      let isListed = Set(fields.map(\.record.name.string))
      let named = Set(centers.keys).union(applications.map { Set($0.keys) } ?? []).union((call?.priorityFields ?? []).map(\.string))
      let others = named.subtracting(isListed).sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
      func priority(of name: String) throws -> FieldLine.Priority {
        guard let call else { return .noCall }
        if wanted.isEmpty { return .unrestricted(year: call.year) }
        return try wanted.contains(NameKey(PlainText(name))) ? .named(year: call.year) : .outside(year: call.year)
      }
      func line(_ name: String, _ term: TermLine?) throws -> FieldLine {
        FieldLine(
          name: name, term: term, centers: centers[name] ?? [:], openApplications: applications.map { $0[name] ?? 0 },
          priority: try priority(of: name))
      }
      return try fields.map { try line($0.record.name.string, $0) }
        + terms.filter { $0.record.kind != .field }.map {
          FieldLine(name: $0.record.name.string, term: $0, centers: [:], openApplications: nil, priority: nil)
        } + others.map { try line($0, nil) }
    }
  }

  /// How many of the applications that a member may see are under way, by field; `nil` for who sees none.
  private static func openApplicationsByField(_ member: Member, _ db: Database) throws -> [String: Int]? {
    guard let (condition, arguments) = queueCondition(member) else { return nil }
    var counts: [String: Int] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT field, stage, count(*) FROM application WHERE \(condition) GROUP BY field, stage", arguments: arguments)
    for row in rows where ApplicationStage(rawValue: row[1])?.isOpen == true { counts[row[0], default: 0] += row[2] }
    return counts
  }

  /// The first centers of a field, by code: code, name and how each stands; none where no center is of it.
  ///
  /// - Parameters:
  ///   - field: its name as centers have it; empty: those that name none.
  ///   - limit: how many at most.
  public func fieldCenters(_ field: String, limit: Int, by who: Acting) throws(StoreError) -> [OrganizationFile.Center] {
    try read(by: who) { db, _ in
      try Row.fetchAll(
        db, sql: "SELECT code, name, status FROM center WHERE field = ? ORDER BY code LIMIT ?", arguments: [field, limit]
      ).map { OrganizationFile.Center(code: $0[0], name: $0[1], status: CenterStatus(rawValue: $0[2]) ?? .active, isHosted: false) }
    }
  }
}
