import CTerminal
import DeskRuntime
import Glibc
import Widgets

/// The terminal at standard input and output, painted through ncurses.
///
/// There is one in a process at a time. It is always given back as it was: by `close`, and, where the process crashes, by a handler.
@MainActor
public final class CursesTerminal: Terminal {
  /// How large the window is now.
  public private(set) var size: Size
  /// What it can do; `ambiguousIsWide` and `groundIsLight` are known when the terminal has answered, a `.learned` event then tells of it.
  public private(set) var capabilities: TerminalCapabilities
  /// Wakes `wait` from any thread.
  public let waker = Waker { cterminal_wake() }
  /// How meanings become colours.
  public var theme: Theme {
    didSet { if theme != oldValue { painter.use(theme) } }
  }

  private let painter: Painter
  private var output: Output
  private var input: Input
  private var isOpen = true
  private var hasBegun = false
  private var hasMouse = false
  /// Bytes that go out with the next frame.
  private var preamble: [UInt8] = []
  private var width = WidthAnswers()

  /// Opens a terminal, usually that at standard input and output.
  ///
  /// - Parameters:
  ///   - environment: `TERM`, `LANG` and its kin, `NO_COLOR`; the environment of the process itself is not asked.
  ///   - input: where keys are read from.
  ///   - output: where frames are written to.
  /// - Throws: why no desk can be opened here; the terminal is as it was then.
  public static func open(
    environment: [String: String], input: CInt = STDIN_FILENO, output: CInt = STDOUT_FILENO
  ) throws(TerminalError) -> CursesTerminal {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
    try UnicodeLocale.set(environment: environment)
    cterminal_keep_freed()
    guard cterminal_bell() >= 0 else { throw .system(what: "eventfd") }
    // Before ncurses starts: it leaves handlers alone that are there.
    cterminal_signals_begin()
    do throws(TerminalError) {
      let size = measuredSize(of: output) ?? Size(columns: 80, rows: 24)
      let screen = try CursesScreen(environment: environment, size: size, input: input)
      guard cterminal_raw(input) == 0 else { throw .system(what: "tcsetattr") }
      return CursesTerminal(screen, size: size, environment: environment, input: input, output: output)
    } catch {
      cterminal_signals_end()
      throw error
    }
  }

  private init(_ screen: CursesScreen, size: Size, environment: [String: String], input: CInt, output: CInt) {
    self.size = size
    capabilities = screen.capabilities
    theme = Theme.initial(environment: environment, colors: screen.capabilities.colors)
    painter = Painter(screen, theme: theme)
    self.output = Output(descriptor: output)
    self.input = Input(descriptor: input, decoder: KeyDecoder(described: screen.keys))
    cterminal_errors_begin()
    let farewell = Array(TerminalModes.farewell.utf8)
    farewell.withUnsafeBytes { cterminal_crash_begin(output, $0.baseAddress, $0.count) }
    // It goes out with the first frame: one write, and no waiting for answers.
    preamble = screen.greeting + Array((TerminalModes.on + TerminalModes.questions(aboutGround: screen.answersGround)).utf8)
    self.input.decoder.awaitedReports = TerminalModes.widthAnswers
  }

  private static func measuredSize(of output: CInt) -> Size? {
    var columns: CInt = 0
    var rows: CInt = 0
    guard cterminal_size(output, &columns, &rows) == 0, columns > 0, rows > 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  // MARK: - Output

  /// Shows a canvas with one write; nothing is written where it is shown already.
  public func present(_ canvas: Canvas) {
    guard isOpen else { return }
    var frame = painter.bytes(for: canvas)
    if frame.count > 1024, capabilities.colors == .many {
      frame = Array(TerminalModes.holdFrame.utf8) + frame + Array(TerminalModes.showFrame.utf8)
    }
    if !preamble.isEmpty {
      frame = preamble + frame
      preamble = []
      hasBegun = true
    }
    if !frame.isEmpty { output.write(frame) }
  }

  /// Makes the next `present` paint every cell.
  public func redraw() { painter.forget() }

  /// Rings the bell.
  public func ring() { send("\u{07}") }

  /// Puts a text into the clipboard of the person's own machine (OSC 52).
  @discardableResult
  public func copy(_ text: String) -> Bool {
    guard let sequence = Clipboard.sequence(for: text) else { return false }
    send(sequence)
    return true
  }

  /// Asks for the mouse's events, or leaves the mouse to the terminal.
  public func setMouse(_ wanted: Bool) {
    guard wanted != hasMouse else { return }
    hasMouse = wanted
    send(wanted ? TerminalModes.mouseOn : TerminalModes.mouseOff)
  }

  /// Writes what is no part of a frame; before the first one, it goes out with that.
  private func send(_ text: String) {
    guard isOpen else { return }
    if hasBegun { output.write(text) } else { preamble += Array(text.utf8) }
  }

  // MARK: - Waiting

  /// Blocks until something is there, then takes all that is waiting.
  public func wait(timeout: Duration?) -> [TerminalEvent] {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    var events: [TerminalEvent] = []
    while true {
      if output.isGone { return events + [.lineGone] }
      let isEmpty = events.isEmpty
      let moment = input.poll(until: isEmpty ? deadline : ContinuousClock.now)
      take(takeHappened(), into: &events)
      for found in moment.found { take(found, into: &events) }
      if moment.isGone { return events + [.lineGone] }
      if !events.isEmpty, !moment.mayHaveMore { return events }
      if events.isEmpty, let deadline, deadline <= ContinuousClock.now { return [.timeout] }
    }
  }

  private func take(_ happened: UInt32, into events: inout [TerminalEvent]) {
    if happened & UInt32(CTERMINAL_TERMINATED) != 0 { events.append(.terminated) }
    if happened & UInt32(CTERMINAL_STOP_ASKED) != 0, capabilities.canSuspend {
      suspend()
      events.append(.resumed)
    } else if happened & UInt32(CTERMINAL_CONTINUED) != 0 {
      // Stopped by a signal that cannot be caught: the shell has had the terminal meanwhile.
      enter()
      events.append(.resumed)
    }
    if happened & UInt32(CTERMINAL_RESIZED) != 0, followSize() { events.append(.resized(size)) }
    if happened & UInt32(CTERMINAL_WOKEN) != 0 { events.append(.woken) }
  }

  private func take(_ found: KeyDecoder.Output, into events: inout [TerminalEvent]) {
    switch found {
    case .input(let event): events.append(.input(event))
    case .cursorReport(_, let column): width.add(column)
    case .ground(let isLight):
      guard capabilities.groundIsLight != isLight else { return }
      capabilities.groundIsLight = isLight
      events.append(.learned)
    case .attributes:
      guard let answer = width.conclusion else { return }
      let old = capabilities
      capabilities.ambiguousIsWide = answer.ambiguousIsWide
      capabilities.understandsUTF8 = answer.understandsUTF8
      if capabilities != old { events.append(.learned) }
    }
  }

  /// What happened; while an edge of the window is dragged, sizes come in bursts, and only the last one counts.
  private func takeHappened() -> UInt32 {
    var happened = cterminal_take()
    var rounds = 0
    while happened & UInt32(CTERMINAL_RESIZED) != 0, rounds < 8, input.bellRings(within: 4) {
      happened |= cterminal_take()
      rounds += 1
    }
    return happened
  }

  /// - Returns: whether the size changed.
  private func followSize() -> Bool {
    guard let measured = CursesTerminal.measuredSize(of: output.descriptor), measured != size else { return false }
    size = measured
    painter.resize(to: measured)
    return true
  }

  // MARK: - Leaving and coming back

  /// Stops the program as Ctrl-Z does; returns when it goes on.
  public func suspend() {
    guard isOpen, capabilities.canSuspend else { return }
    leave()
    cterminal_stop()
    enter()
  }

  private func leave() {
    let farewell = painter.farewell()
    // Before the first frame the terminal is as it was.
    if hasBegun { output.write(Array((TerminalModes.mouseOff + TerminalModes.off).utf8) + farewell) }
    cterminal_cooked()
  }

  private func enter() {
    _ = cterminal_raw(input.descriptor)
    // ncurses enters the other screen by itself with the next frame.
    preamble = Array((TerminalModes.on + (hasMouse ? TerminalModes.mouseOn : "")).utf8)
    if let measured = CursesTerminal.measuredSize(of: output.descriptor), measured != size {
      size = measured
      painter.resize(to: measured)
    }
    painter.forget()
  }

  /// Gives the terminal back as it was, and shows what was said to standard error meanwhile.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    output.isHasty = true
    if !output.isGone { leave() }
    cterminal_cooked()
    cterminal_crash_end()
    cterminal_errors_end()
    cterminal_signals_end()
    painter.end()
  }
}
