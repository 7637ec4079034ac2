import Testing
import Widgets

@testable import CursesTerminal

@Suite("Pastes")
struct PasteTests {
  private static let begin = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  @Test(
    "What stands between the brackets is one paste, keys before and after it are keys",
    arguments: ["", "abc", "中文，标点", "a\tb", "\u{1B}[A no key", "\u{1B}[201", "\u{1B}\u{1B}[20", "q\u{3}\u{1A}"])
  func brackets(text: String) {
    let bytes = Array("x\(PasteTests.begin)\(text)\(PasteTests.end)y".utf8)
    let expected: [KeyDecoder.Output] = [.input(.key(.character("x"))), .input(.paste(text)), .input(.key(.character("y")))]
    var whole = KeyDecoder()
    #expect(whole.feed(bytes) == expected)
    var pieces = KeyDecoder()
    #expect(bytes.flatMap { pieces.feed([$0]) } == expected)
  }

  @Test("Line breaks are what the text had, not the carriage returns that terminals send")
  func lineBreaks() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\(PasteTests.begin)a\rb\r\nc\nd\(PasteTests.end)".utf8) == [.input(.paste("a\nb\nc\nd"))])
  }

  @Test("A paste of 150 kB comes in one piece, however it was delivered", arguments: [1, 1000, 4096, 1 << 20])
  func large(length: Int) {
    let text = String(repeating: "沧州市激光切割", count: 150_000 / 21)
    let bytes = Array((PasteTests.begin + text + PasteTests.end).utf8)
    var decoder = KeyDecoder()
    var outputs: [KeyDecoder.Output] = []
    for start in stride(from: 0, to: bytes.count, by: length) { outputs += decoder.feed(bytes[start..<min(start + length, bytes.count)]) }
    #expect(outputs == [.input(.paste(text))])
  }

  @Test("A paste whose end is lost is handed over after a while, and keys are keys again")
  func endLost() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\(PasteTests.begin)half\u{1B}[20".utf8).isEmpty)
    #expect(decoder.patience == .seconds(2))
    #expect(decoder.giveUp() == [.input(.paste("half\u{1B}[20"))])
    #expect(decoder.feed("q".utf8) == [.input(.key(.character("q")))])
  }

  @Test("More than four million bytes are not kept")
  func limit() {
    var decoder = KeyDecoder()
    let outputs = decoder.feed(
      Array(PasteTests.begin.utf8) + Array(repeating: UInt8(ascii: "a"), count: 5_000_000) + Array(PasteTests.end.utf8))
    guard case .input(.paste(let text))? = outputs.first else {
      Issue.record("no paste came")
      return
    }
    #expect(text.utf8.count == KeyDecoder.longestPaste)
  }
}
