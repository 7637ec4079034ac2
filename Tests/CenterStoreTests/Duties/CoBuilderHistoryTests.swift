import Regulation
import Testing

@testable import CenterStore

@Suite("Articles 7, 14 and 31: who co-built a center on an earlier day, by the changes and the chain")
struct CoBuilderHistoryTests {
  private static let why = PlainText(literal: "有据")
  private static func day(_ text: String) -> Day { Day(parsing: text) ?? Day(number: 0) }

  private func store(_ city: City, on day: String) -> CenterStore {
    city.scratch.store.under(
      Surroundings(now: { Moment(Self.day(day), seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes))
  }

  /// What the file of a center says of a duty on a day, which the list of all centers says as well: the state, the last day or since when.
  private func told(_ duty: Duty, on day: String, of code: String = "C1", _ city: City) throws -> String {
    let store = store(city, on: "2026-12-30")
    let file = try store.dutyFile(of: code, on: Self.day(day), by: City.acting(.bureau))
    let standing = try #require(file.findings.first { $0.duty == duty }).standing
    let line = try #require(try store.dutyStandings(on: Self.day(day), by: City.acting(.bureau)).first { $0.code == code })
    #expect(line.standing(of: duty) == standing, "\(code) \(day)")
    #expect(line.states.stands(standing.state == .notOwed ? .notOwed : standing.state, to: DutySet([duty])))
    return "\(standing.state) \(standing.lastDay.map { "\($0)" } ?? standing.brokenSince.map { "since \($0)" } ?? "-")"
  }

  /// Who co-built on a day.
  private func builders(on day: String, of code: String = "C1", _ city: City) throws -> [String] {
    try store(city, on: "2026-12-30").dutyFile(of: code, on: Self.day(day), by: City.acting(.bureau)).records
      .coBuilders(on: Self.day(day)).map(\.string)
  }

  private func change(_ names: [String], on day: String, _ city: City) throws {
    let petition = try ChangePetition(
      changes: [.coBuilders(try names.map { try PlainText($0) })], grounds: Self.why, evidence: Self.why)
    let store = store(city, on: day)
    let number = try store.requestChange(of: "C1", petition, by: City.acting(.host))
    try store.stepChange(number, .forward(remark: .empty), by: City.acting(.department))
    try store.stepChange(number, .apply(document: .empty, old: []), by: City.acting(.bureau))
  }

  @Test("A co-builder that a change brings owes from that day on, until the end of the year after, and nothing on the day before")
  func changes() throws {
    let city = try City()
    let member = try CommitteeMember(name: PlainText("赵"), employer: PlainText("甲公司"), duty: nil)
    try store(city, on: "2026-02-01").nameCommittee(
      .management, of: "C1", [member], since: Self.day("2026-02-01"), by: City.acting(.host))
    try change(["丙大学"], on: "2026-11-30", city)
    for duty in [Duty.coBuilding, .managementCommittee] {
      #expect(try told(duty, on: "2026-11-30", city) == "due 2027-12-31")
      #expect(try told(duty, on: "2027-12-31", city) == "due 2027-12-31")
      #expect(try told(duty, on: "2028-01-01", city) == "behind 2027-12-31")
    }
    #expect(try told(.coBuilding, on: "2026-11-29", city) == "notOwed -")
    #expect(try told(.managementCommittee, on: "2026-11-29", city) == "kept -")
    #expect(try builders(on: "2026-11-29", city) == [] && builders(on: "2026-11-30", city) == ["丙大学"])
    // It goes, and another one comes; of what was taken back on the day nothing stays.
    try change(["戊所"], on: "2026-12-10", city)
    try change(["丙大学"], on: "2026-12-12", city)
    try change(["戊所", "丙大学"], on: "2026-12-12", city)
    for (day, names) in [
      ("2026-12-09", ["丙大学"]), ("2026-12-10", ["戊所"]), ("2026-12-12", ["戊所", "丙大学"]),
    ] { #expect(try builders(on: day, city) == names, "\(day)") }
  }

  @Test("Of a file counts the day on which it came; whom a center brought along was there before, and owes from the beginning")
  func files() throws {
    let city = try City()
    func put(_ names: [String], on day: String) throws {
      let record = CenterRecord(
        code: try PlainText("C3"), name: try PlainText("沧州市C3技术创新中心"), host: try PlainText("甲公司"), hostKind: .enterprise,
        coBuilders: try names.map { try PlainText($0) }, department: try PlainText("献县科学技术局"), certifiedOn: Self.day("2021-01-01"))
      let outcome = try store(city, on: day).importCenters([Numbered(2, record)], by: Scratch.admin)
      #expect(outcome.problems.isEmpty)
    }
    try put(["丙大学"], on: "2026-03-01")
    #expect(try told(.coBuilding, on: "2026-02-01", of: "C3", city) == "behind 2025-12-31")
    try put(["丙大学", "戊所"], on: "2026-07-01")
    try put(["戊所"], on: "2026-09-01")
    for (day, names) in [
      ("2025-11-01", ["丙大学"]), ("2026-06-30", ["丙大学"]), ("2026-07-01", ["戊所", "丙大学"]), ("2026-09-01", ["戊所"]),
    ] { #expect(try builders(on: day, of: "C3", city) == names, "\(day)") }
    #expect(try told(.coBuilding, on: "2026-08-01", of: "C3", city) == "behind 2025-12-31")
    #expect(try told(.coBuilding, on: "2026-09-01", of: "C3", city) == "due 2027-12-31")
  }

  @Test("A committee that is named so that it is not lawful any more is behind since that day, in the list as well")
  func broken() throws {
    let city = try City()
    func member(_ name: String, _ employer: String) throws -> CommitteeMember {
      CommitteeMember(name: try PlainText(name), employer: try PlainText(employer), duty: nil)
    }
    let host = try member("赵", "甲公司")
    for (day, members) in [("2026-02-01", [host]), ("2026-11-30", [host, try member("钱", "外地大学")])] {
      try store(city, on: day).nameCommittee(.management, of: "C1", members, since: Self.day(day), by: City.acting(.host))
    }
    #expect(try told(.managementCommittee, on: "2026-01-31", city) == "behind 2025-12-31")
    #expect(try told(.managementCommittee, on: "2026-11-29", city) == "kept -")
    #expect(try told(.managementCommittee, on: "2026-12-15", city) == "behind since 2026-11-30")
  }
}
