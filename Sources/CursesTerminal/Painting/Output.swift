import CTerminal
import Glibc

/// Writes to the terminal: all that belongs together in one call where the system lets it.
struct Output {
  let descriptor: CInt
  /// Whether nobody is at the other end.
  private(set) var isGone = false
  /// Whether to give up where the terminal takes nothing for a while: nobody should have to wait for the end of a program.
  var isHasty = false

  init(descriptor: CInt) { self.descriptor = descriptor }

  /// Writes everything, unless the line is gone or the program is asked to end while the terminal stands still.
  mutating func write(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count, !isGone {
      if isHasty, !isReady(within: 200) { return }
      // A write that a signal cuts short counts what it has written.
      if place > 0, cterminal_is_terminated() != 0 { return }
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: place), bytes.count - place) }
      if count >= 0 {
        place += count
        continue
      }
      switch errno {
      case EINTR:
        if cterminal_is_terminated() != 0 { return }
      case EAGAIN:
        if !isReady(within: -1), cterminal_is_terminated() != 0 { return }
      default: isGone = true
      }
    }
  }

  private func isReady(within milliseconds: CInt) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }
}
