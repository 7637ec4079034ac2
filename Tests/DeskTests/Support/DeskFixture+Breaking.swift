import Foundation

extension DeskFixture {
  /// Changes the store behind the desk's back, as no lawful operation does: by the shell of SQLite.
  func breaking(_ sql: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", store.path, sql]
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw FixtureError.malformed("sqlite3: \(sql)") }
  }
}
