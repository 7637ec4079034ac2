import GRDB
import Regulation

extension Operation {
  /// Writes down who had to take part and what it came to, so that nothing that happens later changes it; of a settlement that was there before,
  /// what became different.
  func keepSettlement(_ after: RoundSettlement?, was before: RoundSettlement?, from stored: StoredRound, link: Int64) throws {
    let year = stored.record.year
    guard let after else {
      // Back to scoring: nothing is fixed any more.
      if before != nil {
        for table in ["result", "roll", "sheet_commitment"] {
          try db.execute(sql: "DELETE FROM \(table) WHERE year = ?", arguments: [year])
        }
      }
      return
    }
    if after == before { return }
    let (new, old) = (after.standings, before?.standings ?? [:])
    let ids = try stored.scope.ids(db)
    // In the order of the codes: the same acts must give the same file.
    for code in new.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let id = ids[code], let standing = new[code] else { continue }
      if old[code] != standing || before?.reopened[code] != after.reopened[code] {
        try db.cachedStatement(
          sql: """
            INSERT INTO roll(year, center_id, standing, reopened) VALUES (?, ?, ?, ?)
            ON CONFLICT(year, center_id) DO UPDATE SET standing = excluded.standing, reopened = excluded.reopened
            """
        ).execute(arguments: [year, id, standing, after.reopened[code]])
      }
      if let objection = after.reopened[code], before?.reopened[code] != objection {
        if let earlier = before?.reopened[code] {
          try FormerSheets.keep(year, center: id, objection: objection, asUnder: earlier, link: link, db)
        } else {
          try FormerSheets.keep(year, center: id, objection: objection, link: link, db)
        }
      }
      guard let figure = after.figures[code], before?.figures[code] != figure else { continue }
      try db.cachedStatement(
        sql: """
          INSERT INTO result(year, center_id, score, grade, sheets, replaced, link) VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(year, center_id) DO UPDATE SET score = excluded.score, grade = excluded.grade, sheets = excluded.sheets,
            replaced = excluded.replaced, link = excluded.link
          """
      ).execute(arguments: [
        year, id, figure.score.hundredths, figure.grade.rawValue, figure.sheets,
        figure.replaced.isEmpty ? "" : try JSONText.encode(figure.replaced), link,
      ])
    }
    if after.figures != before?.figures {
      try rankAnew(year)
      try nameAliases(year)
    }
  }

  /// Gives every expert who handed a sheet in a number, under which hosts and the public know them; one that was given stays. The order is that
  /// of random bytes, so that a number says nothing of who bears it.
  private func nameAliases(_ year: Int) throws {
    let nameless = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT login FROM sheet WHERE year = ?1 AND state = 'submitted'
          AND login NOT IN (SELECT login FROM expert_alias WHERE year = ?1) ORDER BY login
        """, arguments: [year])
    if nameless.isEmpty { return }
    let salt = randomBytes(16)
    let given = try Int.fetchOne(db, sql: "SELECT coalesce(max(number), 0) FROM expert_alias WHERE year = ?", arguments: [year]) ?? 0
    let drawn = nameless.map { (login: $0, lot: Digest256(of: salt, Array($0.utf8)).description) }.sorted { $0.lot < $1.lot }
    for (place, expert) in drawn.enumerated() {
      try db.execute(
        sql: "INSERT INTO expert_alias(year, login, number) VALUES (?, ?, ?)", arguments: [year, expert.login, given + place + 1])
    }
  }

  /// Equal published scores get equal rank (article 25).
  private func rankAnew(_ year: Int) throws {
    try db.execute(
      sql: """
        WITH ranked AS (SELECT center_id AS id, rank() OVER (ORDER BY score DESC) AS place FROM result WHERE year = ?1)
        UPDATE result SET rank = place FROM ranked WHERE year = ?1 AND center_id = id AND rank IS NOT place
        """, arguments: [year])
  }
}

extension RoundSettlement {
  /// What `roll` says of each center.
  fileprivate var standings: [String: String] {
    var standings = exempt.mapValues(\.rawValue)
    for code in figures.keys { standings[code] = RollStanding.scored }
    for code in pending { standings[code] = RollStanding.pending }
    for code in absent { standings[code] = RollStanding.absent }
    return standings
  }
}

extension StoredRound.Scope {
  /// The numbers of the centers that were read.
  func ids(_ db: Database) throws -> [String: Int64] {
    switch self {
    case .whole, .registry: try CenterStore.centerIDs(db)
    case .center(let code, let id): [code: id]
    case .none: [:]
    }
  }
}
