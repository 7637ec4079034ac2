import CenterStore
import Foundation
import GRDB
import Regulation

/// What is found in a store after something happened to the program or the machine.
struct Aftermath {
  /// What was called saved and is not there.
  private(set) var lost: [String] = []
  /// What is wrong with the store.
  private(set) var damaged: [String] = []

  var isSound: Bool { lost.isEmpty && damaged.isEmpty }

  /// Looks a store over.
  ///
  /// - Parameters:
  ///   - entered: what was entered, of each expert in order.
  ///   - isThorough: whether the doctor looks as well, which takes longer.
  init(_ path: String, _ entered: [Entered], isThorough: Bool = true) {
    let admin = Acting("admin", .command)
    do {
      let store = try CenterStore.open(path)
      defer { try? store.close() }
      let verdict = try store.verifyChain(by: admin)
      if let broken = verdict.broken { damaged.append("the chain is broken at \(broken)") }
      if isThorough { damaged += try store.examine(by: admin).map { "\($0.check.rawValue) \($0.object): \($0.phrase.en)" } }
      let queue = try DatabaseQueue(path: path)
      defer { try? queue.close() }
      try queue.read { db in
        damaged += try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        try look(for: entered, db)
      }
    } catch {
      damaged.append("\(error)")
    }
  }

  /// Every entry that was called saved has its link, and on each sheet stands the last one, or one after it that nobody heard of any more.
  private mutating func look(for entered: [Entered], _ db: Database) throws {
    let links = try String.fetchAll(db, sql: "SELECT login || ' ' || change FROM audit WHERE act = 'sheet.score'")
    let told = Set(
      links.flatMap { link in
        link.split(separator: "\"").filter { $0.hasPrefix("note") }.suffix(1).map { "\(link.prefix { $0 != " " }) \($0)" }
      })
    lost += entered.filter { $0.isSaved && !told.contains("\($0.login) \($0.note)") }.map { "\($0.login) \($0.note): no link" }
    let rows = try Row.fetchAll(db, sql: "SELECT login, indicator, comment FROM score JOIN sheet ON sheet.id = sheet_id WHERE year = 2030")
    let stands = Dictionary(uniqueKeysWithValues: rows.map { row in ("\(row[0] as String) \(row[1] as String)", row[2] as String) })
    for (place, entries) in Dictionary(grouping: entered, by: { "\($0.login) \($0.indicator)" }) {
      guard let last = entries.lastIndex(where: \.isSaved) else { continue }
      if !entries[last...].map(\.note).contains(stands[place] ?? "") { lost.append("\(place): \(stands[place] ?? "nothing") stands") }
    }
  }
}
