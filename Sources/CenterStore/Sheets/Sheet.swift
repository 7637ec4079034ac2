import GRDB
import Regulation

/// One expert's scoresheet (评分表) of one center in one round.
public struct Sheet: Sendable, Hashable {
  /// How far it has come.
  public enum State: String, Sendable, Hashable {
    /// Being filled in.
    case draft
    /// Handed in; locked unless it is taken back.
    case submitted
  }

  /// The year of the round.
  public let year: Int
  /// The center's code.
  public let center: String
  /// The expert's login.
  public let login: String
  /// How far it has come.
  public var state: State
  /// Who entered it for the expert (from signed paper or a file); empty: the expert.
  public var enteredBy: String
  /// Whether its center is open although the results are on notice: the sheet may be taken back and changed although the round takes none
  /// (article 25, ``Regulation/RoundSettlement/isOpen(_:)``).
  public var isReopened = false
  /// The points of each indicator, as far as given.
  public var points: PerIndicator<Points?>
  /// The comment on each indicator.
  public var comments: PerIndicator<PlainText>
  /// Comments that were begun and not finished.
  public var drafts: [IndicatorCode: PlainText]

  /// An empty sheet.
  public init(year: Int, center: String, login: String) {
    self.year = year
    self.center = center
    self.login = login
    state = .draft
    enteredBy = ""
    points = PerIndicator(repeating: nil)
    comments = PerIndicator(repeating: .empty)
    drafts = [:]
  }

  /// What it sums to, and what is missing.
  public var total: SheetTotal { SheetTotal(points) }
}

extension CenterStore {
  /// An expert's own sheet of an assigned center; empty where nothing is scored yet.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` where the center is not assigned to the expert, whether it exists or not;
  ///   ``StoreError/refused(_:)`` before the pledge, and while the round takes sheets for who has to step aside (回避); what was scored before
  ///   that is the expert's own to read afterwards.
  public func sheet(year: Int, center: String, by who: Acting) throws(StoreError) -> Sheet {
    try read(by: who) { db, member in
      let task = try SheetTask.require(year: year, center: center, member: member, db)
      try CenterStore.requirePledge(year, task.login, db)
      if task.roundState.takesSheets {
        try CenterStore.requireNoRecusal(of: task.login, at: task.center, id: task.centerID, year: task.year, db)
      }
      return try CenterStore.sheet(task, db)
    }
  }

  static func sheet(_ task: SheetTask, _ db: Database) throws -> Sheet {
    var sheet = Sheet(year: task.year, center: task.center, login: task.login)
    sheet.isReopened = try isOpenOnNotice(task.year, task.centerID, db)
    let head = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, state, entered_by FROM sheet WHERE year = ? AND center_id = ? AND login = ?"),
      arguments: [task.year, task.centerID, task.login])
    if let head {
      sheet.state = Sheet.State(rawValue: head[1]) ?? .draft
      sheet.enteredBy = head[2]
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT indicator, points, comment FROM score WHERE sheet_id = ?"), arguments: [head[0] as Int64])
      while let row = try rows.next() {
        guard let code = IndicatorCode(row[0] as String) else { continue }
        sheet.points[code] = (row[1] as Int?).map { Points($0) }
        sheet.comments[code] = try PlainText(row[2], .paragraphs)
      }
    }
    let drafts = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT indicator, text FROM comment_draft WHERE year = ? AND center_id = ? AND login = ?"),
      arguments: [task.year, task.centerID, task.login])
    while let row = try drafts.next() {
      if let code = IndicatorCode(row[0] as String) { sheet.drafts[code] = try PlainText(row[1], .paragraphs) }
    }
    return sheet
  }
}

/// An expert's task: one center of one round that is assigned to them.
struct SheetTask {
  let year: Int
  let center: String
  let centerID: Int64
  let login: String
  let roundState: RoundState

  /// The task of a member.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` where there is none; whether the center exists is not told.
  static func require(year: Int, center: String, member: Member, _ db: Database) throws -> SheetTask {
    let statement = try db.cachedStatement(
      sql: """
        SELECT center.id, round.state FROM center JOIN assignment ON center_id = center.id JOIN round USING (year)
        WHERE code = ?1 AND year = ?2 AND login = ?3
        """)
    guard member.role == .expert, let row = try Row.fetchOne(statement, arguments: [center, year, member.login]),
      let state = RoundState(rawValue: row[1])
    else { throw StoreError.notPermitted(nil) }
    return SheetTask(year: year, center: center, centerID: row[0], login: member.login, roundState: state)
  }
}
