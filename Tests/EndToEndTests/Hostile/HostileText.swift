import Foundation
import Testing

/// Texts that would do harm where they are not met with care.
struct HostileText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  /// What may come as an argument, a variable or a name of a file: everything but NUL and slashes.
  static let all = [
    HostileText(
      testDescription: "escape sequences (title, clipboard, device), controls beyond ASCII, what turns a text or has no width",
      text:
        "\u{1B}]0;x\u{7}\u{1B}]52;c;eA==\u{1B}\\\u{1B}P$q\u{8}\u{9B}2J\u{9D}\u{85}\u{7F}\u{202E}\u{2066}\u{61C}\u{200E}\u{2028}\u{200B}\u{FEFF}"
    ),
    HostileText(
      testDescription: "formats, statements, shell and lines", text: "%s%n%1$999999999d%@'); DROP TABLE user;--$(id)`id`\"\\\n=1+1\r-x"),
  ]

  /// The first thing in an output that a terminal would obey, and what stands around it; `nil` for a harmless one. Line breaks and tabs part
  /// what is printed.
  static func harm(in output: String) -> String? {
    let scalars = Array(output.unicodeScalars)
    guard let place = scalars.firstIndex(where: { steers($0) }) else { return nil }
    let around = scalars[max(0, place - 30)..<min(scalars.count, place + 10)]
    return "U+" + String(scalars[place].value, radix: 16) + " in " + around.map { steers($0) ? "�" : String($0) }.joined()
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
