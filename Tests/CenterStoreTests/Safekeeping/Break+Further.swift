extension Break {
  /// Further ways in which another hand breaks what one invariant says.
  static let behindTheBack = [
    Break(
      "attachments", object: "SELECT title FROM attachment WHERE id = 1",
      "UPDATE attachment SET title = '另一附件', title_key = '另一附件' WHERE id = 1"),
    Break(
      "attachments", object: "SELECT title FROM attachment WHERE id = (SELECT min(attachment_id) FROM attachment_proof)",
      "DELETE FROM attachment_proof WHERE attachment_id = (SELECT min(attachment_id) FROM attachment_proof)"),
    Break(
      "attachments", object: "SELECT title FROM attachment WHERE id = 2",
      "DELETE FROM attachment_proof; DELETE FROM attachment WHERE id = 2"),
    Break(
      "facts",
      object: "SELECT year || '/' || center.code || '/' || fact_verdict.code FROM fact_verdict JOIN center ON center.id = center_id",
      """
      DELETE FROM fact_verdict WHERE (year, center_id, code) IN
        (SELECT year, center_id, fact_verdict.code FROM fact_verdict JOIN center ON center.id = center_id LIMIT 1)
      """),
    Break(
      "organizations", also: ["keys"], object: "SELECT '改名公司'",
      "UPDATE organization SET name = '改名公司' WHERE id = (SELECT host_id FROM center WHERE id = (SELECT min(id) FROM center))"),
    Break(
      "organizations", object: "SELECT organization.name FROM center JOIN organization ON organization.id = host_id WHERE center.id = 1",
      """
      UPDATE organization SET kind = CASE kind WHEN 'institute' THEN 'university' ELSE 'institute' END
      WHERE id = (SELECT host_id FROM center WHERE id = 1)
      """),
    Break(
      "passwords", also: ["users"], object: "SELECT 'bureau'",
      "INSERT INTO credential VALUES ('bureau', 'password', '2026-05-30', NULL, 1, 1, 1, zeroblob(16), zeroblob(32), 1)"),
    Break("departments", object: "SELECT name FROM department WHERE id = 1", "UPDATE department SET jurisdiction = '别处' WHERE id = 1"),
    Break(
      "organizations", object: "SELECT name FROM organization WHERE id = 2",
      "INSERT INTO organization_alias(organization_id, position, name, name_key) VALUES (2, 9, '别名', '别名')"),
    Break("rounds", object: "SELECT '2024'", "UPDATE round SET agency_id = 1 WHERE year = 2024"),
    Break(
      "proofs",
      object: "SELECT '2024/' || code || '/A' FROM center WHERE id = (SELECT min(center_id) FROM sheet_commitment WHERE year = 2024)",
      """
      UPDATE sheet_commitment SET points = replace(points, '[', '[1') WHERE year = 2024 AND alias = 'A'
        AND center_id = (SELECT min(center_id) FROM sheet_commitment WHERE year = 2024)
      """),
    Break(
      "proofs", object: "SELECT '2024'",
      "DELETE FROM sheet_commitment WHERE center_id = (SELECT min(center_id) FROM sheet_commitment WHERE year = 2024)"),
    Break("rounds", object: "SELECT '2024'", "UPDATE round SET department_id = 1 WHERE year = 2024"),
    Break(
      "attendance", object: "SELECT '2026/2026-05-30/' || min(login) FROM expert",
      "INSERT INTO attendance(year, day, login, is_present, link) SELECT 2026, '2026-05-30', min(login), 1, 1 FROM expert"),
    Break(
      "released", object: "SELECT '2024/' || code FROM center WHERE id = 1",
      """
      INSERT INTO released(year, center_id, login, reason, day, link)
      SELECT 2024, 1, min(login), '本人请辞', '2024-05-30', 1 FROM expert
      """),
    Break(
      "requests", object: "SELECT code FROM center WHERE id = 1",
      """
      INSERT INTO recusal_request(center_id, person_key, employer_key, person, employer, reason, day, link)
      VALUES (1, '某人', '', '某人', '', '有过节', '2026-05-30', 1)
      """),
    Break(
      "recusals", also: ["requests"], object: "SELECT '2026/' || code FROM center WHERE id = \(assignedSince)",
      """
      INSERT INTO recusal_request(center_id, person_key, employer_key, person, employer, reason, day, link)
      SELECT center_id, name, '', name, '', '有过节', '2026-05-30', 1 FROM assignment JOIN user USING (login)
      WHERE year = 2026 AND center_id = \(assignedSince) ORDER BY login LIMIT 1
      """),
    Break(
      "recusals", also: ["committees"], object: "SELECT '2026/' || code FROM center WHERE id = \(assignedSince)",
      """
      INSERT INTO committee_seat(center_id, committee, name, employer, employer_key, office, since, origin, link)
      SELECT center_id, 'advisory', name, '', '', '', '2024-01-01', 'staff', 1 FROM assignment JOIN user USING (login)
      WHERE year = 2026 AND center_id = \(assignedSince) ORDER BY login LIMIT 1
      """),
    Break(
      "recusals", also: ["application-states"],
      object: "SELECT '2026/' || code FROM center WHERE id = \(assignedSince)",
      """
      UPDATE application SET
        form = json_set(form, '$.coBuilders', json_array(json_object('name', '某所', 'agreement', json('{"unknown":{}}'), 'people', json_array(
          (SELECT name FROM assignment JOIN user USING (login) WHERE year = 2026 AND center_id = \(assignedSince) ORDER BY login LIMIT 1))))),
        state = json_set(state, '$.state.certified._0.code', (SELECT code FROM center WHERE id = \(assignedSince))), link = 1
      WHERE stage = 'certified'
      """),
  ]

  private static let assignedSince = "(SELECT min(center_id) FROM assignment WHERE year = 2026)"
}
