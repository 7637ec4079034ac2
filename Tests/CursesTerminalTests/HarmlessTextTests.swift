import CTerminal
import Glibc
import PseudoTerminalForTests
import Testing

@testable import CursesTerminal

@Suite("What was said to standard error is told without what steers a terminal")
struct HarmlessTextTests {
  @Test("Any cut gives the same, and no byte is lost")
  func cuts() {
    let bytes = Array("\u{9B}\u{85}\u{202A}\u{2069}沧\u{1F600}\u{C2}".utf8) + [0x9B, 0xFF, 0x80, 0xE2, 0x80, 0x41, 0xC2, 0x41, 0xE6, 0x9B]
    func made(_ pieces: [[UInt8]]) -> [UInt8] {
      var text = cterminal_text()
      return pieces.flatMap { piece in
        var piece = piece.map { CChar(bitPattern: $0) }
        cterminal_make_harmless(&text, &piece, piece.count)
        return piece.map { UInt8(bitPattern: $0) }
      }
    }
    let whole = made([bytes])
    #expect(String(decoding: whole.prefix(17), as: UTF8.self) == "\u{BF}\u{BF}\u{203D}\u{2047}沧\u{1F600}")
    #expect(whole.suffix(10) == [0x3F, 0xFF, 0x3F, 0xE2, 0x80, 0x41, 0xC2, 0x41, 0xE6, 0x9B])
    for cut in 0...bytes.count { #expect(made([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole) }
    #expect(made(bytes.map { [$0] }) == whole)
  }

  @Test(
    "What was said to standard error is told without what steers, wherever it falls into two pieces",
    arguments: [0, 4088, 4089, 4090, 4091])
  func crashWords(before count: Int) throws {
    let pty = try PseudoTerminal()
    defer { pty.dispose() }
    let start = String(repeating: "x", count: count)
    let words = start + "a\u{1B}]0;t\u{7}b\u{9B}2J\u{61C}\u{200F}\u{202E}\u{2066}\u{7F}\u{2028}沧¢é“”\t\u{1F600}\n"
    _ = pseudo_terminal_crash(pty.far, TerminalModes.farewell, words, SIGABRT)
    #expect(
      pty.received().replacing("\r\n", with: "\n")
        == TerminalModes.farewell + start + "a?]0;t?b\u{BF}2J\u{61F}\u{203D}\u{203D}\u{2047}?\u{203D}沧¢é“”\t\u{1F600}\n")
  }
}
