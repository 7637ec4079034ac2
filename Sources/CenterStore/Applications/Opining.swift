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

  /// Writes an expert's own opinion, and hands it in where wanted; on disk when it returns. One that is handed in can be taken back by writing it
  /// anew while the application is under review.
  ///
  /// - Throws: ``StoreError/refused(_:)`` before the pledge, where something is missing from an opinion that is handed in, or the review is over.
  public func giveOpinion(_ number: String, _ opinion: ExpertOpinion, isSubmitted: Bool, by who: Acting) throws(StoreError) {
    try write(.giveOpinion, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let stored = try CenterStore.reviewedApplication(number, member, .giveOpinion, db)
      try CenterStore.requireReviewPledge(stored, member.login, db)
      if isSubmitted, let refusal = opinion.refusal { throw refusal }
      let old = try Row.fetchOne(
        db, sql: "SELECT opinion, is_submitted FROM application_expert WHERE application_id = ? AND login = ?",
        arguments: [stored.id, member.login])
      let before: Change.Fields = [("opinion", old?[0] ?? ""), ("submitted", (old?[1] as Bool? ?? false) ? "yes" : "no")]
      let after: Change.Fields = [("opinion", try JSONText.encode(opinion)), ("submitted", isSubmitted ? "yes" : "no")]
      if Change.same(before, after) { return }
      let link = try operation.append(
        .giveOpinion, Change(object: "application/\(number)/opinion/\(member.login)", before: before, after: after))
      try db.execute(
        sql: "UPDATE application_expert SET opinion = ?, is_submitted = ?, link = ? WHERE application_id = ? AND login = ?",
        arguments: [after[0].value, isSubmitted, link, stored.id, member.login])
    }
  }

  /// Writes the group's opinion (专家组意见), which its leader does.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for another expert of the group.
  public func giveGroupOpinion(_ number: String, _ text: PlainText, by who: Acting) throws(StoreError) {
    try write(.giveOpinion, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let stored = try CenterStore.reviewedApplication(number, member, .giveOpinion, db)
      try CenterStore.requireReviewPledge(stored, member.login, db)
      let isLeader = try Bool.fetchOne(
        db, sql: "SELECT is_leader FROM application_expert WHERE application_id = ? AND login = ?", arguments: [stored.id, member.login])
      guard isLeader ?? false else {
        throw Refusal(article: "11", Phrase(zh: "专家组意见由组长填写", en: "the group's opinion is written by its leader"))
      }
      if text == stored.groupOpinion { return }
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
