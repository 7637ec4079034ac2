/// The text of a cell as it comes in runs of one or several looks: their texts one after the other, without what only says how they are spoken.
struct CellText {
  /// The most bytes that a cell can hold: 32,767 characters of three bytes.
  static let limit = 98_301

  /// Whether there was more.
  private(set) var isCut = false
  private var bytes: [UInt8] = []
  private var isInText = false
  /// How deep in a phonetic run.
  private var phonetic = 0
  private var hasEscapes = false

  mutating func begin(_ name: XMLName) {
    switch name {
    case "rPh": phonetic += 1
    case "t": isInText = phonetic == 0
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "rPh": phonetic -= 1
    case "t": isInText = false
    default: break
    }
  }

  mutating func append(_ piece: UnsafeRawBufferPointer) {
    guard isInText, !isCut else { return }
    if bytes.count + piece.count > CellText.limit {
      isCut = true
      return
    }
    if piece.contains(0x5F) { hasEscapes = true }
    bytes += piece
  }

  /// Notes that there is more than a cell can hold.
  mutating func cut() { isCut = true }

  /// The bytes (UTF-8), with what the format writes as `_x000D_` as the character that it stands for.
  var resolved: [UInt8] { hasEscapes ? CellText.unescaped(bytes) : bytes }

  /// `_x000D_` stands for a character that XML cannot hold, and `_x005F_` for the line before what only looks like that.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if let scalar = escape(bytes, at: place) {
        out += Array(String(Character(scalar)).utf8)
        place += 7
      } else {
        out.append(bytes[place])
        place += 1
      }
    }
    return out
  }

  /// Whether an escape stands at a place.
  static func isEscape(_ bytes: [UInt8], at place: Int) -> Bool { escape(bytes, at: place) != nil }

  private static func escape(_ bytes: [UInt8], at place: Int) -> Unicode.Scalar? {
    guard place + 7 <= bytes.count, bytes[place] == 0x5F, bytes[place + 1] == 0x78, bytes[place + 6] == 0x5F else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(place + 2)..<(place + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value * 16 + UInt32(digit)
    }
    // No text holds NUL, and halves of a pair are no characters.
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
