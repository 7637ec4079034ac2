import Regulation

@testable import CenterStore

extension CenterStore {
  /// Where the kept file of a document lies, for tests that look at it or spoil it past the store; `nil` where it is not kept.
  func keptFile(of title: PlainText, in subject: AttachmentSubject, by who: Acting) throws -> String? {
    try attachments(of: subject, by: who).first { $0.entry.title == title && $0.isKept }?.entry.digest.map { keptFiles.path(of: $0) }
  }
}
