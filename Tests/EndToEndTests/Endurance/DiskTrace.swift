import Foundation

/// What a program did to a store's files and said meanwhile, in order, as it was written down (`Tests/Faults`).
enum DiskChange {
  case write(String, offset: Int, [UInt8])
  case cut(String, length: Int)
  case sync(String)
  case make(String)
  case remove(String)
  case move(String, to: String)
  case link(String, to: String)
  case syncFolder
  case say(String)

  /// Reads what was written down. The index of the log is not among it: it is shared memory, and made anew from the log.
  static func all(in path: String) throws -> [DiskChange] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var (changes, place): ([DiskChange], Int) = ([], 0)
    while let end = bytes[place...].firstIndex(of: 0x0A) {
      let words = String(decoding: bytes[place..<end], as: UTF8.self).split(separator: " ").map(String.init)
      place = end + 1
      func name(_ index: Int) -> String { String(words[index].dropFirst()) }
      func data(_ index: Int) -> [UInt8] {
        let count = Int(words[index]) ?? 0
        defer { place += count }
        return Array(bytes[place..<place + count])
      }
      let change: DiskChange? =
        switch words.first {
        case "W": .write(name(1), offset: Int(words[2]) ?? 0, data(3))
        case "T": .cut(name(1), length: Int(words[2]) ?? 0)
        case "S": .sync(name(1))
        case "C": .make(name(1))
        case "U": .remove(name(1))
        case "M": .move(name(1), to: name(2))
        case "L": .link(name(1), to: name(2))
        case "D": .syncFolder
        case "A": .say(String(decoding: data(1), as: UTF8.self))
        default: nil
        }
      if let change, change.file?.hasSuffix("-shm") != true { changes.append(change) }
    }
    return changes
  }

  /// Whether something is made to last.
  var isSync: Bool {
    switch self {
    case .sync, .syncFolder: true
    default: false
    }
  }

  /// Which file it is about.
  var file: String? {
    switch self {
    case .write(let file, _, _), .cut(let file, _), .sync(let file), .make(let file), .remove(let file), .move(let file, _),
      .link(let file, _):
      file
    case .syncFolder, .say: nil
    }
  }
}
