/// What stands between the cells of a CSV file.
public enum CSVSeparator: UInt8, Sendable, Hashable, CaseIterable {
  /// The standard's comma.
  case comma = 0x2C
  /// What Excel writes where the region's decimal sign is a comma.
  case semicolon = 0x3B
  /// What Excel writes as "Unicode text", and what a copied table has.
  case tab = 0x09

  /// The separator that the header, the first row that is not blank, uses most outside quotation marks; a comma where none occurs.
  public static func detected(in text: UTF8Text) -> CSVSeparator {
    text.withBytes { bytes in
      var counts: [UInt8: Int] = [:]
      var isQuoted = false
      var sawText = false
      for byte in bytes {
        if byte == 0x22 { isQuoted.toggle() }
        if isQuoted { continue }
        if byte == 0x0A || byte == 0x0D {
          if sawText { break }
          counts.removeAll()
        } else if CSVSeparator(rawValue: byte) != nil {
          counts[byte, default: 0] += 1
        } else if byte != 0x20 {
          sawText = true
        }
      }
      return allCases.max { counts[$0.rawValue, default: 0] < counts[$1.rawValue, default: 0] }
        .flatMap { best in allCases.first { counts[$0.rawValue, default: 0] == counts[best.rawValue, default: 0] } } ?? .comma
    }
  }
}
