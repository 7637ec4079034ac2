import GRDB
import Glibc

/// Why a disk takes nothing, where SQLite says no more than that writing failed: a quota that is used up, or a file system that became read-only, is no
/// fault of the disk.
enum DiskCause {
  /// Runs work that writes, or opens a store to write: SQLite makes the log and its index then.
  ///
  /// - Throws: ``StoreError/full(path:)`` or ``StoreError/readOnly(path:)`` where that was the cause.
  static func naming<T>(_ path: String, _ work: () throws -> T) throws -> T {
    do { return try work() } catch let error as DatabaseError where [.SQLITE_IOERR, .SQLITE_CANTOPEN].contains(error.resultCode) {
      switch cause(beside: path) {
      case ENOSPC, EDQUOT, EFBIG: throw StoreError.full(path: path)
      case EROFS where error.resultCode == .SQLITE_IOERR: throw StoreError.readOnly(path: path)
      default: throw error
      }
    }
  }

  /// What the system says to a small file beside the store; 0 where it takes one.
  private static func cause(beside path: String) -> Int32 {
    let place = path + ".probe-\(getpid())"
    let descriptor = open(place, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return errno }
    defer {
      close(descriptor)
      unlink(place)
    }
    let bytes = [UInt8](repeating: 0, count: 65_536)
    let written = write(descriptor, bytes, bytes.count)
    if written < 0 { return errno }
    if written < bytes.count { return ENOSPC }
    return fsync(descriptor) == 0 ? 0 : errno
  }
}
