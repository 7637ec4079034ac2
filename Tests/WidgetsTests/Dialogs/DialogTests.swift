import Testing

@testable import Widgets

@Suite struct DialogTests {
  enum Answer: Hashable, Sendable { case keep, drop, later, a, b }

  private var question: Dialog<Answer> {
    Dialog(
      title: "提交", lines: ["还有 2 项没有打分。提交后不能再改。"],
      choices: [.init(.keep, "返回", key: "n"), .init(.drop, "提交", key: "y")])
  }

  @Test("it stands in the middle with its text wrapped and the harmless answer in hand")
  func picture() {
    let canvas = drawn(34, 8) { canvas in
      canvas.fill(canvas.area, with: "~")
      question.draw(on: &canvas, in: canvas.area)
    }
    #expect(
      canvas.text == [
        String(repeating: "~", count: 34), "┌─ 提交 ─────────────────────────┐", "│ 还有 2 项没有打分。提交后不能  │",
        "│ 再改。                         │", "│                                │", "│          返回 (n)    提交 (y)  │",
        "└────────────────────────────────┘", String(repeating: "~", count: 34),
      ])
    #expect(canvas.cursor == Position(column: 10, row: 5))
  }

  @Test(
    "answers are taken by Enter, by their keys and by their numbers",
    arguments: [
      ("enter", DialogOutcome<Answer>.chosen(.keep)), ("right enter", .chosen(.drop)), ("tab enter", .chosen(.drop)),
      ("tab tab enter", .chosen(.keep)),
      ("S-tab space", .chosen(.drop)), ("\"y\"", .chosen(.drop)), ("\"Y\"", .chosen(.drop)), ("\"ｙ\"", .chosen(.drop)),
      ("\"2\"", .chosen(.drop)),
      ("\"２\"", .chosen(.drop)), ("\"3\"", .refused), ("\"提\"", .refused), ("esc", .cancelled), ("left", .refused),
      ("right right", .refused),
      ("right", .moved), ("f2", .ignored), ("^s", .ignored), ("pgdn", .refused),
    ])
  func answering(keys: String, outcome: DialogOutcome<Answer>) {
    var dialog = question
    dialog.layout(in: Area(column: 0, row: 0, columns: 80, rows: 24), measure: TextMeasure())
    #expect(MarkedText.keys(keys).map { dialog.handle($0) }.last == outcome)
  }

  @Test("many answers stand below each other")
  func listed() {
    var dialog = Dialog<Answer>(
      title: "动作", choices: [.init(.keep, "一"), .init(.drop, "二"), .init(.later, "三"), .init(.a, "四"), .init(.b, "五")])
    dialog.layout(in: Area(column: 0, row: 0, columns: 40, rows: 12), measure: TextMeasure())
    #expect(dialog.handle(KeyPress(.down)) == .moved)
    #expect(dialog.handle(KeyPress(.enter)) == .chosen(.drop))
    #expect(dialog.handle(KeyPress(.up)) == .moved)
    #expect(dialog.handle(KeyPress(.up)) == .refused)
    let canvas = drawn(40, 12) { dialog.draw(on: &$0, in: $0.area) }
    let row = canvas.text.firstIndex { $0.contains("三") } ?? 0
    let column = 20
    #expect(dialog.click(at: Position(column: column, row: row)) == .chosen(.later))
    #expect(dialog.click(at: Position(column: 0, row: 0)) == .ignored)
  }

  @Test("a text that is too long gives way to the answers, and can be scrolled")
  func long() {
    var dialog = Dialog<Answer>(title: "说明", lines: (1...30).map { "第\($0)行" }, choices: [.init(.keep, "好")])
    let area = Area(column: 0, row: 0, columns: 30, rows: 10)
    dialog.layout(in: area, measure: TextMeasure())
    let first = drawn(30, 10) { dialog.draw(on: &$0, in: area) }
    #expect(first.text[1].contains("第1行"))
    #expect(first.text[8].contains("好"))
    #expect(dialog.handle(KeyPress(.pageDown)) == .moved)
    #expect(drawn(30, 10) { dialog.draw(on: &$0, in: area) }.text[1].contains("第6行"))
    for _ in 0..<9 { _ = dialog.handle(KeyPress(.pageDown)) }
    #expect(dialog.handle(KeyPress(.pageDown)) == .refused)
    #expect(drawn(30, 10) { dialog.draw(on: &$0, in: area) }.text[6].contains("第30行"))
  }

  @Test("menus show keys, and the reason where an action is barred")
  func menu() {
    var menu = Menu<Answer>(
      title: "动作",
      items: [
        .init(.keep, "打开", keyHint: "Enter"), .init(.drop, "删除", keyHint: "d", keys: [.character("d")], barred: "没有权限"),
        .init(.later, "导出", keyHint: "F5", keys: [KeyPress(.function(5))]),
      ])
    menu.layout(in: Area(column: 0, row: 0, columns: 30, rows: 7), measure: TextMeasure())
    #expect(menu.handle(KeyPress(.function(5))) == .chosen(.later))
    #expect(menu.handle(.character("d")) == .barred(reason: "没有权限"))
    #expect(menu.handle(.character("１")) == .moved)
    #expect(menu.handle(KeyPress(.enter)) == .chosen(.keep))
    #expect(menu.handle(KeyPress(.up)) == .refused)
    #expect(menu.handle(.character("x")) == .ignored)
    #expect(menu.handle(KeyPress(.escape)) == .cancelled)
    let canvas = drawn(30, 7) { menu.draw(on: &$0, in: $0.area) }
    #expect(
      canvas.text == [
        "", "  ┌─ 动作 ────────────────┐", "  │ Enter  打开           │", "  │ d      删除  没有权限 │", "  │ F5     导出           │",
        "  └───────────────────────┘", "",
      ])
    #expect(canvas.cursor == Position(column: 4, row: 2))
    #expect(menu.handle(MousePress(.left, at: Position(column: 6, row: 4))) == .chosen(.later))
    #expect(menu.handle(MousePress(.left, at: Position(column: 6, row: 3))) == .barred(reason: "没有权限"))
    #expect(menu.handle(MousePress(.left, at: Position(column: 0, row: 0))) == .ignored)
  }

  @Test("a notice stands at the right end, and is cut to its area")
  func notices() {
    let notice = Notice("已保存", .good)
    #expect(drawn(12, 2) { notice.draw(on: &$0, in: $0.area) }.text == ["", "     已保存"])
    #expect(drawn(6, 1) { notice.draw(on: &$0, in: $0.area) }.text == ["  已…"])
  }

  @Test("dialogs and menus draw without flaw in every size", arguments: [GlyphSet.unicode, .ascii], 0...12)
  func sizes(glyphs: GlyphSet, rows: Int) {
    var dialog = Dialog<Answer>(title: "“提交”", lines: ["还有 2 项没有打分……提交后不能再改。"], choices: question.choices)
    let menu = Menu<Answer>(title: "动作", items: [.init(.keep, "打开", keyHint: "↵"), .init(.drop, "删除", keyHint: "d", barred: "没有权限")])
    for columns in 0...44 {
      dialog.layout(in: Area(column: 0, row: 0, columns: columns, rows: rows), measure: glyphs.measure)
      _ = drawn(columns, rows, glyphs) { dialog.draw(on: &$0, in: $0.area) }
      _ = drawn(columns, rows, glyphs) { menu.draw(on: &$0, in: $0.area) }
      _ = drawn(columns, rows, glyphs) { Notice("“已保存”").draw(on: &$0, in: $0.area) }
    }
  }
}
