import Widgets

/// Makes keys of the bytes that a terminal sends.
///
/// Bytes may come in pieces of any length; the events are the same. What may go on is kept until more comes or the caller's patience ends:
///
///     var outputs = decoder.feed(bytes)
///     // nothing more within `decoder.patience`:
///     outputs += decoder.giveUp()
struct KeyDecoder {
  /// What bytes can mean.
  enum Output: Hashable {
    /// Something that a person did.
    case input(InputEvent)
    /// An answer: where the cursor stands, counted from 1.
    case cursorReport(row: Int, column: Int)
    /// An answer: whether the ground on which everything stands is light.
    case ground(isLight: Bool)
    /// An answer: what the terminal is; it comes after those to all questions before it.
    case attributes
  }

  /// How long to wait for the rest of something that has begun.
  enum Patience {
    /// An Esc alone, or the beginning of a sequence.
    static let escape = Duration.milliseconds(25)
    /// A sequence that cannot be a key by itself; slow lines deliver it in pieces.
    static let sequence = Duration.milliseconds(400)
    /// A character of several bytes.
    static let character = Duration.milliseconds(400)
    /// A paste; its end may have been lost.
    static let paste = Duration.seconds(2)
  }

  /// The longest paste that is kept; what is beyond is dropped, so that a flood cannot fill the memory.
  static let longestPaste = 4 << 20

  /// How many cursor reports were asked for: only then is such a report no F3 with Shift.
  var awaitedReports = 0 { didSet { if awaitedReports > oldValue { expectsAnswers = true } } }
  /// Whether an Esc is rather the beginning of an answer than a key, and waits as long as one; over when the last answer came, or none did.
  private var expectsAnswers = false

  private let described: [[UInt8]: KeyPress]
  private var pending: [UInt8] = []
  private var paste: PasteCollector?

  /// - Parameter described: sequences from the description of this terminal, for what is not common to all.
  init(described: [[UInt8]: KeyPress] = [:]) { self.described = described }

  /// How long to wait before `giveUp`; nil where nothing has begun.
  var patience: Duration? {
    if paste != nil { return Patience.paste }
    guard let first = pending.first else { return nil }
    if first != 0x1B { return Patience.character }
    return pending.count == 1 && !expectsAnswers ? Patience.escape : Patience.sequence
  }

  /// Takes bytes, gives what they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Output] {
    var outputs: [Output] = []
    pending.append(contentsOf: bytes)
    decode(into: &outputs)
    return outputs
  }

  /// Nothing more comes: gives what has begun for what it is worth.
  mutating func giveUp() -> [Output] {
    var outputs: [Output] = []
    if var collector = paste {
      paste = nil
      outputs.append(.input(.paste(collector.abandon())))
      return outputs
    }
    guard !pending.isEmpty else { return [] }
    let rest = pending
    pending = []
    if rest[0] != 0x1B {
      outputs.append(.input(.key(.character("\u{FFFD}"))))
    } else if rest.count == 1 {
      expectsAnswers = false
      outputs.append(.input(.key(KeyPress(.escape))))
    } else if rest.count == 2, let scalar = Unicode.Scalar(UInt32(rest[1])) {
      // A bracket or a letter that begins a sequence: that key with Alt.
      outputs.append(.input(.key(KeyPress(.character(Character(scalar)), .alt))))
    }
    // A longer beginning of a sequence is noise.
    return outputs
  }

  private mutating func decode(into outputs: inout [Output]) {
    var place = 0
    while place < pending.count {
      if paste != nil {
        collect(from: &place, into: &outputs)
        continue
      }
      let step = pending.withUnsafeBufferPointer { next(in: UnsafeBufferPointer(rebasing: $0[place...])) }
      guard let (count, found) = step else { break }
      place += count
      switch found {
      case .nothing: break
      case .key(let key): outputs.append(.input(.key(key)))
      case .event(let event): outputs.append(.input(event))
      case .pasteBegins: paste = PasteCollector(limit: KeyDecoder.longestPaste)
      case .cursorReport(let row, let column):
        awaitedReports -= 1
        outputs.append(.cursorReport(row: row, column: column))
      case .ground(let isLight): outputs.append(.ground(isLight: isLight))
      case .attributes:
        awaitedReports = 0
        expectsAnswers = false
        outputs.append(.attributes)
      }
    }
    pending.removeFirst(place)
  }

  private mutating func collect(from place: inout Int, into outputs: inout [Output]) {
    guard var collector = paste else { return }
    // Moved out, so that its bytes are not copied.
    paste = nil
    let (taken, isWhole) = collector.take(pending[place...])
    place += taken
    if isWhole {
      outputs.append(.input(.paste(collector.text)))
    } else {
      paste = collector
    }
  }

  /// What a piece of input is.
  enum Found {
    case nothing
    case key(KeyPress)
    case event(InputEvent)
    case pasteBegins
    case cursorReport(row: Int, column: Int)
    case ground(isLight: Bool)
    case attributes
  }

  /// Reads one thing.
  ///
  /// - Returns: how many bytes it took; nil if it may go on.
  private func next(in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Found)? {
    let first = bytes[0]
    if first == 0x1B { return escape(in: bytes) }
    if first < 0x80 { return (1, KeyDecoder.control(first).map(Found.key) ?? .nothing) }
    return KeyDecoder.character(in: bytes)
  }

  private func escape(in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Found)? {
    guard bytes.count > 1 else { return nil }
    // Awaited answers look like the F3 with Shift of many descriptions.
    if awaitedReports > 0, let (count, found) = ControlSequence.read(bytes, isReportAwaited: true), case .cursorReport = found {
      return (count, found)
    }
    if let (count, key) = describedKey(in: bytes) { return (count, .key(key)) }
    switch bytes[1] {
    case UInt8(ascii: "["): return ControlSequence.read(bytes, isReportAwaited: awaitedReports > 0)
    case UInt8(ascii: "O"): return ControlSequence.readShort(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
      switch TerminalString.read(bytes) {
      case .key: return KeyDecoder.alt(bytes[1])
      case .begun: return nil
      case .whole(let count, let found): return (count, found)
      }
    case 0x1B, 0x80...: return (1, .key(KeyPress(.escape)))
    default: return KeyDecoder.alt(bytes[1])
    }
  }

  private static func alt(_ byte: UInt8) -> (Int, Found) {
    guard var key = control(byte) else { return (2, .nothing) }
    key.modifiers.insert(.alt)
    return (2, .key(key))
  }

  /// The longest described sequence at the beginning; they are short and few.
  private func describedKey(in bytes: UnsafeBufferPointer<UInt8>) -> (Int, KeyPress)? {
    guard !described.isEmpty else { return nil }
    for count in stride(from: min(bytes.count, 8), through: 2, by: -1) {
      if let key = described[Array(bytes[..<count])] { return (count, key) }
    }
    return nil
  }

  /// The key of one byte of ASCII; nil for what no key sends.
  static func control(_ byte: UInt8) -> KeyPress? {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: KeyPress(.backspace)
    case 0x09: KeyPress(.tab)
    case 0x0A, 0x0D: KeyPress(.enter)
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    case 0x20...0x7E: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }

  /// A character of several bytes; each byte that belongs to none becomes U+FFFD.
  private static func character(in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Found)? {
    let unknown = Found.key(.character("\u{FFFD}"))
    let first = bytes[0]
    let count: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (count, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (count, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (count, value) = (4, UInt32(first & 0x07))
    default: return (1, unknown)
    }
    for index in 1..<count {
      guard index < bytes.count else { return nil }
      let byte = bytes[index]
      guard byte & 0xC0 == 0x80 else { return (index, unknown) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (count, unknown) }
    // The controls beyond ASCII come from no key.
    if scalar.value < 0xA0 { return (count, .nothing) }
    return (count, .key(.character(Character(scalar))))
  }
}
