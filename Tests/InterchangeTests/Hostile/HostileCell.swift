import Testing

/// A text that a file may hold and that would do harm where it is not met with care.
struct HostileCell: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  /// What is refused wherever it stands: it steers a terminal, or turns the direction of writing.
  static let refused = [
    cell("a control sequence", "甲\u{1B}[2J"), cell("the title of the window", "甲\u{1B}]0;x\u{7}"),
    cell("the clipboard", "\u{1B}]52;c;eA==\u{1B}\\甲"), cell("a device control string", "甲\u{1B}P$q\u{1B}\\乙"),
    cell("controls", "甲\u{8}\u{B}\u{E}乙"), cell("a NUL", "甲\u{0}乙"), cell("DEL", "甲\u{7F}乙"),
    cell("controls beyond ASCII", "甲\u{9B}2J\u{9D}0;x\u{9C}"),
    cell("embedding and override", "甲\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}乙"), cell("isolates", "甲\u{2066}\u{2067}\u{2068}\u{2069}乙"),
    cell("direction marks", "甲\u{61C}\u{200E}\u{200F}乙"), cell("separators of lines", "甲\u{2028}\u{2029}乙"),
    cell("tags", "甲\u{E0041}\u{E007F}乙"),
    cell("too long", String(repeating: "长", count: 10_001)), cell("ten million bytes", String(repeating: "x", count: 10_000_000)),
    cell("one character of a hundred thousand marks", "e" + String(repeating: "\u{301}", count: 100_000) + "\u{202E}"),
  ]

  /// What is a text like any other where a text may stand: it must come back as it was, and harm nothing on its way.
  static let lawful = [
    cell("an equals sign", "=HYPERLINK(\"http://x\",\"甲\")"), cell("a command", "=cmd|' /C calc'!A1"), cell("a plus sign", "+1+1"),
    cell("a minus sign", "-2+3"), cell("an at sign", "@SUM(A1)"), cell("an apostrophe", "'=1+1"), cell("two of them", "''"),
    cell("full-width signs", "＝１＋１"), cell("a full-width at sign", "＠SUM"), cell("a full-width minus sign", "－１"),
    cell("a full-width plus sign", "＋１"),
    cell("a formula behind a blank", "甲 =1+1"), cell("quotation marks and a comma", "\",\"=1+1"),
    cell("a statement", "'); DROP TABLE user; --"),
    cell("another statement", "\" OR 1=1 --"), cell("a pattern", "%_*?[a-z]"), cell("formats", "%s%n%1$999999999d%@"),
    cell("a shell", "$(id)`id`; rm -rf ~ | x > y"), cell("a path", "../../../etc/passwd"), cell("a backslash", "\\u001b[2J\\n"),
    cell("no width", "甲\u{200B}\u{200D}\u{2060}乙"), cell("a page", "<script>alert(1)</script>"), cell("JSON", "\"}],\"x\":[{\""),
  ]

  private static func cell(_ name: String, _ text: String) -> HostileCell { HostileCell(testDescription: name, text: text) }

  /// Whether a spreadsheet would take a cell of a file for a formula.
  static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    return "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
  }

  /// The first thing in a text that a terminal would obey.
  static func harm(in text: String) -> String? {
    text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }
}
