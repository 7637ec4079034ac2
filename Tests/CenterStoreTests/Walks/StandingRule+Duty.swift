extension StandingRule {
  /// Articles 5(3), 26 and 27: who has to take part, and who has not.
  static let duty = [
    StandingRule(
      "26: who is not yet two years certified has no part in a round",
      "SELECT code || ' ' || year || ' has ' || kind AS offender FROM part WHERE year - substr(certified_on, 1, 4) < 2"),
    StandingRule(
      "26: after a center was deferred nothing more is done with it",
      "SELECT code || ' ' || year || ' has ' || kind AS offender FROM part WHERE link > deferred"),
    StandingRule(
      "26: after a center was revoked or reorganised nothing more is done with it",
      "SELECT code || ' ' || year || ' has ' || kind AS offender FROM part WHERE status <> 'active' AND link > registered"),
    StandingRule(
      "5(3), 26: a department’s round is about its own centers, and those that took part before they went",
      """
      SELECT code || ' ' || year || ' has ' || kind AS offender FROM part WHERE is_others AND link > max(registered, stepped)
        AND NOT EXISTS (
          SELECT 1 FROM audit WHERE seq < registered AND (act = 'import.scores'
            OR act IN ('sheet.score', 'sheet.enter', 'sheet.submit') AND change LIKE '{"object":"%/' || year || '/' || code || '/%'
            OR act IN ('material.submit', 'material.enter') AND change LIKE '{"object":"material/' || year || '/' || code || '"%'))
      """),
    StandingRule(
      "26: who was exempt at settlement has no figure",
      """
      SELECT code || ' ' || year AS offender FROM fixed LEFT JOIN result USING (year, center_id)
      WHERE standing NOT IN ('scored', 'pending', 'absent') AND (score IS NOT NULL OR reopened IS NOT NULL)
      """),
    StandingRule(
      "27: a report came by its last day, or was admitted late",
      """
      SELECT center_id || ' ' || year AS offender FROM material JOIN round USING (year)
      WHERE reported_on > report_by AND admitted NOT LIKE '%report%'
        OR (material.state = 'reported') <> (reported_on IS NOT NULL) OR (material.state = 'none') <> (submitted_on IS NULL)
      """),
  ]
}
