import GRDB
import Regulation
import Wording

/// Why experts cannot score centers (回避), looked up once for many questions.
///
/// Organizations are compared through all their names, former and short ones included.
struct RecusalBook {
  private let names: [Int64: Set<String>]
  private let employers: [String: [(organization: Int64, isFormer: Bool)]]

  init(_ db: Database) throws {
    var names: [Int64: Set<String>] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, name_key FROM organization UNION ALL SELECT organization_id, name_key FROM organization_alias")
    while let row = try rows.next() { names[row[0], default: []].insert(row[1]) }
    var employers: [String: [(organization: Int64, isFormer: Bool)]] = [:]
    let jobs = try Row.fetchCursor(
      db, sql: "SELECT login, employer_id, 0 FROM expert UNION ALL SELECT login, organization_id, 1 FROM expert_former_employer")
    while let row = try jobs.next() { employers[row[0], default: []].append((row[1], row[2])) }
    self.names = names
    self.employers = employers
  }

  /// Why an expert cannot score a center; `nil` where nothing stands in the way.
  func reason(center: Int64, expert: String, _ db: Database) throws -> Phrase? {
    if let declared = try String.fetchOne(
      db.cachedStatement(sql: "SELECT reason FROM conflict WHERE center_id = ? AND login = ?"), arguments: [center, expert])
    {
      return Phrase(zh: "已申报回避：\(declared)", en: "a conflict is declared: \(declared)")
    }
    let parties = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT host_id, 0 FROM center WHERE id = ?1
          UNION ALL SELECT organization_id, 1 FROM center_co_builder WHERE center_id = ?1
          """), arguments: [center])
    for party in parties {
      let partyNames = names[party[0]] ?? []
      for job in employers[expert] ?? [] where !partyNames.isDisjoint(with: names[job.organization] ?? []) {
        let isCoBuilder: Bool = party[1]
        let name =
          try String.fetchOne(
            db.cachedStatement(sql: "SELECT name FROM organization WHERE id = ?"), arguments: [job.organization]) ?? ""
        return Phrase(
          zh: "\(job.isFormer ? "近三年曾" : "现")任职于\(isCoBuilder ? "共建单位" : "依托单位") \(name)",
          en: "\(job.isFormer ? "worked in the last three years" : "works") at \(name), \(isCoBuilder ? "a co-builder" : "the host unit")")
      }
    }
    return nil
  }
}
