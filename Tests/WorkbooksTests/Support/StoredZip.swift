/// Makes zip archives whose parts are stored as they are.
enum StoredZip {
  static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let place = out.count
      let name = Array(name.utf8)
      let sizes =
        number(checksum(bytes), 4) + number(UInt32(bytes.count), 4) + number(UInt32(bytes.count), 4) + number(UInt32(name.count), 2)
      // Names are UTF-8; nothing is packed; the day is the first that there is.
      let look = number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(33, 2)
      out += [0x50, 0x4B, 3, 4] + look + sizes + number(0, 2) + name + bytes
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + look + sizes + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2)
      directory += number(0, 4) + number(UInt32(place), 4) + name
    }
    let start = out.count
    let count = number(UInt32(parts.count), 2)
    return out + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + count + count + number(UInt32(directory.count), 4)
      + number(UInt32(start), 4) + number(0, 2)
  }

  private static func number(_ value: UInt32, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }

  private static let table = (0..<256).map { (byte: UInt32) in
    (0..<8).reduce(byte) { rest, _ in rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return ~sum
  }
}
