import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// That a figure is the mean of its sheets, rounded half up (articles 25, 28).
  public static let figures: Self = "figures"
  /// That a grade is what article 28 makes of the figure.
  public static let grades: Self = "grades"
  /// That equal figures have equal rank (article 25).
  public static let ranks: Self = "ranks"
  /// That who has a figure has enough sheets (article 25).
  public static let enough: Self = "enough"
  /// What a settlement says of each center, and the results (articles 25, 26).
  public static let rolls: Self = "rolls"
  /// Results that came in as history, held against the chain (article 25).
  public static let history: Self = "history"
  /// That only an objection that counts is upheld (articles 12, 25).
  public static let objections: Self = "objections"
  /// That only the excellent have earned incentives (article 29).
  public static let incentives: Self = "incentives"
}

extension Invariant {
  /// What holds of results.
  static let results = [
    Invariant(
      .figures, "25", "28", must: Phrase(zh: "得分是评分表的平均分，四舍五入到 0.01", en: "a figure is the mean of its sheets, rounded half up to 0.01"),
      .rows(wrongFigures)),
    Invariant(
      .grades, "28", must: Phrase(zh: "等次按得分划定：90、60", en: "the grade is that of the figure: 90, 60"),
      sql: """
        SELECT year || '/' || code, grade FROM result JOIN center ON center.id = center_id
        WHERE grade <> CASE WHEN score >= 9000 THEN 'excellent' WHEN score >= 6000 THEN 'qualified' ELSE 'unqualified' END
        """
    ) { row in
      let grade = Grade(rawValue: row.text(1))?.phrase ?? Phrase(same: row.text(1))
      return Phrase(zh: "登记为“\(grade.zh)”，与得分不符", en: "is \(grade.en), which is not the grade of its figure")
    },
    Invariant(
      .ranks, "25", must: Phrase(zh: "同分同名次，名次随得分（1、1、3）", en: "equal figures have equal rank, and ranks follow the figures (1, 1, 3)"),
      sql: """
        SELECT year || '/' || code, rank FROM (
          SELECT year, center_id, rank, rank() OVER (PARTITION BY year ORDER BY score DESC) AS place FROM result
          WHERE year IN (SELECT year FROM round))
        JOIN center ON center.id = center_id WHERE rank IS NOT place
        UNION ALL
        SELECT year || '/' || code, rank FROM (
          SELECT year, center_id, rank, score,
            min(score) OVER (PARTITION BY year ORDER BY rank RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS best
          FROM result WHERE rank IS NOT NULL AND year NOT IN (SELECT year FROM round))
        JOIN center ON center.id = center_id WHERE score > best
        """
    ) { row in Phrase(zh: "第 \(row.text(1)) 名与得分不符", en: "the rank \(row.text(1)) is not that of its figure") },
    Invariant(
      .enough, "25",
      must: Phrase(zh: "有得分的中心评分表份数足够；评估结束时没有待定的中心", en: "who has a figure has enough sheets, and none is pending in a closed round"),
      sql: """
        SELECT year || '/' || code, result.sheets FROM result JOIN round USING (year) JOIN center ON center.id = center_id
        WHERE result.sheets IS NULL OR result.sheets < minimum_sheets
        UNION ALL
        SELECT year || '/' || code, NULL FROM roll JOIN round USING (year) JOIN center ON center.id = center_id
        WHERE round.state = 'closed' AND (standing = 'pending' OR reopened IS NOT NULL)
        UNION ALL
        SELECT year, minimum_sheets FROM round WHERE minimum_sheets < CASE method WHEN 'trimmed' THEN 5 ELSE 1 END
        """
    ) { row in
      row.text(1).isEmpty
        ? Phrase(zh: "评估已结束，仍待定或待重核", en: "is still to be settled in a round that is closed")
        : Phrase(zh: "只有 \(row.text(1)) 份评分表", en: "has \(row.text(1)) sheets, too few")
    },
    Invariant(
      .rolls, "25", "26",
      must: Phrase(zh: "核定的名册与结果一致，核定前没有结果", en: "the roll of a settlement agrees with its results, and there are none before it"),
      sql: """
        SELECT result.year || '/' || code, 0 FROM result JOIN round USING (year) JOIN center ON center.id = result.center_id
        LEFT JOIN roll ON roll.year = result.year AND roll.center_id = result.center_id WHERE roll.standing IS NOT 'scored'
        UNION ALL
        SELECT roll.year || '/' || code, 0 FROM roll JOIN center ON center.id = roll.center_id
        LEFT JOIN result ON roll.year = result.year AND roll.center_id = result.center_id WHERE standing = 'scored' AND result.year IS NULL
        UNION ALL
        SELECT DISTINCT year || '', 1 FROM roll JOIN round USING (year) WHERE round.state NOT IN ('settled', 'published', 'closed')
        """
    ) { row in
      row.text(1) == "0"
        ? Phrase(zh: "名册与结果不一致", en: "the roll and the results do not agree")
        : Phrase(zh: "尚未核定，却有名册", en: "is not settled, and has a roll")
    },
    Invariant(
      .history, "25", must: Phrase(zh: "导入的往年结果与审计链所记一致", en: "results of past years are as they came in"),
      .chain([
        KeptSubject(
          // A round of that year may have been put on the desk since.
          "result/*/*", ["score", "grade", "rank"], isAlwaysKept: false,
          sql: """
            SELECT 'result/' || year || '/' || code, printf('%d.%02d', score / 100, score % 100), grade, coalesce(rank || '', '')
            FROM result JOIN center ON center.id = center_id WHERE year NOT IN (SELECT year FROM round)
            """)
      ])),
    Invariant(
      .objections, "12", "25",
      must: Phrase(zh: "成立的异议在公示期内提出、署名并附证据", en: "an objection that is upheld came in time, signed and with evidence"),
      .rows(unlawfulObjections)),
    Invariant(
      .incentives, "29", must: Phrase(zh: "激励只给评估结束时的优秀中心", en: "only centers that a closed round found excellent have earned incentives"),
      sql: """
        SELECT incentive.year || '/' || code, kind FROM incentive JOIN center ON center.id = incentive.center_id
        LEFT JOIN round ON round.year = incentive.year
        LEFT JOIN result ON result.year = incentive.year AND result.center_id = incentive.center_id
        WHERE round.state IS NOT 'closed' OR grade IS NOT 'excellent'
        """
    ) { row in
      let kind = Incentive(rawValue: row.text(1))?.phrase ?? Phrase(same: row.text(1))
      return Phrase(zh: "“\(kind.zh)”：不是优秀", en: "\(kind.en): it was not excellent")
    },
  ]

  private static func wrongFigures(_ db: Database) throws -> [Breach] {
    var breaches: [Breach] = []
    for round in try CenterStore.rounds(db) where [.settled, .published, .closed].contains(round.state) {
      let result = try CenterStore.result(of: round, namesAll: false, today: round.openedOn, db)
      var made: [String: (score: Points, sheets: Int)] = [:]
      for line in result.centers { made[line.code] = (line.score.score, line.score.sheets) }
      let rows = try Row.fetchAll(
        db, sql: "SELECT code, score, sheets FROM result JOIN center ON center.id = center_id WHERE year = ? ORDER BY code",
        arguments: [round.year])
      for row in rows {
        let code = row.text(0)
        let score = Points(Int(row.text(1)) ?? -1)
        guard let own = made.removeValue(forKey: code) else {
          breaches.append(
            Breach(object: "\(round.year)/\(code)", phrase: Phrase(zh: "得分没有足够的评分表", en: "its figure comes from no sheets")))
          continue
        }
        if own.score == score, row.text(2) == String(own.sheets) { continue }
        breaches.append(
          Breach(
            object: "\(round.year)/\(code)",
            phrase: Phrase(
              zh: "登记为 \(score) 分，\(own.sheets) 份评分表得 \(own.score) 分",
              en: "is \(score), and its \(own.sheets) sheets come to \(own.score)")))
      }
    }
    return breaches
  }

  private static func unlawfulObjections(_ db: Database) throws -> [Breach] {
    let calendar = try WorkingDays.standard.get()
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT year || '/' || number, objection, published_on, notice_until FROM round_objection JOIN round USING (year)
        WHERE published_on IS NOT NULL AND notice_until IS NOT NULL
        """)
    var breaches: [Breach] = []
    for row in rows {
      guard
        let objection: RoundObjection = try? JSONText.decode(row.text(1)), let issued = Day(parsing: row.text(2)),
        let last = Day(parsing: row.text(3))
      else {
        breaches.append(Breach(object: row.text(0), phrase: Phrase(zh: "异议读不出来", en: "the objection cannot be read")))
        continue
      }
      let notice = PublicNotice(issuedOn: issued, printedLast: last, calendar: calendar)
      guard objection.objection.settlement?.isUpheld == true, let shortcoming = objection.objection.shortcoming(under: notice) else {
        continue
      }
      breaches.append(
        Breach(
          object: row.text(0), phrase: Phrase(zh: "认定成立，但\(shortcoming.zh)", en: "is upheld, and \(shortcoming.en)")))
    }
    let loose = try Row.fetchAll(
      db,
      sql: """
        SELECT roll.year || '/' || code FROM roll JOIN center ON center.id = roll.center_id
        LEFT JOIN round_objection ON round_objection.year = roll.year AND number = reopened AND round_objection.center_id = roll.center_id
        WHERE reopened IS NOT NULL AND (number IS NULL OR objection ->> '$.objection.settlement.isUpheld' IS NOT 1)
        """)
    return breaches
      + loose.map {
        Breach(object: $0.text(0), phrase: Phrase(zh: "重开评分，但没有成立的异议", en: "is re-opened, and no objection was upheld"))
      }
  }
}
