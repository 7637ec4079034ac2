/// Something that takes bytes from outside, and what must hold of it whatever they are.
struct FuzzTarget: Sendable, CustomStringConvertible {
  /// Its name: that of its folder of seeds as well.
  let name: String
  /// Looks at what becomes of some bytes.
  let look: @Sendable ([UInt8]) throws -> Void

  var description: String { name }

  init(_ name: String, _ look: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.name = name
    self.look = look
  }

  /// All of them.
  static let all = files + workbooks + texts + screens + proofs

  /// The one with a name.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// What does not hold.
struct FuzzFault: Error, CustomStringConvertible {
  let description: String
}

/// Makes sure that something holds.
func hold(_ condition: Bool, _ what: @autoclosure () -> String) throws {
  if !condition { throw FuzzFault(description: what()) }
}

/// Makes sure that a text that is shown steers no terminal.
func holdHarmless(_ text: String, _ what: String) throws {
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: break
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      throw FuzzFault(description: "\(what) holds U+\(String(scalar.value, radix: 16))")
    default: break
    }
  }
}

/// Bytes that are taken one after the other as small numbers; nought once there are no more.
struct Dice {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  var isEmpty: Bool { bytes.isEmpty }

  /// A number of a range.
  mutating func roll(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(bytes.popFirst() ?? 0) % range.count }

  /// The next bytes as text.
  mutating func text(_ count: Int) -> String {
    defer { bytes = bytes.dropFirst(count) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
