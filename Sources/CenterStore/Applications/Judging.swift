import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Decides what the text leaves to judgement, with a reason (article 9); a later judgement of the same part takes the place of the earlier one,
  /// which stays in the chain.
  ///
  /// - Parameter expecting: the judgement as this person saw it, `nil` where there was none (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` where paper decides, or the reason is missing.
  public func judge(
    _ number: String, _ subject: EligibilitySubject, holds: Bool, reason: PlainText, expecting: Seen<EligibilityJudgement?>? = nil,
    by who: Acting
  ) throws(StoreError) {
    try write(.judgeApplication, by: who) { operation in
      let db = operation.db
      let stored = try CenterStore.visibleApplication(number, operation.member, .judgeApplication, db)
      let judgement = try EligibilityJudgement(
        subject, holds: holds, by: operation.member.name, on: operation.now.day, reason: reason)
      let old = try String.fetchOne(
        db, sql: "SELECT document FROM judgement WHERE application_id = ? AND subject = ?", arguments: [stored.id, subject.rawValue])
      let kept: EligibilityJudgement? = try old.map { try JSONText.decode($0) }
      let joining = try operation.join(
        Joined(
          subject.phrase, "application/\(number)/judgement/\(subject.rawValue)", expecting, own: judgement.fields, over: kept?.fields ?? [],
          isWhole: true
        ) { $0?.fields ?? [] },
        link: operation.link(of: "judgement WHERE application_id = ? AND subject = ?", [stored.id, subject.rawValue]))
      // A judgement is one person's: theirs stays as a whole, or does not. Who finds the same as somebody else a moment ago adds nothing.
      if let kept, joining.pick("reason", false, true) || joining.pick("holds", false, true) || expecting != nil && kept.says(judgement) {
        return
      }
      let text = try JSONText.encode(judgement)
      let link = try operation.append(
        .judgeApplication,
        Change(
          object: "application/\(number)/judgement/\(subject.rawValue)", before: old.map { [("judgement", $0)] },
          after: [("judgement", text)]))
      try db.execute(
        sql: """
          INSERT INTO judgement(application_id, subject, document, link) VALUES (?, ?, ?, ?)
          ON CONFLICT(application_id, subject) DO UPDATE SET document = excluded.document, link = excluded.link
          """, arguments: [stored.id, subject.rawValue, text, link])
    }
  }

  /// Records what was found of the credit of an application's host (articles 9.4, 30(5)).
  public func recordCreditCheck(_ number: String, _ check: CreditCheck, by who: Acting) throws(StoreError) {
    try write(.judgeApplication, by: who) { operation in
      let db = operation.db
      let stored = try CenterStore.visibleApplication(number, operation.member, .judgeApplication, db)
      let text = try JSONText.encode(check)
      let link = try operation.append(
        .judgeApplication, Change(object: "application/\(number)/credit", after: [("check", text)]))
      try db.execute(
        sql: "INSERT INTO credit_check(organization_id, day, document, link) VALUES (?, ?, ?, ?)",
        arguments: [stored.hostID, check.on.description, text, link])
    }
  }
}

extension EligibilityJudgement {
  /// Whether another says the same, whoever judged.
  fileprivate func says(_ other: EligibilityJudgement) -> Bool { holds == other.holds && reason == other.reason }

  /// What is compared where two people judge the same part.
  fileprivate var fields: Change.Fields { [("holds", holds ? "yes" : "no"), ("reason", reason.string)] }
}
