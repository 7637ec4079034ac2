extension StandingRule {
  /// 回避 and article 25: who scores what.
  static let people = [
    StandingRule(
      "回避: who works or worked for a center’s host or co-builder has no part in it",
      """
      SELECT login || ' ' || center_id AS offender FROM tie JOIN assignment USING (center_id, login)
      UNION ALL SELECT login || ' ' || center_id FROM tie JOIN sheet USING (center_id, login)
      """),
    StandingRule(
      "回避: after a conflict was declared nobody is assigned, and nothing is written or handed in",
      """
      SELECT assignment.login || ' ' || center_id AS offender FROM conflict JOIN assignment USING (center_id, login)
      WHERE assignment.link > conflict.link
      UNION ALL
      SELECT login || ' ' || center_id FROM conflict JOIN sheet USING (center_id, login)
      WHERE sheet.link > conflict.link OR EXISTS (SELECT 1 FROM score WHERE sheet_id = sheet.id AND score.link > conflict.link)
      """),
    StandingRule(
      "回避: whom a host asked to step aside is not assigned to its center after, and writes nothing of it but where they were before",
      """
      WITH asked AS (
        SELECT center_id, login, recusal_request.link AS link FROM recusal_request JOIN user ON user.name = person JOIN expert USING (login))
      SELECT assignment.login || ' ' || asked.center_id AS offender FROM asked JOIN assignment USING (center_id, login)
      WHERE assignment.link > asked.link
      UNION ALL
      SELECT asked.login || ' ' || asked.center_id FROM asked JOIN sheet USING (center_id, login)
      LEFT JOIN assignment ON assignment.year = sheet.year AND assignment.center_id = sheet.center_id AND assignment.login = sheet.login
      WHERE sheet.link > asked.link AND coalesce(assignment.link, asked.link) >= asked.link
      """),
    StandingRule(
      "25: a sheet is of somebody to whom the center is assigned",
      "SELECT login || ' ' || center_id AS offender FROM sheet LEFT JOIN assignment USING (year, center_id, login) WHERE origin IS NULL"),
    StandingRule(
      "25: a sheet that was handed in is whole, and no points lie above the weight",
      """
      SELECT login || ' ' || center_id || ' ' || year AS offender FROM sheet
      WHERE (state = 'submitted') <> (submitted_at IS NOT NULL)
        OR state = 'submitted' AND 19 <> (SELECT count(points) FROM score WHERE sheet_id = sheet.id)
      UNION ALL
      SELECT sheet_id || ' ' || indicator FROM score JOIN weight USING (indicator) WHERE score.points NOT BETWEEN 0 AND weight.points
      """),
    StandingRule(
      "回避: who scores has given the pledge",
      """
      SELECT login || ' ' || year AS offender FROM sheet LEFT JOIN pledge USING (year, login) WHERE entered_by = '' AND pledge.time IS NULL
      """),
    StandingRule(
      "25: a panel has one leader at most, and who was let go is not drawn again",
      """
      SELECT center_id || ' ' || year AS offender FROM assignment GROUP BY year, center_id HAVING sum(is_leader) > 1
      UNION ALL SELECT login || ' ' || center_id FROM assignment JOIN released USING (year, center_id, login) WHERE origin = 'draw'
      """),
    StandingRule(
      "25: whoever handed a sheet in that counted has a number, and no two have the same",
      """
      SELECT login || ' ' || year AS offender FROM total JOIN round USING (year) LEFT JOIN expert_alias USING (year, login)
      WHERE state IN ('settled', 'closed') AND number IS NULL
      UNION ALL
      SELECT year || ' ' || number FROM expert_alias GROUP BY year, number HAVING count(*) > 1
      """),
    StandingRule(
      "A step is on file under who took it",
      "SELECT year || ' ' || position AS offender FROM round_step LEFT JOIN audit ON seq = link WHERE audit.login IS NOT round_step.login"),
  ]
}
