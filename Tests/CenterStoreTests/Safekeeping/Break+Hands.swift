extension Break {
  /// Ways in which another hand changes who did something, when, and to what; and what lets somebody in.
  static let hands = [
    Break(
      "users", object: "SELECT min(login) FROM expert",
      "UPDATE user SET ssh_keys = 'ssh-ed25519 AAAA' WHERE login = (SELECT min(login) FROM expert)"),
    Break("users", object: "SELECT 'admin'", "UPDATE user SET ssh_keys = 'ssh-ed25519 AAAA' WHERE login = 'admin'"),
    Break("users", object: "SELECT 'viewer'", "UPDATE user SET disabled_on = '2026-05-30' WHERE login = 'viewer'"),
    Break(
      "users", object: "SELECT min(login) FROM expert_former_employer",
      "DELETE FROM expert_former_employer WHERE login = (SELECT min(login) FROM expert_former_employer)"),
    Break("calls", object: "SELECT '2026'", "UPDATE call SET fields = '[\"化工\"]'"),
    Break("calls", object: "SELECT '2026'", "UPDATE call SET documents = 'x'"),
    Break(
      "steps", object: "SELECT number || '/' || position FROM application_step JOIN application ON application.id = application_id LIMIT 1",
      """
      UPDATE application_step SET login = 'viewer' WHERE (application_id, position) IN
        (SELECT application_id, position FROM application_step JOIN application ON application.id = application_id LIMIT 1)
      """),
    Break(
      "steps", object: "SELECT '2024/' || position FROM round_step WHERE year = 2024 AND step LIKE '{\"settle\"%'",
      "UPDATE round_step SET login = 'viewer' WHERE year = 2024 AND step LIKE '{\"settle\"%'"),
    Break(
      "steps", object: "SELECT number FROM matter JOIN matter_step ON matter.id = matter_id LIMIT 1",
      "UPDATE matter_step SET login = 'viewer'"),
    Break("steps", object: "SELECT '2026/' || min(login) FROM pledge WHERE year = 2026", "UPDATE pledge SET time = time - 86400000"),
    Break("steps", object: "SELECT 'call/2026/' || min(login) FROM call_pledge", "UPDATE call_pledge SET time = time - 86400000"),
    Break(
      "steps", object: sheetName, "UPDATE sheet SET submitted_at = submitted_at - 86400000 WHERE id = \(sheet)"),
    Break("steps", object: "SELECT number FROM matter LIMIT 1", "UPDATE matter SET begun_by = 'viewer'"),
    Break("steps", object: "SELECT max(number) FROM application", "UPDATE application SET applicant = 'viewer'"),
    Break(
      "steps", object: "SELECT number || '/' FROM application JOIN judgement ON application.id = application_id LIMIT 1",
      "UPDATE judgement SET subject = 'integration'"),
    Break(
      "steps",
      object:
        "SELECT year || '/' || center.code || '/' || fact_verdict.code FROM fact_verdict JOIN center ON center.id = center_id LIMIT 1",
      "UPDATE fact_verdict SET day = '2020-01-01'"),
    Break("steps", object: "SELECT '2024'", "UPDATE round SET closed_on = date(closed_on, '+1 day') WHERE year = 2024"),
    Break("steps", object: "SELECT '2026'", "UPDATE call SET published_on = '2020-01-01' WHERE year = 2026"),
    Break(
      "steps", object: "SELECT number FROM application WHERE id = 1", "UPDATE application SET host_id = 1 + (host_id = 1) WHERE id = 1"),
    Break(
      "steps",
      object: """
        SELECT year || '/' || position FROM round_step JOIN audit ON seq = round_step.link
        WHERE center_id IS NOT NULL AND change ->> '$.object' GLOB 'material/*/*' ORDER BY year, position LIMIT 1
        """,
      "UPDATE round_step SET center_id = 1 + (center_id = 1) WHERE center_id IS NOT NULL"),
    Break("matters", object: "SELECT number FROM matter LIMIT 1", "UPDATE matter SET subject = 'ground:request' || id"),
    Break(
      "keys", object: "SELECT 'committee_seat ' || employer FROM committee_seat ORDER BY id LIMIT 1",
      "UPDATE committee_seat SET employer_key = employer_key || 'x' WHERE id = (SELECT min(id) FROM committee_seat)"),
    Break("steps", object: "SELECT day FROM credit_check LIMIT 1", "UPDATE credit_check SET organization_id = organization_id + 1"),
    Break("steps", object: "SELECT '2020-01-02'", "UPDATE credit_check SET day = '2020-01-02'"),
    Break("steps", object: materialName, "UPDATE material SET submitted_on = date(submitted_on, '-1 day') WHERE year = 2024"),
    Break("steps", object: materialName, "UPDATE material SET reported_on = date(reported_on, '+1 day') WHERE year = 2024"),
    // What was put on file and is not there any more.
    Break(
      "duties", object: "SELECT code FROM duty_record JOIN center ON center.id = center_id WHERE duty_record.id = 1",
      "DELETE FROM duty_record WHERE id = 1"),
    Break(
      "duties", object: "SELECT code FROM committee_meeting JOIN center ON center.id = center_id WHERE committee_meeting.id = 1",
      "DELETE FROM committee_meeting WHERE id = 1"),
  ]
}
