import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// That points lie between nought and the weight (附表).
  public static let weights: Self = "weights"
  /// Points and comments, held against the chain (article 25).
  public static let scores: Self = "scores"
  /// Sheets, held against the chain (article 25).
  public static let sheets: Self = "sheets"
  /// That a submitted sheet has all nineteen indicators (附表, article 25).
  public static let wholeSheets: Self = "whole-sheets"
  /// That nobody scored before the pledge, or without an assignment (回避, article 25).
  public static let pledges: Self = "pledges"
  /// The opinions of groups, and who leads them (article 25).
  public static let groups: Self = "groups"
}

extension Invariant {
  /// What holds of scoresheets.
  static let sheets = [
    Invariant(
      .weights, "附表", must: Phrase(zh: "得分在 0 至权重之间", en: "points lie between 0 and the weight"), .rows(overWeight)),
    Invariant(
      .scores, "25", must: Phrase(zh: "得分和评语与审计链所记一致", en: "points and comments are as the chain says"),
      .chain([
        KeptSubject(
          "score/*/*/*/*", ["points", "comment"],
          sql: """
            SELECT 'score/' || year || '/' || code || '/' || login || '/' || indicator,
              CASE WHEN points IS NULL THEN '' ELSE printf('%d.%02d', points / 100, points % 100) END, comment
            FROM score JOIN sheet ON sheet.id = sheet_id JOIN center ON center.id = center_id
            """)
      ])),
    Invariant(
      .sheets, "25", must: Phrase(zh: "评分表的状态与审计链所记一致", en: "sheets are drafts or handed in, as the chain says"),
      .chain([
        KeptSubject(
          // The first figure makes a sheet, whose own link comes when it is handed in. The total that this says holds until figures of it come
          // by a file.
          "sheet/*/*/*", ["state", "entered_by"], isAlwaysLinked: false,
          sql: """
            SELECT 'sheet/' || year || '/' || code || '/' || login, state, NULL, state = 'submitted'
            FROM sheet JOIN center ON center.id = center_id
            """)
      ])),
    Invariant(
      .wholeSheets, "附表", "25",
      must: Phrase(zh: "提交的评分表 19 项齐全", en: "a submitted sheet has points for all nineteen indicators"),
      sql: """
        SELECT year || '/' || code || '/' || login, count(points) FROM sheet JOIN center ON center.id = center_id
        LEFT JOIN score ON sheet_id = sheet.id WHERE state = 'submitted' GROUP BY sheet.id HAVING count(points) <> \(IndicatorCode.all.count)
        UNION ALL
        SELECT year || '/' || code || '/' || login, NULL FROM sheet JOIN center ON center.id = center_id
        WHERE (state = 'submitted') <> (submitted_at IS NOT NULL)
        """
    ) { row in
      row.text(1).isEmpty
        ? Phrase(zh: "提交时间与状态不符", en: "it bears a time of handing in that is not that of its state")
        : Phrase(zh: "已提交，只有 \(row.text(1)) 项得分", en: "is submitted with points for \(row.text(1)) indicators")
    },
    Invariant(
      .pledges, "回避", "25",
      must: Phrase(zh: "专家承诺在先、评分在后，评分须有分配", en: "experts score after their pledge, and what is assigned to them"),
      sql: """
        SELECT sheet.year || '/' || code || '/' || sheet.login, 0 FROM sheet JOIN center ON center.id = center_id
        LEFT JOIN pledge ON pledge.year = sheet.year AND pledge.login = sheet.login WHERE entered_by = '' AND pledge.login IS NULL
        UNION ALL
        SELECT sheet.year || '/' || code || '/' || sheet.login, 1 FROM sheet JOIN center ON center.id = sheet.center_id
        LEFT JOIN assignment ON assignment.year = sheet.year AND assignment.center_id = sheet.center_id AND assignment.login = sheet.login
        WHERE assignment.login IS NULL
        """
    ) { row in
      row.text(1) == "0"
        ? Phrase(zh: "专家没有作出承诺", en: "the expert gave no pledge") : Phrase(zh: "没有分配给这位专家", en: "is not assigned to this expert")
    },
    Invariant(
      .groups, "25",
      must: Phrase(zh: "专家组意见和组长与审计链所记一致", en: "the group's opinion and its leader are as the chain says"),
      .chain([
        KeptSubject(
          "group/*/*", ["opinion"],
          sql: "SELECT 'group/' || year || '/' || code, text FROM group_opinion JOIN center ON center.id = center_id"),
        KeptSubject(
          // Who led may have been let go since.
          "leader/*/*", ["login"], isAlwaysKept: false,
          sql: "SELECT 'leader/' || year || '/' || code, login FROM assignment JOIN center ON center.id = center_id WHERE is_leader"),
      ])),
  ]

  private static func overWeight(_ db: Database) throws -> [Breach] {
    let system = try IndicatorSystem.standard.get()
    let weights = IndicatorCode.all.map { "('\($0)', \(system[$0].fullPoints.hundredths))" }.joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        WITH weight(code, most) AS (VALUES \(weights)), given(object, indicator, points) AS (
          SELECT year || '/' || center.code || '/' || login, indicator, points FROM score
          JOIN sheet ON sheet.id = sheet_id JOIN center ON center.id = center_id
          UNION ALL SELECT year || '/' || center.code, indicator, points FROM own_score JOIN center ON center.id = center_id)
        SELECT object, indicator, points FROM given LEFT JOIN weight ON weight.code = indicator
        WHERE points IS NOT NULL AND (most IS NULL OR points < 0 OR points > most)
        """
    ).map { row in
      Breach(
        object: "\(row.text(0))/\(row.text(1))",
        phrase: Phrase(
          zh: "\(Int(row.text(2)).map { Points($0).description } ?? row.text(2)) 分不在 0 至权重之间",
          en: "\(Int(row.text(2)).map { Points($0).description } ?? row.text(2)) points are not between 0 and the weight"))
    }
  }
}
