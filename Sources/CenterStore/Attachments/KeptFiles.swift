import Crypto
import Glibc
import Wording

/// The files that are kept beside a store, each under its digest: `STORE.files/ab/abcd…`, so that none is there twice and a file that was
/// altered does not answer to its name.
struct KeptFiles {
  let folder: String

  /// Where the file of a digest lies, or would lie.
  func path(of digest: Digest256) -> String {
    let name = digest.description
    return "\(folder)/\(name.prefix(2))/\(name)"
  }

  /// How many bytes the file of a digest has; `nil` where it is not kept.
  func size(of digest: Digest256) -> Int? {
    var status = stat()
    guard lstat(path(of: digest), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The largest file that is kept: a scan of some hundred pages has a tenth of it.
  static let largest = 256 << 20

  /// Whether this is a plain file that goes by one name: another name of it could stand in a folder that nobody here may read.
  static func isPlain(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1 }

  /// Why a file could not be opened.
  static func failure(_ path: String, _ error: Int32) -> StoreError {
    error == ENOENT || error == ENOTDIR ? .noFile(path: path) : .unreadable(path: path, reason: SystemReason.phrase(error))
  }

  /// Opens a file to be kept; the caller closes it.
  static func opened(_ path: String) throws(StoreError) -> Int32 {
    let source = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard source >= 0 else { throw failure(path, errno) }
    return source
  }

  /// Takes a copy of an open file; it is on disk, whole, when this returns.
  ///
  /// - Parameter path: what an error calls it.
  /// - Returns: also whether it did not lie there before.
  func keep(_ source: Int32, named path: String) throws(StoreError) -> (digest: Digest256, size: Int, isFresh: Bool) {
    try KeptFiles.check(source, path)
    try make(folder)
    let temporary = "\(folder)/\(UInt64.random(in: 0...UInt64.max)).part"
    let target = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw .cannotCreate(path: temporary, reason: SystemReason.phrase(errno)) }
    defer {
      close(target)
      unlink(temporary)
    }
    let (digest, size) = try KeptFiles.copy(source, named: path, to: target, named: temporary)
    guard fsync(target) == 0 else { throw .io(path: temporary, reason: SystemReason.phrase(errno)) }
    let place = self.path(of: digest)
    let parent = String(place.prefix(folder.utf8.count + 3))
    try make(parent)
    let isFresh = self.size(of: digest) == nil
    guard rename(temporary, place) == 0 else { throw .cannotCreate(path: place, reason: SystemReason.phrase(errno)) }
    for folder in [parent, folder] { KeptFiles.sync(folder) }
    return (digest, size, isFresh)
  }

  /// The digest of the file that lies under a digest; `nil` where none does or it cannot be read.
  func digest(at digest: Digest256) throws(StoreError) -> Digest256? {
    let path = path(of: digest)
    let source = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard source >= 0 else { return nil }
    defer { close(source) }
    return try KeptFiles.read(source, path) { _ in }.digest
  }

  /// Digest and size of an open file.
  static func digest(of source: Int32, named path: String) throws(StoreError) -> (digest: Digest256, size: Int) {
    try check(source, path)
    return try read(source, path) { _ in }
  }

  /// The bytes of an open file.
  ///
  /// - Throws: ``StoreError/unreadable(path:reason:)`` where it has more than so many.
  static func bytes(of source: Int32, named path: String, limit: Int) throws(StoreError) -> [UInt8] {
    try check(source, path)
    var bytes: [UInt8] = []
    _ = try read(source, path) { piece throws(StoreError) in
      if bytes.count + piece.count > limit {
        throw .unreadable(path: path, reason: Phrase(zh: "文件大于 \(limit >> 20) MiB", en: "it has more than \(limit >> 20) MiB"))
      }
      bytes += piece
    }
    return bytes
  }

  /// Copies an open file into another one.
  static func copy(
    _ source: Int32, named path: String, to target: Int32, named place: String
  ) throws(StoreError) -> (digest: Digest256, size: Int) {
    try read(source, path) { piece throws(StoreError) in
      var rest = piece
      while !rest.isEmpty {
        let written = Glibc.write(target, rest.baseAddress, rest.count)
        if written < 0, errno != EINTR { throw .io(path: place, reason: SystemReason.phrase(errno)) }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, written)))
      }
    }
  }

  private static func check(_ source: Int32, _ path: String) throws(StoreError) {
    var status = stat()
    guard fstat(source, &status) == 0, isPlain(status) else {
      throw .unreadable(path: path, reason: Phrase(zh: "不是普通文件，或另有硬链接", en: "it is no plain file, or goes by more than one name"))
    }
    if status.st_size > largest { throw tooLarge(path) }
  }

  private static func tooLarge(_ path: String) -> StoreError {
    .unreadable(
      path: path, reason: Phrase(zh: "文件大于 \(largest >> 20) MiB，不予保存", en: "it has more than \(largest >> 20) MiB, which are not kept"))
  }

  private func make(_ folder: String) throws(StoreError) {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw .cannotCreate(path: folder, reason: SystemReason.phrase(errno))
    }
  }

  /// A new name in a folder is on disk once the folder is.
  /// Has what a folder names on disk.
  static func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func read(
    _ source: Int32, _ path: String, _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(StoreError) -> (digest: Digest256, size: Int) {
    var hash = SHA256()
    var size = 0
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = Glibc.read(source, piece.baseAddress, piece.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: SystemReason.phrase(errno))
      }
      // A file may grow while it is read.
      if size + count > largest { throw tooLarge(path) }
      let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
      hash.update(bufferPointer: bytes)
      try body(bytes)
      size += count
    }
    guard let digest = Digest256(bytes: Array(hash.finalize())) else { throw .io(path: path, reason: .internalFault) }
    return (digest, size)
  }
}

extension CenterStore {
  /// The files that are kept beside the store.
  var keptFiles: KeptFiles { KeptFiles(folder: path + ".files") }
}
