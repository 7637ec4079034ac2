import Glibc

/// Writes a file, or to a descriptor that is open already.
///
/// A file appears under its name only when it is whole: it is written beside it and takes its place in ``finish()``. Where that is
/// never called, the old file stays as it was.
public final class FileSink: ByteSink {
  private let name: String
  private var descriptor: Int32
  private var owns = false
  /// The file as it is being written, and the name that it will take.
  private var pending: (temporary: String, target: String)?

  /// Writes to a descriptor that the caller keeps open: standard output.
  public init(descriptor: Int32 = STDOUT_FILENO, name: String = "-") {
    self.descriptor = descriptor
    self.name = name
  }

  /// Makes a file, or replaces the one that has this name; a pipe or a device is written to as it is.
  public init(replacing path: String) throws(FileError) {
    name = path
    owns = true
    descriptor = -1
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw .cannotCreate(path, reason: EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw .cannotCreate(path, reason: errno) }
      return
    }
    // Through a symbolic link the file that it names is replaced, not the link.
    var target = path
    if exists, let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    for _ in 0..<100 {
      let temporary = "\(target).\(UInt32.random(in: 0...UInt32.max)).part"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        if exists { fchmod(descriptor, status.st_mode & 0o777) }
        pending = (temporary, target)
        return
      }
      if errno != EEXIST { break }
    }
    throw .cannotCreate(path, reason: errno)
  }

  deinit {
    if owns, descriptor >= 0 { close(descriptor) }
    if let pending { unlink(pending.temporary) }
  }

  /// Takes bytes, in order.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withUnsafeBufferPointer { bytes throws(FileError) in
      var rest = bytes[...]
      while let start = UnsafeBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let written = Glibc.write(descriptor, start, rest.count)
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if written < 0, errno != EINTR {
          throw .cannotWrite(name, reason: errno)
        }
      }
    }
  }

  /// Brings the file to disk and gives it its name.
  public func finish() throws(FileError) {
    guard owns else { return }
    if let pending {
      if fsync(descriptor) != 0 { throw .cannotWrite(name, reason: errno) }
      if rename(pending.temporary, pending.target) != 0 { throw .cannotWrite(name, reason: errno) }
    }
    pending = nil
    let result = close(descriptor)
    descriptor = -1
    if result != 0 { throw .cannotWrite(name, reason: errno) }
  }
}
