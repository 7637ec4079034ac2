import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Takes a step with a round or with a center in it; the rules decide whether it is lawful (``Regulation/EvaluationRound``).
  ///
  /// ```swift
  /// try store.stepRound(2026, .submit("CZ-2021-007"), by: host)
  /// try store.stepRound(2026, .report("CZ-2021-007", remark: nil), by: department)
  /// ```
  ///
  /// - Throws: ``StoreError/refused(_:)`` with the article that stands against it; ``StoreError/notPermitted(_:)`` for a center that is not this
  ///   person's, whether it exists or not, and for an agency to which the round is not entrusted.
  public func stepRound(_ year: Int, _ step: EvaluationRoundStep, by who: Acting) throws(StoreError) {
    try write(step.kind.act, by: who) { operation in _ = try operation.take(step, in: year) }
  }
}

extension Operation {
  /// Takes a step and writes down what it changed.
  func take(_ step: EvaluationRoundStep, in year: Int) throws -> EvaluationRound {
    let scope = try scope(of: step, in: year)
    let stored = try StoredRound(try ownRound(year, step.kind.act), scope, db)
    let situation = try stored.situation(today: now.day, db)
    var after = stored.round
    try after.take(step, by: member.role, situation)
    try keep(step, after: after, from: stored)
    return after
  }

  /// How much of the round a step looks at; for a step about one center, that it is this person's.
  private func scope(of step: EvaluationRoundStep, in year: Int) throws -> StoredRound.Scope {
    if let code = step.center { return .center(code: code, id: try CenterStore.ownCenter(code, year: year, member, step.kind.act, db)) }
    switch step {
    case .settle, .resume, .publish, .close: return .whole
    case .cancel: return .registry
    case .settleObjection(let number, _, _, _):
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT code, center.id FROM round_objection JOIN center ON center.id = center_id WHERE year = ? AND number = ?
          """, arguments: [year, number])
      return row.map { .center(code: $0[0], id: $0[1]) } ?? .none
    default: return .none
    }
  }
}

extension CenterStore {
  /// The number of a center whose part in a round a member may act for: staff all, a department its jurisdiction's, a host its own, an agency
  /// those of the round entrusted to it.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)``, whether the center exists or not; ``StoreError/noSuch(_:_:)`` for who may act for all.
  static func ownCenter(_ code: String, year: Int, _ member: Member, _ act: Act?, _ db: Database) throws -> Int64 {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, department_id, host_id FROM center WHERE code = ?"), arguments: [code])
    func isOwn(_ column: Int, _ own: Int64?) -> Bool { own != nil && row?[column] == own }
    let isTheirs =
      switch member.role {
      case .admin, .bureau: true
      case .agency: try isEntrusted(year, to: member, db)
      case .department: isOwn(1, member.departmentID)
      case .host: isOwn(2, member.organizationID)
      case .expert, .viewer: false
      }
    if !isTheirs { throw StoreError.notPermitted(act) }
    guard let row else { throw StoreError.noSuch(.center, code) }
    return row[0]
  }
}
