import TableFiles

/// The texts that cells share, one after the other in one piece of memory.
struct SharedTexts: Sendable {
  /// The most bytes of all texts.
  static let limit = 48 << 20

  private(set) var bytes: [UInt8] = []
  /// Where each ends.
  private(set) var ends: [UInt32] = []
  /// The places of those that are longer than a cell can hold, and were cut.
  private(set) var cut: Set<Int> = []

  /// Reads a part.
  static func read(_ part: ZipPart?) throws(WorkbookFault) -> SharedTexts {
    guard let part else { return SharedTexts() }
    let reader = SharedTextReader(part.name)
    try XMLStream.walk(part, reader)
    return reader.texts
  }

  /// Adds a text.
  mutating func append(_ text: [UInt8], isCut: Bool) {
    if isCut { cut.insert(ends.count) }
    bytes += text
    ends.append(UInt32(bytes.count))
  }

  /// The bytes of a text; nil where there are not so many.
  func range(_ place: Int) -> Range<Int>? {
    guard place >= 0, place < ends.count else { return nil }
    return (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
  }
}

private final class SharedTextReader: XMLVisitor {
  private(set) var texts = SharedTexts()
  private var text = CellText()
  private let part: String

  init(_ part: String) { self.part = part }

  func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(WorkbookFault) {
    if depth > 2 { text.begin(name) } else if depth == 2 { text = CellText() }
  }

  func end(_ name: XMLName, depth: Int) throws(WorkbookFault) -> Bool {
    if depth > 2 { text.end(name) }
    guard depth == 2, name == "si" else { return false }
    texts.append(text.resolved, isCut: text.isCut)
    if texts.bytes.count + texts.ends.count * 4 > SharedTexts.limit { throw .tooLarge(part: part, limit: SharedTexts.limit) }
    return false
  }

  func text(_ bytes: UnsafeRawBufferPointer) { text.append(bytes) }
}
