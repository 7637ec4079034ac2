import Glibc

/// A text as the key of a table: told from others by its bytes.
///
/// What is kept is in normal form C already, and Swift's own comparison would normalize every Chinese text again.
struct TextKey: Hashable {
  private(set) var string: String

  init(_ string: String) {
    self.string = string
    self.string.makeContiguousUTF8()
  }

  static func == (left: TextKey, right: TextKey) -> Bool {
    let isSame = left.string.utf8.withContiguousStorageIfAvailable { left in
      right.string.utf8.withContiguousStorageIfAvailable { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return left.count == right.count }
        return left.count == right.count && memcmp(first, second, left.count) == 0
      }
    }
    return isSame.flatMap { $0 } ?? left.string.utf8.elementsEqual(right.string.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isDone: Void? = string.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if isDone == nil { for byte in string.utf8 { hasher.combine(byte) } }
  }
}
