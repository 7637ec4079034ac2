/// Writes JSON: members in their order, UTF-8 as it is, and escapes only where JSON demands them or a terminal that shows it would be steered. The
/// same value is always the same bytes.
///
///     print(JSONWriter.text(["ok": true, "links": 12, "broken": nil]))
public struct JSONWriter {
  /// How the text is laid out.
  public enum Style: Sendable, Hashable {
    /// Without any blank.
    case compact
    /// One member or element a line, two blanks for each level.
    case pretty
  }

  private let style: Style
  private(set) var bytes: [UInt8] = []

  /// The text of a value, without a line break at its end.
  public static func text(_ value: JSONValue, _ style: Style = .pretty) -> String {
    String(decoding: bytes(value, style), as: UTF8.self)
  }

  /// The UTF-8 of a value, without a line break at its end.
  public static func bytes(_ value: JSONValue, _ style: Style = .pretty) -> [UInt8] {
    var writer = JSONWriter(style)
    writer.write(value, level: 0)
    return writer.bytes
  }

  init(_ style: Style) { self.style = style }

  private mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): JSONWriter.append(text, to: &bytes)
    case .array(let elements):
      bytes.append(0x5B)
      for (place, element) in elements.enumerated() {
        next(place, level: level + 1)
        write(element, level: level + 1)
      }
      close(0x5D, isEmpty: elements.isEmpty, level: level)
    case .object(let object):
      bytes.append(0x7B)
      for (place, member) in object.members.enumerated() {
        next(place, level: level + 1)
        JSONWriter.append(member.key, to: &bytes)
        bytes.append(0x3A)
        if style == .pretty { bytes.append(0x20) }
        write(member.value, level: level + 1)
      }
      close(0x7D, isEmpty: object.members.isEmpty, level: level)
    }
  }

  private mutating func next(_ place: Int, level: Int) {
    if place > 0 { bytes.append(0x2C) }
    breakLine(level: level)
  }

  private mutating func close(_ sign: UInt8, isEmpty: Bool, level: Int) {
    if !isEmpty { breakLine(level: level) }
    bytes.append(sign)
  }

  private mutating func breakLine(level: Int) {
    guard style == .pretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
  }

  /// Appends a string with its quotation marks.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      // Most strings need no escape, as their bytes tell: C2, D8 and E2 begin what could steer a terminal, among much else.
      guard utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else {
        bytes.append(contentsOf: utf8)
        return
      }
      for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\"": bytes += [0x5C, 0x22]
        case "\\": bytes += [0x5C, 0x5C]
        case "\n": bytes += [0x5C, 0x6E]
        case "\r": bytes += [0x5C, 0x72]
        case "\t": bytes += [0x5C, 0x74]
        case "\u{8}": bytes += [0x5C, 0x62]
        case "\u{C}": bytes += [0x5C, 0x66]
        case _ where scalar.value < 0x20 || SafeExcerpt.isHarmful(scalar) && scalar.value < 0x10000:
          bytes += "\\u".utf8 + (0..<4).reversed().map { digits[Int(scalar.value >> (4 * $0) & 15)] }
        default: bytes.append(scalar)
        }
      }
    }
    bytes.append(0x22)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
