import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Assigns one expert to one due center of a round by hand.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for a recused expert (回避), a center that is not due (article 26), an expert who is none of the
  ///   people of the agency that carries the round out (article 5(3)), a round that takes no sheets, unless an upheld objection re-opened the center.
  public func assignExpert(year: Int, center: String, expert: String, by who: Acting) throws(StoreError) {
    try write(.assign, by: who) { operation in
      let round = try operation.assignableRound(year, center: center)
      guard let id = try CenterStore.center(code: center, operation.db)?.id else { throw StoreError.noSuch(.center, center) }
      try operation.assign(expert, to: (center, id), in: round)
    }
  }

  /// Who is to score what in a round, ordered by center, then expert.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func assignments(year: Int, by who: Acting) throws(StoreError) -> [(center: String, expert: String)] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      return try Row.fetchAll(
        db, sql: "SELECT code, login FROM assignment JOIN center ON center.id = center_id WHERE year = ? ORDER BY code, login",
        arguments: [year]
      ).map { ($0[0], $0[1]) }
    }
  }
}

extension Operation {
  /// Assigns an expert to a center by hand; one who is assigned already stays.
  func assign(_ expert: String, to center: (code: String, id: Int64), in round: RoundRecord) throws {
    let year = round.year
    try requireAssignable(year, center.code, center.id, expert)
    let stands = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM assignment WHERE year = ? AND center_id = ? AND login = ?"),
      arguments: [year, center.id, expert])
    if stands != nil { return }
    try requirePool(year, expert)
    let link = try append(.assign, Change(object: "assignment/\(year)/\(center.code)/\(expert)", after: [("origin", "hand")]))
    try db.cachedStatement(sql: "INSERT INTO assignment(year, center_id, login, origin, link) VALUES (?, ?, ?, 'hand', ?)")
      .execute(arguments: [year, center.id, expert, link])
    try CenterStore.startScoring(year, from: round.state, link: link, db)
  }

  /// That an expert may be assigned to a center of a round: it has to take part, and nothing ties them to it.
  func requireAssignable(_ year: Int, _ code: String, _ center: Int64, _ expert: String) throws {
    try requireKnown(year, expert)
    guard try CenterStore.expert(expert, db) != nil else { throw StoreError.noSuch(.expert, expert) }
    try CenterStore.requireDue(year, code, center, db)
    if let reason = try RecusalBook.reason(expert: expert, center: center, year: year, db) {
      throw Refusal(article: "回避", Phrase(zh: "\(expert) 须回避：\(reason.zh)", en: "\(expert) must step aside: \(reason.en)"))
    }
  }
}
