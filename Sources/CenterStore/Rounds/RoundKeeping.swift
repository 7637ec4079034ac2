import GRDB
import Regulation

extension Operation {
  /// Writes down what a step made of a round, and appends the step to its history and to the chain.
  func keep(_ step: EvaluationRoundStep, after: EvaluationRound, from stored: StoredRound) throws {
    let sheets = try BoundSheets(after.state.settlement, was: stored.round.state.settlement, from: stored, self)
    let link = try append(step.kind.act, try change(step, after: after, from: stored, sheets))
    try sheets?.keep(link: link, db)
    try keepHead(of: after, from: stored, link: link)
    if let code = step.center, case .center(_, let id) = stored.scope, after[center: code] != stored.round[center: code] {
      try keep(after[center: code], was: stored.round[center: code], of: id, in: stored.record.year, link: link)
    }
    try keepSettlement(after.state.settlement, was: stored.round.state.settlement, from: stored, link: link)
    try keepObjections(after.state.objections, was: stored.round.state.objections, from: stored, link: link)
    try note(step, in: stored.record.year, center: step.center == nil ? nil : stored.scope.center, link: link)
    if step.kind == .close { try proposeRevocations(after: after, in: stored.record.year) }
  }

  /// Appends a step to the history of its round.
  func note(_ step: EvaluationRoundStep, in year: Int, center: Int64?, link: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO round_step(year, position, center_id, step, login, day, link)
        SELECT ?1, coalesce(max(position) + 1, 0), ?2, ?3, ?4, ?5, ?6 FROM round_step WHERE year = ?1
        """
    ).execute(arguments: [year, center, try JSONText.encode(step), member.login, now.day.description, link])
  }

  private func change(
    _ step: EvaluationRoundStep, after: EvaluationRound, from stored: StoredRound, _ sheets: BoundSheets?
  ) throws -> Change {
    let year = stored.record.year
    let text = try JSONText.encode(step)
    if let code = step.center, step.kind.article != "25" {
      return Change(
        object: "material/\(year)/\(code)", before: [("state", stored.round[center: code].material.stage.rawValue)],
        after: [("state", after[center: code].material.stage.rawValue), ("step", text)])
    }
    var fields: Change.Fields = [("state", after.stage.rawValue)]
    if let last = after.state.notice?.last, last != stored.round.state.notice?.last { fields.append(("notice_until", last.description)) }
    if step.kind == .close { fields += try consequences(of: after) }
    if let code = step.center, step.kind == .resettle {
      fields.append(("score", after.state.settlement?.figures[code]?.score.description ?? ""))
    }
    if let sheets { fields.append(("sheets", sheets.binding.text.digest.description)) }
    let object = step.center.map { "round/\(year)/\($0)" } ?? "round/\(year)"
    return Change(object: object, before: [("state", stored.round.stage.rawValue)], after: fields + [("step", text)])
  }

  private func keepHead(of after: EvaluationRound, from stored: StoredRound, link: Int64) throws {
    if after.stage == stored.round.stage, after.state.notice == stored.round.state.notice { return }
    var (reason, closed): (String?, Day?)
    if case .cancelled(let text) = after.state { reason = text.string }
    if case .closed(_, _, _, let day) = after.state { closed = day }
    let notice = after.state.notice
    try db.execute(
      sql: """
        UPDATE round SET state = ?, settled_on = ?, published_on = ?, notice_until = ?, closed_on = ?, reason = coalesce(?, reason), link = ?
        WHERE year = ?
        """,
      arguments: [
        after.stage.rawValue, after.state.settlement?.on.description, notice?.issuedOn.description, notice?.last.description,
        closed?.description, reason, link, stored.record.year,
      ])
  }

  /// Writes down how far a center's form has come.
  func keep(_ file: CenterInRound, was before: CenterInRound, of center: Int64, in year: Int, link: Int64) throws {
    let material = file.material
    var (reason, reported, remark): (PlainText?, Day?, PlainText?)
    if case .returned(_, let text) = material { reason = text }
    if case .reported(_, let day, let text) = material { (reported, remark) = (day, text) }
    let admitted = RoundOpening.Deadline.allCases.filter { file.admitted.contains($0) }.map(\.rawValue).joined(separator: ";")
    try db.cachedStatement(
      sql: """
        INSERT INTO material(year, center_id, origin, state, since, submitted_on, reason, reported_on, remark, admitted, link)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT(year, center_id) DO UPDATE SET origin = excluded.origin,
          since = CASE WHEN state = excluded.state THEN since ELSE excluded.since END, state = excluded.state,
          submitted_on = excluded.submitted_on, reason = excluded.reason, reported_on = excluded.reported_on, remark = excluded.remark,
          admitted = excluded.admitted, link = excluded.link
        """
    ).execute(arguments: [
      year, center, material.submission?.isByStaff == true ? "staff" : "host", material.stage.rawValue, now.day.description,
      material.submission?.on.description, reason?.string ?? "", reported?.description, remark?.string ?? "", admitted, link,
    ])
    if let deferral = file.deferral, before.deferral == nil {
      try db.execute(
        sql: "INSERT INTO deferral(year, center_id, reason, link) VALUES (?, ?, ?, ?)",
        arguments: [year, center, deferral.string, link])
    }
  }

  private func keepObjections(_ after: [RoundObjection], was before: [RoundObjection], from stored: StoredRound, link: Int64) throws {
    for objection in after where !before.contains(objection) {
      try db.execute(
        sql: """
          INSERT INTO round_objection(year, number, center_id, objection, link)
          VALUES (?, ?, (SELECT id FROM center WHERE code = ?), ?, ?)
          ON CONFLICT(year, number) DO UPDATE SET objection = excluded.objection, link = excluded.link
          """,
        arguments: [stored.record.year, objection.objection.number, objection.center, try JSONText.encode(objection), link])
    }
  }
}
