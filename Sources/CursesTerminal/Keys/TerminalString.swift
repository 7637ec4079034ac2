/// Strings that terminals send by themselves: the colour of the ground where it was asked for, and what belongs to nobody here. What a person
/// types with Alt begins alike, so only what has the form of an answer is one.
enum TerminalString {
  /// Longer ones are noise.
  private static let longest = 4096

  /// What bytes are that begin with `ESC ]`, `ESC P` or `ESC _`.
  enum Reading {
    /// They are a key with Alt.
    case key
    /// They may become a string.
    case begun
    /// They are one, or were one until it broke off.
    case whole(count: Int, KeyDecoder.Found)
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    guard bytes.count > 2 else { return .begun }
    var place = 2
    func skipNumbers() {
      while place < bytes.count, (0x30...0x39).contains(bytes[place]) || bytes[place] == UInt8(ascii: ";") { place += 1 }
    }
    let opening: [UInt8]
    switch bytes[1] {
    case UInt8(ascii: "]"):
      guard (0x30...0x39).contains(bytes[2]) else { return .key }
      while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
      opening = [UInt8(ascii: ";")]
    case UInt8(ascii: "P"):
      skipNumbers()
      opening = Array("+$>!".utf8)
    default: opening = [UInt8(ascii: "G")]
    }
    guard place < bytes.count else { return .begun }
    guard opening.contains(bytes[place]) else { return .key }
    let start = place + 1
    for end in start..<bytes.count {
      switch bytes[end] {
      case 0x07: return .whole(count: end + 1, meaning(of: bytes, through: end))
      case 0x1B:
        guard end + 1 < bytes.count else { return .begun }
        return .whole(count: bytes[end + 1] == UInt8(ascii: "\\") ? end + 2 : end, meaning(of: bytes, through: end))
      default: if end - start > longest { return .whole(count: end, .nothing) }
      }
    }
    return .begun
  }

  /// `]11;rgb:ffff/ffff/dddd`: the colour of the ground.
  private static func meaning(of bytes: UnsafeBufferPointer<UInt8>, through end: Int) -> KeyDecoder.Found {
    guard let text = String(validating: bytes[1..<end], as: UTF8.self), text.hasPrefix("]11;rgb") else { return .nothing }
    let parts = text.drop { $0 != ":" }.dropFirst().split(separator: "/").prefix(3).map { part -> Double? in
      guard (1...4).contains(part.utf8.count), let value = Int(part, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * part.utf8.count)) - 1)
    }
    guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2] else { return .nothing }
    // As bright as the eye sees it.
    return .ground(isLight: 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)
  }
}
