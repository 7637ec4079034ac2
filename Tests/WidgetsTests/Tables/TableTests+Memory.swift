import Testing

@testable import Widgets

/// Which rows are asked for, and which are kept from frame to frame.
extension TableTests {
  @Test("of a million rows only those that are seen are asked for, each once", arguments: [0, 17, 500_000, 999_999])
  func virtual(selected: Int) {
    let asked = Asked()
    let state = ListState(count: 1_000_000, selected: selected, rows: 38)
    _ = drawn(80, 39) {
      table.draw(on: &$0, in: $0.area, state: state) {
        asked.note($0)
        return row($0)
      }
    }
    #expect(asked.rows == Array(state.visible))
    #expect(asked.rows.count == 38)
    #expect(asked.rows.contains(selected))
  }

  @Test("rows that were drawn before are copied, look the same and are not asked for, until the columns move")
  func drawnBefore() {
    var rows = DrawnRows()
    func draw(_ columns: Int, top: Int, selected: Int) -> [Int] {
      let asked = Asked()
      var state = ListState(count: 100, selected: top, rows: 4)
      state.select(selected)
      let plain = drawn(columns, 5) { table.draw(on: &$0, in: $0.area, state: state, row: row) }
      let copied = drawn(columns, 5) {
        table.draw(on: &$0, in: $0.area, state: state, drawn: &rows) {
          DrawnRows.Key(id: Int64($0), isMarked: $0 == 1)
        } row: {
          asked.note($0)
          return row($0)
        }
      }
      #expect(copied == plain)
      return asked.rows
    }
    #expect(draw(36, top: 0, selected: 0) == [0, 1, 2, 3])
    #expect(draw(36, top: 0, selected: 1).isEmpty)
    #expect(draw(36, top: 0, selected: 4) == [4])
    #expect(draw(40, top: 0, selected: 0) == [0, 1, 2, 3])
    rows.forget()
    #expect(draw(40, top: 0, selected: 0) == [0, 1, 2, 3])
  }

  @Test("rows drawn ahead look as if drawn when seen, and are not asked for; those of another width are left out", arguments: [36, 35])
  func drawnAhead(_ width: Int) {
    var rows = DrawnRows()
    let state = ListState(count: 100, rows: 4)
    func draw() -> (canvas: Canvas, asked: [Int]) {
      let asked = Asked()
      let canvas = drawn(36, 5) {
        table.draw(on: &$0, in: $0.area, state: state, drawn: &rows) {
          DrawnRows.Key(id: Int64($0))
        } row: {
          asked.note($0)
          return row($0)
        }
      }
      return (canvas, asked.rows)
    }
    let first = draw()
    rows.forget()
    let press = RowPress(table, in: Area(column: 0, row: 0, columns: width, rows: 5), glyphs: .unicode)
    rows.keep((0..<4).map { (DrawnRows.Key(id: Int64($0)), press.strip(of: row($0))) }, of: press)
    let second = draw()
    #expect(second.canvas == first.canvas)
    #expect(second.asked == (width == 36 ? [] : [0, 1, 2, 3]))
  }

  @Test("titles follow the order and the words of the columns although the rows stay")
  func titlesFollow() {
    var rows = DrawnRows()
    let state = ListState(count: 3, rows: 4)
    for (order, title) in [(nil, "名称"), (Table.Order(column: 1), "名称"), (Table.Order(column: 1, isAscending: false), "名称"), (nil, "Name")] {
      var table = table
      table.order = order
      table.columns[1].title = title
      let plain = drawn(36, 5) { table.draw(on: &$0, in: $0.area, state: state, row: row) }
      let copied = drawn(36, 5) {
        table.draw(on: &$0, in: $0.area, state: state, drawn: &rows, key: { DrawnRows.Key(id: Int64($0), isMarked: $0 == 1) }, row: row)
      }
      #expect(copied == plain)
    }
  }

  @Test("the rows that were seen last are kept when there are too many")
  func makesRoom() {
    var rows = DrawnRows(limit: 16)
    func asked(top: Int) -> [Int] {
      let asked = Asked()
      var state = ListState(count: 1_000, rows: 4)
      state.select(top + 3)
      _ = drawn(36, 5) {
        table.draw(on: &$0, in: $0.area, state: state, drawn: &rows) {
          DrawnRows.Key(id: Int64($0))
        } row: {
          asked.note($0)
          return row($0)
        }
      }
      return asked.rows
    }
    for top in stride(from: 0, to: 400, by: 4) {
      #expect(asked(top: top).count == 4)
      #expect(asked(top: top).isEmpty)
    }
  }

  @Test("a row that is on its way is not kept")
  func onItsWay() {
    var rows = DrawnRows()
    let state = ListState(count: 1, rows: 4)
    func draw(_ row: TableRow?) -> [String] {
      drawn(36, 5) {
        table.draw(on: &$0, in: $0.area, state: state, drawn: &rows) {
          DrawnRows.Key(id: Int64($0))
        } row: { _ in
          row
        }
      }.text
    }
    #expect(draw(nil)[1] == "  …")
    #expect(draw(row(0))[1].contains("激光"))
  }

  @Test("drawn in fewer rows than it was told, it still shows the selected row")
  func smaller() {
    let state = ListState(count: 100, selected: 30, rows: 38)
    let canvas = drawn(34, 4) { table.draw(on: &$0, in: $0.area, state: state, row: row) }
    #expect(canvas.text[3].hasPrefix("  30"))
  }
}
