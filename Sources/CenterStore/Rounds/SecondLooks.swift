import GRDB
import Regulation
import Wording

/// What a second look at a center whose sheets disagree came to (article 25); the old sheets stay.
public struct SecondLook: Sendable, Hashable {
  /// The center's code.
  public let center: String
  /// The logins of the further experts.
  public let experts: [String]
  /// What people found on site, the earliest first.
  public let visits: [SiteVisit]
  /// How far it has come.
  public let progress: SecondLookProgress
}

extension CenterStore {
  /// Assigns one more expert to a center whose sheets disagree (``Regulation/Disagreement``); the sheets that are there stay.
  ///
  /// - Throws: ``StoreError/refused(_:)`` where the sheets agree, and as ``assignExpert(year:center:expert:by:)``.
  public func assignSecondLook(year: Int, center: String, expert: String, by who: Acting) throws(StoreError) {
    try write(.lookAgain, by: who) { operation in
      let db = operation.db
      let id = try operation.disagreeing(center, in: year)
      try operation.requireAssignable(year, center, id, expert)
      try operation.requirePool(year, expert)
      let link = try operation.append(
        .lookAgain, Change(object: "assignment/\(year)/\(center)/\(expert)", after: [("origin", "hand"), ("second_look", "yes")]))
      let isNew = try db.cachedStatement(
        sql: """
          INSERT INTO assignment(year, center_id, login, origin, is_second_look, link) VALUES (?, ?, ?, 'hand', 1, ?)
          ON CONFLICT(year, center_id, login) DO NOTHING
          """)
      try isNew.execute(arguments: [year, id, expert, link])
      if db.changesCount == 0 {
        throw Refusal(article: "25", Phrase(zh: "\(expert) 已是 \(center) 的评审专家", en: "\(expert) scores \(center) already"))
      }
    }
  }

  /// Puts on file what people found on site at a center whose sheets disagree.
  ///
  /// - Throws: ``StoreError/refused(_:)`` where the sheets agree, for a day that is still to come, and where people or findings are missing.
  public func recordSiteLook(year: Int, center: String, _ visit: SiteVisit, by who: Acting) throws(StoreError) {
    try write(.lookAgain, by: who) { operation in
      let id = try operation.disagreeing(center, in: year)
      if visit.on > operation.now.day {
        throw Refusal(article: "25", Phrase(zh: "日期 \(visit.on) 还没有到", en: "\(visit.on) is still to come"))
      }
      if visit.people.isEmpty || visit.findings.isEmpty {
        throw Refusal(article: "25", Phrase(zh: "须写明参加人员和核查情况", en: "say who was there and what was found"))
      }
      let text = try JSONText.encode(visit)
      let link = try operation.append(.lookAgain, Change(object: "site/\(year)/\(center)", after: [("visit", text)]))
      try operation.db.execute(
        sql: """
          INSERT INTO site_look(year, center_id, position, visit, link)
          SELECT ?1, ?2, coalesce(max(position) + 1, 0), ?3, ?4 FROM site_look WHERE year = ?1 AND center_id = ?2
          """, arguments: [year, id, text, link])
    }
  }

  /// The second looks of a round, by center; a center at which nobody looked again is not among them.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func secondLooks(year: Int, by who: Acting) throws(StoreError) -> [SecondLook] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      var (experts, visits): ([String: [String]], [String: [SiteVisit]]) = ([:], [:])
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT code, login FROM assignment JOIN center ON center.id = center_id WHERE year = ? AND is_second_look ORDER BY login
          """, arguments: [year])
      { experts[row[0], default: []].append(row[1]) }
      for row in try Row.fetchAll(
        db, sql: "SELECT code, visit FROM site_look JOIN center ON center.id = center_id WHERE year = ? ORDER BY position",
        arguments: [year])
      { visits[row[0], default: []].append(try JSONText.decode(row[1])) }
      let progress = try CenterStore.secondLookProgress(year, db)
      let ids = try CenterStore.centerIDs(db)
      return Set(experts.keys).union(visits.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { code in
        SecondLook(
          center: code, experts: experts[code] ?? [], visits: visits[code] ?? [], progress: ids[code].flatMap { progress[$0] } ?? .none)
      }
    }
  }

  /// How far second looks of a round have come, by center; those at which nobody looked again are left out.
  static func secondLookProgress(_ year: Int, _ db: Database) throws -> [Int64: SecondLookProgress] {
    var progress: [Int64: SecondLookProgress] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT center_id, sum(asked), sum(handed_in), sum(visits) FROM (
            SELECT assignment.center_id, 1 AS asked, coalesce(sheet.state = 'submitted', 0) AS handed_in, 0 AS visits FROM assignment
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            WHERE assignment.year = ?1 AND is_second_look
            UNION ALL SELECT center_id, 0, 0, 1 FROM site_look WHERE year = ?1)
          GROUP BY center_id
          """), arguments: [year])
    while let row = try rows.next() { progress[row[0]] = SecondLookProgress(asked: row[1], handedIn: row[2], visits: row[3]) }
    return progress
  }
}

extension Operation {
  /// The number of a center whose sheets disagree, in a round that still takes sheets.
  fileprivate func disagreeing(_ center: String, in year: Int) throws -> Int64 {
    let id = try CenterStore.ownCenter(center, year: year, member, .lookAgain, db)
    _ = try assignableRound(year, center: center, .lookAgain)
    if Disagreement.found(in: try CenterStore.submittedSheets(year, center: id, db)[id] ?? []).isEmpty {
      throw Refusal(
        article: "25", Phrase(zh: "\(center) 的评分表没有明显分歧，无须复核", en: "the sheets of \(center) agree: no second look is wanted"))
    }
    return id
  }
}
