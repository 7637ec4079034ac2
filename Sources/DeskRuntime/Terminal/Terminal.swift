import Widgets

/// What a desk is shown on and typed at: a real terminal, or one for tests.
///
/// Everything happens on the main thread. `wait` blocks it, so tasks of the main actor do not run while a desk is open: other threads put
/// their results into a mailbox and use the `waker`.
@MainActor
public protocol Terminal: AnyObject {
  /// How large the window is now.
  var size: Size { get }
  /// What it can do.
  var capabilities: TerminalCapabilities { get }
  /// How meanings become colours; a change shows with the next full repaint.
  var theme: Theme { get set }
  /// Wakes `wait` from any thread.
  var waker: Waker { get }

  /// Blocks until something is there, then takes all that is waiting.
  ///
  /// - Parameter timeout: how long at most; `nil` waits for ever, zero only looks.
  /// - Returns: what came, in order; never empty (`.timeout` stands for nothing).
  func wait(timeout: Duration?) -> [TerminalEvent]

  /// Shows a canvas: writes the difference to what is shown, once.
  func present(_ canvas: Canvas)
  /// Makes the next `present` paint every cell.
  func redraw()
  /// Stops the program as Ctrl-Z does, with the terminal given back meanwhile; returns when it goes on. Does nothing where it cannot be stopped.
  func suspend()
  /// Draws attention.
  func ring()
  /// Puts a text into the clipboard of the person's own machine, where their terminal allows that.
  ///
  /// - Returns: whether it was sent: not if it is empty, holds nothing but controls, or is too long for terminals to take.
  @discardableResult
  func copy(_ text: String) -> Bool
  /// Asks for the mouse's events, or leaves the mouse to the terminal so that text can be selected.
  func setMouse(_ wanted: Bool)
  /// Gives the terminal back as it was. May be called twice.
  func close()
}

/// What came while waiting.
public enum TerminalEvent: Sendable, Hashable {
  /// A key, a paste, the mouse or the focus.
  case input(InputEvent)
  /// The window has another size.
  case resized(Size)
  /// The waker was used.
  case woken
  /// Nothing came in time.
  case timeout
  /// More is known of what the terminal can do: `capabilities` changed, and everything must be painted.
  case learned
  /// The program was stopped and goes on; everything must be painted.
  case resumed
  /// Nobody is at the other end any more.
  case lineGone
  /// The program was asked to end (SIGTERM, SIGHUP, SIGINT).
  case terminated
}

/// How many colours there are.
public enum ColorDepth: Int, Sendable, Hashable, CaseIterable {
  /// None, or none wanted (`NO_COLOR`).
  case none = 0
  /// The eight of old.
  case eight = 8
  /// The table of 256.
  case many = 256
}

/// What a terminal can do.
public struct TerminalCapabilities: Sendable, Hashable {
  /// How many colours there are.
  public var colors: ColorDepth
  /// Whether it draws characters of ambiguous width (`─ ● …`) two cells wide: then borders and bars must be ASCII.
  public var ambiguousIsWide: Bool
  /// Whether its ground is light; `nil` where it does not say.
  public var groundIsLight: Bool?
  /// Whether it understands UTF-8; without it nothing Chinese can be read.
  public var understandsUTF8: Bool
  /// Whether the program can be stopped with Ctrl-Z and be found again.
  public var canSuspend: Bool
  /// The kind of terminal whose description is used.
  public var name: String
  /// What `TERM` said, if no description of that was found and `name` stands in for it.
  public var unknownName: String?

  /// Makes a description.
  public init(
    colors: ColorDepth, ambiguousIsWide: Bool = false, understandsUTF8: Bool = true, canSuspend: Bool = false, name: String,
    unknownName: String? = nil
  ) {
    self.colors = colors
    self.ambiguousIsWide = ambiguousIsWide
    self.understandsUTF8 = understandsUTF8
    self.canSuspend = canSuspend
    self.name = name
    self.unknownName = unknownName
  }
}

/// Wakes a terminal that waits. May be used from any thread, any number of times, also after the terminal was closed.
public struct Waker: Sendable {
  private let action: @Sendable () -> Void

  /// Makes a waker of what it does; that must be quick and safe on every thread.
  public init(_ action: @escaping @Sendable () -> Void) { self.action = action }

  /// Makes the terminal's `wait` return with `.woken`, now or when it is next called.
  public func wake() { action() }
}
