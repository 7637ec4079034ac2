import GRDB
import Wording

extension DoctorFinding.Check {
  /// The end of the audit chain: no record was written by a link that is past it.
  public static let chainEnd: Self = "chain-end"
  /// Steps, held against the links that tell of them (articles 10 to 12, 16, 25 to 31).
  public static let steps: Self = "steps"
}

extension Invariant {
  /// What holds of records and the links by which they were written.
  static let links = [
    Invariant(
      .chainEnd, must: Phrase(zh: "每条记录由审计链中的一环写下", en: "every record was written by a link of the chain"), .rows(pastTheEnd)),
    Invariant(
      .steps, "10", "11", "12", "16", "25", "27", "30", "31",
      must: Phrase(zh: "办理步骤与审计链所记一致，一步不少", en: "every step is what its link says, and none is missing"),
      .rows { try alteredSteps($0) + HandReplay.faults($0) }),
  ]

  /// A chain that was cut at its end still holds together, but what the links behind the cut had written bears their numbers.
  private static func pastTheEnd(_ db: Database) throws -> [Breach] {
    let head = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM audit") ?? 0
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT list.name FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info
        WHERE list.schema = 'main' AND list.type = 'table' AND info.name = 'link' ORDER BY list.name
        """)
    return try tables.compactMap { table in
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \"\(table)\" WHERE link > ? OR link < 1", arguments: [head])
      guard let count, count > 0 else { return nil }
      return Breach(
        object: table,
        phrase: Phrase(
          zh: "有 \(count) 条由审计链之外的环写下，链止于第 \(head) 环：链尾可能被截去",
          en: "\(count) of its rows bear links that are not there, the chain ends at \(head): its end may have been cut off"))
    }
  }

  /// The histories that a lifecycle writes, and what the chain calls what they tell.
  private static let histories: [(table: String, column: String, field: String, acts: String, object: String)] = [
    (
      "application_step", "step", "step", "'application.step'",
      "(SELECT number || '/' FROM application WHERE application.id = application_id) || position"
    ),
    (
      "matter_step", "step", "step", "'change.step', 'director.step', 'revocation.step'",
      "(SELECT number || '/' FROM matter WHERE matter.id = matter_id) || position"
    ),
    (
      "round_step", "step", "step",
      """
      'round.settle', 'round.resume', 'round.publish', 'round.close', 'round.cancel', 'round.object', 'round.objection', 'round.resettle', \
      'round.postpone', 'material.submit', 'material.enter', 'material.admit', 'material.return', 'material.report'
      """, "round_step.year || '/' || position"
    ),
    ("reorganisation", "document", "decision", "'center.reorganise'", "reorganisation.id"),
    ("site_look", "visit", "visit", "'assign.second'", "site_look.year || '/' || position"),
    (
      "judgement", "document", "judgement", "'application.judge'",
      "(SELECT number || '/' FROM application WHERE application.id = application_id) || subject"
    ),
    ("credit_check", "document", "check", "'application.judge'", "credit_check.day"),
  ]

  private static func alteredSteps(_ db: Database) throws -> [Breach] {
    var breaches: [Breach] = []
    for history in histories {
      // What a file brought in stands for many rows, and its link tells of no step.
      let altered = try Row.fetchAll(
        db,
        sql: """
          SELECT \(history.object), seq FROM \(history.table) JOIN audit ON seq = \(history.table).link
          WHERE act IN (\(history.acts)) AND change ->> '$.after.\(history.field)' IS NOT \(history.column)
            AND json_valid(change)
          """)
      breaches += altered.map { row in
        Breach(
          object: row.text(0),
          phrase: Phrase(zh: "与审计链第 \(row.text(1)) 环所记不符", en: "is not what link \(row.text(1)) of the chain says"))
      }
      // Of judgements the later one takes the place of the earlier.
      if history.table == "judgement" { continue }
      let missing = try Row.fetchAll(
        db,
        sql: """
          SELECT change ->> '$.object', seq FROM audit
          WHERE act IN (\(history.acts)) AND json_valid(change) AND change ->> '$.after.\(history.field)' IS NOT NULL
            AND seq NOT IN (SELECT link FROM \(history.table))
          """)
      breaches += missing.map { row in
        Breach(
          object: row.text(0), path: row.text(0),
          phrase: Phrase(zh: "审计链第 \(row.text(1)) 环的记录不在了", en: "what link \(row.text(1)) of the chain put on file is gone"))
      }
    }
    return breaches
  }
}
