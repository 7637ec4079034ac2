import GRDB
import Regulation
import Wording

/// How somebody comes in who has no key.
public struct CredentialStanding: Sendable, Hashable {
  /// Until when a one-time code may be used; `nil` where a password was chosen.
  public let codeUntil: Moment?
  /// Since when they have it.
  public let since: Day
  /// How many attempts were in vain since the last that was right.
  public let failures: Int
  /// Until when no attempt is looked at; `nil`: it is.
  public let barredUntil: Moment?
}

extension CenterStore {
  /// Hands out a one-time code, with which somebody comes in once and chooses a password. A code or a password until now ends at once, and so do
  /// pauses after attempts in vain.
  ///
  /// - Returns: the code, which is told this once and is nowhere kept.
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators; ``StoreError/noSuch(_:_:)``; ``StoreError/refused(_:)`` for a login
  ///   that is disabled.
  public func handOutCode(to login: String, by who: Acting) throws(StoreError) -> OneTimeCode {
    try handOutCodes(to: [login], by: who)[0]
  }

  /// Hands out a one-time code to each of several people, or to nobody where one of them can have none.
  ///
  /// - Returns: the codes, in the order of the logins.
  /// - Throws: as ``handOutCode(to:by:)``.
  public func handOutCodes(to logins: [String], by who: Acting) throws(StoreError) -> [OneTimeCode] {
    try require(.handOutCode, by: who)
    let codes = logins.map { _ in OneTimeCode(surroundings.randomBytes) }
    let seals = try StoreError.translating(path) {
      try codes.map { try SecretSeal($0.characters, salt: surroundings.randomBytes(16), cost: surroundings.secretCost) }
    }
    try write(.handOutCode, by: who) { operation in
      for (login, seal) in zip(logins, seals) { try operation.handOut(seal, to: login) }
    }
    return codes
  }

  /// Takes a code or a password away: whoever has it does not come in with it any more. A key that they have still lets them in.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators; ``StoreError/noSuch(_:_:)``; ``StoreError/refused(_:)`` where there is
  ///   neither.
  public func withdrawPassword(of login: String, by who: Acting) throws(StoreError) {
    try write(.withdrawPassword, by: who) { operation in
      let db = operation.db
      guard try CenterStore.user(login, db) != nil else { throw StoreError.noSuch(.user, login) }
      guard let old = try Credential.read(login, failures: 0, db) else {
        throw Refusal(Phrase(zh: "\(login) 没有口令，也没有一次性代码", en: "\(login) has neither a password nor a one-time code"))
      }
      try operation.append(.withdrawPassword, Change(object: Credential.object(login), before: old.changeFields))
      try db.execute(sql: "DELETE FROM credential WHERE login = ?", arguments: [login])
    }
  }

  /// How one comes in oneself without a key; `nil` where one does not.
  public func ownCredential(by who: Acting) throws(StoreError) -> CredentialStanding? {
    try read(by: who) { db, member in try CenterStore.standing(of: member.login, at: surroundings.now(), db) }
  }

  static func standing(of login: String, at now: Moment, _ db: Database) throws -> CredentialStanding? {
    guard let credential = try Credential.read(login, failures: 0, db) else { return nil }
    let record = try LoginBar(login).record(at: now, db)
    return CredentialStanding(
      codeUntil: credential.until, since: credential.since, failures: record.failures, barredUntil: record.barredUntil)
  }
}

extension Operation {
  /// Puts a code's seal in the place of a code or a password until now.
  fileprivate func handOut(_ seal: SecretSeal, to login: String) throws {
    try requireUsable(login)
    let new = Credential(
      kind: .code, since: now.day, until: Moment(milliseconds: now.milliseconds + Int64(OneTimeCode.days) * 86_400_000), seal: seal)
    let old = try Credential.read(login, failures: 0, db)
    let link = try append(.handOutCode, Change(object: Credential.object(login), before: old?.changeFields, after: new.changeFields))
    try new.keep(for: login, link: link, db)
    try LoginBar(login).forget(db)
  }

  /// Makes sure that a login is there and not disabled.
  fileprivate func requireUsable(_ login: String) throws {
    guard try CenterStore.user(login, db) != nil else { throw StoreError.noSuch(.user, login) }
    do { _ = try Member.require(login, db) } catch StoreError.unknownLogin {
      throw Refusal(Phrase(zh: "账号 \(login) 已停用，请先启用", en: "the login \(login) is disabled; enable it first"))
    }
  }
}
