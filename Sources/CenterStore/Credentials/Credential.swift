import GRDB
import Regulation

/// By what somebody without a key shows who they are.
struct Credential {
  /// What it is.
  enum Kind: Hashable {
    /// A one-time code.
    case code
    /// A password of their own.
    ///
    /// - failures: how many attempts were in vain since it was right the last time.
    case password(failures: Int)

    var rawValue: String { self == .code ? "code" : "password" }
  }

  let kind: Kind
  let since: Day
  /// Until when a code may be used.
  let until: Moment?
  let seal: SecretSeal

  /// One that nobody has, and nothing proves.
  static func nobodys(_ cost: SecretCost) -> Credential {
    let zero = [UInt8](repeating: 0, count: 32)
    return Credential(
      kind: .password(failures: 0), since: Day(number: 0), until: nil, seal: SecretSeal(cost: cost, salt: Array(zero[..<16]), digest: zero))
  }

  /// Whether somebody knows the secret.
  func isProved(by secret: String) throws -> Bool { try seal.holds(kind == .code ? OneTimeCode.read(secret) : secret) }

  /// What the chain calls it.
  static func object(_ login: String) -> String { "password/\(login)" }

  var changeFields: Change.Fields { [("kind", kind.rawValue), ("seal", seal.mark)] }

  /// Somebody's, if there is one.
  static func read(_ login: String, failures: Int, _ db: Database) throws -> Credential? {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT kind, since, until, rounds, block_size, parallelism, salt, digest FROM credential WHERE login = ?", arguments: [login])
    guard let row else { return nil }
    let cost = SecretCost(rounds: row[3], blockSize: row[4], parallelism: row[5])
    let until: Int64? = row[2]
    return Credential(
      kind: row.text(0) == "code" ? .code : .password(failures: failures), since: try CenterStore.day(row[1]),
      until: until.map(Moment.init(milliseconds:)), seal: SecretSeal(cost: cost, salt: row.bytes(6), digest: row.bytes(7)))
  }

  /// Puts it on file in the place of what was there.
  func keep(for login: String, link: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO credential(login, kind, since, until, rounds, block_size, parallelism, salt, digest, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        login, kind.rawValue, since.description, until?.milliseconds, seal.cost.rounds, seal.cost.blockSize, seal.cost.parallelism,
        Blob(seal.salt), Blob(seal.digest), link,
      ])
  }
}
