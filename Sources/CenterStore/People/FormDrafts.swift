import GRDB
import Regulation

/// What somebody wrote in a form and has not handed in.
public struct FormDraft: Sendable, Hashable {
  /// What stands in the fields that were changed, by their names.
  public let texts: [String: PlainText]
  /// The record that the form corrects, as its writer saw it when they began; `nil` where it corrects none.
  public let seen: KeptRecord?
  /// When it was written last.
  public let writtenAt: Moment
}

extension CenterStore {
  /// What one wrote oneself in a form and has not handed in; `nil` where nothing is kept. Nobody else's is ever told.
  ///
  /// - Parameter form: the form's name: what is to be done, and with which object.
  public func formDraft(of form: PlainText, by who: Acting) throws(StoreError) -> FormDraft? {
    try read(by: who) { db, member in
      let rows = try Row.fetchAll(
        db, sql: "SELECT field, text, time FROM form_draft WHERE login = ? AND form = ?", arguments: [member.login, form.string])
      guard let time = rows.map({ $0[2] as Int64 }).max() else { return nil }
      let texts = try rows.filter { $0[0] as String != KeptRecord.field }.map { row in
        (field: row[0] as String, text: try PlainText(row[1], .paragraphs))
      }
      return FormDraft(
        texts: Dictionary(uniqueKeysWithValues: texts),
        seen: rows.first { $0[0] as String == KeptRecord.field }.map { KeptRecord(json: $0[1]) }, writtenAt: Moment(milliseconds: time))
    }
  }

  /// Keeps what one writes in a form, in the place of what was kept of it, so that a dropped line loses nothing; nothing to keep throws it away.
  ///
  /// It leaves no link in the audit chain: nothing was done yet, and what is done leaves its own. Whether the object exists is not asked, so the
  /// answer tells nobody of it.
  ///
  /// - Parameters:
  ///   - form: the form's name: what is to be done, and with which object.
  ///   - texts: what stands in the fields that were changed, by their names.
  ///   - seen: the record that the form corrects, as this person saw it when they began.
  /// - Throws: ``StoreError/notPermitted(_:)`` for a viewer, who has nothing to hand in.
  public func keepFormDraft(
    of form: PlainText, _ texts: [String: PlainText], seen: KeptRecord? = nil, by who: Acting
  ) throws(StoreError) {
    try change { db in
      let member = try Member.require(who.login, db)
      guard member.role != .viewer else { throw StoreError.notPermitted(nil) }
      try db.execute(sql: "DELETE FROM form_draft WHERE login = ? AND form = ?", arguments: [member.login, form.string])
      var kept = texts.mapValues(\.string)
      if !kept.isEmpty { kept[KeptRecord.field] = seen?.json }
      for (field, text) in kept {
        try db.execute(
          sql: "INSERT INTO form_draft(login, form, field, text, time) VALUES (?, ?, ?, ?, ?)",
          arguments: [member.login, form.string, field, text, surroundings.now().milliseconds])
      }
      return ((), .commit)
    }
  }
}
