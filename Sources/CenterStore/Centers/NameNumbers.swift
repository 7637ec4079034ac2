import Glibc

/// Numbers texts from 0 in the order in which they first come; they are told from each other by their bytes.
struct NameNumbers: Sendable {
  private struct Slot {
    /// The hash of the text, so that texts which differ are hardly ever compared.
    var hash: UInt32 = 0
    /// The number of the text and 1; 0 where none is.
    var next: UInt32 = 0
  }

  private var bytes: [UInt8] = []
  /// Where the text of each number ends.
  private var ends: [Int] = []
  /// An open table, at most half full; as many as a power of two.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// How many texts have a number.
  var count: Int { ends.count }

  /// The number of a text, and whether it had none before.
  mutating func number(of text: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    let hash = UInt32(truncatingIfNeeded: hasher.finalize())
    if let number = find(text, hash) { return (number, false) }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    enter(Slot(hash: hash, next: UInt32(ends.count)))
    return (ends.count - 1, true)
  }

  private func find(_ text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int? {
    var place = Int(hash) & (slots.count - 1)
    while slots[place].next > 0 {
      let number = Int(slots[place].next) - 1
      if slots[place].hash == hash, isText(number, text) { return number }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isText(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    guard let other = text.baseAddress else { return true }
    return bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { memcmp($0 + start, other, text.count) == 0 } ?? true }
  }

  private mutating func enter(_ slot: Slot) {
    var place = Int(slot.hash) & (slots.count - 1)
    while slots[place].next > 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.next > 0 { enter(slot) }
  }
}
