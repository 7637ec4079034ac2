import DeskRuntime
import TerminalForTests
import Testing
import Widgets
import Wording

@MainActor
@Suite("The stack of screens")
struct StackTests {
  @Test("A screen is told whenever it comes to the top")
  func appearances() {
    let desk = SampleDesk()
    let second = SampleScreen()
    desk.runtime.push(second)
    desk.runtime.pop()
    #expect(desk.screen.appearances == 2)
    #expect(second.appearances == 1)
  }

  @Test("The first screen stays, whatever is popped")
  func first() {
    let desk = SampleDesk()
    desk.runtime.pop()
    #expect(desk.runtime.screens.count == 1)
  }

  @Test("q and Esc go back", arguments: [KeyPress.character("q"), KeyPress(.escape), .character("ｑ")])
  func back(key: KeyPress) {
    let desk = SampleDesk()
    desk.runtime.push(SampleScreen())
    desk.press(key)
    #expect(desk.runtime.screens.count == 1)
  }

  @Test("On the first screen q leaves and Esc does not")
  func leaving() {
    let desk = SampleDesk()
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.settle() == nil)
    desk.terminal.press(.character("q"))
    #expect(desk.runtime.settle() == .left)
  }

  @Test(
    "On the first screen of a desk opened from elsewhere q and Esc go back there", arguments: [KeyPress.character("q"), KeyPress(.escape)])
  func backToOpener(key: KeyPress) {
    let desk = SampleDesk()
    #expect(desk.footer.contains("q leave"))
    desk.runtime.isOpenedFromElsewhere = true
    desk.press(KeyPress(.pageDown))
    #expect(desk.footer.contains("q back"))
    desk.terminal.press(key)
    #expect(desk.runtime.settle() == .wentBack)
  }

  @Test("Going back to the opener asks where something would be lost")
  func unsavedBeforeOpener() {
    let desk = SampleDesk()
    desk.runtime.isOpenedFromElsewhere = true
    desk.screen.unsavedReason = Phrase(zh: "评语未保存", en: "The comment is not saved")
    desk.press(KeyPress(.escape))
    #expect(desk.terminal.shows("The comment is not saved"))
    desk.terminal.press(.character("y"))
    #expect(desk.runtime.settle() == .wentBack)
  }

  @Test("Leaving asks where something would be lost, on screens below as well, and Enter alone does not agree")
  func unsaved() {
    let desk = SampleDesk()
    desk.screen.unsavedReason = Phrase(zh: "评语未保存", en: "The comment is not saved")
    desk.runtime.push(SampleScreen())
    desk.press(KeyPress(.function(12)))
    #expect(desk.terminal.shows("The comment is not saved"))
    desk.press(KeyPress(.enter))
    #expect(!desk.runtime.isModal)
    #expect(desk.runtime.settle() == nil)
    desk.press(KeyPress(.function(12)))
    desk.terminal.press(.character("y"))
    #expect(desk.runtime.settle() == .left)
  }

  @Test("News reaches every screen")
  func news() {
    let desk = SampleDesk()
    let second = SampleScreen()
    desk.runtime.push(second)
    desk.runtime.announce(7)
    #expect(desk.screen.log == ["news 7"] && second.log == ["news 7"])
  }

  @Test("The title line names the way to the visible screen, and drops its beginning where it is too long")
  func titles() {
    let desk = SampleDesk(columns: 60)
    desk.runtime.status = Phrase(zh: "专家", en: "expert")
    let second = SampleScreen()
    second.title = Phrase(same: "Registry")
    desk.runtime.push(second)
    desk.runtime.settle()
    #expect(desk.terminal.text[0].hasPrefix(" Sample › Registry") && desk.terminal.text[0].hasSuffix("expert"))
    second.title = Phrase(same: String(repeating: "x", count: 50))
    desk.press(KeyPress(.function(9)))
    #expect(desk.terminal.text[0].hasPrefix(" xxx"))
  }
}
