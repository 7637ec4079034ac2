/// What holds of calls and applications at every moment, written from articles 8 to 12 and the tables, and never from the operations.
extension StandingRule {
  /// One query for all rules of applications: what is broken, and by what.
  static let ofApplications =
    pastSteps + applications.map { "SELECT '\($0.name): ' || offender FROM (\($0.offenders))" }.joined(separator: "\nUNION ALL\n")

  /// Each step with its kind, its document and the call that it stands under.
  private static let pastSteps = """
    WITH past AS (
      SELECT application_id, position, day, application_step.login, key AS kind, value AS said, number, stage, application.state, host_id,
        department_id, application.year
      FROM application_step JOIN application ON application.id = application_id, json_each(step))

    """

  private static let final = "'decline', 'failCheck', 'passOver', 'refuse', 'certify', 'withdraw'"

  /// Whether something was admitted late before a step.
  private static func admitted(_ deadline: String) -> String {
    """
    EXISTS (SELECT 1 FROM past AS early WHERE early.application_id = past.application_id AND early.position < past.position
      AND early.kind = 'admitLate' AND early.said ->> '$._0' = '\(deadline)')
    """
  }

  private static let applications = [
    StandingRule(
      "article 10: who takes a step is who it belongs to",
      """
      SELECT number || ' ' || kind || ' by ' || past.login AS offender FROM past JOIN user USING (login) WHERE NOT CASE
        WHEN kind IN ('submit', 'correct', 'withdraw') THEN role = 'host' AND user.organization_id = host_id
        WHEN kind IN ('recommend', 'decline', 'returnForCorrection') THEN role = 'department' AND user.department_id = past.department_id
        ELSE role IN ('bureau', 'admin') END
      """),
    StandingRule(
      "article 10: nothing is handed in before the call opens or after its last day, unless admitted late",
      """
      SELECT number || ' ' || kind || ' ' || day AS offender FROM past JOIN call USING (year) WHERE
        kind = 'submit' AND day < opens_on
        OR kind = 'submit' AND day > host_by AND NOT \(admitted("host")) AND NOT (
          (day <= department_by OR \(admitted("department"))) AND EXISTS (SELECT 1 FROM past AS early
            WHERE early.application_id = past.application_id AND early.position < past.position AND early.kind = 'returnForCorrection'))
        OR kind = 'recommend' AND day > department_by AND NOT \(admitted("department"))
        OR kind = 'correct' AND day > correction_by AND NOT \(admitted("correction"))
      """),
    StandingRule(
      "article 11: it is sent back once at most",
      "SELECT number AS offender FROM past WHERE kind = 'sendBack' GROUP BY application_id HAVING count(*) > 1"),
    StandingRule(
      "articles 10 to 12: what ends an application, or sends it back, says why",
      """
      SELECT number || ' ' || kind AS offender FROM past
      WHERE kind IN ('decline', 'failCheck', 'passOver', 'refuse', 'withdraw', 'sendBack', 'returnForCorrection', 'settleObjection', 'admitLate')
        AND coalesce(trim(said ->> '$.reason'), '') = ''
      """),
    StandingRule(
      "articles 10 to 12: nothing follows its end",
      """
      SELECT number || ' ' || kind AS offender FROM past WHERE EXISTS (SELECT 1 FROM past AS early
        WHERE early.application_id = past.application_id AND early.position < past.position
          AND (early.kind IN (\(final)) OR early.kind = 'settleObjection' AND early.said ->> '$.isUpheld'))
      """),
    StandingRule(
      "articles 10 to 12: one stage comes after the other",
      """
      SELECT number || ' ' || kind AS offender FROM past
      JOIN (VALUES ('recommend', 'submit'), ('accept', 'recommend'), ('passCheck', 'accept'), ('failCheck', 'accept'), ('propose', 'passCheck'),
        ('passOver', 'passCheck'), ('approve', 'propose'), ('refuse', 'propose'), ('publishNotice', 'approve'), ('certify', 'publishNotice'),
        ('object', 'publishNotice'), ('settleObjection', 'object'), ('correct', 'sendBack')) AS needs ON needs.column1 = kind
      WHERE NOT EXISTS (SELECT 1 FROM past AS early
        WHERE early.application_id = past.application_id AND early.position < past.position AND early.kind = needs.column2)
      """),
    StandingRule(
      "article 10: a draft was never handed in, and what is none was",
      """
      SELECT number AS offender FROM application WHERE stage <> 'withdrawn'
        AND (stage = 'draft') = EXISTS (SELECT 1 FROM past WHERE application_id = application.id AND kind = 'submit')
      """),
    StandingRule(
      "article 11: what is proposed has as many opinions as the call says",
      """
      SELECT number AS offender FROM application JOIN call USING (year)
      WHERE stage IN ('proposed', 'approved', 'on_notice', 'certified', 'not_approved', 'objection_upheld')
        AND minimum_experts > (SELECT count(*) FROM application_expert WHERE application_id = application.id AND is_submitted)
      """),
    StandingRule(
      "article 11: opinions are those of experts who gave the pledge, and one leads at most",
      """
      SELECT number || ' ' || login AS offender FROM application_expert JOIN application ON application.id = application_id
      WHERE opinion <> '' AND NOT EXISTS (SELECT 1 FROM call_pledge WHERE call_pledge.year = application.year
        AND call_pledge.login = application_expert.login)
      UNION ALL
      SELECT application_id || ' has two leaders' FROM application_expert GROUP BY application_id HAVING sum(is_leader) > 1
      """),
    StandingRule(
      "recusal: nobody reviews the application of who employs them, under any of its names",
      """
      SELECT number || ' ' || application_expert.login AS offender FROM application_expert JOIN application ON application.id = application_id
      JOIN expert ON expert.login = application_expert.login
      WHERE employer_id = host_id OR EXISTS (SELECT 1 FROM organization_alias JOIN organization ON organization.id = employer_id
        WHERE organization_id = host_id AND organization_alias.name_key = organization.name_key)
      """),
    StandingRule(
      "recusal: nothing is proposed over the opinion of who declared a conflict before",
      """
      SELECT number || ' ' || application_expert.login AS offender FROM application_expert
      JOIN application_conflict AS aside USING (application_id, login) JOIN application ON application.id = application_id
      JOIN application_step USING (application_id)
      WHERE is_submitted AND step ->> '$.propose' IS NOT NULL AND application_step.link > aside.link
      """),
    StandingRule(
      "article 12: a notice runs at least five working days, and a week with its weekend",
      """
      SELECT number AS offender FROM application, json_each(json_array(state -> '$.state.onNotice._0', state -> '$.closedNotice')) AS notice
      WHERE notice.value IS NOT NULL AND (notice.value ->> '$.workingDays' < 5
        OR julianday(notice.value ->> '$.last') - julianday(notice.value ->> '$.issuedOn') < 5)
      """),
    StandingRule(
      "article 12: certification comes after the notice, with a document and a code, and the center stands in the registry",
      """
      SELECT number AS offender FROM past WHERE kind = 'certify' AND (
        day <= state ->> '$.closedNotice.last' OR coalesce(said ->> '$.document', '') = '' OR coalesce(said ->> '$.code', '') = ''
        OR NOT EXISTS (SELECT 1 FROM center WHERE code = said ->> '$.code' AND certified_on = day AND center.host_id = past.host_id
          AND center.department_id = past.department_id))
      UNION ALL
      SELECT code FROM center WHERE code NOT IN (SELECT said ->> '$.code' FROM past WHERE kind = 'certify')
      """),
    StandingRule(
      "article 12: an objection in time, signed and with evidence holds certification up until it is settled",
      """
      SELECT number AS offender FROM (
        SELECT application_id, number, stage, state, said, row_number() OVER (PARTITION BY application_id ORDER BY position) AS place
        FROM past WHERE kind = 'object') AS raised
      WHERE stage = 'certified' AND coalesce(said ->> '$.signedBy', '') <> '' AND coalesce(said ->> '$.evidence', '') <> ''
        AND said ->> '$.receivedOn' BETWEEN state ->> '$.closedNotice.issuedOn' AND state ->> '$.closedNotice.last'
        AND NOT EXISTS (SELECT 1 FROM past WHERE past.application_id = raised.application_id AND kind = 'settleObjection'
          AND past.said ->> '$._0' = place AND NOT past.said ->> '$.isUpheld')
      """),
    StandingRule(
      "article 12: an upheld objection ends its application, and nothing else does so in its name",
      """
      SELECT number AS offender FROM application WHERE (stage = 'objection_upheld') <> EXISTS (SELECT 1 FROM past
        WHERE application_id = application.id AND kind = 'settleObjection' AND said ->> '$.isUpheld')
      """),
    StandingRule(
      "article 9.7: no two centers have one name",
      "SELECT name AS offender FROM center WHERE status = 'active' GROUP BY name HAVING count(*) > 1"),
    StandingRule(
      "every step is linked to the chain, in order",
      """
      SELECT application_id || '/' || position AS offender FROM (
        SELECT application_id, position, link, row_number() OVER (PARTITION BY application_id ORDER BY position) AS place,
          lag(link) OVER (PARTITION BY application_id ORDER BY position) AS earlier FROM application_step)
      WHERE position <> place - 1 OR link <= earlier OR NOT EXISTS (SELECT 1 FROM audit WHERE seq = link)
      """),
  ]
}
