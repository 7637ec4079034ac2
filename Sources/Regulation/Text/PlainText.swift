import Foundation
import Wording

/// Text from outside that is safe to show, to store and to write into other people's files.
///
/// A record can only hold text of this kind. It holds no control character (C0, C1, DEL), no bidirectional control and no line
/// separator that a terminal or a spreadsheet might act on; it is in Unicode's normal form C, trimmed at both ends, and at most
/// ``PlainText/limit`` characters long. Line breaks (`\n`) are lawful where ``Shape/paragraphs`` is asked for.
public struct PlainText: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The longest lawful text, in characters.
  public static let limit = 10_000

  /// Whether line breaks are lawful.
  public enum Shape: Sendable {
    /// One line: names, codes, titles.
    case line
    /// Several lines: comments, notes, texts.
    case paragraphs
  }

  /// The text itself.
  public let string: String

  /// The empty text.
  public static let empty = PlainText(unchecked: "")

  /// Whether nothing is written.
  public var isEmpty: Bool { string.isEmpty }
  /// The text itself.
  public var description: String { string }

  private init(unchecked string: String) { self.string = string }

  /// Takes text from outside.
  ///
  /// - Throws: ``PlainTextError`` for what could harm a reader; nothing is silently taken away but blanks at both ends.
  public init(_ raw: String, _ shape: Shape = .line) throws(PlainTextError) {
    if PlainText.isCommon(raw, withFullWidth: true) {
      string = raw
      return
    }
    var simple = true
    var count = 0
    for scalar in raw.unicodeScalars {
      count += 1
      if scalar.value >= 0x300, !(0x3000...0x9FFF).contains(scalar.value), !(0xFF01...0xFF5E).contains(scalar.value) { simple = false }
      if let harm = PlainText.harm(of: scalar, shape) { throw .forbidden(scalar: scalar.value, harm) }
      if (0x3099...0x309A).contains(scalar.value) { simple = false }
    }
    // A character is at least one scalar, so the cheap count decides most cases.
    if count > PlainText.limit, raw.count > PlainText.limit { throw .tooLong(characters: raw.count) }
    var text = raw
    if !simple { text = text.precomposedStringWithCanonicalMapping }
    if raw.utf8.contains(0x0D) { text = PlainText.withLineFeeds(text) }
    self.string = PlainText.trimmed(text)
  }

  /// A text that this program wrote itself.
  ///
  /// - Precondition: the text is lawful; a literal that is not ends the program at once, in a test.
  public init(literal: StaticString) {
    let text = String(describing: literal)
    precondition(!text.unicodeScalars.contains { PlainText.harm(of: $0, .paragraphs) != nil })
    self.string = text
  }

  /// Compares by scalars, the order in which exports are written.
  public static func < (left: PlainText, right: PlainText) -> Bool { left.string.utf8.lexicographicallyPrecedes(right.string.utf8) }

  /// Whether a text is nothing but printable ASCII and Han characters, without a blank at an end: harmless in every shape, and its own
  /// normal form. Most texts are, and files hold a million of them, so the bytes are looked at instead of the scalars.
  ///
  /// - Parameter fullWidth: whether full-width letters, digits and signs are common too, as the brackets of many names. They are harmless and their
  ///   own form C, but not their own form KC.
  static func isCommon(_ text: String, withFullWidth fullWidth: Bool = false) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isCommon(UnsafeRawBufferPointer($0), withFullWidth: fullWidth) } ?? false
  }

  /// Whether a text is lawful as it stands, told from its bytes alone, so that large files need no strings. It is so of nearly all texts, and of
  /// none that ``init(_:_:)`` would change or refuse; where it cannot be told, the answer is no.
  ///
  /// - Precondition: the bytes are UTF-8.
  public static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool { isCommon(text, withFullWidth: true) }

  private static func isCommon(_ bytes: UnsafeRawBufferPointer, withFullWidth fullWidth: Bool) -> Bool {
    if bytes.count > PlainText.limit { return false }
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first == 0x20 || last == 0x20 { return false }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return false }
        index &+= 1
      } else if byte >= 0xE4, byte <= 0xE9 {
        // Three bytes: U+4000 to U+9FFF.
        index &+= 3
      } else if fullWidth, byte == 0xEF, index + 2 < bytes.count, isFullWidth(bytes[index + 1], bytes[index + 2]) {
        index &+= 3
      } else {
        return false
      }
    }
    return true
  }

  /// U+FF01 to U+FF5E, after the first of three bytes.
  private static func isFullWidth(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0xBC ? third >= 0x81 : second == 0xBD && third <= 0x9E
  }

  /// The text with one line feed for each line break, scalar by scalar: to a search for texts, a carriage return with a mark behind it is another
  /// character.
  private static func withLineFeeds(_ text: String) -> String {
    var lines = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" { lines.append("\n") } else if scalar != "\n" || last != "\r" { lines.append(scalar) }
      last = scalar
    }
    return String(lines)
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func harm(of scalar: Unicode.Scalar, _ shape: Shape) -> PlainTextError.Harm? {
    switch scalar.value {
    case 0x0A, 0x0D: shape == .paragraphs ? nil : .lineBreak
    case 0x00...0x1F, 0x7F...0x9F: .control
    case 0x2028, 0x2029: .lineBreak
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .bidirectional
    case 0x206A...0x206F, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F: .control
    default: nil
    }
  }
}

/// Why a text from outside is refused.
public enum PlainTextError: Error, Hashable, Sendable {
  /// What a forbidden character could do.
  public enum Harm: Hashable, Sendable {
    /// A control character or the start of an escape sequence: it could steer a terminal.
    case control
    /// A character that turns the direction of writing: it could make a text read as what it is not.
    case bidirectional
    /// A line break where one line is asked for.
    case lineBreak
  }

  /// A character that is not lawful here.
  case forbidden(scalar: UInt32, Harm)
  /// More than ``PlainText/limit`` characters.
  case tooLong(characters: Int)

  /// What is wrong, and what to do.
  public var phrase: Phrase {
    switch self {
    case .forbidden(let scalar, let harm):
      let code = "U+" + String(scalar, radix: 16, uppercase: true).leftPadded(to: 4)
      return switch harm {
      case .control: Phrase(zh: "含控制字符 \(code)，请删去", en: "holds the control character \(code); take it out")
      case .bidirectional: Phrase(zh: "含改变书写方向的字符 \(code)，请删去", en: "holds \(code), which turns the direction of writing; take it out")
      case .lineBreak: Phrase(zh: "此处只能是一行，请删去换行", en: "must be one line; take the line break out")
      }
    case .tooLong(let characters):
      return Phrase(
        zh: "共 \(characters) 字，超过 \(PlainText.limit) 字，请缩短", en: "has \(characters) characters; shorten it to \(PlainText.limit)")
    }
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    count >= width ? self : String(repeating: "0", count: width - count) + self
  }
}
