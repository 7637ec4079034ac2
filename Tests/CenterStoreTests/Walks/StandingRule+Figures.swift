extension StandingRule {
  /// Articles 25 and 28: what a figure is, and what follows from it.
  static let figures = [
    StandingRule(
      "25: a figure is the mean of the sheets handed in, rounded half up",
      """
      SELECT code || ' ' || fixed.year || ' has ' || result.score || ', its sheets come to ' || coalesce(worked.score, 'nothing')
        AS offender
      FROM fixed JOIN result USING (year, center_id)
      LEFT JOIN worked ON worked.year = fixed.year AND worked.center_id = fixed.center_id AND objection IS NULL
      WHERE reopened IS NULL AND (worked.score IS NOT result.score OR worked.sheets IS NOT result.sheets)
      """),
    StandingRule(
      "25: the figure of a re-opened center is that of the sheets that are kept",
      """
      SELECT code || ' ' || fixed.year || ' has ' || result.score || ', the kept ones come to ' || coalesce(worked.score, 'nothing')
        AS offender
      FROM fixed JOIN result USING (year, center_id)
      LEFT JOIN worked ON worked.year = fixed.year AND worked.center_id = fixed.center_id AND objection = reopened
      WHERE reopened IS NOT NULL AND worked.score IS NOT result.score
      """),
    StandingRule(
      "25: a figure that was taken away is that of the sheets that are kept",
      """
      SELECT result.center_id || ' ' || result.year || ' had ' || entry.value AS offender
      FROM result JOIN json_each(iif(replaced = '', '[]', replaced)) AS entry
      LEFT JOIN worked ON worked.year = result.year AND worked.center_id = result.center_id AND objection = entry.value ->> '$.objection'
      WHERE (entry.value ->> '$.score') IS NOT NULL AND replace(entry.value ->> '$.score', '.', '') + 0 IS NOT worked.score
      """),
    StandingRule(
      "28: 优秀 from 90.00, 合格 from 60.00",
      """
      SELECT center_id || ' ' || year AS offender FROM result
      WHERE grade <> CASE WHEN score >= 9000 THEN 'excellent' WHEN score >= 6000 THEN 'qualified' ELSE 'unqualified' END
      """),
    StandingRule(
      "25: a rank is one more than how many are better",
      """
      SELECT center_id || ' ' || year AS offender FROM result
      WHERE rank IS NOT 1 + (SELECT count(*) FROM result AS other WHERE other.year = result.year AND other.score > result.score)
      """),
    StandingRule(
      "25: a figure has enough sheets",
      """
      SELECT code || ' ' || year AS offender FROM fixed JOIN result USING (year, center_id)
      WHERE result.sheets < minimum_sheets OR (method = 'trimmed' AND result.sheets < 5) OR standing <> 'scored'
      UNION ALL
      SELECT code || ' ' || year FROM fixed LEFT JOIN result USING (year, center_id)
      WHERE CASE standing WHEN 'scored' THEN result.score IS NULL
        WHEN 'pending' THEN state = 'settled' AND handed_in >= minimum_sheets ELSE 0 END
      """),
    StandingRule(
      "30(2): who is absent has no sheet and no material",
      """
      SELECT code || ' ' || year AS offender FROM fixed
      WHERE standing = 'absent' AND (came_in OR begun > 0 AND reopened IS NULL)
        OR standing = 'pending' AND NOT came_in AND begun = 0 AND state IN ('published', 'closed')
      """),
  ]
}
