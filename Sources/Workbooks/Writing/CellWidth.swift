/// How wide a text is in a sheet, in digits: characters of China, Japan and Korea, and the full-width forms, take two.
enum CellWidth {
  /// The width of the widest line of a text.
  static func of(_ text: String) -> Int {
    var widest = 0
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: width = 0
      case 0x300...0x36F, 0xFE00...0xFE0F, 0x200B...0x200D: break
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x2014, 0x2018...0x201D, 0x2026, 0x20000...0x3FFFD:
        width += 2
      default: width += 1
      }
      widest = max(widest, width)
    }
    return widest
  }
}
