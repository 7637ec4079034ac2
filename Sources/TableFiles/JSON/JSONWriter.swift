/// Writes JSON: members in their order, UTF-8 as it is, and escapes only where JSON demands them. The same value is always the
/// same bytes.
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
      guard utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
        bytes.append(contentsOf: utf8)
        return
      }
      for byte in utf8 {
        switch byte {
        case 0x22: bytes += [0x5C, 0x22]
        case 0x5C: bytes += [0x5C, 0x5C]
        case 0x0A: bytes += [0x5C, 0x6E]
        case 0x0D: bytes += [0x5C, 0x72]
        case 0x09: bytes += [0x5C, 0x74]
        case 0x08: bytes += [0x5C, 0x62]
        case 0x0C: bytes += [0x5C, 0x66]
        case 0x00..<0x20: bytes += "\\u00".utf8 + [0x30 + byte >> 4, JSONWriter.digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(0x22)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
