import CenterStore
import Regulation
import Wording

extension Undo {
  /// Takes a document out of the register again that was entered there (articles 10 and 27).
  static func entered(_ title: PlainText, to subject: AttachmentSubject) -> Undo {
    Undo(name: Phrase(zh: "登记“\(title)”", en: "“\(title)” entered")) { try $0.detach(title, from: subject, by: $1) }
  }

  /// Puts a document back that was taken out.
  static func removed(_ entry: AttachmentEntry, from subject: AttachmentSubject) -> Undo {
    Undo(name: Phrase(zh: "移除“\(entry.title)”", en: "“\(entry.title)” removed")) { try $0.attach(entry, to: subject, by: $1) }
  }
}
