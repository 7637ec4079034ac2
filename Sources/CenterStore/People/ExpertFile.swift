import GRDB
import Regulation

/// Everything on file of an expert: who they are, what ties them, and what they did over the years (article 25, 回避).
public struct ExpertFile: Sendable, Hashable {
  /// A conflict that was declared.
  public struct DeclaredConflict: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// The center's name.
    public let name: String
    /// Why.
    public let reason: String
    /// Who declared it: the name, or the login of who has none any more.
    public let by: String
    /// What they are; `nil` where the login is no user's any more.
    public let role: Role?
    /// When.
    public let on: Day
  }

  /// A pledge that was given.
  public struct GivenPledge: Sendable, Hashable {
    /// The year of the round or of the call.
    public let year: Int
    /// Whether it is for the reviews of applications of a call; else for a round.
    public let isOfCall: Bool
    /// When.
    public let on: Day
  }

  /// A seat on a center's committee (articles 14 and 15).
  public struct Seat: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// The center's name.
    public let name: String
    /// Which committee.
    public let committee: CommitteeKind
    /// From when on.
    public let since: Day
    /// Until when; `nil`: still.
    public let until: Day?
  }

  /// An application that was given to them to review (article 11).
  public struct Review: Sendable, Hashable {
    /// The application's number.
    public let application: String
    /// The name of the center that is applied for.
    public let name: String
    /// Whether they lead its experts.
    public let isLeader: Bool
    /// Whether the opinion is in.
    public let isSubmitted: Bool
  }

  /// Who they are.
  public let record: ExpertRecord
  /// Declared conflicts, the latest first.
  public let conflicts: [DeclaredConflict]
  /// Pledges, the latest first.
  public let pledges: [GivenPledge]
  /// Seats on committees by name and employer, those that they sit on now first.
  public let seats: [Seat]
  /// What they did, round by round, the latest first.
  public let rounds: [ExpertRound]
  /// Applications that were given to them, the latest first.
  public let reviews: [Review]
}

extension CenterStore {
  /// What is on file of an expert, as far as somebody may read it: staff and the expert all of it, an agency or a department what concerns the rounds
  /// that it carries out.
  ///
  /// The expert reads what the panel came to once the results are public, not before.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for an expert of whom one may not read, whether they exist or not.
  public func expertFile(of login: String, by who: Acting) throws(StoreError) -> ExpertFile {
    try read(by: who) { db, member in
      let view = try ExpertView(member, db)
      guard view.logins.contains(login), let record = try CenterStore.expert(login, db) else {
        if member.role == .admin || member.role == .bureau { throw StoreError.noSuch(.expert, login) }
        throw StoreError.notPermitted(nil)
      }
      return ExpertFile(
        record: record, conflicts: member.role == .department ? [] : try conflicts(of: login, db),
        pledges: try pledges(of: login, view, db), seats: view.isWhole ? try seats(of: record, db) : [],
        rounds: try ExpertRound.all(of: login, view, hidesPanel: member.role == .expert, db),
        reviews: view.isWhole ? try reviews(of: login, db) : [])
    }
  }

  private func conflicts(of login: String, _ db: Database) throws -> [ExpertFile.DeclaredConflict] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT code, center.name, reason, coalesce(user.name, audit.login), user.role, audit.time
        FROM conflict JOIN center ON center.id = center_id JOIN audit ON seq = conflict.link LEFT JOIN user ON user.login = audit.login
        WHERE conflict.login = ? ORDER BY conflict.link DESC, code
        """, arguments: [login]
    ).map { row in
      ExpertFile.DeclaredConflict(
        center: row[0], name: row[1], reason: row[2], by: row[3], role: (row[4] as String?).flatMap { Role(rawValue: $0) },
        on: Moment(milliseconds: row[5]).day)
    }
  }

  private func pledges(of login: String, _ view: ExpertView, _ db: Database) throws -> [ExpertFile.GivenPledge] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT year, 0, time FROM pledge WHERE login = ?1 UNION ALL SELECT year, 1, time FROM call_pledge WHERE login = ?1
        ORDER BY 3 DESC
        """, arguments: [login]
    ).map { ExpertFile.GivenPledge(year: $0[0], isOfCall: $0[1], on: Moment(milliseconds: $0[2]).day) }
      .filter { $0.isOfCall ? view.isWhole : view.tells(of: $0.year) }
  }

  /// Committees know their members by name and employer; a name alone may be another's.
  private func seats(of record: ExpertRecord, _ db: Database) throws -> [ExpertFile.Seat] {
    let employers = ([record.employer] + (record.formerEmployers ?? [])).map { NameKey($0).string }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT code, center.name, committee, since, until, employer_key FROM committee_seat JOIN center ON center.id = center_id
        WHERE committee_seat.name = ? ORDER BY until IS NOT NULL, since DESC, code
        """, arguments: [record.name.string]
    ).filter { employers.contains($0[5]) }.map { row in
      ExpertFile.Seat(
        center: row[0], name: row[1], committee: CommitteeKind(rawValue: row[2]) ?? .advisory, since: try CenterStore.day(row[3]),
        until: try (row[4] as String?).map { try CenterStore.day($0) })
    }
  }

  private func reviews(of login: String, _ db: Database) throws -> [ExpertFile.Review] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT number, name, is_leader, is_submitted FROM application_expert JOIN application ON application.id = application_id
        WHERE login = ? ORDER BY application.id DESC
        """, arguments: [login]
    ).map { ExpertFile.Review(application: $0[0], name: $0[1], isLeader: $0[2], isSubmitted: $0[3]) }
  }
}
