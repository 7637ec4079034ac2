import GRDB
import Proofs
import Regulation
import Wording

extension CenterStore {
  /// Draws the lot whose terms were bound last, by the word that a witness says in public (抽取), and assigns whom it drew.
  ///
  /// What was bound is never edited: where a conflict was declared since, an expert or a center left or somebody was assigned, nothing is drawn, and
  /// the terms are to be bound anew.
  ///
  /// - Parameters:
  ///   - word: what the witness said (``Proofs/WitnessWord``).
  ///   - witness: the name of the witness; it is kept here and stands in no published file.
  /// - Throws: ``StoreError/refused(_:)`` where nothing is bound or it was drawn already, for a word that is none, and for terms that hold no longer.
  @discardableResult
  public func drawLot(year: Int, word: PlainText, witness: PlainText, by who: Acting) throws(StoreError) -> (
    lot: LotRecord, draw: AssignmentDraw
  ) {
    try write(.drawLot, by: who) { operation in
      let round = try operation.assignableRound(year, .drawLot)
      guard let lot = try CenterStore.lots(year, operation.db).last, lot.drawn == nil else {
        throw Refusal(
          article: "25", Phrase(zh: "没有已封存而未抽取的名册，请先封存", en: "no terms are bound that were not drawn yet: bind them first"))
      }
      guard let word = WitnessWord(word.string) else { throw Refusal(article: "25", WitnessWord.rule) }
      if witness.isEmpty { throw Refusal(article: "25", Phrase(zh: "须写明见证人", en: "name the witness")) }
      let wishes = try operation.wishes(of: lot.terms)
      let draft = try LotDraft(round, perCenter: lot.terms.perCenter, wishes, drawsAnew: lot.terms.number > 1, operation.db)
      let changes = lot.changes(draft, wishes)
      if !changes.isEmpty {
        let (zh, en) = (changes.prefix(5).map(\.zh).joined(separator: "；"), changes.prefix(5).map(\.en).joined(separator: "; "))
        throw Refusal(
          article: "25",
          Phrase(
            zh: "名册封存后有变化，须写明理由重新封存：\(zh)", en: "something changed since the terms were bound; bind them anew and say why: \(en)"))
      }
      let draw = try operation.draw(
        lot.terms, LotKey(bound: lot.bound.hash, word: word), lot.tickets, draft, of: round, wishes, witness: witness.string)
      guard let drawn = try CenterStore.lots(year, operation.db).last else { throw StoreError.noSuch(.round, String(year)) }
      return (drawn, draw)
    }
  }
}

extension LotRecord {
  /// What is otherwise by now than it was bound, a sentence each.
  fileprivate func changes(_ draft: LotDraft, _ wishes: AssignmentWishes) -> [Phrase] {
    let names = Dictionary(uniqueKeysWithValues: tickets.map { ($1.login, $0) })
    var changes: [Phrase] = []
    for login in draft.logins.subtracting(names.keys).sorted() {
      changes.append(Phrase(zh: "\(login) 进入专家库", en: "\(login) came to the pool"))
    }
    // What binds the reasons is random: who is excluded is compared, not why.
    let now = draft.terms(
      terms.number, of: terms.year, terms.cause, wishes, tickets: names, secrets: tickets,
      reasons: Dictionary(
        uniqueKeysWithValues: draft.problem.centers.map { center in
          let excluded = tickets.filter { draft.reason($1.login, center.code) != nil }
          return (center.code, excluded.mapValues { LotReason(text: "", salt: $0.salt) })
        }))
    let (then, since) = (Set(terms.centers.map(\.code)), Set(now.centers.map(\.code)))
    for code in then.symmetricDifference(since).sorted() {
      changes.append(
        then.contains(code)
          ? Phrase(zh: "\(code) 不再参加", en: "\(code) takes no part any more") : Phrase(zh: "\(code) 应参加", en: "\(code) has to take part"))
    }
    let bound = Dictionary(uniqueKeysWithValues: terms.centers.map { ($0.code, $0) })
    for center in now.centers {
      guard let old = bound[center.code] else { continue }
      for ticket in Set(center.excluded.keys).symmetricDifference(old.excluded.keys).sorted() {
        let login = tickets[ticket]?.login ?? ticket
        changes.append(
          old.excluded[ticket] == nil
            ? Phrase(zh: "\(login) 对 \(center.code) 应回避", en: "\(login) has to step aside from \(center.code)")
            : Phrase(zh: "\(login) 对 \(center.code) 不再回避", en: "\(login) need not step aside from \(center.code) any more"))
      }
      if old.matches != center.matches {
        changes.append(Phrase(zh: "\(center.code) 或专家的领域有变", en: "the field of \(center.code) or of experts is another"))
      }
    }
    if now.standing != terms.standing { changes.append(Phrase(zh: "已有的分配有变", en: "assignments that stand are others")) }
    if now.tickets != terms.tickets { changes.append(Phrase(zh: "专家类别有变", en: "kinds of experts are others")) }
    return changes
  }
}

extension Operation {
  /// What was asked of the panels when terms were bound. That nobody scores a center twice running stands in the exclusions.
  fileprivate func wishes(of terms: LotTerms) throws -> AssignmentWishes {
    let again = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM lot_exclusion WHERE year = ? AND number = ? AND reason = '上一轮评过本中心')",
      arguments: [terms.year, terms.number])
    return AssignmentWishes(panel: terms.panel, isNobodyTwiceRunning: again ?? false, connectsExperts: terms.connectsExperts)
  }

  /// Draws bound terms, binds the outcome in the chain, and assigns whom the tickets stand for.
  func draw(
    _ terms: LotTerms, _ key: LotKey, _ tickets: [String: LotTicket], _ draft: LotDraft, of round: RoundRecord, _ wishes: AssignmentWishes,
    witness: String
  ) throws -> AssignmentDraw {
    let year = round.year
    let (plan, outcome) = terms.draw(key)
    let text = outcome.text
    let link = try append(
      .drawLot,
      Change(
        object: "lot/\(year)/\(terms.number)", before: [("terms", terms.text.digest.description)],
        after: [("terms", terms.text.digest.description), ("outcome", text.digest.description), ("word", key.word.text)]))
    try db.execute(
      sql: "UPDATE lot SET witness = ?, word = ?, outcome = ?, drawn = ? WHERE year = ? AND number = ?",
      arguments: [witness, key.word.text, text.text, link, year, terms.number])
    let named = plan.named { tickets[$0]?.login ?? $0 }
    let pool = draft.problem.experts.map(\.login)
    let draw = AssignmentDraw(
      perCenter: terms.perCenter, seed: key.text, isSeedChosen: false, wishes: wishes, plan: named, isApplied: false,
      roll: try AssignmentRoll(
        CenterStore.dueCenters(year, db).filter { center in terms.centers.contains { $0.code == center.code } }, of: round, today: now.day,
        db), names: try CenterStore.names(in: named, pool: pool, db))
    let exclusions = draft.reasons.flatMap { center, reasons in
      reasons.map { AssignmentExclusion(center: center, login: $0, reason: $1) }
    }.sorted { ($0.center, $0.login) < ($1.center, $1.login) }
    var trial = Trial(draw: draw, pool: pool, exclusions: exclusions, ids: try CenterStore.centerIDs(db))
    trial.setAside = draft.fallen + draft.setAside
    trial.witness = witness
    return try record(trial, of: round, isApplied: true)
  }
}
