import Regulation

/// Something that holds of a store at every moment, told by a query of its own that finds what breaks it: written from the regulation and
/// the tables, and never from the operations that it watches over.
struct StandingRule: Sendable {
  /// What holds.
  let name: String
  /// A query whose rows break it, each told by one text.
  let offenders: String

  init(_ name: String, _ offenders: String) {
    self.name = name
    self.offenders = offenders
  }

  /// Every rule.
  static let all = figures + states + people + duty

  /// One query for all rules: what is broken, and by what.
  static let everything =
    shared
    + all.map { "SELECT '\($0.name): ' || offender FROM (\($0.offenders))" }.joined(separator: "\nUNION ALL\n")

  /// What several rules speak of. Totals are summed and means rounded half up in whole hundredths: `(2 · sum + n) / (2 · n)`.
  private static let shared = """
    WITH weight(indicator, points) AS (VALUES \(weights)),
    total AS (
      SELECT sheet.year, center_id, login, sum(points) AS points FROM sheet JOIN score ON sheet_id = sheet.id
      WHERE state = 'submitted' GROUP BY sheet.id),
    former AS (
      SELECT year, center_id, objection, login, (SELECT sum(value) FROM json_each(former_sheet.points)) AS points FROM former_sheet),
    placed AS (
      SELECT year, center_id, NULL AS objection, points, count(*) OVER own AS sheets,
        row_number() OVER (own ORDER BY points, login) AS place
      FROM total WINDOW own AS (PARTITION BY year, center_id)
      UNION ALL
      SELECT year, center_id, objection, points, count(*) OVER own, row_number() OVER (own ORDER BY points, login)
      FROM former WINDOW own AS (PARTITION BY year, center_id, objection)),
    worked AS (
      SELECT year, center_id, objection, sheets, (2 * sum(points) + count(*)) / (2 * count(*)) AS score
      FROM placed JOIN round USING (year) WHERE method = 'mean' OR place BETWEEN 2 AND sheets - 1
      GROUP BY year, center_id, objection),
    fixed AS (
      SELECT round.*, roll.center_id, standing, reopened, code,
        (SELECT count(*) FROM total WHERE total.year = round.year AND total.center_id = roll.center_id) AS handed_in,
        (SELECT count(*) FROM sheet WHERE sheet.year = round.year AND sheet.center_id = roll.center_id) AS begun,
        EXISTS (SELECT 1 FROM material WHERE material.year = round.year AND material.center_id = roll.center_id
          AND material.state <> 'none') AS came_in
      FROM round JOIN roll USING (year) JOIN center ON center.id = roll.center_id),
    tie(center_id, login) AS (
      SELECT side.center_id, own.login
      FROM (
        SELECT id AS center_id, host_id AS organization_id FROM center
        UNION SELECT center_id, organization_id FROM center_co_builder) AS side
      JOIN called AS theirs ON theirs.id = side.organization_id JOIN called AS ours ON ours.name_key = theirs.name_key
      JOIN (SELECT login, employer_id AS organization_id FROM expert UNION SELECT login, organization_id FROM expert_former_employer) AS own
        ON own.organization_id = ours.id),
    called(id, name_key) AS (
      SELECT id, name_key FROM organization UNION SELECT organization_id, name_key FROM organization_alias),
    part AS (
      SELECT round.year, code, certified_on, status, deferral.link AS deferred, center.link AS registered, round.link AS stepped,
        round.department_id <> center.department_id AS is_others, kind, thing.link
      FROM (
        SELECT year, center_id, 'an assignment' AS kind, link FROM assignment
        UNION ALL SELECT year, center_id, 'a sheet', link FROM sheet
        UNION ALL SELECT year, center_id, 'points', max(score.link) FROM score JOIN sheet ON sheet.id = sheet_id GROUP BY sheet_id
        UNION ALL SELECT year, center_id, 'material', link FROM material WHERE state <> 'none' OR declared_on IS NOT NULL
        UNION ALL SELECT year, center_id, 'figures', max(link) FROM fact GROUP BY year, center_id) AS thing
      JOIN round ON round.year = thing.year AND round.state IN ('announced', 'scoring')
      JOIN center ON center.id = thing.center_id LEFT JOIN deferral ON deferral.year = thing.year AND deferral.center_id = thing.center_id)

    """

  private static let weights: String = {
    let system = try? IndicatorSystem.standard.get()
    return IndicatorCode.all.map { "('\($0)', \(system?[$0].fullPoints.hundredths ?? -1))" }.joined(separator: ", ")
  }()
}
