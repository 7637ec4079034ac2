import Glibc
import TableFiles
import Wording

/// What a command prints: answers on standard output, messages on standard error. Nothing that could steer a terminal goes out by either, whatever
/// layer let it through: a name of a file, a variable, a store that another hand was in.
enum Output {
  /// Prints one line of an answer.
  static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Prints one JSON document, and nothing else.
  static func json(_ value: JSONValue) { line(JSONWriter.text(value)) }

  /// Asks something on standard error; the answer comes behind it.
  static func prompt(_ text: String) { write(text, to: STDERR_FILENO) }

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
    var text = harmless(text)
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

  /// A text without what could steer a terminal or turn the direction of writing; line breaks and tabs stay.
  static func harmless(_ text: String) -> String {
    var text = text
    // Most texts are seen to be harmless from their bytes: controls beyond ASCII begin with C2, what turns a text with D8 or E2.
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { ($0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09) && $0 != 0xC2 && $0 != 0xD8 && $0 != 0xE2 }
    }
    if isPlain { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(scalar != "\n" && scalar != "\t" && steers(scalar) ? "\u{FFFD}" : scalar) }
    return String(shown)
  }

  /// Whether a scalar steers what shows it.
  static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: scalar.properties.isBidiControl
    }
  }
}
