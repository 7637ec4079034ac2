import Testing

@testable import Widgets

@Suite struct TextFieldTests {
  /// What a field shows in some columns, with `|` where the cursor stands.
  private func picture(_ field: some Field, _ columns: Int, rows: Int = 1, isInHand: Bool = true, _ glyphs: GlyphSet = .unicode) -> [String]
  {
    let canvas = drawn(columns, rows, glyphs) { field.draw(on: &$0, in: $0.area, isInHand: isInHand) }
    #expect((canvas.cursor != nil) == isInHand)
    return (0..<rows).map { row in
      (0..<columns).map { column in
        let place = Position(column: column, row: row)
        return (canvas.cursor == place ? "|" : "") + canvas[place].text
      }.joined()
    }
  }

  @Test(
    "a line that is too long is shown around the insertion point, and no character is cut",
    arguments: [
      ("|", 6, "|      "), ("abc|", 6, "abc|   "), ("abcde|", 6, "abcde| "), ("abcdef|", 6, "def|   "), ("abc|defgh", 6, "abc|def"),
      ("中文|", 6, "中文|  "), ("中文字|", 6, " 字|   "), ("中文字符|", 6, " 字符| "), ("中|文字符", 6, "中|文字"), ("中文|字符", 6, "中文|字"), ("中文字|符", 6, " 字|符 "),
      ("a中文字|符", 6, "文字|符"), ("abcdefghij|", 4, "ij|  "), ("中|", 1, "| "), ("中|", 2, " | "), ("|中文", 3, "|中 "), ("中文|", 3, "文| "),
      ("e\u{301}e\u{301}e\u{301}|", 6, "e\u{301}e\u{301}e\u{301}|   "), ("“中”|", 6, "“中”|  "),
    ])
  func scrolling(marked: String, columns: Int, shown: String) {
    var field = TextField()
    field.editor = MarkedText.editor(marked)
    #expect(picture(field, columns) == [shown])
  }

  @Test("where ambiguous characters are wide, the insertion point stands behind them")
  func ambiguous() {
    var field = TextField("“中”")
    #expect(picture(field, 8, .ascii) == ["\" 中\" |  "])
    _ = field.handle(KeyPress(.left))
    #expect(picture(field, 8, .ascii) == ["\" 中|\"   "])
  }

  @Test("at rest a long line begins at its start, and an empty one shows what belongs there")
  func resting() {
    #expect(picture(TextField("激光切割中试"), 7, isInHand: false) == ["激光切…"])
    #expect(picture(TextField(placeholder: "名称或编号"), 8, isInHand: false) == ["名称或… "])
    #expect(picture(TextField(placeholder: "名称"), 6) == ["|名称  "])
  }

  @Test("a password is never shown")
  func secret() {
    var field = TextField("密码abc", isSecret: true)
    _ = field.handle(KeyPress(.left))
    #expect(picture(field, 8) == ["****|*   "])
    #expect(picture(field, 3, isInHand: false) == ["**…"])
    #expect(field.text == "密码abc")
  }

  @Test("what is selected has another ink")
  func selection() {
    var field = TextField()
    field.editor = MarkedText.editor("a[中|]b")
    let canvas = drawn(6, 1) { field.draw(on: &$0, in: $0.area, isInHand: true) }
    #expect(canvas.inkRows == ["IXXIII"])
  }

  @Test(
    "a click puts the insertion point before the character", arguments: [(0, "|中文b"), (1, "|中文b"), (2, "中|文b"), (4, "中文|b"), (9, "中文b|")])
  func clicking(column: Int, marked: String) {
    var field = TextField("中文b")
    field.layout(Size(columns: 12, rows: 1), measure: TextMeasure())
    #expect(field.click(at: Position(column: column, row: 0)) == .moved)
    #expect(MarkedText.marked(field.editor) == marked)
  }

  @Test("Enter commits, Escape cancels, Tab is the form's")
  func outcomes() {
    var field = TextField("a")
    #expect(field.handle(KeyPress(.enter)) == .committed)
    #expect(field.handle(KeyPress(.escape)) == .cancelled)
    #expect(field.handle(KeyPress(.tab)) == .ignored)
    #expect(field.handle(KeyPress(.up)) == .ignored)
    #expect(field.handle(.control("s")) == .ignored)
    #expect(field.handle(.character("b")) == .changed)
  }

  @Test("a text of many lines is wrapped, and scrolled with its insertion point")
  func area() {
    var field = TextArea("中文字符\nab")
    field.layout(Size(columns: 5, rows: 2), measure: TextMeasure())
    #expect(picture(field, 5, rows: 3) == ["中文 ", "字符 ", "ab|   "])
    #expect(picture(field, 5, rows: 2) == ["字符│", "ab|  █"])
    _ = field.handle(KeyPress(.up))
    #expect(picture(field, 5, rows: 2) == ["字|符│", "ab  █"])
    _ = field.handle(KeyPress(.up))
    #expect(picture(field, 5, rows: 2) == ["中|文█", "字符│"])
    #expect(field.handle(KeyPress(.enter)) == .changed)
    #expect(field.text == "中\n文字符\nab")
    #expect(field.handle(KeyPress(.escape)) == .cancelled)
    #expect(field.handle(.control("s")) == .ignored)
  }

  @Test("the insertion point behind a full line stands in the last column")
  func fullLine() {
    var field = TextArea("abcd")
    field.layout(Size(columns: 5, rows: 2), measure: TextMeasure())
    #expect(picture(field, 5, rows: 2) == ["abcd| ", "     "])
    _ = field.handle(.character("e"))
    #expect(picture(field, 5, rows: 2) == ["abcd ", "e|    "])
  }

  @Test("an area asks for the rows of its text, within bounds")
  func wantedRows() {
    #expect(TextArea("a", rows: 2...4).rows(columns: 9, measure: TextMeasure()) == 2)
    #expect(TextArea("a\nb\nc", rows: 2...4).rows(columns: 9, measure: TextMeasure()) == 3)
    #expect(TextArea("a\nb\nc\nd\ne", rows: 2...4).rows(columns: 9, measure: TextMeasure()) == 4)
  }

  @Test("a click in an area finds its line")
  func clickingArea() {
    var field = TextArea("中文字符\nab")
    field.layout(Size(columns: 5, rows: 3), measure: TextMeasure())
    _ = field.click(at: Position(column: 2, row: 1))
    #expect(MarkedText.marked(field.editor) == "中文字|符¶ab")
    _ = field.click(at: Position(column: 3, row: 9))
    #expect(MarkedText.marked(field.editor) == "中文字符¶ab|")
  }

  @Test("fields draw without flaw in every size", arguments: [GlyphSet.unicode, .ascii])
  func sizes(glyphs: GlyphSet) {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<400 {
      let text = random.text(upTo: 20)
      let (columns, rows) = (Int.random(in: 0...12, using: &random), Int.random(in: 0...4, using: &random))
      var line = TextField(text)
      var area = TextArea(text)
      area.layout(Size(columns: columns, rows: rows), measure: glyphs.measure)
      for _ in 0..<6 {
        let key = MarkedText.keys("left right home end S-left up down back").randomElement(using: &random) ?? KeyPress(.left)
        _ = line.handle(key)
        _ = area.handle(key)
        _ = drawn(columns, rows, glyphs) { line.draw(on: &$0, in: $0.area, isInHand: true) }
        _ = drawn(columns, rows, glyphs) { area.draw(on: &$0, in: $0.area, isInHand: true) }
      }
    }
  }
}
