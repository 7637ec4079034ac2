import CenterStore
import Regulation
import Testing

@Suite("Articles 5(3) and 25: a round that a department carries out for its own centers")
struct DepartmentRoundTests {
  typealias City = RoundCity
  private static let county = PlainText(literal: "献县科学技术局")

  private func city() throws -> City {
    let city = try City()
    try city.store(on: City.day(3, 2)).openRound(2028, RoundPlan(department: Self.county), by: City.bureau)
    return city
  }

  @Test("It is about the department’s own centers and no others")
  func covered() throws {
    let city = try city()
    let store = city.store(on: City.day(4, 1))
    let round = try store.round(2028, by: City.host)
    #expect(round.department == Self.county.string && round.agency.isEmpty)
    #expect(try store.dueCenters(2028, by: City.bureau).map(\.code) == ["C1", "C3"])
    #expect(try store.dueCenters(2026, by: City.bureau).map(\.code) == ["C1", "C2", "C3"])
    #expect(try store.materials(year: 2028, by: City.bureau).map(\.code) == ["C1", "C3"])
    #expect(try store.materials(year: 2028, by: City.otherHost).isEmpty)
    let place = try City.place("1.1.b")
    try store.saveFact(year: 2028, center: "C1", place, FactEntry(.count(1)), by: City.host)
    #expect(throws: StoreError.self) { try store.saveFact(year: 2028, center: "C2", place, FactEntry(.count(1)), by: City.otherHost) }
    #expect(throws: StoreError.self) { try store.stepRound(2028, .enter("C2"), by: City.bureau) }
    #expect(throws: StoreError.self) { try store.assignExpert(year: 2028, center: "C2", expert: "x1", by: City.bureau) }
    let both = RoundPlan(reason: City.why, agency: Self.county, department: Self.county)
    #expect(throws: StoreError.self) { try store.openRound(2030, both, by: City.bureau) }
  }

  @Test("The department draws, follows, looks again and settles; publication is the bureau’s, and no other department has a part in it")
  func conducted() throws {
    let city = try city()
    let store = city.store(on: City.day(4, 1))
    for who in [City.otherDepartment, City.department] {
      // That of 2026 is the bureau's.
      #expect(throws: StoreError.notPermitted(.assign)) { try store.assignExperts(year: 2026, by: who) }
      #expect(throws: StoreError.notPermitted(.roundSettle)) { try store.settleRound(2026, by: who) }
      #expect(throws: StoreError.notPermitted(nil)) { try store.roundFile(2026, by: who) }
    }
    #expect(throws: StoreError.notPermitted(.assign)) { try store.assignExperts(year: 2028, by: City.otherDepartment) }
    #expect(throws: StoreError.notPermitted(nil)) { try store.expertProgress(year: 2028, by: City.otherDepartment) }
    let plan = try store.assignExperts(year: 2028, by: City.department).plan
    #expect(plan.lines.count == 6 && Set(plan.lines.map(\.center)) == ["C1", "C3"])
    let panel = plan.lines.filter { $0.center == "C1" }.map(\.expert)
    for (expert, off) in zip(panel, [0, 5_00, 5_00]) {
      _ = try store.importScores(year: 2028, city.scratch.sheet("C1", expert, hundredthsOff: off), by: City.bureau)
    }
    #expect(try store.centerProgress(year: 2028, by: City.department).map(\.submitted) == [3, 0])
    try store.nameLeader(year: 2028, center: "C1", expert: panel[0], by: City.department)
    #expect(try store.groupOpinion(year: 2028, center: "C1", by: City.department).leader == panel[0])
    #expect(throws: StoreError.notPermitted(nil)) { try store.groupOpinion(year: 2028, center: "C1", by: City.otherDepartment) }
    #expect(throws: StoreError.notPermitted(.nameLeader)) {
      try store.nameLeader(year: 2028, center: "C1", expert: panel[0], by: City.otherDepartment)
    }
    try store.settleRound(2028, by: City.department)
    let file = try store.roundFile(2028, by: City.department)
    #expect(file.round.state.settlement?.figures.mapValues(\.score) == ["C1": Points(96_67)])
    #expect(file.round.state.settlement?.absent == ["C3"])
    #expect(try store.result(2028, by: City.department).result.centers.map(\.rank) == [1])
    #expect(throws: StoreError.notPermitted(.roundPublish)) { try store.publishRound(2028, workingDays: 5, by: City.department) }
    try store.publishRound(2028, workingDays: 5, by: City.bureau)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }
}
