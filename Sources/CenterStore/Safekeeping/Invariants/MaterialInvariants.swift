import Wording

extension DoctorFinding.Check {
  /// Facts, and what was found of them, held against the chain (article 27).
  public static let facts: Self = "facts"
  /// How far evaluation forms have come, held against the chain (article 27).
  public static let material: Self = "material"
  /// That what was reported was handed in before (article 27).
  public static let reports: Self = "reports"
  /// The register of documents, held against the chain (articles 10, 27).
  public static let attachments: Self = "attachments"
}

extension Invariant {
  /// What holds of evaluation forms and documents.
  static let material = [
    Invariant(
      .facts, "27", must: Phrase(zh: "评估数据和审查意见与审计链所记一致", en: "facts, and what was found of them, are as the chain says"),
      .chain([
        KeptSubject(
          // What is taken out of a form takes what was found of it away, whatever the year.
          "fact/**", ["value", "note"],
          takesAlong: { "check/" + $0.split(separator: "/").dropFirst().prefix(3).joined(separator: "/") },
          sql: """
            SELECT 'fact/' || year || '/' || center.code || '/' || fact.code || CASE fact_year WHEN 0 THEN '' ELSE '/' || fact_year END,
              value, note
            FROM fact JOIN center ON center.id = center_id
            """),
        KeptSubject(
          "check/*/*/*", ["confirmed", "note"],
          sql: """
            SELECT 'check/' || year || '/' || center.code || '/' || fact_verdict.code, CASE WHEN is_confirmed THEN 'yes' ELSE 'no' END, note
            FROM fact_verdict JOIN center ON center.id = center_id
            """),
        KeptSubject(
          // An empty remark is none.
          "remark/**", ["text"], isAlwaysKept: false,
          sql: "SELECT 'remark/' || year || '/' || code || '/' || finding, text FROM fact_remark JOIN center ON center.id = center_id"),
        KeptSubject(
          "own/*/*/*", ["points"],
          sql: """
            SELECT 'own/' || year || '/' || code || '/' || indicator, printf('%d.%02d', points / 100, points % 100)
            FROM own_score JOIN center ON center.id = center_id
            """),
      ])),
    Invariant(
      .material, "27", must: Phrase(zh: "评估材料的状态与审计链所记一致", en: "evaluation forms have come as far as the chain says"),
      .chain([
        KeptSubject(
          "material/*/*", ["state", "origin"], isAlwaysLinked: false, isAlwaysKept: false,
          sql: """
            SELECT 'material/' || year || '/' || code, state, NULL, state <> 'none' FROM material JOIN center ON center.id = center_id
            """)
      ])),
    Invariant(
      .reports, "27",
      must: Phrase(zh: "上报、退回的材料先已提交，日期先后有序", en: "what was reported or given back was handed in before"),
      sql: """
        SELECT year || '/' || code FROM material JOIN center ON center.id = center_id
        WHERE (state <> 'none' AND submitted_on IS NULL) OR (state = 'reported') <> (reported_on IS NOT NULL)
          OR reported_on < submitted_on OR (state = 'returned' AND reason = '') OR since < submitted_on
        """
    ) { _ in Phrase(zh: "提交、退回、上报的日期或理由与状态不符", en: "the days or the reason are not those of its state") },
    Invariant(
      .attachments, "10", "13", "27", must: Phrase(zh: "附件登记与审计链所记一致", en: "documents are on file as the chain says"),
      .chain([
        KeptSubject(
          "attachment/**", ["kind", "date", "file", "location", "sha256", .set("proves")], nameField: "title",
          sql: """
            SELECT 'attachment/' || coalesce('application/' || number, attachment.year || '/' || code, 'duties/' || code) || '/' || title,
              kind, coalesce(date, ''), file, location, coalesce(lower(hex(sha256)), ''),
              coalesce((SELECT group_concat(proof, ';') FROM attachment_proof WHERE attachment_id = attachment.id), '')
            FROM attachment LEFT JOIN application ON application.id = application_id LEFT JOIN center ON center.id = center_id
            """)
      ])),
  ]
}
