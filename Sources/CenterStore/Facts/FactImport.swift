import GRDB
import Regulation
import Wording

/// An import of facts under way.
struct FactImport {
  let round: RoundRecord
  let system: IndicatorSystem
  private var centers: [String: Center] = [:]
  private var files: [Int64: CenterInRound] = [:]

  private struct Center {
    let id: Int64
    let host: Int64
    let years: [Int]
    let due: Due
  }

  init(round: RoundRecord, system: IndicatorSystem) {
    self.round = round
    self.system = system
  }

  /// Merges one line.
  mutating func put(_ row: Numbered<FactRecord>, _ member: Member, _ merge: inout Merge) throws {
    let record = row.record
    let known = try center(record.center.string, merge.db)
    if member.role == .host, known?.host != member.organizationID { throw StoreError.notPermitted(nil) }
    if known == nil { merge.refuse(row.row, "center", record.center.string, StoreError.unknown(.center, record.center.string)) }
    guard let fact = system.fact(record.fact) else {
      return merge.refuse(row.row, "fact", record.fact.description, StoreError.unknown(.fact, record.fact.description))
    }
    guard let center = known else { return }
    guard isAsked(row, fact, years: center.years, &merge) else { return }
    let db = merge.db
    let year = record.year ?? 0
    let old = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT value, note FROM fact WHERE year = ? AND center_id = ? AND code = ? AND fact_year = ?"),
      arguments: [round.year, center.id, record.fact.description, year])
    let before = old.map { row -> Change.Fields in [("value", row[0]), ("note", row[1])] }
    let note = record.note?.string ?? before?[1].value ?? ""
    if record.value == nil, note.isEmpty {
      return merge.refuse(
        row.row, "value", "", Phrase(zh: "为空须在“说明”栏写明原因（空不等于 0）", en: "is empty: say why in the column note (empty is not 0)"))
    }
    let after: Change.Fields = [("value", record.value?.description ?? ""), ("note", note)]
    let isHost = member.role == .host
    let isSame = before.map { Change.same($0, after) } ?? false
    // What was brought out may be brought in again, and hands nothing in.
    if case .exempt(let exemption) = center.due {
      if isSame { return merge.outcome.unchanged += 1 }
      return merge.refuse(row.row, "center", record.center.string, exemption.problem(in: round.year))
    }
    let hasHandedIn = try !isHost && handIn(center.id, record.center, isSame: isSame, &merge)
    if isSame {
      // The row by which material came in stands as it stood, and yet changed something.
      if hasHandedIn { merge.outcome.changed += 1 } else { merge.outcome.unchanged += 1 }
      return
    }
    if isHost { try write(center.id, record.center, merge) }
    try db.cachedStatement(
      sql: """
        INSERT INTO fact(year, center_id, code, fact_year, value, note, link) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(year, center_id, code, fact_year) DO UPDATE SET value = excluded.value, note = excluded.note, link = excluded.link
        """
    ).execute(arguments: [round.year, center.id, record.fact.description, year, after[0].value, note, merge.link])
    let object = "fact/\(round.year)/\(record.center)/\(record.fact)" + (year == 0 ? "" : "/\(year)")
    merge.note(object, before: before, after: after)
  }

  private func isAsked(_ row: Numbered<FactRecord>, _ fact: Fact, years: [Int], _ merge: inout Merge) -> Bool {
    let year = row.record.year
    if fact.kind == .derived {
      merge.refuse(row.row, "fact", fact.code.description, FactError.derived.phrase)
      return false
    }
    if !fact.per.isYearly, let year {
      merge.refuse(
        row.row, "year", String(year), Phrase(zh: "该数据项不分年度，请留空", en: "this item has one value for the round; leave the year empty"))
      return false
    }
    if fact.per.isYearly, !years.contains(year ?? 0) {
      let list = years.map(String.init)
      merge.refuse(
        row.row, "year", year.map(String.init) ?? "",
        Phrase(zh: "年度须为 \(list.joined(separator: "、"))", en: "must be one of \(list.joined(separator: ", "))"))
      return false
    }
    return true
  }

  private mutating func center(_ code: String, _ db: Database) throws -> Center? {
    if let known = centers[code] { return known }
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, host_id, certified_on, status, EXISTS (SELECT 1 FROM deferral WHERE year = ? AND center_id = center.id)
        FROM center WHERE code = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [round.year, code]) else { return nil }
    let certified = try CenterStore.day(row[2])
    let center = Center(
      id: row[0], host: row[1], years: FactSheet.years(roundYear: round.year, certified: certified),
      due: Due(roundYear: round.year, certified: certified, status: CenterStatus(rawValue: row[3]) ?? .active, deferred: row[4]))
    centers[code] = center
    return center
  }

  /// What staff import counts as handed in (article 27): at first also what the host entered and they import the same; a form that the
  /// department gave back only with a value that differs, since the remark asks for one.
  ///
  /// - Returns: whether this row handed the center's material in.
  private mutating func handIn(_ center: Int64, _ code: PlainText, isSame: Bool, _ merge: inout Merge) throws -> Bool {
    let before = try file(center, code, merge.db)
    guard before.material.stage == .none || before.material.stage == .returned && !isSame else { return false }
    let today = merge.operation.now.day
    let after = CenterInRound(
      material: .submitted(before.material.submission ?? .init(on: today, isByStaff: true)), admitted: before.admitted,
      deferral: before.deferral)
    files[center] = after
    try merge.operation.keep(after, was: before, of: center, in: round.year, link: merge.link)
    try merge.operation.note(.enter(code.string), in: round.year, center: center, link: merge.link)
    merge.log.append(Change(object: "material/\(round.year)/\(code)", after: [("origin", "staff")]))
    merge.outcome.handedIn += 1
    return true
  }

  /// A host writes while the form is in its hands, and declares anew what it wrote.
  private mutating func write(_ center: Int64, _ code: PlainText, _ merge: Merge) throws {
    let isFirst = files[center] == nil
    let material = try file(center, code, merge.db).material
    if !material.isWithHost { throw CenterStore.materialIsAway(code.string, material) }
    guard isFirst else { return }
    try merge.db.cachedStatement(
      sql: "UPDATE material SET declared_by = '', declared_on = NULL, link = ? WHERE year = ? AND center_id = ? AND declared_on IS NOT NULL"
    ).execute(arguments: [merge.link, round.year, center])
  }

  private mutating func file(_ center: Int64, _ code: PlainText, _ db: Database) throws -> CenterInRound {
    if let known = files[center] { return known }
    let file = try StoredRound(round, .center(code: code.string, id: center), db).round[center: code.string]
    files[center] = file
    return file
  }
}
