import Glibc

/// What a link, or a row of one, says of an object (``Change``), read at the speed at which it can be scanned.
struct ToldChange {
  /// The object's path.
  let object: String
  /// Its fields before the act; `nil` where it is new.
  let before: [String: String]?
  /// Its fields after the act; none where it is gone.
  let after: [String: String]

  /// Reads a document; `nil` for what speaks of no object, or is none of the program's.
  init?(_ document: UnsafeRawBufferPointer) {
    var scan = Scan(document)
    if scan.skip("[") {
      // A new center of a large import: its code, and the values of ``CenterRecord/fieldNames``.
      guard let object = scan.text() else { return nil }
      var after: [String: String] = [:]
      for name in CenterRecord.fieldNames {
        guard scan.skip(","), let value = scan.text() else { return nil }
        after[name] = value
      }
      self.object = object
      self.after = after
      before = nil
      return
    }
    guard scan.skip("{\"object\":"), let object = scan.text(), scan.skip(",\"before\":") else { return nil }
    guard let before = scan.fields(), scan.skip(",\"after\":"), let after = scan.fields() else { return nil }
    self.object = object
    self.before = before.isNull ? nil : before.fields
    self.after = after.fields
  }
}

/// A place in a document.
private struct Scan {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Steps over a mark; `false` where another one stands.
  mutating func skip(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard place + length <= bytes.count, let base = bytes.baseAddress else { return false }
    guard memcmp(base + place, mark.utf8Start, length) == 0 else { return false }
    place += length
    return true
  }

  /// A string.
  mutating func text() -> String? {
    guard skip("\"") else { return nil }
    let start = place
    var isEscaped = false
    while place < bytes.count, bytes[place] != 0x22 {
      if bytes[place] == 0x5C {
        isEscaped = true
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else { return nil }
    let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<place])
    place += 1
    return isEscaped ? Scan.unescaped(raw) : String(decoding: raw, as: UTF8.self)
  }

  /// An object of strings, or `null`.
  mutating func fields() -> (fields: [String: String], isNull: Bool)? {
    if skip("null") { return ([:], true) }
    guard skip("{") else { return nil }
    var fields: [String: String] = [:]
    if skip("}") { return (fields, false) }
    repeat {
      guard let name = text(), skip(":"), let value = text() else { return nil }
      fields[name] = value
    } while skip(",")
    return skip("}") ? (fields, false) : nil
  }

  /// A string with what ``Swift/Array/appendJSON(_:)`` escapes.
  private static func unescaped(_ raw: UnsafeRawBufferPointer) -> String? {
    var text: [UInt8] = []
    var place = 0
    while place < raw.count {
      defer { place += 1 }
      guard raw[place] == 0x5C else {
        text.append(raw[place])
        continue
      }
      place += 1
      guard place < raw.count else { return nil }
      switch raw[place] {
      case 0x6E: text.append(0x0A)
      case 0x75:
        guard place + 4 < raw.count,
          let code = UInt8(String(decoding: raw[(place + 1)...(place + 4)], as: UTF8.self), radix: 16)
        else { return nil }
        text.append(code)
        place += 4
      default: text.append(raw[place])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
