/// The mark that keeps a spreadsheet from taking a text for a formula.
///
/// A text that starts with `=`, `+`, `-`, `@` or `'` is written with one `'` before it; reading takes exactly one `'` away. So
/// every text comes back as it was.
public enum FormulaGuard {
  /// The text as it is written into a cell.
  public static func marked(_ text: String) -> String {
    switch text.utf8.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x27: "'" + text
    default: text
    }
  }

  /// The text that a cell holds.
  public static func unmarked(_ cell: String) -> String {
    cell.utf8.first == 0x27 ? String(cell.unicodeScalars.dropFirst()) : cell
  }
}
