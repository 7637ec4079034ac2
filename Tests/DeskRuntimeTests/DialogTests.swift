import DeskRuntime
import TerminalForTests
import Testing
import Widgets
import Wording

@MainActor
@Suite("Dialogs")
struct DialogTests {
  private let title = Phrase(zh: "问题", en: "Question")
  private let text = Phrase(zh: "确定要这样做吗？", en: "Do you want to do this?")

  @Test(
    "A question is answered by keys that no input method takes, or by a letter",
    arguments: [
      ([KeyPress(.enter)], true), ([KeyPress(.right), KeyPress(.enter)], false),
      ([KeyPress(.tab), KeyPress(.tab), KeyPress(.enter)], true),
      ([KeyPress(.escape)], false), ([.character("y")], true), ([.character("ｎ")], false),
    ])
  func confirm(keys: [KeyPress], expected: Bool) {
    let desk = SampleDesk()
    var answer: Bool?
    desk.runtime.confirm(title, text, yes: Phrase(zh: "做", en: "Do it")) { answer = $0 }
    desk.runtime.settle()
    #expect(desk.terminal.shows("Do you want to do this?"))
    desk.terminal.feed(keys.map { .input(.key($0)) })
    desk.runtime.settle()
    #expect(answer == expected)
    #expect(!desk.runtime.isModal)
  }

  @Test(
    "What would do harm is agreed to by y or a choice and Enter: not by a digit, by Enter alone or by the key that asked",
    arguments: [
      ([.character("1")], nil), ([.character("１")], nil), ([KeyPress(.function(2))], nil), ([KeyPress(.enter)], false),
      ([.character("y")], true), ([KeyPress(.left), KeyPress(.enter)], true),
    ] as [([KeyPress], Bool?)])
  func dangerous(keys: [KeyPress], expected: Bool?) {
    let desk = SampleDesk()
    var answer: Bool?
    desk.screen.doing = {
      desk.runtime.confirm(title, text, yes: Phrase(zh: "做", en: "Do it"), isDangerous: true) { answer = $0 }
    }
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal)
    for key in keys { desk.press(key) }
    #expect(answer == expected)
    #expect(desk.runtime.isModal == (expected == nil))
  }

  @Test("What begins with what is typed stands before that in which it only occurs; End goes to the last entry while nothing is typed")
  func narrowing() {
    let desk = SampleDesk()
    var chosen: Int?
    let choices = [
      Choice(Phrase(zh: "海兴县", en: "Haixing"), keywords: "haixingxian hxx"),
      Choice(Phrase(zh: "献县", en: "Xianxian"), keywords: "xianxian xx"),
    ]
    desk.runtime.choose(title, choices, filter: true) { chosen = $0 }
    desk.runtime.settle()
    for key in [KeyPress.character("x"), .character("x"), KeyPress(.enter)] { desk.press(key) }
    #expect(chosen == 1)
    desk.runtime.choose(title, choices, filter: true) { chosen = $0 }
    desk.runtime.settle()
    for key in [KeyPress(.end), .character("h"), KeyPress(.enter)] { desk.press(key) }
    #expect(chosen == 0)
    desk.runtime.choose(title, choices, filter: true) { chosen = $0 }
    desk.runtime.settle()
    for key in [KeyPress(.end), KeyPress(.enter)] { desk.press(key) }
    #expect(chosen == 1)
  }

  @Test("Esc leaves a question without an answer, also where Esc asked it")
  func escape() {
    let desk = SampleDesk()
    desk.runtime.push(SampleScreen())
    (desk.runtime.top as? SampleScreen)?.unsavedReason = text
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.isModal)
    desk.press(KeyPress(.escape))
    #expect(!desk.runtime.isModal && desk.runtime.screens.count == 2)
  }

  @Test("F12 leaves from in front of a dialog, which is not agreed to")
  func leaving() {
    let desk = SampleDesk()
    var answer: Bool?
    desk.runtime.confirm(title, text, yes: Phrase(zh: "做", en: "Do it")) { answer = $0 }
    desk.terminal.press(KeyPress(.function(12)))
    #expect(desk.runtime.settle() == .left)
    #expect(answer == false)
  }

  @Test("F12 in front of a dialog asks where something would be lost, and a second press does not agree")
  func leavingUnsaved() {
    let desk = SampleDesk()
    desk.screen.unsavedReason = Phrase(zh: "评语未保存", en: "The comment is not saved")
    desk.runtime.tell(title, text)
    desk.press(KeyPress(.function(12)))
    #expect(desk.terminal.shows("The comment is not saved") && !desk.terminal.shows("Do you want to do this?"))
    desk.terminal.press(KeyPress(.function(12)))
    #expect(desk.runtime.settle() == nil && desk.runtime.isModal)
  }

  @Test("A harmless confirmation takes no digit either")
  func digits() {
    let desk = SampleDesk()
    var answer: Bool?
    desk.runtime.confirm(title, text, yes: Phrase(zh: "做", en: "Do it")) { answer = $0 }
    desk.press(.character("1"))
    #expect(answer == nil && desk.runtime.isModal)
  }

  @Test("A dialog takes all input and its footer tells its own keys")
  func modality() {
    let desk = SampleDesk()
    desk.runtime.tell(title, text)
    desk.press(.character("n"), KeyPress(.function(2)))
    #expect(desk.screen.log.isEmpty)
    #expect(desk.footer.contains("Enter close"))
    #expect(!desk.footer.contains("submit"))
    desk.press(KeyPress(.enter))
    #expect(!desk.runtime.isModal)
  }

  @Test("An answer is clicked")
  func click() throws {
    let desk = SampleDesk()
    var answer: Int?
    desk.runtime.ask(title, text, answers: [Phrase(same: "one"), Phrase(same: "two")]) { answer = $0 }
    desk.runtime.settle()
    let row = try #require(desk.terminal.text.firstIndex { $0.contains("two") })
    // The last columns before the frame: the answers stand at the right.
    let column = TextMeasure().columns(of: desk.terminal.text[row]) - 5
    desk.terminal.feed([.input(.mouse(MousePress(.left, at: Position(column: column, row: row))))])
    desk.runtime.settle()
    #expect(answer == 1)
  }

  @Test("A list is chosen from by arrows, narrowed by typing, and tells the place in the whole list")
  func choose() {
    let desk = SampleDesk()
    var chosen: Int?
    let choices = ["沧州", "泊头", "任丘", "黄骅"].map { Choice(Phrase(same: $0)) }
    desk.runtime.choose(title, choices, filter: true) { chosen = $0 }
    desk.type("丘")
    #expect(!desk.terminal.shows("沧州"))
    desk.press(KeyPress(.enter))
    #expect(chosen == 2)
    desk.runtime.choose(title, choices, chosen: 1) { chosen = $0 }
    desk.press(KeyPress(.down), KeyPress(.down), KeyPress(.down), KeyPress(.enter))
    #expect(chosen == 3)
    desk.runtime.choose(title, choices) { chosen = $0 }
    desk.press(KeyPress(.escape))
    #expect(chosen == nil)
  }

  @Test(
    "A short list is narrowed too: by a character that is no key of it, or behind /; j, k, Space and q keep what they do, and the footer tells",
    arguments: [
      ([.character("t"), KeyPress(.enter)], 1), ([.character("沧"), KeyPress(.enter)], 0), ([.character("j"), .character(" ")], 1),
      ([.character("/"), .character("j"), KeyPress(.enter)], 2),
      ([.character("、"), .character("h"), .character("j"), KeyPress(.enter)], 2),
      ([.character("z"), KeyPress(.backspace), .character("j"), KeyPress(.enter)], 2), ([.character("q")], nil),
      ([.character("t"), .character("q")], 9), ([KeyPress(.insert), .control("g"), KeyPress(.enter)], 0),
    ] as [([KeyPress], Int?)])
  func narrowingShort(keys: [KeyPress], expected: Int?) {
    let desk = SampleDesk()
    desk.runtime.spelling = { ["沧州": "cangzhou cz", "泊头": "botou bt", "黄骅": "huanghua hh jhj hj"][$0] ?? "" }
    var chosen: Int? = 9
    desk.runtime.choose(title, ["沧州", "泊头", "黄骅"].map { Choice(Phrase(same: $0)) }) { chosen = $0 }
    desk.runtime.settle()
    #expect(desk.footer.contains("j k move  / or typing narrows the list"))
    for key in keys { desk.press(key) }
    #expect(chosen == expected)
    #expect(desk.runtime.isModal == (expected == 9))
    if expected == 9 { #expect(desk.footer.contains("move  typing narrows the list") && desk.terminal.shows("Nothing matches")) }
  }

  @Test("A long list scrolls with the selection, and the cursor stands on it")
  func longList() {
    let desk = SampleDesk()
    desk.runtime.choose(title, (0..<100).map { Choice(Phrase(same: "entry \($0).")) }) { _ in }
    desk.press(KeyPress(.end))
    #expect(desk.terminal.shows("entry 99."))
    #expect(!desk.terminal.shows("entry 1."))
    let row = desk.terminal.cursor?.row ?? 0
    #expect(desk.terminal.text[row].contains("entry 99."))
    #expect(desk.terminal.frames.allSatisfy { $0.flaws.isEmpty })
  }

  @Test("Long work shows how far it is, can be stopped, and hands over its result")
  func progress() {
    let desk = SampleDesk()
    var result: Result<Int, any Error>?
    desk.runtime.progress(title) { report in
      for step in 1...10 {
        try report.checkCancelled()
        report.report(step, of: 10)
      }
      return 10
    } then: {
      result = $0
    }
    desk.runtime.settle()
    #expect(throws: Never.self) { try #expect(result?.get() == 10) }
    #expect(!desk.runtime.isModal)
  }
}
