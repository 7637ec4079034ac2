import GRDB
import Regulation
import Wording

/// What an expert enters for one indicator; `nil` leaves what is there.
public struct ScoreEntry: Sendable, Hashable {
  /// Points from 0 to the weight; the inner `nil` takes them away.
  public var points: Points??
  /// The comment; empty takes it away.
  public var comment: PlainText?

  /// Makes an entry.
  public init(points: Points?? = nil, comment: PlainText? = nil) {
    self.points = points
    self.comment = comment
  }
}

extension CenterStore {
  /// Enters points or a comment on an expert's own sheet; on disk when it returns. A sheet that staff entered is the expert's from then on.
  ///
  /// - Parameter expecting: how the points and the comment stood when the expert began; where another desk of the same expert changed
  ///   them meanwhile, nothing is overwritten. `nil`: whatever stands.
  /// - Throws: ``StoreError/refused(_:)`` without the pledge, on a submitted sheet, in a round that takes no scores, above the weight;
  ///   ``StoreError/notPermitted(_:)`` where the center is not assigned.
  public func score(
    year: Int, center: String, indicator: IndicatorCode, _ entry: ScoreEntry, expecting: (points: Points?, comment: PlainText)? = nil,
    by who: Acting
  ) throws(StoreError) {
    try write(.score, by: who) { operation in
      let db = operation.db
      let task = try SheetTask.require(year: year, center: center, member: operation.member, db)
      try CenterStore.requireOpen(task, db)
      let system = try IndicatorSystem.standard.get()
      if case .some(.some(let points)) = entry.points, points < .zero || points > system[indicator].fullPoints {
        throw Refusal.points(of: indicator, system)
      }
      let sheet = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, state, entered_by FROM sheet WHERE year = ? AND center_id = ? AND login = ?"),
        arguments: [year, task.centerID, task.login])
      if let sheet, sheet[1] == Sheet.State.submitted.rawValue {
        throw Refusal(article: "25", Phrase(zh: "评分表已提交，如需修改请先撤回", en: "the sheet is submitted; take it back to change it"))
      }
      let old = try sheet.flatMap { sheet in
        try Row.fetchOne(
          db.cachedStatement(sql: "SELECT points, comment, link FROM score WHERE sheet_id = ? AND indicator = ?"),
          arguments: [sheet[0] as Int64, indicator.description])
      }
      let before = (points: (old?[0] as Int?).map { Points($0) }, comment: (old?[1] as String?) ?? "")
      if let expecting, expecting.points != before.points || expecting.comment.string != before.comment {
        throw StoreError.changedMeanwhile(
          by: try Author(CenterStore.author(of: old?[2], db) ?? task.login, db),
          now: expecting.points == before.points ? before.comment : before.points?.description ?? "")
      }
      let after = (points: entry.points ?? before.points, comment: entry.comment?.string ?? before.comment)
      if entry.comment != nil { try CenterStore.dropDraft(task, indicator, db) }
      if before == after { return }
      if let sheet, !(sheet[2] as String).isEmpty {
        try operation.append(.score, CenterStore.makeOwn(task, sheet[0] as Int64, link: operation.nextNumber(), db))
      }
      let link = try operation.append(
        .score,
        Change(
          object: "score/\(year)/\(center)/\(task.login)/\(indicator)",
          before: old == nil ? nil : [("points", before.points?.description ?? ""), ("comment", before.comment)],
          after: [("points", after.points?.description ?? ""), ("comment", after.comment)]))
      let id: Int64 = try sheet?[0] ?? CenterStore.makeSheet(task, link: link, db)
      try CenterStore.putScore(of: id, indicator, after.points, after.comment, link: link, db)
    }
  }

  /// Keeps a comment that is being written, so that a dropped line loses nothing; it is not part of the sheet yet and leaves no link.
  ///
  /// - Throws: as ``score(year:center:indicator:_:expecting:by:)``.
  public func keepDraft(year: Int, center: String, indicator: IndicatorCode, _ text: PlainText, by who: Acting) throws(StoreError) {
    try write(.score, by: who) { operation in
      let task = try SheetTask.require(year: year, center: center, member: operation.member, operation.db)
      try CenterStore.requireOpen(task, operation.db)
      try CenterStore.putDraft(task, indicator, text, operation.db)
    }
  }

  /// Throws a comment draft away.
  public func dropDraft(year: Int, center: String, indicator: IndicatorCode, by who: Acting) throws(StoreError) {
    try write(.score, by: who) { operation in
      let task = try SheetTask.require(year: year, center: center, member: operation.member, operation.db)
      try CenterStore.dropDraft(task, indicator, operation.db)
    }
  }

  /// Who made a link.
  static func author(of link: Int64?, _ db: Database) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT login FROM audit WHERE seq = ?"), arguments: [link])
  }

  /// Puts a comment aside that is being written.
  static func putDraft(_ task: SheetTask, _ indicator: IndicatorCode, _ text: PlainText, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO comment_draft(year, center_id, login, indicator, text) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(year, center_id, login, indicator) DO UPDATE SET text = excluded.text
        """
    ).execute(arguments: [task.year, task.centerID, task.login, indicator.description, text.string])
  }

  static func dropDraft(_ task: SheetTask, _ indicator: IndicatorCode, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM comment_draft WHERE year = ? AND center_id = ? AND login = ? AND indicator = ?")
      .execute(arguments: [task.year, task.centerID, task.login, indicator.description])
  }

  /// Sheets of a center that has to take part can be changed in a round that takes them, and those of a center that is open although its results
  /// are on notice, by an expert who gave the pledge and need not step aside.
  static func requireOpen(_ task: SheetTask, _ db: Database) throws {
    if task.roundState.takesSheets {
      try requireDue(task.year, task.center, task.centerID, db)
    } else if try !isOpenOnNotice(task.year, task.centerID, db) {
      throw Refusal(
        article: "25",
        Phrase(
          zh: "\(task.year) 年度评估\(task.roundState.phrase.zh)，不再接受评分",
          en: "the round of \(task.year) is \(task.roundState.phrase.en) and takes no scores"))
    }
    try requirePledge(task.year, task.login, db)
    try requireNoRecusal(of: task.login, at: task.center, id: task.centerID, year: task.year, db)
  }

  /// That an expert need not step aside at a center in a round (回避): who must neither scores it nor is shown its material.
  static func requireNoRecusal(of login: String, at code: String, id: Int64, year: Int, _ db: Database) throws {
    guard let reason = try RecusalBook.reason(expert: login, center: id, year: year, db) else { return }
    throw Refusal(article: "回避", Phrase(zh: "您须回避 \(code)：\(reason.zh)", en: "you must step aside at \(code): \(reason.en)"))
  }

  /// Whether an upheld objection re-opened a center whose figure is not fixed anew yet (article 25).
  static func isReopened(_ year: Int, _ center: Int64, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT reopened IS NOT NULL FROM roll WHERE year = ? AND center_id = ?")
    return try Bool.fetchOne(statement, arguments: [year, center]) ?? false
  }

  /// Whether a center has no figure although the results are on notice, because its sheets were too few: they are still taken (article 25).
  static func isAwaited(_ year: Int, _ center: Int64, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT \(awaited) FROM roll JOIN round USING (year) WHERE year = ? AND center_id = ?")
    return try Bool.fetchOne(statement, arguments: [year, center]) ?? false
  }

  /// Of a row of `roll` beside its `round`: what ``isAwaited(_:_:_:)`` asks.
  static let awaited = "(roll.standing = 'pending' AND round.state = 'published')"

  /// Whether sheets of a center are taken although the results are on notice (``Regulation/RoundSettlement/isOpen(_:)``).
  static func isOpenOnNotice(_ year: Int, _ center: Int64, _ db: Database) throws -> Bool {
    try isReopened(year, center, db) || isAwaited(year, center, db)
  }

  /// Whether a round has a center of which ``isOpenOnNotice(_:_:_:)`` is true.
  static func hasOpenOnNotice(_ year: Int, _ db: Database) throws -> Bool {
    let sql = "SELECT 1 FROM roll JOIN round USING (year) WHERE year = ? AND (reopened IS NOT NULL OR \(awaited)) LIMIT 1"
    return try Bool.fetchOne(db, sql: sql, arguments: [year]) ?? false
  }

  /// Makes an empty sheet; the first one of a round starts the scoring.
  static func makeSheet(_ task: SheetTask, link: Int64, _ db: Database) throws -> Int64 {
    try startScoring(task.year, from: task.roundState, link: link, db)
    try db.cachedStatement(sql: "INSERT INTO sheet(year, center_id, login, state, link) VALUES (?, ?, ?, 'draft', ?)")
      .execute(arguments: [task.year, task.centerID, task.login, link])
    return db.lastInsertedRowID
  }

  /// From the first assignment or sheet on, a round is scoring.
  static func startScoring(_ year: Int, from state: RoundState, link: Int64, _ db: Database) throws {
    guard state == .announced else { return }
    try db.cachedStatement(sql: "UPDATE round SET state = 'scoring', link = ? WHERE year = ? AND state = 'announced'")
      .execute(arguments: [link, year])
  }
}
