import CenterStore
import DemoData
import Foundation
import Regulation

/// Made-up cities, each made once for all tests that look at it: to make one takes seconds, to copy one nothing.
enum MadeCities {
  static let today = Day(2026, 6, 1) ?? Day(number: 0)
  private static let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-cities-\(UUID().uuidString)")

  /// Sixty centers, the first seed, on the first of June.
  private static let usual = Result { try make("usual", centers: DemoStore.usualCenters, seed: 1) }
  private static let large = Result { try make("large", centers: 1200, seed: 1) }

  /// A copy of its own of a made-up city.
  static func copy(centers: Int, seed: UInt64, today: Day, to path: String) throws -> CenterStore {
    let made: URL
    switch (centers, seed, today) {
    case (DemoStore.usualCenters, 1, MadeCities.today): made = try usual.get()
    case (1200, 1, MadeCities.today): made = try large.get()
    default: return try DemoStore.make(at: path, centers: centers, seed: seed, today: today)
    }
    // What a closed store has not moved out of its log yet lies in it.
    for part in ["", "-wal"] where FileManager.default.fileExists(atPath: made.path + part) {
      try FileManager.default.copyItem(atPath: made.path + part, toPath: path + part)
    }
    return try CenterStore.open(path)
  }

  private static func make(_ name: String, centers: Int, seed: UInt64) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name + ".sqlite")
    try DemoStore.make(at: file.path, centers: centers, seed: seed, today: today).close()
    return file
  }
}
