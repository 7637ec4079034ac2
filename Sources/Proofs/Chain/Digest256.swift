import Crypto
import Regulation

/// A SHA-256 digest, and its hexadecimal form.
public struct Digest256: Sendable, Hashable, CodedAsText {
  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// What stands before the first link.
  public static let zero = Digest256(trusted: [UInt8](repeating: 0, count: 32))

  private init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// A digest read back from a store; `nil` unless it has 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// A digest read from its hexadecimal form.
  public init?(_ text: String) { self.init(hex: text) }

  /// A digest read from 64 hexadecimal digits, in capitals or not.
  public init?(hex: String) {
    guard let bytes = Hex.bytes(hex.lowercased()), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The digest of some pieces, one after the other.
  public init(of pieces: [UInt8]...) {
    var hash = SHA256()
    for piece in pieces { hash.update(data: piece) }
    bytes = Array(hash.finalize())
  }

  /// Sixty-four hexadecimal digits in lower case.
  public var description: String { Hex.string(of: bytes) }

  /// The digest of a text's UTF-8.
  public init(ofText text: String) { self.init(of: Array(text.utf8)) }
}

/// Bytes as hexadecimal digits, by a table: `String(format:)` costs a hundred times as much.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two digits a byte, in lower case.
  public static func string(of bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      var index = 0
      for byte in bytes {
        buffer[index] = digits[Int(byte >> 4)]
        buffer[index + 1] = digits[Int(byte & 15)]
        index += 2
      }
      return index
    }
  }
}

extension Hex {
  /// The bytes of some digits in lower case; `nil` for anything else.
  public static func bytes(_ digits: String) -> [UInt8]? {
    let values = digits.utf8.map { digit -> UInt8 in
      switch digit {
      case 0x30...0x39: digit - 0x30
      case 0x61...0x66: digit - 0x57
      default: 0xFF
      }
    }
    guard values.count % 2 == 0, !values.contains(0xFF) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }
}
