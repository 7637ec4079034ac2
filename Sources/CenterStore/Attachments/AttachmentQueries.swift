import GRDB
import Regulation

extension CenterStore {
  /// The documents of a center's material, of an application or of a center's duties, in the order of their titles.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see what they are attached to, whether it exists or not;
  ///   ``StoreError/refused(_:)`` for an expert before the pledge (回避).
  public func attachments(of subject: AttachmentSubject, by who: Acting) throws(StoreError) -> [Attachment] {
    try read(by: who) { db, member in
      try CenterStore.visibleHolder(of: subject, member, db).attachments(db).map { shown($0, of: subject) }
    }
  }

  /// The documents that bear on one item: a data item of a center's material, a condition, a step or a credit check of an application,
  /// something of a center's duties. To condition 9.4 belongs what proves a credit check as well.
  ///
  ///     let documents = try store.attachments(proving: .fact(code), of: .material(center: "CZ-2021-007", year: 2026), by: who)
  public func attachments(proving proof: Proof, of subject: AttachmentSubject, by who: Acting) throws(StoreError) -> [Attachment] {
    try attachments(of: subject, by: who).filter { $0.entry.bears(on: proof) }
  }

  /// Hands over the register of a round as files carry it, ordered by center, then title: the whole of it for staff and the agency
  /// entrusted with the round, and the part of the centers whose facts they may see for others.
  public func eachAttachment(year: Int, by who: Acting, _ body: (AttachmentRecord) throws -> Void) throws(StoreError) {
    try read(by: who) { db, member in
      let visible = try CenterStore.centersWithVisibleFacts(year: year, member, db)
      _ = try CenterStore.round(year, db)
      if member.role == .expert, try !CenterStore.hasPledged(year, member.login, db) { return }
      let centers = try Row.fetchAll(
        db,
        sql: """
          SELECT id, code FROM center
          WHERE id IN (SELECT center_id FROM attachment WHERE application_id IS NULL AND year = ?) ORDER BY code
          """, arguments: [year])
      for center in centers where visible?.contains(center[0]) ?? true {
        let code = try PlainText(center[1])
        for stored in try AttachmentHolder.material(year: year, center: center[0]).attachments(db) {
          try body(AttachmentRecord(center: code, stored.entry))
        }
      }
    }
  }

  private func shown(_ stored: StoredAttachment, of subject: AttachmentSubject) -> Attachment {
    Attachment(
      subject: subject, entry: stored.entry, size: stored.size,
      isKept: stored.size != nil && stored.entry.digest.map { keptFiles.size(of: $0) != nil } ?? false)
  }

  /// Where the documents of something stand, for somebody who may see it.
  private static func visibleHolder(of subject: AttachmentSubject, _ member: Member, _ db: Database) throws -> AttachmentHolder {
    switch subject {
    case .material(let center, let year):
      return .material(year: year, center: try centerWithVisibleFacts(year: year, code: center, member, db).id)
    case .application(let number):
      let stored = try visibleApplication(number, member, nil, db)
      if member.role == .expert { try requireReviewPledge(stored, member.login, db) }
      return .application(stored.id)
    case .duties(let center): return .duties(try centerWithVisibleDuties(center, member, db))
    }
  }
}
