import DeskRuntime
import Widgets

/// A terminal that a test types at and reads: what is fed comes out of `wait`, what was presented last can be read as text.
@MainActor
public final class TestTerminal: Terminal {
  /// How large the window is; `resize` tells the desk too.
  public private(set) var size: Size
  /// What it pretends to be able to do.
  public var capabilities: TerminalCapabilities
  /// The theme in use.
  public var theme = Theme.dark
  /// Counts being woken.
  public let waker: Waker
  /// The time that the desk goes by: waiting lets it pass, nothing else does.
  public private(set) var now = Duration.zero

  /// Every canvas that was presented.
  public private(set) var frames: [Canvas] = []
  /// How often everything was to be painted anew.
  public private(set) var redraws = 0
  /// How often the program was stopped.
  public private(set) var suspensions = 0
  /// How often it rang.
  public private(set) var rings = 0
  /// What was copied.
  public private(set) var copied: [String] = []
  /// Whether the mouse is the desk's.
  public private(set) var hasMouse = false
  /// Whether it was closed.
  public private(set) var isClosed = false

  private var queue: [TerminalEvent] = []

  /// Makes a terminal.
  public init(columns: Int = 80, rows: Int = 24, colors: ColorDepth = .many, ambiguousIsWide: Bool = false, canSuspend: Bool = true) {
    size = Size(columns: columns, rows: rows)
    capabilities = TerminalCapabilities(colors: colors, ambiguousIsWide: ambiguousIsWide, canSuspend: canSuspend, name: "test")
    waker = Waker {}
  }

  /// Whether something was fed that has not come out yet.
  public var hasEvents: Bool { !queue.isEmpty }

  /// What comes out of the next `wait`, all at once.
  public func feed(_ events: [TerminalEvent]) { queue += events }

  /// Keys that come out of the next `wait`.
  public func press(_ keys: KeyPress...) { queue += keys.map { .input(.key($0)) } }

  /// A text that is typed.
  public func type(_ text: String) { queue += text.map { .input(.key(.character($0))) } }

  /// A text that is pasted.
  public func paste(_ text: String) { queue.append(.input(.paste(text))) }

  /// Gives the window another size.
  public func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    queue.append(.resized(size))
  }

  /// Lets time pass.
  public func pass(_ time: Duration) { now += time }

  /// The last canvas as text, a string a row; none if nothing was presented.
  public var text: [String] { frames.last?.text ?? [] }
  /// Where the hardware cursor stands.
  public var cursor: Position? { frames.last?.cursor }
  /// Whether a text is to be seen in one row.
  public func shows(_ words: String) -> Bool { text.contains { $0.contains(words) } }

  /// Whether what was fed comes one event at a time, as from somebody who looks before the next key.
  public var givesOneByOne = false

  /// Whether the program is asked to end when all that was fed has been handled, although a timer would go on for ever.
  public var endsWhenQuiet = false

  /// All that was fed; else time passes.
  public func wait(timeout: Duration?) -> [TerminalEvent] {
    guard queue.isEmpty else {
      if givesOneByOne { return [queue.removeFirst()] }
      defer { queue = [] }
      return queue
    }
    // A real terminal would wait here for ever; a test that lets it has nothing left to say.
    guard let timeout, !endsWhenQuiet || timeout == .zero else { return [.terminated] }
    now += timeout
    return [.timeout]
  }

  /// Keeps the canvas.
  public func present(_ canvas: Canvas) { frames.append(canvas) }
  /// Counts.
  public func redraw() { redraws += 1 }
  /// Counts.
  public func suspend() { suspensions += 1 }
  /// Counts.
  public func ring() { rings += 1 }
  /// Keeps the text.
  public func copy(_ text: String) -> Bool {
    copied.append(text)
    return !text.isEmpty
  }
  /// Keeps the wish.
  public func setMouse(_ wanted: Bool) { hasMouse = wanted }
  /// Remembers it.
  public func close() { isClosed = true }
}

extension Runtime {
  /// A desk on a terminal for tests, whose time passes only by waiting and whose background work is done at once.
  public static func forTests(on terminal: TestTerminal, preferences: Preferences = Preferences()) -> Runtime {
    Runtime(terminal: terminal, preferences: preferences, clock: { [unowned terminal] in terminal.now }, workers: InlineWorkers())
  }

  /// Handles all that was fed, and all that follows from it at once.
  @discardableResult
  public func settle() -> Ending? {
    while hasWork || (terminal as? TestTerminal)?.hasEvents == true {
      if let ending = turn() { return ending }
    }
    return nil
  }
}
