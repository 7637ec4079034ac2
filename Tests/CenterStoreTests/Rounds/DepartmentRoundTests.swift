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

  /// Moves `C1` to the other department.
  private func move(_ city: City, to department: String = "东光县科学技术局") throws {
    var record = try city.scratch.store.center(code: "C1", by: City.bureau)
    record.department = try PlainText(department)
    #expect(try city.store(on: City.day(6, 1)).importCenters([Numbered(2, record)], by: City.bureau).problems.isEmpty)
  }

  private func handIn(_ city: City) throws {
    let store = city.store(on: City.day(4, 1))
    try store.stepRound(2028, .enter("C1"), by: City.bureau)
  }

  @Test("Articles 5(3) and 26: a center that goes to another department stays once a sheet is begun, is settled, and is on the roll")
  func stays() throws {
    let city = try city()
    let store = city.store(on: City.day(4, 1))
    let panel = try store.assignExperts(year: 2028, by: City.department).plan.lines.filter { $0.center == "C1" }.map(\.expert)
    for expert in panel { _ = try store.importScores(year: 2028, city.scratch.sheet("C1", expert, hundredthsOff: 3_00), by: City.bureau) }
    try move(city)
    for who in [City.bureau, City.department] {
      #expect(try store.dueCenters(2028, by: who).map(\.code) == ["C1", "C3"])
      #expect(try store.materials(year: 2028, by: who).map(\.code) == ["C1", "C3"])
      #expect(try store.centerProgress(year: 2028, by: who).map(\.submitted) == [3, 0])
      _ = try store.factSheet(year: 2028, center: "C1", by: who)
    }
    // The one that it went to sees its own center, and no other of the round.
    #expect(try store.dueCenters(2028, by: City.otherDepartment).map(\.code) == ["C1"])
    #expect(try store.materials(year: 2028, by: City.otherDepartment).map(\.code) == ["C1"])
    #expect(throws: StoreError.notPermitted(nil)) { try store.factSheet(year: 2028, center: "C3", by: City.otherDepartment) }
    // A sheet that is taken back to mend a slip does not drop it.
    let expert = Acting(panel[0], .desk)
    try store.pledge(year: 2028, by: expert)
    try store.takeBackSheet(year: 2028, center: "C1", by: expert)
    try store.score(year: 2028, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(Points(1_00))), by: expert)
    try store.submitSheet(year: 2028, center: "C1", by: expert)
    try store.settleRound(2028, by: City.department)
    let settlement = try #require(try store.roundFile(2028, by: City.department).round.state.settlement)
    #expect(settlement.figures.keys.sorted() == ["C1"] && settlement.absent == ["C3"])
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test(
    "Article 27: handed in material keeps it as well, and its new department looks at that; with neither it goes, and one that comes takes part"
  )
  func material() throws {
    let city = try city()
    let store = city.store(on: City.day(4, 1))
    try handIn(city)
    try move(city)
    #expect(try store.dueCenters(2028, by: City.department).map(\.code) == ["C1", "C3"])
    #expect(throws: StoreError.notPermitted(.returnMaterial)) {
      try store.stepRound(2028, .returnForCorrection("C1", reason: City.why), by: City.department)
    }
    try store.stepRound(2028, .returnForCorrection("C1", reason: City.why), by: City.otherDepartment)

    let other = try self.city()
    let market = other.store(on: City.day(4, 1))
    try market.assignExpert(year: 2028, center: "C1", expert: "x1", by: City.department)
    try move(other)
    #expect(try market.dueCenters(2028, by: City.department).map(\.code) == ["C3"])
    #expect(throws: StoreError.notPermitted(nil)) { try market.factSheet(year: 2028, center: "C1", by: City.department) }
    #expect(throws: StoreError.self) { try market.stepRound(2028, .enter("C1"), by: City.bureau) }
    try move(other, to: "献县科学技术局")
    #expect(try market.dueCenters(2028, by: City.department).map(\.code) == ["C1", "C3"])
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
