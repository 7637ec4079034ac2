extension StandingRule {
  /// Articles 12 and 25 to 28: what there is in each state of a round, and what is not there yet.
  static let states = [
    StandingRule(
      "25: nothing is fixed before settlement, and all of the registry after it",
      """
      SELECT year AS offender FROM round
      WHERE CASE WHEN state IN ('settled', 'published', 'closed')
        THEN department_id IS NULL AND (SELECT count(*) FROM roll WHERE roll.year = round.year) <> (SELECT count(*) FROM center)
        ELSE EXISTS (SELECT 1 FROM roll WHERE roll.year = round.year) OR EXISTS (SELECT 1 FROM result WHERE result.year = round.year) END
      """),
    StandingRule(
      "25: each state has its days and no others",
      """
      SELECT year || ' ' || state AS offender FROM round
      WHERE (settled_on IS NOT NULL) <> (state IN ('settled', 'published', 'closed'))
        OR (published_on IS NOT NULL) <> (state IN ('published', 'closed'))
        OR (notice_until IS NOT NULL) <> (state IN ('published', 'closed'))
        OR (closed_on IS NOT NULL) <> (state = 'closed') OR published_on < settled_on OR settled_on < opened_on
        OR julianday(notice_until) - julianday(published_on) < 5 OR closed_on <= notice_until OR (state = 'cancelled' AND reason = '')
      """),
    StandingRule(
      "25: objections come with the notice",
      """
      SELECT year || ' ' || number AS offender FROM round_objection JOIN round USING (year) JOIN roll USING (year, center_id)
      WHERE state NOT IN ('published', 'closed') OR standing NOT IN ('scored', 'pending', 'absent')
        OR number > (SELECT count(*) FROM round_objection AS other WHERE other.year = round.year)
      """),
    StandingRule(
      "25: only an upheld objection re-opens a center",
      """
      SELECT code || ' ' || year AS offender FROM fixed WHERE reopened IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM round_objection WHERE round_objection.year = fixed.year AND round_objection.center_id = fixed.center_id
          AND number = reopened AND (objection ->> '$.objection.settlement.isUpheld') = 1)
      UNION ALL
      SELECT center_id || ' ' || year FROM former_sheet WHERE NOT EXISTS (
        SELECT 1 FROM round_objection WHERE round_objection.year = former_sheet.year
          AND round_objection.center_id = former_sheet.center_id AND number = former_sheet.objection)
      """),
    StandingRule(
      "25: an upheld objection came in time, signed and with evidence",
      """
      SELECT year || ' ' || number AS offender FROM round_objection JOIN round USING (year)
      WHERE (objection ->> '$.objection.settlement.isUpheld') = 1 AND (
        (objection ->> '$.objection.filedOn') NOT BETWEEN published_on AND notice_until
        OR coalesce(objection ->> '$.objection.signedBy', '') = '' OR coalesce(objection ->> '$.objection.evidence', '') = '')
      """),
    StandingRule(
      "25: a closed round has nothing open",
      """
      SELECT code || ' ' || year AS offender FROM fixed WHERE state = 'closed' AND (standing = 'pending' OR reopened IS NOT NULL)
      UNION ALL
      SELECT year || ' ' || number FROM round_objection JOIN round USING (year)
      WHERE state = 'closed' AND (objection ->> '$.objection.settlement') IS NULL
        AND (objection ->> '$.objection.filedOn') BETWEEN published_on AND notice_until
        AND coalesce(objection ->> '$.objection.signedBy', '') <> '' AND coalesce(objection ->> '$.objection.evidence', '') <> ''
      """),
    StandingRule(
      "25: a cancelled round has neither material nor a sheet that was handed in",
      """
      SELECT year AS offender FROM round WHERE state = 'cancelled' AND (
        EXISTS (SELECT 1 FROM sheet WHERE sheet.year = round.year AND sheet.state = 'submitted')
        OR EXISTS (SELECT 1 FROM material WHERE material.year = round.year AND material.state <> 'none'))
      """),
  ]
}
