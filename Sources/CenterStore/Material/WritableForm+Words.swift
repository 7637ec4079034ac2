import GRDB
import Regulation
import Wording

/// What a form holds beside its figures: what is said to doubts, and the points that the host gives itself.
extension WritableForm {
  /// Says what there is to a doubt; an empty text takes the remark away.
  ///
  /// - Parameter expecting: what was said of it when this person began (``Seen``).
  /// - Throws: a ``Regulation/Refusal`` where the form shows no such doubt.
  func save(remark text: PlainText, on finding: String, expecting: Seen<PlainText>? = nil, _ operation: Operation) throws {
    let (db, year) = (operation.db, round.year)
    let old = try String.fetchOne(
      db, sql: "SELECT text FROM fact_remark WHERE year = ? AND center_id = ? AND finding = ?", arguments: [year, id, finding])
    let joining = try operation.join(
      Joined(
        Phrase(zh: "对存疑的说明", en: "the remark on the doubt"), "remark/\(year)/\(code)/\(finding)", expecting,
        own: [("text", text.string)], over: [("text", old ?? "")]
      ) { [("text", $0.string)] },
      link: operation.link(of: "fact_remark WHERE year = ? AND center_id = ? AND finding = ?", [year, id, finding]))
    if joining.pick("text", text.string, old ?? "") == old ?? "" { return }
    let findings = try CenterStore.factSheet(year: year, center, db).findings(try IndicatorSystem.standard.get())
    guard text.isEmpty || findings.contains(where: { $0.identifier == finding && $0.severity == .doubt }) else {
      throw Refusal(article: "27", Phrase(zh: "评估情况表上没有这处存疑", en: "the form shows no such doubt"))
    }
    let link = try operation.append(
      .writeMaterial,
      Change(object: "remark/\(year)/\(code)/\(finding)", before: old.map { [("text", $0)] }, after: [("text", text.string)]))
    try db.execute(
      sql: text.isEmpty
        ? "DELETE FROM fact_remark WHERE year = ?1 AND center_id = ?2 AND finding = ?3"
        : """
        INSERT INTO fact_remark(year, center_id, finding, text, link) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT(year, center_id, finding) DO UPDATE SET text = excluded.text, link = excluded.link
        """, arguments: text.isEmpty ? [year, id, finding] : [year, id, finding, text.string, link])
    try dropDeclaration(operation, link: link)
  }

  /// Gives the center points of the host's own; `nil` takes them away.
  ///
  /// - Parameter expecting: what stood there when this person began (``Seen``).
  /// - Throws: a ``Regulation/Refusal`` in a round that does not ask, and for points above the weight.
  func save(
    ownScore points: Points?, of indicator: IndicatorCode, expecting: Seen<Points?>? = nil, _ operation: Operation
  ) throws {
    let (db, year) = (operation.db, round.year)
    guard round.asksOwnScores else {
      throw Refusal(article: "27", Phrase(zh: "\(year) 年度评估不要求自评", en: "the round of \(year) asks for no points of one's own"))
    }
    let full = try IndicatorSystem.standard.get()[indicator].fullPoints
    if let points, points < .zero || points > full {
      throw Refusal(article: "附表", Phrase(zh: "\(indicator) 得分须在 0 至 \(full) 之间", en: "points of \(indicator) must be 0 … \(full)"))
    }
    let old = try Int.fetchOne(
      db, sql: "SELECT points FROM own_score WHERE year = ? AND center_id = ? AND indicator = ?",
      arguments: [year, id, indicator.description]
    ).map { Points($0) }
    let joining = try operation.join(
      Joined(
        Phrase(zh: "\(indicator) 自评", en: "the own points of \(indicator)"), "own/\(year)/\(code)/\(indicator)", expecting,
        own: [("points", points?.description ?? "")], over: [("points", old?.description ?? "")]
      ) { [("points", $0?.description ?? "")] },
      link: operation.link(of: "own_score WHERE year = ? AND center_id = ? AND indicator = ?", [year, id, indicator.description]))
    if joining.pick("points", points, old) == old { return }
    let link = try operation.append(
      .writeMaterial,
      Change(
        object: "own/\(year)/\(code)/\(indicator)", before: old.map { [("points", $0.description)] },
        after: points.map { [("points", $0.description)] }))
    try db.execute(
      sql: points == nil
        ? "DELETE FROM own_score WHERE year = ?1 AND center_id = ?2 AND indicator = ?3"
        : """
        INSERT INTO own_score(year, center_id, indicator, points, link) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT(year, center_id, indicator) DO UPDATE SET points = excluded.points, link = excluded.link
        """,
      arguments: points.map { [year, id, indicator.description, $0.hundredths, link] } ?? [year, id, indicator.description])
    try dropDeclaration(operation, link: link)
  }
}
