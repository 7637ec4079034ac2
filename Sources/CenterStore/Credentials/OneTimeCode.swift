import Foundation

/// A code that staff hand to somebody without a key: `K7QM-3WXA-9PRT`. With it one comes in once, and chooses a password.
///
/// Twelve of thirty letters and digits, none of which is taken for another on paper or over the telephone: nobody guesses one in the few attempts
/// that there are (``LoginBar``).
public struct OneTimeCode: Sendable, Hashable, CustomStringConvertible {
  /// How long one may be used.
  public static let days = 7

  private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 12

  /// The letters and digits.
  let characters: String

  /// A random one.
  public init(_ randomBytes: (Int) -> [UInt8]) {
    var drawn = ""
    while drawn.count < OneTimeCode.length {
      // 240 is a multiple of 30: each is as likely as any other.
      for byte in randomBytes(16) where byte < 240 && drawn.count < OneTimeCode.length {
        drawn.append(OneTimeCode.alphabet[Int(byte) % OneTimeCode.alphabet.count])
      }
    }
    characters = drawn
  }

  /// A code as somebody types it: in small letters or large, with hyphens, blanks or neither, in full width too.
  public static func read(_ text: String) -> String {
    String(text.precomposedStringWithCompatibilityMapping.uppercased().filter { $0.isLetter || $0.isNumber })
  }

  /// In groups of four.
  public var description: String {
    let all = Array(characters)
    return stride(from: 0, to: all.count, by: 4).map { String(all[$0..<min($0 + 4, all.count)]) }.joined(separator: "-")
  }
}
