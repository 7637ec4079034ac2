import GRDB
import Regulation
import Wording

/// A center's result of a year, as files carry it.
public struct ResultRecord: Sendable, Hashable {
  /// The center's code.
  public var center: PlainText
  /// The published score.
  public var score: Points
  /// The grade.
  public var grade: Grade
  /// The rank; `nil` where it is not known.
  public var rank: Int?

  /// Makes a record.
  public init(center: PlainText, score: Points, grade: Grade, rank: Int? = nil) {
    self.center = center
    self.score = score
    self.grade = grade
    self.rank = rank
  }
}

extension CenterStore {
  /// Merges results of a past year of which no round is on the desk, as history.
  ///
  /// Grades must be what article 28 makes of the scores, ranks must follow the scores, and no center has a result of a year before its
  /// certification. What stands as it stood is not looked at again.
  public func importResults(
    year: Int, _ rows: [Numbered<ResultRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importResults, object: "results", facts: [("round", String(year))], dryRun: dryRun, by: who) { merge in
      if try Bool.fetchOne(merge.db, sql: "SELECT 1 FROM round WHERE year = ?", arguments: [year]) != nil {
        throw Refusal(
          article: "25",
          Phrase(zh: "\(year) 年度评估在本系统内进行，结果不能导入", en: "the round of \(year) is on the desk; its results come from its sheets"))
      }
      if year > merge.operation.now.day.year {
        throw Refusal(
          article: "25",
          Phrase(zh: "\(year) 年尚未到来，只能导入往年结果", en: "\(year) is still to come; only results of past years can be imported"))
      }
      for row in merge.paced(rows) {
        let code = row.record.center.string
        if merge.repeats(code, row.row, "center", code) { continue }
        try merge.put(row, year: year)
      }
      if merge.outcome.new + merge.outcome.changed > 0 { try merge.checkRanks(rows, year: year) }
    }
  }

  /// The results of a year, ordered by code: worked out from the sheets where the round is on the desk, else as they came in.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see them yet.
  public func results(year: Int, by who: Acting) throws(StoreError) -> [ResultRecord] {
    try read(by: who) { db, member in
      if try Bool.fetchOne(db, sql: "SELECT 1 FROM round WHERE year = ?", arguments: [year]) ?? false {
        return try CenterStore.visibleResult(year, to: member, today: today, db).result.centers
          .map { ResultRecord(center: try PlainText($0.code), score: $0.score.score, grade: $0.score.grade, rank: $0.rank) }
          .sorted { $0.center < $1.center }
      }
      let history = try CenterStore.history(of: year, db)
      if history.isEmpty {
        // A round of this year that is not public yet would be answered so.
        throw [.admin, .bureau, .department].contains(member.role) ? StoreError.noSuch(.round, String(year)) : StoreError.notPermitted(nil)
      }
      return try history.map { ResultRecord(center: try PlainText($0.code), score: $0.score, grade: $0.grade, rank: $0.rank) }
        .sorted { $0.center < $1.center }
    }
  }
}

extension Merge {
  /// Merges one line of history.
  fileprivate mutating func put(_ row: Numbered<ResultRecord>, year: Int) throws {
    let record = row.record
    guard
      let stored = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, certified_on FROM center WHERE code = ?"), arguments: [record.center.string])
    else { return refuse(row.row, "center", record.center.string, StoreError.unknown(.center, record.center.string)) }
    let center: Int64 = stored[0]
    let grade = Grade(published: record.score)
    if grade != record.grade {
      return refuse(
        row.row, "grade", record.grade.rawValue,
        Phrase(
          zh: "得分 \(record.score) 应为“\(grade.phrase.zh)”（办法第28条）", en: "a score of \(record.score) is \(grade.rawValue) (article 28)"))
    }
    let old = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT score, grade, rank FROM result WHERE year = ? AND center_id = ?"), arguments: [year, center])
    let before = old.map { row -> Change.Fields in
      [("score", Points(row[0]).description), ("grade", row[1]), ("rank", (row[2] as Int?).map(String.init) ?? "")]
    }
    let after: Change.Fields = [
      ("score", record.score.description), ("grade", record.grade.rawValue), ("rank", record.rank.map(String.init) ?? ""),
    ]
    if let before, Change.same(before, after) { return outcome.unchanged += 1 }
    let certified = try CenterStore.day(stored[1]).year
    if year < certified {
      return refuse(
        row.row, "center", record.center.string,
        Phrase(
          zh: "该中心 \(certified) 年认定，没有 \(year) 年度的评估结果，请核对编号和年度",
          en: "was certified in \(certified) and has no result of \(year); look at the code and the year"))
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO result(year, center_id, score, grade, rank, link) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT(year, center_id) DO UPDATE SET score = excluded.score, grade = excluded.grade, rank = excluded.rank, link = excluded.link
        """
    ).execute(arguments: [year, center, record.score.hundredths, record.grade.rawValue, record.rank, link])
    note("result/\(year)/\(record.center)", before: before, after: after)
  }

  /// Notes ranks that contradict scores: a better one for a lower score, among all results of the year, those that were there before too.
  fileprivate mutating func checkRanks(_ rows: [Numbered<ResultRecord>], year: Int) throws {
    let inFile = Dictionary(rows.map { ($0.record.center.string, $0.row) }) { first, _ in first }
    let ranked = try CenterStore.history(of: year, db).filter { $0.rank != nil }
    for (high, low) in Ranking.contradictions(in: ranked, score: \.score, rank: { $0.rank ?? 0 }) {
      let (first, last) = (low.rank ?? 0, high.rank ?? 0)
      if let row = inFile[low.code] {
        refuse(
          row, "rank", String(first),
          Phrase(
            zh: "排在 \(high.code)（\(high.score) 分，第 \(last) 名）之前，得分 \(low.score) 却较低，请核对",
            en: "is better than the rank \(last) of \(high.code) with \(high.score), for a lower score of \(low.score); look at both"))
      } else if let row = inFile[high.code] {
        refuse(
          row, "rank", String(last),
          Phrase(
            zh: "排在 \(low.code)（\(low.score) 分，第 \(first) 名）之后，得分 \(high.score) 却较高，请核对",
            en: "is worse than the rank \(first) of \(low.code) with \(low.score), for a higher score of \(high.score); look at both"))
      }
    }
  }
}
