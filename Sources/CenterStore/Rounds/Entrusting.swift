import GRDB
import Regulation
import Wording

// A round is carried out by the bureau, by the agency to which it is entrusted, or by a department for its own centers; who is entrusted acts for
// its own rounds only (articles 5(3), 25).

extension CenterStore {
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

  /// That a center is one of those that a round is about: in a round of a department, one of its own.
  static func requireCovered(_ center: Int64, _ code: String, by round: RoundRecord, _ db: Database) throws {
    if round.department.isEmpty || !round.state.takesSheets { return }
    let isOwn = try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT 1 FROM round JOIN center ON center.department_id = round.department_id WHERE year = ? AND center.id = ?"),
      arguments: [round.year, center])
    if isOwn != nil { return }
    throw Refusal(
      article: "5",
      Phrase(
        zh: "\(round.year) 年度评估由\(round.department)组织，\(code) 不归其管理",
        en: "the round of \(round.year) is carried out by \(round.department) for its own centers; \(code) is none of them"))
  }
}

extension Operation {
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
  /// - Parameter center: the center that is assigned to; experts come to one that an upheld objection re-opened as well (article 25).
  /// - Throws: ``StoreError``, and a ``Refusal`` for a round that takes no sheets any more.
  func assignableRound(_ year: Int, center code: String? = nil, _ act: Act = .assign) throws -> RoundRecord {
    let round = try ownRound(year, act)
    if round.state.takesSheets { return round }
    if let code, let id = try Int64.fetchOne(db, sql: "SELECT id FROM center WHERE code = ?", arguments: [code]),
      try CenterStore.isReopened(year, id, db)
    {
      return round
    }
    throw Refusal(
      article: "25",
      Phrase(
        zh: "\(year) 年度评估\(round.state.phrase.zh)，不能再分配专家", en: "the round of \(year) is \(round.state.phrase.en): nobody can be assigned"))
  }
}
