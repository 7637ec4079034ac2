import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// Fields, industries and clusters, held against the chain (articles 3 and 8).
  public static let terms: Self = "terms"
  /// That no field is gone that came with the program (article 8).
  public static let fields: Self = "fields"
}

extension Invariant {
  /// What holds of the lists that staff keep.
  static let terms = [
    Invariant(
      .terms, "3", "8",
      must: Phrase(zh: "技术领域、产业、集群名录与审计链所记一致", en: "fields, industries and clusters are as the chain says"),
      .chain([
        KeptSubject(
          "term/*/**", ["english", "county", "retired_on"], nameField: "name",
          // What came with the program is as it came until the chain speaks of it.
          sql: """
            SELECT 'term/' || kind || '/' || name, english, county, coalesce(retired_on, ''),
              link IS NOT NULL OR kind <> 'field' OR retired_on IS NOT NULL OR (name, english) NOT IN (VALUES \(brought))
            FROM term
            """)
      ])),
    Invariant(
      .fields, "8", must: Phrase(zh: "名录自带的技术领域一个不少", en: "every field is there that came with the program"),
      sql: """
        SELECT column1 FROM (VALUES \(brought)) WHERE column1 <> '' AND NOT EXISTS (SELECT 1 FROM term WHERE kind = 'field' AND name = column1)
        """
    ) { _ in Phrase(zh: "不在名录中了；技术领域只停用，不删除", en: "is not in the list any more; a field is retired, not taken out") },
  ]

  /// The fields that the program brings, as rows of SQL.
  private static var brought: String {
    func quoted(_ text: String) -> String {
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    let fields = (try? Places.standard.get())?.fields ?? []
    return (fields.map { "(\(quoted($0.zh)), \(quoted($0.en)))" } + ["('', '')"]).joined(separator: ", ")
  }
}
