import TableFiles
import Wording

/// The cells of one row as they are read: their texts one after the other.
struct SheetRow {
  /// The most bytes of a row.
  static let limit = 8 << 20

  /// Its number; the first of a sheet is 1.
  let number: Int
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  private(set) var faults: [CellFault] = []

  init(number: Int) { self.number = number }

  /// The place after the last cell.
  var width: Int { ends.count }

  /// Whether nothing stands in it.
  var isBlank: Bool { faults.isEmpty && bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } }

  /// Adds empty cells up to a place.
  mutating func pad(to width: Int) {
    while ends.count < width { ends.append(bytes.count) }
  }

  /// Adds a cell at the end.
  mutating func append(_ text: some Collection<UInt8>) {
    bytes += text
    ends.append(bytes.count)
  }

  /// Adds a cell from which nothing can be taken.
  mutating func append(faulty value: String, _ message: Phrase) {
    faults.append(CellFault(place: ends.count, value: value, message: message))
    ends.append(bytes.count)
  }

  /// The bytes of a cell.
  func bytes(at place: Int) -> ArraySlice<UInt8> {
    place < ends.count ? bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]] : []
  }

  /// Lays a text over a cell that has none.
  mutating func put(_ text: [UInt8], at place: Int) {
    pad(to: place + 1)
    guard bytes(at: place).isEmpty, !text.isEmpty, !faults.contains(where: { $0.place == place }) else { return }
    bytes.insert(contentsOf: text, at: ends[place])
    for later in place..<ends.count { ends[later] += text.count }
  }
}
