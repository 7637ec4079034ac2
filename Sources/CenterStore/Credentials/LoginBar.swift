import GRDB
import Regulation

/// How often somebody may try in vain: five times, then after a pause that doubles from a minute to an hour.
///
/// An attempt is counted before it is looked at, so that forty at once are no more than five after each other; what goes right is taken off again.
/// A login that nobody has is counted like any other.
struct LoginBar {
  /// How many attempts there are before the first pause.
  static let free = 5
  /// After how long without an attempt all is forgotten.
  static let memory: Int64 = 24 * 3600 * 1000

  private static let longestPause: Int64 = 3600 * 1000

  /// Where the attempts of a login are counted.
  private let bucket: Int

  /// - Parameter login: as it was typed.
  init(_ login: String) {
    let digest = Digest256(of: Array(login.utf8)).bytes
    bucket = Int(digest[0]) << 8 | Int(digest[1])
  }

  /// What there is of attempts in vain.
  struct Record {
    var failures: Int
    var barredUntil: Moment?
  }

  /// What is on file at an instant.
  func record(at now: Moment, _ db: Database) throws -> Record {
    let row = try Row.fetchOne(db, sql: "SELECT failures, last, barred_until FROM attempts WHERE bucket = ?", arguments: [bucket])
    guard let row, abs(now.milliseconds - (row[1] as Int64)) < LoginBar.memory else { return Record(failures: 0) }
    let until: Int64? = row[2]
    // A clock that was put back bars nobody for longer than the longest pause.
    let isBarred = until.map { now.milliseconds < $0 && $0 - now.milliseconds <= LoginBar.longestPause } ?? false
    return Record(failures: row[0], barredUntil: isBarred ? until.map(Moment.init(milliseconds:)) : nil)
  }

  /// Counts an attempt that begins now.
  ///
  /// - Returns: until when no attempt is looked at, where that is so; then nothing was counted.
  func count(at now: Moment, _ db: Database) throws -> Moment? {
    var record = try record(at: now, db)
    if let until = record.barredUntil { return until }
    record.failures += 1
    let over = record.failures - LoginBar.free
    let until = over < 0 ? nil : now.milliseconds + min(LoginBar.longestPause, 60_000 << Int64(min(over, 6)))
    try db.execute(
      sql: "INSERT OR REPLACE INTO attempts(bucket, failures, last, barred_until) VALUES (?, ?, ?, ?)",
      arguments: [bucket, record.failures, now.milliseconds, until])
    return nil
  }

  /// Forgets all attempts: one was right, or a new code is handed out.
  func forget(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM attempts WHERE bucket = ?", arguments: [bucket])
  }
}
