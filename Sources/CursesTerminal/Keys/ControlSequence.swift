import Widgets

/// Sequences that begin with `ESC [` or `ESC O`, as xterm and its kin, the Linux console and rxvt send them.
enum ControlSequence {
  /// Longer ones are noise.
  private static let longest = 64

  /// Reads a sequence that begins with `ESC [`.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, isReportAwaited: Bool) -> (Int, KeyDecoder.Found)? {
    guard bytes.count > 2, bytes[1] == UInt8(ascii: "[") else { return nil }
    // The Linux console's F1 to F5.
    if bytes[2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else { return nil }
      guard (0x41...0x45).contains(bytes[3]) else { return (3, .nothing) }
      return (4, .key(KeyPress(.function(Int(bytes[3]) - 0x40))))
    }
    var place = 2
    while place < bytes.count, (0x20...0x3F).contains(bytes[place]) {
      place += 1
      // Given up: what follows is read for itself.
      if place > longest { return (place, .nothing) }
    }
    guard place < bytes.count else { return nil }
    let final = bytes[place]
    // Cut off by something that cannot be in it.
    guard (0x40...0x7E).contains(final) else { return (place, .nothing) }
    let body = UnsafeBufferPointer(rebasing: bytes[2..<place])
    return (place + 1, meaning(of: body, final: final, isReportAwaited: isReportAwaited))
  }

  /// Reads a sequence that begins with `ESC O`; old terminals put the modifiers before the letter.
  static func readShort(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, KeyDecoder.Found)? {
    guard bytes.count > 2 else { return nil }
    var place = 2
    var held: Modifiers = []
    if (0x31...0x38).contains(bytes[2]) {
      held = modifiers(Int(bytes[2]) - 0x30)
      place = 3
      guard bytes.count > 3 else { return nil }
    }
    let final = bytes[place]
    guard (0x40...0x7E).contains(final) else { return (place, .nothing) }
    if let key = letter(final) { return (place + 1, .key(KeyPress(key, held))) }
    // The block of digits at the right of a keyboard.
    switch final {
    case UInt8(ascii: "M"): return (place + 1, .key(KeyPress(.enter, held)))
    case UInt8(ascii: "X"): return (place + 1, .key(.character("=")))
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return (place + 1, .key(.character(Character(Unicode.Scalar(final - UInt8(ascii: "j") + UInt8(ascii: "*"))))))
    default: return (place + 1, .nothing)
    }
  }

  private static func meaning(of body: UnsafeBufferPointer<UInt8>, final: UInt8, isReportAwaited: Bool) -> KeyDecoder.Found {
    if body.first == UInt8(ascii: "<") {
      return mouse(numbers(body.dropFirst()), isRelease: final == UInt8(ascii: "m")).map { .event(.mouse($0)) } ?? .nothing
    }
    if body.first == UInt8(ascii: "?") { return final == UInt8(ascii: "c") ? .attributes : .nothing }
    let numbers = numbers(body[...])
    let first = numbers.first ?? 0
    let held = modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      if first == 200 { return .pasteBegins }
      if first == 27, numbers.count == 3 { return typed(numbers[2], held) }
      return tilde(first).map { .key(KeyPress($0, held)) } ?? .nothing
    case UInt8(ascii: "u"): return typed(first, held)
    case UInt8(ascii: "Z"): return .key(KeyPress(.tab, held.union(.shift)))
    case UInt8(ascii: "I") where body.isEmpty: return .event(.focus(true))
    case UInt8(ascii: "O") where body.isEmpty: return .event(.focus(false))
    case UInt8(ascii: "R") where isReportAwaited && numbers.count == 2: return .cursorReport(row: first, column: numbers[1])
    default: return letter(final).map { .key(KeyPress($0, held)) } ?? .nothing
    }
  }

  /// The numbers between semicolons; a missing one is 0, and parts after colons do not count.
  private static func numbers(_ body: Slice<UnsafeBufferPointer<UInt8>>) -> [Int] {
    guard !body.isEmpty else { return [] }
    var numbers = [0]
    var isPart = false
    for byte in body {
      switch byte {
      case 0x30...0x39:
        if !isPart { numbers[numbers.count - 1] = min(9_999_999, numbers[numbers.count - 1] * 10 + Int(byte) - 0x30) }
      case UInt8(ascii: ";"):
        numbers.append(0)
        isPart = false
      case UInt8(ascii: ":"): isPart = true
      default: break
      }
    }
    return numbers
  }

  /// What was held, from the number that stands for it: one more than the sum of its bits.
  private static func modifiers(_ number: Int) -> Modifiers {
    let bits = max(0, number - 1)
    var held: Modifiers = []
    if bits & 1 != 0 { held.insert(.shift) }
    if bits & 0b1010 != 0 { held.insert(.alt) }
    if bits & 4 != 0 { held.insert(.control) }
    return held
  }

  private static func letter(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  private static func tilde(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// A key told by the number of its character, as some terminals tell keys with modifiers.
  private static func typed(_ code: Int, _ held: Modifiers) -> KeyDecoder.Found {
    if code < 0x80 {
      guard code > 0, var key = code == 0x1B ? KeyPress(.escape) : KeyDecoder.control(UInt8(code)) else { return .nothing }
      if case .character(let character) = key.key {
        // A shifted letter is another letter; with Control there is only one.
        if held.contains(.control) {
          key = .control(Character(character.lowercased()))
        } else if held.contains(.shift) {
          key = .character(Character(character.uppercased()))
        }
        if held.contains(.alt) { key.modifiers.insert(.alt) }
      } else {
        key.modifiers.formUnion(held)
      }
      return .key(key)
    }
    // Private numbers of keypads and media keys.
    guard code >= 0xA0, !(0xE000...0xF8FF).contains(code), let scalar = Unicode.Scalar(UInt32(code)) else { return .nothing }
    return .key(KeyPress(.character(Character(scalar)), held.intersection([.alt, .control])))
  }

  private static func mouse(_ numbers: [Int], isRelease: Bool) -> MousePress? {
    guard numbers.count == 3 else { return nil }
    let bits = numbers[0]
    let place = Position(column: max(0, numbers[1] - 1), row: max(0, numbers[2] - 1))
    var held: Modifiers = []
    if bits & 4 != 0 { held.insert(.shift) }
    if bits & 8 != 0 { held.insert(.alt) }
    if bits & 16 != 0 { held.insert(.control) }
    let button: MousePress.Button
    switch bits & 0b1100_0011 {
    case 0: button = .left
    case 1: button = .middle
    case 2: button = .right
    case 64: button = .wheelUp
    case 65: button = .wheelDown
    // Moved without a button, or a button that few mice have.
    default: return nil
    }
    let isWheel = bits & 64 != 0
    if isWheel && isRelease { return nil }
    return MousePress(button, isRelease ? .up : bits & 32 != 0 ? .drag : .down, at: place, held)
  }
}
