import CenterStore
import Foundation
import Regulation

/// A small, plainly fictional store made through the store's operations: three departments, nine centers over three fields, three experts,
/// the round of 2026 on its way, facts of the five centers of one field, results of 2024 as history.
///
/// Who scores what: `zhou` CZ-01 … CZ-05 and CZ-07 (`zhou` works for the host of CZ-06); `lin` CZ-01 and CZ-02; `he` CZ-01.
final class DeskFixture: Sendable {
  /// The store; its day is ``today``.
  let store: CenterStore
  private let folder: String

  /// 20 days before the last day for scores.
  static let today = day("2026-06-10")
  /// The last day for scores of the round of 2026.
  static let scoresBy = day("2026-06-30")

  static let bureau = Acting("bureau", .desk)
  static let zhou = Acting("zhou", .desk)
  static let lin = Acting("lin", .desk)

  /// Makes the store in a temporary folder, which goes when the fixture goes.
  init(minimumSheets: Int = 1, asksOwnScores: Bool = false) throws {
    weights = try IndicatorSystem.standard.get().weights
    folder = NSTemporaryDirectory() + "desk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try CenterStore.create(folder + "/store.sqlite", surroundings: DeskFixture.surroundings(on: DeskFixture.today))
    try addRegistry()
    try addPeople()
    try store.openRound(
      2026, RoundPlan(minimumSheets: minimumSheets, scoresBy: DeskFixture.scoresBy, asksOwnScores: asksOwnScores), by: DeskFixture.bureau)
    try addAssignments()
    try addFacts()
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Noon of a day, and random bytes as they come.
  static func surroundings(on day: Day) -> Surroundings {
    Surroundings(now: { Moment(day, seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes)
  }

  /// The host unit of a center.
  func host(of code: String) throws -> String { try store.registryLine(code: code, by: DeskFixture.bureau).host }

  /// The code of an indicator.
  static func code(_ text: String) throws -> IndicatorCode {
    guard let code = IndicatorCode(text) else { throw FixtureError.malformed(text) }
    return code
  }

  /// The most points of each indicator.
  let weights: PerIndicator<Points>

  /// An expert's sheet as it stands on disk.
  func sheet(_ center: String, by who: Acting = zhou) throws -> Sheet { try store.sheet(year: 2026, center: center, by: who) }

  /// Gives every indicator of a sheet about 80 % of its weight, except one that `leaving` names.
  func fill(_ center: String, leaving: String? = nil, by who: Acting = zhou) throws {
    for code in IndicatorCode.all where code.description != leaving {
      let points = PointsEntry.points(share: Points(whole: 78 + code.index % 5), of: weights[code])
      try store.score(year: 2026, center: center, indicator: code, ScoreEntry(points: .some(points)), by: who)
    }
  }

  private func addRegistry() throws {
    let admin = Acting("admin", .command)
    try accept(
      store.importDepartments(
        numbered([
          DepartmentRecord(name: text("盐山县科学技术局"), kind: .county, jurisdiction: text("盐山县")),
          DepartmentRecord(name: text("青县科学技术局"), kind: .county, jurisdiction: text("青县")),
          DepartmentRecord(name: text("沧州市工业和信息化局"), kind: .municipal, jurisdiction: text("沧州市")),
        ]), by: admin))
    try accept(
      store.importCenters(
        numbered(
          DeskFixture.centers.map { line in
            CenterRecord(
              code: try text(line.code), name: try text(line.name), host: try text(line.host), hostKind: .enterprise,
              coBuilders: try line.coBuilders.map { try text($0) }, department: try text(line.department), field: try text(line.field),
              certifiedOn: DeskFixture.day(line.certifiedOn), status: .active, director: try text(line.director))
          }), by: admin))
    try accept(
      store.importResults(
        year: 2024,
        numbered([
          ResultRecord(center: text("CZ-01"), score: Points(8_120), grade: .qualified, rank: 3),
          ResultRecord(center: text("CZ-02"), score: Points(9_105), grade: .excellent, rank: 1),
          ResultRecord(center: text("CZ-03"), score: Points(5_840), grade: .unqualified, rank: 7),
        ]), by: admin))
  }

  private func addPeople() throws {
    let admin = Acting("admin", .command)
    try accept(
      store.importExperts(
        numbered([
          ExpertRecord(
            login: text("zhou"), name: text("周文澜"), employer: text("沧州云帆食品有限公司"), formerEmployers: [text("渤海示范大学")],
            title: text("正高级工程师"), fields: [text("管道装备")], kind: .technical),
          ExpertRecord(login: text("lin"), name: text("林若溪"), employer: text("渤海示范大学"), kind: .management),
          ExpertRecord(login: text("he"), name: text("何知秋"), employer: text("冀中样本会计师事务所"), kind: .finance),
        ]), by: admin))
    try accept(
      store.importUsers(
        numbered([
          UserRecord(login: text("bureau"), name: text("沈望舒"), role: .bureau),
          UserRecord(login: text("yanshan"), name: text("叶青禾"), role: .department, organization: text("盐山县科学技术局")),
          UserRecord(login: text("viewer"), name: text("访客"), role: .viewer),
        ]), by: admin))
  }

  private func addAssignments() throws {
    for center in ["CZ-01", "CZ-02", "CZ-03", "CZ-04", "CZ-05", "CZ-07"] {
      try store.assignExpert(year: 2026, center: center, expert: "zhou", by: DeskFixture.bureau)
    }
    for center in ["CZ-01", "CZ-02"] { try store.assignExpert(year: 2026, center: center, expert: "lin", by: DeskFixture.bureau) }
    try store.assignExpert(year: 2026, center: "CZ-01", expert: "he", by: DeskFixture.bureau)
  }

  // MARK: - Small words

  private func accept(_ outcome: ImportOutcome) throws {
    if let problem = outcome.problems.first { throw FixtureError.malformed("\(problem.row) \(problem.column) \(problem.message.en)") }
  }

  func text(_ string: String) throws -> PlainText { try PlainText(string, .paragraphs) }

  func numbered<Record>(_ records: [Record]) -> [Numbered<Record>] {
    records.enumerated().map { Numbered($0.offset + 2, $0.element) }
  }

  /// A day written in this file; a malformed one is the day 0, which no test expects.
  static func day(_ text: String) -> Day { Day(parsing: text) ?? Day(number: 0) }

  enum FixtureError: Error {
    case malformed(String)
  }
}
