import GRDB
import Wording

/// Somebody who wrote something, as people know them.
public struct Author: Sendable, Hashable {
  /// The login; empty where nobody can be told.
  public let login: String
  /// The name; empty where the login is nobody's any more.
  public let name: String
  /// Whether somebody else has a login under the same name.
  public let hasNamesake: Bool

  init(_ login: String, _ db: Database) throws {
    self.login = login
    let row = try Row.fetchOne(
      db,
      sql:
        "SELECT name, EXISTS (SELECT 1 FROM user other WHERE other.name = user.name AND other.login <> user.login) FROM user WHERE login = ?",
      arguments: [login])
    (name, hasNamesake) = (row?[0] ?? "", row?[1] ?? false)
  }

  /// The name, with the login where it alone tells nobody.
  public var phrase: Phrase {
    if name.isEmpty { return Phrase(same: login) }
    return hasNamesake ? Phrase(zh: "\(name)（\(login)）", en: "\(name) (\(login))") : Phrase(same: name)
  }
}
