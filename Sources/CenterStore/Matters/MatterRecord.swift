import GRDB
import Regulation
import Wording

/// A matter of a center in a list (articles 16, 30 and 31).
public struct MatterSummary: Sendable, Hashable {
  /// Its number: `CX2026-0001`.
  public let number: String
  /// What it is about.
  public let kind: MatterKind
  /// What it is about, in a line: the aspects that change, the director's name, the ground.
  public let subject: Phrase
  /// The article, `31`; of a revocation the item of its ground, `30(2)`.
  public let article: String
  /// The center's code.
  public let center: String
  /// The center's name.
  public let name: String
  /// The center's host.
  public let host: String
  /// The department that had the center when the matter began.
  public let department: String
  /// How far it has come.
  public let stage: Phrase
  /// Since which day it stands there.
  public let since: Day
  /// When it began.
  public let begunOn: Day
  /// Whether a step is still to come.
  public let isOpen: Bool
  /// Whether the next step is that of the person who asked; a host that has not replied yet to a proposed revocation is asked for it.
  public let waits: Bool
}

/// A step that was taken in a matter, with what it left on file.
public struct MatterEvent<Step: MatterStep>: Sendable, Hashable {
  /// The step.
  public let step: Step
  /// For whom it was taken: the host, its department or the bureau; `nil` where the login is no user's any more.
  public let by: Role?
  /// The name of who took it; `nil` where that is not this person's to know, or the login is no user's any more.
  public let name: String?
  /// When.
  public let on: Day
}

/// A matter as somebody may see it.
public struct MatterFile<M: Matter>: Sendable {
  /// What the list says of it.
  public let summary: MatterSummary
  /// Where it stands.
  public let matter: M
  /// The steps taken, the first one first.
  public let history: [MatterEvent<M.Step>]
  /// The name of who began it; `nil` where that is not this person's to know.
  public let begunBy: String?
  /// What the next step looks at.
  public let situation: MatterSituation
  /// What stands on file now of what would be changed, change by change; empty for other matters.
  public let valuesNow: [PlainText]
  /// The other open matters of the center: they lapse where this one ends it.
  public let beside: [MatterSummary]
  /// What a careful colleague would say of a request for changes; it holds nothing up.
  public let flags: [Eligibility.Flag]

  /// Every step that somebody of a role takes, and why those that cannot be taken now cannot.
  public func menu(for role: Role) -> [MatterMenuEntry<M.Step.Kind>] { matter.menu(for: role, situation) }
}

/// A matter as the store keeps it.
struct StoredMatter<M: Matter> {
  let id: Int64
  let summary: MatterSummary
  let centerID: Int64
  let status: CenterStatus
  let begunBy: String
  let matter: M
}

extension CenterStore {
  private static let matterSelection = """
    SELECT number, matter.kind, subject, code, center.name, organization.name, department.name, stage, since, begun_on, is_open,
      matter.id, center_id, center.status, begun_by, state
    FROM matter JOIN center ON center.id = center_id JOIN organization ON organization.id = host_id
    JOIN department ON department.id = matter.department_id

    """

  private static func matterSummary(_ row: Row, for member: Member) throws -> MatterSummary {
    let kind = try matterKind(row[1])
    guard let stage = kind.stage(row[7]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "not a stage: \(row[7] as String)")
    }
    return MatterSummary(
      number: row[0], kind: kind, subject: MatterSubject.phrase(row[2]), article: MatterSubject.article(row[2], of: kind),
      center: row[3], name: row[4], host: row[5], department: row[6],
      stage: stage.phrase, since: try day(row[8]), begunOn: try day(row[9]), isOpen: row[10],
      waits: try waits(for: member.role, kind, stage, row))
  }

  /// Whether the next step is that of somebody of a role: what a center that has ended left open is the bureau's to end.
  private static func waits(for role: Role, _ kind: MatterKind, _ stage: any MatterStage, _ row: Row) throws -> Bool {
    if row[13] as String != CenterStatus.active.rawValue, stage.isOpen, stage as? RevocationStage != .decided {
      return role == .bureau || role == .admin
    }
    return try stage.waits(for: role) || role == .host && awaitsReply(kind, row[15])
  }

  /// Whether a host has not replied yet to what is proposed; it need not, but should know (article 30).
  private static func awaitsReply(_ kind: MatterKind, _ state: String) throws -> Bool {
    guard kind == .revocation else { return false }
    let revocation: Revocation = try JSONText.decode(state)
    return revocation.stage == .proposed && revocation.replyBy != nil && revocation.replies.isEmpty
  }

  private static func matterKind(_ text: String) throws -> MatterKind {
    guard let kind = MatterKind(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "not a matter: \(text)")
    }
    return kind
  }

  /// Which matters a member sees (articles 4 to 6): staff all, a department those of its centers and those that it handled, a host its own;
  /// `nil` for who sees none.
  static func matterCondition(_ member: Member) -> (sql: String, arguments: StatementArguments)? {
    switch member.role {
    case .admin, .bureau: ("1", [])
    case .department:
      (
        "(center.department_id = ? OR matter.department_id = ?)", [member.departmentID, member.departmentID]
      )
    case .host: ("center.host_id = ?", [member.organizationID])
    case .expert, .agency, .viewer: nil
    }
  }

  /// The matters that somebody may see: those that wait for them first, then the other open ones, then the latest.
  ///
  /// - Parameter center: one center's alone; `nil`: all.
  /// - Throws: ``StoreError/notPermitted(_:)`` for experts, agencies and viewers.
  public func matters(of center: String? = nil, by who: Acting) throws(StoreError) -> [MatterSummary] {
    try read(by: who) { db, member in
      guard let (condition, own) = CenterStore.matterCondition(member) else { throw StoreError.notPermitted(nil) }
      var arguments = own
      if let center { arguments += [center] }
      return try Row.fetchAll(
        db,
        sql: CenterStore.matterSelection
          + "WHERE \(condition)\(center == nil ? "" : " AND code = ?") ORDER BY is_open DESC, since DESC, number DESC",
        arguments: arguments
      ).map { try CenterStore.matterSummary($0, for: member) }
        .partitioned { $0.waits }
    }
  }

  /// The open matters of a center that a member may see, the first one first.
  private static func openMatters(of center: Int64, for member: Member, _ db: Database) throws -> [MatterSummary] {
    guard let (condition, own) = matterCondition(member) else { return [] }
    return try Row.fetchAll(
      db, sql: matterSelection + "WHERE center_id = ? AND is_open = 1 AND \(condition) ORDER BY matter.id", arguments: [center] + own
    ).map { try matterSummary($0, for: member) }
  }

  /// The revocations that follow from a round, by code (article 30(1) and (2)).
  static func revocations(after year: Int, for member: Member, _ db: Database) throws -> [MatterSummary] {
    try Row.fetchAll(db, sql: matterSelection + "WHERE matter.kind = 'revocation' AND round = ? ORDER BY code", arguments: [year])
      .map { try matterSummary($0, for: member) }
  }

  /// Whether a center is that of the host who asks; nobody learns of another's whether it exists.
  public func ownsCenter(_ code: String, by who: Acting) throws(StoreError) -> Bool {
    try read(by: who) { db, member in
      let host = try Int64.fetchOne(db.cachedStatement(sql: "SELECT host_id FROM center WHERE code = ?"), arguments: [code])
      return member.role == .host && host != nil && host == member.organizationID
    }
  }

  /// A matter that a member may see.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)``, whether it exists or not; ``StoreError/noSuch(_:_:)`` for staff only.
  static func visibleMatter<M: Matter>(_ number: String, as _: M.Type, _ member: Member, _ act: Act?, _ db: Database) throws
    -> StoredMatter<M>
  {
    guard let (condition, own) = matterCondition(member) else { throw StoreError.notPermitted(act) }
    let row = try Row.fetchOne(
      db, sql: matterSelection + "WHERE number = ? AND matter.kind = ? AND \(condition)", arguments: [number, M.matter.rawValue] + own)
    guard let row else {
      if member.role == .admin || member.role == .bureau { throw StoreError.noSuch(.matter, number) }
      throw StoreError.notPermitted(act)
    }
    return StoredMatter(
      id: row[11], summary: try matterSummary(row, for: member), centerID: row[12], status: CenterStatus(rawValue: row[13]) ?? .active,
      begunBy: row[14], matter: try JSONText.decode(row[15]))
  }

  /// A request for changes (article 31).
  ///
  /// - Throws: as ``matter(_:as:by:)``.
  public func changeRequest(_ number: String, by who: Acting) throws(StoreError) -> MatterFile<ChangeRequest> {
    try matter(number, as: ChangeRequest.self, by: who)
  }

  /// The filing of a director (article 16).
  ///
  /// - Throws: as ``matter(_:as:by:)``.
  public func directorFiling(_ number: String, by who: Acting) throws(StoreError) -> MatterFile<DirectorFiling> {
    try matter(number, as: DirectorFiling.self, by: who)
  }

  /// A revocation (article 30).
  ///
  /// - Throws: as ``matter(_:as:by:)``.
  public func revocation(_ number: String, by who: Acting) throws(StoreError) -> MatterFile<Revocation> {
    try matter(number, as: Revocation.self, by: who)
  }

  /// A matter with its history and what can be done with it, as somebody may see it.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for a matter that is not this person's, whether it exists or not.
  public func matter<M: Matter>(_ number: String, as kind: M.Type, by who: Acting) throws(StoreError) -> MatterFile<M> {
    let today = surroundings.now().day
    return try read(by: who) { db, member in
      let stored = try CenterStore.visibleMatter(number, as: kind, member, nil, db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT step, name, role, day FROM matter_step LEFT JOIN user USING (login) WHERE matter_id = ? ORDER BY position
          """, arguments: [stored.id])
      /// Staff read every name, others those of their own people.
      func told(_ name: String?, _ role: String?) -> String? {
        member.role == .admin || member.role == .bureau || role == member.role.rawValue ? name : nil
      }
      let beginner = try Row.fetchOne(db, sql: "SELECT name, role FROM user WHERE login = ?", arguments: [stored.begunBy])
      return MatterFile(
        summary: stored.summary, matter: stored.matter,
        history: try rows.map { row in
          MatterEvent(
            step: try JSONText.decode(row[0]), by: CenterStore.office(row[2]), name: told(row[1], row[2]), on: try CenterStore.day(row[3]))
        },
        begunBy: beginner.flatMap { told($0[0], $0[1]) },
        situation: MatterSituation(today: today, status: stored.status, calendar: try WorkingDays.standard.get()),
        valuesNow: try (stored.matter as? ChangeRequest).map {
          try CenterStore.values($0.petition.changes, of: stored.summary.center, db)
        } ?? [],
        beside: try CenterStore.openMatters(of: stored.centerID, for: member, db).filter { $0.number != number },
        flags: try (stored.matter as? ChangeRequest).map {
          let fields = try CenterStore.terms(db).filter { $0.record.kind == .field && $0.retiredOn == nil }.map(\.record.name)
          return $0.petition.flags(try Places.standard.get(), fields: fields)
        } ?? [])
    }
  }

  /// For whom somebody of a role acts: the administrator stands in for the bureau.
  private static func office(_ role: String?) -> Role? {
    role.flatMap { Role(rawValue: $0) }.map { $0 == .admin ? .bureau : $0 }
  }
}

extension Array {
  /// Those for which something holds first, each part in its order.
  fileprivate func partitioned(_ first: (Element) -> Bool) -> [Element] { filter(first) + filter { !first($0) } }
}
