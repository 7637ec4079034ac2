/// A list inside one cell.
public enum CellList {
  /// How the entries of a list stand in one cell.
  public enum Separator: Sendable, Hashable {
    /// `;` between entries; the full-width `；` is read as well.
    case semicolon
    /// One entry a line.
    case line

    func separates(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .semicolon: scalar == ";" || scalar == "；"
      case .line: scalar == "\n" || scalar == "\r"
      }
    }

    var written: String { self == .semicolon ? ";" : "\n" }
  }

  /// The entries of a cell, trimmed; empty ones are passed over.
  public static func split(_ cell: String, by separator: Separator = .semicolon) -> [String] {
    // Most lists have one entry, and are looked through byte by byte.
    if separator == .semicolon, !mayHoldSemicolon(cell) {
      let entry = Blanks.trimmed(cell)
      return entry.isEmpty ? [] : [entry]
    }
    return cell.unicodeScalars.split(whereSeparator: separator.separates).map { Blanks.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// The entries of a cell with `;` between them, as they lie there; nil where one of them is empty or has blanks around it, or where a full-width
  /// `；` stands: such a cell must be split as text.
  public static func plainEntries(_ cell: UnsafeRawBufferPointer) -> [UnsafeRawBufferPointer]? {
    guard let base = cell.baseAddress, !cell.isEmpty else { return [] }
    var entries: [UnsafeRawBufferPointer] = []
    var start = 0
    for place in 0...cell.count {
      if place < cell.count {
        if cell[place] == 0x9B, place >= 2, cell[place - 1] == 0xBC, cell[place - 2] == 0xEF { return nil }
        if cell[place] != 0x3B { continue }
      }
      let entry = UnsafeRawBufferPointer(start: base + start, count: place - start)
      if Blanks.trimmed(0..<entry.count, of: base + start) != 0..<entry.count || entry.isEmpty { return nil }
      entries.append(entry)
      start = place + 1
    }
    return entries
  }

  private static func mayHoldSemicolon(_ cell: String) -> Bool {
    cell.utf8.withContiguousStorageIfAvailable { bytes in
      // `；` is EF BC 9B.
      bytes.indices.contains { bytes[$0] == 0x3B || (bytes[$0] == 0x9B && $0 >= 2 && bytes[$0 - 1] == 0xBC && bytes[$0 - 2] == 0xEF) }
    } ?? true
  }

  /// The cell of a list.
  public static func joined(_ entries: [String], by separator: Separator = .semicolon) -> String {
    entries.joined(separator: separator.written)
  }

  /// Whether an entry can stand in a cell and come back: it holds no separator.
  public static func isLawful(_ entry: String, by separator: Separator = .semicolon) -> Bool {
    !entry.unicodeScalars.contains(where: separator.separates)
  }
}
