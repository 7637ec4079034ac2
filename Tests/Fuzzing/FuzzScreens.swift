@testable import CursesTerminal
@testable import Widgets

extension FuzzTarget {
  /// What is typed, pasted and drawn.
  static let screens = [
    FuzzTarget("keys") { bytes in
      let described: [[UInt8]: KeyPress] = [[0x1B, 0x5B, 0x31, 0x3B, 0x32, 0x52]: KeyPress(.function(3), .shift)]
      for (awaited, described) in [(0, [:]), (2, [:]), (2, described)] {
        var (whole, pieces) = (KeyDecoder(described: described), KeyDecoder(described: described))
        whole.awaitedReports = awaited
        pieces.awaitedReports = awaited
        let outputs = whole.feed(bytes) + whole.giveUp()
        var found: [KeyDecoder.Output] = []
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = min(rest.count, 1 + Int(rest[rest.startIndex]) % 7)
          found += pieces.feed(rest.prefix(count))
          rest = rest.dropFirst(count)
        }
        try hold(outputs == found + pieces.giveUp(), "pieces make other keys")
        for case .input(.key(let press)) in outputs {
          guard case .character(let character) = press.key else { continue }
          try hold(!character.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }, "a control is a character")
        }
      }
    },
    FuzzTarget("field") { bytes in
      try typed(bytes, at: TextField("第一", limit: 60)) { try holdLawful($0.editor) }
      try typed(bytes, at: TextField(limit: 60, isSecret: true)) { try holdLawful($0.editor) }
      try typed(bytes, at: TextArea("第一行\n第二行", limit: 90)) { try holdLawful($0.editor) }
      try typed(bytes, at: NumberField()) { try holdHarmless($0.text, "a number") }
      try typed(bytes, at: ChoiceField(["新材料", "激光与智能制造", "生物医药"])) { _ in }
    },
    FuzzTarget("canvas") { bytes in
      var dice = Dice(bytes)
      let glyphs: GlyphSet = dice.roll(0...1) == 0 ? .unicode : .ascii
      var canvas = Canvas(size: Size(columns: dice.roll(0...14), rows: dice.roll(0...5)), glyphs: glyphs)
      var other = Canvas(size: Size(columns: 9, rows: 3), glyphs: glyphs)
      other.put("中文e\u{301}中", at: Position(column: dice.roll(0...3), row: 1))
      while !dice.isEmpty {
        let place = Position(column: dice.roll(-5...15), row: dice.roll(-2...6))
        let area = Area(column: dice.roll(-4...10), row: dice.roll(-2...4), columns: dice.roll(0...12), rows: dice.roll(0...5))
        let style = Style(Ink.allCases[dice.roll(0...Ink.allCases.count - 1)])
        switch dice.roll(0...8) {
        case 0: canvas.fill(area, style, with: dice.text(4).first ?? " ")
        case 1: canvas.restyle(area, style.ink)
        case 2: canvas.frame(area, title: dice.text(12), style: style)
        case 3: canvas.put(dice.text(20), at: place, style: style, within: area)
        case 4: canvas.take(from: other, at: place, within: area)
        case 5: canvas.verticalRule(at: place, rows: area.rows)
        case 6: _ = canvas.text(around: place)
        default: canvas.put(dice.text(20), at: place, style: style)
        }
        try hold(canvas.flaws == [], "\(canvas.flaws)")
        for row in canvas.text { try holdHarmless(row, "a row") }
      }
    },
    FuzzTarget("width") { bytes in
      var dice = Dice(bytes)
      let measure = TextMeasure(ambiguousIsWide: dice.roll(0...1) == 1)
      let columns = dice.roll(0...30)
      let text = dice.text(.max)
      for cut in [
        measure.truncated(text, to: columns), measure.truncatedInside(text, to: columns), measure.prefix(of: text, columns: columns),
      ] {
        try hold(measure.columns(of: cut) <= columns, "a text is cut to \(columns) and has \(measure.columns(of: cut))")
      }
      // A character that is wider than the room stands in a line of its own, and the canvas cuts it.
      for line in measure.wrapped(text, to: max(2, columns)) where line.count > 1 {
        try hold(measure.columns(of: line) <= max(2, columns), "a line of \(measure.columns(of: line)) in \(columns)")
      }
    },
  ]

  /// What becomes of a field at which is typed what some bytes are to a terminal.
  private static func typed<F: Field>(_ bytes: [UInt8], at field: F, _ look: (F) throws -> Void) throws {
    var (field, decoder) = (field, KeyDecoder())
    let size = Size(columns: 1 + Int(bytes.first ?? 0) % 20, rows: 1 + Int(bytes.last ?? 0) % 4)
    field.layout(size, measure: TextMeasure())
    for output in decoder.feed(bytes) + decoder.giveUp() {
      guard case .input(let event) = output else { continue }
      switch event {
      case .key(let press): _ = field.handle(press)
      case .paste(let text): _ = field.handle(paste: text)
      case .mouse(let press): _ = field.click(at: press.place)
      case .focus(let isThere): field.entered(fromBeneath: isThere)
      }
      try look(field)
      var canvas = Canvas(size: size)
      field.draw(on: &canvas, in: canvas.area, isInHand: true)
      try hold(canvas.flaws == [], "\(canvas.flaws)")
      if let cursor = canvas.cursor { try hold(canvas.area.contains(cursor), "the cursor is at \(cursor)") }
    }
  }

  private static func holdLawful(_ editor: TextEditor) throws {
    try hold((0...editor.characters.count).contains(editor.caret), "the caret is nowhere")
    if let anchor = editor.anchor { try hold((0...editor.characters.count).contains(anchor), "the selection begins nowhere") }
    try hold(Array(editor.text) == editor.characters, "what is shown apart is one character")
    try hold(editor.characters.count <= editor.limit, "\(editor.characters.count) characters of \(editor.limit)")
    try holdHarmless(editor.text, "a text")
    if !editor.isMultiline { try hold(!editor.text.contains(where: \.isNewline), "two lines") }
  }
}
