import GRDB
import Regulation
import Wording

// Scoresheets, as they stood before an import.
extension ImportUndo {
  mutating func undoScores(_ changes: UndoneChanges) throws {
    var years: Set<Int> = []
    var sheets: [[String]: Int64] = [:]
    for change in changes {
      let (year, code, login) = (Int(change.path[1]) ?? 0, change.path[2], change.path[3])
      let round = try CenterStore.round(year, db)
      if !round.state.takesSheets { return object(ImportUndo.isOver(round)) }
      guard let center = try center(code) else { continue }
      years.insert(year)
      let key: StatementArguments = [year, center, login]
      let condition = "WHERE year = ? AND center_id = ? AND login = ?"
      switch change.path[0] {
      case "score":
        let id = try sheets[change.path.dropLast()] ?? Int64.fetchOne(db, sql: "SELECT id FROM sheet \(condition)", arguments: key)
        sheets[change.path.dropLast()] = id
        try undoScore(change, sheet: id)
      case "sheet": try undoSheet(change, "\(code) \(login)", condition, key)
      default: continue
      }
    }
    // An assignment goes when the sheet that implied it has gone.
    for change in changes where change.path[0] == "assignment" {
      guard let center = try center(change.path[2]) else { continue }
      let key: StatementArguments = [Int(change.path[1]) ?? 0, center, change.path[3]]
      let condition = "WHERE year = ? AND center_id = ? AND login = ?"
      let last = try Int64.fetchOne(db, sql: "SELECT link FROM assignment \(condition)", arguments: key)
      guard try isUntouched("\(change.path[2]) \(change.path[3])", last) else { continue }
      try db.execute(sql: "DELETE FROM assignment \(condition)", arguments: key)
      note(change)
    }
    for year in years { try stopScoring(year) }
  }

  private mutating func undoScore(_ change: UndoneChange, sheet: Int64?) throws {
    let name = change.rest(after: 2)
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT link FROM score WHERE sheet_id = ? AND indicator = ?"), arguments: [sheet, change.path[4]])
    guard try isUntouched(name, last) else { return }
    let later = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT link FROM sheet WHERE id = ? AND link > ?"), arguments: [sheet, undone])
    if let later { return _ = try isUntouched(name, later) }
    if change.before == nil {
      try db.cachedStatement(sql: "DELETE FROM score WHERE sheet_id = ? AND indicator = ?").execute(arguments: [sheet, change.path[4]])
    } else {
      let points = change.old("points")
      try db.cachedStatement(sql: "UPDATE score SET points = ?, comment = ?, link = ? WHERE sheet_id = ? AND indicator = ?").execute(
        arguments: [
          points.isEmpty ? nil : try PointsEntry.parse(points, weight: Points(whole: 100)).hundredths, change.old("comment"), link, sheet,
          change.path[4],
        ])
    }
    note(change)
  }

  /// A sheet that the import made goes with its figures. One that was there and changed its state or its hand is not made up again: when it was handed
  /// in, and by whom, is no field of the import.
  private mutating func undoSheet(_ change: UndoneChange, _ name: String, _ condition: String, _ key: StatementArguments) throws {
    guard let row = try Row.fetchOne(db, sql: "SELECT id, link FROM sheet \(condition)", arguments: key) else {
      _ = try isUntouched(name, nil)
      return
    }
    guard try isUntouched(name, row[1]) else { return }
    let id: Int64 = row[0]
    if change.before != nil {
      return object(
        Phrase(
          zh: "\(name) 的评分表在导入之前已有，谁在何时提交不能由此恢复；请重新导入原来的评分",
          en: "the sheet \(name) was there before, and who handed it in when cannot be brought back: import the former points instead"))
    }
    let others = try Int64.fetchOne(db, sql: "SELECT link FROM score WHERE sheet_id = ?", arguments: [id])
    if others != nil { return _ = try isUntouched(name, others) }
    try db.execute(sql: "DELETE FROM sheet WHERE id = ?", arguments: [id])
    note(change)
  }

  /// A round whose first assignment or sheet the import brought is announced again, where nothing else began it.
  private func stopScoring(_ year: Int) throws {
    try db.execute(
      sql: """
        UPDATE round SET state = 'announced', link = ?2 WHERE year = ?1 AND state = 'scoring'
          AND NOT EXISTS (SELECT 1 FROM assignment WHERE year = ?1) AND NOT EXISTS (SELECT 1 FROM sheet WHERE year = ?1)
          AND NOT EXISTS (SELECT 1 FROM released WHERE year = ?1) AND NOT EXISTS (SELECT 1 FROM assignment_draw WHERE year = ?1)
        """, arguments: [year, link])
  }
}
