import Testing

@testable import Widgets

@Suite struct TableTests {
  let table = Table(
    columns: [
      TableColumn("编号", minimum: 4, ideal: 6), TableColumn("名称", minimum: 8, ideal: 12, stretch: 1),
      TableColumn("得分", minimum: 5, ideal: 6, priority: 1, alignment: .right),
    ], emptyText: ["没有记录", "按 n 新建"], showsMarks: true)

  func row(_ index: Int) -> TableRow {
    TableRow([TableCell("\(index)"), "激光切割中试平台", TableCell("\(60 + index).5", Style(.good))], isMarked: index == 1)
  }

  @Test("it shows titles, rows, marks, the selected row and the cursor on it")
  func picture() {
    var table = table
    table.order = Table.Order(column: 2, isAscending: false)
    let state = ListState(count: 3, selected: 2, rows: 4)
    let canvas = drawn(36, 5) { table.draw(on: &$0, in: $0.area, state: state, row: row) }
    #expect(
      canvas.text == [
        "  编号    名称               得分▼", "  0       激光切割中试平台    60.5", "✓ 1       激光切割中试平台    61.5",
        "  2       激光切割中试平台    62.5", "",
      ])
    #expect(canvas.inkRows[1] == "..............................gggg..")
    #expect(canvas.inkRows[2] == String(repeating: "k", count: 30) + "ggggk.")
    #expect(canvas.inkRows[3] == String(repeating: "S", count: 35) + ".")
    #expect(canvas.cursor == Position(column: 0, row: 3))
  }

  @Test("a table that is not in hand has no cursor, and another ink for its selected row")
  func away() {
    let canvas = drawn(34, 3) { table.draw(on: &$0, in: $0.area, state: ListState(count: 1), isInHand: false, row: row) }
    #expect(canvas.cursor == nil)
    #expect(canvas.inkRows[1].hasPrefix("sss"))
  }

  @Test("where texts are cut, columns that are empty or hold less give room: names first, then the others")
  func slack() {
    var table = Table(
      columns: [
        TableColumn("No", minimum: 4, ideal: 6), TableColumn("Name", minimum: 6, ideal: 6, stretch: 1),
        TableColumn("Department", minimum: 10, ideal: 10), TableColumn("Due", minimum: 12, ideal: 12),
      ], gap: 1)
    func drawn(_ due: String, name: String = "Yanshan") -> [String] {
      WidgetsTests.drawn(39, 2) {
        _ = table.draw(on: &$0, in: $0.area, state: ListState(count: 1, rows: 1)) { _ in
          TableRow(["1", TableCell(name), "Science Bureau", TableCell(due)])
        }
      }.text
    }
    #expect(drawn("") == ["No     Name    Department     Due", "1      Yanshan Science Bureau"])
    #expect(drawn("2026-06-30") == ["No  Name    Department     Due", "1   Yanshan Science Bureau 2026-06-30"])
    #expect(drawn("more than there is", name: "Yan") == ["No Name Department   Due", "1  Yan  Science Bur… more than there…"])
    // Where nothing is cut every column stands where it always does.
    table.columns[2].width.ideal = 14
    table.columns[2].width.minimum = 14
    table.columns[3].width = ColumnWidth(minimum: 8, ideal: 8)
    #expect(drawn("", name: "Yan") == ["No     Name   Department     Due", "1      Yan    Science Bureau"])
  }

  @Test("what others draw in is no room to spare")
  func drawnOver() {
    let columns = [TableColumn("Name", minimum: 6, ideal: 6), TableColumn("Bar", minimum: 10, ideal: 10, isDrawnOver: true)]
    let table = Table(columns: columns, gap: 1)
    var places: [Table.ColumnPlace] = []
    let text = WidgetsTests.drawn(19, 2) {
      places = table.draw(on: &$0, in: $0.area, state: ListState(count: 1, rows: 1)) { _ in TableRow(["Yanshan County", ""]) }
    }.text
    #expect(text[1] == "Yansh…" && places.map(\.columns) == [6, 10])
  }

  @Test("a text whose end tells it apart is cut in its midst")
  func cutInside() {
    let table = Table(columns: [TableColumn("", minimum: 7, ideal: 7)], showsTitles: false)
    let canvas = WidgetsTests.drawn(9, 1) {
      _ = table.draw(on: &$0, in: $0.area, state: ListState(count: 1, rows: 1)) { _ in
        TableRow([TableCell("pipes of Yanshan", isCutInside: true)])
      }
    }
    #expect(canvas.text == ["pip…han"])
  }

  @Test("columns that matter less vanish in a narrow window")
  func narrow() {
    let canvas = drawn(21, 2) { table.draw(on: &$0, in: $0.area, state: ListState(count: 1), row: row) }
    #expect(canvas.text == ["  编号  名称", "  0     激光切割中…"])
  }

  @Test("a margin moves the first column in, marks stand in it, and the scroll bar touches no text", arguments: [0, 1, 2, 3])
  func margin(_ margin: Int) {
    var table = table
    table.margin = margin
    table.showsMarks = false
    let canvas = drawn(30, 4) { table.draw(on: &$0, in: $0.area, state: ListState(count: 100, selected: 1, rows: 3), row: row) }
    let blanks = String(repeating: " ", count: margin)
    #expect(canvas.text[0].hasPrefix(blanks + "编号"))
    #expect(canvas.text[1].hasPrefix(blanks + "0 "))
    #expect(canvas.text[1].hasSuffix("60.5 █"))
    #expect(canvas.inkRows[2].hasPrefix("SSSS"))
    table.showsMarks = true
    let marked = drawn(30, 4) { table.draw(on: &$0, in: $0.area, state: ListState(count: 100, rows: 3), row: row) }
    #expect(marked.text[2].hasPrefix("✓" + String(repeating: " ", count: max(margin, 2) - 1) + "1 "))
  }

  @Test("an empty table says what to do")
  func empty() {
    let canvas = drawn(36, 6) { table.draw(on: &$0, in: $0.area, state: ListState(), row: row) }
    #expect(canvas.text == ["  编号    名称                得分", "", "              没有记录", "             按 n 新建", "", ""])
    #expect(canvas.cursor == nil)
  }

  @Test("a row that is on its way is an ellipsis")
  func pending() {
    let canvas = drawn(34, 2) { table.draw(on: &$0, in: $0.area, state: ListState(count: 1)) { _ in nil } }
    #expect(canvas.text[1] == "  …")
  }

  @Test("what a search found is underlined, also in the selected row, and not in what was cut off")
  func found() {
    let state = ListState(count: 2, selected: 1)
    let hit = TableRow(["1", TableCell("激光切割中试平台甲乙丙丁", found: [1..<3, 4..<20])])
    let canvas = drawn(29, 3) { table.draw(on: &$0, in: $0.area, state: state) { _ in hit } }
    #expect(canvas.text[1] == "  1     激光切割中试…")
    #expect(canvas.inkRows[1].hasPrefix("..........ffff..ffff...."))
    let place = Position(column: 10, row: 2)
    #expect(canvas[place].style == Style(.selected, bold: true, underlined: true))
    #expect(canvas[Position(column: 8, row: 2)].style == Style(.selected))
  }

  @Test("the scroll bar touches an end only at that end", arguments: [(0, "█│││"), (1, "│█││"), (90, "││█│"), (96, "│││█")])
  func scrollBar(top: Int, shown: String) {
    let canvas = drawn(1, 4) { $0.scrollBar(in: $0.area, top: top, count: 100) }
    #expect(canvas.text.joined() == shown)
  }

  @Test(
    "very long lists tell in percent how far down they are, and have no bar",
    arguments: [(0, "0%"), (1, "0%"), (500_003, "50%"), (999_993, "99%"), (999_999, "100%")])
  func share(selected: Int, shown: String) {
    let state = ListState(count: 1_000_000, selected: selected, rows: 4)
    let short = Table(columns: [TableColumn("编号", minimum: 4, ideal: 6), TableColumn("名称", minimum: 12, ideal: 12)])
    let canvas = drawn(24, 5) { short.draw(on: &$0, in: $0.area, state: state) { _ in TableRow(["1", "甲"]) } }
    #expect(canvas.text[0].hasSuffix(" " + shown))
    #expect(canvas.text[1...].allSatisfy { $0.hasSuffix("甲") })
    // A title that needs the place keeps it.
    let titled = drawn(36, 5) { table.draw(on: &$0, in: $0.area, state: state) { _ in TableRow(["1", "甲", "60"]) } }
    #expect(titled.text[0].hasSuffix("得分"))
  }

  @Test("of a list that is still growing, nothing tells how far down one is", arguments: [100, 1_000_000])
  func openEnded(count: Int) {
    var growing = Table(columns: [TableColumn("编号", minimum: 4, ideal: 6)])
    growing.isOpenEnded = true
    let canvas = drawn(12, 5) { growing.draw(on: &$0, in: $0.area, state: ListState(count: count, rows: 4)) { _ in TableRow(["1"]) } }
    #expect(canvas.text == ["编号", "1", "1", "1", "1"])
  }

  @Test("a list of ten thousand rows still has its bar")
  func longestBar() {
    let state = ListState(count: 10_000, rows: 4)
    let canvas = drawn(42, 5) { table.draw(on: &$0, in: $0.area, state: state) { _ in TableRow(["1", "甲", "60"]) } }
    #expect(canvas.text[1].hasSuffix("█") && !canvas.text[0].contains("%"))
  }

  @Test("a click on a title tells its column")
  func titles() {
    let area = Area(column: 0, row: 2, columns: 34, rows: 5)
    #expect(table.title(at: Position(column: 2, row: 2), in: area) == 0)
    #expect(table.title(at: Position(column: 10, row: 2), in: area) == 1)
    #expect(table.title(at: Position(column: 8, row: 2), in: area) == nil)
    #expect(table.title(at: Position(column: 10, row: 3), in: area) == nil)
  }

  @Test("picking the column of the order turns it round, picking another begins with small ones")
  func picking() {
    let first = Table.Order.picking(2, after: nil)
    #expect(first == Table.Order(column: 2, isAscending: true))
    let second = Table.Order.picking(2, after: first)
    #expect(second == Table.Order(column: 2, isAscending: false))
    #expect(Table.Order.picking(2, after: second) == first)
    #expect(Table.Order.picking(1, after: second) == Table.Order(column: 1))
  }

  @Test("it draws without flaw in every size", arguments: [GlyphSet.unicode, .ascii])
  func sizes(glyphs: GlyphSet) {
    var random = SeededGenerator(seed: 11)
    for columns in 0...40 {
      let rows = Int.random(in: 0...6, using: &random)
      let texts = (0..<6).map { _ in random.text(upTo: 12) }
      _ = drawn(columns, rows, glyphs) {
        table.draw(on: &$0, in: $0.area, state: ListState(count: 9, selected: 4)) { index in
          TableRow([TableCell(texts[index % 6], found: [1..<4]), TableCell(texts[(index + 1) % 6]), "1"])
        }
      }
    }
  }
}
