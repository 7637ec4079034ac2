import CenterStore
import Regulation
import Testing

@Suite("Articles 25 to 28 in the store: a round is kept as the rules know it, step by step")
struct RoundStoreTests {
  typealias City = RoundCity
  private static let why = RoundCity.why

  /// A step, who takes it, on which day.
  typealias Entry = (step: EvaluationRoundStep, who: Acting, day: Day)

  /// From the notice to the end: `C1` hands in and is scored below 60, `C2` is scored and objects, which is upheld.
  private static let path: [Entry] = [
    (.enter("C1"), City.bureau, City.day(4, 1)), (.enter("C2"), City.bureau, City.day(4, 1)),
    (.returnForCorrection("C1", reason: why), City.department, City.day(4, 2)), (.enter("C1"), City.bureau, City.day(4, 3)),
    (.report("C1", remark: nil), City.department, City.day(5, 4)), (.startScoring, City.bureau, City.day(6, 1)),
    (.settle, City.bureau, City.day(8, 3)), (.resume, City.bureau, City.day(8, 3)), (.settle, City.bureau, City.day(8, 3)),
    (.publish(workingDays: 5), City.bureau, City.day(8, 3)),
    (.object("C2", receivedOn: City.day(8, 4), grounds: why, signedBy: why, evidence: why), City.bureau, City.day(8, 4)),
    (.object("C1", receivedOn: City.day(8, 4), grounds: why, signedBy: nil, evidence: nil), City.bureau, City.day(8, 4)),
    (.settleObjection(1, isUpheld: true, reason: why), City.bureau, City.day(8, 5)),
    (.resettle("C2"), City.bureau, City.day(8, 6)), (.settleObjection(2, isUpheld: false, reason: why), City.bureau, City.day(8, 6)),
    (.close, City.bureau, City.day(8, 11)),
  ]

  private static let steps: [EvaluationRoundStep] = [
    .submit("C1"), .enter("C1"), .admitLate("C1", .material, reason: why), .returnForCorrection("C1", reason: why),
    .report("C1", remark: nil), .postpone("C1", reason: why), .startScoring, .settle, .resume, .publish(workingDays: 5),
    .object("C1", receivedOn: City.day(8, 4), grounds: why, signedBy: why, evidence: why),
    .settleObjection(1, isUpheld: false, reason: why), .settleObjection(7, isUpheld: false, reason: why), .resettle("C2"),
    .resettle("C1"), .close, .cancel(reason: why),
  ]

  private static func city(after count: Int) throws -> City {
    let city = try City()
    for (place, entry) in path.prefix(count).enumerated() {
      try city.store(on: entry.day).stepRound(2026, entry.step, by: entry.who)
      if place == 5 { try score(city) }
    }
    return city
  }

  private static func score(_ city: City) throws {
    try city.score("C1", ["x1": 5_00, "x2": 5_00, "x3": 5_00])
    try city.score("C2", ["x1": 0, "x2": 1, "x3": 2])
  }

  @Test("What is read back is what the rules make of the same steps, after each of them")
  func path() throws {
    let city = try City()
    for (place, entry) in Self.path.enumerated() {
      let store = city.store(on: entry.day)
      let before = try store.roundFile(2026, by: City.bureau)
      var expected = before.round
      let role: Role = entry.who == City.department ? .department : .bureau
      try expected.take(entry.step, by: role, before.situation)
      try store.stepRound(2026, entry.step, by: entry.who)
      let after = try store.roundFile(2026, by: City.bureau)
      #expect(after.round == expected, "\(entry.step)")
      #expect(after.record.state == expected.stage && after.history.count == place + 1 && after.history.last?.step == entry.step)
      if place == 5 { try Self.score(city) }
    }
    #expect(try city.scratch.store.verifyChain(by: Scratch.admin).isWhole)
    #expect(try city.scratch.store.examine(by: Scratch.admin).isEmpty)
  }

  @Test(
    "Every pair of state and step: the store takes what the rules take, refuses what they refuse, and changes nothing then",
    arguments: 0...16)
  func table(count: Int) throws {
    let made = try Self.city(after: count)
    let today = count == 0 ? City.day(4, 1) : Self.path[count - 1].day
    for step in Self.steps {
      for who in [City.bureau, City.department, City.host] {
        let city = try City(copying: made)
        let store = city.store(on: today)
        let file = try store.roundFile(2026, by: City.bureau)
        let role: Role = who == City.bureau ? .bureau : who == City.department ? .department : .host
        guard step.kind.isTaken(by: role, under: .bureau) else {
          #expect(throws: StoreError.notPermitted(step.kind.act)) { try store.stepRound(2026, step, by: who) }
          continue
        }
        var expected = file.round
        var situation = file.situation
        if let center = step.center, file.record.state.takesSheets {
          situation.centers[center]?.form = try form(store, center)
        }
        let before = try city.scratch.otherHand().digest()
        let refusal: Refusal? = { do throws(Refusal) { try expected.take(step, by: role, situation); return nil } catch { return error } }()
        if let refusal {
          #expect(throws: StoreError.refused(refusal)) { try store.stepRound(2026, step, by: who) }
          #expect(try city.scratch.otherHand().digest() == before, "\(step)")
        } else {
          try store.stepRound(2026, step, by: who)
          #expect(try store.roundFile(2026, by: City.bureau).round == expected, "\(step)")
        }
      }
    }
  }

  private func form(_ store: CenterStore, _ center: String) throws -> EvaluationRound.Form {
    let form = try store.materialFile(year: 2026, center: center, by: City.bureau).form
    let submission = try form.submission
    return EvaluationRound.Form(
      open: submission.open.count, errors: submission.errors.count, unexplained: submission.unexplained.count,
      isDeclared: form.declaration != nil, unchecked: form.unchecked.count, wrong: form.questioned.count, isBlank: form.isBlank)
  }

  @Test("An upheld objection re-opens its center’s sheets; the published figure stands until it is fixed anew, and both stay on file")
  func objection() throws {
    let city = try Self.city(after: 13)
    let store = city.store(on: City.day(8, 5))
    let expert = Acting("x1", .desk)
    func published() throws -> [String: Points] {
      Dictionary(uniqueKeysWithValues: try store.result(2026, by: Acting("viewer", .desk)).result.centers.map { ($0.code, $0.score.score) })
    }
    #expect(try published() == ["C1": Points(95_00), "C2": Points(99_99)])
    try store.pledge(year: 2026, by: expert)
    #expect(throws: StoreError.self) { try store.takeBackSheet(year: 2026, center: "C1", by: expert) }
    try store.takeBackSheet(year: 2026, center: "C2", by: expert)
    #expect(throws: StoreError.self) { try store.stepRound(2026, .resettle("C2"), by: City.bureau) }
    try store.score(year: 2026, center: "C2", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(.zero)), by: expert)
    try store.submitSheet(year: 2026, center: "C2", by: expert)
    #expect(try published()["C2"] == Points(99_99))
    #expect(try store.publicResults(center: "C2", by: expert).map(\.score) == [Points(99_99)])
    try store.stepRound(2026, .resettle("C2"), by: City.bureau)
    #expect(try published() == ["C1": Points(95_00), "C2": Points(98_32)])
    let figure = try store.roundFile(2026, by: City.bureau).round.state.settlement?.figures["C2"]
    #expect(
      figure == RoundFigure(score: Points(98_32), sheets: 3, replaced: [.init(score: Points(99_99), objection: 1, on: City.day(8, 5))]))
    #expect(throws: StoreError.self) { try store.takeBackSheet(year: 2026, center: "C2", by: expert) }
    #expect(try store.results(year: 2026, by: City.bureau).map(\.rank) == [2, 1])
  }

  @Test("A round whose scoring was started before anybody was assigned is as its steps led it")
  func startedEmpty() throws {
    let city = try City()
    let store = city.store(on: City.day(5, 10))
    try store.stepRound(2026, .startScoring, by: City.bureau)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("A second objection that is upheld while its center is re-opened leaves on file the sheets from which the published figure came")
  func secondObjection() throws {
    let city = try Self.city(after: 13)
    let store = city.store(on: City.day(8, 5))
    let expert = Acting("x1", .desk)
    try store.pledge(year: 2026, by: expert)
    try store.takeBackSheet(year: 2026, center: "C2", by: expert)
    try store.stepRound(
      2026, .object("C2", receivedOn: City.day(8, 5), grounds: Self.why, signedBy: Self.why, evidence: Self.why), by: City.bureau)
    try store.stepRound(2026, .settleObjection(3, isUpheld: true, reason: Self.why), by: City.bureau)
    let shown = try store.centerResult(year: 2026, center: "C2", by: City.otherHost)
    #expect(shown.isReopened && shown.sheets.count == 3 && shown.score?.score == Points(99_99))
    #expect(try store.results(year: 2026, by: City.bureau).map(\.score) == [Points(95_00), Points(99_99)])
  }
}
