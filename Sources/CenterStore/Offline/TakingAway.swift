import GRDB
import Proofs
import Regulation
import Wording

extension CenterStore {
  /// Takes an expert's own sheets of a round away, to be scored elsewhere, with what the desk shows of their centers: data items, the register of
  /// documents, and nothing of any other expert. The chain keeps the digest of what was taken, so that nothing else can be brought back for it.
  ///
  /// - Parameter codes: which centers; empty: all of the expert's that can be scored now.
  /// - Throws: ``StoreError/refused(_:)`` without the pledge, for a center where the expert has to step aside (回避), in a round that takes no scores,
  ///   and where there is nothing to take; ``StoreError/notPermitted(_:)`` where a center is not assigned.
  public func takeSheetsAway(year: Int, centers codes: [String] = [], by who: Acting) throws(StoreError) -> OfflineSheets {
    try write(.takeSheetsAway, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let assigned = try CenterStore.assigned(in: year, codes, to: member, db)
      let round = try CenterStore.round(year, db)
      try CenterStore.requirePledge(year, member.login, db)
      // Of centers that are named each has to be open; of all those that are.
      let tasks = try assigned.filter { task in
        do { try CenterStore.requireOpen(task, db) } catch let refusal as Refusal {
          if !codes.isEmpty { throw refusal }
          return false
        }
        return true
      }
      if tasks.isEmpty {
        throw Refusal(article: "25", Phrase(zh: "\(year) 年度没有您可以评分的中心", en: "there is nothing of \(year) for you to score"))
      }
      guard let expert = try CenterStore.expert(member.login, db) else { throw StoreError.notPermitted(.takeSheetsAway) }
      let taken = TakenSheets(
        id: Hex.string(of: operation.randomBytes(16)), store: try CenterStore.identity(db).description, login: expert.login,
        name: expert.name,
        employer: expert.employer, takenAt: operation.now,
        round: TakenSheets.Round(
          year: year, method: round.method, minimumSheets: round.minimumSheets, scoresBy: round.scoresBy, openedOn: round.openedOn,
          table: round.tableVersion),
        centers: try tasks.map { try TakenSheets.Center($0, member, db) })
      let link = try operation.append(
        .takeSheetsAway,
        Change(
          object: taken.object,
          after: [("centers", tasks.map(\.center).joined(separator: ";")), ("sha256", try taken.digest.description)]))
      return OfflineSheets(taken, link: link, hash: try operation.head().hash)
    }
  }

  /// The hash of the first link of the chain, by which a store is known wherever its file lies.
  static func identity(_ db: Database) throws -> Digest256 {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT hash FROM audit WHERE seq = 1"))
    return row.flatMap { Digest256(bytes: $0.bytes(0)) } ?? .zero
  }

  /// What is assigned to an expert in a round, or that part of it which is named, in the order of the codes.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` where nothing is, whether there is such a round or not.
  private static func assigned(in year: Int, _ codes: [String], to member: Member, _ db: Database) throws -> [SheetTask] {
    let all = try String.fetchAll(
      db, sql: "SELECT code FROM assignment JOIN center ON center.id = center_id WHERE year = ? AND login = ? ORDER BY code",
      arguments: [year, member.login])
    if all.isEmpty { throw StoreError.notPermitted(.takeSheetsAway) }
    return try (codes.isEmpty ? all : Set(codes).sorted()).map {
      try SheetTask.require(year: year, center: $0, member: member, db)
    }
  }
}

extension TakenSheets.Center {
  fileprivate init(_ task: SheetTask, _ member: Member, _ db: Database) throws {
    let stored = try CenterStore.centerWithVisibleFacts(year: task.year, code: task.center, member, db)
    let record = stored.record
    let documents = try AttachmentHolder.material(year: task.year, center: stored.id).attachments(db)
    self.init(
      code: record.code, name: record.name, host: record.host, hostKind: record.hostKind, coBuilders: record.coBuilders ?? [],
      department: record.department, field: record.field ?? .empty, certifiedOn: record.certifiedOn, director: record.director ?? .empty,
      facts: try TakenSheets.facts(of: stored, in: task.year, db),
      documents: documents.map { TakenSheets.Document($0.entry) }, sheet: try OfflineSheet(CenterStore.sheet(task, db)))
  }
}

extension TakenSheets.Document {
  fileprivate init(_ entry: AttachmentEntry) {
    let facts = entry.proves.sorted().compactMap { proof in if case .fact(let code) = proof { code.description } else { nil } }
    self.init(title: entry.title, kind: entry.kind, date: entry.date, file: entry.file, location: entry.location, facts: facts)
  }
}

extension TakenSheets {
  /// A center's data items that are filled in, in the order of the table.
  static func facts(of center: StoredCenter, in year: Int, _ db: Database) throws -> [Fact] {
    try CenterStore.factSheet(year: year, center, db).entries.sorted { $0.key < $1.key }.filter(\.value.isFilled)
      .map { Fact(code: $0.key.code.description, year: $0.key.year, value: $0.value.value?.description ?? "", note: $0.value.note) }
  }
}
