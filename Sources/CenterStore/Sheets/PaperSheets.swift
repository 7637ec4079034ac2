import GRDB
import Regulation
import Wording

/// A sheet that an expert filled in and signed on paper, as staff type it.
public struct PaperSheet: Sendable, Hashable, Codable {
  /// The points of each indicator, as far as given.
  public var points: PerIndicator<Points?>
  /// The comment on each indicator.
  public var comments: PerIndicator<PlainText>
  /// Which paper it is: its number, or where it lies.
  public var paper: PlainText

  /// Makes a sheet.
  public init(points: PerIndicator<Points?>, comments: PerIndicator<PlainText> = PerIndicator(repeating: .empty), paper: PlainText) {
    self.points = points
    self.comments = comments
    self.paper = paper
  }
}

extension CenterStore {
  /// Types an expert's sheet from signed paper; it is marked as entered by staff wherever the result is shown. A sheet with all nineteen indicators
  /// is handed in, another is a draft; the assignment that it implies is recorded.
  ///
  /// - Parameter expecting: what had been typed when this person began; `nil` where nothing had (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` where the paper is not named, over a sheet that the expert entered, for a recused expert, a center that is
  ///   not due, points above the weight and a round that takes no scores.
  public func enterSheet(
    year: Int, center: String, expert: String, _ sheet: PaperSheet, expecting: Seen<PaperSheet?>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.enterSheet, by: who) { operation in
      let db = operation.db
      let round = try CenterStore.round(year, db)
      let id = try CenterStore.centerID(center, db)
      guard try round.state.takesSheets || CenterStore.isOpenOnNotice(year, id, db) else {
        throw Refusal(
          article: "25",
          Phrase(
            zh: "\(year) 年度评估\(round.state.phrase.zh)，不再接受评分", en: "the round of \(year) is \(round.state.phrase.en) and takes no scores"))
      }
      if sheet.paper.isEmpty { throw Refusal(article: "25", Phrase(zh: "须写明纸质评分表的编号或存放位置", en: "say which signed paper it is")) }
      if sheet.points.values.allSatisfy({ $0 == nil }) { throw Refusal(article: "附表", Phrase(zh: "没有填写得分", en: "no points are given")) }
      try operation.requireAssignable(year, center, id, expert)
      let old = try Row.fetchOne(
        db, sql: "SELECT entered_by, paper FROM sheet WHERE year = ? AND center_id = ? AND login = ?", arguments: [year, id, expert])
      if let old, (old[0] as String).isEmpty {
        throw Refusal(article: "25", Phrase(zh: "\(expert) 已自行填写评分表", en: "\(expert) has entered a sheet already"))
      }
      let sheet = try operation.join(sheet, expecting, of: (year, center, id, expert))
      var merge = Merge(operation: operation, link: try operation.nextNumber())
      var importing = try ScoreImport(round: round, db)
      for (index, code) in IndicatorCode.all.enumerated() where sheet.points[code] != nil || !sheet.comments[code].isEmpty {
        try importing.put(
          Numbered(
            index + 1,
            ScoreRecord(
              center: PlainText(center), expert: PlainText(expert), indicator: code, points: sheet.points[code],
              comment: sheet.comments[code])), &merge)
      }
      if let problem = merge.outcome.problems.first { throw Refusal(article: "附表", problem.message) }
      try importing.finish(&merge)
      if merge.log.count == 0, old?[1] == sheet.paper.string { return }
      merge.log.append(
        Change(
          object: "sheet/\(year)/\(center)/\(expert)/paper", before: old.map { [("paper", $0[1])] }, after: [("paper", sheet.paper.string)])
      )
      try operation.append(
        .enterSheet, Change(object: "sheet/\(year)/\(center)/\(expert)", rows: merge.log.count, root: merge.log.root))
      try operation.keep(rows: merge.log, of: merge.link)
      try db.execute(
        sql: "UPDATE sheet SET paper = ?, link = ? WHERE year = ? AND center_id = ? AND login = ?",
        arguments: [sheet.paper.string, merge.link, year, id, expert])
    }
  }
}
