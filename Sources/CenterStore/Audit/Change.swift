import Proofs

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
    var bytes: [UInt8] = []
    bytes.appendChange(object: object, before: before, after: after)
    document = String(decoding: bytes, as: UTF8.self)
  }

  /// Many rows changed at once: their number, and the root of a Merkle tree over their documents (``RowTree``).
  ///
  /// - Parameter columns: the names of the fields of those rows that are kept as an array of values (``Swift/Array/appendNew(_:)``).
  public init(object: String, facts: Fields = [], columns: [String] = [], rows: Int, root: Digest256) {
    var bytes = Array("{\"object\":".utf8)
    bytes.appendJSON(object)
    if !columns.isEmpty {
      bytes += ",\"columns\":".utf8
      bytes.appendArray(columns)
    }
    for fact in facts {
      bytes.append(0x2C)
      bytes.appendJSON(fact.name)
      bytes.append(0x3A)
      bytes.appendJSON(fact.value)
    }
    bytes += ",\"rows\":\(rows),\"root\":\"\(root)\"}".utf8
    document = String(decoding: bytes, as: UTF8.self)
  }

  /// Compares the documents.
  public static func == (left: Change, right: Change) -> Bool { left.document == right.document }
  /// Hashes the document.
  public func hash(into hasher: inout Hasher) { hasher.combine(document) }
}

extension [UInt8] {
  /// Appends the document of one object that changed.
  mutating func appendChange(object: String, before: Change.Fields?, after: Change.Fields?) {
    append(plain: "{\"object\":")
    appendJSON(object)
    append(plain: ",\"before\":")
    appendJSON(before)
    append(plain: ",\"after\":")
    appendJSON(after)
    append(0x7D)
  }

  /// Appends the document of a center that is new, where many are: its code and the values of ``CenterRecord/fieldNames`` as an array. The names
  /// of the fields, which would be longer than the values, stand once in the link's document.
  mutating func appendNew(_ center: CenterCells) {
    append(plain: "[\"center/")
    appendEscaped(center.code)
    appendNext(center.name)
    appendNext(center.host)
    appendNext(word: center.hostKind.rawValue)
    appendNext(center.coBuilders ?? [])
    appendNext(center.department)
    appendNext(center.field)
    appendNext(center.certifiedOn)
    appendNext(word: (center.status ?? .active).rawValue)
    appendNext(center.director)
    appendNext(center.formerNames ?? [])
    append(plain: "\"]")
  }

  /// Ends the string before and appends a further one, without its end.
  private mutating func appendNext(_ text: CenterCells.Bytes?) {
    append(plain: "\",\"")
    if let text { appendEscaped(text) }
  }

  /// Appends a list as files write it.
  private mutating func appendNext(_ list: [CenterCells.Bytes]) {
    append(plain: "\",\"")
    for (place, text) in list.enumerated() {
      if place > 0 { append(0x3B) }
      appendEscaped(text)
    }
  }

  /// Appends a word that holds nothing to escape.
  private mutating func appendNext(word: String) {
    append(plain: "\",\"")
    append(contentsOf: word.utf8)
  }

  /// Appends a JSON array of strings.
  mutating func appendArray(_ texts: [String]) {
    append(0x5B)
    for (place, text) in texts.enumerated() {
      if place > 0 { append(0x2C) }
      appendJSON(text)
    }
    append(0x5D)
  }

  /// Appends a JSON string.
  mutating func appendJSON(_ text: String) {
    append(0x22)
    appendEscaped(text)
    append(0x22)
  }

  private mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped(UnsafeRawBufferPointer($0)) }
  }

  private mutating func appendEscaped(_ text: UnsafeRawBufferPointer) {
    // Hardly any text holds what must be escaped, so it is taken over as a whole.
    if !EscapeScan.needsEscape(text) { return append(contentsOf: text) }
    for byte in text {
      switch byte {
      case 0x22: append(plain: "\\\"")
      case 0x5C: append(plain: "\\\\")
      case 0x0A: append(plain: "\\n")
      case 0..<0x20: append(contentsOf: ("\\u00" + Hex.string(of: CollectionOfOne(byte))).utf8)
      default: append(byte)
      }
    }
  }

  /// Appends a JSON object of strings, or `null`.
  mutating func appendJSON(_ fields: Change.Fields?) {
    guard let fields else { return append(plain: "null") }
    append(0x7B)
    var first = true
    for field in fields {
      if !first { append(0x2C) }
      first = false
      appendJSON(field.name)
      append(0x3A)
      appendJSON(field.value)
    }
    append(0x7D)
  }

  private mutating func append(plain text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension Change {
  /// Whether two states of an object are the same.
  static func same(_ left: Fields, _ right: Fields) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.name == $1.name && $0.value == $1.value }
  }
}

/// Whether a text can stand in a JSON string as it is, told eight bytes at a time.
enum EscapeScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Whether any byte is a control, a quotation mark or a backslash.
  static func needsEscape(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // The top bit of a byte below 0x20, or of one that became zero, is set by the subtraction and was not set before.
      let (quote, backslash) = (word ^ (0x22 &* ones), word ^ (0x5C &* ones))
      let found = ((word &- 0x20 &* ones) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      if found & tops != 0 { return true }
      place &+= 8
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return true }
      place &+= 1
    }
    return false
  }
}
