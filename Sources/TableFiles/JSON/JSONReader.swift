/// Reads JSON strictly (RFC 8259): repeated names, lone surrogates and deep nesting are errors, numbers keep their digits.
///
///     let document = try JSONReader.read(FileBytes.open(argument).text())
///     let staff = document["fixed_staff"]?.number
public struct JSONReader: Sendable {
  /// How deep arrays and objects may lie in one another, unless a caller says otherwise.
  public static let depthLimit = 64
  /// How many values one document, or one element of an array that is read piece by piece, may hold: each takes memory many times its own length.
  static let valueLimit = 4_000_000

  let source: FileBytes
  let begin: Int
  let end: Int
  var place: Int
  private let depthLimit: Int
  /// How many more values are taken.
  private var valuesLeft = JSONReader.valueLimit

  init(_ text: UTF8Text, depthLimit: Int = JSONReader.depthLimit) {
    source = text.source
    begin = text.range.lowerBound
    end = text.range.upperBound
    place = begin
    self.depthLimit = depthLimit
  }

  /// Reads a text that holds one document and nothing else.
  public static func read(_ text: UTF8Text, depthLimit: Int = JSONReader.depthLimit) throws(JSONError) -> JSONValue {
    var reader = JSONReader(text, depthLimit: depthLimit)
    let value = try reader.value(depth: 0)
    try reader.finish()
    return value
  }

  /// Reads a text that holds one document and nothing else.
  public static func read(_ text: String, depthLimit: Int = JSONReader.depthLimit) throws(JSONError) -> JSONValue {
    try read(UTF8Text(text), depthLimit: depthLimit)
  }

  /// Makes sure that nothing follows.
  mutating func finish() throws(JSONError) {
    skipBlanks()
    if place < end { throw error(.textAfterEnd) }
  }

  /// The next element of an array that is read piece by piece.
  mutating func element() throws(JSONError) -> JSONValue {
    valuesLeft = JSONReader.valueLimit
    return try value(depth: 1)
  }

  /// The next value.
  mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    guard place < end else { throw error(.endsEarly) }
    if valuesLeft == 0 { throw error(.tooMany(JSONReader.valueLimit)) }
    valuesLeft -= 1
    switch byte(place) {
    case 0x22: return .string(try string())
    case 0x5B: return try array(depth: depth)
    case 0x7B: return try object(depth: depth)
    case 0x2D, 0x2B, 0x2E, 0x30...0x39: return .number(try number())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: throw error(.expected(.value))
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    if depth >= depthLimit { throw error(.tooDeep(depthLimit)) }
    place += 1
    var elements: [JSONValue] = []
    if take(0x5D) { return .array(elements) }
    while true {
      do { elements.append(try value(depth: depth + 1)) } catch { throw error.inside("[\(elements.count)]") }
      if take(0x5D) { return .array(elements) }
      if !take(0x2C) { throw error(place < end ? .expected(.commaOrBracket) : .endsEarly) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    if depth >= depthLimit { throw error(.tooDeep(depthLimit)) }
    place += 1
    var members: [JSONObject.Member] = []
    var names = NameSet()
    if take(0x7D) { return .object(JSONObject()) }
    while true {
      skipBlanks()
      let start = place
      guard place < end else { throw error(.endsEarly) }
      guard byte(place) == 0x22 else { throw error(.expected(.key)) }
      let key = try string()
      if !names.insert(key, into: members) { throw error(.repeatedKey(SafeExcerpt(key)), at: start) }
      if !take(0x3A) { throw error(place < end ? .expected(.colon) : .endsEarly) }
      do { members.append(JSONObject.Member(key, try value(depth: depth + 1))) } catch { throw error.inside(key) }
      if take(0x7D) { return .object(JSONObject(unique: members)) }
      if !take(0x2C) { throw error(place < end ? .expected(.commaOrBrace) : .endsEarly) }
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let start = place
    for distance in 0..<word.utf8CodeUnitCount {
      guard place < end else { throw error(.endsEarly) }
      guard byte(place) == word.utf8Start[distance] else { throw error(.expected(.value), at: start) }
      place += 1
    }
    return value
  }

  private mutating func number() throws(JSONError) -> String {
    let start = place
    func digits() -> Int {
      let first = place
      while place < end, (0x30...0x39).contains(byte(place)) { place += 1 }
      return place - first
    }
    if byte(place) == 0x2D { place += 1 }
    let isZero = place < end && byte(place) == 0x30
    let whole = digits()
    if whole == 0 || (isZero && whole > 1) { throw error(.number, at: start) }
    if place < end, byte(place) == 0x2E {
      place += 1
      if digits() == 0 { throw error(.number, at: start) }
    }
    if place < end, byte(place) | 0x20 == 0x65 {
      place += 1
      if place < end, byte(place) == 0x2B || byte(place) == 0x2D { place += 1 }
      if digits() == 0 { throw error(.number, at: start) }
    }
    // `0x1F`, `1_000` and `1.2.3` would else be reported as a missing comma.
    if place < end, JSONReader.continuesWord(byte(place)) { throw error(.number, at: start) }
    return text(start..<place)
  }

  private static func continuesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2B, 0x2D: true
    default: false
    }
  }

  // MARK: Bytes

  func byte(_ place: Int) -> UInt8 { source[place] }

  func text(_ range: Range<Int>) -> String { source.withBytes(range) { String(decoding: $0, as: UTF8.self) } }

  mutating func skipBlanks() {
    while place < end {
      switch byte(place) {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }

  /// Takes one sign if it is the next one.
  mutating func take(_ sign: UInt8) -> Bool {
    skipBlanks()
    guard place < end, byte(place) == sign else { return false }
    place += 1
    return true
  }

  func error(_ kind: JSONError.Kind, at where: Int? = nil) -> JSONError {
    let target = `where` ?? place
    var line = 1
    var column = 1
    for place in begin..<target {
      let byte = byte(place)
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(kind: kind, line: line, column: column)
  }
}

/// The names of an object that is being read: few are compared one by one, many are hashed.
private struct NameSet {
  private var names: Set<String> = []

  /// Whether the name is new; `members` are those before it.
  mutating func insert(_ name: String, into members: [JSONObject.Member]) -> Bool {
    if members.count < 16 { return !members.contains { $0.key == name } }
    if names.isEmpty { names = Set(members.map(\.key)) }
    return names.insert(name).inserted
  }
}
