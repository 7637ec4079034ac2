import GRDB
import Regulation

/// What an expert did in one round, beside what the panels did (article 25).
public struct ExpertRound: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// How far the round has come.
  public let state: RoundState
  /// How many centers are assigned to them.
  public let assigned: Int
  /// How many sheets are in.
  public let submitted: Int
  /// How many of these staff typed from paper or brought in from a file.
  public let byStaff: Int
  /// How often they took a sheet back.
  public let takenBack: Int
  /// How many centers they declined.
  public let declined: Int
  /// From how many centers staff let them go.
  public let released: Int
  /// How many conflicts were declared for them from the announcement of the round to its settlement (回避).
  public let conflicts: Int
  /// The mean of their sheets that are in; `nil` of none.
  public let mean: Points?
  /// The mean of all sheets that are in for the same centers, each center counted once; `nil` where that may not be told.
  public let panelMean: Points?
  /// How many days lay between the assignment and the sheet, in the mean over those that they handed in themselves; `nil` of none.
  public let days: Int?
}

extension ExpertRound {
  /// The rounds in which an expert had a part, the latest first.
  ///
  /// - Parameter hidesPanel: whether what the panels came to is told only of rounds whose results are public.
  static func all(of login: String, _ view: ExpertView, hidesPanel: Bool, _ db: Database) throws -> [ExpertRound] {
    let takenBack = try takenBack(by: login, db)
    let declared = try Row.fetchAll(
      db, sql: "SELECT time FROM conflict JOIN audit ON seq = conflict.link WHERE conflict.login = ?", arguments: [login]
    ).map { Moment(milliseconds: $0[0]).day }
    return try CenterStore.rounds(db).filter { $0.state != .cancelled && view.tells(of: $0.year) }.compactMap { round in
      let work = try Work(of: login, year: round.year, db)
      let gone = try Row.fetchAll(
        db,
        sql: "SELECT audit.login = released.login FROM released JOIN audit ON seq = released.link WHERE year = ? AND released.login = ?",
        arguments: [round.year, login]
      ).map { $0[0] as Bool }
      if work.assigned == 0, gone.isEmpty { return nil }
      let isHidden = hidesPanel && !round.state.isPublic
      let last = round.settledOn ?? round.closedOn
      return ExpertRound(
        year: round.year, state: round.state, assigned: work.assigned, submitted: work.totals.count, byStaff: work.byStaff,
        takenBack: takenBack[round.year] ?? 0, declined: gone.count { $0 }, released: gone.count { !$0 },
        conflicts: declared.count { $0 >= round.openedOn && $0 <= last ?? $0 }, mean: ExactMean(work.totals)?.rounded,
        panelMean: isHidden ? nil : ExactMean(work.panels)?.rounded, days: work.days)
    }
  }

  /// How often somebody took a sheet back, by year; their sheets are found by an index of their own, however long the chain is.
  private static func takenBack(by login: String, _ db: Database) throws -> [Int: Int] {
    let objects = try String.fetchAll(
      db, sql: "SELECT \(Schema.objectOfLink) FROM audit WHERE act = 'sheet.takeback' AND login = ?", arguments: [login])
    return objects.reduce(into: [:]) { counts, object in
      let path = object.split(separator: "/", maxSplits: 2)
      if path.count > 1, let year = Int(path[1]) { counts[year, default: 0] += 1 }
    }
  }

  /// The sheets of an expert in one round.
  private struct Work {
    var assigned = 0
    var byStaff = 0
    var totals: [Points] = []
    var panels: [Points] = []
    var days: Int?

    init(of login: String, year: Int, _ db: Database) throws {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT assignment.center_id, sheet.state, (SELECT sum(points) FROM score WHERE sheet_id = sheet.id), entered_by, submitted_at,
            (SELECT time FROM audit WHERE seq = assignment.link)
          FROM assignment
          LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
          WHERE assignment.login = ? AND assignment.year = ?
          """, arguments: [login, year])
      assigned = rows.count
      var waited: [Int] = []
      for row in rows where row[1] as String? == Sheet.State.submitted.rawValue {
        totals.append(Points((row[2] as Int?) ?? 0))
        let all = try Int.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT (SELECT coalesce(sum(points), 0) FROM score WHERE sheet_id = sheet.id) FROM sheet
              WHERE year = ? AND center_id = ? AND state = 'submitted'
              """), arguments: [year, row[0]])
        if let mean = ExactMean(all.map { Points($0) }) { panels.append(mean.rounded) }
        if row[3] as String? != "" {
          byStaff += 1
        } else if let end = row[4] as Int64?, let start = row[5] as Int64? {
          waited.append(Moment(milliseconds: end).day.number - Moment(milliseconds: start).day.number)
        }
      }
      if !waited.isEmpty { days = max(0, (2 * waited.reduce(0, +) + waited.count) / (2 * waited.count)) }
    }
  }
}
