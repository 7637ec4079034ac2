import GRDB
import Regulation
import Wording

/// One line of scores as files carry it.
public struct ScoreRecord: Sendable, Hashable {
  /// The center's code.
  public var center: PlainText
  /// The expert's login.
  public var expert: PlainText
  /// The indicator.
  public var indicator: IndicatorCode
  /// The points; `nil` where only a comment was written.
  public var points: Points?
  /// The comment; `nil` in a file without the column: leave it.
  public var comment: PlainText?

  /// Makes a record.
  public init(center: PlainText, expert: PlainText, indicator: IndicatorCode, points: Points?, comment: PlainText? = nil) {
    self.center = center
    self.expert = expert
    self.indicator = indicator
    self.points = points
    self.comment = comment
  }
}

extension CenterStore {
  /// Hands over the scores of a round, ordered by center, expert and indicator: all of them for staff, an expert's own.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for departments, hosts, viewers, and agencies whose round it is not.
  public func eachScore(year: Int, by who: Acting, _ body: (ScoreRecord) throws -> Void) throws(StoreError) {
    try read(by: who) { db, member in
      switch member.role {
      case .admin, .bureau, .expert: break
      case .agency where try CenterStore.isEntrusted(year, to: member, db),
        .department where try CenterStore.isEntrusted(year, to: member, db):
        break
      case .agency, .department, .host, .viewer: throw StoreError.notPermitted(nil)
      }
      _ = try CenterStore.round(year, db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT code, login, indicator, points, comment FROM sheet JOIN center ON center.id = center_id JOIN score ON sheet_id = sheet.id
          WHERE year = ?1 AND (?2 IS NULL OR login = ?2) ORDER BY code, login, indicator
          """, arguments: [year, member.role == .expert ? member.login : nil])
      while let row = try rows.next() {
        guard let indicator = IndicatorCode(row[2] as String) else { continue }
        let points = (row[3] as Int?).map { Points($0) }
        let comment = try PlainText(row[4], .paragraphs)
        if points == nil, comment.isEmpty { continue }
        try body(
          ScoreRecord(center: try PlainText(row[0]), expert: try PlainText(row[1]), indicator: indicator, points: points, comment: comment))
      }
    }
  }

  /// Merges scores from a file into the sheets of a round, as staff do from signed paper: per center and expert a submitted sheet where
  /// all nineteen indicators are there, a draft where not; the assignment that a sheet implies is recorded.
  ///
  /// A recused expert, a center that is not due and points above the weight are problems of their rows.
  public func importScores(
    year: Int, _ rows: [Numbered<ScoreRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importScores, object: "scores", facts: [("round", String(year))], dryRun: dryRun, by: who) { merge in
      let round = try CenterStore.round(year, merge.db)
      guard try round.state.takesSheets || CenterStore.hasOpenOnNotice(year, merge.db) else {
        throw Refusal(
          article: "25",
          Phrase(
            zh: "\(year) 年度评估\(round.state.phrase.zh)，不再接受评分", en: "the round of \(year) is \(round.state.phrase.en) and takes no scores"))
      }
      var importing = try ScoreImport(round: round, merge.db)
      for row in merge.paced(rows) {
        let record = row.record
        let key = "\(record.center)\u{0}\(record.expert)\u{0}\(record.indicator)"
        if merge.repeats(key, row.row, "indicator", record.indicator.description) { continue }
        try importing.put(row, &merge)
      }
      try importing.finish(&merge)
    }
  }
}
