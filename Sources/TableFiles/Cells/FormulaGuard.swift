/// The mark that keeps a spreadsheet from taking a text for a formula.
///
/// A text that starts with `=`, `+`, `-`, `@` or `'` is written with one `'` before it, and so is one that starts with a full-width `＝`, `＋`, `－` or
/// `＠`, which a spreadsheet in Chinese takes for the same; reading takes exactly one `'` away. So every text comes back as it was.
public enum FormulaGuard {
  /// The text as it is written into a cell.
  public static func marked(_ text: String) -> String {
    switch text.utf8.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x27: "'" + text
    // The first byte of the full-width signs.
    case 0xEF where "＝＋－＠".unicodeScalars.contains(text.unicodeScalars.first ?? " "): "'" + text
    default: text
    }
  }

  /// The text that a cell holds.
  public static func unmarked(_ cell: String) -> String {
    cell.utf8.first == 0x27 ? String(cell.unicodeScalars.dropFirst()) : cell
  }
}
