/// Reads a page of a template piece by piece: tags and the text between them.
///
/// It is lenient, since people change templates: what is no tag is text, and what is not closed is no matter.
struct MarkupScanner {
  /// A piece of a page.
  enum Piece: Hashable {
    /// A tag opens: its name in small letters, and its attributes.
    case open(String, [String: String])
    /// A tag closes; one that closes itself opens and closes.
    case close(String)
    /// Text, with its entities resolved and its blanks as they stand.
    case text(String)
  }

  private var rest: Substring
  private var pending: [Piece] = []

  init(_ page: String) { rest = page[...] }

  /// The next piece; `nil` at the end.
  mutating func next() -> Piece? {
    if !pending.isEmpty { return pending.removeFirst() }
    guard !rest.isEmpty else { return nil }
    guard rest.first == "<" else {
      let end = rest.firstIndex(of: "<") ?? rest.endIndex
      defer { rest = rest[end...] }
      return .text(MarkupScanner.resolved(rest[..<end]))
    }
    if rest.hasPrefix("<!--"), let end = rest.range(of: "-->") {
      rest = rest[end.upperBound...]
      return next()
    }
    guard let end = rest.firstIndex(of: ">") else {
      defer { rest = "" }
      return .text(MarkupScanner.resolved(rest))
    }
    let inside = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    return tag(inside)
  }

  private mutating func tag(_ inside: Substring) -> Piece? {
    if inside.first == "!" || inside.first == "?" { return next() }
    if inside.first == "/" { return .close(inside.dropFirst().trimmingSpaces.lowercased()) }
    let closesItself = inside.last == "/"
    let body = closesItself ? inside.dropLast() : inside
    let name = body.prefix { !$0.isWhitespace }.lowercased()
    if closesItself { pending.append(.close(name)) }
    return .open(name, MarkupScanner.attributes(body.dropFirst(name.count)))
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var found: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      let value = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = value.first, quote == "\"" || quote == "'" else { break }
      let inside = value.dropFirst()
      guard let end = inside.firstIndex(of: quote) else { break }
      found[name] = resolved(inside[..<end])
      rest = inside[inside.index(after: end)...]
    }
    return found
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]

  private static func resolved(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var resolved = ""
    var rest = text
    while let sign = rest.firstIndex(of: "&") {
      resolved += rest[..<sign]
      rest = rest[sign...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        resolved.append("&")
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: sign)..<end]
      if let scalar = scalar(name) {
        resolved.unicodeScalars.append(scalar)
      } else {
        resolved += entities[String(name)] ?? String(rest[sign...end])
      }
      rest = rest[rest.index(after: end)...]
    }
    return resolved + rest
  }

  /// What `#20013` or `#x4e2d` stands for.
  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var part = drop(while: \.isWhitespace)
    while part.last?.isWhitespace == true { part.removeLast() }
    return part
  }
}
