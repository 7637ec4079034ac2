import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

/// Somebody at a desk on a terminal for tests: keys in, text out.
@MainActor
final class DeskForTests {
  /// Kept, since its folder goes with it.
  let fixture: DeskFixture
  let terminal: TestTerminal
  let runtime: Runtime
  let sitting: Sitting

  /// Sits somebody down at their home screen.
  init(
    _ fixture: DeskFixture, _ login: String, columns: Int = 120, rows: Int = 40, language: Language = .zh, ambiguousIsWide: Bool = false,
    workers: (any Workers)? = nil, on day: Day? = nil, at own: CenterStore? = nil
  ) throws {
    self.fixture = fixture
    terminal = TestTerminal(columns: columns, rows: rows, ambiguousIsWide: ambiguousIsWide)
    let preferences = Runtime.Preferences(language: language)
    runtime =
      workers.map { [terminal] in
        Runtime(terminal: terminal, preferences: preferences, clock: { terminal.now }, workers: $0)
      } ?? Runtime.forTests(on: terminal, preferences: preferences)
    let store = own ?? day.map { fixture.store.under(DeskFixture.surroundings(on: $0)) } ?? fixture.store
    sitting = try Sitting(store: store, login: login, runtime: runtime)
    runtime.status = Phrase(same: "\(sitting.member.name)") + sitting.member.role.phrase.inBrackets
    runtime.push(Desk.home(of: sitting))
    runtime.settle()
  }

  /// Shows a screen.
  func open(_ screen: any Screen) {
    runtime.push(screen)
    runtime.settle()
  }

  /// Presses keys, all before the next frame.
  func press(_ keys: KeyPress...) {
    terminal.feed(keys.map { .input(.key($0)) })
    runtime.settle()
  }

  /// Types characters, all before the next frame; a line feed is Enter.
  func type(_ text: String) {
    terminal.feed(text.map { .input(.key($0 == "\n" ? KeyPress(.enter) : .character($0))) })
    runtime.settle()
  }

  /// Lets time pass, and what was due happen.
  func pass(_ time: Duration) {
    terminal.pass(time)
    terminal.feed([.timeout])
    runtime.settle()
  }

  /// What is to be seen.
  var text: String { terminal.text.joined(separator: "\n") }

  /// Whether a text is to be seen in one row.
  func shows(_ words: String) -> Bool { terminal.shows(words) }

  /// Checks that need no picture: nothing cut, everything in line, a cursor, keys that all can press, words in the language asked for.
  func checkFrame(_ comment: Comment? = nil, allowing names: [String] = [], sourceLocation: SourceLocation = #_sourceLocation) {
    guard let canvas = terminal.frames.last else {
      Issue.record("nothing was drawn", sourceLocation: sourceLocation)
      return
    }
    #expect(canvas.flaws.isEmpty, comment, sourceLocation: sourceLocation)
    #expect(canvas.cursor != nil, comment, sourceLocation: sourceLocation)
    #expect(FrameChecks.brokenBorders(canvas).isEmpty, comment, sourceLocation: sourceLocation)
    if let top = runtime.top {
      #expect(KeyBinding.faults(in: top.bindings).map(\.description) == [], comment, sourceLocation: sourceLocation)
    }
    if runtime.language == .en {
      #expect(FrameChecks.untranslated(canvas, allowing: names) == [], comment, sourceLocation: sourceLocation)
    }
  }

  /// Holds what is to be seen against the picture of a name, with the meaning of every cell, which each theme shows in its own way; then looks at it in
  /// a terminal with wide ambiguous characters.
  func checkPicture(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try Pictures.check(terminal.frames.last, name, sourceLocation: sourceLocation)
    checkWideFrame("\(name)", sourceLocation: sourceLocation)
  }

  /// The same screen in a terminal that draws ambiguous characters two columns wide, as many in China do: nothing is cut, nothing is drawn with what
  /// would be too wide, and the cursor is there.
  func checkWideFrame(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    let usual = terminal.capabilities
    defer {
      terminal.capabilities = usual
      terminal.feed([.resized(terminal.size)])
      runtime.settle()
    }
    terminal.capabilities.ambiguousIsWide = true
    terminal.feed([.resized(terminal.size)])
    runtime.settle()
    guard let canvas = terminal.frames.last else { return }
    #expect(canvas.glyphs == .ascii && canvas.flaws.isEmpty && canvas.cursor != nil, comment, sourceLocation: sourceLocation)
    let frames = canvas.text.joined().unicodeScalars.filter { (0x2500...0x259F).contains($0.value) }
    #expect(frames.isEmpty, "\(comment?.rawValue ?? ""): \(String(String.UnicodeScalarView(frames)))", sourceLocation: sourceLocation)
  }
}
