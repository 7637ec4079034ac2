import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Assigns one expert to one due center of a round by hand.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for a recused expert (回避), a center that is not due (article 26), a round that takes no sheets.
  public func assignExpert(year: Int, center: String, expert: String, by who: Acting) throws(StoreError) {
    try write(.assign, by: who) { operation in
      let db = operation.db
      let round = try operation.assignableRound(year)
      guard let stored = try CenterStore.center(code: center, db) else { throw StoreError.noSuch(.center, center) }
      guard try CenterStore.expert(expert, db) != nil else { throw StoreError.noSuch(.expert, expert) }
      let deferred =
        try Bool.fetchOne(db, sql: "SELECT 1 FROM deferral WHERE year = ? AND center_id = ?", arguments: [year, stored.id]) ?? false
      let due = Due(
        roundYear: year, certified: stored.record.certifiedOn, status: stored.record.status ?? .active, deferred: deferred)
      if case .exempt(let exemption) = due {
        throw Refusal(
          article: "26",
          Phrase(
            zh: "\(center) 不参加 \(year) 年度评估：\(exemption.phrase.zh)", en: "\(center) does not take part in \(year): \(exemption.phrase.en)"))
      }
      if let reason = try RecusalBook(db, expert: expert, center: stored.id).reason(center: stored.id, expert: expert, db) {
        throw Refusal(article: "回避", Phrase(zh: "\(expert) 须回避：\(reason.zh)", en: "\(expert) must step aside: \(reason.en)"))
      }
      let stands = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM assignment WHERE year = ? AND center_id = ? AND login = ?"),
        arguments: [year, stored.id, expert])
      if stands != nil { return }
      let link = try operation.append(.assign, Change(object: "assignment/\(year)/\(center)/\(expert)", after: [("origin", "hand")]))
      try db.cachedStatement(sql: "INSERT INTO assignment(year, center_id, login, origin, link) VALUES (?, ?, ?, 'hand', ?)")
        .execute(arguments: [year, stored.id, expert, link])
      try CenterStore.startScoring(year, from: round.state, link: link, db)
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
