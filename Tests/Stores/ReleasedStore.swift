import Foundation
import GRDB

/// A store as the program of a released schema version left it: a small demo of that day's own code, dumped as SQL by SQLite's shell and packed.
///
/// A new version comes with its own, made once by the program that brings it, and never changed afterwards:
///
/// ```sh
/// swift run cztic demo --centers 2 --today 2026-11-30 --store new.sqlite --no-open
/// swift run cztic lot bind 2026 --store new.sqlite   # and draw, publish: so that every table has rows
/// sqlite3 new.sqlite .dump | gzip -9n > Tests/Stores/Released/26.sql.gz
/// ```
public struct ReleasedStore: Sendable, CustomStringConvertible {
  /// The schema version.
  public let version: Int

  /// Every released version that is kept, the oldest first.
  public static let all: [ReleasedStore] = {
    let folder = Bundle.module.url(forResource: "Released", withExtension: nil)
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
    return names.compactMap { Int($0.prefix { $0 != "." }) }.sorted().map(ReleasedStore.init)
  }()

  /// The store of a version.
  public init(version: Int) { self.version = version }

  /// How it is called in a test's name.
  public var description: String { "version \(version)" }

  /// Writes the store to a path where nothing is.
  public func write(to path: String) throws {
    let sql = try dump()
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      // A dump does not say what the head of the file says of itself.
      try db.execute(sql: "PRAGMA application_id = 1668969571")
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  private func dump() throws -> String {
    guard let file = Bundle.module.url(forResource: "\(version).sql", withExtension: "gz", subdirectory: "Released") else {
      throw CocoaError(.fileNoSuchFile)
    }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
