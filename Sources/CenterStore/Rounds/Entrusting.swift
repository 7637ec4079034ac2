import GRDB
import Regulation
import Wording

// A round is carried out by the bureau, by the agency to which it is entrusted, or by a department for its own centers; who is entrusted acts for
// its own rounds only (articles 5(3), 25).

extension CenterStore {
  /// The years whose rounds somebody carries out: every one for staff, those entrusted to their agency or department for others; none for
  /// hosts, experts and viewers.
  public func conductedRounds(by who: Acting) throws(StoreError) -> Set<Int> {
    try read(by: who) { db, member in
      let all = try Int.fetchAll(db, sql: "SELECT DISTINCT year FROM round")
      if member.role == .admin || member.role == .bureau { return Set(all) }
      return try Set(all.filter { try CenterStore.isEntrusted($0, to: member, db) })
    }
  }

  /// The condition on experts that a round's pool meets: the agency's own people where one carries it out, everybody else where none does
  /// (article 5(3)); it binds the year as `?1`.
  static let poolCondition = "coalesce((SELECT agency_id FROM round WHERE year = ?1 AND state <> 'cancelled'), employer_id) = employer_id"

  /// The condition on experts that their logins are not disabled: whose is can score nothing.
  static let canScore = "NOT EXISTS (SELECT 1 FROM user WHERE user.login = expert.login AND disabled_on IS NOT NULL)"

  /// Whether a round is carried out by a member's agency or department.
  static func isEntrusted(_ year: Int, to member: Member, _ db: Database) throws -> Bool {
    let (column, own): (String, Int64?) =
      switch member.role {
      case .agency: ("agency_id", member.organizationID)
      case .department: ("department_id", member.departmentID)
      case .admin, .bureau, .host, .expert, .viewer: ("", nil)
      }
    guard let own else { return false }
    return try Bool.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM round WHERE year = ? AND \(column) = ?"), arguments: [year, own])
      ?? false
  }

  /// What ``Regulation/RoundTerms/covers(centerOf:hasTakenPart:)`` says, as a condition on rows of `center`; it binds the year as `?1`. A year without
  /// a round is about every center.
  static let coveredCondition = """
    (coalesce((SELECT department_id FROM round WHERE year = ?1), center.department_id) = center.department_id OR \(hasTakenPart))
    """

  /// Whether a center's material was handed in or a sheet on it was begun since the round was announced: what had begun in one that was called off
  /// is no part in this one.
  private static let hasTakenPart = """
    (EXISTS (
      SELECT 1 FROM material
      WHERE year = ?1 AND material.center_id = center.id AND material.state <> 'none' AND material.link > \(announcement))
    OR EXISTS (
      SELECT 1 FROM sheet WHERE year = ?1 AND sheet.center_id = center.id AND (sheet.link > \(announcement)
        OR EXISTS (SELECT 1 FROM score WHERE sheet_id = sheet.id AND score.link > \(announcement)))))
    """

  /// The link by which the round of `?1` was announced, for the last time.
  static let announcement = """
    (SELECT max(seq) FROM audit WHERE act IN (\(Schema.actsOfRound)) AND act = 'round.open'
      AND \(Schema.objectOfLink) BETWEEN 'round/' || ?1 || '"' AND 'round/' || ?1 || '#')
    """

  /// That a center is one of those that a round is about: in a round of a department, one of its own, or one that has taken part in it.
  static func requireCovered(_ center: Int64, _ code: String, by round: RoundRecord, _ db: Database) throws {
    if round.department.isEmpty || !round.state.takesSheets { return }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT department.name, \(hasTakenPart) FROM center JOIN department ON department.id = department_id WHERE center.id = ?2"),
      arguments: [round.year, center])
    if let row, try round.terms.covers(centerOf: PlainText(row[0]), hasTakenPart: row[1]) { return }
    throw Refusal(
      article: "5",
      Phrase(
        zh: "\(round.year) 年度评估由\(round.department)组织，\(code) 不归其管理",
        en: "the round of \(round.year) is carried out by \(round.department) for its own centers; \(code) is none of them"))
  }
}

extension Operation {
  /// That an expert is of a round's pool: in a round of an agency, one of its people (article 5(3)), with a login that is not disabled. Whom somebody
  /// assigned before stays.
  func requirePool(_ year: Int, _ expert: String) throws {
    let isMeant = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM expert WHERE login = ?2 AND \(CenterStore.poolCondition)"), arguments: [year, expert])
    if isMeant == nil { throw try outsider(year, expert) }
    let canScore = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM expert WHERE login = ? AND \(CenterStore.canScore)"), arguments: [expert])
    if canScore == nil { throw Refusal(Phrase(zh: "\(expert) 的账号已停用", en: "the login of \(expert) is disabled")) }
  }

  /// That an agency may hear anything of an expert: of whom it has nothing to do with it learns neither whether there is such a login nor what ties
  /// somebody.
  func requireKnown(_ year: Int, _ expert: String) throws {
    guard member.role == .agency, try !CenterStore.experts(ofAgency: member, db).contains(expert) else { return }
    throw try outsider(year, expert)
  }

  /// What is said of an expert who is not of a round's pool.
  private func outsider(_ year: Int, _ expert: String) throws -> Refusal {
    let agency = try CenterStore.round(year, db).agency
    return Refusal(
      article: "5",
      Phrase(
        zh: "\(year) 年度评估由\(agency)组织，\(expert) 不是其人员",
        en: "the round of \(year) is carried out by \(agency); \(expert) is none of its people"))
  }

  /// The round of a year, for somebody who may act for it.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for an agency or a department to which it is not entrusted, whether there is one or not; else
  ///   ``StoreError/noSuch(_:_:)``.
  func ownRound(_ year: Int, _ act: Act) throws -> RoundRecord {
    let isConducting = member.role == .agency || member.role == .department && act.roles.contains(.agency)
    if isConducting, try !CenterStore.isEntrusted(year, to: member, db) { throw StoreError.notPermitted(act) }
    return try CenterStore.round(year, db)
  }

  /// The round of a year in which experts may still be assigned, for somebody who may do it.
  ///
  /// - Parameter center: the center that is assigned to; experts come to one that is open although the results are on notice as well (article 25).
  /// - Throws: ``StoreError``, and a ``Refusal`` for a round that takes no sheets any more.
  func assignableRound(_ year: Int, center code: String? = nil, _ act: Act = .assign) throws -> RoundRecord {
    let round = try ownRound(year, act)
    if round.state.takesSheets { return round }
    if let code, let id = try Int64.fetchOne(db, sql: "SELECT id FROM center WHERE code = ?", arguments: [code]),
      try CenterStore.isOpenOnNotice(year, id, db)
    {
      return round
    }
    throw Refusal(
      article: "25",
      Phrase(
        zh: "\(year) 年度评估\(round.state.phrase.zh)，不能再分配专家", en: "the round of \(year) is \(round.state.phrase.en): nobody can be assigned"))
  }
}
