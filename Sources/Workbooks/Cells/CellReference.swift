/// The place of a cell as a sheet names it: `E5`. Rows count from 1, columns from 0.
struct CellReference: Hashable, Sendable {
  /// How many columns a sheet has.
  static let columns = 16_384
  /// How many rows a sheet has.
  static let rows = 1_048_576

  let row: Int
  let column: Int

  /// Reads a reference; nil for none, or for a place that no sheet has.
  init?(_ text: UnsafePointer<CChar>) {
    var place = text
    var column = 0
    while let letter = CellReference.letter(place.pointee) {
      column = column * 26 + letter
      if column > CellReference.columns { return nil }
      place += 1
    }
    guard column > 0, let row = CellReference.number(place), row <= CellReference.rows else { return nil }
    self.row = row
    self.column = column - 1
  }

  /// A whole number above 0 that a file writes; nil for any other text.
  static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var place = text
    var number = 0
    while place.pointee >= 0x30, place.pointee <= 0x39, number < 1 << 30 {
      number = number * 10 + Int(place.pointee - 0x30)
      place += 1
    }
    return place.pointee == 0 && number > 0 ? number : nil
  }

  private static func letter(_ byte: CChar) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x40
    case 0x61...0x7A: Int(byte) - 0x60
    default: nil
    }
  }
}
