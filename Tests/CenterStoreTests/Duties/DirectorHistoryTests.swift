import Regulation
import Testing

@testable import CenterStore

@Suite("Article 16: who was director on an earlier day, by the filings and the chain")
struct DirectorHistoryTests {
  private static let why = PlainText(literal: "有据")
  private static func day(_ text: String) -> Day { Day(parsing: text) ?? Day(number: 0) }

  private func store(_ city: City, on day: String) -> CenterStore {
    city.scratch.store.under(
      Surroundings(now: { Moment(Self.day(day), seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes))
  }

  /// Files a director whom the host decided on some days before.
  private func file(_ name: String, decided: String, filed: String, _ city: City) throws {
    let store = store(city, on: filed)
    let number = try store.beginDirectorFiling(
      of: "C1", director: PlainText(name), considered: .init(on: Self.day(decided), minutes: Self.why), by: City.acting(.host))
    try store.stepDirector(number, .decide(on: Self.day(decided), document: Self.why), by: City.acting(.host))
    try store.stepDirector(number, .file, by: City.acting(.host))
    for role in [Role.department, .bureau] { try store.stepDirector(number, .note, by: City.acting(role)) }
  }

  /// What the file of a center says of its director on a day; the list of all centers says the same.
  private func told(_ day: String, of code: String = "C1", _ city: City) throws -> String {
    let store = store(city, on: "2026-12-01")
    let file = try store.dutyFile(of: code, on: Self.day(day), by: City.acting(.bureau))
    let finding = try #require(file.findings.first { $0.duty == .director })
    let line = try #require(try store.dutyStandings(on: Self.day(day), by: City.acting(.bureau)).first { $0.code == code })
    #expect(line.standing(of: .director) == finding.standing, "\(code) \(day)")
    #expect(line.states.stands(.kept, to: DutySet([.director])) == (finding.standing.state == .kept))
    return finding.standing.state == .kept ? file.records.director?.string ?? "" : "-"
  }

  @Test("Nobody was before the first decision; each filed director was from the day of the decision on, until the next")
  func filings() throws {
    let city = try City()
    try file("李", decided: "2026-05-30", filed: "2026-06-01", city)
    try file("王", decided: "2026-08-01", filed: "2026-08-20", city)
    for (day, name) in [
      ("2025-12-31", "-"), ("2026-05-29", "-"), ("2026-05-30", "李"), ("2026-07-31", "李"), ("2026-08-01", "王"), ("2026-12-01", "王"),
      ("2027-01-01", "王"),
    ] { #expect(try told(day, city) == name, "\(day)") }
    // The other center has none at any time.
    #expect(try told("2026-06-15", of: "C2", city) == "-")
  }

  @Test("A filing that was decided and not filed yet changes nothing")
  func decidedOnly() throws {
    let city = try City()
    let store = store(city, on: "2026-06-01")
    let number = try store.beginDirectorFiling(
      of: "C1", director: PlainText("李"), considered: .init(on: Self.day("2026-05-30"), minutes: Self.why), by: City.acting(.host))
    try store.stepDirector(number, .decide(on: Self.day("2026-05-30"), document: Self.why), by: City.acting(.host))
    #expect(try told("2026-06-15", city) == "-")
  }

  @Test("Of a file counts the day on which it came; whom a center brought along was its director before, as far as anybody knows")
  func files() throws {
    let city = try City()
    func put(_ director: String, on day: String, code: String = "C3") throws {
      let record = CenterRecord(
        code: try PlainText(code), name: try PlainText("沧州市\(code)技术创新中心"), host: try PlainText("甲公司"), hostKind: .enterprise,
        department: try PlainText("献县科学技术局"), certifiedOn: Self.day("2021-01-01"), director: try PlainText(director))
      let outcome = try store(city, on: day).importCenters([Numbered(2, record)], by: Scratch.admin)
      #expect(outcome.problems.isEmpty)
    }
    try put("赵", on: "2026-03-01")
    try put("钱", on: "2026-07-01")
    try put("", on: "2026-09-01")
    for (day, name) in [
      ("2025-11-01", "赵"), ("2026-06-30", "赵"), ("2026-07-01", "钱"), ("2026-08-31", "钱"), ("2026-09-01", "-"),
    ] { #expect(try told(day, of: "C3", city) == name, "\(day)") }
    // A file and a filing, one after the other.
    try file("李", decided: "2026-05-30", filed: "2026-06-01", city)
    let old = try city.store.center(code: "C1", by: Scratch.bureau)
    var record = old
    record.director = try PlainText("孙")
    _ = try store(city, on: "2026-10-01").importCenters([Numbered(2, record)], by: Scratch.admin)
    for (day, name) in [("2026-05-29", "-"), ("2026-09-30", "李"), ("2026-10-01", "孙")] {
      #expect(try told(day, city) == name, "\(day)")
    }
  }
}
