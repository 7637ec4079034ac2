import GRDB
import Glibc
import Regulation
import Wording

/// What restoring a backup did.
public struct RestoreReceipt: Sendable {
  /// Where the store stands that was made of the backup.
  public let path: String
  /// Where the store lies that stood there before; `nil` where none did.
  public let old: String?
  /// The head of the chain of the store before; `nil` where none stood there, or it could not be read.
  public let oldHead: (number: Int64, hash: Digest256)?
  /// The last link of the backup; one more follows it, which tells of the restoring.
  public let links: Int64
  /// The digests of kept documents that neither the backup nor the store has.
  public let missing: [Digest256]
}

extension CenterStore {
  /// Puts a backup in the place of a store. The store that stood there is kept beside it, whole, under its name and the moment; whoever still has
  /// it open is told that it was replaced with the next thing they save, and nothing of theirs is called saved that is not.
  ///
  /// The backup is copied and checked first, brought to the present schema, and its chain gets a link that tells of the restoring: what it was made of
  /// and where the chain of the store before had come to.
  ///
  /// - Parameters:
  ///   - file: the backup; it is not changed.
  ///   - path: where the store stands, or stood.
  ///   - who: an administrator of the backup, and of the store where one can be opened.
  /// - Throws: ``StoreError/notPermitted(_:)``; what ``open(_:surroundings:)`` throws of the backup; ``StoreError/damaged(path:reason:)`` for one whose
  ///   pages or chain are wrong; ``StoreError/busy(path:)`` where somebody keeps the store from being put aside. Nothing is done then.
  public static func restore(
    _ file: String, to path: String, surroundings: Surroundings = .system, by who: Acting
  ) throws(StoreError) -> RestoreReceipt {
    let present = try StoreInPlace(path, by: who, surroundings)
    let new = path + ".restoring"
    for suffix in ["-wal", "-shm", "-journal"] { unlink(new + suffix) }
    let copy = try StoreError.translating(file) {
      _ = try FileIdentity.require(file)
      try requireStore(source(file, readOnly: true))
      let backup = try DatabaseQueue(path: source(file, readOnly: true), configuration: configuration(readOnly: true))
      defer { try? backup.close() }
      if try backup.read({ try Schema.migrator.hasBeenSuperseded($0) }) { throw StoreError.newerStore(path: file) }
      return try StoreCopy(of: backup, at: new, from: file)
    }
    var isDone = false
    defer { if !isDone { for suffix in ["", "-wal", "-shm"] { unlink(new + suffix) } } }
    try present.tell(of: copy, file, at: new, surroundings, by: who)
    var missing: [Digest256] = []
    let (theirs, ours) = (KeptFiles(folder: file + ".files"), KeptFiles(folder: path + ".files"))
    for digest in copy.documents where try !ours.take(digest, from: theirs) { missing.append(digest) }
    let old = try present.give(way: new, at: surroundings.now())
    isDone = true
    return RestoreReceipt(path: path, old: old, oldHead: present.head, links: copy.links, missing: missing)
  }
}

/// The store in whose place another one is to stand.
private struct StoreInPlace {
  private let path: String
  /// The store, as far as it can be opened; a damaged one is put aside all the same.
  private let queue: DatabaseQueue?
  /// Where its chain has come to.
  private(set) var head: (number: Int64, hash: Digest256)?

  /// - Throws: ``StoreError/notPermitted(_:)`` for who is no administrator of it; ``StoreError/readOnly(path:)``.
  init(_ path: String, by who: Acting, _ surroundings: Surroundings) throws(StoreError) {
    self.path = path
    guard access(path, F_OK) == 0 else {
      queue = nil
      return
    }
    if access(path, W_OK) != 0 { throw .readOnly(path: path) }
    do {
      let store = try CenterStore.open(path, surroundings: surroundings)
      head = try store.read(by: who) { db, member in
        guard member.role == .admin else { throw StoreError.notPermitted(.storeRestore) }
        let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
        return row.flatMap { row in Digest256(bytes: row.bytes(1)).map { (row[0], $0) } }
      }
      try store.close()
      queue = try StoreError.translating(path) { try DatabaseQueue(path: path, configuration: CenterStore.configuration(readOnly: false)) }
    } catch {
      switch error {
      case .damaged, .notAStore, .io, .newerStore: queue = nil
      default: throw error
      }
    }
  }

  /// Brings the copy to the present schema, looks whether its chain is whole, and appends the link that tells of the restoring.
  func tell(of copy: StoreCopy, _ file: String, at new: String, _ surroundings: Surroundings, by who: Acting) throws(StoreError) {
    do throws(StoreError) {
      let store = try CenterStore.open(new, surroundings: surroundings)
      try store.require(.storeRestore, by: who)
      let verdict = try store.verifyChain(by: who)
      if let broken = verdict.broken {
        throw StoreError.damaged(
          path: file, reason: Phrase(zh: "审计链第 \(broken) 条起有误", en: "its audit chain is broken from link \(broken) on"))
      }
      try store.write(.storeRestore, by: who) { operation in
        var before: Change.Fields = []
        if let head { before = [("links", String(head.number)), ("head", head.hash.description)] }
        try operation.append(
          .storeRestore,
          Change(
            object: "store", before: before.isEmpty ? nil : before, after: [("links", String(copy.links)), ("head", copy.head.description)])
        )
      }
      try StoreError.translating(new) {
        _ = try store.pool.writeWithoutTransaction { try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      }
      try store.close()
    } catch {
      // The copy is of no name that somebody knows.
      if case .damaged(_, let reason) = error { throw .damaged(path: file, reason: reason) }
      throw error
    }
    // What was written is in the one file now, and nothing of the copy stands beside it when its name changes.
    var log = stat()
    if stat(new + "-wal", &log) == 0, log.st_size > 0 { throw .io(path: new, reason: .internalFault) }
    for suffix in ["-wal", "-shm"] { unlink(new + suffix) }
  }

  /// Puts this store aside and another one in its place.
  ///
  /// While the names change nobody writes: who waits to write finds then that their store is not in its place any more. The log goes with its
  /// store; beside another one it would be taken for that one's.
  ///
  /// - Returns: where the store lies now; `nil` where none was there.
  func give(way new: String, at now: Moment) throws(StoreError) -> String? {
    let descriptor = open(new, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else { throw .io(path: new, reason: SystemReason.phrase(errno)) }
    close(descriptor)
    let aside = try freeName(now)
    try StoreError.translating(path) {
      guard let queue else { return try change(to: new, aside) }
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        try db.inTransaction(.immediate) {
          try change(to: new, aside)
          return .rollback
        }
      }
      try queue.close()
    }
    KeptFiles.sync(StoreError.folder(of: path))
    return access(aside, F_OK) == 0 ? aside : nil
  }

  private func change(to new: String, _ aside: String) throws {
    var moved: [String] = []
    func fail(_ place: String) throws -> Never {
      let reason = SystemReason.phrase(errno)
      for suffix in moved.reversed() { rename(aside + suffix, path + suffix) }
      throw StoreError.cannotCreate(path: place, reason: reason)
    }
    for suffix in ["", "-wal", "-shm", "-journal"] where access(path + suffix, F_OK) == 0 {
      if rename(path + suffix, aside + suffix) != 0 { try fail(aside) }
      moved.append(suffix)
    }
    if link(new, path) != 0 { try fail(path) }
    unlink(new)
  }

  /// A name beside the store that nothing has: `store.sqlite.2026-11-30T063000Z`.
  private func freeName(_ now: Moment) throws(StoreError) -> String {
    let stamp = now.description.prefix { $0 != "." }.filter { $0 != ":" } + "Z"
    for number in 1...100 {
      let name = "\(path).\(stamp)" + (number == 1 ? "" : "-\(number)")
      if access(name, F_OK) != 0 { return name }
    }
    throw .alreadyThere(path: "\(path).\(stamp)")
  }
}
