import Glibc

/// Where written bytes go.
public protocol ByteSink: AnyObject {
  /// Takes bytes, in order.
  func write(_ bytes: [UInt8]) throws(FileError)
  /// All was written.
  func finish() throws(FileError)
}

enum ByteSinkBuffer {
  /// How many bytes a writer gathers before it hands them on.
  static let size = 1 << 16
}

/// Keeps what is written.
public final class MemorySink: ByteSink {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An empty sink.
  public init() {}

  /// Takes bytes, in order.
  public func write(_ more: [UInt8]) { bytes += more }
  /// Nothing is left to do.
  public func finish() {}
}
