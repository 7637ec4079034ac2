import GRDB
import Proofs
import Regulation
import Wording

extension CenterStore {
  /// Binds in the chain what a lot of a round goes by (抽取): the pool under tickets, who is excluded from what and why, what the panels have to be. The
  /// seed comes after it, from the link's hash and a witness's word (``drawLot(year:word:witness:by:)``).
  ///
  /// A further lot of a round draws anew: what an earlier one drew and has no sheet yet is set aside when it is drawn.
  ///
  /// - Parameters:
  ///   - perCenter: sheets for each center; `nil`: as many as the round asks for.
  ///   - reason: why an earlier lot is drawn anew. It is told in the published file.
  ///   - dryRun: whether nothing is written: what would be bound is shown.
  /// - Throws: ``StoreError/refused(_:)`` for a further lot without a reason, and in a round that takes no sheets any more.
  @discardableResult
  public func bindLot(
    year: Int, perCenter: Int? = nil, wishes: AssignmentWishes = AssignmentWishes(), reason: PlainText = .empty, dryRun: Bool = false,
    by who: Acting
  ) throws(StoreError) -> LotRecord {
    try transact(.bindLot, by: who) { operation in
      let round = try operation.assignableRound(year, .bindLot)
      let number = try operation.nextLot(year)
      if number > 1, reason.isEmpty, !dryRun {
        throw Refusal(
          article: "25",
          Phrase(zh: "本年度已封存过抽取名册，重新抽取须写明理由", en: "a lot of this round was bound already: say why it is drawn anew"))
      }
      let wanted = perCenter ?? round.minimumSheets
      guard wanted >= 1 else {
        throw Refusal(article: "25", Phrase(zh: "每个中心至少 1 名专家", en: "each center needs at least one expert"))
      }
      let draft = try LotDraft(round, perCenter: wanted, wishes, drawsAnew: number > 1, operation.db)
      let (tickets, secrets) = operation.tickets(for: draft.logins)
      let cause: LotTerms.Cause = number == 1 ? .first : .redraw(of: number - 1, reason: reason.string)
      try operation.bind(draft, number, cause, of: round, wishes, tickets: tickets, secrets: secrets)
      guard let lot = try CenterStore.lots(year, operation.db).last else { throw StoreError.noSuch(.round, String(year)) }
      return (lot, dryRun ? .rollback : .commit)
    }
  }
}

extension Operation {
  /// The number that the next lot of a round has.
  func nextLot(_ year: Int) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM lot WHERE year = ?", arguments: [year]) ?? 1
  }

  /// Gives out tickets, in the order of random bytes: a ticket says nothing of who bears it.
  fileprivate func tickets(for logins: Set<String>) -> (names: [String: String], secrets: [String: LotTicket]) {
    let mixed = logins.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { LotTicket(login: $0, salt: randomBytes(32)) }
      .sorted { $0.commitment.bytes.lexicographicallyPrecedes($1.commitment.bytes) }
    var (names, secrets): ([String: String], [String: LotTicket]) = ([:], [:])
    for (place, ticket) in mixed.enumerated() {
      let name = LotTerms.ticketName(place, of: mixed.count)
      names[ticket.login] = name
      secrets[name] = ticket
    }
    return (names, secrets)
  }

  /// Binds terms in the chain, and keeps what opens them.
  ///
  /// - Returns: the terms, and the hash of the link.
  @discardableResult
  func bind(
    _ draft: LotDraft, _ number: Int, _ cause: LotTerms.Cause, of round: RoundRecord, _ wishes: AssignmentWishes, tickets: [String: String],
    secrets: [String: LotTicket]
  ) throws -> LotTerms {
    let year = round.year
    var reasons: [String: [String: LotReason]] = [:]
    for center in draft.problem.centers {
      for ticket in secrets.keys.sorted() {
        guard let login = secrets[ticket]?.login, let reason = draft.reason(login, center.code) else { continue }
        reasons[center.code, default: [:]][ticket] = LotReason(text: reason, salt: randomBytes(32))
      }
    }
    let terms = draft.terms(number, of: year, cause, wishes, tickets: tickets, secrets: secrets, reasons: reasons)
    let text = terms.text
    let link = try append(.bindLot, Change(object: "lot/\(year)/\(number)", after: [("terms", text.digest.description)]))
    try db.execute(
      sql: "INSERT INTO lot(year, number, terms, bound) VALUES (?, ?, ?, ?)", arguments: [year, number, text.text, link])
    for ticket in secrets.keys.sorted() {
      guard let secret = secrets[ticket] else { continue }
      try db.cachedStatement(sql: "INSERT INTO lot_ticket(year, number, ticket, login, salt) VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [year, number, ticket, secret.login, Blob(secret.salt)])
    }
    for center in reasons.keys.sorted() {
      for ticket in (reasons[center] ?? [:]).keys.sorted() {
        guard let reason = reasons[center]?[ticket] else { continue }
        try db.cachedStatement(
          sql: "INSERT INTO lot_exclusion(year, number, center_id, ticket, reason, salt) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [year, number, draft.ids[center], ticket, reason.text, Blob(reason.salt)])
      }
    }
    return terms
  }
}
