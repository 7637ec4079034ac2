import Glibc
import TableFiles

/// What a command prints: answers on standard output, messages on standard error.
enum Output {
  /// Prints one line of an answer.
  static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Prints one JSON document, and nothing else.
  static func json(_ value: JSONValue) { line(JSONWriter.text(value)) }

  /// Prints one line for people on standard error.
  static func message(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest)).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}
