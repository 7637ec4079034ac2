import Testing
import Widgets

@testable import CursesTerminal

@Suite("Bytes become keys")
struct KeyDecoderTests {
  /// Everything that is known to be sent, with what it means.
  static let known: [(String, [KeyPress])] = [
    ("a", [.character("a")]), ("中", [.character("中")]), ("😀", [.character("😀")]), ("é", [.character("é")]),
    ("\t", [KeyPress(.tab)]), ("\r", [KeyPress(.enter)]), ("\n", [KeyPress(.enter)]), ("\u{7F}", [KeyPress(.backspace)]),
    ("\u{8}", [KeyPress(.backspace)]), ("\u{0}", [.control(" ")]), ("\u{C}", [.control("l")]), ("\u{1F}", [.control("_")]),
    ("\u{1B}[A", [KeyPress(.up)]), ("\u{1B}OA", [KeyPress(.up)]), ("\u{1B}[B", [KeyPress(.down)]), ("\u{1B}OC", [KeyPress(.right)]),
    ("\u{1B}[D", [KeyPress(.left)]), ("\u{1B}[H", [KeyPress(.home)]), ("\u{1B}OF", [KeyPress(.end)]), ("\u{1B}[1~", [KeyPress(.home)]),
    ("\u{1B}[7~", [KeyPress(.home)]), ("\u{1B}[8~", [KeyPress(.end)]), ("\u{1B}[2~", [KeyPress(.insert)]),
    ("\u{1B}[3~", [KeyPress(.delete)]), ("\u{1B}[5~", [KeyPress(.pageUp)]), ("\u{1B}[6~", [KeyPress(.pageDown)]),
    ("\u{1B}OP", [KeyPress(.function(1))]), ("\u{1B}[11~", [KeyPress(.function(1))]), ("\u{1B}[[A", [KeyPress(.function(1))]),
    ("\u{1B}[[E", [KeyPress(.function(5))]), ("\u{1B}[15~", [KeyPress(.function(5))]), ("\u{1B}[17~", [KeyPress(.function(6))]),
    ("\u{1B}[21~", [KeyPress(.function(10))]), ("\u{1B}[24~", [KeyPress(.function(12))]), ("\u{1B}[1;2P", [KeyPress(.function(1), .shift)]),
    ("\u{1B}[1;2R", [KeyPress(.function(3), .shift)]), ("\u{1B}[1;5C", [KeyPress(.right, .control)]),
    ("\u{1B}[1;3A", [KeyPress(.up, .alt)]),
    ("\u{1B}[1;6D", [KeyPress(.left, [.shift, .control])]), ("\u{1B}O5C", [KeyPress(.right, .control)]),
    ("\u{1B}[3;5~", [KeyPress(.delete, .control)]), ("\u{1B}[Z", [KeyPress(.tab, .shift)]), ("\u{1B}x", [KeyPress(.character("x"), .alt)]),
    ("\u{1B}\r", [KeyPress(.enter, .alt)]), ("\u{1B}\u{7F}", [KeyPress(.backspace, .alt)]), ("\u{1B}OM", [KeyPress(.enter)]),
    ("\u{1B}Op", [.character("0")]), ("\u{1B}Ok", [.character("+")]), ("\u{1B}[97;5u", [.control("a")]),
    ("\u{1B}[13;2u", [KeyPress(.enter, .shift)]),
    ("\u{1B}[27;5;97~", [.control("a")]), ("\u{1B}[27u", [KeyPress(.escape)]), ("\u{1B}\u{1B}[A", [KeyPress(.escape), KeyPress(.up)]),
    ("\u{1B}中", [KeyPress(.escape), .character("中")]),
    ("\u{1B}]x", [KeyPress(.character("]"), .alt), .character("x")]), ("\u{1B}Px", [KeyPress(.character("P"), .alt), .character("x")]),
    ("\u{1B}_x", [KeyPress(.character("_"), .alt), .character("x")]), ("\u{1B}[99~", []), ("\u{1B}[1;5y", []), ("\u{1B}[?1;2$y", []),
  ]

  private func keys(_ outputs: [KeyDecoder.Output]) -> [KeyPress] {
    outputs.compactMap { if case .input(.key(let key)) = $0 { key } else { nil } }
  }

  private func inPieces(_ bytes: [UInt8], _ decoder: KeyDecoder = KeyDecoder()) -> [KeyDecoder.Output] {
    var decoder = decoder
    return bytes.flatMap { decoder.feed([$0]) } + decoder.giveUp()
  }

  @Test("A sequence means its key, whole or a byte at a time", arguments: known)
  func sequence(text: String, expected: [KeyPress]) {
    var decoder = KeyDecoder()
    let outputs = decoder.feed(text.utf8)
    #expect(keys(outputs) == expected)
    #expect(keys(outputs).count == outputs.count)
    #expect(decoder.patience == nil)
    #expect(inPieces(Array(text.utf8)) == outputs)
  }

  @Test("All of them in one burst are the same keys, and so are they in pieces of any length", arguments: [1, 2, 3, 5, 7, 4096])
  func burst(length: Int) {
    let bytes = KeyDecoderTests.known.flatMap { Array($0.0.utf8) }
    var decoder = KeyDecoder()
    var outputs: [KeyDecoder.Output] = []
    for start in stride(from: 0, to: bytes.count, by: length) { outputs += decoder.feed(bytes[start..<min(start + length, bytes.count)]) }
    #expect(keys(outputs) == KeyDecoderTests.known.flatMap(\.1))
  }

  @Test("An Esc alone waits shortly, a sequence that has begun waits longer, nothing else waits")
  func patience() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience == .milliseconds(25))
    #expect(decoder.feed([0x5B]).isEmpty)
    #expect(decoder.patience == .milliseconds(400))
    #expect(keys(decoder.feed([0x41])) == [KeyPress(.up)])
    #expect(decoder.patience == nil)
  }

  @Test(
    "While answers are awaited an Esc may be the beginning of one; once they came, or none did, it is a key again",
    arguments: [true, false])
  func awaiting(answers: Bool) {
    var decoder = KeyDecoder()
    decoder.awaitedReports = 2
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience == .milliseconds(400))
    if answers {
      #expect(decoder.feed("[1;2R\u{1B}[1;4R\u{1B}[?62c".utf8).count == 3)
    } else {
      #expect(keys(decoder.giveUp()) == [KeyPress(.escape)])
    }
    _ = decoder.feed([0x1B])
    #expect(decoder.patience == .milliseconds(25))
  }

  @Test(
    "Strings of terminals are no keys; only what tells the colour of the ground is listened to",
    arguments: [
      ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", true), ("\u{1B}]11;rgb:00/00/00\u{7}", false),
      ("\u{1B}]11;rgba:fdfd/f6f6/e3e3/ffff\u{7}", true),
      ("\u{1B}]11;rgb:2828/2a2a/3636\u{1B}\\", false), ("\u{1B}]11;rgb:zz/00/00\u{7}", nil), ("\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", nil),
      ("\u{1B}]0;x\u{7}", nil), ("\u{1B}]52;c;eA==\u{1B}\\", nil), ("\u{1B}P1+r544e=78\u{1B}\\", nil), ("\u{1B}P>|XTerm(390)\u{1B}\\", nil),
      ("\u{1B}_Gi=1;OK\u{1B}\\", nil),
    ] as [(String, Bool?)])
  func strings(text: String, isLight: Bool?) {
    var decoder = KeyDecoder()
    let outputs = decoder.feed(("a" + text + "b").utf8)
    let ground = isLight.map { [KeyDecoder.Output.ground(isLight: $0)] } ?? []
    #expect(outputs == [.input(.key(.character("a")))] + ground + [.input(.key(.character("b")))])
    #expect(inPieces(Array(("a" + text + "b").utf8)) == outputs)
  }

  @Test("A string without an end swallows a bounded part of what follows")
  func endless() {
    var decoder = KeyDecoder()
    _ = decoder.feed("\u{1B}]0;".utf8)
    let outputs = (0..<9000).flatMap { _ in decoder.feed("q".utf8) }
    #expect(outputs.count > 4000)
  }

  @Test(
    "What does not go on is taken for what it is worth",
    arguments: [
      ("\u{1B}]", [KeyPress(.character("]"), .alt)]), ("\u{1B}P", [KeyPress(.character("P"), .alt)]), ("\u{1B}]0;x", []),
      ("\u{1B}", [KeyPress(.escape)]), ("\u{1B}[", [KeyPress(.character("["), .alt)]), ("\u{1B}O", [KeyPress(.character("O"), .alt)]),
      ("\u{1B}[1;", []),
    ])
  func givingUp(text: String, expected: [KeyPress]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(text.utf8).isEmpty)
    #expect(keys(decoder.giveUp()) == expected)
    #expect(keys(decoder.feed("q".utf8)) == [.character("q")])
  }

  @Test(
    "Bytes that are no UTF-8 become U+FFFD and swallow nothing after them",
    arguments: [
      ([0xFF], "\u{FFFD}"), ([0xC3, 0x28], "\u{FFFD}("), ([0xE4, 0xB8, 0x61, 0x62], "\u{FFFD}ab"), ([0x80, 0x61], "\u{FFFD}a"),
      ([0xED, 0xA0, 0x80, 0x61], "\u{FFFD}a"), ([0xF4, 0x90, 0x80, 0x80, 0x61], "\u{FFFD}a"), ([0xE0, 0x80, 0x80, 0x61], "\u{FFFD}a"),
      ([0xE4, 0xB8, 0xE4, 0xB8, 0xAD], "\u{FFFD}中"),
    ] as [([UInt8], String)])
  func invalid(bytes: [UInt8], expected: String) {
    var decoder = KeyDecoder()
    let outputs = decoder.feed(bytes)
    #expect(keys(outputs) == expected.unicodeScalars.map { .character(Character($0)) })
    #expect(inPieces(bytes) == outputs)
  }

  @Test("A character that stays unfinished is given up as one U+FFFD")
  func unfinished() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xE4, 0xB8]).isEmpty)
    #expect(keys(decoder.giveUp()) == [.character("\u{FFFD}")])
  }

  @Test(
    "A sequence that something else cuts off loses nothing of the rest",
    arguments: ["\u{1B}[1;\u{1B}[A", "\u{1B}[\u{1B}[A", "\u{1B}O\u{1B}[A"])
  func cutOff(text: String) {
    var decoder = KeyDecoder()
    #expect(keys(decoder.feed(text.utf8)) == [KeyPress(.up)])
    #expect(keys(inPieces(Array(text.utf8))) == [KeyPress(.up)])
  }

  @Test("A flood without end is neither kept nor looked at twice")
  func flood() {
    var decoder = KeyDecoder()
    let outputs = decoder.feed(Array("\u{1B}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 1_000_000))
    #expect(outputs.count > 900_000)
    #expect(decoder.patience == nil)
  }

  @Test("The mouse is told by button, place and what was held")
  func mouse() {
    func press(_ text: String) -> InputEvent? {
      var decoder = KeyDecoder()
      let outputs = decoder.feed(text.utf8)
      #expect(inPieces(Array(text.utf8)) == outputs)
      guard case .input(let event)? = outputs.first else { return nil }
      return event
    }
    let place = Position(column: 299, row: 4)
    #expect(press("\u{1B}[<0;300;5M") == .mouse(MousePress(.left, .down, at: place)))
    #expect(press("\u{1B}[<0;300;5m") == .mouse(MousePress(.left, .up, at: place)))
    #expect(press("\u{1B}[<32;300;5M") == .mouse(MousePress(.left, .drag, at: place)))
    #expect(press("\u{1B}[<18;300;5M") == .mouse(MousePress(.right, .down, at: place, .control)))
    #expect(press("\u{1B}[<64;300;5M") == .mouse(MousePress(.wheelUp, .down, at: place)))
    #expect(press("\u{1B}[<69;300;5M") == .mouse(MousePress(.wheelDown, .down, at: place, .shift)))
    #expect(press("\u{1B}[<35;300;5M") == nil)
    #expect(press("\u{1B}[<0;5M") == nil)
  }

  @Test("The focus comes and goes")
  func focus() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[I\u{1B}[O".utf8) == [.input(.focus(true)), .input(.focus(false))])
  }

  @Test("Answers of the terminal are no keys, and keys typed meanwhile are kept in order")
  func answers() {
    var decoder = KeyDecoder()
    decoder.awaitedReports = 2
    let outputs = decoder.feed("x\u{1B}[1;2Ry\u{1B}[1;4Rz\u{1B}[?62;22c\u{1B}[1;2R".utf8)
    #expect(
      outputs == [
        .input(.key(.character("x"))), .cursorReport(row: 1, column: 2), .input(.key(.character("y"))), .cursorReport(row: 1, column: 4),
        .input(.key(.character("z"))), .attributes, .input(.key(KeyPress(.function(3), .shift))),
      ])
  }

  @Test("After the terminal has answered the last question, no report is awaited any more")
  func fence() {
    var decoder = KeyDecoder()
    decoder.awaitedReports = 2
    #expect(decoder.feed("\u{1B}[?1c".utf8) == [.attributes])
    #expect(keys(decoder.feed("\u{1B}[1;2R".utf8)) == [KeyPress(.function(3), .shift)])
  }

  @Test("Sequences of the terminal's own description come before the common ones")
  func described() {
    let own = KeyDecoder(described: [Array("\u{1B}[224z".utf8): KeyPress(.function(1)), Array("\u{1B}A".utf8): KeyPress(.up)])
    var decoder = own
    let text = "\u{1B}[224z\u{1B}Ax"
    let outputs = decoder.feed(text.utf8)
    #expect(keys(outputs) == [KeyPress(.function(1)), KeyPress(.up), .character("x")])
    #expect(inPieces(Array(text.utf8), own) == outputs)
  }

  @Test("Any bytes at all: the same events in one piece and byte by byte", arguments: 0..<40)
  func anyBytes(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let alphabet: [UInt8] = Array("\u{1B}\u{1B}\u{1B}[[O<;;0123~ARMmcu?201abc".utf8) + [0xE4, 0xB8, 0xAD, 0xFF, 0x0D, 0x00]
    let bytes = (0..<300).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return alphabet[Int(state % UInt64(alphabet.count))]
    }
    var decoder = KeyDecoder()
    let outputs = decoder.feed(bytes) + decoder.giveUp()
    #expect(inPieces(bytes) == outputs)
  }
}
