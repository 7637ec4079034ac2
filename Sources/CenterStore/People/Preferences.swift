import GRDB
import Regulation

/// What somebody may like otherwise than others, and need not say twice.
public enum Preference: String, Sendable, Hashable, CaseIterable {
  /// The language of the desk.
  case language
  /// The colours of the desk.
  case theme
}

extension CenterStore {
  /// What a user chose; what they never chose is missing.
  ///
  /// It is kept with the login and not with the account of the machine: over SSH all share one account.
  public func preferences(by who: Acting) throws(StoreError) -> [Preference: PlainText] {
    try read(by: who) { db, member in
      let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM preference WHERE login = ?", arguments: [member.login])
      return try rows.reduce(into: [:]) { chosen, row in
        // A name that a newer program knows is not ours to read.
        if let preference = Preference(rawValue: row[0]) { chosen[preference] = try PlainText(row[1]) }
      }
    }
  }

  /// Keeps what a user chose for themselves: any role, a viewer too.
  ///
  /// This is the one write that appends nothing to the audit chain. The chain says what was done in the bureau's matters; a language is none,
  /// would wake every other desk when it is switched, and would tell strangers to whom links are shown of somebody's habits.
  ///
  /// - Parameter value: a word of 1 to 32 characters.
  public func setPreference(_ preference: Preference, to value: PlainText, by who: Acting) throws(StoreError) {
    try change { db in
      let member = try Member.require(who.login, db)
      try db.execute(
        sql: """
          INSERT INTO preference(login, name, value) VALUES (?, ?, ?) ON CONFLICT(login, name) DO UPDATE SET value = excluded.value
          """, arguments: [member.login, preference.rawValue, value.string])
      return ((), .commit)
    }
  }
}
