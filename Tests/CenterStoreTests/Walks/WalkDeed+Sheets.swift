import CenterStore
import Regulation

extension WalkDeed {
  /// Where experts write.
  private static let open: Set<RoundState?> = [.scoring, .published]
  private static let comment = PlainText(literal: "较好")

  /// What an expert does with a sheet.
  static let sheets = [
    WalkDeed("score an indicator", in: open, weight: 3) { walk in
      guard let task = try walk.task("state IS NOT 'submitted'") else { return }
      let year = walk.year
      let (who, indicator) = (walk.mostly(task.expert), walk.one(of: IndicatorCode.all))
      let entry = ScoreEntry(points: walk.isOne(in: 8) ? .some(nil) : Points(Int.random(in: 0...6_00, using: &walk.random)))
      try walk.take(by: who) { try $0.score(year: year, center: task.center, indicator: indicator, entry, by: $1) }
    },
    WalkDeed("score the rest of a sheet", in: open, weight: 6) { walk in
      guard let task = try walk.task("state IS NOT 'submitted'") else { return }
      let (year, points) = (walk.year, walk.points())
      let who = walk.mostly(task.expert)
      let given = try walk.hand.texts(
        """
        SELECT indicator FROM sheet JOIN score ON sheet_id = sheet.id JOIN center ON center.id = center_id
        WHERE year = ? AND code = ? AND login = ? AND points IS NOT NULL
        """, [year, task.center, task.expert])
      for indicator in IndicatorCode.all where !given.contains(indicator.description) {
        let refusals = walk.tally.refusals
        try walk.take(by: who) {
          try $0.score(year: year, center: task.center, indicator: indicator, ScoreEntry(points: .some(points[indicator])), by: $1)
        }
        // What is not taken once is not taken nineteen times.
        if walk.tally.refusals > refusals { return }
      }
    },
    WalkDeed("comment", in: open, weight: 2) { walk in
      guard let task = try walk.task("state IS NOT 'submitted'") else { return }
      let year = walk.year
      let (who, indicator) = (walk.mostly(task.expert), walk.one(of: IndicatorCode.all))
      try walk.take(by: who) { try $0.score(year: year, center: task.center, indicator: indicator, ScoreEntry(comment: comment), by: $1) }
    },
    WalkDeed("keep a comment that is begun", in: open, weight: 2) { walk in
      guard let task = try walk.task() else { return }
      let year = walk.year
      let (who, indicator) = (walk.mostly(task.expert), IndicatorCode.all[walk.isOne(in: 2) ? 0 : 1])
      try walk.take(by: who) { try $0.keepDraft(year: year, center: task.center, indicator: indicator, comment, by: $1) }
    },
    WalkDeed("drop a comment that was begun", in: open, weight: 2) { walk in
      guard let task = try walk.task("EXISTS (SELECT 1 FROM comment_draft WHERE comment_draft.login = assignment.login)") else { return }
      let year = walk.year
      let (who, indicator) = (walk.mostly(task.expert), IndicatorCode.all[walk.isOne(in: 2) ? 0 : 1])
      try walk.take(by: who) { try $0.dropDraft(year: year, center: task.center, indicator: indicator, by: $1) }
    },
    WalkDeed("hand a sheet in", in: open, weight: 9) { walk in
      guard
        let task = try walk.task(
          "sheet.state = 'draft' AND 19 = (SELECT count(points) FROM score WHERE sheet_id = sheet.id)")
      else { return }
      let year = walk.year
      let who = walk.mostly(task.expert)
      try walk.take(by: who) { try $0.submitSheet(year: year, center: task.center, by: $1) }
    },
    WalkDeed("take a sheet back", in: open, weight: 3) { walk in
      guard let task = try walk.task("state = 'submitted'") else { return }
      let year = walk.year
      let who = walk.mostly(task.expert)
      try walk.take(by: who) { try $0.takeBackSheet(year: year, center: task.center, by: $1) }
    },
    WalkDeed("write the group's opinion", in: open, weight: 6) { walk in
      guard
        let task = try walk.task(
          """
          is_leader AND NOT EXISTS (SELECT 1 FROM assignment AS other LEFT JOIN sheet AS theirs USING (year, center_id, login)
            WHERE other.year = assignment.year AND other.center_id = assignment.center_id AND theirs.state IS NOT 'submitted')
          """)
      else { return }
      let (year, text) = (walk.year, walk.words())
      let who = walk.mostly(task.expert)
      try walk.take(by: who) { try $0.writeGroupOpinion(year: year, center: task.center, text, by: $1) }
    },
  ]

  /// What staff type for an expert.
  static let papers = [
    WalkDeed("type a sheet from paper", in: open, weight: 7) { walk in
      guard let task = try walk.task("sheet.id IS NULL") else { return }
      let (year, points, paper) = (walk.year, walk.points(), walk.words())
      let (who, isWhole) = (walk.mostly("bureau"), !walk.isOne(in: 5))
      let given = PerIndicator<Points?>(each: { isWhole || $0.index < 4 ? points[$0] : nil })
      try walk.take(by: who) {
        try $0.enterSheet(year: year, center: task.center, expert: task.expert, PaperSheet(points: given, paper: paper), by: $1)
      }
    },
    WalkDeed("bring scores in from a file", in: [.scoring], weight: 4) { walk in
      guard let task = try walk.task("state IS NOT 'submitted'") else { return }
      let (year, points) = (walk.year, walk.points())
      let (who, count) = (walk.mostly("bureau"), walk.isOne(in: 5) ? 4 : IndicatorCode.count)
      let rows = try IndicatorCode.all.prefix(count).enumerated().map { row, indicator in
        Numbered(
          row + 2,
          ScoreRecord(
            center: try PlainText(task.center), expert: try PlainText(task.expert), indicator: indicator, points: points[indicator]))
      }
      try walk.take(by: who) { try $0.importScores(year: year, rows, by: $1).requireClean() }
    },
  ]
}

extension RoundWalk {
  /// A full sheet: a share of each weight, so that sheets agree or disagree, tie, and come to lie on either side of 60 and 90.
  mutating func points() -> PerIndicator<Points> {
    let (share, off) = (one(of: [58, 60, 60, 75, 75, 89, 90, 90, 95, 100]), isOne(in: 2) ? 0 : Int.random(in: 0...9, using: &random))
    return PerIndicator<Points>(each: { Points(indicators[$0].fullPoints.hundredths * share / 100 - ($0.index == 0 ? off : 0)) })
  }
}
