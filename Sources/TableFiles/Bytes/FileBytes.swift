import Glibc

/// The bytes of a file, whole and unchanging, and the name by which messages call it.
///
/// They are read to the end and held, never mapped: whoever saves or cuts the file meanwhile disturbs nothing. Pipes and standard input are read as
/// well.
///
///     let file = try FileBytes.open(argument)   // "-" is standard input
///     let text = try file.text()
public final class FileBytes: Sendable {
  /// The most bytes of a file that are taken, unless a caller says otherwise: 1 GiB.
  public static let fileLimit = 1 << 30
  /// The most bytes of standard input or a pipe that are taken, unless a caller says otherwise: 256 MiB.
  public static let streamLimit = 1 << 28

  /// What messages call the file.
  public let name: String
  private let bytes: [UInt8]

  /// How many bytes there are.
  public var count: Int { bytes.count }

  /// Bytes that are there already.
  public init(_ bytes: some Collection<UInt8>, name: String) {
    self.name = name
    self.bytes = Array(bytes)
  }

  /// The file that an argument of the command line names; `-` is standard input.
  public static func open(_ argument: String, limit: Int = FileBytes.fileLimit) throws(FileError) -> FileBytes {
    if argument == "-" { return try FileBytes(reading: STDIN_FILENO, name: "-", limit: min(limit, streamLimit)) }
    return try FileBytes(contentsOf: argument, limit: limit)
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
    // Files under /proc say that they are empty, so a size is only a hint.
    case S_IFREG where size > 0: try self.init(reading: descriptor, name: path, limit: limit, expecting: size)
    default: try self.init(reading: descriptor, name: path, limit: Swift.min(limit, FileBytes.streamLimit), expecting: 0)
    }
  }

  /// What a descriptor gives until its end.
  public convenience init(reading descriptor: Int32, name: String, limit: Int = FileBytes.streamLimit) throws(FileError) {
    try self.init(reading: descriptor, name: name, limit: limit, expecting: 0)
  }

  private init(reading descriptor: Int32, name: String, limit: Int, expecting size: Int) throws(FileError) {
    self.name = name
    var bytes: [UInt8] = []
    var room = size
    while true {
      // One byte more than expected, so that the end is met in the first piece; of a stream, ever larger pieces.
      room = Swift.min(bytes.isEmpty && room > 0 ? room + 1 : Swift.max(bytes.count, 1 << 16), limit + 1 - bytes.count)
      let (piece, reason) = FileBytes.piece(of: descriptor, upTo: room)
      if let reason { throw reason == EISDIR ? .folder(name) : .unreadable(name, reason: reason) }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count > limit { throw .tooLarge(name, limit: limit) }
      if piece.count < room { break }
    }
    self.bytes = bytes
  }

  /// What a descriptor gives until there are so many bytes or no more; the reason where it gives none.
  private static func piece(of descriptor: Int32, upTo room: Int) -> (bytes: [UInt8], reason: Int32?) {
    var reason: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room, let start = buffer.baseAddress {
        let got = read(descriptor, start + count, room - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          reason = errno
          return
        }
      }
    }
    return (bytes, reason)
  }

  /// Whether it begins as a zip archive does, of which form `.xlsx` is one.
  public var isArchive: Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) }

  /// Whether it begins as documents of Office from before 2007 do, and those that a password keeps closed since.
  public var isOldOffice: Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

  /// Whether it is a document of Office that a password keeps closed: one of the old form that holds a packed one.
  public var isLockedOffice: Bool {
    isOldOffice && withBytes { ByteSearch.occurs("EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }, in: $0) }
  }

  /// Lends the bytes.
  public func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try bytes.withUnsafeBufferPointer { bytes throws(E) in try body(UnsafeRawBufferPointer(bytes)) }
  }

  /// Lends some of the bytes.
  func withBytes<R, E: Error>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try withBytes { bytes throws(E) in try body(UnsafeRawBufferPointer(rebasing: bytes[range])) }
  }

  /// Lends the address of the first byte, by which places are counted; of no bytes, one that must not be read.
  @inline(__always)
  func withBase<R, E: Error>(_ body: (UnsafeRawPointer) throws(E) -> R) throws(E) -> R {
    try bytes.withUnsafeBufferPointer { bytes throws(E) in
      guard let base = bytes.baseAddress else { preconditionFailure("an array has an address, also an empty one") }
      return try body(UnsafeRawPointer(base))
    }
  }

  /// A byte by its place.
  subscript(place: Int) -> UInt8 { bytes[place] }
}
