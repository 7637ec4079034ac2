import CenterStore
import Regulation
import Testing

@Suite("Articles 5(3) and 26 in the store: nothing is done with a center that has no part in a round")
struct ExemptTests {
  typealias City = RoundCity

  private func fact(_ center: String, _ count: Int) throws -> Numbered<FactRecord> {
    Numbered(
      2, FactRecord(center: try PlainText(center), fact: try City.place("1.1.b").code, year: nil, value: .count(count), note: .empty))
  }

  @Test("Figures of an exempt center come in from no file, neither by staff nor by its host; what stands there may be brought in again")
  func facts() throws {
    let city = try City()
    let store = city.store(on: City.day(4, 1))
    for who in [City.bureau, City.host] {
      let problems = try store.importFacts(year: 2026, [fact("C3", 1)], by: who).problems
      #expect(problems.map(\.column) == ["center"] && problems.first?.message.zh.contains("认定未满两年") == true)
    }
    #expect(try store.materials(year: 2026, by: City.bureau).map(\.material.stage) == [.none, .none, .none])
    #expect(try store.importFacts(year: 2026, [fact("C1", 1)], by: City.host).new == 1)
    try store.stepRound(2026, .postpone("C1", reason: City.why), by: City.bureau)
    #expect(try store.importFacts(year: 2026, [fact("C1", 1)], by: City.bureau).unchanged == 1)
    #expect(try store.importFacts(year: 2026, [fact("C1", 2)], by: City.bureau).problems.count == 1)
    #expect(try store.materials(year: 2026, by: City.bureau)[0].material.stage == .none)
  }

  @Test("Documents come in for no exempt center, neither by hand nor from a file; what was there before it was deferred can be taken out")
  func documents() throws {
    let city = try City()
    let store = city.store(on: City.day(4, 1))
    let entry = AttachmentEntry(title: City.why)
    func row(_ center: String) throws -> [Numbered<AttachmentRecord>] {
      try [Numbered(2, AttachmentRecord(center: PlainText(center), title: PlainText("审计报告")))]
    }
    for who in [City.bureau, City.host] {
      let young = refusal { try store.attach(entry, to: .material(center: "C3", year: 2026), by: who) }
      #expect(young?.article == "26" && young?.phrase.zh.contains("认定未满两年") == true)
      let problems = try store.importAttachments(year: 2026, row("C3"), by: who).problems
      #expect(problems.map(\.column) == ["center"] && problems.first?.message.zh.contains("认定未满两年") == true)
    }
    let own = AttachmentSubject.material(center: "C1", year: 2026)
    try store.attach(entry, to: own, by: City.host)
    try store.stepRound(2026, .postpone("C1", reason: City.why), by: City.bureau)
    #expect(refusal { try store.attach(AttachmentEntry(title: PlainText("章程")), to: own, by: City.host) }?.article == "26")
    try store.detach(City.why, from: own, by: City.host)
    #expect(try store.attachments(of: own, by: City.bureau).isEmpty)
  }

  @Test("Nobody gives the pledge in a round that is over", arguments: [true, false])
  func pledge(isCancelled: Bool) throws {
    let city = try City()
    let store = city.store(on: City.day(8, 20))
    let expert = Acting("x1", .desk)
    if isCancelled {
      try store.cancelRound(2026, reason: City.why, by: City.bureau)
    } else {
      for center in ["C1", "C2"] { try city.score(center, ["x1": 0, "x2": 0, "x3": 0]) }
      try store.settleRound(2026, by: City.bureau)
      try store.publishRound(2026, workingDays: 5, by: City.bureau)
      // While the results are on notice, an upheld objection may call an expert in.
      try store.pledge(year: 2026, by: Acting("x4", .desk))
      try city.store(on: City.day(9, 20)).closeRound(2026, by: City.bureau)
    }
    let links = try city.scratch.links().count
    #expect(refusal { try store.pledge(year: 2026, by: expert) }?.phrase.zh.contains("不再签署承诺") == true)
    #expect(try city.scratch.links().count == links && !store.hasPledged(year: 2026, by: expert))
  }

  @Test("Whoever was assigned before a center was deferred writes and hands in nothing more; what was begun stays as it is")
  func deferred() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let (first, second) = (Acting("x1", .desk), Acting("x2", .desk))
    for who in [first, second] {
      try store.assignExpert(year: 2026, center: "C1", expert: who.login, by: City.bureau)
      try store.assignExpert(year: 2026, center: "C2", expert: who.login, by: City.bureau)
      try store.pledge(year: 2026, by: who)
    }
    try store.stepRound(2026, .postpone("C1", reason: City.why), by: City.bureau)
    let entry = ScoreEntry(points: .some(.zero))
    #expect(refusal { try store.score(year: 2026, center: "C1", indicator: IndicatorCode.all[0], entry, by: first) }?.article == "26")
    #expect(refusal { try store.submitSheet(year: 2026, center: "C1", by: second) }?.article == "26")
    try store.score(year: 2026, center: "C2", indicator: IndicatorCode.all[0], entry, by: first)
  }

  @Test("A round that was called off and is announced again for a department takes no sheets of others’ centers that were begun before")
  func covered() throws {
    let city = try City()
    let store = city.store(on: City.day(3, 2))
    let expert = Acting("x1", .desk)
    try store.assignExpert(year: 2026, center: "C2", expert: "x1", by: City.bureau)
    try store.pledge(year: 2026, by: expert)
    let entry = ScoreEntry(points: .some(.zero))
    try store.score(year: 2026, center: "C2", indicator: IndicatorCode.all[0], entry, by: expert)
    try store.cancelRound(2026, reason: City.why, by: City.bureau)
    try store.openRound(2026, RoundPlan(department: PlainText(literal: "献县科学技术局")), by: City.bureau)
    #expect(refusal { try store.score(year: 2026, center: "C2", indicator: IndicatorCode.all[1], entry, by: expert) }?.article == "5")
  }

  /// Records `C1` for the other county.
  private func move(_ city: City) throws {
    var record: CenterRecord?
    try city.scratch.store.eachCenter(by: Scratch.admin) { if $0.code.string == "C1" { record = $0 } }
    var moved = try #require(record)
    moved.department = PlainText(literal: "东光县科学技术局")
    #expect(try city.scratch.store.importCenters([Numbered(2, moved)], by: Scratch.admin).changed == 1)
  }

  /// A round of the county of `C1`, which has one sheet of the three that it needs.
  private func departmentRound() throws -> City {
    let city = try City()
    try city.store(on: City.day(3, 2)).cancelRound(2026, reason: City.why, by: City.bureau)
    try city.store(on: City.day(3, 2)).openRound(2026, RoundPlan(department: PlainText(literal: "献县科学技术局")), by: City.bureau)
    try city.score("C1", ["x1": 0])
    return city
  }

  @Test("A round in which a sheet was handed in is not called off, though the center went to another department since")
  func calledOff() throws {
    let city = try departmentRound()
    try move(city)
    #expect(refusal { try city.store(on: City.day(6, 2)).cancelRound(2026, reason: City.why, by: City.bureau) }?.article == "25")
  }

  @Test("A pending center that goes to another department before publication is not made absent (article 30(2))")
  func gone() throws {
    let city = try departmentRound()
    let store = city.store(on: City.day(6, 2))
    try store.settleRound(2026, by: City.department)
    try move(city)
    try store.publishRound(2026, workingDays: 5, by: City.bureau)
    let settlement = try store.roundFile(2026, by: City.bureau).round.state.settlement
    #expect(settlement?.pending == ["C1"] && settlement?.absent == [])
  }
}
