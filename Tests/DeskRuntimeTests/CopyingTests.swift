import DeskRuntime
import TerminalForTests
import Testing
import Widgets
import Wording

@MainActor
@Suite("Copying the row under the cursor")
struct CopyingTests {
  @Test("y and Ctrl-Y copy what is seen of the row, unless the screen knows more of it or has a use of its own for the key")
  func seen() {
    let desk = SampleDesk()
    desk.screen.text = "7.5  二"
    desk.press(.character("y"))
    #expect(desk.terminal.copied == ["text=7.5\t二"])
    #expect(desk.footer.contains("text=7.5"))
    desk.screen.row = "all of it"
    desk.press(.control("y"))
    #expect(desk.terminal.copied.last == "all of it")
    desk.screen.bindings = [KeyBinding("own", [.character("y")], label: Phrase(zh: "自用", en: "own"))]
    desk.press(.character("y"))
    #expect(desk.screen.log.last == "own" && desk.terminal.copied.count == 2)
  }

  @Test("In a field, y is a letter; an empty row is said to be one")
  func field() {
    let desk = SampleDesk()
    desk.screen.isCapturing = true
    desk.press(.character("y"))
    #expect(desk.screen.text == "y" && desk.terminal.copied.isEmpty)
    desk.screen.isCapturing = false
    desk.screen.row = ""
    desk.press(.character("y"))
    #expect(desk.terminal.copied.isEmpty && desk.footer.contains("nothing to copy"))
  }
}

@Suite("What a row of a canvas says")
struct CanvasTextTests {
  @Test(
    "Between the rules, without bars, a tab where columns are apart",
    arguments: [
      (0, "一\ttwo"), (6, "一\ttwo"), (12, "右 side"), (30, ""),
    ])
  func text(column: Int, text: String) {
    var canvas = Canvas(size: Size(columns: 24, rows: 1))
    canvas.put("一  two █░", at: Position(column: 0, row: 0))
    canvas.verticalRule(at: Position(column: 11, row: 0), rows: 1)
    canvas.put(" 右 side", at: Position(column: 12, row: 0))
    #expect(canvas.text(around: Position(column: column, row: 0)) == text)
  }
}
