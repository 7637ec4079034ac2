import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Whether an expert has confirmed secrecy, integrity and recusal for the reviews of a call.
  public func hasPledgedReview(year: Int, by who: Acting) throws(StoreError) -> Bool {
    try read(by: who) { db, member in try CenterStore.hasPledgedReview(year, member.login, db) }
  }

  /// Confirms secrecy, integrity and recusal for the reviews of a call, before any application opens (回避).
  public func pledgeReview(year: Int, by who: Acting) throws(StoreError) {
    try write(.pledgeReview, by: who) { operation in
      let db = operation.db
      guard try CenterStore.call(year, db) != nil else { throw StoreError.noSuch(.call, String(year)) }
      if try CenterStore.hasPledgedReview(year, operation.member.login, db) { return }
      let link = try operation.append(.pledgeReview, Change(object: "pledge/call/\(year)/\(operation.member.login)"))
      try db.execute(
        sql: "INSERT INTO call_pledge(year, login, time, link) VALUES (?, ?, ?, ?)",
        arguments: [year, operation.member.login, operation.now.milliseconds, link])
    }
  }

  private static func hasPledgedReview(_ year: Int, _ login: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM call_pledge WHERE year = ? AND login = ?"), arguments: [year, login]) ?? false
  }

  /// - Throws: ``Regulation/Refusal`` before the pledge, and where the expert has to step aside.
  static func requireReviewPledge(_ stored: StoredApplication, _ login: String, _ db: Database) throws {
    guard try hasPledgedReview(stored.summary.year, login, db) else {
      throw Refusal(article: "回避", Phrase(zh: "请先签署保密、诚信和回避承诺", en: "confirm secrecy, integrity and recusal first"))
    }
    guard let expert = try expert(login, db), let recusal = try ApplicationTies(stored, try stored.form, db).recusal(of: expert) else {
      return
    }
    throw Refusal(article: "回避", Phrase(zh: "须回避：\(recusal.phrase.zh)", en: "you must step aside: \(recusal.phrase.en)"))
  }

  /// Writes an expert's own opinion, and hands it in where wanted; on disk when it returns. One that is handed in stays as it is until
  /// ``takeBackOpinion(_:by:)``.
  ///
  /// - Parameter expecting: the opinion as this desk had it, where the expert may sit at another one too (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` before the pledge, where something is missing from an opinion that is handed in, over one that is
  ///   handed in already, or where the review is over.
  public func giveOpinion(
    _ number: String, _ opinion: ExpertOpinion, isSubmitted: Bool, expecting: Seen<ExpertOpinion>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.giveOpinion, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let stored = try CenterStore.reviewedApplication(number, member, .giveOpinion, db)
      try CenterStore.requireReviewPledge(stored, member.login, db)
      let asked = ExpertOpinion.asked(by: try CenterStore.eligibility(of: stored, form: stored.form, db))
      let old = try CenterStore.storedOpinion(stored, member, db)
      let opinion = try old.isSubmitted ? opinion : operation.join(opinion, old.text, expecting, of: stored)
      if isSubmitted, let refusal = opinion.refusal(asked: asked) { throw refusal }
      let before: Change.Fields = [("opinion", old.text), ("submitted", old.isSubmitted ? "yes" : "no")]
      let after: Change.Fields = [("opinion", try JSONText.encode(opinion)), ("submitted", isSubmitted ? "yes" : "no")]
      if Change.same(before, after) { return }
      if old.isSubmitted {
        throw Refusal(article: "11", Phrase(zh: "评审意见已提交，修改前须先撤回", en: "the opinion is handed in: take it back to change it"))
      }
      let link = try operation.append(
        .giveOpinion, Change(object: "application/\(number)/opinion/\(member.login)", before: before, after: after))
      try db.execute(
        sql: "UPDATE application_expert SET opinion = ?, is_submitted = ?, link = ? WHERE application_id = ? AND login = ?",
        arguments: [after[0].value, isSubmitted, link, stored.id, member.login])
    }
  }

  /// Takes an expert's own opinion back, so that it can be changed; it counts only when it is handed in again. One that is not handed in stays
  /// as it is.
  ///
  /// - Throws: ``StoreError/refused(_:)`` where the review is over.
  public func takeBackOpinion(_ number: String, by who: Acting) throws(StoreError) {
    try write(.takeBackOpinion, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let stored = try CenterStore.reviewedApplication(number, member, .takeBackOpinion, db)
      try CenterStore.requireReviewPledge(stored, member.login, db)
      if try !CenterStore.storedOpinion(stored, member, db).isSubmitted { return }
      let link = try operation.append(
        .takeBackOpinion,
        Change(
          object: "application/\(number)/opinion/\(member.login)", before: [("submitted", "yes")], after: [("submitted", "no")]))
      try db.execute(
        sql: "UPDATE application_expert SET is_submitted = 0, link = ? WHERE application_id = ? AND login = ?",
        arguments: [link, stored.id, member.login])
    }
  }

  /// An expert's own opinion as it is kept; empty where there is none.
  private static func storedOpinion(
    _ stored: StoredApplication, _ member: Member, _ db: Database
  ) throws -> (text: String, isSubmitted: Bool) {
    let row = try Row.fetchOne(
      db, sql: "SELECT opinion, is_submitted FROM application_expert WHERE application_id = ? AND login = ?",
      arguments: [stored.id, member.login])
    return (row?[0] ?? "", row?[1] ?? false)
  }

  /// How far the experts of an application have come.
  static func panel(of stored: StoredApplication, _ reviewers: [ReviewerRecord], _ db: Database) throws -> ReviewPanel {
    ReviewPanel(
      needed: try call(stored.summary.year, db)?.call.minimumExperts ?? Call.usualExperts, submitted: reviewers.count(where: \.isSubmitted),
      owing: reviewers.count { !$0.isSubmitted && $0.recusal == nil })
  }

  /// Writes the group's opinion (专家组意见), which its leader does once all opinions are in.
  ///
  /// - Parameter expecting: what it said when this person began (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for another expert of the group, and while an opinion is still to come.
  public func giveGroupOpinion(
    _ number: String, _ text: PlainText, expecting: Seen<PlainText>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.giveOpinion, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let stored = try CenterStore.reviewedApplication(number, member, .giveOpinion, db)
      try CenterStore.requireReviewPledge(stored, member.login, db)
      let isLeader = try Bool.fetchOne(
        db, sql: "SELECT is_leader FROM application_expert WHERE application_id = ? AND login = ?", arguments: [stored.id, member.login])
      guard isLeader ?? false else {
        throw Refusal(article: "11", Phrase(zh: "专家组意见由组长填写", en: "the group's opinion is written by its leader"))
      }
      let joining = try operation.join(
        Joined(
          Phrase(zh: "\(number) 的专家组意见", en: "the group's opinion on \(number)"), "application/\(number)/group", expecting,
          own: [("opinion", text.string)], over: [("opinion", stored.groupOpinion.string)]
        ) { [("opinion", $0.string)] }, link: operation.link(of: "application WHERE id = ?", [stored.id]))
      let text = joining.pick("opinion", text, stored.groupOpinion)
      if text == stored.groupOpinion { return }
      let reviewers = try CenterStore.reviewers(of: stored, form: stored.form, db)
      if let refusal = try CenterStore.panel(of: stored, reviewers, db).refusal { throw refusal }
      let link = try operation.append(
        .giveOpinion,
        Change(
          object: "application/\(number)/group", before: [("opinion", stored.groupOpinion.string)], after: [("opinion", text.string)]))
      try db.execute(sql: "UPDATE application SET group_opinion = ?, link = ? WHERE id = ?", arguments: [text.string, link, stored.id])
    }
  }

  /// An expert declares that they cannot review an application (回避); it opens no more for them.
  public func declareReviewConflict(_ number: String, reason: PlainText, by who: Acting) throws(StoreError) {
    try write(.declareConflict, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      guard member.role == .expert else { throw StoreError.notPermitted(.declareConflict) }
      let stored = try CenterStore.visibleApplication(number, member, .declareConflict, db)
      if reason.isEmpty { throw Refusal(article: "回避", Phrase(zh: "请写明回避事由", en: "say why you have to step aside")) }
      let link = try operation.append(
        .declareConflict, Change(object: "conflict/\(number)/\(member.login)", after: [("reason", reason.string)]))
      try db.execute(
        sql: """
          INSERT INTO application_conflict(application_id, login, reason, link) VALUES (?, ?, ?, ?)
          ON CONFLICT(application_id, login) DO UPDATE SET reason = excluded.reason, link = excluded.link
          """, arguments: [stored.id, member.login, reason.string, link])
    }
  }
}
