import GRDB
import Regulation
import Wording

// A round is carried out by the bureau or by the agency to which it is entrusted; an agency acts for its own rounds only (articles 5(3), 25).

extension CenterStore {
  /// Whether a round is carried out by a member's agency.
  static func isEntrusted(_ year: Int, to member: Member, _ db: Database) throws -> Bool {
    guard let agency = member.organizationID else { return false }
    return try Bool.fetchOne(db, sql: "SELECT 1 FROM round WHERE year = ? AND agency_id = ?", arguments: [year, agency]) ?? false
  }
}

extension Operation {
  /// The round of a year, for somebody who may act for it.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for an agency to which it is not entrusted, whether there is one or not; else
  ///   ``StoreError/noSuch(_:_:)``.
  func ownRound(_ year: Int, _ act: Act) throws -> RoundRecord {
    if member.role == .agency, try !CenterStore.isEntrusted(year, to: member, db) { throw StoreError.notPermitted(act) }
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
