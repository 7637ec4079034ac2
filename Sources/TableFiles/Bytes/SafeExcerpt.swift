/// A text from outside, made short and harmless, so that a message may show it.
///
/// Line breaks become blanks; what could steer a terminal or turn the direction of writing is named (`<U+001B>`).
public struct SafeExcerpt: Sendable, Hashable, CustomStringConvertible {
  /// The text that may be shown.
  public let string: String
  /// The text that may be shown.
  public var description: String { string }

  /// Takes the beginning of a text, at most `limit` characters of it.
  public init(_ text: String, limit: Int = 40) {
    var shown = ""
    var taken = 0
    var scalars = 0
    for character in text {
      // One character may carry thousands of marks, so the scalars are counted as well.
      scalars += character.unicodeScalars.count
      if taken == limit || scalars > limit * 4 {
        shown += "…"
        break
      }
      taken += 1
      for scalar in character.unicodeScalars {
        switch scalar.value {
        case 0x0A, 0x0D: if !shown.hasSuffix(" ") { shown += " " }
        case _ where SafeExcerpt.isHarmful(scalar): shown += "<U+" + SafeExcerpt.hexadecimal(scalar.value) + ">"
        default: shown.unicodeScalars.append(scalar)
        }
      }
    }
    string = shown
  }

  /// Whether a scalar may steer what shows it.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
