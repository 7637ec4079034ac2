import Foundation
import RandomForTests

/// A disk that keeps for certain only what was synced: what stands on it when the power fails.
///
/// Of what was written to a file since its last sync, anything may be there: nothing, all, some of it in any order, single sectors of a write. Names
/// that were made, changed or taken away since the folder was synced are there up to one of them, as a file system with a journal leaves them.
struct Disk {
  /// How much of what was not synced is there after the power failed.
  enum Remainder: CaseIterable {
    case nothing, everything, pieces, sectors
  }

  private struct File {
    var synced: [UInt8]
    var pending: [DiskChange] = []
  }

  private static let sector = 512
  private var files: [File] = []
  private var names: [String: Int] = [:]
  /// The names after the last sync of the folder, and after each change since.
  private var former: [[String: Int]] = []

  /// A disk with the files of a folder whose names begin with a store's.
  init(_ store: String) throws {
    let url = URL(fileURLWithPath: store)
    for name in try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path).sorted()
    where name.hasPrefix(url.lastPathComponent) && !name.hasSuffix("-shm") {
      let bytes = [UInt8](try Data(contentsOf: url.deletingLastPathComponent().appendingPathComponent(name)))
      names[String(name.dropFirst(url.lastPathComponent.count))] = files.count
      files.append(File(synced: bytes))
    }
    former = [names]
  }

  /// Goes on by a change.
  mutating func take(_ change: DiskChange) {
    switch change {
    case .write(let name, _, _), .cut(let name, _):
      if let place = names[name] { files[place].pending.append(change) }
    case .sync(let name):
      guard let place = names[name] else { return }
      for change in files[place].pending { Disk.apply(change, to: &files[place].synced) }
      files[place].pending = []
    case .make(let name):
      names[name] = files.count
      files.append(File(synced: []))
      former.append(names)
    case .remove(let name):
      names[name] = nil
      former.append(names)
    case .move(let old, let new):
      names[new] = names[old]
      names[old] = nil
      former.append(names)
    case .link(let old, let new):
      names[new] = names[old]
      former.append(names)
    case .syncFolder: former = [names]
    case .say: break
    }
  }

  /// Writes down what stands on the disk when the power fails now.
  func fail(_ remainder: Remainder, at store: String, _ random: inout SeededRandom) throws {
    let names =
      switch remainder {
      case .nothing: former[0]
      case .everything: self.names
      case .pieces, .sectors: former.randomElement(using: &random) ?? [:]
      }
    for (name, place) in names.sorted(by: { $0.key < $1.key }) {
      var bytes = files[place].synced
      for change in files[place].pending {
        switch remainder {
        case .nothing: break
        case .everything: Disk.apply(change, to: &bytes)
        case .pieces: if Bool.random(using: &random) { Disk.apply(change, to: &bytes) }
        case .sectors: for piece in Disk.sectors(of: change) where Bool.random(using: &random) { Disk.apply(piece, to: &bytes) }
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: store + name))
    }
    // The index of the log lies in shared memory: anything may have come of it.
    if Bool.random(using: &random) {
      let rubbish = (0..<32_768).map { _ in UInt8.random(in: 0...255, using: &random) }
      try Data(rubbish).write(to: URL(fileURLWithPath: store + "-shm"))
    }
  }

  private static func apply(_ change: DiskChange, to bytes: inout [UInt8]) {
    switch change {
    case .write(_, let offset, let data):
      if bytes.count < offset + data.count { bytes += [UInt8](repeating: 0, count: offset + data.count - bytes.count) }
      bytes.replaceSubrange(offset..<offset + data.count, with: data)
    case .cut(_, let length):
      bytes = length <= bytes.count ? Array(bytes.prefix(length)) : bytes + [UInt8](repeating: 0, count: length - bytes.count)
    default: break
    }
  }

  /// The pieces of a write that a disk does as one.
  private static func sectors(of change: DiskChange) -> [DiskChange] {
    guard case .write(let name, let offset, let data) = change else { return [change] }
    var (pieces, start): ([DiskChange], Int) = ([], 0)
    while start < data.count {
      let end = min(data.count, start + sector - (offset + start) % sector)
      pieces.append(.write(name, offset: offset + start, Array(data[start..<end])))
      start = end
    }
    return pieces
  }
}
