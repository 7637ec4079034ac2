import CTerminal
import DeskRuntime
import Glibc
import PseudoTerminalForTests
import Testing
import Widgets

@testable import CursesTerminal

/// A process has one set of signal handlers, so one terminal is open at a time.
@MainActor
@Suite("A real terminal", .serialized)
struct CursesTerminalTests {
  private func canvas(_ size: Size, _ text: String = "沧州市激光切割中心", ink: Ink = .plain, cursor: Position? = nil) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.put(text, at: Position(column: 0, row: 0), style: Style(ink))
    canvas.cursor = cursor
    return canvas
  }

  private func open(
    _ pty: PseudoTerminal, _ environment: [String: String] = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
  ) throws -> CursesTerminal {
    try CursesTerminal.open(environment: environment, input: pty.far, output: pty.far)
  }

  /// Looks without waiting until something came; what was written to a pseudoterminal is there at once.
  private func events(_ terminal: CursesTerminal, timeout: Duration = .seconds(5)) -> [TerminalEvent] { terminal.wait(timeout: timeout) }

  @Test("It is given back as it was: modes, screens, pastes, mouse, focus, cursor")
  func givenBack() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let before = pty.modes
    let terminal = try open(pty)
    #expect(pty.modes != before)
    terminal.setMouse(true)
    terminal.present(canvas(terminal.size))
    let begin = pty.received()
    for mode in ["?1049h", "?2004h", "?1004h", "?1006h"] { #expect(begin.contains(mode), "\(mode)") }
    #expect(begin.contains("沧州市激光切割中心"))
    terminal.close()
    terminal.close()
    let end = pty.received()
    for mode in ["?1049l", "?2004l", "?1004l", "?1006l", "?1000l"] { #expect(end.contains(mode), "\(mode)") }
    #expect(pty.modes == before)
  }

  @Test("A terminal on which nothing was shown is left alone")
  func untouched() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let before = pty.modes
    try open(pty).close()
    #expect(pty.received().isEmpty)
    #expect(pty.modes == before)
  }

  @Test("The cursor is shown at its place and hidden without one")
  func cursor() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    terminal.present(canvas(terminal.size, cursor: Position(column: 4, row: 2)))
    #expect(pty.received().hasSuffix("\u{1B}[3;5H") == true || pty.received().isEmpty)
    terminal.present(canvas(terminal.size, cursor: nil))
    #expect(pty.received().contains("\u{1B}[?25l"))
    terminal.present(canvas(terminal.size, cursor: Position(column: 0, row: 1)))
    #expect(pty.received().contains("\u{1B}[?25h"))
  }

  @Test("The same canvas is written once, one changed row costs little, a redraw costs all")
  func difference() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    terminal.present(canvas(terminal.size))
    _ = pty.received()
    terminal.present(canvas(terminal.size))
    #expect(pty.received().isEmpty)
    terminal.present(canvas(terminal.size, ink: .selected))
    let changed = pty.received()
    #expect(!changed.isEmpty && changed.utf8.count < 120)
    terminal.redraw()
    terminal.present(canvas(terminal.size, ink: .selected))
    #expect(pty.received().contains("\u{1B}[2J"))
  }

  @Test("A large frame is held until it is whole")
  func synchronized() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    var large = Canvas(size: terminal.size)
    for row in 0..<24 { large.put(String(repeating: "中", count: 40), at: Position(column: 0, row: row)) }
    terminal.present(large)
    let written = pty.received()
    #expect(written.contains("\u{1B}[?2026h"))
    #expect(written.hasSuffix("\u{1B}[?2026l"))
  }

  @Test("Keys come as they are typed, a split character too, all that waits at once")
  func keys() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    pty.send("a中\u{1B}[A\u{1B}OB\u{3}")
    let keys: [KeyPress] = [.character("a"), .character("中"), KeyPress(.up), KeyPress(.down), .control("c")]
    #expect(events(terminal) == keys.map { .input(.key($0)) })
    #expect(events(terminal, timeout: .zero) == [.timeout])
  }

  @Test("A lone Esc is told although nothing follows")
  func escape() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    pty.send("\u{1B}")
    #expect(events(terminal) == [.input(.key(KeyPress(.escape)))])
  }

  @Test("The answers to the question after widths are learned from, and what was typed meanwhile is kept", arguments: [(2, 4), (3, 5)])
  func widths(first: Int, second: Int) throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    terminal.present(canvas(terminal.size))
    pty.send("x\u{1B}[1;\(first)R\u{1B}[1;\(second)R\u{1B}[?62cy")
    let isWide = first == 3
    let typed: [TerminalEvent] = ["x", "y"].map { .input(.key(.character($0))) }
    #expect(events(terminal) == (isWide ? [typed[0], .learned, typed[1]] : typed))
    #expect(terminal.capabilities.ambiguousIsWide == isWide)
  }

  @Test("The size is followed; forty changes in a row are one event")
  func resize() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    #expect(terminal.size == Size(columns: 80, rows: 24))
    for columns in 81...120 {
      pty.resize(columns: columns, rows: 40)
      // The kernel tells the session of a terminal; this one belongs to none.
      raise(SIGWINCH)
    }
    #expect(events(terminal) == [.resized(Size(columns: 120, rows: 40))])
    terminal.present(canvas(terminal.size))
    #expect(pty.received().contains("\u{1B}[2J"))
  }

  @Test("A wish to end, a waker and a line that is gone are told", arguments: [SIGTERM, SIGHUP, SIGINT])
  func endings(signal: CInt) throws {
    let pty = try PseudoTerminal()
    let terminal = try open(pty)
    terminal.waker.wake()
    terminal.waker.wake()
    #expect(events(terminal) == [.woken])
    raise(signal)
    #expect(events(terminal) == [.terminated])
    pty.hangUp()
    #expect(events(terminal) == [.lineGone])
    terminal.close()
    close(pty.far)
  }

  @Test("Wakers may outlive their terminal")
  func lateWaker() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    let waker = terminal.waker
    terminal.close()
    waker.wake()
    _ = cterminal_take()
  }

  @Test(
    "A terminal whose description has no size of its own is opened as what it is, and is not asked for its ground where it would write that"
  )
  func linuxConsole() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty, ["TERM": "linux", "LANG": "C.UTF-8", "LINES": "7", "COLUMNS": "9"])
    defer { terminal.close() }
    #expect(terminal.capabilities.name == "linux" && terminal.capabilities.unknownName == nil)
    #expect(terminal.size == Size(columns: 80, rows: 24))
    terminal.present(canvas(terminal.size))
    #expect(!pty.received().contains("]11;"))
  }

  @Test("The ground is asked for once, and the answer is learned")
  func ground() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    terminal.present(canvas(terminal.size))
    #expect(pty.received().contains("\u{1B}]11;?\u{1B}\\"))
    pty.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    #expect(events(terminal) == [.learned])
    #expect(terminal.capabilities.groundIsLight == true)
  }

  @Test("An unknown terminal is shown as a common one, and that is told")
  func unknown() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty, ["TERM": "no-such-terminal"])
    defer { terminal.close() }
    #expect(terminal.capabilities.name == "xterm-256color")
    #expect(terminal.capabilities.unknownName == "no-such-terminal")
    #expect(terminal.capabilities.colors == .many)
  }

  @Test("A terminal without colours is painted with attributes alone")
  func colorless() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty, ["TERM": "vt100"])
    defer { terminal.close() }
    #expect(terminal.capabilities.colors == .none)
    for ink in Ink.allCases { terminal.present(canvas(terminal.size, ink: ink)) }
    terminal.theme = .contrast
    terminal.present(canvas(terminal.size, ink: .bad))
    #expect(!pty.received().contains("[3"))
  }

  @Test("NO_COLOR is obeyed")
  func noColor() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let terminal = try open(pty, ["TERM": "xterm-256color", "NO_COLOR": "1"])
    defer { terminal.close() }
    for ink in Ink.allCases { terminal.present(canvas(terminal.size, ink: ink)) }
    let written = pty.received()
    #expect(!written.contains("38;5") && !written.contains("48;5"))
  }

  @Test("Everything in every theme is painted, at every edge, without a word to standard error")
  func themes() throws {
    let pty = try PseudoTerminal(columns: 10, rows: 3)
    defer { pty.dispose() }
    let terminal = try open(pty)
    defer { terminal.close() }
    for theme in Theme.allCases {
      terminal.theme = theme
      for ink in Ink.allCases {
        var canvas = Canvas(size: terminal.size)
        for row in 0..<3 { canvas.put("中文e\u{301}字符格中文", at: Position(column: row % 2, row: row), style: Style(ink)) }
        terminal.redraw()
        terminal.present(canvas)
        #expect(pty.received().contains("e\u{301}"))
      }
    }
  }

  @Test("No terminal, a terminal that cannot move its cursor, another code set: each has its reason, and nothing is changed")
  func refusals() throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let before = pty.modes
    var pipes: [CInt] = [0, 0]
    #expect(pipe(&pipes) == 0)
    defer { for end in pipes { close(end) } }
    #expect(throws: TerminalError.notATerminal) { try CursesTerminal.open(environment: [:], input: pipes[0], output: pty.far) }
    #expect(throws: TerminalError.cannotMoveCursor(name: "dumb")) { try open(pty, ["TERM": "dumb"]) }
    #expect(throws: TerminalError.otherCodeSet(locale: "zh_CN.GBK")) { try open(pty, ["TERM": "xterm", "LANG": "zh_CN.GBK"]) }
    #expect(pty.received().isEmpty)
    #expect(pty.modes == before)
  }

  @Test(
    "A crash gives the terminal back, tells what was said to standard error, and still is a crash",
    arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP])
  func crash(signal: CInt) throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let before = pty.modes
    let status = pseudo_terminal_crash(pty.far, TerminalModes.farewell, "what went wrong\n", signal)
    #expect(pseudo_terminal_signal(status) == signal)
    #expect(pty.modes == before)
    #expect(pty.received() == TerminalModes.farewell + "what went wrong\r\n")
  }
}
