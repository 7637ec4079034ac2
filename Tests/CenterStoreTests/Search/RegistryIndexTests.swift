import Regulation
import Testing

@testable import CenterStore

@Suite("The index of the registry")
struct RegistryIndexTests {
  /// Five centers, added by number; the codes stand otherwise.
  private static func index() -> RegistryIndex {
    var builder = RegistryIndex.Builder(rows: 5)
    for (id, name, field, day, status, score) in [
      (3, "沧州市铸造技术创新中心", "新材料", 300, CenterStatus.active, 9_000), (5, "沧州市激光切割技术创新中心", "", 100, .active, nil),
      (8, "沧州市管道检测技术创新中心", "管道装备", 200, .revoked, 5_999), (13, "沧州市激光焊接技术创新中心", "新材料", 100, .active, 8_999),
      (21, "沧州市盐碱地种植技术创新中心", "现代农业", 500, .reorganised, nil),
    ] as [(Int64, String, String, Int, CenterStatus, Int?)] {
      builder.add(
        id: id, code: "C\(id)", name: name, host: "沧州某厂", field: field, county: id == 5 ? "" : id > 8 ? "青县" : "黄骅市",
        department: "青县科学技术局", certifiedOn: Day(number: day), status: status,
        score: score.map { Points($0) }, scoredIn: score == nil ? nil : id == 3 ? 2024 : 2022)
    }
    return builder.finish(byCode: [21, 3, 5, 8, 13])
  }

  private func ids(_ sort: RegistrySort, _ filter: RegistryFilter = RegistryFilter()) -> [Int64] {
    let index = RegistryIndexTests.index()
    return index.order(sort, filter).rows.map { index.arena.ids[Int($0)] }
  }

  @Test("sorts by every column; centers without a value stand last in either direction, equal ones by code")
  func sorting() {
    #expect(ids(RegistrySort(.code)) == [21, 3, 5, 8, 13])
    #expect(ids(RegistrySort(.code, descending: true)) == [13, 8, 5, 3, 21])
    #expect(ids(RegistrySort(.name)) == [8, 13, 5, 21, 3])
    #expect(ids(RegistrySort(.field)) == [8, 21, 3, 13, 5])
    #expect(ids(RegistrySort(.field, descending: true)) == [3, 13, 21, 8, 5])
    #expect(ids(RegistrySort(.certified)) == [5, 13, 8, 3, 21])
    #expect(ids(RegistrySort(.certified, descending: true)) == [21, 3, 8, 5, 13])
    #expect(ids(RegistrySort(.score)) == [8, 13, 3, 21, 5])
    #expect(ids(RegistrySort(.score, descending: true)) == [3, 13, 8, 21, 5])
  }

  @Test("Article 28: 90.00 is filtered as excellent, 89.99 as qualified, 59.99 as unqualified")
  func grades() {
    #expect(ids(RegistrySort(), RegistryFilter(outcome: .graded(.excellent))) == [3])
    #expect(ids(RegistrySort(), RegistryFilter(outcome: .graded(.qualified))) == [13])
    #expect(ids(RegistrySort(), RegistryFilter(outcome: .graded(.unqualified))) == [8])
    #expect(ids(RegistrySort(), RegistryFilter(outcome: .unevaluated)) == [21, 5])
  }

  @Test("The year of certification and the year of the last public result are conditions of their own, each with its counts")
  func years() {
    #expect(ids(RegistrySort(), RegistryFilter(certifiedIn: 1970)) == [3, 5, 8, 13])
    #expect(ids(RegistrySort(), RegistryFilter(certifiedIn: 1971)) == [21])
    #expect(ids(RegistrySort(), RegistryFilter(evaluatedIn: 2022)) == [8, 13])
    #expect(ids(RegistrySort(), RegistryFilter(status: .active, certifiedIn: 1970, evaluatedIn: 2022)) == [13])
    let tally = RegistryIndexTests.index().tally(RegistryFilter(status: .active, evaluatedIn: 2022))
    #expect(tally.evaluatedIn == [2022: 1, 2024: 1])
    #expect(tally.certifiedIn == [1970: 1, 1971: 0])
  }

  @Test("How centers stand to their duties is a condition where that is known; without it nothing is let through")
  func duties() throws {
    let index = RegistryIndexTests.index()
    let day = Day(parsing: "2026-06-01") ?? Day(number: 0)
    let standings = [(Int64(3), DutySet([.advisoryMeeting])), (8, DutySet.all), (99, DutySet())].map { id, kept in
      var center = CenterDuties(
        id: id, code: "C\(id)", name: "", host: "", county: "", department: "", day: day, term: DutyTerm(certifiedOn: Day(number: 0)),
        hasCoBuilders: false)
      (center.now, center.past) = (kept, [DutySet](repeating: kept, count: max(0, day.year - DutyTerm.firstYear)))
      center.sumUp()
      return center
    }
    let column = index.duties(standings)
    func ids(_ article: String?, _ state: DutyStanding.State) -> [Int64] {
      let condition = RegistryFilter.DutyCondition(article: article, state: state)
      let order = index.order(RegistrySort(), RegistryFilter(duty: condition), duties: column)
      #expect(index.count(condition, RegistryFilter(), duties: column) == order.rows.count)
      return order.rows.map { index.arena.ids[Int($0)] }
    }
    #expect(ids("15", .behind) == [3] && ids("15", .kept) == [8] && ids("19", .behind) == [3] && ids(nil, .kept) == [8])
    #expect(ids("20", .kept) == [3, 8] && ids("7", .behind).isEmpty)
    #expect(index.order(RegistrySort(), RegistryFilter(duty: .init(article: "15", state: .behind))).rows.isEmpty)
  }

  @Test("Each choice of a filter is counted under the other conditions, not under its own")
  func tally() {
    let index = RegistryIndexTests.index()
    let all = index.tally()
    #expect(index.fields.terms == ["管道装备", "现代农业", "新材料", ""])
    #expect(all.fields == [1, 1, 2, 1])
    #expect(all.departments == [5] && index.counties.terms == ["黄骅市", "青县", ""] && all.counties == [2, 2, 1])
    #expect(all.statuses == [.active: 3, .revoked: 1, .reorganised: 1])
    #expect(all.outcomes == [.graded(.excellent): 1, .graded(.qualified): 1, .graded(.unqualified): 1, .unevaluated: 2])
    let some = index.tally(RegistryFilter(field: "新材料", status: .active))
    #expect(some.fields == [0, 0, 2, 1])
    #expect(some.departments == [2] && some.counties == [1, 1, 0])
    #expect(some.statuses == [.active: 2])
    #expect(some.outcomes == [.graded(.excellent): 1, .graded(.qualified): 1])
    #expect(index.tally(RegistryFilter(field: "没有的")).departments == [0])
  }

  @Test("Conditions are combined; a word that no center has lets nothing through, a blank one those that have none")
  func filtering() {
    #expect(ids(RegistrySort(.score), RegistryFilter(field: "新材料", status: .active)) == [13, 3])
    #expect(ids(RegistrySort(), RegistryFilter(field: "")) == [5])
    #expect(ids(RegistrySort(), RegistryFilter(field: "没有的")) == [])
    #expect(ids(RegistrySort(), RegistryFilter(department: "青县科学技术局", status: .revoked)) == [8])
    #expect(ids(RegistrySort(), RegistryFilter(county: "黄骅市")) == [3, 8] && ids(RegistrySort(), RegistryFilter(county: "")) == [5])
    #expect(ids(RegistrySort(), RegistryFilter(county: "青县", department: "青县科学技术局", status: .active)) == [13])
  }

  @Test("leads from a center to its row", arguments: [(3, 0), (13, 3), (21, 4), (1, nil), (4, nil), (99, nil)] as [(Int64, Int32?)])
  func rows(id: Int64, row: Int32?) { #expect(RegistryIndexTests.index().row(of: id) == row) }

  @Test("holds no result that is not public")
  func publicOnly() throws {
    let scratch = try Scratch()
    try scratch.fill()
    try scratch.store.openRound(2026, RoundPlan(minimumSheets: 1), by: Scratch.bureau)
    _ = try scratch.store.importScores(year: 2026, scratch.sheet("C1", "e1"), by: Scratch.bureau)
    try scratch.store.settleRound(2026, by: Scratch.bureau)
    func outcome() throws -> RegistryFilter.Outcome {
      let index = try scratch.store.registryIndex(by: Acting("viewer", .desk))
      let row = try #require(index.order().rows.first)
      return index.outcome(of: Int(row))
    }
    #expect(try outcome() == .unevaluated)
    try scratch.store.publishRound(2026, workingDays: 5, by: Scratch.bureau)
    #expect(try outcome() == .graded(.excellent))
  }

  @Test("finds a center by a name that it had before")
  func formerNames() throws {
    let scratch = try Scratch()
    try scratch.fill()
    var record = try scratch.store.center(code: "C2", by: Scratch.bureau)
    record.formerNames = [try PlainText("泊头市翻砂工程中心")]
    _ = try scratch.store.importCenters([Numbered(2, record)], by: Scratch.bureau)
    let index = try scratch.store.registryIndex(by: Acting("viewer", .desk))
    #expect(index.arena.hits(.init("botou fansha")).count == 1)
  }
}
