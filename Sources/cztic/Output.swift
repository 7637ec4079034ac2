import Glibc
import TableFiles
import Wording

/// What a command prints: answers on standard output, messages on standard error.
enum Output {
  /// Prints one line of an answer.
  static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Prints one JSON document, and nothing else.
  static func json(_ value: JSONValue) { line(JSONWriter.text(value)) }

  /// Prints one line for people on standard error.
  static func message(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// An answer that was not written whole is none: whoever reads the file would take it for one. A reader that went away is told nothing.
  private static func fail(_ error: Int32) -> Never {
    if error != EPIPE {
      let words = Phrase(zh: "写标准输出出错：", en: "standard output cannot be written: ") + SystemReason.phrase(error)
      message("cztic: " + words[CommandLanguage.current])
    }
    Glibc.exit(74)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest)).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          if descriptor == STDOUT_FILENO { fail(errno) }
          return
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
