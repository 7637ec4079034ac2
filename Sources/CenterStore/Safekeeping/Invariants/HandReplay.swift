import GRDB
import Regulation
import Wording

/// Who did something and when, as records say it beside the links that tell of it: the link knows its login and its moment, and the record is of the
/// same.
enum HandReplay {
  /// A day of the calendar of the links, in Cangzhou.
  private static let day = "date(audit.time / 1000, 'unixepoch', '+8 hours')"

  /// Records whose hand or moment is another than that of their link: the object, and the link.
  private static let queries = [
    """
    SELECT number || '/' || position, seq FROM application_step JOIN application ON application.id = application_id
    JOIN audit ON seq = application_step.link WHERE application_step.login <> audit.login OR day <> \(day)
    """,
    """
    SELECT number || '/' || position, seq FROM matter_step JOIN matter ON matter.id = matter_id
    JOIN audit ON seq = matter_step.link WHERE matter_step.login <> audit.login OR day <> \(day)
    """,
    """
    SELECT year || '/' || position, seq FROM round_step JOIN audit ON seq = round_step.link
    WHERE round_step.login <> audit.login OR day <> \(day)
    """,
    """
    SELECT year || '/' || pledge.login, seq FROM pledge JOIN audit ON seq = pledge.link
    WHERE pledge.login <> audit.login OR pledge.time <> audit.time
    """,
    """
    SELECT 'call/' || year || '/' || call_pledge.login, seq FROM call_pledge JOIN audit ON seq = call_pledge.link
    WHERE call_pledge.login <> audit.login OR call_pledge.time <> audit.time
    """,
    """
    SELECT year || '/' || code || '/' || sheet.login, seq FROM sheet JOIN audit ON seq = sheet.link JOIN center ON center.id = center_id
    WHERE act = 'sheet.submit' AND sheet.state = 'submitted' AND (submitted_at IS NOT audit.time OR sheet.login <> audit.login)
    """,
    // Days that a record bears beside its link.
    """
    SELECT year || '/' || center.code || '/' || fact_verdict.code, seq FROM fact_verdict JOIN audit ON seq = fact_verdict.link
    JOIN center ON center.id = center_id WHERE act = 'material.check' AND fact_verdict.day <> \(day)
    """,
    """
    SELECT year || '/' || code || '/' || incentive.kind, seq FROM incentive JOIN audit ON seq = incentive.link
    JOIN center ON center.id = center_id WHERE act = 'incentive.record' AND incentive.day <> \(day)
    """,
    """
    SELECT code || '/' || person, seq FROM recusal_request JOIN audit ON seq = recusal_request.link
    JOIN center ON center.id = center_id WHERE act = 'conflict.declare' AND recusal_request.day <> \(day)
    """,
    """
    SELECT year, seq FROM round JOIN audit ON seq = round.link WHERE (act = 'round.close' AND closed_on <> \(day))
      OR (act = 'round.publish' AND published_on <> \(day)) OR (act = 'round.settle' AND settled_on <> \(day))
    """,
    """
    SELECT year, seq FROM audit CROSS JOIN call ON json_valid(change) AND change ->> '$.object' = 'call/' || year
    WHERE act = 'call.publish' AND change ->> '$.before' IS NULL AND call.published_on <> \(day)
    """,
    // What began: by whom, when, and of which center.
    """
    SELECT number, seq FROM matter JOIN audit ON json_valid(change) AND change ->> '$.object' = kind || '/' || number
    JOIN center ON center.id = center_id
    WHERE act IN ('change.request', 'director.begin', 'revocation.propose')
      AND (begun_by <> audit.login OR begun_on <> \(day) OR code <> change ->> '$.after.center')
    """,
    """
    SELECT number, seq FROM application JOIN audit ON json_valid(change) AND change ->> '$.object' = 'application/' || number
    WHERE act = 'application.draft' AND change ->> '$.before' IS NULL AND (applicant <> audit.login
      OR EXISTS (SELECT 1 FROM user WHERE user.login = applicant AND user.link < seq AND organization_id <> host_id))
    """,
    """
    SELECT year || '/' || position, seq FROM round_step JOIN audit ON seq = round_step.link JOIN center ON center.id = round_step.center_id
    WHERE json_valid(change) AND (change ->> '$.object' GLOB 'round/*/*' OR change ->> '$.object' GLOB 'material/*/*')
      AND change ->> '$.object' NOT IN ('round/' || year || '/' || code, 'material/' || year || '/' || code)
    """,
    // Of what, where the record's own key says it.
    """
    SELECT number || '/' || subject, seq FROM judgement JOIN audit ON seq = judgement.link JOIN application ON application.id = application_id
    WHERE act = 'application.judge' AND json_valid(change) AND change ->> '$.object' <> 'application/' || number || '/judgement/' || subject
    """,
    """
    SELECT day, link FROM credit_check WHERE json_valid(document) AND document ->> '$.on' <> day
    """,
    // A form that came in or was reported did so by a step of that day.
    """
    SELECT year || '/' || code, material.link FROM material JOIN center ON center.id = center_id
    WHERE submitted_on NOT IN \(days(of: "enter", "submit")) OR reported_on NOT IN \(days(of: "report"))
    """,
    """
    SELECT credit_check.day, seq FROM credit_check JOIN audit ON seq = credit_check.link
    WHERE act = 'application.judge' AND json_valid(change) AND change ->> '$.object' NOT IN
      (SELECT 'application/' || number || '/credit' FROM application WHERE host_id = organization_id)
    """,
  ]

  /// The days on which a center of ``material`` took one of some steps in its round; any day where it took none, as in what old versions kept.
  private static func days(of steps: String...) -> String {
    let isOne = steps.map { "step LIKE '{\"\($0)\"%'" }.joined(separator: " OR ")
    let own = "FROM round_step WHERE round_step.center_id = material.center_id AND round_step.year = material.year AND (\(isOne))"
    let kept = ["submitted_on", "reported_on"].map { "UNION ALL SELECT \($0) WHERE NOT EXISTS (SELECT 1 \(own))" }
    return "(SELECT day \(own) \(kept.joined(separator: " ")))"
  }

  static func faults(_ db: Database) throws -> [Invariant.Breach] {
    try queries.flatMap { query in
      try Row.fetchAll(db, sql: query).map { row in
        Invariant.Breach(
          object: row.text(0),
          phrase: Phrase(
            zh: "经办人、时间或对象与审计链第 \(row.text(1)) 环所记不符",
            en: "was done by another, at another time or to another thing than link \(row.text(1)) says"))
      }
    }
  }
}
