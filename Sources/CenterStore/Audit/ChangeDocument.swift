/// What a link of the chain says of what changed, taken apart (``Change``).
public struct ChangeDocument: Sendable, Hashable {
  /// A field, with the value that it had and the one that it has; `nil` where the object was not there.
  public struct Field: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What it was.
    public let before: String?
    /// What it is.
    public let after: String?
  }

  /// The object: `sheet/2026/CODE/LOGIN`.
  public private(set) var object = ""
  /// The fields of the object, in their order; empty for a link over many rows.
  public private(set) var fields: [Field] = []
  /// What a link over many rows says of them: file, numbers, root.
  public private(set) var facts: [(name: String, value: String)] = []

  /// Reads a document; what is none gives what could be read of it.
  public init(_ document: String) {
    var reader = Reader(document)
    var (before, after): ([(String, String)], [(String, String)]) = ([], [])
    if reader.take("[") {
      // A new center of a large import: its code, and the values of ``CenterRecord/fieldNames``.
      object = reader.string() ?? ""
      for name in CenterRecord.fieldNames {
        guard reader.take(","), let value = reader.string() else { break }
        fields.append(Field(name: name, before: nil, after: value))
      }
      return
    }
    guard reader.take("{") else { return }
    while let name = reader.string(), reader.take(":") {
      switch name {
      case "object": object = reader.string() ?? ""
      case "before": before = reader.object()
      case "after": after = reader.object()
      default: facts.append((name, reader.value()))
      }
      if !reader.take(",") { break }
    }
    let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
    let names = before.map(\.0) + after.map(\.0).filter { old[$0] == nil }
    fields = names.map { Field(name: $0, before: old[$0], after: new[$0]) }
  }

  /// Compares what is told.
  public static func == (left: ChangeDocument, right: ChangeDocument) -> Bool {
    left.object == right.object && left.fields == right.fields && left.facts.elementsEqual(right.facts) { $0 == $1 }
  }
  /// Hashes what is told.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(object)
    hasher.combine(fields)
  }
}

extension ChangeDocument.Field {
  /// The values within a field that holds a document, path by path in their order, each with what it was and what it is where they differ; `nil` for a
  /// field that holds none.
  public var parts: [ChangeDocument.Field]? {
    func paths(_ text: String?) -> [String: String]? {
      guard let text, text.first == "{" || text.first == "[" else { return nil }
      return try? JSONText.paths(text)
    }
    let (old, new) = (paths(before), paths(after))
    if old == nil && new == nil { return nil }
    return Set(old?.keys.map { $0 } ?? []).union(new?.keys.map { $0 } ?? []).sorted().compactMap { path in
      let (before, after) = (old?[path], new?[path])
      return before == after ? nil : ChangeDocument.Field(name: path, before: before, after: after)
    }
  }
}

extension ChangeDocument {
  /// Reads the few forms of JSON in which the chain is written, in the order in which they stand there.
  private struct Reader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
      place += 1
      return true
    }

    /// A string, `nil` where none stands.
    mutating func string() -> String? {
      guard take("\"") else { return nil }
      var text: [UInt8] = []
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        guard bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count else {
          text.append(bytes[place])
          place += 1
          continue
        }
        switch bytes[place + 1] {
        case UInt8(ascii: "n"): text.append(0x0A)
        // Only controls are written so; a tab parts what is told of somebody, the others are no matter of what people read.
        case UInt8(ascii: "u"):
          if bytes[(place + 2)...].starts(with: Array("0009".utf8)) { text.append(0x09) }
          place += 4
        case let byte: text.append(byte)
        }
        place += 2
      }
      place += 1
      return String(decoding: text, as: UTF8.self)
    }

    /// The fields of an object of strings; none for `null`.
    mutating func object() -> [(String, String)] {
      var fields: [(String, String)] = []
      guard take("{") else {
        _ = value()
        return []
      }
      while let name = string(), take(":") {
        fields.append((name, string() ?? value()))
        if !take(",") { break }
      }
      _ = take("}")
      return fields
    }

    /// Anything, as it is written; of a list its strings.
    mutating func value() -> String {
      if let text = string() { return text }
      if take("[") {
        var items: [String] = []
        while let item = string() {
          items.append(item)
          if !take(",") { break }
        }
        _ = take("]")
        return items.joined(separator: ", ")
      }
      let start = place
      while place < bytes.count, ![UInt8(ascii: ","), UInt8(ascii: "}")].contains(bytes[place]) { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
  }
}
