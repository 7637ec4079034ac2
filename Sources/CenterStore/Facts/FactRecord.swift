import GRDB
import Regulation
import Wording

/// One data item (数据项) of a center in a round, as files carry it (article 27).
public struct FactRecord: Sendable, Hashable {
  /// The center's code.
  public var center: PlainText
  /// The data item.
  public var fact: FactCode
  /// The calendar year; `nil` for an item that has one value for the round.
  public var year: Int?
  /// The value; `nil` where it is left empty, which is not 0.
  public var value: FactValue?
  /// Why it is left empty, or a remark; `nil` in a file without the column: leave it.
  public var note: PlainText?

  /// Makes a record.
  public init(center: PlainText, fact: FactCode, year: Int?, value: FactValue?, note: PlainText? = nil) {
    self.center = center
    self.fact = fact
    self.year = year
    self.value = value
    self.note = note
  }
}

extension CenterStore {
  /// Merges facts from a file, by center, item and year. What staff import counts as handed in; a host enters its own centers' only,
  /// while the round is open.
  public func importFacts(
    year: Int, _ rows: [Numbered<FactRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importFacts, object: "facts", facts: [("round", String(year))], dryRun: dryRun, by: who) { merge in
      let member = merge.operation.member
      let round = try CenterStore.round(year, merge.db)
      guard round.state.takesSheets else {
        if member.role == .host { throw StoreError.notPermitted(.importFacts) }
        throw Refusal(
          article: "27",
          Phrase(
            zh: "\(year) 年度评估\(round.state.phrase.zh)，不再接受评估数据", en: "the round of \(year) is \(round.state.phrase.en) and takes no facts"))
      }
      var importing = FactImport(round: round, system: try IndicatorSystem.standard.get())
      for row in merge.paced(rows) {
        let record = row.record
        let key = "\(record.center)\u{0}\(record.fact)\u{0}\(record.year ?? 0)"
        if merge.repeats(key, row.row, "fact", record.fact.description) { continue }
        try importing.put(row, member, &merge)
      }
    }
  }

  /// Hands over the facts of a round, ordered by center, item and year: all of them for staff, those of its jurisdiction for a
  /// department, of its own centers for a host, of what is assigned for an expert who gave the pledge.
  public func eachFact(year: Int, by who: Acting, _ body: (FactRecord) throws -> Void) throws(StoreError) {
    try read(by: who) { db, member in
      let visible = try CenterStore.centersWithVisibleFacts(year: year, member, db)
      _ = try CenterStore.round(year, db)
      // Before the pledge nothing of the round opens to an expert: their part is empty.
      if member.role == .expert, try !CenterStore.hasPledged(year, member.login, db) { return }
      let system = try IndicatorSystem.standard.get()
      // A center at a time: somebody with three centers of a hundred thousand waits for three.
      let centers =
        try visible.map { ids in
          try ids.compactMap { try Row.fetchOne(db.cachedStatement(sql: "SELECT id, code FROM center WHERE id = ?"), arguments: [$0]) }
            .map { (id: $0[0] as Int64, code: $0[1] as String) }.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
        }
        ?? Row.fetchAll(db, sql: "SELECT id, code FROM center ORDER BY code").map { ($0[0], $0[1]) }
      // SQLite orders codes as text (3.3.a … 3.3.l), which is the order of the table within an indicator.
      let statement = try db.cachedStatement(
        sql: "SELECT code, fact_year, value, note FROM fact WHERE year = ? AND center_id = ? ORDER BY code, fact_year")
      for center in centers {
        let code = try PlainText(center.code)
        let rows = try Row.fetchCursor(statement, arguments: [year, center.id])
        while let row = try rows.next() {
          guard let (key, entry) = try CenterStore.fact(row, from: 0, system) else { continue }
          try body(FactRecord(center: code, fact: key.code, year: key.year, value: entry.value, note: entry.note))
        }
      }
    }
  }

  /// A center's evaluation form in a round, as far as it is filled in.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see it, whether the center exists or not; ``StoreError/refused(_:)``
  ///   for an expert before the pledge (回避).
  public func factSheet(year: Int, center: String, by who: Acting) throws(StoreError) -> FactSheet {
    try read(by: who) { db, member in
      try CenterStore.factSheet(year: year, CenterStore.centerWithVisibleFacts(year: year, code: center, member, db), db)
    }
  }

  static func factSheet(year: Int, _ center: StoredCenter, _ db: Database) throws -> FactSheet {
    let system = try IndicatorSystem.standard.get()
    var sheet = FactSheet(roundYear: year, certified: center.record.certifiedOn, coBuilders: (center.record.coBuilders ?? []).count)
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT code, fact_year, value, note FROM fact WHERE year = ? AND center_id = ?"),
      arguments: [year, center.id])
    while let row = try rows.next() {
      if let (key, entry) = try fact(row, from: 0, system) { sheet.entries[key] = entry }
    }
    return sheet
  }

  /// A stored fact; `nil` for an item that this program's table does not know.
  static func fact(_ row: Row, from column: Int, _ system: IndicatorSystem) throws -> (FactKey, FactEntry)? {
    guard let code = FactCode(row[column] as String), let fact = system.fact(code) else { return nil }
    let year: Int = row[column + 1]
    let value = try FactValue.parse(row[column + 2], for: fact)
    return (FactKey(code, year: year == 0 ? nil : year), FactEntry(value, note: try PlainText(row[column + 3], .paragraphs)))
  }
}
