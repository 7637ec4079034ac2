import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// What a round was announced with, held against the chain (article 25).
  public static let rounds: Self = "rounds"
  /// That a round stands where its steps led it (articles 25 to 28).
  public static let roundStates: Self = "round-states"
  /// The days of a round: none without its state, and in their order (articles 12, 25).
  public static let roundDays: Self = "round-days"
  /// That rounds are two years apart, or say why not (article 25).
  public static let roundGaps: Self = "round-gaps"
  /// Who scores what, held against the chain (article 25).
  public static let assignments: Self = "assignments"
  /// Who was at the meetings of panels, held against the chain (article 25).
  public static let attendance: Self = "attendance"
  /// Who was let go, and why, held against the chain (article 25).
  public static let released: Self = "released"
  /// Whom hosts ask to step aside, held against the chain (回避).
  public static let requests: Self = "requests"
  /// That nobody was assigned who had to step aside (回避).
  public static let recusals: Self = "recusals"
  /// That who has no part in a round has no sheet in it (article 26).
  public static let due: Self = "due"
}

extension Invariant {
  /// What holds of rounds, and of who scores in them.
  static let rounds = [
    Invariant(
      .rounds, "25", must: Phrase(zh: "评估的通知事项与审计链所记一致", en: "a round is as its notice says in the chain"),
      .chain([
        KeptSubject(
          "round/*",
          [
            "state", "method", "minimum_sheets", "material_by", "report_by", "scores_by", "table_version", "reason",
            .names("agency").toldBeside("method"), .names("department").toldBeside("method"),
            ("own_scores" as KeptSubject.Field).toldBeside("method"),
          ],
          sql: """
            SELECT 'round/' || year, NULL, method, minimum_sheets || '', coalesce(material_by, ''), coalesce(report_by, ''),
              coalesce(scores_by, ''), table_version, CASE WHEN state = 'cancelled' THEN NULL ELSE reason END,
              coalesce((SELECT name_key || coalesce((SELECT char(1) || group_concat(name_key, char(1)) FROM organization_alias
                WHERE organization_id = agency_id), '') FROM organization WHERE id = agency_id), ''),
              coalesce((SELECT name_key FROM department WHERE id = department_id), ''), CASE WHEN asks_own_scores THEN 'yes' ELSE '' END
            FROM round
            """)
      ])),
    Invariant(
      .roundStates, "25", must: Phrase(zh: "评估的状态由其步骤得出", en: "a round stands where its steps led it"), .rows(wrongStages)),
    Invariant(
      .roundDays, "12", "25",
      must: Phrase(
        zh: "评估的各日期与状态相符、先后有序，公示不少于五个工作日",
        en: "a round has the days of its state, in their order, and its notice runs five working days"),
      sql: """
        SELECT year, 0 FROM round WHERE (settled_on IS NOT NULL) <> (state IN ('settled', 'published', 'closed'))
        UNION ALL SELECT year, 0 FROM round WHERE (published_on IS NOT NULL) <> (state IN ('published', 'closed'))
        UNION ALL SELECT year, 0 FROM round WHERE (notice_until IS NOT NULL) <> (state IN ('published', 'closed'))
        UNION ALL SELECT year, 0 FROM round WHERE (closed_on IS NOT NULL) <> (state = 'closed')
        UNION ALL SELECT year, 1 FROM round WHERE settled_on < opened_on OR published_on < settled_on
        UNION ALL SELECT year, 1 FROM round WHERE report_by < material_by OR scores_by < report_by OR scores_by < material_by
        UNION ALL SELECT year, 2 FROM round WHERE notice_until < date(published_on, '+5 days')
        UNION ALL SELECT year, 3 FROM round WHERE closed_on <= notice_until
        """
    ) { row in
      switch row.text(1) {
      case "0": Phrase(zh: "日期与状态不符", en: "the days are not those of its state")
      case "1": Phrase(zh: "日期先后颠倒", en: "the days are out of their order")
      case "2": Phrase(zh: "公示不足五个工作日", en: "the notice runs less than five working days")
      default: Phrase(zh: "公示期未满即已结束", en: "it was closed before its notice was over")
      }
    },
    Invariant(
      .roundGaps, "25",
      must: Phrase(zh: "两轮评估相隔两年，不是两年的有理由", en: "rounds are two years apart, or one says why not"),
      sql: """
        SELECT year FROM round WHERE state <> 'cancelled' AND trim(reason) = ''
          AND EXISTS (SELECT 1 FROM round earlier WHERE earlier.year < round.year AND earlier.opened_on < round.opened_on
            AND earlier.state <> 'cancelled')
          AND NOT EXISTS (SELECT 1 FROM round earlier WHERE earlier.year = round.year - 2)
          AND NOT EXISTS (SELECT 1 FROM round earlier WHERE earlier.year < round.year AND earlier.state = 'cancelled')
        """
    ) { _ in Phrase(zh: "与上一轮相隔不是两年，也没有写明理由", en: "is not two years after the last round, and gives no reason") },
    Invariant(
      .assignments, "25",
      must: Phrase(zh: "评审分配与审计链所记一致，每份评分表都有分配", en: "assignments are as the chain says, and each sheet has one"),
      .chain([
        KeptSubject(
          "assignment/*/*/*", ["origin", "second_look"],
          sql: """
            SELECT 'assignment/' || year || '/' || code || '/' || login, origin, CASE WHEN is_second_look THEN 'yes' END
            FROM assignment JOIN center ON center.id = center_id
            """)
      ])),
    Invariant(
      .attendance, "25", must: Phrase(zh: "评审会到会情况与审计链所记一致", en: "who was at a panel's meeting is as the chain says"),
      .chain([
        KeptSubject(
          "attendance/*/*/*", ["present"],
          sql: "SELECT 'attendance/' || year || '/' || day || '/' || login, CASE WHEN is_present THEN 'yes' ELSE 'no' END FROM attendance")
      ])),
    Invariant(
      .released, "25", must: Phrase(zh: "解除的评审任务及理由与审计链所记一致", en: "who was let go, and why, is as the chain says"),
      sql: """
        WITH told AS (
          SELECT substr(change ->> '$.object', 12) AS object, change ->> '$.after.released' AS reason, max(seq) FROM audit
          WHERE act = 'assign.release' AND json_valid(change) GROUP BY 1),
        kept AS (SELECT year || '/' || code || '/' || login AS object, reason FROM released JOIN center ON center.id = center_id)
        SELECT object FROM told LEFT JOIN kept USING (object) WHERE kept.reason IS NOT told.reason
        UNION SELECT object FROM kept WHERE object NOT IN (SELECT object FROM told) ORDER BY 1
        """
    ) { _ in Phrase(zh: "与审计链所记不符", en: "is not what the chain says") },
    Invariant(
      .requests, "回避",
      must: Phrase(zh: "依托单位的回避申请与审计链所记一致", en: "whom hosts ask to step aside is as the chain says"),
      .rows(RecusalReplay.alteredRequests)),
    Invariant(
      .recusals, "回避",
      must: Phrase(zh: "分配时须回避的专家没有被分配", en: "nobody was assigned to a center at which they had to step aside"),
      .rows(RecusalReplay.wronglyAssigned)),
    Invariant(
      .due, "26",
      must: Phrase(zh: "未满两年或准予暂缓的中心没有评分表", en: "a center under two years or deferred has no sheets"),
      sql: """
        SELECT sheet.year || '/' || code, 0 FROM sheet JOIN assignment USING (year, center_id, login) JOIN center ON center.id = center_id
        WHERE sheet.year - CAST(substr(certified_on, 1, 4) AS INTEGER) < 2 AND center.link < assignment.link
        UNION
        SELECT year || '/' || code, 1 FROM sheet JOIN deferral USING (year, center_id) JOIN center ON center.id = center_id ORDER BY 1
        """
    ) { row in
      row.text(1) == "0"
        ? Phrase(zh: "认定未满两年，却有评分表", en: "has sheets, and was certified less than two years before")
        : Phrase(zh: "已准予暂缓，却有评分表", en: "has sheets, and was deferred")
    },
  ]

  /// Takes the steps of each round from its last notice on, as the chain has them.
  private static func wrongStages(_ db: Database) throws -> [Breach] {
    var reached: [Int: RoundState] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT act, CAST(substr(change ->> '$.object', 7, 4) AS INTEGER), change ->> '$.after.state' FROM audit
        WHERE (act IN ('round.open', 'round.settle', 'round.resume', 'round.publish', 'round.close', 'round.cancel')
          OR act = 'assign.draw' AND change LIKE '{"object":"round/%') AND json_valid(change)
        ORDER BY seq
        """)
    while let row = try rows.next() {
      let year: Int = row[1]
      switch row.text(0) {
      case Act.roundOpen.rawValue: reached[year] = RoundState(rawValue: row.text(2)) ?? .announced
      case Act.roundSettle.rawValue: reached[year] = .settled
      // Scoring can be started without anybody being assigned yet.
      case Act.roundResume.rawValue, Act.assign.rawValue: reached[year] = .scoring
      case Act.roundPublish.rawValue: reached[year] = .published
      case Act.roundClose.rawValue: reached[year] = .closed
      default: reached[year] = .cancelled
      }
    }
    // From the first assignment or sheet on a round is scoring without a step of its own; who was assigned may have been let go since.
    return try Row.fetchAll(
      db,
      sql: """
        SELECT year, state,
          EXISTS (SELECT 1 FROM assignment WHERE assignment.year = round.year) OR EXISTS (SELECT 1 FROM sheet WHERE sheet.year = round.year),
          EXISTS (SELECT 1 FROM released WHERE released.year = round.year)
            OR EXISTS (SELECT 1 FROM assignment_draw WHERE assignment_draw.year = round.year)
        FROM round ORDER BY year
        """
    ).compactMap { row in
      let (year, state): (Int, String) = (row[0], row.text(1))
      let (isBegun, wasBegun): (Bool, Bool) = (row[2], row[3])
      guard var reached = reached[year] else { return nil }
      if reached == .announced, isBegun || wasBegun && state == RoundState.scoring.rawValue { reached = .scoring }
      if reached.rawValue == state { return nil }
      return Breach(
        object: String(year),
        phrase: Phrase(
          zh: "登记为“\(RoundState(rawValue: state)?.phrase.zh ?? state)”，按其步骤应为“\(reached.phrase.zh)”",
          en: "is \(RoundState(rawValue: state)?.phrase.en ?? state), and its steps led to \(reached.phrase.en)"))
    }
  }
}
