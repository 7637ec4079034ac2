import CenterStore
import Regulation

extension DeskFixture {
  /// The fixture half way through scoring: CZ-01 has three sheets and is 优秀, CZ-02 two far apart and 合格, CZ-03 one and 不合格, CZ-04 and
  /// CZ-05 one each and 合格; CZ-07 has a sheet that is not finished; CZ-06 and CZ-08 take no part.
  static func scored(asksOwnScores: Bool = false) throws -> DeskFixture {
    let fixture = try DeskFixture(asksOwnScores: asksOwnScores)
    try fixture.store.pledge(year: 2026, by: zhou)
    try fixture.store.pledge(year: 2026, by: lin)
    for (center, expert, share) in [
      ("CZ-01", "zhou", 95), ("CZ-01", "lin", 92), ("CZ-01", "he", 90), ("CZ-02", "zhou", 88), ("CZ-02", "lin", 61), ("CZ-03", "zhou", 52),
      ("CZ-04", "zhou", 75), ("CZ-05", "zhou", 75),
    ] {
      try fixture.importSheet(center, expert, share: share)
    }
    try fixture.fill("CZ-07", leaving: "5.4")
    return fixture
  }

  /// The fixture with a round on notice: CZ-01 has three sheets, the own sheet of `zhou` with a comment that names `lin`; CZ-02 has one;
  /// nobody else took part. `host` is of CZ-02, or of another center.
  static func published(minimumSheets: Int = 1, hostOf center: String = "CZ-02") throws -> DeskFixture {
    let fixture = try DeskFixture(minimumSheets: minimumSheets)
    try fixture.store.pledge(year: 2026, by: zhou)
    try fixture.fill("CZ-01")
    try fixture.store.score(
      year: 2026, center: "CZ-01", indicator: code("1.2"), ScoreEntry(comment: fixture.text("会议记录完整，与林若溪意见一致")), by: zhou)
    try fixture.store.submitSheet(year: 2026, center: "CZ-01", by: zhou)
    try fixture.importSheet("CZ-01", "lin", share: 92)
    try fixture.importSheet("CZ-01", "he", share: 90)
    try fixture.importSheet("CZ-02", "lin", share: 61)
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: center)))
      ]), by: Acting("admin", .command))
    // The numbers of the experts follow from random bytes; here they are the same every time.
    let drawn = Surroundings(now: { Moment(today, seconds: 12 * 3600) }, randomBytes: { [UInt8](repeating: 7, count: $0) })
    try fixture.store.under(drawn).settleRound(2026, by: bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: bureau)
    return fixture
  }

  /// Gives a center, for its host, points of its own: every indicator at one share of its weight.
  func giveOwnScores(_ center: String, share: Int) throws {
    for code in IndicatorCode.all {
      let points = PointsEntry.points(share: Points(whole: share), of: weights[code])
      try store.saveOwnScore(year: 2026, center: center, indicator: code, points, by: DeskFixture.bureau)
    }
  }

  /// Enters a whole sheet for an expert, as staff do from signed paper: every indicator at one share of its weight.
  func importSheet(_ center: String, _ expert: String, share: Int, year: Int = 2026) throws {
    let weights = try IndicatorSystem.standard.get().weights
    let rows = try IndicatorCode.all.map { code in
      ScoreRecord(
        center: try text(center), expert: try text(expert), indicator: code,
        points: PointsEntry.points(share: Points(whole: share), of: weights[code]), comment: .empty)
    }
    let outcome = try store.importScores(year: year, numbered(rows), by: DeskFixture.bureau)
    if let problem = outcome.problems.first { throw FixtureError.malformed("\(problem.row) \(problem.column) \(problem.message.en)") }
  }
}
