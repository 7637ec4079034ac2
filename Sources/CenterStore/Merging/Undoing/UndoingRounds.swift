import GRDB
import Regulation
import Wording

// Results of past years, facts and documents, as they stood before an import.
extension ImportUndo {
  /// The number of a center; `nil` where it is gone, which is noted.
  mutating func center(_ code: String) throws -> Int64? {
    let id = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM center WHERE code = ?"), arguments: [code])
    if id == nil { _ = try isUntouched(code, nil) }
    return id
  }

  mutating func undoResults(_ changes: UndoneChanges) throws {
    for change in changes {
      let (year, code) = (Int(change.path[1]) ?? 0, change.rest(after: 2))
      if try Bool.fetchOne(db, sql: "SELECT 1 FROM round WHERE year = ?", arguments: [year]) != nil {
        return object(Phrase(zh: "\(year) 年度评估其后已在本系统内进行", en: "a round of \(year) is on the desk since"))
      }
      guard let center = try center(code) else { continue }
      let last = try Int64.fetchOne(db, sql: "SELECT link FROM result WHERE year = ? AND center_id = ?", arguments: [year, center])
      guard try isUntouched("\(year) \(code)", last) else { continue }
      if change.before == nil {
        try db.execute(sql: "DELETE FROM result WHERE year = ? AND center_id = ?", arguments: [year, center])
      } else {
        try db.execute(
          sql: "UPDATE result SET score = ?, grade = ?, rank = ?, link = ? WHERE year = ? AND center_id = ?",
          arguments: [
            try PointsEntry.parse(change.old("score"), weight: Points(whole: 100)).hundredths, change.old("grade"), Int(change.old("rank")),
            link, year, center,
          ])
      }
      note(change)
    }
  }

  mutating func undoFacts(_ changes: UndoneChanges) throws {
    for change in changes {
      let (year, code) = (Int(change.path[1]) ?? 0, change.path[2])
      let round = try CenterStore.round(year, db)
      if !round.state.takesSheets { return object(ImportUndo.isOver(round)) }
      guard let center = try center(code) else { continue }
      if change.path[0] == "material" {
        try undoHandingIn(change, year, center)
        continue
      }
      let file = try StoredRound(round, .center(code: code, id: center), db).round[center: code]
      if operation.member.role == .host, !file.material.isWithHost {
        object(Phrase(zh: "\(code) 的材料其后已提交", en: "the material of \(code) was handed in since"))
        continue
      }
      let key: StatementArguments = [year, center, change.path[3], change.path.count > 4 ? Int(change.path[4]) ?? 0 : 0]
      let condition = "WHERE year = ? AND center_id = ? AND code = ? AND fact_year = ?"
      let last = try Int64.fetchOne(db, sql: "SELECT link FROM fact \(condition)", arguments: key)
      guard try isUntouched("\(code) \(change.rest(after: 3))", last) else { continue }
      let verdict = try Int64.fetchOne(
        db, sql: "SELECT link FROM fact_verdict WHERE year = ? AND center_id = ? AND code = ? AND link > ?",
        arguments: [year, center, change.path[3], undone])
      if let verdict {
        object(Phrase(same: "\(code) \(change.rest(after: 3))") + (try since(by: verdict, Phrase(zh: "核实", en: "looked at"))))
        continue
      }
      if change.before == nil {
        try db.execute(sql: "DELETE FROM fact \(condition)", arguments: key)
      } else {
        try db.execute(
          sql: "UPDATE fact SET value = ?, note = ?, link = ? \(condition)",
          arguments: [change.old("value"), change.old("note"), link] + key)
      }
      note(change)
    }
  }

  /// Material that came in by the import alone is not in; what was given back before, or reported since, is.
  private mutating func undoHandingIn(_ change: UndoneChange, _ year: Int, _ center: Int64) throws {
    let code = change.path[2]
    let last = try Int64.fetchOne(db, sql: "SELECT link FROM material WHERE year = ? AND center_id = ?", arguments: [year, center])
    guard try isUntouched(Phrase(zh: "\(code) 的材料", en: "the material of \(code)"), last) else { return }
    let other = try Int64.fetchOne(
      db, sql: "SELECT link FROM round_step WHERE year = ? AND center_id = ? AND link <> ? LIMIT 1", arguments: [year, center, undone])
    if other != nil {
      return object(
        Phrase(zh: "\(code) 的材料在导入之前已有办理步骤，不能退回到那时", en: "steps were taken with the material of \(code) before, and are not gone back to"))
    }
    try db.execute(sql: "DELETE FROM round_step WHERE year = ? AND center_id = ? AND link = ?", arguments: [year, center, undone])
    try db.execute(
      sql: """
        UPDATE material SET origin = 'host', state = 'none', since = ?, submitted_on = NULL, link = ? WHERE year = ? AND center_id = ?
        """, arguments: [operation.now.day.description, link, year, center])
    log.append(object: change.object, before: change.after, after: [("state", "none")])
  }

  mutating func undoAttachments(_ changes: UndoneChanges) throws {
    for change in changes {
      let (year, code, title) = (Int(change.path[1]) ?? 0, change.path[2], change.rest(after: 3))
      let round = try CenterStore.round(year, db)
      do { try CenterStore.requireTakesMaterial(round, operation.member, .importAttachments) } catch is Refusal {
        return object(ImportUndo.isOver(round))
      }
      guard let center = try center(code) else { continue }
      let holder = AttachmentHolder.material(year: year, center: center)
      let stored = try holder.attachment(try PlainText(title), db)
      let last = try stored.flatMap { try Int64.fetchOne(db, sql: "SELECT link FROM attachment WHERE id = ?", arguments: [$0.id]) }
      guard try isUntouched("\(code) \(title)", last), let stored else { continue }
      if operation.member.role == .host { try CenterStore.requireWithHost(code, center, round, db) }
      if change.before == nil {
        try delete([stored.id], from: ["attachment_proof": "attachment_id"], ["attachment": "id"])
      } else {
        let entry = AttachmentEntry(
          title: try change.oldText("title"), kind: try change.oldText("kind"), date: Day(parsing: change.old("date")),
          file: try change.oldText("file"), location: try change.oldText("location"), digest: Digest256(hex: change.old("sha256")),
          proves: Set(change.old("proves").split(separator: ";").compactMap { Proof(String($0)) }))
        try holder.write(entry, size: Int(change.old("size")), over: stored, link: link, db)
      }
      note(change)
    }
  }

  /// That a round took a step since after which nothing comes in, and nothing goes out.
  static func isOver(_ round: RoundRecord) -> Phrase {
    Phrase(zh: "\(round.year) 年度评估\(round.state.phrase.zh)", en: "the round of \(round.year) is \(round.state.phrase.en)")
  }

  fileprivate mutating func isUntouched(_ name: Phrase, _ recordLink: Int64?) throws -> Bool {
    if recordLink == undone { return true }
    object(name + (try since(by: recordLink, Phrase(zh: "改动", en: "changed"))))
    return false
  }
}
