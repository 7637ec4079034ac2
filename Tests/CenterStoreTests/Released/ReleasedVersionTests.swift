import Foundation
import GRDB
import Regulation
import StoresForTests
import Synchronization
import Testing

@testable import CenterStore

@Suite("A store of every version that was released is brought to the present one, and loses nothing")
struct ReleasedVersionTests {
  private static let versions = Schema.migrator.migrations.compactMap { Int($0.prefix { $0 != " " }) }

  @Test("Every version has a store of its own time on file; a new one comes with its own, as the docs of ReleasedStore tell")
  func census() {
    #expect(ReleasedStore.all.map(\.version) == Self.versions)
  }

  @Test("Its tables are those that its migrations make today: what was released is never edited", arguments: ReleasedStore.all)
  func unedited(released: ReleasedStore) throws {
    let old = try OldStore(released)
    let (made, identifier) = (try DatabaseQueue(), try #require(old.migrations.last))
    try Schema.migrator.migrate(made, upTo: identifier)
    let (then, now) = (try old.hand.rows(OldStore.tables), try made.read { try Row.fetchAll($0, sql: OldStore.tables) })
    let edited = Set(then.map { "\($0)" }).symmetricDifference(now.map { "\($0)" })
    #expect(edited.count == 2 * (Expected.edited[released.version] ?? []).count, "\(edited)")
    #expect(
      edited.allSatisfy { words in Expected.edited[released.version]?.contains { words.contains("name:\"\($0)\"") } == true }, "\(edited)")
  }

  @Test("It keeps every row and every link, and the doctor finds what is known of that day, or nothing", arguments: ReleasedStore.all)
  func migrated(released: ReleasedStore) throws {
    let old = try OldStore(released)
    let (contents, head) = (try old.contents(), try old.hand.texts("SELECT hex(hash) FROM audit ORDER BY seq DESC LIMIT 1"))
    let store = try CenterStore.open(old.path)
    defer { try? store.close() }
    let verdict = try store.verifyChain(by: Scratch.admin)
    #expect(verdict.isWhole && [verdict.head.description.uppercased()] == head)
    for (table, rows) in contents {
      #expect(try old.rows(of: table, rows.columns) == rows.rows, "\(table)")
    }
    let findings = try store.examine(by: Scratch.admin)
    #expect(
      Set(findings.map(\.check.rawValue)) == Set(Expected.findings[released.version] ?? []),
      "\(findings.map { "\($0.check.rawValue) \($0.object): \($0.phrase.en)" })")
    #expect(try old.hand.texts("SELECT identifier FROM grdb_migrations ORDER BY CAST(identifier AS INTEGER)") == Schema.migrator.migrations)
    #expect(try old.hand.texts("PRAGMA integrity_check") == ["ok"])
    // It takes what a store of today takes.
    _ = try store.importUsers(
      [Numbered(2, UserRecord(login: PlainText("new"), name: PlainText("新人"), role: .viewer))], by: Scratch.admin)
    #expect(try store.verifyChain(by: Scratch.admin).links == verdict.links + 1)
  }

  @Test("Who comes while another program upgrades the store waits for it, is told so once, and comes in")
  func waiting() throws {
    let old = try OldStore(ReleasedStore.all[0])
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: old.path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE") }
    let words = Mutex(0)
    var surroundings = Surroundings.system
    surroundings.patience = Patience(tries: 5, rounds: 10_000, silence: 10)
    let store = try CenterStore.open(old.path, surroundings: surroundings) {
      words.withLock { $0 += 1 }
      try? other.inDatabase { try $0.execute(sql: "COMMIT") }
    }
    defer { try? store.close() }
    #expect(words.withLock(\.self) == 1)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("Eight desks that open an old store at once all come in: who finds a step taken by another goes on from there")
  func together() throws {
    for _ in 0..<5 {
      let old = try OldStore(ReleasedStore.all[0])
      let path = old.path
      let errors = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do { try CenterStore.open(path).close() } catch { errors.withLock { $0.append("\(error)") } }
      }
      #expect(errors.withLock(\.self) == [])
      #expect(try old.hand.number("SELECT count(*) FROM grdb_migrations") == Self.versions.count)
    }
  }
}

/// What is known of old versions beside what holds for all.
private enum Expected {
  /// Tables whose definition was mended within the day on which their version came, when nobody but its makers had a store.
  static let edited = [2: ["credit_check"], 3: ["credit_check"], 4: ["credit_check"]]
  /// What the doctor finds in stores of a version.
  static let findings = edited.mapValues { _ in ["schema"] }
}

/// A released store in a folder of its own.
private final class OldStore {
  static let tables = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%' ORDER BY name"
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-old-\(UUID().uuidString)")
  let path: String
  let hand: OtherHand

  init(_ released: ReleasedStore) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("store.sqlite").path
    try released.write(to: path)
    hand = try OtherHand(path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var migrations: [String] { get throws { try hand.texts("SELECT identifier FROM grdb_migrations ORDER BY CAST(identifier AS INTEGER)") } }

  /// Every table but the list of migrations, with its columns and rows.
  func contents() throws -> [String: (columns: [String], rows: Set<String>)] {
    let tables = try hand.texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb_%'")
    return Dictionary(
      uniqueKeysWithValues: try tables.map { table in
        let columns = try hand.texts("SELECT name FROM pragma_table_info('\(table)')")
        return (table, (columns, try rows(of: table, columns)))
      })
  }

  func rows(of table: String, _ columns: [String]) throws -> Set<String> {
    Set(try hand.rows("SELECT \(columns.map { "\"\($0)\"" }.joined(separator: ", ")) FROM \"\(table)\"").map { "\(Array($0))" })
  }
}
