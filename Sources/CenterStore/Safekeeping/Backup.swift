import Foundation
import GRDB
import Glibc
import Regulation
import Wording

/// What a backup holds.
public struct BackupReceipt: Sendable, Hashable {
  /// Where the copy is.
  public let path: String
  /// How many links its audit chain has.
  public let links: Int64
  /// The hash of the last one: written down, it tells later whether a store goes on from this copy.
  public let head: Digest256
  /// How many bytes the copy has, the kept documents not counted.
  public let bytes: Int
  /// How many kept documents were copied.
  public let documents: Int
  /// From which link on the audit chain is broken, in the store as in its copy: an earlier backup is to be kept; `nil` where it is whole.
  public let broken: Int64?
  /// The digests of kept documents of the register that are gone or are not what they were; the copy lacks them as the store does.
  public let missing: [Digest256]
}

extension CenterStore {
  /// Makes a copy of the store as it is at one moment, while others go on working: one file, and beside it the kept documents in `PATH.files`.
  ///
  /// The copy is whole and on disk when this returns; before that nothing stands at the path. Nobody waits for it: it reads one snapshot, and
  /// writers go on.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators; ``StoreError/alreadyThere(path:)``;
  ///   ``StoreError/cannotCreate(path:reason:)``; ``StoreError/full(path:)``; ``StoreError/damaged(path:reason:)`` where the store is.
  public func backUp(to path: String, by who: Acting) throws(StoreError) -> BackupReceipt {
    try read(by: who) { _, member in
      guard member.role == .admin else { throw StoreError.notPermitted(nil) }
    }
    for place in [path, path + ".files"] where access(place, F_OK) == 0 { throw .alreadyThere(path: place) }
    let broken = try verifyChain(by: who).broken
    let copy = try StoreCopy(of: pool, at: path + ".part", from: self.path)
    var isDone = false
    defer {
      if !isDone {
        copy.remove()
        // None stood there before; half of the documents would keep the next copy from being made.
        try? FileManager.default.removeItem(atPath: path + ".files")
      }
    }
    let kept = try keepDocuments(copy.documents, beside: path)
    try copy.move(to: path)
    isDone = true
    return BackupReceipt(
      path: path, links: copy.links, head: copy.head, bytes: copy.bytes, documents: copy.documents.count - kept.count, broken: broken,
      missing: kept)
  }

  /// Copies kept documents to where a copy of the store looks for them.
  ///
  /// - Returns: those that are gone or are not what they were.
  private func keepDocuments(_ digests: [Digest256], beside path: String) throws(StoreError) -> [Digest256] {
    let target = KeptFiles(folder: path + ".files")
    var missing: [Digest256] = []
    for digest in digests where try !target.take(digest, from: keptFiles) { missing.append(digest) }
    return missing
  }
}

extension KeptFiles {
  /// Takes the file of a digest from elsewhere, unless it is here already.
  ///
  /// - Returns: `false` where it is not there, or is not what it was.
  func take(_ digest: Digest256, from other: KeptFiles) throws(StoreError) -> Bool {
    if size(of: digest) != nil { return true }
    let path = other.path(of: digest)
    let source = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard source >= 0 else { return false }
    defer { close(source) }
    // A folder or a link in its place is none either.
    if other.size(of: digest) == nil { return false }
    let kept = try keep(source, named: path)
    if kept.digest == digest { return true }
    if kept.isFresh { unlink(self.path(of: kept.digest)) }
    return false
  }
}

/// A copy of a store in a single file, checked and on disk.
struct StoreCopy {
  /// How many links its chain has, and the hash of the last one.
  let links: Int64
  let head: Digest256
  /// How many bytes it has.
  let bytes: Int
  /// The digests of the documents that are kept beside the store.
  let documents: [Digest256]
  private let path: String

  /// Copies what a store holds at one moment.
  ///
  /// - Parameters:
  ///   - path: where the copy is made; what an earlier copying left there that was broken off is taken away.
  ///   - origin: what an error of the source calls it.
  init(of source: any DatabaseReader, at path: String, from origin: String) throws(StoreError) {
    self.path = path
    StoreCopy.remove(path)
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: SystemReason.phrase(errno)) }
    close(descriptor)
    do {
      (links, head, documents) = try StoreError.translating(path) {
        var configuration = Configuration()
        configuration.label = "cztic, copying"
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try source.backup(to: queue)
        return try queue.writeWithoutTransaction { db in
          // A copy is one file, that can be read from where nothing can be written.
          try db.execute(sql: "PRAGMA journal_mode = DELETE")
          try StoreCopy.check(db, origin)
          let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
          let documents = try Row.fetchAll(db, sql: "SELECT DISTINCT sha256 FROM attachment WHERE size IS NOT NULL")
          return (
            row?[0] ?? 0, row.flatMap { Digest256(bytes: $0.bytes(1)) } ?? .zero, documents.compactMap { Digest256(bytes: $0.bytes(0)) }
          )
        }
      }
      var status = stat()
      bytes = stat(path, &status) == 0 ? Int(status.st_size) : 0
    } catch {
      StoreCopy.remove(path)
      throw error
    }
  }

  /// What was damaged in the store is damaged in its copy, and a copy that cannot be used is none.
  private static func check(_ db: Database, _ origin: String) throws {
    let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
    if found != ["ok"] {
      throw StoreError.damaged(path: origin, reason: Phrase(zh: "数据页有误", en: "pages of it are wrong"))
    }
  }

  /// Takes the copy away again.
  func remove() { StoreCopy.remove(path) }

  /// A full disk leaves the journal of what could not be written beside it.
  private static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
  }

  /// Puts the copy in its place, where nothing must stand.
  func move(to place: String) throws(StoreError) {
    // A hard link never overwrites, as renaming would.
    guard link(path, place) == 0 else {
      throw errno == EEXIST ? .alreadyThere(path: place) : .cannotCreate(path: place, reason: SystemReason.phrase(errno))
    }
    unlink(path)
    KeptFiles.sync(StoreError.folder(of: place))
  }
}
