import GRDB
import Regulation

/// The sheets of a center as they stood before an upheld objection re-opened them: what they say stays on file (article 25).
enum FormerSheets {
  /// Keeps the submitted sheets of a center under the number of the objection.
  static func keep(_ year: Int, center: Int64, objection: Int, link: Int64, _ db: Database) throws {
    for sheet in try CenterStore.submittedSheets(year, center: center, db)[center] ?? [] {
      let head = try Row.fetchOne(
        db, sql: "SELECT id, entered_by FROM sheet WHERE year = ? AND center_id = ? AND login = ?", arguments: [year, center, sheet.login])
      let comments = try Row.fetchAll(
        db, sql: "SELECT indicator, comment FROM score WHERE sheet_id = ? AND comment <> ''", arguments: [head?[0] as Int64?])
      try db.execute(
        sql: """
          INSERT INTO former_sheet(year, center_id, objection, login, points, comments, entered_by, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          year, center, objection, sheet.login, try JSONText.encode(sheet.points.values.map(\.hundredths)),
          try JSONText.encode(Dictionary(comments.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }),
          head?[1] as String? ?? "", link,
        ])
    }
  }

  /// Keeps the sheets of a center that was re-opened already, under the number of a further objection: the figure came from those that were kept
  /// then, whatever became of the sheets since.
  static func keep(_ year: Int, center: Int64, objection: Int, asUnder earlier: Int, link: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO former_sheet(year, center_id, objection, login, points, comments, entered_by, link)
        SELECT year, center_id, ?, login, points, comments, entered_by, ? FROM former_sheet WHERE year = ? AND center_id = ? AND objection = ?
        """, arguments: [objection, link, year, center, earlier])
  }

  /// The sheets from which the figures of re-opened centers come until they are fixed anew, by center.
  static func reopened(_ year: Int, _ db: Database) throws -> [Int64: [SubmittedSheet]] {
    var sheets: [Int64: [SubmittedSheet]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT roll.center_id, login, points, coalesce(entered_by, '') <> '' FROM roll
        LEFT JOIN former_sheet ON former_sheet.year = roll.year AND former_sheet.center_id = roll.center_id AND objection = reopened
        WHERE roll.year = ? AND reopened IS NOT NULL ORDER BY login
        """, arguments: [year])
    while let row = try rows.next() {
      let center: Int64 = row[0]
      // Even one that had no sheet then: what was written since does not count yet.
      sheets[center, default: []] += (row[1] as String?) == nil ? [] : [try sheet(login: row[1], points: row[2], isByStaff: row[3])]
    }
    return sheets
  }

  static func sheet(login: String, points: String, isByStaff: Bool = false) throws -> SubmittedSheet {
    let values: [Int] = try JSONText.decode(points)
    return SubmittedSheet(
      login: login, points: PerIndicator<Points>(each: { $0.index < values.count ? Points(values[$0.index]) : .zero }), isByStaff: isByStaff
    )
  }
}
