import DeskRuntime
import TerminalForTests
import Testing
import Widgets
import Wording

@MainActor
@Suite("Footer, help and palette come from the bindings")
struct HintsTests {
  @Test(
    "The footer fits, whole hints only, and always tells the way to help and actions", arguments: [60, 80, 120, 200], Language.allCases)
  func footer(columns: Int, language: Language) {
    let desk = SampleDesk(columns: columns, language: language)
    for number in 0..<12 {
      desk.screen.bindings.append(
        KeyBinding(
          ActionName("more\(number)"), [KeyPress(.character(Character(UnicodeScalar(UInt8(97 + number)))), .alt)],
          label: Phrase(zh: "更多操作", en: "more actions"), prominence: .footer))
    }
    desk.press(KeyPress(.pageDown))
    let footer = desk.footer
    #expect(TextMeasure().columns(of: footer) <= columns)
    #expect(footer.contains(language == .zh ? "S 提交" : "S submit"))
    #expect(footer.contains(language == .zh ? "? 帮助" : "? help"))
    #expect(footer.contains(language == .zh ? "F10 操作" : "F10 actions"))
    #expect(footer.contains(language == .zh ? "F9 English" : "F9 中文"))
    #expect(footer.hasSuffix(language == .zh ? "更多操作" : "more actions") || !footer.contains("…"))
    #expect(!footer.contains("…"))
  }

  @Test("A footer keeps the list of actions and the other language, however much there is to do", arguments: Language.allCases)
  func crowdedFooter(language: Language) {
    let desk = SampleDesk(columns: 80, language: language)
    for number in 0..<6 {
      desk.screen.bindings.append(
        KeyBinding(
          ActionName("first\(number)"), [KeyPress(.character(Character(UnicodeScalar(UInt8(97 + number)))), .alt)],
          label: Phrase(zh: "最要紧的操作", en: "much wanted"), prominence: number < 2 ? .first : .footer))
    }
    desk.press(KeyPress(.pageDown))
    #expect(desk.footer.contains(language == .zh ? "F10 操作" : "F10 actions"))
    #expect(desk.footer.contains(language == .zh ? "F9 English" : "F9 中文"))
    for number in 6..<12 {
      desk.screen.bindings.append(
        KeyBinding(
          ActionName("first\(number)"), [KeyPress(.character(Character(UnicodeScalar(UInt8(97 + number)))), .alt)],
          label: Phrase(zh: "最要紧的操作", en: "much wanted"), prominence: .first))
    }
    desk.press(KeyPress(.pageDown))
    #expect(desk.footer.contains(language == .zh ? "F10 操作" : "F10 actions"))
  }

  @Test(
    "What was done stands in the footer, and what comes next stays there: beside a short sentence, beneath a long one",
    arguments: Language.allCases)
  func afterDoing(language: Language) {
    let desk = SampleDesk(columns: 80, language: language)
    desk.screen.bindings.append(
      KeyBinding("publish", [.character("7")], label: Phrase(zh: "公布撤销决定", en: "publish it"), prominence: .footer))
    desk.press(KeyPress(.pageDown))
    for done in ["已办理：审核报市科技局", String(repeating: "已对中心逐个办理", count: 4)] {
      desk.runtime.notice(Phrase(zh: done, en: done), .done)
      desk.runtime.settle()
      #expect(desk.footer.contains(language == .zh ? "7 公布撤销决定" : "7 publish it"), "\(desk.footer)")
      #expect(desk.terminal.text.contains { $0.contains(done) })
    }
    // Why something cannot be done says itself what comes next, and hides no row.
    let refused = String(repeating: "不能办理", count: 9)
    desk.runtime.notice(Phrase(zh: refused, en: refused), .caution)
    desk.runtime.settle()
    #expect(desk.footer.contains(refused))
  }

  @Test("A reason that has no room in its row of the list is read whole beneath it", arguments: [60, 80])
  func longReason(columns: Int) {
    let desk = SampleDesk(columns: columns, rows: 24)
    let reason = "the printer was lent to the department of industry and comes back on Monday"
    desk.screen.bindings[2].refusal = Phrase(zh: reason, en: reason)
    desk.press(KeyPress(.function(10)), KeyPress(.down), KeyPress(.down))
    let words = desk.terminal.text.joined().replacing(/[│█ ]+/, with: "")
    #expect(words.contains(reason.replacing(" ", with: "")))
  }

  @Test("The help holds every key and explanation, of the screen and of the desk", arguments: Language.allCases)
  func help(language: Language) {
    let desk = SampleDesk(columns: 100, rows: 60, language: language)
    desk.press(KeyPress(.function(1)))
    let text = desk.terminal.text.joined(separator: "\n")
    for binding in desk.screen.bindings + GlobalAction.allCases.map(\.binding) {
      #expect(text.contains(binding.explanation[language]))
      for key in binding.keys { #expect(text.contains(key.name(in: language))) }
    }
    #expect(text.contains(language == .zh ? "没有打印机" : "there is no printer"))
  }

  @Test("While a field is in hand the help names no key that would be written in it", arguments: Language.allCases)
  func helpWhileWriting(language: Language) {
    let desk = SampleDesk(columns: 100, rows: 60, language: language)
    desk.screen.isCapturing = true
    desk.press(KeyPress(.function(1)))
    let rows = desk.terminal.text
    let letters = GlobalAction.allCases.flatMap(\.binding.keys).filter { key in
      if case .character = key.key { key.modifiers.isEmpty } else { false }
    }.map { $0.name(in: language) }
    #expect(letters.count > 4)
    let everywhere = rows.drop { !$0.contains(language == .zh ? "随处" : "Everywhere") }
    let keys = everywhere.map { $0.drop { " │|".contains($0) }.prefix { $0 != " " } }
    for letter in letters { #expect(!keys.contains { $0.split(whereSeparator: { "、,".contains($0) }).contains(letter[...]) }, "\(letter)") }
    #expect(rows.contains { $0.contains(language == .zh ? "字母和符号都写入栏目" : "letters and signs are written") })
  }

  @Test("A help longer than the window can be turned to its end")
  func longHelp() {
    let desk = SampleDesk(columns: 60, rows: 16)
    desk.press(KeyPress(.function(1)))
    #expect(!desk.terminal.shows("count as ASCII"))
    desk.press(KeyPress(.end))
    #expect(desk.terminal.shows("count as ASCII") || desk.terminal.shows("as ASCII"))
    desk.press(KeyPress(.escape))
    #expect(!desk.runtime.isModal)
  }

  @Test("The palette holds every action, finds it in both languages, and does it")
  func palette() {
    let desk = SampleDesk(columns: 100, rows: 40)
    desk.press(.character(":"))
    for binding in desk.screen.bindings { #expect(desk.terminal.shows(binding.explanation.en)) }
    desk.type("提交")
    #expect(desk.terminal.shows("submit the scoresheet"))
    #expect(!desk.terminal.shows("paint the screen anew"))
    desk.press(KeyPress(.enter))
    #expect(desk.screen.log == ["submit"])
    desk.press(.control("p"))
    desk.type("SCORE sub")
    desk.press(KeyPress(.enter))
    #expect(desk.screen.log == ["submit", "submit"])
  }

  @Test("The palette finds an action by its pinyin and initials, where those are told", arguments: ["tijiao", "tj"])
  func spelled(typed: String) {
    let desk = SampleDesk(columns: 100, rows: 40)
    desk.runtime.spelling = { $0.contains("提交") ? "tijiao tj" : "" }
    desk.press(.character(":"))
    desk.type(typed)
    #expect(!desk.terminal.shows("paint the screen anew"))
    desk.press(KeyPress(.enter))
    #expect(desk.screen.log == ["submit"])
  }

  @Test("The palette says when nothing matches, and shows what others hand in")
  func furtherEntries() {
    let desk = SampleDesk()
    var opened = ""
    desk.runtime.paletteEntries = { text in
      guard text == "jg" else { return [] }
      return [PaletteEntry(Choice(Phrase(same: "激光切割中心"))) { opened = text }]
    }
    desk.press(.character(":"))
    desk.type("zz")
    #expect(desk.terminal.shows("Nothing matches"))
    desk.press(.control("u"))
    desk.type("jg")
    #expect(desk.terminal.shows("激光切割中心"))
    desk.press(KeyPress(.enter))
    #expect(opened == "jg")
  }

  @Test("What is found a moment after it was typed appears by itself, and the entry in hand stays in hand")
  func furtherEntriesLater() {
    let desk = SampleDesk()
    var found: [String] = []
    desk.runtime.paletteEntries = { _ in found.map { PaletteEntry(Choice(Phrase(same: $0))) {} } }
    desk.press(.character(":"))
    desk.type("zz")
    #expect(desk.terminal.shows("Nothing matches"))
    found = ["zz one"]
    desk.runtime.announce("news")
    desk.runtime.settle()
    #expect(desk.terminal.shows("zz one") && !desk.terminal.shows("Nothing matches"))
    found = ["zz nought", "zz one"]
    desk.runtime.announce("news")
    desk.runtime.settle()
    let row = desk.terminal.text.firstIndex { $0.contains("zz one") }
    #expect(row == desk.terminal.text.firstIndex { $0.contains("zz nought") }.map { $0 + 1 })
    #expect(
      desk.terminal.frames.last.map { canvas in
        (0..<canvas.size.columns).contains { canvas[Position(column: $0, row: row ?? 0)].style.ink == .selected }
      } == true)
  }

  @Test("An action that is refused stays listed and says why")
  func refused() {
    let desk = SampleDesk()
    desk.press(.character(":"))
    desk.type("打印")
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.isModal)
    #expect(desk.footer.contains("there is no printer"))
    #expect(desk.screen.log.isEmpty)
  }

  @Test("A notice goes with the next key after it was seen, or after six seconds")
  func notices() {
    let desk = SampleDesk()
    desk.runtime.notice(Phrase(zh: "已保存", en: "saved"), .done)
    desk.runtime.settle()
    #expect(desk.footer.contains("saved"))
    desk.runtime.turn()
    #expect(desk.terminal.now == .seconds(6))
    #expect(!desk.footer.contains("saved"))
    desk.runtime.notice(Phrase(zh: "已保存", en: "saved"), .done)
    desk.runtime.settle()
    desk.press(KeyPress(.pageDown))
    #expect(!desk.footer.contains("saved"))
  }
}
