import CNcurses
import CTerminal
import DeskRuntime
import Glibc
import Widgets

/// What ncurses opened: a screen whose bytes go into memory, and what is known of the terminal.
@MainActor
struct CursesScreen {
  let screen: OpaquePointer
  let window: UnsafeMutablePointer<WINDOW>
  let memory: CInt
  let capabilities: TerminalCapabilities
  let keys: [[UInt8]: KeyPress]
  /// The streams that ncurses was given; they are closed after it.
  let streams: [UnsafeMutablePointer<FILE>]
  /// Whether it can be asked which colour its ground has: the Linux console writes the question on the screen.
  var answersGround: Bool { capabilities.colors != .none && !capabilities.name.hasPrefix("linux") }
  /// The bytes with which the terminal begins.
  let greeting: [UInt8]

  /// The kinds that nearly every system describes and nearly every terminal obeys.
  private static let common = ["xterm-256color", "xterm"]

  init(environment: [String: String], size: Size, input descriptor: CInt) throws(TerminalError) {
    let memory = cterminal_memory_file()
    guard memory >= 0, let output = fdopen(memory, "w"), let input = fdopen(dup(descriptor), "r") else {
      throw .system(what: "memfd_create")
    }
    setvbuf(output, nil, _IONBF, 0)
    // The size is ours to say: LINES and COLUMNS of the environment may be another's, and not every description has a size of its own, as
    // that of the Linux console has none.
    use_env(true)
    setenv("LINES", "\(size.rows)", 1)
    setenv("COLUMNS", "\(size.columns)", 1)
    defer {
      unsetenv("LINES")
      unsetenv("COLUMNS")
    }
    let wish = environment["TERM"] ?? ""
    // Known, but no screen (`dumb`): whoever set that meant it.
    // Without a place for its answer, `setupterm` would end the process.
    var answer: CInt = 0
    if CursesScreen.isName(wish), setupterm(wish, memory, &answer) == OK, cn_description("cup") == nil {
      throw .cannotMoveCursor(name: wish)
    }
    var opened: OpaquePointer?
    var name = wish
    for candidate in [wish] + CursesScreen.common where CursesScreen.isName(candidate) {
      opened = newterm(candidate, output, input)
      name = candidate
      if opened != nil { break }
    }
    guard let screen = opened else { throw .unknownTerminal(name: wish) }
    set_term(screen)
    guard cn_description("cup") != nil else {
      endwin()
      delscreen(screen)
      throw .cannotMoveCursor(name: name)
    }
    typeahead(-1)
    resize_term(CInt(size.rows), CInt(size.columns))
    guard let window = cn_next_screen() else { throw .system(what: "newscr") }
    leaveok(window, false)
    self.screen = screen
    self.window = window
    self.memory = memory
    self.streams = [output, input]
    self.keys = DescribedKeys.load()
    let colors = CursesScreen.colors(environment: environment)
    if colors != .none, init_pair(InkTable.plainPair, -1, -1) != ERR { cn_set_ground(window, InkTable.plainPair) }
    self.capabilities = TerminalCapabilities(
      colors: colors, canSuspend: cterminal_can_stop() != 0, name: name,
      unknownName: name == wish ? nil : wish)
    // An empty screen: the terminal then stands on its other screen, cleared, with the cursor in the upper left corner.
    doupdate()
    let length = cterminal_memory_length(memory)
    self.greeting = [UInt8](unsafeUninitializedCapacity: max(1, length)) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { cterminal_memory_take(memory, $0.baseAddress, length) }
    }
  }

  /// A name comes from outside and becomes part of a path in ncurses.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
      } && text.first != "."
  }

  private static func colors(environment: [String: String]) -> ColorDepth {
    if let wish = environment["NO_COLOR"], !wish.isEmpty { return .none }
    guard has_colors() else { return .none }
    start_color()
    use_default_colors()
    return cn_colors() >= 256 ? .many : cn_colors() >= 8 ? .eight : .none
  }
}
