import GRDB
import Regulation
import Wording

extension Operation {
  /// What two people say of a document. Its file and the digest of that are one: each speaks of the other.
  func join(
    _ own: AttachmentEntry, _ old: AttachmentEntry, _ expecting: Seen<AttachmentEntry>?, of subject: AttachmentSubject, id: Int64
  ) throws -> AttachmentEntry {
    let joining = try join(
      Joined(
        AttachmentEntry.what(old.title), "\(subject.object)/\(old.title)", expecting, own: own.fields, over: old.fields, \.fields),
      link: link(of: "attachment WHERE id = ?", [id]))
    var entry = own
    entry.title = joining.pick("title", own.title, old.title)
    entry.kind = joining.pick("kind", own.kind, old.kind)
    entry.date = joining.pick("date", own.date, old.date)
    entry.file = joining.pick("file", own.file, old.file)
    entry.digest = joining.pick("file", own.digest, old.digest)
    entry.location = joining.pick("location", own.location, old.location)
    entry.proves = joining.pick("proves", own.proves, old.proves)
    return entry
  }
}

extension AttachmentEntry {
  /// What a document is called for people.
  static func what(_ title: PlainText) -> Phrase { Phrase(zh: "附件“\(title)”", en: "the document “\(title)”") }

  /// What is compared where two people correct it.
  fileprivate var fields: Change.Fields {
    StoredAttachment(id: 0, entry: self, size: nil).changeFields.compactMap { field in
      switch field.name {
      case "size", "sha256": nil
      case "file": ("file", digest.map { "\(file) \($0.description.prefix(8))" } ?? file.string)
      default: field
      }
    }
  }
}
