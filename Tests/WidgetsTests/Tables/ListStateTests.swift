import Testing

@testable import Widgets

@Suite struct ListStateTests {
  @Test(
    "moves keep the selected row in sight",
    arguments: [
      // count, rows, start, keys, selected, top
      (100, 10, 0, "down", 1, 0), (100, 10, 0, "up", 0, 0), (100, 10, 9, "down", 10, 1), (100, 10, 0, "end", 99, 90),
      (100, 10, 99, "home", 0, 0),
      (100, 10, 99, "down", 99, 90), (100, 10, 0, "pgdn", 9, 9), (100, 10, 0, "pgdn pgup", 0, 0), (100, 10, 3, "pgdn", 12, 9),
      (100, 10, 95, "pgdn", 99, 90), (100, 10, 5, "pgup", 0, 0), (5, 10, 0, "pgdn", 4, 0), (5, 10, 0, "end", 4, 0),
      (0, 10, 0, "down", 0, 0),
      (0, 10, 0, "end", 0, 0), (1, 10, 0, "down", 0, 0), (100, 1, 0, "down", 1, 1), (1_000_000, 40, 0, "end", 999_999, 999_960),
      (100, 10, 200, "up", 98, 90), (100, 10, -5, "down", 1, 0), (100, 10, 50, "up up", 48, 41), (100, 10, 0, "left", 0, 0),
    ])
  func moving(count: Int, rows: Int, start: Int, keys: String, selected: Int, top: Int) {
    var state = ListState(count: count, selected: start, rows: rows)
    for key in MarkedText.keys(keys) { _ = state.handle(key) }
    #expect(state.selected == selected)
    #expect(state.top == top)
  }

  @Test("the end of a list says so, and other keys are left alone")
  func outcomes() {
    var state = ListState(count: 2)
    #expect(state.handle(KeyPress(.up)) == .refused)
    #expect(state.handle(KeyPress(.down)) == .moved)
    #expect(state.handle(KeyPress(.down)) == .refused)
    #expect(state.handle(KeyPress(.enter)) == .ignored)
    #expect(state.handle(KeyPress(.down, .shift)) == .ignored)
  }

  @Test("a list that shrinks keeps a selection, and no empty room below its end")
  func shrinking() {
    var state = ListState(count: 100, selected: 99, rows: 10)
    state.setCount(50)
    #expect((state.selected, state.top) == (49, 40))
    state.setCount(0)
    #expect((state.selected, state.top, state.visible) == (0, 0, 0..<0))
    state.setCount(3)
    #expect((state.selected, state.top, state.visible) == (0, 0, 0..<3))
  }

  @Test("a window that grows shows more above, one that shrinks keeps the selected row")
  func resizing() {
    var state = ListState(count: 20, selected: 19, rows: 5)
    state.layout(rows: 30)
    #expect(state.visible == 0..<20)
    state.layout(rows: 2)
    #expect(state.visible == 18..<20)
  }

  @Test("the wheel moves the view, and the selection only where it would leave it")
  func wheel() {
    let area = Area(column: 0, row: 1, columns: 20, rows: 10)
    let place = Position(column: 3, row: 4)
    var state = ListState(count: 100, selected: 5, rows: 10)
    #expect(state.handle(MousePress(.wheelDown, at: place), in: area) == .moved)
    #expect((state.selected, state.top) == (5, 3))
    #expect(state.handle(MousePress(.wheelDown, at: place), in: area) == .moved)
    #expect((state.selected, state.top) == (6, 6))
    for _ in 0..<40 { _ = state.handle(MousePress(.wheelDown, at: place), in: area) }
    #expect(state.handle(MousePress(.wheelDown, at: place), in: area) == .refused)
    #expect((state.selected, state.top) == (90, 90))
    var empty = ListState()
    #expect(empty.handle(MousePress(.wheelDown, at: place), in: area) == .refused)
  }

  @Test("a click selects, and a second one takes")
  func clicks() {
    let area = Area(column: 0, row: 1, columns: 20, rows: 10)
    var state = ListState(count: 5, rows: 10)
    #expect(state.handle(MousePress(.left, at: Position(column: 3, row: 3)), in: area) == .moved)
    #expect(state.selected == 2)
    #expect(state.handle(MousePress(.left, at: Position(column: 3, row: 3)), in: area) == .committed)
    #expect(state.handle(MousePress(.left, at: Position(column: 3, row: 8)), in: area) == .refused)
    #expect(state.handle(MousePress(.left, at: Position(column: 3, row: 0)), in: area) == .ignored)
  }

  @Test("whatever is pressed, the selected row is in sight")
  func property() {
    var random = SeededGenerator(seed: 3)
    var state = ListState(count: 57, rows: 9)
    let moves: [ListMove] = [.up, .down, .pageUp, .pageDown, .first, .last]
    for _ in 0..<3_000 {
      switch Int.random(in: 0...9, using: &random) {
      case 0: state.setCount(Int.random(in: 0...80, using: &random))
      case 1: state.layout(rows: Int.random(in: 0...30, using: &random))
      case 2: state.scroll(by: Int.random(in: -9...9, using: &random))
      case 3: state.reveal(state.selected - 1)
      default: state.move(moves.randomElement(using: &random) ?? .up)
      }
      #expect(state.isEmpty ? state.visible.isEmpty : state.visible.contains(state.selected))
      #expect(state.top == state.visible.lowerBound)
      #expect(state.count - state.top >= min(state.rows, state.count))
    }
  }
}
