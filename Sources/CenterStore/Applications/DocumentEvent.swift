import GRDB
import Regulation

/// Something that was done with a document of an application after it was handed in (article 10): from then on others rely on it.
public struct DocumentEvent: Sendable, Hashable {
  /// What was done.
  public enum Kind: Sendable, Hashable {
    /// It was entered.
    case entered
    /// What the register says of it was corrected.
    case corrected
    /// It was taken out of the register.
    case removed
  }

  /// What was done.
  public let kind: Kind
  /// The title of the document, as it was called before.
  public let title: String
  /// The name of who did it; `nil` where that is not this person's to know.
  public let name: String?
  /// When.
  public let on: Day
}

extension CenterStore {
  /// What was done with the documents of an application since it was handed in first.
  static func documents(
    of stored: StoredApplication, isStaff: Bool, _ db: Database
  ) throws -> [(link: Int64, happening: ApplicationHappening)] {
    let first = try Int64.fetchOne(
      db, sql: "SELECT min(link) FROM application_step WHERE application_id = ?", arguments: [stored.id])
    guard let first else { return [] }
    let object = AttachmentSubject.application(stored.summary.number).object + "/"
    // Behind the stroke in the order of characters comes the nought.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT seq, time, act, coalesce(user.name, audit.login), json_extract(change, '$.object'),
        json_extract(change, '$.before') IS NULL FROM audit LEFT JOIN user USING (login)
        WHERE act IN (\(Schema.actsOfDocuments)) AND \(Schema.objectOfLink) > ? AND \(Schema.objectOfLink) < ? AND seq > ?
        """, arguments: [object, String(object.dropLast()) + "0", first])
    return rows.map { row in
      // What is entered under a title that is on file corrects what stands there.
      let kind: DocumentEvent.Kind = row[2] == Act.detach.rawValue ? .removed : row[5] ? .entered : .corrected
      let title = (row[4] as String).dropFirst(object.count)
      return (
        row[0],
        .document(
          DocumentEvent(kind: kind, title: String(title), name: isStaff ? row[3] : nil, on: Moment(milliseconds: row[1]).day))
      )
    }
  }
}
