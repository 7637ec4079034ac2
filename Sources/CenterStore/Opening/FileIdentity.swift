import Glibc
import Wording

/// Which file stands at a path: the device and the number that the file system knows it by.
///
/// A store whose file is deleted or replaced can still be written to, and all of it is lost when the last process lets go of it. So every
/// operation looks whether its file is still in its place before anything is called saved.
struct FileIdentity: Sendable, Hashable {
  private let device: dev_t
  private let number: ino_t

  /// The file at a path; `nil` where none can be found.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    number = status.st_ino
  }

  /// The regular file at a path.
  ///
  /// - Throws: ``StoreError/noFile(path:)``, ``StoreError/unreadable(path:reason:)``, and ``StoreError/notAStore(path:)`` for folders,
  ///   pipes and devices.
  static func require(_ path: String) throws(StoreError) -> FileIdentity {
    var status = stat()
    guard stat(path, &status) == 0, let identity = FileIdentity(path) else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .noFile(path: path) : .unreadable(path: path, reason: SystemReason.phrase(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAStore(path: path) }
    if access(path, R_OK) != 0 { throw .unreadable(path: path, reason: SystemReason.phrase(errno)) }
    return identity
  }
}
