import Testing

@testable import Widgets

@Suite struct FormTests {
  enum Item: Hashable, Sendable { case name, note, score, sure }

  private var form: Form<Item> {
    Form([
      .init(.name, label: "名称", field: TextField("中心"), hint: "与批文一致"), .init(.note, label: "说明", field: TextArea("a\nb", rows: 2...3)),
      .init(.score, label: "得分", field: NumberField()), .init(.sure, label: "公开", field: ChoiceField(["是", "否"], selected: 0)),
    ])
  }

  @Test(
    "keys move between fields, and never ask whether what is written is right",
    arguments: [
      ("tab", Item.note), ("tab tab", .score), ("S-tab", .sure), ("down", .note), ("up", .name), ("enter", .note),
      ("tab tab tab tab", .name),
      ("tab up", .note), ("tab up up", .note), ("tab up up up", .name), ("tab down", .score), ("tab tab up", .note),
      ("tab tab tab down", .sure),
      ("tab tab \"x\" down", .sure), ("tab tab enter", .sure), ("tab enter", .note),
    ])
  func moving(keys: String, inHand: Item) {
    var form = form
    form.layout(in: Area(column: 0, row: 0, columns: 50, rows: 12), measure: TextMeasure())
    form[errorOf: .name] = "不能为空"
    for key in MarkedText.keys(keys) { _ = form.handle(key) }
    #expect(form.idInHand == inHand)
  }

  @Test(
    "PageDown and PageUp move by as many fields as have room, past those that are only shown, and stop at the ends",
    arguments: [
      ([0], 10), ([0, 0], 20), ([0, 0, 0, 0], 39), ([0, 1], 0), ([0, 0, 1], 10), ([0, 0, 0, 0, 0, 1], 29), ([1], 0),
    ])
  func pages(turns: [Int], inHand: Int) {
    var form = Form((0..<40).map { Form<Int>.Entry($0, label: "项", field: NumberField(), isFixed: $0 == 30) })
    form.layout(in: Area(column: 0, row: 0, columns: 40, rows: 10), measure: TextMeasure())
    for isUp in turns { _ = form.handle(KeyPress(isUp == 1 ? .pageUp : .pageDown)) }
    #expect(form.idInHand == inHand)
  }

  @Test("within many lines PageDown belongs to the text until its end")
  func pageInText() {
    var form = form
    form.layout(in: Area(column: 0, row: 0, columns: 50, rows: 3), measure: TextMeasure())
    form.take(.note)
    #expect(form.handle(KeyPress(.pageUp)) == .moved)
    #expect(form.handle(KeyPress(.pageDown)) == .moved)
    // To the end of the last line, and from there on.
    #expect(form.handle(KeyPress(.pageDown)) == .moved)
    #expect(form.handle(KeyPress(.pageDown)) == .switched(from: .note, to: .sure))
  }

  @Test("outcomes tell which field changed, and between which fields one went")
  func outcomes() {
    var form = form
    #expect(form.handle(.character("x")) == .changed(.name))
    #expect(form.text(of: .name) == "中心x")
    #expect(form.handle(KeyPress(.tab)) == .switched(from: .name, to: .note))
    #expect(form.handle(paste: "c\n") == .changed(.note))
    #expect(form.handle(.control("s")) == .ignored)
    #expect(form.handle(KeyPress(.escape)) == .cancelled)
    form.take(.score)
    #expect(form.handle(.character("中")) == .refused)
    form.take(.sure)
    #expect(form.handle(KeyPress(.enter)) == .completed)
    #expect(form.handle(KeyPress(.down)) == .refused)
    var none = Form<Item>([])
    #expect(none.handle(KeyPress(.tab)) == .ignored)
    #expect(none.handle(KeyPress(.escape)) == .cancelled)
    #expect(none.idInHand == nil)
  }

  @Test("labels stand beside their fields, hints and errors beneath")
  func picture() {
    var form = form
    form[errorOf: .score] = "请填写 0 至 10"
    let canvas = drawn(44, 8) { form.draw(on: &$0, in: $0.area) }
    #expect(canvas.text == ["名称  中心", "      与批文一致", "说明  a", "      b", "得分", "      请填写 0 至 10", "公开  ● 是  ○ 否", ""])
    #expect(canvas.cursor == Position(column: 10, row: 0))
    #expect(canvas.inkRows[5].hasPrefix("......bbbb"))
    #expect(form.rows(columns: 44, measure: TextMeasure()) == 7)
    #expect(form.takeFirstError() == true)
    #expect(form.idInHand == .score)
  }

  @Test("a list to tick is walked within, and entered at its nearer end")
  func ticking() {
    let list = CheckField(["甲", "乙", "丙"])
    var form = Form<Item>([
      .init(.name, label: "名称", field: TextField("")), .init(.note, label: "材料", field: list),
      .init(.score, label: "得分", field: NumberField()),
    ])
    func place() -> String {
      form.idInHand == .note ? "\((form[.note] as? CheckField)?.inHand ?? -1)" : "\(form.idInHand.map { "\($0)" } ?? "")"
    }
    var places: [String] = []
    for key in MarkedText.keys("down down down down up up up up down") {
      _ = form.handle(key)
      places.append(place())
    }
    #expect(places == ["0", "1", "2", "score", "2", "1", "0", "name", "0"])
  }

  @Test("a unit stands behind its field, and gives way where there is no room")
  func units() {
    var form = Form<Item>([.init(.score, label: "收入", field: NumberField("800"), unit: "万元")])
    let canvas = drawn(60, 2) { form.draw(on: &$0, in: $0.area) }
    #expect(canvas.text == ["收入  800                  万元", ""])
    form.layout(in: Area(column: 0, row: 0, columns: 60, rows: 2), measure: TextMeasure())
    #expect(form.click(at: Position(column: 27, row: 0)) == .moved)
    #expect(drawn(12, 2) { form.draw(on: &$0, in: $0.area) }.text == ["收入", "800"])
    #expect(drawn(20, 2) { form.draw(on: &$0, in: $0.area) }.text == ["收入", "800             万元"])
  }

  @Test("a section begins with its heading, below a blank row")
  func sections() {
    var form = Form<Item>([
      .init(.name, label: "名称", field: TextField("甲"), section: "基本情况"),
      .init(.score, label: "得分", field: NumberField("1"), section: "建设条件"),
    ])
    let canvas = drawn(44, 6) { form.draw(on: &$0, in: $0.area) }
    #expect(canvas.text == ["基本情况", "名称  甲", "", "建设条件", "得分  1", ""])
    form[.score] = NumberField("2")
    #expect(form.text(of: .score) == "2")
    #expect((form[.score] as? NumberField)?.reading == "2")
    #expect(drawn(20, 8) { form.draw(on: &$0, in: $0.area) }.text == ["基本情况", "名称", "甲", "", "建设条件", "得分", "2", ""])
  }

  @Test("in a narrow area labels stand above their fields")
  func narrow() {
    let canvas = drawn(12, 12) { form.draw(on: &$0, in: $0.area) }
    #expect(canvas.text == ["名称", "中心", "与批文一致", "说明", "a", "b", "得分", "", "公开", "● 是  ○ 否", "", ""])
  }

  @Test("a form taller than its area shows the field in hand", arguments: [Item.name, .note, .score, .sure], 1...7)
  func scrolling(inHand: Item, rows: Int) {
    var form = form
    form.take(inHand)
    let canvas = drawn(44, rows + 2) { form.draw(on: &$0, in: Area(column: 0, row: 1, columns: 44, rows: rows)) }
    #expect(canvas.text.first == "" && canvas.text.last == "")
    #expect(canvas.cursor != nil || inHand == .note && rows == 1)
  }

  @Test("a click takes a field in hand and puts its insertion point")
  func clicking() {
    var form = form
    form.layout(in: Area(column: 1, row: 2, columns: 50, rows: 9), measure: TextMeasure())
    #expect(form.click(at: Position(column: 7, row: 5)) == .switched(from: .name, to: .note))
    #expect((form.entries[1].field as? TextArea)?.editor.caret == 2)
    // The hint of the first field is gone, so all stands a row higher.
    #expect(form.click(at: Position(column: 14, row: 6)) == .changed(.sure))
    #expect(form.text(of: .sure) == "否")
    #expect(form.click(at: Position(column: 0, row: 0)) == .ignored)
  }
}
