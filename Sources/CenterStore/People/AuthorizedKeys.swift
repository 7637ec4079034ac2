import GRDB
import Glibc
import Regulation
import Wording

/// A key, and who comes with it.
public struct AuthorizedKey: Sendable, Hashable {
  /// Whose it is.
  public let login: String
  /// The key.
  public let key: SSHKey

  /// Says who comes with a key.
  public init(login: String, key: SSHKey) {
    self.login = login
    self.key = key
  }

  /// A line for `authorized_keys`: whoever proves this key gets the desk of this login on this store, whatever their client asks for, and nothing
  /// else.
  ///
  /// - Parameters:
  ///   - program: where cztic is, from the root.
  ///   - store: where the store is, from the root.
  /// - Returns: `nil` where a path has a line break in it, which no line can carry.
  public func line(program: String, store: String) -> String? {
    let words = [program, "--store", store, "--as", login].map(AuthorizedKey.quoted).joined(separator: " ")
    if words.contains(where: \.isNewline) { return nil }
    // In the file a quotation mark alone is escaped; what remains is read by the account's shell.
    let command = AuthorizedKey.replacing(0x22, with: "\\\"", in: words)
    return "command=\"\(command)\",restrict,pty \(key.kind) \(key.blob) \(login)"
  }

  /// A word as a shell reads it as one, whatever stands in it.
  private static func quoted(_ word: String) -> String {
    let plain = Set("/-_.:@%+=,abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    return !word.isEmpty && word.allSatisfy(plain.contains) ? word : "'" + replacing(0x27, with: #"'\''"#, in: word) + "'"
  }

  /// A text with another in place of each of some byte. Byte by byte, as sshd and a shell read it: a quotation mark with an accent on it is one character
  /// to Swift, and none that is a quotation mark.
  private static func replacing(_ byte: UInt8, with other: String, in text: String) -> String {
    String(decoding: text.utf8.flatMap { $0 == byte ? Array(other.utf8) : [$0] }, as: UTF8.self)
  }
}

extension CenterStore {
  /// The keys of all logins that may be used, in the order of the logins.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators.
  public func authorizedKeys(by who: Acting) throws(StoreError) -> [AuthorizedKey] {
    try userRoll(by: who).filter { $0.disabledOn == nil }.flatMap { line in
      // What an older program let in is passed over where it is no key: the doctor tells of it.
      (line.record.sshKeys?.string ?? "").split(whereSeparator: \.isNewline).compactMap { text in
        (try? SSHKey(String(text))).map { AuthorizedKey(login: line.record.login.string, key: $0) }
      }
    }
  }
}

/// The public keys that somebody is given, held against all others': one key is one person's, or nobody could tell who comes with it.
enum KeyRing {
  /// - Throws: ``Refusal`` for a line that is no key, and for a key that another login has.
  static func check(_ text: String, of login: String, _ db: Database) throws {
    let keys: [SSHKey]
    do { keys = try SSHKey.all(in: text) } catch {
      throw Refusal(Phrase(zh: "公钥：", en: "the key: it ") + error.phrase)
    }
    for key in keys {
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT login FROM user WHERE login <> ?1 AND instr(ssh_keys, ?2) > 0"), arguments: [login, key.blob])
      if let other = rows.first {
        let name: String = other[0]
        throw Refusal(Phrase(zh: "此公钥已属账号 \(name)，一把公钥只能属一个人", en: "the key is that of the login \(name) already: a key is one person's"))
      }
    }
  }
}
