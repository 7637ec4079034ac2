import GRDB
import Regulation
import Wording

/// An evaluation form that somebody may write in now (article 27).
struct WritableForm {
  let round: RoundRecord
  let center: StoredCenter
  let id: Int64
  let code: String
  let isDeclared: Bool

  /// - Throws: ``StoreError/notPermitted(_:)`` for another's center, whether it exists or not; a ``Regulation/Refusal`` where the round takes no
  ///   material, the center is exempt, or the form is with the department while the host would write.
  init(_ code: String, _ year: Int, _ operation: Operation) throws {
    let db = operation.db
    id = try CenterStore.ownCenter(code, year: year, operation.member, .writeMaterial, db)
    guard let stored = try CenterStore.center(code: code, db) else { throw StoreError.noSuch(.center, code) }
    let kept = try StoredRound(try CenterStore.round(year, db), .center(code: code, id: id), db)
    (round, center, self.code) = (kept.record, stored, code)
    try CenterStore.requireTakesMaterial(kept, code, stored.record, isHost: operation.member.role == .host)
    isDeclared =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT declared_on IS NOT NULL FROM material WHERE year = ? AND center_id = ?"),
        arguments: [year, id]) ?? false
  }

  /// - Throws: a ``Regulation/Refusal`` for a place that the form does not ask for, or a value that the item cannot hold.
  func requireAsked(_ place: FactKey, _ entry: FactEntry) throws {
    guard let fact = try IndicatorSystem.standard.get().fact(place.code) else { throw StoreError.noSuch(.fact, place.code.description) }
    if fact.kind == .derived { throw Refusal(article: "27", FactError.derived.phrase) }
    let years = FactSheet.years(roundYear: round.year, certified: center.record.certifiedOn)
    guard fact.per.isYearly ? place.year.map({ years.contains($0) }) ?? false : place.year == nil else {
      let list = years.map(String.init).joined(separator: "、")
      throw Refusal(
        article: "27",
        fact.per.isYearly
          ? Phrase(
            zh: "\(place.code) 按年度填写：\(list)", en: "\(place.code) is asked for each of \(years.map(String.init).joined(separator: ", "))")
          : Phrase(zh: "\(place.code) 不分年度", en: "\(place.code) has one value for the round"))
    }
    if let value = entry.value, !value.fits(fact) {
      throw Refusal(article: "27", Phrase(zh: "\(place.code) 不能填“\(value)”", en: "\(place.code) cannot hold “\(value)”"))
    }
  }

  /// Writes one place; what stands there already is left as it is.
  func save(_ place: FactKey, _ entry: FactEntry, expecting: Seen<FactEntry>?, _ operation: Operation) throws {
    let (db, key) = (operation.db, (code: place.code.description, year: place.year ?? 0))
    let arguments: StatementArguments = [round.year, id, key.code, key.year]
    let old = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT value, note, link FROM fact WHERE year = ? AND center_id = ? AND code = ? AND fact_year = ?"),
      arguments: arguments)
    let before: Change.Fields = [("value", old?[0] ?? ""), ("note", old?[1] ?? "")]
    let after: Change.Fields = [("value", entry.value?.description ?? ""), ("note", entry.note.string)]
    let object = "fact/\(round.year)/\(code)/\(key.code)" + (key.year == 0 ? "" : "/\(key.year)")
    let joining = try operation.join(
      Joined(
        Phrase(same: key.code + (key.year == 0 ? "" : " \(key.year)")), object, expecting, own: after, over: before, isWhole: true
      ) { [("value", $0.value?.description ?? ""), ("note", $0.note.string)] }, link: old?[2])
    // A value and its note are one person's: theirs stay, or do not.
    if Change.same(before, after) || after.contains(where: { joining.pick($0.name, false, true) }) { return }
    let isFilled = entry.isFilled
    let link = try operation.append(
      .writeMaterial, Change(object: object, before: old == nil ? nil : before, after: isFilled ? after : nil))
    if isFilled {
      try db.cachedStatement(
        sql: """
          INSERT INTO fact(year, center_id, code, fact_year, value, note, link) VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(year, center_id, code, fact_year) DO UPDATE SET value = excluded.value, note = excluded.note, link = excluded.link
          """
      ).execute(arguments: arguments + [after[0].value, after[1].value, link])
    } else {
      try db.cachedStatement(sql: "DELETE FROM fact WHERE year = ? AND center_id = ? AND code = ? AND fact_year = ?")
        .execute(arguments: arguments)
      // What is gone bears no link that could be later than the finding's.
      try db.cachedStatement(sql: "DELETE FROM fact_verdict WHERE year = ? AND center_id = ? AND code = ?")
        .execute(arguments: [round.year, id, key.code])
    }
    try dropDeclaration(operation, link: link)
  }

  /// The host declared what stood there; what it writes now has to be declared anew. What staff write was never declared.
  func dropDeclaration(_ operation: Operation, link: Int64) throws {
    guard isDeclared, operation.member.role == .host else { return }
    try operation.db.cachedStatement(
      sql: "UPDATE material SET declared_by = '', declared_on = NULL, link = ? WHERE year = ? AND center_id = ?"
    )
    .execute(arguments: [link, round.year, id])
  }
}

extension CenterStore {
  /// That a center's material of a round may be written: the round takes it, the center has to take part, and a host has it in hand.
  static func requireTakesMaterial(_ kept: StoredRound, _ code: String, _ center: CenterRecord, isHost: Bool) throws {
    let year = kept.record.year
    guard kept.record.state.takesSheets else {
      throw Refusal(
        article: "27",
        Phrase(
          zh: "\(year) 年度评估\(kept.record.state.phrase.zh)，不再接受评估材料",
          en: "the round of \(year) is \(kept.record.state.phrase.en) and takes no material"))
    }
    let file = kept.round[center: code]
    let due = Due(roundYear: year, certified: center.certifiedOn, status: center.status ?? .active, deferred: file.deferral != nil)
    if case .exempt(let exemption) = due { throw exemption.refusal(of: code, in: year) }
    if isHost, !file.material.isWithHost { throw materialIsAway(code, file.material) }
  }

  /// That a host has its material of a round in hand.
  static func requireWithHost(_ code: String, _ id: Int64, _ round: RoundRecord, _ db: Database) throws {
    let material = try StoredRound(round, .center(code: code, id: id), db).round[center: code].material
    if !material.isWithHost { throw materialIsAway(code, material) }
  }

  /// That a host cannot write in what is with others.
  static func materialIsAway(_ code: String, _ material: MaterialState) -> Refusal {
    Refusal(
      article: "27",
      Phrase(
        zh: "\(code) 的评估材料“\(material.phrase.zh)”，退回后方可修改",
        en: "the material of \(code) is “\(material.phrase.en)”: it can be changed once it is given back"))
  }

  /// What the form of a center's last round knows of a round's form.
  static func carriedOver(to center: StoredCenter, year: Int, _ db: Database) throws -> [FactKey: FactEntry] {
    let system = try IndicatorSystem.standard.get()
    let years = try Int.fetchAll(
      db, sql: "SELECT year FROM round WHERE year < ? AND state <> 'cancelled' ORDER BY year DESC", arguments: [year])
    for last in years {
      let old = try factSheet(year: last, center, db)
      if old.entries.isEmpty { continue }
      return try factSheet(year: year, center, db).carriedOver(from: old, system)
    }
    return [:]
  }
}
