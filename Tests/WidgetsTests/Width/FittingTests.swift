import Testing

@testable import Widgets

@Suite struct FittingTests {
  private let narrow = TextMeasure()
  private let wide = TextMeasure(ambiguousIsWide: true)

  @Test(
    "A text that is cut inside keeps both ends, and no character is cut in half",
    arguments: [
      ("沧州市管道防腐一", 16, "沧州市管道防腐一"), ("沧州市管道防腐一", 15, "沧州市管…防腐一"), ("沧州市管道防腐一", 12, "沧州市…腐一"),
      ("abcdefgh", 7, "abc…fgh"), ("abcdefgh", 4, "abc…"), ("", 0, ""),
    ])
  func cutInside(text: String, columns: Int, shown: String) {
    let measure = TextMeasure()
    #expect(measure.truncatedInside(text, to: columns) == shown)
    #expect(measure.columns(of: measure.truncatedInside(text, to: columns)) <= columns)
  }

  @Test(
    "a text that is too wide is cut before a character, with an ellipsis",
    arguments: [
      ("激光切割", 8, "激光切割", "激光切割"), ("激光切割", 7, "激光切…", "激光.."), ("激光切割", 6, "激光…", "激光.."), ("激光切割", 5, "激光…", "激.."),
      ("激光切割", 3, "激…", ".."), ("激光切割", 2, "…", ".."), ("激光切割", 1, "…", "."), ("激光切割", 0, "", ""), ("abc", 2, "a…", ".."),
      ("", 0, "", ""), ("“激光”", 6, "“激光”", "“激.."), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", ".."),
    ])
  func truncating(text: String, columns: Int, shown: String, shownWide: String) {
    #expect(narrow.truncated(text, to: columns) == shown)
    #expect(wide.truncated(text, to: columns) == shownWide)
  }

  @Test(
    "a padded text has exactly its width",
    arguments: [
      ("85", 5, TextAlignment.right, "   85"), ("85", 5, .left, "85   "), ("85", 5, .center, " 85  "), ("中文", 5, .right, " 中文"),
      ("中文字", 5, .left, "中文…"), ("中文字", 4, .right, " 中…"), ("a", 0, .left, ""),
    ])
  func padding(text: String, columns: Int, alignment: TextAlignment, shown: String) {
    #expect(narrow.padded(text, to: columns, alignment) == shown)
  }

  @Test(
    "lines break where Chinese and Latin may",
    arguments: [
      ("中文字符", 4, ["中文", "字符"]), ("中文字符", 5, ["中文", "字符"]), ("中文，字符", 4, ["中", "文，", "字符"]), ("中文字，符", 6, ["中文", "字，符"]),
      ("中文（字符）", 6, ["中文", "（字", "符）"]), ("hello world", 5, ["hello", "world"]), ("hello world", 7, ["hello", "world"]),
      ("hello world", 11, ["hello world"]), ("hello", 3, ["hel", "lo"]), ("ab hello", 4, ["ab", "hell", "o"]), ("", 4, [""]),
      ("a\nb", 4, ["a", "b"]),
      ("a\n", 4, ["a", ""]), ("\n", 4, ["", ""]), ("a\r\nb", 4, ["a", "b"]), ("中", 1, ["中"]), ("中文", 1, ["中", "文"]),
      ("用GRDB存", 6, ["用GRDB", "存"]),
      ("用GRDB存", 5, ["用", "GRDB", "存"]), ("”””””", 2, ["””", "””", "”"]), ("ab    cd", 3, ["ab", "cd"]), ("得分85.5分", 8, ["得分85.5", "分"]),
      ("得分85.5分", 6, ["得分", "85.5分"]), ("他说“好”。", 5, ["他说", "“好”", "。"]), ("他说“好”。", 6, ["他说", "“好”。"]),
    ] as [(String, Int, [String])])
  func wrapping(text: String, columns: Int, lines: [String]) {
    #expect(narrow.wrapped(text, to: columns) == lines)
  }

  @Test(
    "wrapping loses nothing but blanks and keeps every line within its width",
    arguments: [TextMeasure(), TextMeasure(ambiguousIsWide: true)])
  func property(measure: TextMeasure) {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 24)
      let columns = Int.random(in: 1...12, using: &random)
      let lines = measure.wrapped(text, to: columns)
      let visible = { (text: String) in text.unicodeScalars.filter { $0 != " " && $0 != "\u{200D}" }.map(String.init) }
      #expect(visible(lines.joined()) == visible(text))
      for line in lines where line.count > 1 { #expect(measure.columns(of: line) <= columns) }
    }
  }
}
