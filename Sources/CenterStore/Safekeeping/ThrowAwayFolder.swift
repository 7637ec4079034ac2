import Foundation
import Glibc
import Wording

/// A folder for a store that goes away when its desk closes. A file in it is locked as long as the process lives, so that what a process left that was
/// killed is known, and taken away by whoever comes next.
public struct ThrowAwayFolder: Sendable {
  /// Where it is.
  public let url: URL
  private let lock: FileLock

  /// Makes a folder, readable for this account alone.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:reason:)``.
  public init(in parent: URL, prefix: String) throws(StoreError) {
    url = parent.appendingPathComponent(prefix + UUID().uuidString)
    if mkdir(url.path, 0o700) != 0 { throw .cannotCreate(path: url.path, reason: SystemReason.phrase(errno)) }
    guard let lock = try FileLock(ThrowAwayFolder.lockFile(of: url), waits: false) else {
      throw .cannotCreate(path: url.path, reason: SystemReason.phrase(EWOULDBLOCK))
    }
    self.lock = lock
  }

  /// Where the store lies.
  public var store: String { url.appendingPathComponent("store.sqlite").path }

  /// Takes the folder away.
  public func leave() {
    try? FileManager.default.removeItem(at: url)
    lock.release()
  }

  /// Takes away what nobody holds any more.
  ///
  /// - Returns: how many folders are held.
  public static func sweep(_ parent: URL, prefix: String) throws(StoreError) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    var held = 0
    for name in names where name.hasPrefix(prefix) {
      let folder = parent.appendingPathComponent(name)
      if let lock = try FileLock(lockFile(of: folder), waits: false) {
        try? FileManager.default.removeItem(at: folder)
        lock.release()
      } else {
        held += 1
      }
    }
    return held
  }

  private static func lockFile(of folder: URL) -> String { folder.appendingPathComponent("lock").path }
}

/// A lock on a file, which ends with the process that holds it.
public struct FileLock: Sendable {
  private let descriptor: CInt

  /// Takes it.
  ///
  /// - Parameter waits: whether to wait until whoever holds it lets go.
  /// - Returns: `nil` where somebody else holds it.
  /// - Throws: ``StoreError/cannotCreate(path:reason:)`` where the file cannot be made.
  public init?(_ path: String, waits: Bool) throws(StoreError) {
    let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .cannotCreate(path: path, reason: SystemReason.phrase(errno)) }
    while flock(opened, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      close(opened)
      return nil
    }
    descriptor = opened
  }

  /// Lets go.
  public func release() { close(descriptor) }
}
