import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Hands over the documents of the duties of every center that somebody may see, by the center's code, then title: a department's its own, a host's
  /// its own, staff's all.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but hosts, departments and staff.
  public func eachDutyAttachment(by who: Acting, _ body: (_ center: String, AttachmentEntry) throws -> Void) throws(StoreError) {
    try read(by: who) { db, member in
      guard let (condition, own) = CenterStore.dutyCondition(member) else { throw StoreError.notPermitted(nil) }
      let centers = try Row.fetchAll(
        db,
        sql: """
          SELECT id, code FROM center
          WHERE id IN (SELECT center_id FROM attachment WHERE application_id IS NULL AND year IS NULL) AND \(condition) ORDER BY code
          """, arguments: own)
      for center in centers {
        for stored in try AttachmentHolder.duties(center[0]).attachments(db) { try body(center[1], stored.entry) }
      }
    }
  }
}

extension Operation {
  /// What shows something of a center's duties goes on to show it under another day.
  func moveProofs(of old: DutyPlace, to new: DutyPlace, of center: (id: Int64, code: String)) throws {
    let holder = AttachmentHolder.duties(center.id)
    for stored in try holder.attachments(db) where stored.entry.proves.contains(.duty(old)) {
      var moved = stored
      moved.entry.proves.remove(.duty(old))
      moved.entry.proves.insert(.duty(new))
      let object = "\(AttachmentSubject.duties(center: center.code).object)/\(stored.entry.title)"
      let link = try append(.amendAttachment, Change(object: object, before: stored.changeFields, after: moved.changeFields))
      try holder.write(moved.entry, size: moved.size, over: stored, link: link, db)
    }
  }
}
