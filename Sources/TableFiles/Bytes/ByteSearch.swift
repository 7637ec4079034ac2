import Glibc

/// Looks for bytes among others.
public enum ByteSearch {
  /// Whether a row of bytes, at least one, occurs among others.
  public static func occurs(_ word: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = word.first, let base = bytes.baseAddress else { return false }
    var place = 0
    while place + word.count <= bytes.count, let found = memchr(base + place, Int32(first), bytes.count - word.count + 1 - place) {
      if memcmp(found, word, word.count) == 0 { return true }
      place = UnsafeRawPointer(found) - base + 1
    }
    return false
  }
}
