import Testing

@testable import Widgets

@Suite struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int = 1, _ glyphs: GlyphSet = .unicode) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
  }

  @Test(
    "text is clipped and wide characters stay whole",
    arguments: [
      ("abc", 0, "abc", 3), ("abcdefgh", 0, "abcdef", 6), ("abc", 4, "    ab", 2), ("abc", -1, "bc", 3), ("abc", -3, "", 3),
      ("中文", 0, "中文", 4), ("中文", 1, " 中文", 4), ("中文", 3, "   中", 3), ("中", 5, "", 1), ("中文", -1, " 文", 4), ("中文", -2, "文", 4),
      ("中", 6, "", 0), ("a\u{301}b", 0, "a\u{301}b", 2), ("\u{301}b", 0, "b", 1), ("a\tb\nc", 0, "a?b?c", 5), ("\u{1B}[2J", 0, "?[2J", 4),
      ("ab\u{202E}c", 0, "abc", 3), ("", 0, "", 0), ("é", 5, "     é", 1),
    ] as [(String, Int, String, Int)])
  func clipping(text: String, column: Int, shown: String, used: Int) {
    var canvas = canvas(6)
    #expect(canvas.put(text, at: Position(column: column, row: 0)) == used)
    #expect(canvas.text == [shown])
    #expect(canvas.flaws == [])
  }

  @Test(
    "what is drawn over half of a wide character blanks the other half",
    arguments: [
      ("中文", "x", 0, "x 文"), ("中文", "x", 1, " x文"), ("中文", "x", 2, "中x"), ("中文", "x", 3, "中 x"), ("中文", "国", 1, " 国"), ("中文", "国", 2, "中国"),
      ("a中b", "国", 0, "国 b"), ("a中b", "国", 2, "a 国"), ("中文", "", 1, "中文"),
    ])
  func overwriting(first: String, second: String, column: Int, shown: String) {
    var canvas = canvas(6)
    canvas.put(first, at: Position(column: 0, row: 0), style: Style(.good))
    canvas.put(second, at: Position(column: column, row: 0), style: Style(.bad))
    #expect(canvas.text == [shown])
    #expect(canvas.flaws == [])
  }

  @Test("a text outside the rows draws nothing, yet says how long it is", arguments: [-1, 2])
  func outsideRows(row: Int) {
    var canvas = canvas(6, 2)
    #expect(canvas.put("中文", at: Position(column: 0, row: row)) == 4)
    #expect(canvas.text == ["", ""])
  }

  @Test("an area clips as the edges of the canvas do")
  func within() {
    var canvas = canvas(8)
    canvas.put("12345678", at: Position(column: 0, row: 0))
    canvas.put("中文中", at: Position(column: 1, row: 0), within: Area(column: 2, row: 0, columns: 4, rows: 1))
    #expect(canvas.text == ["12 文 78"])
    #expect(canvas.flaws == [])
  }

  @Test("a base holds four marks, and a fifth is left out")
  func marks() {
    var canvas = canvas(2)
    canvas.put(
      "a\u{300}\u{301}\u{302}\u{1D167}\u{304}b", at: Position(column: 0, row: 0), style: Style(.barRest, bold: true, underlined: true))
    let cell = canvas[Position(column: 0, row: 0)]
    #expect(cell.markCount == 4)
    #expect((0...4).map(cell.mark) == ["\u{300}", "\u{301}", "\u{302}", "\u{1D167}", nil])
    #expect(cell.base == "a")
    #expect(cell.style == Style(.barRest, bold: true, underlined: true))
    #expect(canvas.text == ["a\u{300}\u{301}\u{302}\u{1D167}b"])
  }

  @Test("a cell holds every ink and the last code point")
  func packing() {
    for ink in Ink.allCases {
      var cell = Cell(base: "\u{10FFFF}", isWide: true, style: Style(ink))
      cell.join("\u{E01EF}")
      #expect(cell.base == "\u{10FFFF}")
      #expect(cell.span == .wide)
      #expect(cell.style == Style(ink))
      cell.style = Style(.plain, bold: true)
      #expect(cell.mark(0) == "\u{E01EF}")
      #expect(cell.style == Style(.plain, bold: true))
    }
    #expect(MemoryLayout<Cell>.size == 16)
  }

  @Test("filling an area leaves no half beside it")
  func filling() {
    var canvas = canvas(8, 2)
    for row in 0...1 { canvas.put("中文中文", at: Position(column: 0, row: row)) }
    canvas.fill(Area(column: 3, row: 0, columns: 2, rows: 1), Style(.bar), with: "#")
    #expect(canvas.text == ["中 ## 文", "中文中文"])
    canvas.fill(Area(column: -5, row: -5, columns: 50, rows: 50), with: "中")
    #expect(canvas.text == ["", ""])
    #expect(canvas.flaws == [])
  }

  @Test("restyling keeps the text and both halves in one style")
  func restyling() {
    var canvas = canvas(6)
    canvas.put("a中文b", at: Position(column: 0, row: 0), style: Style(.muted, bold: true))
    canvas.restyle(Area(column: 2, row: 0, columns: 2, rows: 1), .selected)
    #expect(canvas.text == ["a中文b"])
    #expect(canvas.inkRows == ["mmmSSm"])
    #expect(canvas[Position(column: 3, row: 0)].style == Style(.selected, bold: true))
    #expect(canvas.flaws == [])
  }

  @Test("where ambiguous characters are wide, text takes their room")
  func ambiguous() {
    var wide = canvas(8, 1, .ascii)
    #expect(wide.put("“中”…", at: Position(column: 0, row: 0)) == 8)
    // ncurses would take “ for one column: what is drawn is as wide as what is measured, and in doubt nowhere.
    #expect(wide.text == ["\" 中\" .."])
    var narrow = canvas(8)
    #expect(narrow.put("“中”…", at: Position(column: 0, row: 0)) == 5)
    #expect(wide.flaws + narrow.flaws == [])
  }

  @Test("in place of each ambiguous character stands something just as wide that no terminal doubts")
  func standIns() {
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), CharacterWidth.isAmbiguous(scalar) else { continue }
      let cells = TextMeasure(ambiguousIsWide: true).cells(of: String(Character(scalar)))
      #expect(cells.reduce(0) { $0 + $1.columns } == 2, "\(scalar)")
      #expect(cells.allSatisfy { !CharacterWidth.isAmbiguous($0.base) }, "\(scalar)")
    }
    #expect(TextMeasure(ambiguousIsWide: true).cells(of: "①⑩⑳⑶ж").map(\.text) == ["1", ")", "1", "0", "2", "0", "3", ")", "？"])
  }

  @Test("a frame gives the area inside it, and its title is cut")
  func frames() {
    var canvas = canvas(12, 3)
    #expect(canvas.frame(canvas.area, title: "评价指标体系") == Area(column: 1, row: 1, columns: 10, rows: 1))
    #expect(canvas.text == ["┌─ 评价… ──┐", "│          │", "└──────────┘"])
    #expect(canvas.frame(Area(column: 0, row: 0, columns: 1, rows: 9)).isEmpty)
    #expect(canvas.flaws == [])
    var plain = Canvas(size: Size(columns: 12, rows: 3), glyphs: .ascii)
    plain.frame(plain.area, title: "评价指标体系")
    #expect(plain.text == ["+- 评价.. -+", "|          |", "+----------+"])
  }

  @Test("rows are compared cell by cell, style included")
  func comparing() {
    var one = canvas(4, 2)
    var other = one
    other.put("中", at: Position(column: 0, row: 1))
    #expect(one.rowEquals(0, of: other))
    #expect(!one.rowEquals(1, of: other))
    one.put("中", at: Position(column: 0, row: 1), style: Style(.found))
    #expect(!one.rowEquals(1, of: other))
    #expect(!one.rowEquals(0, of: canvas(5, 2)))
  }

  @Test("nothing that is drawn at random leaves a flaw", arguments: [GlyphSet.unicode, .ascii])
  func property(glyphs: GlyphSet) {
    var random = SeededGenerator(seed: 20_26)
    for _ in 0..<300 {
      var canvas = canvas(Int.random(in: 0...13, using: &random), Int.random(in: 0...4, using: &random), glyphs)
      for _ in 0..<12 {
        let place = Position(column: Int.random(in: -4...14, using: &random), row: Int.random(in: -1...4, using: &random))
        let area = Area(
          column: Int.random(in: -3...9, using: &random), row: Int.random(in: -1...3, using: &random),
          columns: Int.random(in: 0...9, using: &random), rows: Int.random(in: 0...4, using: &random))
        let style = Style(Ink.allCases.randomElement(using: &random) ?? .plain)
        switch Int.random(in: 0...6, using: &random) {
        case 0: canvas.fill(area, style)
        case 1: canvas.restyle(area, style.ink)
        case 2: canvas.frame(area, title: random.text(upTo: 6), style: style)
        case 3: canvas.put(random.text(upTo: 9), at: place, style: style, within: area)
        default: canvas.put(random.text(upTo: 9), at: place, style: style)
        }
        #expect(canvas.flaws == [])
      }
    }
  }
}

extension GlyphSet: CustomTestStringConvertible {
  /// Which of the two it is.
  public var testDescription: String { self == .ascii ? "ascii" : "unicode" }
}
