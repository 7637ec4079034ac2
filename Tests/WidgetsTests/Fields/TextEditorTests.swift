import Testing

@testable import Widgets

@Suite struct TextEditorTests {
  @Test(
    "keys edit a line",
    arguments: [
      // Typing.
      ("|", "\"ab\"", "ab|"), ("a|c", "\"b\"", "ab|c"), ("中|文", "\"国\"", "中国|文"), ("a[bc|]d", "\"x\"", "ax|d"), ("[|中文]", "\"x\"", "x|"),
      ("e|", "\"\u{301}\"", "e\u{301}|"), ("e|x", "\"\u{301}\"", "e\u{301}|x"), ("|", "\"\u{301}\"", "\u{301}|"),
      ("ab|", "\"_c\"", "ab c|"),
      ("👨|", "\"\u{200D}\" \"👩\"", "👨\u{200D}👩|"), ("🇨|", "\"🇳\"", "🇨🇳|"), ("a|", "\u{7} \u{9B} \u{202E}", "a|"), ("|", "\"８．５\"", "８．５|"),
      // Erasing.
      ("ab|c", "back", "a|c"), ("|abc", "back", "|abc"), ("中文|", "back", "中|"), ("e\u{301}|x", "back", "|x"), ("👨\u{200D}👩|", "back", "|"),
      ("a[bc|]d", "back", "a|d"), ("a[bc|]d", "del", "a|d"), ("a|bc", "del", "a|c"), ("abc|", "del", "abc|"), ("|中文", "del", "|文"),
      ("ab|c", "^h", "a|c"), ("a|bc", "^d", "a|c"), ("a|e\u{301}b", "del", "a|b"), ("a[|bc]d", "^w", "a|d"),
      // Moving.
      ("ab|c", "left", "a|bc"), ("|abc", "left", "|abc"), ("ab|c", "right", "abc|"), ("abc|", "right", "abc|"), ("ab|c", "home", "|abc"),
      ("ab|c", "end", "abc|"), ("ab|c", "^a", "|abc"), ("ab|c", "^e", "abc|"), ("e\u{301}|", "left", "|e\u{301}"), ("中|文", "right", "中文|"),
      ("ab|c", "^b ^b ^b ^f", "a|bc"), ("a[bc|]d", "left", "a|bcd"), ("a[|bc]d", "right", "abc|d"), ("a[bc|]d", "home", "|abcd"),
      // Words.
      ("ab cd|", "C-left", "ab |cd"), ("ab cd|", "C-left C-left", "|ab cd"), ("|ab cd", "C-right", "ab |cd"),
      ("|ab, cd", "C-right", "ab|, cd"),
      ("|激光，切割", "C-right", "激光|，切割"), ("激光，切割|", "A-b", "激光，|切割"), ("激光GRDB|", "C-left", "激光|GRDB"), ("|ab  ", "A-f", "ab  |"),
      ("  |", "C-left", "|  "), ("ab cd|", "^w", "ab |"), ("ab cd  |", "^w", "ab |"), ("激光，|", "^w", "激光|"), ("|ab cd", "A-d", "|cd"),
      ("ab cd|", "A-back", "ab |"), ("|激光 切割", "C-del", "|切割"), ("|", "^w", "|"), ("|", "A-d", "|"), ("8.5|", "C-left", "8.|5"),
      // Ends of the line.
      ("ab|cd", "^k", "ab|"), ("ab|cd", "^u", "|cd"), ("ab|", "^k", "ab|"), ("|ab", "^u", "|ab"), ("a[b|]cd", "^k", "ab|"),
      ("a[|b]cd", "^u", "|bcd"),
      // Selecting.
      ("a|bc", "S-right", "a[b|]c"), ("a|bc", "S-right S-left", "a|bc"), ("ab|c", "S-left S-left", "[|ab]c"), ("a|bc", "S-end", "a[bc|]"),
      ("ab|c", "S-home", "[|ab]c"), ("ab cd|", "S-C-left", "ab [|cd]"), ("a|b", "A-a", "[ab|]"), ("|", "A-a", "|"),
      ("a|b", "A-a back", "|"),
      ("a|b", "A-a \"x\"", "x|"), ("中|文字", "S-right \"国\"", "中国|字"), ("a[b|]c", "S-right", "a[bc|]"), ("abc|", "S-right", "abc|"),
      // Undoing.
      ("|", "\"abc\" ^_", "|"), ("|", "\"abc\" ^_ ^y", "abc|"), ("|", "\"ab_cd\" ^_", "ab |"), ("|", "\"ab_cd\" ^_ ^_", "|"),
      ("|", "\"ab\" left \"c\" ^_", "a|b"), ("abc|", "back back ^_", "abc|"), ("abc|", "back \"x\" ^_", "ab|"),
      ("a[b|]c", "\"x\" ^_", "a[b|]c"),
      ("ab|", "^u ^_", "ab|"), ("ab|", "^_", "ab|"), ("ab|", "^y", "ab|"), ("|", "\"a\" ^_ \"b\" ^y", "b|"), ("e|", "\"\u{301}\" ^_", "e|"),
      ("🇨|", "\"🇳\" ^_", "🇨|"), ("e\u{301}|x", "back ^_", "e\u{301}|x"), ("|", "\"中文\" A-u", "|"), ("ab|c", "^k \"x\" ^_ ^_", "ab|c"),
      // What is not a field's.
      ("ab|", "up", "ab|"), ("ab|", "tab", "ab|"), ("ab|", "f2", "ab|"), ("ab|", "enter", "ab|"), ("ab|", "^z", "ab|"),
      ("ab|", "A-x", "ab|"),
    ] as [(String, String, String)])
  func line(before: String, keys: String, after: String) {
    var editor = MarkedText.editor(before)
    for key in MarkedText.keys(keys) { _ = editor.handle(key) }
    #expect(MarkedText.marked(editor) == after)
  }

  @Test(
    "keys edit lines that are wrapped at a width",
    arguments: [
      ("ab¶cd|", 9, "up", "ab|¶cd"), ("ab¶c|d", 9, "up", "a|b¶cd"), ("a|b¶cd", 9, "down", "ab¶c|d"), ("a|b¶cd", 9, "up", "|ab¶cd"),
      ("ab¶c|d", 9, "down", "ab¶cd|"), ("abcd|¶x¶abcd", 9, "down down", "abcd¶x¶abcd|"), ("abc|d¶x¶abcd", 9, "down up", "abc|d¶x¶abcd"),
      ("abc|d¶x¶abcd", 9, "down left down", "abcd¶x¶|abcd"), ("中文字|符", 4, "up", "中|文字符"), ("中文|字符", 4, "up", "|中文字符"),
      ("中|文字符", 4, "down", "中文字|符"), ("a中|文¶中文", 9, "down", "a中文¶中|文"), ("ab|¶", 9, "down", "ab¶|"), ("ab¶|", 9, "up", "|ab¶"),
      ("a|bc def", 4, "end \"x\"", "abc x|def"), ("中|文字符", 4, "end \"x\"", "中文x|字符"), ("中文字|符", 4, "home", "中文|字符"),
      ("中文|字符", 4, "home", "中文|字符"), ("中|文字符", 4, "end home", "|中文字符"), ("中|文字符", 4, "end down", "中文字符|"),
      ("a|b", 9, "enter", "a¶|b"), ("a¶|b", 9, "back", "a|b"), ("a|¶b", 9, "del", "a|b"), ("a|¶b", 9, "^k", "a|b"),
      ("a¶|b", 9, "^u", "a|b"),
      ("ab|cd¶ef", 9, "^k", "ab|¶ef"), ("ab¶cd|ef", 9, "^u", "ab¶|ef"), ("ab|¶cd", 9, "S-down", "ab[¶cd|]"),
      ("a|b¶cd", 9, "S-down back", "a|d"),
      ("ab¶cd|", 9, "C-home", "|ab¶cd"), ("|ab¶cd", 9, "C-end", "ab¶cd|"), ("|a¶b¶c¶d¶e", 9, "pgdn", "a¶b¶c¶|d¶e"),
      ("a¶b¶c¶d¶e|", 9, "pgup", "a¶b|¶c¶d¶e"),
      ("ab|¶cd", 9, "right", "ab¶|cd"), ("|", 9, "enter enter ^_", "¶|"), ("|", 9, "\"ab\" enter \"cd\" ^_", "ab¶|"),
      ("ab¶|¶cd", 9, "up", "|ab¶¶cd"),
      ("ab¶cd|", 9, "S-up S-up", "[|ab¶cd]"), ("中文，|字", 4, "up", "中|文，字"),
    ] as [(String, Int, String, String)])
  func area(before: String, columns: Int, keys: String, after: String) {
    var editor = MarkedText.editor(before, isMultiline: true)
    let breaker = LineBreaker(measure: TextMeasure(), columns: columns)
    for key in MarkedText.keys(keys) { _ = editor.handle(key, breaker: breaker, page: 3) }
    #expect(MarkedText.marked(editor) == after)
  }

  @Test(
    "pasted text comes in without what could harm",
    arguments: [
      ("a|b", false, "xy", "axy|b"), ("a[b|]c", false, "中文", "a中文|c"), ("|", false, "a\nb", "a b|"), ("|", false, "a\r\nb\n", "a b|"),
      ("|", true, "a\r\nb\n", "a¶b¶|"), ("|", false, "a\tb", "a b|"), ("|", false, "\u{1B}[2Jx\u{7}", "x|"),
      ("|", true, "\u{1B}[1;31m红\u{1B}[0m色\u{1B}", "红色|"), ("|", false, "\u{1B}[", "|"), ("|", false, "\u{1B}[中", "中|"),
      ("|", false, "a\u{202E}b", "ab|"),
      ("a|", false, "", "a|"), ("a|", false, "\u{1B}", "a|"), ("e|", false, "\u{301}x", "e\u{301}x|"), ("a[b|]c", false, "", "a[b|]c"),
    ])
  func pasting(before: String, isMultiline: Bool, text: String, after: String) {
    var editor = MarkedText.editor(before, isMultiline: isMultiline)
    _ = editor.handle(paste: text)
    #expect(MarkedText.marked(editor) == after)
    if editor.undo() { #expect(MarkedText.marked(editor) == before) }
  }

  @Test("a rule of the owner decides what of a pasted text is taken")
  func pasteRule() {
    var editor = TextEditor()
    #expect(editor.handle(paste: "a1b2") { $0.filter(\.isNumber) } == .changed)
    #expect(editor.text == "12")
    #expect(editor.handle(paste: "ab") { $0.filter(\.isNumber) } == .refused)
  }

  @Test("a huge text and a character of countless marks are pasted only as far as they are wanted")
  func hugePaste() {
    var editor = TextEditor(limit: 100)
    #expect(editor.handle(paste: String(repeating: "中", count: 1_000_000)) == .changed)
    #expect(editor.characters.count == 100)
    editor.replaceAll(with: "")
    _ = editor.handle(paste: "e" + String(repeating: "\u{301}", count: 100_000) + "x")
    #expect(editor.characters.count == 2)
    #expect(editor.text.unicodeScalars.count == 33)
  }

  @Test("a full text takes no more, but a mark over what is there")
  func limit() {
    var editor = TextEditor("ab", limit: 3)
    #expect(editor.insert("cde") == .changed)
    #expect(editor.text == "abc")
    #expect(editor.insert("d") == .refused)
    #expect(editor.handle(.character("\u{301}")) == .changed)
    #expect(editor.characters.count == 3)
    editor.selectAll()
    #expect(editor.insert("xyz1") == .changed)
    #expect(editor.text == "xyz")
  }

  @Test("a key that can do nothing says so")
  func outcomes() {
    var editor = TextEditor("a")
    #expect(editor.handle(KeyPress(.right)) == .refused)
    #expect(editor.handle(KeyPress(.left)) == .moved)
    #expect(editor.handle(KeyPress(.left)) == .refused)
    #expect(editor.handle(KeyPress(.backspace)) == .refused)
    #expect(editor.handle(KeyPress(.delete)) == .changed)
    #expect(editor.handle(KeyPress(.tab)) == .ignored)
    #expect(editor.handle(.control("s")) == .ignored)
    #expect(editor.handle(KeyPress(.function(2))) == .ignored)
  }

  @Test("whatever is done, the characters are those of the text, and undoing all gives the first text", arguments: 1...40)
  func property(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let start = random.text(upTo: 8)
    var editor = TextEditor(start, isMultiline: true, limit: 60)
    let breaker = LineBreaker(measure: TextMeasure(), columns: 7)
    let names = "left right up down home end S-left S-right S-up S-down C-left C-right back del ^k ^u ^w A-d enter ^_ ^y A-a pgup pgdn"
    let keys = MarkedText.keys(names)
    for _ in 0..<150 {
      if Bool.random(using: &random) {
        for character in random.text(upTo: 3) { _ = editor.handle(.character(character), breaker: breaker) }
      } else if let key = keys.randomElement(using: &random) {
        _ = editor.handle(key, breaker: breaker, page: 2)
      }
      #expect(editor.characters == Array(editor.text))
      #expect((0...editor.characters.count).contains(editor.caret))
      #expect(editor.anchor.map { (0...editor.characters.count).contains($0) } ?? true)
    }
    let (end, wasUndone) = (editor.text, editor.canRedo)
    while editor.undo() {}
    #expect(editor.text == start)
    while editor.redo() {}
    #expect(editor.characters == Array(editor.text))
    if !wasUndone { #expect(editor.text == end) }
  }
}
