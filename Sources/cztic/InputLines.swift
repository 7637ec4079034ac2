import Glibc

/// The lines of standard input, however they end and however long they are: what is beyond the longest is passed over, so that a flood cannot fill
/// the memory.
struct InputLines {
  /// The most bytes of a line that are taken: twice the longest text that anything holds.
  static let longest = 1 << 16

  private var buffer = [UInt8](repeating: 0, count: 1 << 12)
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// The next line, without its end; `nil` where no more comes. What is no UTF-8 becomes U+FFFD.
  mutating func next() -> String? {
    var line: [UInt8] = []
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        line += rest[..<end].prefix(InputLines.longest - line.count)
        rest = rest[(end + 1)...]
        break
      }
      line += rest.prefix(InputLines.longest - line.count)
      rest = []
      if !isAtEnd { fill() }
      if isAtEnd {
        if line.isEmpty { return nil }
        break
      }
    }
    if line.last == 0x0D { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func fill() {
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      isAtEnd = count <= 0
      rest = buffer[..<max(0, count)]
      return
    }
  }
}
