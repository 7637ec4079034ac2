import DeskRuntime
import TerminalForTests
import Testing
import Widgets
import Wording

@MainActor
@Suite("Key bindings")
struct BindingTests {
  @Test("Every key of a binding does it", arguments: [KeyPress.character("S"), KeyPress(.function(2)), .character("Ｓ")])
  func keys(key: KeyPress) {
    let desk = SampleDesk()
    desk.press(key)
    #expect(desk.screen.log == ["submit"])
  }

  @Test("What cannot be done says why")
  func refusal() {
    let desk = SampleDesk()
    desk.press(KeyPress(.function(4)))
    #expect(desk.screen.log.isEmpty)
    #expect(desk.footer.contains("there is no printer"))
    desk.press(.character("n"))
    #expect(!desk.footer.contains("there is no printer"))
  }

  @Test("With a field in hand letters are text; function keys, Esc and keys with Control still act")
  func capturing() {
    let desk = SampleDesk()
    desk.screen.isCapturing = true
    desk.screen.bindings.append(KeyBinding("save", [.control("s")], label: Phrase(zh: "保存", en: "save")))
    desk.screen.bindings.append(KeyBinding("drop", [KeyPress(.escape)], label: Phrase(zh: "放弃", en: "drop")))
    desk.type("Snq?:LＳ激")
    #expect(desk.screen.text == "Snq?:LＳ激")
    #expect(desk.screen.log.isEmpty)
    desk.press(KeyPress(.function(2)), .control("s"), KeyPress(.escape), KeyPress(.tab))
    #expect(desk.screen.log == ["submit", "save", "drop", "next"])
  }

  @Test("Full-width digits and signs mean what they look like where no field is in hand")
  func fullWidth() {
    let desk = SampleDesk()
    desk.type("８５")
    #expect(desk.screen.text == "85")
    desk.type("？")
    #expect(desk.terminal.shows("Help"))
    desk.press(KeyPress(.escape))
    desk.type("：")
    #expect(desk.terminal.shows("commands"))
  }

  @Test("Chinese where a letter was meant brings a hint, not silence", arguments: Language.allCases)
  func inputMethod(language: Language) {
    let desk = SampleDesk(language: language)
    desk.type("提")
    #expect(desk.footer.contains(language == .zh ? "输入法开着" : "An input method is on"))
    #expect(desk.footer.contains("F10"))
  }

  @Test("While a field is in hand, the help tells how a text is written, without the keys that the screen uses otherwise")
  func helpWhileCapturing() {
    let desk = SampleDesk(columns: 100, rows: 60)
    desk.screen.bindings.append(KeyBinding("whole", [.control("w"), KeyPress(.function(11))], label: Phrase(zh: "全文", en: "whole")))
    desk.press(KeyPress(.function(1)))
    #expect(!desk.terminal.shows("undo what was written"))
    desk.press(KeyPress(.escape))
    desk.screen.isCapturing = true
    desk.press(KeyPress(.function(1)))
    #expect(desk.terminal.shows("undo what was written") && desk.terminal.shows("Alt-u"))
    #expect(desk.terminal.text.count { $0.contains("Ctrl-W") } == 1)
  }

  @Test("While a field is in hand, the list of actions names no letter: it would be typed")
  func menuWhileCapturing() {
    let desk = SampleDesk()
    desk.screen.isCapturing = true
    desk.press(KeyPress(.function(10)))
    #expect(desk.terminal.shows("use the next theme") && desk.terminal.shows("F8"))
    #expect(!desk.terminal.shows("F8, T") && !desk.terminal.shows("q, Esc") && !desk.terminal.shows("?, F1"))
  }

  @Test("Enter lists the actions where the screen has no use for it")
  func menu() {
    let desk = SampleDesk()
    desk.press(KeyPress(.enter))
    #expect(desk.terminal.shows("submit the scoresheet"))
    desk.press(KeyPress(.down), KeyPress(.enter))
    #expect(desk.screen.log == ["next"])
  }

  @Test("The keys of a hint are those of the screen where both have one")
  func taken() {
    let desk = SampleDesk()
    let second = SampleScreen()
    second.bindings.append(KeyBinding("query", [.character("q"), KeyPress(.function(3))], label: Phrase(zh: "查询", en: "query")))
    desk.runtime.push(second)
    desk.press(.character("q"))
    #expect(second.log == ["query"])
    #expect(!desk.footer.contains("q back"))
    #expect(desk.footer.contains("Esc back"))
  }

  @Test("A list of bindings is held against four rules")
  func faults() {
    let label = Phrase(same: "x")
    let faulty = [
      KeyBinding("a", [.character("a"), .character("激")], label: label),
      KeyBinding("b", [.character("b"), KeyPress(.function(2))], label: label),
      KeyBinding("c", [KeyPress(.function(2))], label: label), KeyBinding("c", [.character("+")], label: label),
      KeyBinding("d", [.control("l")], label: label), KeyBinding("e", [], label: label),
    ]
    #expect(
      KeyBinding.faults(in: faulty) == [
        .onlyLetters("a"), .keyTwice(KeyPress(.function(2)), "b", "c"), .actionTwice("c"), .takenFromTheDesk(.control("l"), "d"),
        .onlyLetters("e"),
      ])
    #expect(KeyBinding.faults(in: SampleScreen().bindings).isEmpty)
  }

  @Test("The desk's own actions have a key that is no letter, and none is bound twice")
  func ownBindings() {
    #expect(KeyBinding.faults(in: GlobalAction.allCases.map(\.binding), reserved: []).isEmpty)
  }

  @Test(
    "Keys have the names that are printed on them",
    arguments: [
      (KeyPress(.function(2)), "F2", "F2"), (.control("l"), "Ctrl-L", "Ctrl-L"), (KeyPress(.pageDown), "PgDn", "PgDn"),
      (KeyPress(.enter), "回车", "Enter"), (.character(" "), "空格", "Space"), (KeyPress(.tab, .shift), "Shift-Tab", "Shift-Tab"),
      (KeyPress(.character("x"), .alt), "Alt-x", "Alt-x"), (KeyPress(.up), "↑", "↑"), (.character("?"), "?", "?"),
    ])
  func names(key: KeyPress, zh: String, en: String) {
    #expect(key.name(in: .zh) == zh)
    #expect(key.name(in: .en) == en)
  }

  @Test("Where arrows would be drawn wide they are words")
  func plainNames() {
    #expect(KeyPress(.up, .shift).plainName(in: .en) == "Shift-Up")
    #expect(KeyPress(.left).plainName(in: .zh) == "左")
    #expect(KeyPress(.home).plainName(in: .zh) == "Home")
  }
}
