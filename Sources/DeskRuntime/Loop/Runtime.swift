import Widgets
import Wording

/// The loop of a desk: waits, gives all that came to the screens, draws once.
///
/// It also owns what all screens share: the stack they stand on, language, theme and mouse, notices, dialogs, timers and background work.
///
///     let runtime = Runtime(terminal: terminal)
///     runtime.push(HomeScreen(runtime: runtime))
///     let ending = runtime.run()
@MainActor
public final class Runtime {
  /// Why the loop ended.
  public enum Ending: Sendable, Hashable {
    /// The person left.
    case left
    /// The person went back from the first screen, to whatever the desk was opened from.
    case wentBack
    /// Nobody is at the other end any more.
    case lineGone
    /// The program was asked to end.
    case terminated
  }

  /// What a person may switch while the desk runs.
  public struct Preferences: Sendable, Hashable {
    /// The language of the desk.
    public var language: Language
    /// The theme.
    public var theme: Theme
    /// Whether somebody chose it; else it goes by the ground of the terminal.
    public var isThemeChosen: Bool
    /// Whether the mouse belongs to the desk.
    public var usesMouse: Bool

    /// Makes preferences.
    public init(language: Language = .zh, theme: Theme = .dark, isThemeChosen: Bool = false, usesMouse: Bool = false) {
      self.language = language
      self.theme = theme
      self.isThemeChosen = isThemeChosen
      self.usesMouse = usesMouse
    }
  }

  /// The smallest window in which screens are drawn.
  public static let smallestSize = Size(columns: 60, rows: 16)

  /// Where the desk is shown.
  public let terminal: any Terminal
  /// What to show on the right of the title line: who works here, on which store.
  public var status: Phrase?
  /// Whether there is something to go back to from the first screen: going back there then ends the loop as ``Ending/wentBack``.
  public var isOpenedFromElsewhere = false
  /// Told when language, theme or mouse were switched, to keep them.
  public var preferencesChanged: ((Preferences) -> Void)?
  /// Further entries for the palette; asked whenever its text changes.
  public var paletteEntries: ((_ text: String) -> [PaletteEntry])?
  /// Shows the rules that the desk follows, at the one that what is in hand rests on; `nil` where there are none to show.
  public var openRules: (@MainActor () -> Void)?
  /// Lets a person choose a paper of what the screen in front shows (``Screen/offersPapers``); `nil` where none are written.
  public var openPapers: (@MainActor () -> Void)?
  /// Lets a person take a file in where the screen in front holds such things (``Screen/offersImport``); `nil` where none are taken.
  public var openImport: (@MainActor () -> Void)?
  /// Lets a person write the table of the screen in front into a file (``Screen/offersExport``); `nil` where none are written.
  public var openExport: (@MainActor () -> Void)?
  /// Takes the last act back that can be, of whatever screen; `nil` where nothing of that kind is kept.
  public var undo: (@MainActor () -> Void)?
  /// Further ways to type a Chinese text, by which the palette finds actions: its pinyin, its initials.
  public var spelling: ((_ text: String) -> String)?

  /// What came and has not been handled yet. What is here at the beginning is handled before the terminal is asked; what is here at the
  /// end came after the event that ended the loop, and is meant for the loop that comes next on the same terminal.
  public var typedAhead: [TerminalEvent] = []

  /// What the person chose.
  public internal(set) var preferences: Preferences
  /// The screens, the visible one last.
  public internal(set) var screens: [any Screen] = []

  let clock: @MainActor () -> Duration
  let workers: any Workers
  let mailbox: Mailbox
  var timers = TimerList()
  var modals: [any Modal] = []
  var notice: FooterNotice?
  var footer = FooterStrip()
  var titleStrip = Memo<TitleLine, Canvas>()
  var deskBindingsMemo = Memo<DeskStanding, [KeyBinding]>()
  /// The key that is being acted on; a dialog that it opens can tell by which key it was asked.
  var keyInHand: KeyPress?
  var ending: Ending?
  /// When somebody last pressed a key, pasted or used the mouse.
  var lastTouch: Duration
  var held = HeldInput()
  var needsDrawing = true

  /// Makes a runtime.
  ///
  /// - Parameters:
  ///   - clock: time since any fixed moment, never going back; timers and notices go by it.
  ///   - workers: who does background work.
  public init(
    terminal: any Terminal, preferences: Preferences = Preferences(), clock: (@MainActor () -> Duration)? = nil,
    workers: any Workers = QueueWorkers()
  ) {
    self.terminal = terminal
    self.preferences = preferences
    let start = ContinuousClock.now
    self.clock = clock ?? { ContinuousClock.now - start }
    lastTouch = self.clock()
    self.workers = workers
    self.mailbox = Mailbox(waker: terminal.waker)
    followGround()
    terminal.theme = self.preferences.theme
    if preferences.usesMouse { terminal.setMouse(true) }
  }

  /// The language of the desk.
  public var language: Language { preferences.language }

  /// What drawing depends on.
  public var look: Look {
    Look(
      language: preferences.language, asciiOnly: terminal.capabilities.ambiguousIsWide,
      colors: preferences.theme == .none ? .none : terminal.capabilities.colors)
  }

  /// Shows the first frame and goes on until the desk ends. The terminal stays open: whoever opened it closes it.
  public func run() -> Ending {
    noticeOfTerminal()
    draw()
    while true {
      if let ending = turn() {
        for screen in screens { screen.ending() }
        return ending
      }
    }
  }

  /// One turn of the loop: waits (at most until something is due), handles everything that came, draws once if anything happened.
  ///
  /// - Returns: how the desk ended, if it did.
  @discardableResult
  public func turn() -> Ending? {
    if ending == nil {
      let events = typedAhead.isEmpty ? terminal.wait(timeout: timeToWait()) : typedAhead
      typedAhead = []
      for (place, event) in events.enumerated() {
        handle(event)
        if ending != nil {
          typedAhead = Array(events[(place + 1)...])
          return ending
        }
      }
      if mailbox.deliver() {
        needsDrawing = true
        for modal in modals { modal.changed() }
      }
      while ending == nil, let event = held.next() {
        needsDrawing = true
        receive(event)
      }
      if ending != nil { typedAhead = held.takeRest() }
      runTimers()
      if needsDrawing, ending == nil { draw() }
    }
    return ending
  }

  /// Whether something is to be done without waiting: results that came, a frame that is owed.
  public var hasWork: Bool { mailbox.hasLetters || needsDrawing || !typedAhead.isEmpty }

  /// Asks for a frame although no event and no result came: a timer changed what is seen.
  public func setNeedsDrawing() { needsDrawing = true }

  /// Ends the loop after the present event, without a question. Where it ends already, it does so for the first reason.
  public func finish(_ ending: Ending = .left) { self.ending = self.ending ?? ending }
}
