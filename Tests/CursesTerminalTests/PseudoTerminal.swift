import Glibc
import PseudoTerminalForTests

/// Both ends of a pseudoterminal: the test sits at one, the desk at the other.
struct PseudoTerminal {
  let near: CInt
  let far: CInt

  init(columns: Int = 80, rows: Int = 24) throws {
    var ends: (CInt, CInt) = (-1, -1)
    guard pseudo_terminal_open(&ends.0, &ends.1) == 0 else { throw Failure.none }
    (near, far) = ends
    resize(columns: columns, rows: rows)
  }

  enum Failure: Error { case none }

  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(near, UInt(TIOCSWINSZ), &size)
  }

  /// What a person types, or a terminal answers.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(near, bytes, bytes.count)
  }

  /// All that has been written until now.
  func received() -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var waiting = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) > 0 {
      let count = read(near, &buffer, buffer.count)
      if count <= 0 { break }
      all += buffer[..<count]
    }
    return String(decoding: all, as: UTF8.self)
  }

  /// The modes, as comparable bytes.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(far, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  func hangUp() { close(near) }

  func dispose() {
    close(near)
    close(far)
  }
}
