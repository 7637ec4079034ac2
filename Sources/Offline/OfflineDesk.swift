import CenterStore
import Foundation
import Regulation
import Wording

/// A store made of a file that was taken away, for the desk to stand on: it goes away when it is left, and whatever is written in it is in the file
/// before it counts as saved.
public final class OfflineDesk: Sendable {
  /// The store.
  public let store: CenterStore
  /// Whose sheets they are.
  public let login: String
  private let folder: ThrowAwayFolder
  private static let prefix = "cztic-offline-"

  /// Makes the store.
  ///
  /// What a process left that was killed is taken away first.
  ///
  /// - Parameter parent: where its folder is made; unless told where the system keeps what ends with a session, in memory if there is such a place.
  /// - Throws: ``OfflineError/otherTable(taken:own:)``; ``CenterStore/StoreError``.
  public init(_ file: OfflineFile, in parent: URL = OfflineDesk.usualPlace, _ surroundings: Surroundings = .system) throws {
    let sheets = file.sheets
    let (table, own) = (sheets.taken.round.table, try IndicatorSystem.standard.get().version)
    if table != own { throw OfflineError.otherTable(taken: table, own: own) }
    _ = try ThrowAwayFolder.sweep(parent, prefix: OfflineDesk.prefix)
    login = sheets.taken.login.string
    folder = try ThrowAwayFolder(in: parent, prefix: OfflineDesk.prefix)
    do {
      let made = try OfflineDesk.make(sheets, at: folder.store, surroundings)
      var kept = surroundings
      kept.keeping = OfflineKeeping { now throws(StoreError) in
        do throws(OfflineError) {
          try file.take(now, at: surroundings.now())
        } catch {
          throw .io(path: file.path, reason: error.phrase)
        }
      }
      store = made.under(kept)
    } catch {
      folder.leave()
      throw error
    }
  }

  /// Leaves it.
  public func leave() {
    try? store.close()
    folder.leave()
  }

  /// Where the system keeps what ends with a session.
  public static var usualPlace: URL {
    let own = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? ""
    return own.hasPrefix("/") && access(own, W_OK) == 0 ? URL(fileURLWithPath: own) : FileManager.default.temporaryDirectory
  }

  private static func make(_ sheets: OfflineSheets, at path: String, _ surroundings: Surroundings) throws -> CenterStore {
    let taken = sheets.taken
    var then = surroundings
    // As it was when the round was announced: its last days may be over by now.
    let day = Moment(taken.round.openedOn, seconds: 3600 * 9)
    then.now = { day }
    let store = try CenterStore.create(path, durably: false, surroundings: then)
    let (admin, expert) = (Acting("admin", .command), Acting(taken.login.string, .desk))
    try register(taken, in: store, by: admin)
    try store.pledge(year: taken.round.year, by: expert)
    for sheet in sheets.sheets { try enter(sheet, taken.round.year, in: store, by: expert) }
    return store
  }

  private static func register(_ taken: TakenSheets, in store: CenterStore, by admin: Acting) throws {
    let year = taken.round.year
    let known = Set(try store.departments(by: admin).map(\.name))
    let departments = Set(taken.centers.map(\.department)).subtracting(known).sorted()
    _ = try store.importDepartments(departments.numbered { DepartmentRecord(name: $0, kind: .county) }, by: admin)
    _ = try store.importCenters(taken.centers.numbered(\.record), by: admin)
    _ = try store.importExperts(
      [Numbered(1, ExpertRecord(login: taken.login, name: taken.name, employer: taken.employer))], by: admin)
    try store.openRound(
      year,
      RoundPlan(
        method: taken.round.method, minimumSheets: taken.round.minimumSheets, scoresBy: taken.round.scoresBy,
        reason: PlainText(literal: "带出评分")), by: admin)
    _ = try store.importFacts(year: year, taken.factRecords.numbered { $0 }, by: admin)
    _ = try store.importAttachments(year: year, taken.centers.flatMap(\.documentRecords).numbered { $0 }, by: admin)
    for center in taken.centers {
      try store.assignExpert(year: year, center: center.code.string, expert: taken.login.string, by: admin)
    }
  }

  private static func enter(_ sheet: OfflineSheet, _ year: Int, in store: CenterStore, by expert: Acting) throws {
    let center = sheet.center.string
    for code in IndicatorCode.all where sheet[code] != .none {
      let mark = sheet[code]
      try store.score(
        year: year, center: center, indicator: code, ScoreEntry(points: .some(mark.points), comment: mark.comment), by: expert)
      if !mark.draft.isEmpty { try store.keepDraft(year: year, center: center, indicator: code, mark.draft, by: expert) }
    }
    if sheet.state == .submitted { try store.submitSheet(year: year, center: center, by: expert) }
  }
}

extension Sequence {
  fileprivate func numbered<Record>(_ record: (Element) throws -> Record) rethrows -> [Numbered<Record>] {
    try enumerated().map { Numbered($0 + 1, try record($1)) }
  }
}

extension TakenSheets {
  fileprivate var factRecords: [FactRecord] {
    get throws {
      let system = try IndicatorSystem.standard.get()
      return try centers.flatMap { center in
        try center.facts.compactMap { fact in
          guard let code = FactCode(fact.code), let item = system.fact(code) else { return nil }
          return FactRecord(
            center: center.code, fact: code, year: fact.year, value: try FactValue.parse(fact.value, for: item), note: fact.note)
        }
      }
    }
  }
}

extension TakenSheets.Center {
  fileprivate var record: CenterRecord {
    CenterRecord(
      code: code, name: name, host: host, hostKind: hostKind, coBuilders: coBuilders, department: department, field: field,
      certifiedOn: certifiedOn, director: director)
  }

  fileprivate var documentRecords: [AttachmentRecord] {
    documents.map {
      AttachmentRecord(
        center: code, title: $0.title, kind: $0.kind, date: .some($0.date), file: $0.file, location: $0.location,
        facts: $0.facts.compactMap { FactCode($0) })
    }
  }
}
