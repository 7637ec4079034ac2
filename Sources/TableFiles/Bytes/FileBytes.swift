import Glibc

/// The bytes of a file, whole and unchanging, and the name by which messages call it.
///
/// Small files are read, so that somebody who saves the file meanwhile disturbs nothing; large ones are mapped, so that memory
/// stays bounded. Pipes and standard input are read to their end.
///
///     let file = try FileBytes.open(argument)   // "-" is standard input
///     let text = try file.text()
public final class FileBytes: @unchecked Sendable {
  // Unchecked, because a pointer is not Sendable by itself: this memory is written before `init` ends and only read until `deinit`.

  /// The most bytes of a file that are taken, unless a caller says otherwise: 1 GiB.
  public static let fileLimit = 1 << 30
  /// The most bytes of standard input or a pipe that are taken, unless a caller says otherwise: 256 MiB.
  public static let streamLimit = 1 << 28
  /// Files above this size are mapped: 32 MiB.
  static let mappedFrom = 1 << 25

  /// What messages call the file.
  public let name: String
  /// How many bytes there are.
  public let count: Int

  let base: UnsafeRawPointer
  private let isMapped: Bool

  private init(name: String, base: UnsafeRawPointer, count: Int, isMapped: Bool) {
    self.name = name
    self.base = base
    self.count = count
    self.isMapped = isMapped
  }

  deinit {
    if isMapped { munmap(UnsafeMutableRawPointer(mutating: base), count) } else { base.deallocate() }
  }

  /// Bytes that are there already.
  public convenience init(_ bytes: some Collection<UInt8>, name: String) {
    let count = bytes.count
    let memory = UnsafeMutableRawPointer.allocate(byteCount: Swift.max(count, 1), alignment: 16)
    UnsafeMutableRawBufferPointer(start: memory, count: count).copyBytes(from: bytes)
    self.init(name: name, base: UnsafeRawPointer(memory), count: count, isMapped: false)
  }

  /// The file that an argument of the command line names; `-` is standard input.
  public static func open(_ argument: String) throws(FileError) -> FileBytes {
    if argument == "-" { return try FileBytes(reading: STDIN_FILENO, name: "-") }
    return try FileBytes(contentsOf: argument)
  }

  /// The bytes of a file; a pipe or a device is read to its end.
  public convenience init(contentsOf path: String, limit: Int = FileBytes.fileLimit) throws(FileError) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing(path) : .unreadable(path, reason: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, reason: errno) }
    let size = Int(status.st_size)
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .folder(path)
    case S_IFREG where size > limit: throw .tooLarge(path, limit: limit)
    case S_IFREG where size > FileBytes.mappedFrom:
      guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
        throw .unreadable(path, reason: errno)
      }
      madvise(base, size, MADV_SEQUENTIAL)
      self.init(name: path, base: UnsafeRawPointer(base), count: size, isMapped: true)
    // Files under /proc say that they are empty, so a size is only a hint.
    default: try self.init(reading: descriptor, name: path, limit: Swift.min(limit, FileBytes.streamLimit), expecting: size)
    }
  }

  /// What a descriptor gives until its end.
  public convenience init(reading descriptor: Int32, name: String, limit: Int = FileBytes.streamLimit) throws(FileError) {
    try self.init(reading: descriptor, name: name, limit: limit, expecting: 0)
  }

  private convenience init(reading descriptor: Int32, name: String, limit: Int, expecting size: Int) throws(FileError) {
    var capacity = Swift.min(Swift.max(size, 0) + 1, limit + 1)
    if size <= 0 { capacity = Swift.min(1 << 16, limit + 1) }
    var memory = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    var count = 0
    while true {
      if count == capacity {
        if capacity > limit {
          memory.deallocate()
          throw .tooLarge(name, limit: limit)
        }
        capacity = Swift.min(capacity * 2, limit + 1)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: memory, byteCount: count)
        memory.deallocate()
        memory = larger
      }
      let got = read(descriptor, memory + count, capacity - count)
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        let reason = errno
        memory.deallocate()
        throw reason == EISDIR ? .folder(name) : .unreadable(name, reason: reason)
      }
    }
    self.init(name: name, base: UnsafeRawPointer(memory), count: count, isMapped: false)
  }

  /// Lends the bytes.
  public func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }
}
