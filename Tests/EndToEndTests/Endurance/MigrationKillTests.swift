import Foundation
import RandomForTests
import StoresForTests
import Testing

/// A store that was brought to the present version.
enum Migrated {
  /// A digest of its tables and of everything in them.
  static func content(of store: String) throws -> String {
    try Spawn.output("/usr/bin/sqlite3", [store, ".sha3sum --schema"], environment: [:])
  }
}

@Suite("Nothing lost: programs that are killed while they bring an old store to this version")
struct MigrationKillTests {
  private static let command = ["audit", "verify", "--lang", "en", "--store"]

  /// Kills a program in its work on a copy of an old store, and looks what the next one makes of what it left.
  private func kill(
    _ old: (String) throws -> Void, expecting content: String, _ start: (Program) throws -> Void
  ) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try old(cztic.store)
    try start(cztic)
    let pages = try Spawn.output("/usr/bin/sqlite3", [cztic.store, "PRAGMA integrity_check"], environment: [:])
    #expect(pages == "ok\n")
    let next = try cztic.run(Self.command + [cztic.store])
    #expect(next.status == 0, "\(next.messages)")
    #expect(try Migrated.content(of: cztic.store) == content)
  }

  @Test(
    "At the n-th write and sync: the next program takes the store the rest of the way, and it is as if nothing had been",
    arguments: [1, 5, 17])
  func atChange(version: Int) throws {
    let reference = try Program()
    defer { reference.remove() }
    let released = ReleasedStore(version: version)
    try released.write(to: reference.store)
    let trace = reference.folder.appendingPathComponent("trace").path
    let whole = try reference.run(Self.command + [reference.store], environment: Fault.trace(trace).environment(reference.store))
    #expect(whole.status == 0, "\(whole.messages)")
    let content = try Migrated.content(of: reference.store)
    let changes = try DiskChange.all(in: trace).count { $0.file != nil }
    var random = SeededRandom(UInt64(version))
    let numbers = Endurance.isLong ? Array(1...changes) : (0..<8).map { _ in Int.random(in: 1...changes, using: &random) }
    for number in numbers {
      let fault: Fault = number.isMultiple(of: 2) ? .kill(number) : .tear(number)
      try kill(released.write, expecting: content) { cztic in
        let run = try cztic.run(Self.command + [cztic.store], environment: fault.environment(cztic.store))
        #expect(run.status == SIGKILL || run.status == 0, "\(number): \(run.status)")
      }
    }
    Endurance.tell("\(numbers.count) kills while a store of version \(version) is migrated (\(changes) changes), 0 lost, 0 damaged")
  }

  @Test("A large store, at any moment")
  func atAnyMoment() throws {
    let count = Endurance.count(short: 20_000, long: 300_000)
    let large = try Program()
    defer { large.remove() }
    try ReleasedStore(version: 17).write(to: large.store)
    let documents = """
      WITH RECURSIVE number(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < \(count))
      INSERT INTO attachment(year, center_id, title, title_key, link) SELECT 2026, 1, 'No. ' || value, 'no. ' || value, 1 FROM number;
      """
    _ = try Spawn.output("/usr/bin/sqlite3", [large.store, documents], environment: [:])
    func copy(_ path: String) throws { try FileManager.default.copyItem(atPath: large.store, toPath: path) }
    let reference = try Program()
    defer { reference.remove() }
    try copy(reference.store)
    let begin = ContinuousClock.now
    try reference.expect(0, "audit", "verify")
    let took = ContinuousClock.now - begin
    let content = try Migrated.content(of: reference.store)
    var random = SeededRandom(3)
    let kills = Endurance.count(short: 4, long: 100)
    for _ in 0..<kills {
      try kill(copy, expecting: content) { cztic in
        let child = try Child(Program.path, Self.command + [cztic.store])
        usleep(UInt32(Double.random(in: 0...1, using: &random) * (took / .microseconds(1))))
        child.kill()
      }
    }
    Endurance.tell("\(kills) kills at any moment while \(count) documents are migrated, which takes \(took), 0 lost, 0 damaged")
  }
}
