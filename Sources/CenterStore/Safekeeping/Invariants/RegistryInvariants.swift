import GRDB
import Wording

extension DoctorFinding.Check {
  /// Centers, held against the chain (articles 4, 12, 31).
  public static let centers: Self = "centers"
  /// Organizations, held against the chain (articles 5, 6).
  public static let organizations: Self = "organizations"
  /// Departments, held against the chain (article 5).
  public static let departments: Self = "departments"
  /// That the day of a record is a day.
  public static let days: Self = "days"
  /// That a center reorganised away went on in another (article 4(5)).
  public static let reorganised: Self = "reorganised"
  /// That a revoked center was revoked by a decision, or came in so (article 30).
  public static let revoked: Self = "revoked"
  /// That no center was certified under an active one's name (article 9.7).
  public static let oneName: Self = "one-name"
}

extension Invariant {
  /// What holds of the registry.
  static let registry = [
    Invariant(
      .centers, "4(5)", "12", "31",
      must: Phrase(zh: "中心的登记事项与审计链所记一致", en: "centers stand in the registry as the chain says"),
      .chain([
        KeptSubject(
          "center/*",
          [
            "name", .names("host"), "host_kind", .names("co_builders"), .names("department"), "field", "certified_on", "status", "director",
            "former_names",
          ],
          isAlwaysLinked: false, sql: centerRows)
      ])),
    Invariant(
      .organizations, "5", "6",
      must: Phrase(zh: "单位的登记事项与审计链所记一致", en: "organizations are as the chain says"), .rows(OrganizationReplay.faults)),
    Invariant(
      .departments, "5", must: Phrase(zh: "部门的登记事项与审计链所记一致", en: "departments are as the chain says"),
      .chain([
        KeptSubject(
          "department/**", ["kind", "jurisdiction"], isAlwaysLinked: false, isAlwaysKept: false,
          sql: "SELECT 'department/' || name, kind, jurisdiction FROM department")
      ])),
    Invariant(.days, must: Phrase(zh: "日期都是真实的日期", en: "every day on file is a day of the calendar"), .rows(impossibleDays)),
    Invariant(
      .reorganised, "4(5)",
      must: Phrase(zh: "重组撤并的中心有承接的中心", en: "a center that was reorganised away went on in another"),
      sql: """
        SELECT code, 0 FROM center JOIN audit ON seq = center.link WHERE status = 'reorganised' AND act IN ('application.step', 'center.reorganise')
          AND id NOT IN (SELECT center_id FROM reorganised)
        UNION ALL
        SELECT code, 1 FROM reorganised JOIN center ON center.id = center_id WHERE status = 'active'
        UNION ALL
        SELECT code, 2 FROM reorganised JOIN reorganisation ON reorganisation.id = reorganisation_id JOIN center ON center.id = center_id
        WHERE center_id = successor_id
        """
    ) { row in
      switch row.text(1) {
      case "0": Phrase(zh: "已重组，但没有承接的中心", en: "is reorganised, and no center goes on in its place")
      case "1": Phrase(zh: "已并入其他中心，仍登记为在册", en: "went on in another center, and is active still")
      default: Phrase(zh: "由自己承接", en: "goes on in itself")
      }
    },
    Invariant(
      .revoked, "30",
      must: Phrase(
        zh: "撤销的中心有撤销决定，决定撤销的不再在册", en: "who is revoked was revoked by a decision, and who a decision revokes is active no more"),
      sql: """
        SELECT code, 0 FROM center JOIN audit ON seq = center.link WHERE status = 'revoked' AND act IN ('application.step', 'revocation.step')
          AND id NOT IN (SELECT center_id FROM matter WHERE kind = 'revocation' AND stage IN ('decided', 'published'))
        UNION ALL
        SELECT code, 1 FROM matter JOIN center ON center.id = center_id
        WHERE kind = 'revocation' AND stage IN ('decided', 'published') AND status = 'active'
        """
    ) { row in
      row.text(1) == "0"
        ? Phrase(zh: "已撤销，但没有撤销决定", en: "is revoked, and no decision says so")
        : Phrase(zh: "已决定撤销，仍登记为在册", en: "was revoked by a decision, and is active still")
    },
    Invariant(
      .oneName, "9.7",
      must: Phrase(zh: "认定的中心不与在册中心同名", en: "no center was certified under the name of an active one"),
      sql: """
        SELECT own.code, other.code FROM application
        JOIN center AS own ON own.code = application.state ->> '$.state.certified._0.code'
        JOIN center_name AS mine ON mine.center_id = own.id JOIN center_name AS theirs ON theirs.key = mine.key AND theirs.center_id <> own.id
        JOIN center AS other ON other.id = theirs.center_id
        WHERE application.stage = 'certified' AND json_valid(application.state) AND own.link = application.link
          AND own.status = 'active' AND other.status = 'active' AND other.link < application.link
          AND NOT EXISTS (SELECT 1 FROM judgement WHERE application_id = application.id)
        """
    ) { row in
      Phrase(zh: "与在册的 \(row.text(1)) 同名", en: "bears the name of \(row.text(1)), which was active")
    },
  ]

  /// The kind of a host where the link that wrote the center wrote it too: later ones may have said another. Host, department and co-builders by the keys of their names. A host that was renamed since goes by its former names as well; where the
  /// organization itself was written later, the chain of the center does not tell how it is called.
  private static let centerRows = """
    SELECT 'center/' || code, name,
      (SELECT CASE WHEN organization.link > center.link THEN NULL ELSE name_key || coalesce(
        (SELECT char(1) || group_concat(name_key, char(1)) FROM organization_alias WHERE organization_id = host_id), '') END
        FROM organization WHERE organization.id = host_id),
      (SELECT kind FROM organization WHERE organization.id = host_id AND organization.link = center.link),
      (SELECT CASE WHEN max(link) > center.link THEN NULL ELSE coalesce(group_concat(name_key, ';'), '') END FROM
        (SELECT name_key, link FROM center_co_builder JOIN organization ON organization.id = organization_id
         WHERE center_id = center.id ORDER BY position)),
      (SELECT name_key FROM department WHERE department.id = department_id),
      field, certified_on, status, director,
      coalesce((SELECT group_concat(name, ';') FROM
        (SELECT name FROM center_former_name WHERE center_id = center.id ORDER BY position)), '')
    FROM center
    """

  /// The days of the store: where they stand, and what names the row.
  private static let dayColumns: [(table: String, column: String, object: String)] = [
    ("center", "certified_on", "code"), ("round", "opened_on", "year"), ("round", "settled_on", "year"), ("round", "published_on", "year"),
    ("round", "notice_until", "year"), ("round", "closed_on", "year"), ("round", "material_by", "year"), ("round", "report_by", "year"),
    ("round", "scores_by", "year"), ("material", "submitted_on", "year"), ("material", "reported_on", "year"),
    ("material", "since", "year"),
    ("call", "opens_on", "year"), ("call", "host_by", "year"), ("call", "department_by", "year"), ("call", "correction_by", "year"),
    ("application", "since", "number"), ("application_step", "day", "application_id"), ("round_step", "day", "year"),
    ("matter", "begun_on", "number"), ("matter", "since", "number"), ("matter_step", "day", "matter_id"),
    ("committee_seat", "since", "name"), ("committee_seat", "until", "name"), ("committee_meeting", "day", "id"),
    ("duty_record", "day", "id"), ("credit_check", "day", "day"), ("reorganisation", "day", "id"), ("released", "day", "login"),
    ("incentive", "day", "year"), ("attendance", "day", "login"), ("attachment", "date", "title"), ("recusal_request", "day", "person"),
  ]

  private static func impossibleDays(_ db: Database) throws -> [Breach] {
    try dayColumns.flatMap { table, column, object in
      try Row.fetchAll(
        db, sql: "SELECT \(object), \(column) FROM \(table) WHERE \(column) IS NOT NULL AND date(\(column)) IS NOT \(column)"
      ).map { row in
        let name = AuditFieldWords.phrase(column)
        return Breach(
          object: "\(table) \(row.text(0))", path: "\(table)/\(row.text(0))",
          phrase: Phrase(zh: "\(name.zh)“\(row.text(1))”不是日期", en: "\(name.en) “\(row.text(1))” is no day"))
      }
    }
  }
}
