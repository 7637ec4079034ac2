import GRDB
import Wording

extension DoctorFinding.Check {
  /// Users and experts, held against the chain.
  public static let users: Self = "users"
  /// That everybody belongs where their role says (articles 4 to 6).
  public static let roles: Self = "roles"
  /// That each password and code is the one of which the chain tells.
  public static let passwords: Self = "passwords"
  /// Declared conflicts and pledges, held against the chain (回避).
  public static let declarations: Self = "declarations"
}

extension Invariant {
  /// What holds of people.
  static let people = [
    Invariant(
      .users, must: Phrase(zh: "用户和专家与审计链所记一致", en: "users and experts are as the chain says"),
      .chain([
        KeptSubject(
          "user/*", ["name", "role", .names("organization"), "ssh_keys", ("disabled_on" as KeptSubject.Field).emptyAtFirst()],
          // The first administrator comes with the store, and an expert's login with the list of experts, which says how they are called; but no key,
          // and nobody's login is disabled, without the chain.
          sql: """
            SELECT 'user/' || login, CASE WHEN role <> 'expert' THEN name END, role,
              CASE WHEN department_id IS NOT NULL THEN (SELECT name_key FROM department WHERE department.id = department_id)
                WHEN organization_id IS NULL THEN ''
                ELSE (SELECT CASE WHEN organization.link > user.link THEN NULL ELSE name_key END FROM organization
                  WHERE organization.id = organization_id) END,
              coalesce(ssh_keys, ''), coalesce(disabled_on, ''),
              role <> 'expert' AND (link <> 1 OR login <> 'admin') OR coalesce(ssh_keys, '') <> '' OR disabled_on IS NOT NULL
            FROM user
            """),
        KeptSubject(
          "expert/*", ["name", "title", "kind", .names("employer"), "fields", .names("former_employers")],
          sql: """
            SELECT 'expert/' || login, CASE WHEN user.link > expert.link THEN NULL ELSE user.name END, title, expert.kind,
              (SELECT CASE WHEN organization.link > expert.link THEN NULL ELSE name_key END FROM organization
                WHERE organization.id = employer_id),
              coalesce((SELECT group_concat(field, ';') FROM
                (SELECT field FROM expert_field WHERE expert_field.login = expert.login ORDER BY position)), ''),
              (SELECT CASE WHEN max(link) > expert.link THEN NULL ELSE coalesce(group_concat(name_key, ';'), '') END FROM
                (SELECT name_key, organization.link FROM expert_former_employer JOIN organization ON organization.id = organization_id
                  WHERE expert_former_employer.login = expert.login ORDER BY position))
            FROM expert JOIN user USING (login)
            """),
        KeptSubject("password/*", ["kind"], sql: "SELECT 'password/' || login, kind FROM credential"),
      ])),
    Invariant(
      .roles, "4", "5", "6",
      must: Phrase(
        zh: "部门、依托单位用户各有所属，专家有专家登记，至少有一名管理员",
        en: "users of departments and hosts belong to one, experts are on the list of experts, and there is an administrator"),
      sql: """
        SELECT login, role, 0 FROM user WHERE role = 'department' AND department_id IS NULL
        UNION ALL SELECT login, role, 0 FROM user WHERE role = 'host' AND organization_id IS NULL
        UNION ALL SELECT login, role, 1 FROM user WHERE role <> 'department' AND department_id IS NOT NULL
        UNION ALL SELECT login, role, 2 FROM expert JOIN user USING (login) WHERE role <> 'expert'
        UNION ALL SELECT '', '', 3 WHERE NOT EXISTS (SELECT 1 FROM user WHERE role = 'admin')
        """
    ) { row in
      switch row.text(2) {
      case "0": Phrase(zh: "角色为 \(row.text(1))，却没有所属单位", en: "has the role \(row.text(1)) and belongs to nobody")
      case "1": Phrase(zh: "角色为 \(row.text(1))，却属于归口管理部门", en: "has the role \(row.text(1)) and belongs to a department")
      case "2": Phrase(zh: "在专家名单中，角色却是 \(row.text(1))", en: "is on the list of experts with the role \(row.text(1))")
      default: Phrase(zh: "没有管理员", en: "there is no administrator")
      }
    },
    Invariant(
      .passwords, must: Phrase(zh: "口令和一次性代码是审计链所记的那些", en: "passwords and one-time codes are those of which the chain tells"),
      .rows(foreignSecrets)),
    Invariant(
      .declarations, "回避",
      must: Phrase(zh: "回避申报和承诺与审计链所记一致", en: "declared conflicts and pledges are as the chain says"),
      .chain([
        KeptSubject(
          "conflict/*/*", ["reason"],
          sql: """
            SELECT 'conflict/' || code || '/' || login, reason FROM conflict JOIN center ON center.id = center_id
            UNION ALL SELECT 'conflict/' || number || '/' || login, reason FROM application_conflict
            JOIN application ON application.id = application_id
            """),
        KeptSubject("pledge/*/*", ["text"], sql: "SELECT 'pledge/' || year || '/' || login, NULL FROM pledge"),
      ])),
  ]
  /// Passwords and codes that are not those of the links that they name: somebody put another in their place.
  private static func foreignSecrets(_ db: Database) throws -> [Breach] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT credential.login, change FROM credential LEFT JOIN audit ON audit.seq = credential.link ORDER BY 1")
    return try rows.compactMap { row in
      let (login, change) = (row.text(0), row.text(1))
      guard let credential = try Credential.read(login, failures: 0, db), !change.contains("\"seal\":\"\(credential.seal.mark)\"") else {
        return nil
      }
      return Breach(
        object: login,
        phrase: Phrase(
          zh: "所存的口令不是审计链所记的：请收回并重新发放一次性代码", en: "has another secret than the chain tells of: take it away and hand out a code"))
    }
  }
}
