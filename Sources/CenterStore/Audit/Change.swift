/// What an act changed: the object, how it stood before and how it stands after. Kept in the chain as one JSON document.
public struct Change: Sendable, Hashable {
  /// The fields of an object, in the order in which they are written.
  public typealias Fields = [(name: String, value: String)]

  /// The document.
  public let document: String

  /// One object changed; `nil` before: it is new; `nil` after: it is gone.
  ///
  /// The object's name is a path: `score/2026/CODE/LOGIN/1.1`.
  public init(object: String, before: Fields? = nil, after: Fields? = nil) {
    var text = "{\"object\":"
    text.appendJSON(object)
    text += ",\"before\":"
    text.appendJSON(before)
    text += ",\"after\":"
    text.appendJSON(after)
    text += "}"
    document = text
  }

  /// Many rows changed at once: their number, and the root of a Merkle tree over their documents (``RowTree``).
  public init(object: String, facts: Fields = [], rows: Int, root: Digest256) {
    var text = "{\"object\":"
    text.appendJSON(object)
    for fact in facts {
      text += ","
      text.appendJSON(fact.name)
      text += ":"
      text.appendJSON(fact.value)
    }
    text += ",\"rows\":\(rows),\"root\":\"\(root)\"}"
    document = text
  }

  /// Compares the documents.
  public static func == (left: Change, right: Change) -> Bool { left.document == right.document }
  /// Hashes the document.
  public func hash(into hasher: inout Hasher) { hasher.combine(document) }
}

extension String {
  /// Appends a JSON string.
  mutating func appendJSON(_ text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        } else {
          unicodeScalars.append(scalar)
        }
      }
    }
    append("\"")
  }

  /// Appends a JSON object of strings, or `null`.
  mutating func appendJSON(_ fields: Change.Fields?) {
    guard let fields else { return append("null") }
    append("{")
    var first = true
    for field in fields {
      if !first { append(",") }
      first = false
      appendJSON(field.name)
      append(":")
      appendJSON(field.value)
    }
    append("}")
  }
}

extension Change {
  /// Whether two states of an object are the same.
  static func same(_ left: Fields, _ right: Fields) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.name == $1.name && $0.value == $1.value }
  }
}
