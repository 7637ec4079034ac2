import Testing

@testable import Widgets

@Suite struct NumberFieldTests {
  @Test(
    "full-width figures and signs are taken as what they mean, and kept as they were typed",
    arguments: [
      ("8.5", "8.5", "8.5"), ("８．５", "８．５", "8.5"), ("8。5", "8。5", "8.5"), ("６０％", "６０％", "60%"), ("－３", "－３", "-3"), ("＋3", "＋3", "+3"),
      ("8a5", "85", "85"), ("八", "", ""), ("1 2", "12", "12"), ("−1", "−1", "-1"),
    ])
  func typing(keys: String, text: String, reading: String) {
    var field = NumberField(signs: [.point, .sign, .percent])
    for character in keys { _ = field.handle(.character(character)) }
    #expect(field.text == text)
    #expect(field.reading == reading)
  }

  @Test("signs that are not lawful here are refused", arguments: [".", "。", "-", "％", "x", "中", " ", "１x"])
  func refusing(text: String) {
    var field = NumberField(signs: [])
    #expect(field.handle(.character(text.last ?? " ")) == .refused)
    #expect(field.handle(paste: text) == .refused)
    #expect(field.text == "")
  }

  @Test("a pasted number comes in without its blanks", arguments: [(" 8.5\n", "8.5"), ("１２　３", "１２３"), ("-1", "")])
  func pasting(pasted: String, text: String) {
    var field = NumberField()
    _ = field.handle(paste: pasted)
    #expect(field.text == text)
  }

  @Test("lines or cells of a table are never joined into one number", arguments: ["1\n2", "1\r\n2\r\n", "1\t2", "１\n\n２"])
  func several(pasted: String) {
    for signs in [NumberField.Signs.point, [.point, .any]] {
      var field = NumberField("7", signs: signs)
      #expect(field.handle(paste: pasted) == .refused)
      #expect(field.text == "7")
    }
  }

  @Test("what is wrong with a number is asked of its reading, and nothing is wrong with none")
  func problem() {
    var field = NumberField("") { Int($0).map { $0 > 10 ? "超过 10" : nil } ?? "不是整数" }
    #expect(field.currentProblem == nil)
    _ = field.handle(paste: "１１")
    #expect(field.currentProblem == "超过 10")
    _ = field.handle(KeyPress(.backspace))
    #expect(field.currentProblem == nil)
    _ = field.handle(.character("."))
    #expect(field.currentProblem == "不是整数")
  }

  @Test("editing keys work as in a line")
  func editing() {
    var field = NumberField("12")
    #expect(field.handle(KeyPress(.left)) == .moved)
    #expect(field.handle(.character("5")) == .changed)
    #expect(field.text == "152")
    #expect(field.handle(KeyPress(.enter)) == .committed)
    #expect(field.handle(.control("u")) == .changed)
    #expect(field.text == "2")
  }
}

@Suite struct ChoiceFieldTests {
  @Test(
    "arrows, blanks, figures and letters choose; arrows stop at the ends, and what moves elsewhere chooses nothing",
    arguments: [
      (nil, "right", 0), (nil, "left", 0), (0, "right", 1), (2, "right", 2), (0, "left", 0), (2, "left", 1), (1, "space", 2),
      (2, "space", 0), (nil, "space", 0), (0, "end", 0), (2, "home", 2), (1, "pgup", 1),
      (0, "\"2\"", 1), (0, "\"３\"", 2), (0, "\"9\"", 0), (0, "\"b\"", 1), (0, "\"Ｂ\"", 1), (1, "\"b\"", 2), (2, "\"b\"", 1),
      (0, "\"x\"", 0),
      (0, "up", 0), (0, "\"中\"", 0),
    ] as [(Int?, String, Int)])
  func choosing(start: Int?, keys: String, selected: Int) {
    var field = ChoiceField(["Alpha", "Beta", "Bravo"], selected: start)
    for key in MarkedText.keys(keys) { _ = field.handle(key) }
    #expect(field.selected == selected)
  }

  @Test(
    "Chinese chooses as a word: what goes on with no choice is not the beginning of another",
    arguments: [
      (["成立，终止申请", "不成立"], nil, "\"不成立\"", "不成立"), (["成立，终止申请", "不成立"], 1, "\"成立\"", "成立，终止申请"),
      (["良好", "不良"], nil, "\"不良\"", "不良"), (["良好", "不良"], 1, "\"良\"", "良好"), (["良好", "有问题"], nil, "\"不良\"", ""),
      (["良好", "有问题"], 1, "\"不良好\"", "有问题"), (["良好", "有问题"], 1, "\"不\" left \"良\"", "良好"),
      (["良好", "有问题"], 0, "\"不\" right \"良\"", "良好"),
    ] as [([String], Int?, String, String)])
  func words(choices: [String], start: Int?, keys: String, chosen: String) {
    var field = ChoiceField(choices, selected: start)
    for key in MarkedText.keys(keys) { _ = field.handle(key) }
    #expect(field.text == chosen)
  }

  @Test(
    "where letters do not choose, digits, arrows and blanks do",
    arguments: ["\"b\"", "\"Ｂ\"", "\"中\"", "home", "end"])
  func characters(key: String) {
    var field = ChoiceField(["Alpha", "Beta", "Bravo"], selected: 0, takesCharacters: false)
    for key in MarkedText.keys(key) { #expect(field.handle(key) == .refused) }
    #expect(field.selected == 0)
    for key in MarkedText.keys("right space \"1\" \"３\"") { #expect(field.handle(key) == .changed) }
    #expect(field.selected == 2)
  }

  @Test("without choices nothing is chosen")
  func none() {
    var field = ChoiceField([], selected: 3)
    for key in MarkedText.keys("right left home end space \"1\" \"a\"") { #expect(field.handle(key) == .refused) }
    #expect(field.text == "")
    _ = drawn(8, 1) { field.draw(on: &$0, in: $0.area, isInHand: true) }
  }

  @Test("all choices are shown where they have room, else the chosen one")
  func pictures() {
    let field = ChoiceField(["是", "否"], selected: 1)
    let wide = drawn(12, 1) { field.draw(on: &$0, in: $0.area, isInHand: true) }
    #expect(wide.text == ["○ 是  ● 否"])
    #expect(wide.cursor == Position(column: 6, row: 0))
    #expect(drawn(8, 1) { field.draw(on: &$0, in: $0.area, isInHand: true) }.text == ["◂ 否   ▸"])
    var narrow = field
    narrow.layout(Size(columns: 8, rows: 1), measure: TextMeasure())
    #expect(narrow.isFolded)
    narrow.layout(Size(columns: 12, rows: 1), measure: TextMeasure())
    #expect(!narrow.isFolded)
    #expect(drawn(12, 1, .ascii) { field.draw(on: &$0, in: $0.area, isInHand: true) }.text == ["o 是  * 否"])
  }

  @Test("a click chooses what it meets")
  func clicking() {
    var field = ChoiceField(["是", "否"])
    field.layout(Size(columns: 12, rows: 1), measure: TextMeasure())
    #expect(field.click(at: Position(column: 7, row: 0)) == .changed)
    #expect(field.selected == 1)
    #expect(field.click(at: Position(column: 4, row: 0)) == .ignored)
  }
}

@Suite struct CheckFieldTests {
  @Test(
    "blanks and figures tick, and take a tick away again",
    arguments: [
      ("space", "甲"), ("space space", ""), ("down space", "乙"), ("\"2\"", "乙"), ("\"３\" \"1\"", "甲、丙"), ("\"4\"", ""), ("\"x\"", ""),
      ("down down down space", "丙"), ("up space", "甲"), ("end space", "丙"), ("end home space", "甲"), ("end up space down space", "乙、丙"),
    ])
  func ticking(keys: String, text: String) {
    var field = CheckField(["甲", "乙", "丙"])
    for key in MarkedText.keys(keys) { _ = field.handle(key) }
    #expect(field.text == text)
  }

  @Test("it shows a row for each thing, and the cursor in the one in hand")
  func picture() {
    var field = CheckField(["甲", "乙"], ticked: [0, 7])
    #expect(field.ticked == [0])
    #expect(field.click(at: Position(column: 0, row: 1)) == .changed)
    let canvas = drawn(8, 2) { field.draw(on: &$0, in: $0.area, isInHand: true) }
    #expect(canvas.text == ["[x] 甲", "[x] 乙"])
    #expect(canvas.cursor == Position(column: 1, row: 1))
    #expect(field.handle(KeyPress(.down)) == .refused)
    #expect(field.handle(KeyPress(.enter)) == .committed)
  }

  @Test("in other words the same things are ticked, and the same one is in hand")
  func translating() {
    var field = CheckField(["甲", "乙", "丙"], ticked: [0])
    _ = field.handle(KeyPress(.down))
    field.say(["a", "b", "c"])
    _ = field.handle(KeyPress(.character(" ")))
    #expect(field.text == "a、b")
    var choice = ChoiceField(["甲", "乙"], selected: 1)
    choice.say(["a", "b"])
    #expect(choice.text == "b")
  }

  @Test("strange signs stay in sight where the owner refuses the whole") func strangeSigns() {
    var field = NumberField(signs: [.point, .any])
    for character in "1，5、x" { #expect(field.handle(KeyPress(.character(character))) == .changed) }
    #expect(field.text == "1，5、x")
    #expect(field.handle(paste: " 2,5\n") == .changed)
    #expect(field.text == "1，5、x2,5")
    #expect(!field.isTaken("，") && !field.isTaken("x") && field.isTaken("５"))
  }
}
