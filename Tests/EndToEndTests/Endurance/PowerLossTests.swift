import Foundation
import RandomForTests
import StoresForTests
import Testing

@Suite("Nothing lost: the power fails, and of what was not synced anything may be there or not")
struct PowerLossTests {
  /// A program's work on a store, and the disk under it.
  private struct Recording {
    let cztic: Program
    let before: Disk
    let trace: String

    init(_ cztic: Program) throws {
      (self.cztic, before, trace) = (cztic, try Disk(cztic.store), cztic.folder.appendingPathComponent("trace").path)
    }

    var environment: [String: String] { Fault.trace(trace).environment(cztic.store) }

    /// Lets the power fail at many moments: before and after syncs in the first place, and looks at each disk.
    ///
    /// - Parameters:
    ///   - obeysSyncs: whether the disk does what it is told, and does not only say so.
    ///   - look: what is wrong with a store, after some words had been said; `isOver`: after the program had ended.
    /// - Returns: how many disks were looked at, and what is wrong with them.
    func failures(
      _ count: Int, seed: UInt64, obeysSyncs: Bool = true, _ look: (_ store: String, _ said: [String], _ isOver: Bool) throws -> [String]
    ) throws -> (looked: Int, faults: [String]) {
      let changes = try DiskChange.all(in: trace)
      var random = SeededRandom(seed)
      let moments = changes.indices.filter { changes[$0].isSync }.flatMap { [$0, $0 + 1] }
      var chosen = Dictionary(
        grouping: (0..<count).map { index in
          if index < 4 { return changes.count }
          return (Bool.random(using: &random) ? moments.randomElement(using: &random) : nil)
            ?? Int.random(in: 0...changes.count, using: &random)
        }
      ) { $0 }.mapValues(\.count)
      if Endurance.isLong { for moment in changes.indices { chosen[moment, default: 0] += 1 } }
      var (disk, said, looked, faults) = (before, [String](), 0, [String]())
      for moment in 0...changes.count {
        for number in 0..<(chosen[moment] ?? 0) {
          let folder = cztic.folder.appendingPathComponent("failed")
          try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
          defer { try? FileManager.default.removeItem(at: folder) }
          let store = folder.appendingPathComponent("store.sqlite").path
          let remainder = Disk.Remainder.allCases[(moment + number) % Disk.Remainder.allCases.count]
          try disk.fail(remainder, at: store, &random)
          faults += try look(store, said, moment == changes.count).map { "change \(moment) of \(changes.count), \(remainder): \($0)" }
          looked += 1
        }
        guard moment < changes.count else { break }
        if obeysSyncs || !changes[moment].isSync { disk.take(changes[moment]) }
        if case .say(let words) = changes[moment] { said.append(words) }
      }
      return (looked, faults)
    }
  }

  @Test("An expert's scores, past a checkpoint of the log: all that was called saved is there, whenever it fails")
  func scores() throws {
    let city = try ScoringCity()
    defer { city.cztic.remove() }
    let recording = try Recording(city.cztic)
    let scorer = try Scorer("e1", in: city, environment: recording.environment)
    var random = SeededRandom(7)
    let entered = (0..<220).map { scorer.enter("note-e1-\($0)", &random) }
    scorer.talk.kill()
    #expect(entered.count(where: \.isSaved) == entered.count)
    var number = 0
    func look(_ store: String, _ said: [String], _: Bool) -> [String] {
      let saved = said.joined().split(separator: "\n").count { $0.hasPrefix("Saved: ") }
      let known =
        entered.prefix(saved)
        + entered.dropFirst(saved).prefix(1).map {
          Entered(login: $0.login, indicator: $0.indicator, note: $0.note)
        }
      number += 1
      let aftermath = Aftermath(store, Array(known), isThorough: number.isMultiple(of: 10))
      return aftermath.lost + aftermath.damaged
    }
    let (looked, faults) = try recording.failures(Endurance.count(short: 150, long: 2000), seed: 11, look)
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    Endurance.tell("\(looked) power failures while scoring, \(entered.count) scores, \(faults.count) lost or damaged")
    // Were nothing synced it would be noticed.
    let liar = try recording.failures(20, seed: 11, obeysSyncs: false, look)
    #expect(liar.faults.count > 5)
  }

  @Test("A first import, which leaves the log aside: all of it is there or nothing, and all once it has ended")
  func firstImport() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic.expect(0, "init")
    let rows = (0..<120).map { "L\($0),第\($0)号技术创新中心,企业\($0 / 3),enterprise,泊头市科学技术局,2021-03-01\n" }
    let file = try cztic.file("centers.csv", "code,name,host,host_kind,department,certified_on\n" + rows.joined())
    let recording = try Recording(cztic)
    let run = try cztic.run(["import", "centers", file, "--store", cztic.store], environment: recording.environment)
    #expect(run.status == 0, "\(run.messages)")
    let (looked, faults) = try recording.failures(Endurance.count(short: 60, long: 500), seed: 12) { store, _, isOver in
      let aftermath = Aftermath(store, [])
      let centers = try Spawn.output("/usr/bin/sqlite3", [store, "SELECT count(*) FROM center"], environment: [:])
      return aftermath.damaged + (centers == "120\n" || !isOver && centers == "0\n" ? [] : ["centers: \(centers)"])
    }
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    Endurance.tell("\(looked) power failures in a first import, \(faults.count) lost or damaged")
  }

  @Test("An old store on its way to this version: opened again it arrives as if nothing had been", arguments: [5, 21])
  func migration(version: Int) throws {
    let (cztic, reference) = (try Program(), try Program())
    defer { for program in [cztic, reference] { program.remove() } }
    for program in [cztic, reference] { try ReleasedStore(version: version).write(to: program.store) }
    try reference.expect(0, "audit", "verify")
    let recording = try Recording(cztic)
    let run = try cztic.run(["audit", "verify", "--store", cztic.store], environment: recording.environment)
    #expect(run.status == 0, "\(run.messages)")
    let expected = try Migrated.content(of: reference.store)
    let (looked, faults) = try recording.failures(Endurance.count(short: 30, long: 300), seed: UInt64(version)) { store, _, _ in
      let damaged = Aftermath(store, [], isThorough: false).damaged
      return damaged + (try Migrated.content(of: store) == expected ? [] : ["its content is another"])
    }
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    Endurance.tell("\(looked) power failures while a store of version \(version) is migrated, \(faults.count) lost or damaged")
  }
}
