/// Collects what stands between the brackets of a paste.
struct PasteCollector {
  private static let end = Array("\u{1B}[201~".utf8)

  private let limit: Int
  private var bytes: [UInt8] = []
  /// How many bytes of the closing bracket have come.
  private var matched = 0

  init(limit: Int) { self.limit = limit }

  /// Takes bytes up to the closing bracket.
  ///
  /// - Returns: how many it took, and whether the paste is whole.
  mutating func take(_ piece: ArraySlice<UInt8>) -> (taken: Int, isWhole: Bool) {
    let end = PasteCollector.end
    var place = piece.startIndex
    while place < piece.endIndex {
      if matched == 0 {
        // Nearly all bytes are no Esc: they go over in one stroke.
        let next = piece[place...].firstIndex(of: 0x1B) ?? piece.endIndex
        append(piece[place..<next])
        place = next
        if place == piece.endIndex { break }
      }
      let byte = piece[place]
      if byte == end[matched] {
        matched += 1
        place += 1
        if matched == end.count { return (place - piece.startIndex, true) }
      } else {
        // No closing bracket after all; only its first byte can begin another one.
        append(end[..<matched])
        matched = 0
      }
    }
    return (piece.count, false)
  }

  /// The end does not come: what there is.
  mutating func abandon() -> String {
    append(PasteCollector.end[..<matched])
    matched = 0
    return text
  }

  private mutating func append(_ piece: ArraySlice<UInt8>) { bytes.append(contentsOf: piece.prefix(max(0, limit - bytes.count))) }

  /// What was pasted; terminals send a carriage return for each line break, which is undone here.
  var text: String {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        clean.append(0x0A)
      } else if byte != 0x0A || last != 0x0D {
        clean.append(byte)
      }
      last = byte
    }
    return String(decoding: clean, as: UTF8.self)
  }
}
