import GRDB
import Regulation
import Wording

/// What came of somebody's saying who they are.
public enum Admission: Sendable, Hashable {
  /// They are who they say.
  ///
  /// - failures: how many attempts were in vain since the last that was right.
  case entered(failures: Int)
  /// The one-time code is right: a password must be chosen now.
  case mustChoose
  /// The one-time code was right, and its days are over: staff hand out another.
  case expired
  /// The login, the secret or both are wrong; which is not told.
  case refused
  /// There were too many attempts: none is looked at until then.
  case barred(until: Moment)
}

extension CenterStore {
  /// Looks whether somebody without a key is who they say, by their password or one-time code.
  ///
  /// It takes the same work whether there is such a login or not, and attempts are limited alike (``LoginBar``). What is right is on file in the
  /// audit chain, and what is wrong where the login is somebody's.
  ///
  /// - Parameter origin: where they come from, for the file: the address that sshd saw.
  /// - Throws: ``StoreError/readOnly(path:)``, since attempts could not be counted.
  public func admit(_ login: String, secret: String, from origin: String? = nil) throws(StoreError) -> Admission {
    try prove(login, secret, from: origin) { operation, credential in
      switch credential.kind {
      case .code:
        try operation.append(.enterByPassword, AttemptWords.change(login, [("means", credential.kind.rawValue)], origin))
        return .mustChoose
      case .password(let failures):
        let told = failures == 0 ? [] : [("failures", String(failures))]
        try operation.append(.enterByPassword, AttemptWords.change(login, [("means", "password")] + told, origin))
        return .entered(failures: failures)
      }
    }
  }

  /// Chooses a password in the place of a one-time code, or of an older password.
  ///
  /// - Parameters:
  ///   - secret: the code, or the password until now; an attempt like another.
  ///   - origin: as in ``admit(_:secret:from:)``.
  /// - Throws: ``StoreError/refused(_:)`` for a password that ``PasswordRule`` does not let pass, or that is the one until now;
  ///   ``StoreError/readOnly(path:)``.
  public func choosePassword(_ password: String, for login: String, proving secret: String, from origin: String? = nil)
    throws(StoreError) -> Admission
  {
    if let shortcoming = PasswordRule.shortcoming(of: password, login: login) { throw .refused(Refusal(field: "password", shortcoming)) }
    if SecretSeal.isSame(password, secret) || OneTimeCode.read(password) == OneTimeCode.read(secret) {
      throw .refused(Refusal(field: "password", Phrase(zh: "不能与原来的相同", en: "must be another than until now")))
    }
    let seal = try StoreError.translating(path) {
      try SecretSeal(password, salt: surroundings.randomBytes(16), cost: surroundings.secretCost)
    }
    return try prove(login, secret, from: origin) { operation, credential in
      let new = Credential(kind: .password(failures: 0), since: operation.now.day, until: nil, seal: seal)
      let link = try operation.append(
        .choosePassword, Change(object: Credential.object(login), before: credential.changeFields, after: new.changeFields))
      try new.keep(for: login, link: link, operation.db)
      return .entered(failures: 0)
    }
  }

  /// Counts an attempt, looks at the secret outside of any transaction, and does what follows where it is right.
  private func prove(
    _ login: String, _ secret: String, from origin: String?, then: (Operation, Credential) throws -> Admission
  ) throws(StoreError) -> Admission {
    if isReadOnly { throw .readOnly(path: path) }
    let bar = LoginBar(login)
    return try StoreError.translating(path) {
      var credential: Credential?
      let barred: Moment? = try unattended { db, now in
        let failures = try bar.record(at: now, db).failures
        credential = try Credential.read(login, failures: failures, db)
        return try bar.count(at: now, db)
      }
      if let barred { return .barred(until: barred) }
      // Where there is none the same work is done for nothing, so that nobody can tell by the time it takes.
      let isRight = try (credential ?? .nobodys(surroundings.secretCost)).isProved(by: secret)
      let origin = origin.map(AttemptWords.address)
      guard let credential, isRight else {
        try noteFailure(login, origin)
        return .refused
      }
      return try unattended { db, now in
        // Meanwhile another code may have been handed out, or the login disabled.
        let present = try Credential.read(login, failures: 0, db)
        guard present?.seal == credential.seal, let member = try? Member.require(login, db) else { return .refused }
        if let until = credential.until, until < now { return .expired }
        try bar.forget(db)
        return try then(Operation(db: db, member: member, channel: .desk, now: now, randomBytes: surroundings.randomBytes), credential)
      }
    }
  }

  /// Puts an attempt in vain on file, where the login is one that may be used.
  private func noteFailure(_ login: String, _ origin: String?) throws {
    try unattended { db, now in
      guard let member = try? Member.require(login, db) else { return }
      let operation = Operation(db: db, member: member, channel: .desk, now: now, randomBytes: surroundings.randomBytes)
      try operation.append(.failPassword, AttemptWords.change(login, [], origin))
    }
  }

  /// One transaction for somebody of whom it is not known yet who they are.
  private func unattended<T>(_ body: (Database, Moment) throws -> T) throws -> T {
    try change { db in (try body(db, surroundings.now()), .commit) }
  }
}

/// How an attempt is told of in the chain.
enum AttemptWords {
  static func change(_ login: String, _ fields: Change.Fields, _ origin: String?) -> Change {
    Change(object: "login/\(login)", after: fields + (origin.map { [("from", $0)] } ?? []))
  }

  /// An address as sshd tells it, and nothing else that an environment may hold.
  static func address(_ text: String) -> String {
    let lawful = Set("0123456789abcdefABCDEF.:%")
    return String(text.prefix(45).filter(lawful.contains))
  }
}
