import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// Calls, held against the chain (article 8).
  public static let calls: Self = "calls"
  /// That an application stands where its steps led it (articles 10 to 12).
  public static let applicationStates: Self = "application-states"
  /// Forms of applications, held against the chain (article 10).
  public static let applicationForms: Self = "application-forms"
  /// That none was recommended that fails a condition (articles 9, 10).
  public static let recommended: Self = "recommended"
  /// Experts' opinions, held against the chain (article 11).
  public static let opinions: Self = "opinions"
  /// That experts gave their opinion after the pledge, and enough of them (article 11, 回避).
  public static let reviews: Self = "reviews"
  /// That who is certified went through notice and document, and is in the registry (article 12).
  public static let certified: Self = "certified"
}

extension Invariant {
  /// What holds of calls and applications.
  static let applications = [
    Invariant(
      .calls, "8", must: Phrase(zh: "申报通知与审计链所记一致", en: "calls are as the chain says"),
      .chain([
        KeptSubject(
          "call/*", ["opens_on", "host_by", "department_by", "correction_by", "minimum_experts", "fields", "documents"],
          sql: """
            SELECT 'call/' || year, opens_on, host_by, department_by, correction_by, minimum_experts || '',
              CASE WHEN json_valid(fields) THEN coalesce((SELECT group_concat(value, ';') FROM json_each(fields)), '') ELSE fields END,
              CASE WHEN json_valid(documents) THEN coalesce((SELECT group_concat(value, ';') FROM json_each(documents)), '') ELSE documents END
            FROM call
            """)
      ])),
    Invariant(
      .applicationStates, "10", "11", "12",
      must: Phrase(zh: "申请的状态由其步骤得出", en: "an application stands where its steps led it"), .rows(ApplicationReplay.faults)),
    Invariant(
      .applicationForms, "10", must: Phrase(zh: "申请书的内容与审计链所记一致", en: "the form of an application is as the chain says"),
      .rows(alteredForms)),
    Invariant(
      .recommended, "9", "10", must: Phrase(zh: "没有不符合条件的申请被推荐", en: "no application was recommended that fails a condition"),
      .rows(recommendedOverFailure)),
    Invariant(
      .opinions, "11", must: Phrase(zh: "评审专家及其意见与审计链所记一致", en: "reviewers and their opinions are as the chain says"),
      .chain([
        KeptSubject(
          // Who is let go takes along what they wrote.
          "application/*/opinion/*", ["opinion", "submitted"], isAlwaysKept: false,
          sql: """
            SELECT 'application/' || number || '/opinion/' || login, opinion, CASE WHEN is_submitted THEN 'yes' ELSE 'no' END,
              opinion <> '' OR is_submitted
            FROM application_expert JOIN application ON application.id = application_id
            """),
        KeptSubject(
          // That another leads since takes the lead from who led before.
          "application/*/expert/*", ["leader"],
          sql: """
            SELECT 'application/' || number || '/expert/' || login, CASE WHEN is_leader THEN 'yes' END
            FROM application_expert JOIN application ON application.id = application_id
            """),
        KeptSubject(
          "application/*/group", ["opinion"],
          sql: "SELECT 'application/' || number || '/group', group_opinion FROM application WHERE group_opinion <> ''"),
      ])),
    Invariant(
      .reviews, "11", "回避",
      must: Phrase(zh: "专家先承诺、后评审，意见份数足够才列入拟建名单", en: "experts review after their pledge, and none is proposed before enough of them did"),
      sql: """
        SELECT number, login FROM application_expert JOIN application ON application.id = application_id
        WHERE opinion <> '' AND NOT EXISTS (
          SELECT 1 FROM call_pledge WHERE call_pledge.year = application.year AND call_pledge.login = application_expert.login
            AND call_pledge.link < application_expert.link)
        UNION ALL
        SELECT number, NULL FROM application JOIN call USING (year)
        WHERE stage IN ('proposed', 'approved', 'on_notice', 'certified') AND call.link < application.link
          AND (SELECT count(*) FROM application_expert WHERE application_id = application.id AND is_submitted) < minimum_experts
        """
    ) { row in
      row.text(1).isEmpty
        ? Phrase(zh: "专家意见份数不足", en: "has too few opinions") : Phrase(zh: "\(row.text(1)) 没有作出承诺", en: "\(row.text(1)) gave no pledge")
    },
    Invariant(
      .certified, "12",
      must: Phrase(zh: "认定有文号、有期满的公示，中心在册", en: "who is certified has a document and a notice that was over, and is in the registry"),
      .rows(wronglyCertified)),
  ]

  private static func wronglyCertified(_ db: Database) throws -> [Breach] {
    let rows = try Row.fetchAll(db, sql: "SELECT number, state FROM application WHERE stage = 'certified' ORDER BY number")
    var breaches: [Breach] = []
    for row in rows {
      func breach(_ zh: String, _ en: String) { breaches.append(Breach(object: row.text(0), phrase: Phrase(zh: zh, en: en))) }
      guard let application: Application = try? JSONText.decode(row.text(1)), case .certified(let made) = application.state else {
        breach("登记为已认定，文书却不是", "is certified by its stage, and not by its document")
        continue
      }
      if made.document.isEmpty { breach("没有认定文号", "bears no document number") }
      if try CenterStore.center(code: made.code.string, db) == nil {
        breach("认定的中心 \(made.code) 不在册", "the center \(made.code) is not in the registry")
      }
      guard let notice = application.closedNotice else {
        breach("没有公示", "was on no notice")
        continue
      }
      if notice.workingDays < PublicNotice.lawfulDays.lowerBound || !notice.isOver(on: made.on) {
        breach("公示未满即认定", "was certified before its notice was over")
      }
    }
    return breaches
  }

  /// What the chain tells of an application beside its form.
  private static let beside: Set<String> = ["year", "department", "applicant", "state", "copied from"]

  /// Held against the links that tell what was written in a form; what a form begins with the chain does not tell.
  private static func alteredForms(_ db: Database) throws -> [Breach] {
    var told: [String: [String: String]] = [:]
    func note(_ change: ToldChange?) {
      guard let change, change.object.hasPrefix("application/") else { return }
      let parts = change.object.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2 || parts.count == 3 && parts[2] == "form" else { return }
      let number = String(parts[1])
      for path in (change.before ?? [:]).keys where change.after[path] == nil { told[number]?[path] = nil }
      told[number, default: [:]].merge(change.after) { $1 }
    }
    let links = try Row.fetchCursor(
      db,
      sql: """
        SELECT change, rows FROM audit LEFT JOIN audit_rows USING (seq)
        WHERE act IN ('application.draft', 'import.applications') ORDER BY audit.seq
        """)
    while let row = try links.next() {
      row.bytes(1).withUnsafeBytes { log in
        for line in log.split(separator: 0x0A) { note(ToldChange(UnsafeRawBufferPointer(rebasing: line))) }
      }
      var change = row.text(0)
      change.withUTF8 { note(ToldChange(UnsafeRawBufferPointer($0))) }
    }
    return try Row.fetchAll(db, sql: "SELECT number, form, name, field FROM application ORDER BY number").compactMap { row in
      let own = told[row.text(0)] ?? [:]
      guard let form: ApplicationForm = try? JSONText.decode(row.text(1)) else {
        return Breach(object: row.text(0), phrase: Phrase(zh: "申请书读不出来", en: "the form cannot be read"))
      }
      let paths = try JSONText.paths(row.text(1))
      // What names the application itself stands beside the form.
      let altered = own.filter { !beside.contains($0.key) && $0.value != paths[$0.key] }.keys.sorted().first
      if let altered {
        let name = AuditFieldWords.phrase(altered)
        return Breach(
          object: row.text(0), path: "application/\(row.text(0))",
          phrase: Phrase(zh: "“\(name.zh)”与审计链所记不符", en: "\(name.en) is not what the chain says"))
      }
      if row.text(2) == form.center.name?.string ?? "", row.text(3) == form.center.field?.string ?? "" { return nil }
      return Breach(
        object: row.text(0), phrase: Phrase(zh: "名称或领域与申请书不符", en: "its name or field is not that of its form"))
    }
  }

  /// A form is fixed from the recommendation to its correction, and from the check on. Other centers' names and the credit of a host may have
  /// changed since; what a person judged is theirs to judge anew.
  private static func recommendedOverFailure(_ db: Database) throws -> [Breach] {
    let numbers = try String.fetchAll(
      db,
      sql: """
        SELECT number FROM application
        WHERE (stage IN ('recommended', 'reviewing', 'proposed', 'approved', 'on_notice', 'certified') OR state LIKE '%"checking":%available%')
          AND NOT EXISTS (SELECT 1 FROM judgement WHERE application_id = application.id) ORDER BY number
        """)
    return try numbers.compactMap { number in
      guard let stored = try? CenterStore.storedApplication(number, db), let form = try? stored.form else { return nil }
      let eligibility = try CenterStore.eligibility(of: stored, form: form, db)
      let failed = eligibility.failed.map(\.article).filter { $0 != "9.4" && $0 != "9.7" }
      if failed.isEmpty { return nil }
      return Breach(object: number, phrase: Citation.list(failed) + Phrase(zh: "不符合，却被推荐", en: " not met, and it was recommended"))
    }
  }
}
