/// A short number that stands for a file or a key, for people to compare: sixteen digits in four groups.
///
/// It is what remains of the first eight bytes of SHA-256, read as one number, after division by 10¹⁶. To find another file of the same number takes some
/// 10¹⁶ tries; where that may be worth somebody's while, compare the digest.
public struct CheckNumber: Sendable, Hashable, CustomStringConvertible {
  /// `0123 4567 8901 2345`.
  public let description: String

  /// The number of a digest.
  public init(_ digest: Digest256) {
    let number = digest.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 10_000_000_000_000_000
    let digits = String(number)
    self.init(Array(String(repeating: "0", count: 16 - digits.count) + digits))
  }

  /// A number as somebody types it: sixteen digits, blanks between them as one likes.
  public init?(_ text: String) {
    let digits = Array(text.filter { !$0.isWhitespace && $0 != "-" })
    guard digits.count == 16, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    self.init(digits)
  }

  private init(_ digits: [Character]) {
    description = stride(from: 0, to: 16, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: " ")
  }

  /// The number of a file.
  public init(ofFile bytes: [UInt8]) { self.init(Digest256(of: bytes)) }

  /// The number of the public half of a key.
  public init(ofKey key: [UInt8]) { self.init(Digest256(of: key)) }
}
