import Glibc
import Regulation

extension CenterStore {
  /// The bytes of a file in this person's own folder.
  ///
  /// - Parameter limit: the most bytes that are taken.
  /// - Throws: ``StoreError/noFile(path:)``; ``StoreError/unreadable(path:reason:)`` for what is no plain file, or a larger one.
  public func readInFolder(_ file: InboxFile, limit: Int, by who: Acting) throws(StoreError) -> [UInt8] {
    let source = try openInFolder(file, by: who)
    defer { Glibc.close(source) }
    return try KeptFiles.bytes(of: source, named: file.name.string, limit: limit)
  }

  /// Lends a file of this person's own inbox, open to be read.
  ///
  /// - Throws: ``StoreError/noFile(path:)``, and what the reader throws.
  public func reading<T>(_ file: InboxFile, by who: Acting, _ body: (_ descriptor: Int32) throws -> T) throws -> T {
    let source = try openInFolder(file, by: who)
    defer { Glibc.close(source) }
    return try body(source)
  }

  private func openInFolder(_ file: InboxFile, by who: Acting) throws(StoreError) -> Int32 {
    try read(by: who) { _, _ in }
    guard let inbox = Inbox(of: who.login, in: keptFiles) else { throw .noFile(path: file.name.string) }
    return try inbox.open(file.spelling)
  }
}
