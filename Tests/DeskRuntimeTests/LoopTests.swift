import DeskRuntime
import TerminalForTests
import Testing
import Widgets
import Wording

@MainActor
@Suite("The loop")
struct LoopTests {
  @Test("Fifty queued PageDowns all count and cost one frame")
  func burstOfPages() {
    let desk = SampleDesk()
    let before = desk.terminal.frames.count
    desk.terminal.feed(Array(repeating: .input(.key(KeyPress(.pageDown))), count: 50))
    desk.runtime.settle()
    #expect(desk.screen.log == Array(repeating: "page", count: 50))
    #expect(desk.terminal.frames.count == before + 1)
  }

  @Test("A key that is typed ahead of another screen reaches that screen")
  func typedAhead() {
    let desk = SampleDesk()
    let second = SampleScreen()
    desk.screen.bindings = [
      KeyBinding("open", [KeyPress(.enter)], label: Phrase(zh: "打开", en: "open"))
    ]
    let opener = OpeningScreen { desk.runtime.push(second) }
    desk.runtime.replace(with: opener)
    desk.press(KeyPress(.enter), .character("7"), .character("5"))
    #expect(second.text == "75")
  }

  @Test("Nothing is drawn while nothing happens")
  func quiet() {
    let desk = SampleDesk()
    let before = desk.terminal.frames.count
    desk.runtime.every(.milliseconds(250)) {}
    desk.runtime.turn()
    desk.runtime.turn()
    #expect(desk.terminal.frames.count == before)
  }

  @Test(
    "Controls that are left out of a pasted text are told of",
    arguments: [("a\u{1B}[31mb\u{0}c", 2), ("a\tb\nc", 0), ("中文", 0), ("\u{202E}x", 1)])
  func pastedControls(text: String, count: Int) {
    let desk = SampleDesk()
    desk.terminal.feed([.input(.paste(text))])
    desk.runtime.settle()
    #expect(desk.footer.contains("of what was pasted left out") == (count > 0))
    if count > 0 { #expect(desk.footer.contains("\(count) control")) }
  }

  @Test("A line that is gone and a wish to end are told apart", arguments: [TerminalEvent.lineGone, .terminated])
  func endings(event: TerminalEvent) {
    let desk = SampleDesk()
    desk.terminal.feed([event, .input(.key(.character("n")))])
    #expect(desk.runtime.run() == (event == .lineGone ? .lineGone : .terminated))
    #expect(desk.screen.log.isEmpty)
  }

  @Test("A window that is too small says so in both languages and comes back when it grows")
  func tooSmall() {
    let desk = SampleDesk()
    desk.terminal.resize(columns: 59, rows: 24)
    desk.runtime.settle()
    #expect(desk.terminal.shows("窗口太小") && desk.terminal.shows("Too small"))
    #expect(!desk.terminal.shows("content"))
    desk.press(.character("n"))
    #expect(desk.screen.log.isEmpty)
    desk.terminal.resize(columns: 60, rows: 16)
    desk.runtime.settle()
    #expect(desk.terminal.shows("content"))
  }

  @Test("No size of the window is too strange to be drawn", arguments: [(0, 0), (1, 1), (3, 40), (200, 2), (60, 16), (200, 60)])
  func sizes(columns: Int, rows: Int) {
    let desk = SampleDesk(columns: columns, rows: rows)
    desk.press(KeyPress(.function(1)))
    #expect(desk.terminal.frames.allSatisfy { $0.flaws.isEmpty })
  }

  @Test("Ctrl-L paints everything anew, in front of a dialog too")
  func redraw() {
    let desk = SampleDesk()
    desk.press(.control("l"), KeyPress(.function(1)), .control("l"))
    #expect(desk.terminal.redraws == 2)
  }

  @Test("Ctrl-Z stops the program only where it can be found again", arguments: [true, false])
  func suspension(canSuspend: Bool) {
    let desk = SampleDesk(canSuspend: canSuspend)
    desk.press(.control("z"))
    #expect(desk.terminal.suspensions == (canSuspend ? 1 : 0))
    // Either way one is told what became of it.
    #expect(desk.footer.contains(canSuspend ? "Back again" : "cannot be suspended"))
    desk.terminal.resize(columns: 100, rows: 60)
    desk.press(KeyPress(.function(1)))
    #expect(desk.terminal.shows("Ctrl-Z") == canSuspend)
  }

  @Test("Language, theme and mouse are switched while the desk runs, and told to whoever keeps them")
  func preferences() {
    let desk = SampleDesk()
    var kept: [Runtime.Preferences] = []
    desk.runtime.preferencesChanged = { kept.append($0) }
    desk.press(KeyPress(.function(9)))
    #expect(desk.terminal.shows("内容"))
    desk.press(.character("L"), KeyPress(.function(8)), KeyPress(.function(7)))
    #expect(desk.terminal.shows("content"))
    #expect(desk.terminal.theme == .light)
    #expect(desk.terminal.hasMouse)
    #expect(kept.map(\.language) == [.zh, .en, .en, .en])
    #expect(kept.last?.usesMouse == true)
  }

  @Test("An unknown terminal is told of at the start")
  func unknownTerminal() {
    let terminal = TestTerminal()
    terminal.capabilities.unknownName = "xterm-kitty"
    let runtime = Runtime.forTests(on: terminal)
    runtime.push(SampleScreen())
    _ = runtime.run()
    #expect(terminal.frames.first?.text.last?.contains("xterm-kitty") == true)
  }

  @Test("The theme goes by the ground of the terminal until somebody chooses one, and is not kept as a choice")
  func ground() {
    let desk = SampleDesk()
    var kept: [Runtime.Preferences] = []
    desk.runtime.preferencesChanged = { kept.append($0) }
    desk.terminal.capabilities.groundIsLight = true
    desk.terminal.feed([.learned])
    desk.runtime.settle()
    #expect(desk.terminal.theme == .light && kept.isEmpty)
    desk.press(KeyPress(.function(8)))
    #expect(desk.terminal.theme == .contrast && kept.map(\.isThemeChosen) == [true])
    desk.terminal.feed([.learned])
    desk.runtime.settle()
    #expect(desk.terminal.theme == .contrast)
  }

  @Test("What is learned of the terminal later changes how it is drawn")
  func learned() {
    let desk = SampleDesk()
    desk.terminal.capabilities.ambiguousIsWide = true
    desk.terminal.feed([.learned])
    desk.runtime.settle()
    #expect(desk.terminal.frames.last?.glyphs == .ascii)
    #expect(desk.terminal.redraws == 1)
  }
}

/// A screen whose only key opens another one.
@MainActor
private final class OpeningScreen: Screen {
  let title = Phrase(zh: "门", en: "Door")
  let open: () -> Void
  init(open: @escaping () -> Void) { self.open = open }
  var bindings: [KeyBinding] { [KeyBinding("open", [KeyPress(.enter)], label: Phrase(zh: "打开", en: "open"))] }
  func perform(_ action: ActionName) { open() }
  func draw(on canvas: inout Canvas, in area: Area, look: Look) {}
}
