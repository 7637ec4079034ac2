import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Writes points and comment of one indicator over what was there.
  static func putScore(
    of sheet: Int64, _ indicator: IndicatorCode, _ points: Points?, _ comment: String, link: Int64, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO score(sheet_id, indicator, points, comment, link) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(sheet_id, indicator) DO UPDATE SET points = excluded.points, comment = excluded.comment, link = excluded.link
        """
    ).execute(arguments: [sheet, indicator.description, points?.hundredths, comment, link])
  }

  /// Makes a sheet the expert's own that staff had entered.
  ///
  /// - Returns: the change, for the chain.
  static func makeOwn(_ task: SheetTask, _ sheet: Int64, link: Int64, _ db: Database) throws -> Change {
    let old = try Row.fetchOne(db, sql: "SELECT entered_by, paper FROM sheet WHERE id = ?", arguments: [sheet])
    try db.execute(sql: "UPDATE sheet SET entered_by = '', paper = '', link = ? WHERE id = ?", arguments: [link, sheet])
    return Change(
      object: "sheet/\(task.year)/\(task.center)/\(task.login)",
      before: [("entered_by", old?[0] ?? ""), ("paper", old?[1] ?? "")], after: [("entered_by", ""), ("paper", "")])
  }
}

extension Refusal {
  /// Points beyond what an indicator can earn.
  static func points(of indicator: IndicatorCode, _ system: IndicatorSystem) -> Refusal {
    Refusal(
      article: "附表",
      Phrase(
        zh: "\(indicator) 得分须在 0 至 \(system[indicator].fullPoints) 之间",
        en: "points of \(indicator) must be 0 … \(system[indicator].fullPoints)"))
  }
}
