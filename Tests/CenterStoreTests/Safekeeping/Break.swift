import Testing

/// One invariant, broken once by another hand that knows SQL and stops at no constraint.
struct Break: Sendable, CustomTestStringConvertible {
  /// The invariant.
  let check: String
  /// What else is then found, since it says the same of the store in another way.
  let also: Set<String>
  /// What names the thing that is broken, asked before.
  let object: String
  /// How.
  let sql: String

  init(_ check: String, also: Set<String> = [], object: String, _ sql: String) {
    self.check = check
    self.also = also
    self.object = object
    self.sql = sql
  }

  var testDescription: String { check }

  // MARK: - What is broken

  private static let center = "(SELECT min(id) FROM center)"
  private static let code = "SELECT min(code) FROM center WHERE id = \(center)"
  private static let certified = "(SELECT state ->> '$.state.certified._0.code' FROM application WHERE stage = 'certified' LIMIT 1)"
  private static let result = "(SELECT center_id FROM result WHERE year = 2024 ORDER BY score DESC LIMIT 1)"
  private static let resultName = "SELECT '2024/' || code FROM center WHERE id = \(result)"
  private static let material = "(SELECT center_id FROM material WHERE year = 2024 AND state = 'reported' ORDER BY center_id LIMIT 1)"
  static let materialName = "SELECT '2024/' || code FROM center WHERE id = \(material)"
  static let sheet = "(SELECT min(id) FROM sheet WHERE year = 2026 AND state = 'submitted')"
  static let sheetName =
    "SELECT '2026/' || code || '/' || login FROM sheet JOIN center ON center.id = center_id WHERE sheet.id = \(sheet)"
  /// A center of which nothing was written since experts were assigned to it.
  private static let assigned = """
    (SELECT min(center_id) FROM assignment JOIN center ON center.id = center_id WHERE year = 2026 AND center.link < assignment.link)
    """
  /// An active center that was there before another was certified.
  private static let older = """
    (SELECT min(id) FROM center WHERE status = 'active' AND link < (SELECT min(link) FROM application WHERE stage = 'certified'))
    """
  private static let last = "(SELECT center_id FROM result WHERE year = 2024 ORDER BY score LIMIT 1)"

  /// Every invariant once, and some in several ways.
  static let all = files + registry + rounds + sheets + results + forms + applications + matters + behindTheBack + hands

  private static let files = [
    Break(
      "file", also: ["centers"], object: "SELECT ''",
      "PRAGMA ignore_check_constraints = ON; UPDATE center SET status = 'lost' WHERE id = \(center)"),
    Break("schema", object: "SELECT 'mine'", "CREATE TABLE mine(x)"),
    Break("references", object: "SELECT 'preference'", "INSERT INTO preference VALUES ('nobody', 'theme', 'dark')"),
    Break("chain", object: "SELECT '3'", "UPDATE audit SET login = 'nobody' WHERE seq = 3"),
    Break(
      "documents", object: "SELECT '2022/' || code FROM attachment JOIN center ON center.id = center_id WHERE attachment.id = 1",
      "UPDATE attachment SET size = 7 WHERE id = 1"),
    Break("names", object: code, "DELETE FROM center_name WHERE center_id = \(center)"),
    Break("chain-end", object: "SELECT 'department'", "UPDATE department SET link = 99999999 WHERE id = 1"),
    Break(
      "steps", object: "SELECT '2024/' || position FROM round_step WHERE year = 2024 AND step LIKE '{\"settle\"%'",
      "UPDATE round_step SET step = '{\"resume\":{}}' WHERE year = 2024 AND step LIKE '{\"settle\"%'"),
    Break(
      "days", object: "SELECT 'material 2024'", "UPDATE material SET since = '2026-13-01' WHERE year = 2024 AND center_id = \(material)"),
  ]

  private static let registry = [
    Break("centers", object: code, "UPDATE center SET field = '另一领域' WHERE id = \(center)"),
    Break(
      "organizations", object: "SELECT name FROM organization WHERE id = 1",
      "UPDATE organization SET county = '别处' WHERE id = 1"),
    Break("reorganised", object: "SELECT \(certified)", "UPDATE center SET status = 'reorganised' WHERE code = \(certified)"),
    Break("revoked", object: "SELECT \(certified)", "UPDATE center SET status = 'revoked' WHERE code = \(certified)"),
    Break(
      "one-name", also: ["centers"], object: "SELECT \(certified)",
      """
      UPDATE center SET name = (SELECT name FROM center WHERE code = \(certified)) WHERE id = \(older);
      UPDATE center_name SET key = (SELECT key FROM center_name WHERE center_id = (SELECT id FROM center WHERE code = \(certified)))
      WHERE center_id = \(older)
      """),
    Break("terms", object: "SELECT 'field/新材料'", "UPDATE term SET english = 'Other materials' WHERE name = '新材料'"),
    Break("fields", object: "SELECT '现代农业'", "DELETE FROM term WHERE name = '现代农业'"),
    Break("users", object: "SELECT 'bureau'", "UPDATE user SET ssh_keys = 'ssh-ed25519 AAAA' WHERE login = 'bureau'"),
    Break(
      "roles", also: ["users"], object: "SELECT min(login) FROM user WHERE role = 'department'",
      "UPDATE user SET department_id = NULL WHERE login = (SELECT min(login) FROM user WHERE role = 'department')"),
    Break(
      "declarations", object: "SELECT code || '/' || login FROM conflict JOIN center ON center.id = center_id LIMIT 1",
      "UPDATE conflict SET reason = '无'"),
  ]

  private static let rounds = [
    Break("rounds", object: "SELECT '2024'", "UPDATE round SET minimum_sheets = 1 WHERE year = 2024"),
    Break("round-states", object: "SELECT '2026'", "UPDATE round SET state = 'announced' WHERE year = 2026"),
    Break("round-days", also: ["steps"], object: "SELECT '2024'", "UPDATE round SET closed_on = published_on WHERE year = 2024"),
    Break(
      "round-gaps", also: ["rounds"], object: "SELECT '2027'",
      """
      INSERT INTO round(year, state, method, minimum_sheets, table_version, opened_on, link)
      SELECT 2027, 'announced', method, minimum_sheets, table_version, '2026-05-31', link FROM round WHERE year = 2026
      """),
    Break(
      "assignments", object: "SELECT '2026/' || code FROM center WHERE id = \(assigned)",
      "UPDATE assignment SET origin = 'hand' WHERE year = 2026 AND center_id = \(assigned)"),
    Break(
      "recusals", also: ["users"], object: "SELECT '2026/' || code FROM center WHERE id = \(assigned)",
      """
      UPDATE expert SET employer_id = (SELECT host_id FROM center WHERE id = \(assigned))
      WHERE login = (SELECT min(login) FROM assignment WHERE year = 2026 AND center_id = \(assigned))
      """),
    Break("due", object: resultName, "INSERT INTO deferral VALUES (2024, \(result), '缓评', 1)"),
  ]

  private static let sheets = [
    Break("weights", also: ["scores"], object: sheetName, "UPDATE score SET points = 9000 WHERE sheet_id = \(sheet) AND indicator = '1.1'"),
    Break("scores", object: sheetName, "UPDATE score SET comment = '改过的评语' WHERE sheet_id = \(sheet) AND indicator = '1.1'"),
    Break("sheets", object: sheetName, "UPDATE sheet SET state = 'draft', submitted_at = NULL WHERE id = \(sheet)"),
    Break("whole-sheets", also: ["scores"], object: sheetName, "DELETE FROM score WHERE sheet_id = \(sheet) AND indicator = '1.1'"),
    Break(
      "pledges", also: ["declarations"], object: sheetName,
      "DELETE FROM pledge WHERE year = 2026 AND login = (SELECT login FROM sheet WHERE id = \(sheet))"),
    Break("groups", object: resultName, "INSERT INTO group_opinion VALUES (2024, \(result), '同意', 1)"),
  ]

  private static let results = [
    Break(
      "figures", object: "SELECT '2024/' || code FROM center WHERE id = \(last)",
      "UPDATE result SET score = score - 1 WHERE year = 2024 AND center_id = \(last)"),
    Break(
      "grades", also: ["history"],
      object: "SELECT '2020/' || code FROM result JOIN center ON center.id = center_id WHERE year = 2020 LIMIT 1",
      "UPDATE result SET grade = CASE grade WHEN 'excellent' THEN 'qualified' ELSE 'excellent' END WHERE year = 2020"),
    Break("ranks", object: resultName, "UPDATE result SET rank = 99 WHERE year = 2024 AND center_id = \(result)"),
    Break("enough", also: ["figures"], object: resultName, "UPDATE result SET sheets = 1 WHERE year = 2024 AND center_id = \(result)"),
    Break("rolls", object: resultName, "UPDATE roll SET standing = 'absent' WHERE year = 2024 AND center_id = \(result)"),
    Break(
      "history",
      object: "SELECT '2020/' || code FROM result JOIN center ON center.id = center_id WHERE year = 2020 ORDER BY score DESC LIMIT 1",
      """
      UPDATE result SET score = score + 1
      WHERE year = 2020 AND center_id = (SELECT center_id FROM result WHERE year = 2020 ORDER BY score DESC LIMIT 1)
      """),
    Break(
      "objections", object: "SELECT '2024/1'",
      """
      INSERT INTO round_objection VALUES (2024, 1, \(result), json_object('center', (SELECT code FROM center WHERE id = \(result)),
        'objection', json('{"number":1,"filedOn":"2020-01-01","grounds":"有误","settlement":\
      {"isUpheld":true,"reason":"属实","on":"2024-12-01"}}')), 1)
      """),
    Break(
      "incentives",
      object: "SELECT '2024/' || code FROM center WHERE id = \(last)",
      """
      INSERT INTO incentive VALUES (2024, (SELECT center_id FROM result WHERE year = 2024 ORDER BY score LIMIT 1), 'subsidy', '已补助',
        '2026-01-01', 1)
      """),
  ]

  private static let forms = [
    Break(
      "facts", object: "SELECT '2024/' || code FROM center WHERE id = \(material)",
      "UPDATE fact SET value = value || '0' WHERE year = 2024 AND center_id = \(material) AND code = '1.1.a'"),
    Break(
      "material", object: materialName,
      "UPDATE material SET state = 'returned', reason = '补正', reported_on = NULL WHERE year = 2024 AND center_id = \(material)"),
    Break("reports", object: materialName, "UPDATE material SET submitted_on = NULL WHERE year = 2024 AND center_id = \(material)"),
    Break(
      "attachments", object: "SELECT title FROM attachment WHERE id = 1", "UPDATE attachment SET location = '别处' WHERE id = 1"),
  ]

  private static let applications = [
    Break("calls", object: "SELECT '2026'", "UPDATE call SET minimum_experts = 1 WHERE year = 2026"),
    Break(
      "application-states", object: "SELECT number FROM application WHERE stage = 'withdrawn'",
      "UPDATE application SET state = json_set(state, '$.state', json('{\"draft\":{}}')), stage = 'draft' WHERE stage = 'withdrawn'"),
    Break(
      "application-forms", object: "SELECT number FROM application WHERE stage = 'draft' LIMIT 1",
      "UPDATE application SET name = '另一名称' WHERE stage = 'draft'"),
    Break(
      "recommended", also: ["application-forms"], object: "SELECT number FROM application WHERE stage = 'recommended' LIMIT 1",
      "UPDATE application SET form = json_set(form, '$.fixedStaff', 3) WHERE stage = 'recommended'"),
    Break(
      "opinions",
      object:
        "SELECT number FROM application JOIN application_expert ON application.id = application_id WHERE stage = 'reviewing' AND is_submitted LIMIT 1",
      "UPDATE application_expert SET is_submitted = 0 WHERE application_id IN (SELECT id FROM application WHERE stage = 'reviewing')"),
    Break(
      "reviews",
      object: "SELECT number FROM application JOIN application_expert ON application.id = application_id WHERE opinion <> '' LIMIT 1",
      "DELETE FROM call_pledge"),
    Break(
      "certified", object: "SELECT number FROM application WHERE stage = 'certified' LIMIT 1",
      "UPDATE center SET code = 'YS0000-000' WHERE code = \(certified)"),
  ]

  private static let matters = [
    Break(
      "matters", object: "SELECT number FROM matter WHERE kind = 'change' AND stage = 'filed'",
      "UPDATE matter SET stage = 'withdrawn', is_open = 0 WHERE kind = 'change' AND stage = 'filed'"),
    Break(
      "changes", also: ["matters"], object: "SELECT number FROM matter WHERE kind = 'change' AND stage = 'forwarded'",
      """
      UPDATE matter SET state = json_set(state, '$.state', json('{"applied":{"_0":{"on":"2026-05-30","document":"","old":[]}}}')),
        stage = 'applied', is_open = 0 WHERE kind = 'change' AND stage = 'forwarded'
      """),
    Break(
      "directors", also: ["matters"], object: "SELECT number FROM matter WHERE stage = 'noted'",
      "UPDATE matter SET state = json_set(state, '$.decision.on', '2020-01-01') WHERE stage = 'noted'"),
    Break(
      "grounds", also: ["matters", "revoked"], object: "SELECT number FROM matter WHERE kind = 'revocation' AND stage = 'proposed'",
      """
      UPDATE matter SET state = json_set(state, '$.state', json('{"decided":{"_0":{"on":"2026-05-30","reason":"属实","document":""}}}')),
        stage = 'decided', is_open = 1 WHERE kind = 'revocation' AND stage = 'proposed'
      """),
    Break(
      "duties", object: "SELECT code FROM duty_record JOIN center ON center.id = center_id WHERE duty_record.id = 1",
      "UPDATE duty_record SET text = '改过' WHERE id = 1"),
    Break(
      "committees",
      object: "SELECT code || '/' || committee FROM committee_seat JOIN center ON center.id = center_id WHERE committee_seat.id = 1",
      "UPDATE committee_seat SET employer = '别处', employer_key = '别处' WHERE id = 1"),
    Break(
      "duty-records", also: ["committees"],
      object: "SELECT code || ' ' || committee FROM committee_seat JOIN center ON center.id = center_id WHERE committee_seat.id = 1",
      "UPDATE committee_seat SET until = '1999-01-01' WHERE id = 1"),
  ]
}
