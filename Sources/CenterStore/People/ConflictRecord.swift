import GRDB
import Regulation
import Wording

/// A declared conflict of interest (回避) as files carry it.
public struct ConflictRecord: Sendable, Hashable, Codable {
  /// The center's code.
  public var center: PlainText
  /// The expert's login.
  public var expert: PlainText
  /// Why the expert cannot score it.
  public var reason: PlainText

  /// Makes a record.
  public init(center: PlainText, expert: PlainText, reason: PlainText) {
    self.center = center
    self.expert = expert
    self.reason = reason
  }
}

extension CenterStore {
  /// Merges conflicts from a file, by center and expert. An expert may declare their own only, an agency those of its people while a round is its
  /// own; what somebody else declared an agency does not overwrite.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for a login that is not one's own, whether or not somebody has it.
  public func importConflicts(
    _ rows: [Numbered<ConflictRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importConflicts, object: "conflicts", dryRun: dryRun, by: who) { merge in
      let member = merge.operation.member
      let own = try CenterStore.declaring(member, .importConflicts, merge.db)
      for row in merge.paced(rows) {
        if let own, !own.contains(row.record.expert.string) { throw StoreError.notPermitted(.importConflicts) }
        if merge.repeats("\(row.record.center)\u{0}\(row.record.expert)", row.row, "expert", row.record.expert.string) { continue }
        try merge.put(row)
      }
    }
  }

  /// Declared conflicts, ordered by center, then expert: all of them for staff, an expert's own, those of its rounds' experts for an
  /// agency.
  public func conflicts(by who: Acting) throws(StoreError) -> [ConflictRecord] {
    try read(by: who) { db, member in
      let only: Set<String>?
      switch member.role {
      case .admin, .bureau: only = nil
      case .expert: only = [member.login]
      case .agency: only = try Set(CenterStore.experts(ofAgency: member, db))
      case .department, .host, .viewer: throw StoreError.notPermitted(nil)
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT center.code, login, reason FROM conflict JOIN center ON center.id = center_id ORDER BY center.code, login
          """)
      return try rows.filter { only?.contains($0[1]) ?? true }.map {
        ConflictRecord(center: try PlainText($0[0]), expert: try PlainText($0[1]), reason: try PlainText($0[2]))
      }
    }
  }
}

extension CenterStore {
  /// Declares that an expert cannot score a center (回避); an assignment that stands is not taken away, but opens no more.
  ///
  /// - Parameters:
  ///   - expert: the login; an expert declares for themselves, an agency for the experts of an open round entrusted to it. A host does not
  ///   know who the experts are, and names people with ``askRecusal(center:_:expecting:by:)``.
  ///   - expecting: the reason that was on file when this person began; empty: none (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` without a reason, and for an agency where somebody else gave another; ``StoreError/notPermitted(_:)``
  ///   for others' conflicts.
  public func declareConflict(
    center: String, expert: String, reason: PlainText, expecting: Seen<PlainText>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.declareConflict, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      if member.role == .host { throw StoreError.notPermitted(.declareConflict) }
      if let own = try CenterStore.declaring(member, .declareConflict, db), !own.contains(expert) {
        throw StoreError.notPermitted(.declareConflict)
      }
      guard let stored = try CenterStore.center(code: center, db) else { throw StoreError.noSuch(.center, center) }
      guard try CenterStore.expert(expert, db) != nil else { throw StoreError.noSuch(.expert, expert) }
      if reason.isEmpty { throw Refusal(article: "回避", Phrase(zh: "请写明回避事由", en: "say why the expert has to step aside")) }
      let old = try String.fetchOne(
        db, sql: "SELECT reason FROM conflict WHERE center_id = ? AND login = ?", arguments: [stored.id, expert])
      if old == reason.string { return }
      if old != nil, let kept = try CenterStore.keptFrom(member, stored.id, expert, db) { throw Refusal(article: "回避", kept) }
      let joining = try operation.join(
        Joined(
          Phrase(zh: "\(expert) 对 \(center) 的回避", en: "the conflict of \(expert) with \(center)"), "conflict/\(center)/\(expert)",
          expecting, own: [("reason", reason.string)], over: [("reason", old ?? "")]
        ) { [("reason", $0.string)] }, link: operation.link(of: "conflict WHERE center_id = ? AND login = ?", [stored.id, expert]))
      if joining.pick("reason", reason.string, old) == old { return }
      try operation.declare(reason, of: expert, at: (center, stored.id), over: old)
    }
  }
}

extension Operation {
  /// Puts a conflict on file.
  func declare(_ reason: PlainText, of expert: String, at center: (code: String, id: Int64), over old: String?) throws {
    let link = try append(
      .declareConflict,
      Change(object: "conflict/\(center.code)/\(expert)", before: old.map { [("reason", $0)] }, after: [("reason", reason.string)]))
    try db.execute(
      sql: """
        INSERT INTO conflict(center_id, login, reason, link) VALUES (?, ?, ?, ?)
        ON CONFLICT(center_id, login) DO UPDATE SET reason = excluded.reason, link = excluded.link
        """, arguments: [center.id, expert, reason.string, link])
  }
}

extension CenterStore {
  /// For whom somebody may declare conflicts; `nil`: for everybody.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for an agency to which no open round is entrusted.
  fileprivate static func declaring(_ member: Member, _ act: Act, _ db: Database) throws -> Set<String>? {
    switch member.role {
    case .expert: return [member.login]
    case .agency:
      try requireOwnRound(member, act, db)
      return try Set(experts(ofAgency: member, onlyOpen: true, db))
    case .admin, .bureau, .department, .host, .viewer: return nil
    }
  }

  /// Why a member may not overwrite the reason of a conflict; `nil` where it may. An agency overwrites only what one of its own people declared.
  fileprivate static func keptFrom(_ member: Member, _ center: Int64, _ login: String, _ db: Database) throws -> Phrase? {
    guard member.role == .agency else { return nil }
    let isOwn = try Bool.fetchOne(
      db,
      sql: """
        SELECT 1 FROM conflict JOIN audit ON seq = conflict.link JOIN user ON user.login = audit.login
        WHERE center_id = ? AND conflict.login = ? AND user.role = 'agency' AND organization_id = ?
        """, arguments: [center, login, member.organizationID])
    return isOwn == nil
      ? Phrase(zh: "已由他人申报回避，不能改写其事由", en: "somebody else declared it already; their reason is not overwritten") : nil
  }
}

extension Merge {
  /// Merges one conflict.
  fileprivate mutating func put(_ row: Numbered<ConflictRecord>) throws {
    let record = row.record
    let known = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM center WHERE code = ?"), arguments: [record.center.string])
    if known == nil { refuse(row.row, "center", record.center.string, StoreError.unknown(.center, record.center.string)) }
    guard try Bool.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM expert WHERE login = ?"), arguments: [record.expert.string]) != nil
    else { return refuse(row.row, "expert", record.expert.string, StoreError.unknown(.expert, record.expert.string)) }
    guard let center = known else { return }
    let old = try String.fetchOne(
      db.cachedStatement(sql: "SELECT reason FROM conflict WHERE center_id = ? AND login = ?"), arguments: [center, record.expert.string])
    if old == record.reason.string { return outcome.unchanged += 1 }
    if old != nil, let kept = try CenterStore.keptFrom(operation.member, center, record.expert.string, db) {
      return refuse(row.row, "expert", record.expert.string, kept)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO conflict(center_id, login, reason, link) VALUES (?, ?, ?, ?)
        ON CONFLICT(center_id, login) DO UPDATE SET reason = excluded.reason, link = excluded.link
        """
    ).execute(arguments: [center, record.expert.string, record.reason.string, link])
    note("conflict/\(record.center)/\(record.expert)", before: old.map { [("reason", $0)] }, after: [("reason", record.reason.string)])
  }
}
