import Testing

@testable import Widgets

@Suite struct OutlineTests {
  /// Three groups of two: rows h0 a b h1 c d h2 e f.
  private func outline(landsOnHeadings: Bool = false) -> Outline {
    Outline([Outline.Group(count: 2), Outline.Group(count: 2), Outline.Group(count: 2)], landsOnHeadings: landsOnHeadings)
  }

  @Test(
    "moves go over headings, or stop at them, as is wished",
    arguments: [
      (false, "", Outline.Entry.item(group: 0, index: 0)), (false, "down", .item(group: 0, index: 1)),
      (false, "down down", .item(group: 1, index: 0)),
      (false, "up", .item(group: 0, index: 0)), (false, "end", .item(group: 2, index: 1)), (false, "end home", .item(group: 0, index: 0)),
      (false, "down down up", .item(group: 0, index: 1)), (false, "end down", .item(group: 2, index: 1)), (true, "", .heading(0)),
      (true, "down", .item(group: 0, index: 0)), (true, "down down down", .heading(1)), (true, "up", .heading(0)),
      (false, "down left", .heading(0)), (false, "down left down", .item(group: 1, index: 0)),
      (false, "down left right", .item(group: 0, index: 0)),
      (false, "down left right down", .item(group: 0, index: 1)), (false, "left down left down left", .heading(2)),
      (false, "left left", .heading(0)),
      (false, "down down left home", .item(group: 0, index: 0)), (false, "end left home end", .heading(2)),
    ])
  func moving(landsOnHeadings: Bool, keys: String, selected: Outline.Entry) {
    var outline = outline(landsOnHeadings: landsOnHeadings)
    for key in MarkedText.keys(keys) { _ = outline.handle(key) }
    #expect(outline.selected == selected)
  }

  @Test("it goes from group to group")
  func groups() {
    var outline = outline()
    #expect(outline.moveToGroup(1) == true)
    #expect(outline.selected == .item(group: 1, index: 0))
    #expect(outline.moveToGroup(-1) == true)
    #expect(outline.selected == .item(group: 0, index: 0))
    #expect(outline.moveToGroup(-1) == false)
  }

  @Test("the heading above the first entry of a group comes into sight with it")
  func headings() {
    var outline = outline()
    outline.layout(rows: 3)
    for _ in 0..<5 { outline.move(.down) }
    for _ in 0..<3 { outline.move(.up) }
    #expect(outline.selected == .item(group: 1, index: 0))
    #expect(outline.state.top == 3)
    outline.move(.first)
    #expect(outline.state.top == 0)
  }

  @Test("an entry hidden in a closed group is selected by its heading")
  func hidden() {
    var outline = outline()
    outline.toggle(1)
    outline.select(.item(group: 1, index: 1))
    #expect(outline.selected == .heading(1))
    #expect(outline.select(.item(group: 7, index: 0)) == false)
  }

  @Test("a click on a heading closes its group, one on an entry selects it")
  func clicks() {
    var outline = outline()
    let area = Area(column: 0, row: 0, columns: 20, rows: 9)
    #expect(outline.handle(MousePress(.left, at: Position(column: 1, row: 3)), in: area) == .moved)
    #expect(outline.groups[1].isCollapsed)
    #expect(outline.handle(MousePress(.left, at: Position(column: 1, row: 5)), in: area) == .moved)
    #expect(outline.selected == .item(group: 2, index: 0))
    #expect(outline.handle(MousePress(.left, at: Position(column: 1, row: 8)), in: area) == .refused)
  }

  @Test("lists without rows, and groups without entries, can be moved in")
  func empty() {
    var none = Outline([])
    #expect(none.selected == nil)
    #expect(none.move(.down) == false)
    #expect(none.move(.last) == false)
    var hollow = Outline([Outline.Group(count: 0), Outline.Group(count: 0)])
    #expect(hollow.selected == .heading(0))
    #expect(hollow.move(.down) == true)
    #expect(hollow.selected == .heading(1))
  }

  @Test("it shows headings with their notes, and entries in columns")
  func picture() {
    var outline = outline()
    outline.toggle(1)
    let table = Table(
      columns: [TableColumn("", minimum: 6, ideal: 10, stretch: 1), TableColumn("", minimum: 4, ideal: 4, alignment: .right)],
      showsMarks: true)
    let canvas = drawn(25, 7) { canvas in
      outline.draw(on: &canvas, in: canvas.area, table: table) {
        OutlineHeading(["服务能力", "人才队伍", "运行管理"][$0], note: "\($0 + 1)/2")
      } item: { group, index in
        TableRow([TableCell("指标\(group)\(index)"), "8.5"])
      }
    }
    #expect(
      canvas.text == [
        "▾ 服务能力          1/2", "  指标00            8.5", "  指标01            8.5", "▸ 人才队伍          2/2", "▾ 运行管理          3/2",
        "  指标20            8.5", "  指标21            8.5",
      ])
    #expect(canvas.cursor == Position(column: 0, row: 1))
    #expect(canvas.inkRows[1].hasPrefix("SSSS"))
  }
}
