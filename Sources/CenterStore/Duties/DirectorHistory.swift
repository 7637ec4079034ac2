import GRDB
import Regulation

/// Who was director of centers on a day that is past (article 16), told by the chain back from who is now.
///
/// Who was filed was director from the day on which the host decided it; who came from a file, from the day on which it came. Whom a center brought
/// along when it came into the registry is taken for its director before.
struct DirectorHistory {
  /// The director on that day by the center's code, of those centers whose director changed since.
  private(set) var names: [String: String] = [:]

  /// - Parameter code: one center's alone; `nil`: all.
  init(_ db: Database, on day: Day, of code: String? = nil) throws {
    var changes = try DirectorHistory.filed(after: day, of: code, db)
    changes += try DirectorHistory.imported(after: day, of: code, db)
    var isReached: Set<String> = []
    // Back from now: what was decided by that day already is how it stood.
    for change in changes.sorted(by: { $0.link > $1.link }) where !isReached.contains(change.code) {
      if change.day > day { names[change.code] = change.before } else { isReached.insert(change.code) }
    }
  }

  /// Somebody else is director of a center from a day on.
  private struct Change {
    let code: String
    let day: Day
    let link: Int64
    let before: String
  }

  /// What the acts of the desk changed since that day.
  private static func filed(after day: Day, of code: String?, _ db: Database) throws -> [Change] {
    let decided = try decisions(after: day, db)
    let (first, last) = code.map { ("center/\($0)\"", "center/\($0)\"\u{10FFFF}") } ?? ("center/", "center0")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, time, json_extract(change, '$.object'), json_extract(change, '$.before.director') FROM audit
        WHERE act IN (\(Schema.actsOfCenters)) AND \(Schema.objectOfLink) >= ? AND \(Schema.objectOfLink) < ? AND time >= ?
          AND json_extract(change, '$.before.director') <> json_extract(change, '$.after.director')
        """, arguments: [first, last, Moment(day.adding(days: 1)).milliseconds])
    var changes: [Change] = []
    while let row = try rows.next() {
      let link: Int64 = row[0]
      changes.append(
        Change(
          code: String((row[2] as String).dropFirst("center/".count)), day: decided[link] ?? Moment(milliseconds: row[1]).day, link: link,
          before: row[3]))
    }
    return changes
  }

  /// On which day hosts decided what was filed since that day, by the link that wrote it into the registry, which follows that of the filing.
  private static func decisions(after day: Day, _ db: Database) throws -> [Int64: Day] {
    var days: [Int64: Day] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT matter_step.link, json_extract(state, '$.decision.on') FROM matter_step JOIN matter ON matter.id = matter_id
        WHERE kind = 'director' AND day > ? AND json_type(step, '$.file') IS NOT NULL
        """, arguments: [day.description])
    while let row = try rows.next() { days[row[0] + 1] = try CenterStore.day(row[1]) }
    return days
  }

  /// What files changed since that day: few links, each over many rows, of which those of new centers change nobody.
  private static func imported(after day: Day, of code: String?, _ db: Database) throws -> [Change] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT audit.seq, time, rows FROM audit_rows JOIN audit USING (seq) WHERE act = 'import.centers' AND time >= ?",
      arguments: [Moment(day.adding(days: 1)).milliseconds])
    var changes: [Change] = []
    while let row = try rows.next() {
      let (link, day) = (row[0] as Int64, Moment(milliseconds: row[1]).day)
      row.bytes(2).withUnsafeBytes { log in
        var start = 0
        for end in log.indices where log[end] == 0x0A {
          defer { start = end + 1 }
          guard log[start] == 0x7B, let told = ToldChange(UnsafeRawBufferPointer(rebasing: log[start..<end])) else { continue }
          guard let before = told.before?["director"], let after = told.after["director"], before != after else { continue }
          let changed = String(told.object.dropFirst("center/".count))
          if code == nil || changed == code { changes.append(Change(code: changed, day: day, link: link, before: before)) }
        }
      }
    }
    return changes
  }
}
