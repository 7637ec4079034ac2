import CenterStore
import Regulation
import Testing

@Suite("Article 27: an evaluation form, from the first figure to the department’s report")
struct EvaluationFormTests {
  typealias City = RoundCity

  private func refusal(_ attempt: () throws -> Void) -> String? {
    do {
      try attempt()
      return nil
    } catch StoreError.refused(let refusal) {
      return refusal.phrase.zh
    } catch {
      return "\(error)"
    }
  }

  @Test("Every figure is kept as it is written, right or wrong, and taken away again; each leaves a link, nothing changed leaves none")
  func drafts() throws {
    let city = try City()
    let store = city.store(on: City.day(3, 2))
    let (place, other) = (try City.place("1.1.b"), try City.place("2.1.a", 2025))
    try store.saveFact(year: 2026, center: "C1", place, FactEntry(.count(3)), by: City.host)
    try store.saveFact(year: 2026, center: "C1", try City.place("1.1.c"), FactEntry(.count(5)), by: City.host)
    try store.saveFact(
      year: 2026, center: "C1", other, FactEntry(.figure(Hundredths(12_50)), note: PlainText(literal: "含税")), by: City.host)
    let links = try city.scratch.links().count
    try store.saveFact(
      year: 2026, center: "C1", other, FactEntry(.figure(Hundredths(12_50)), note: PlainText(literal: "含税")), by: City.host)
    #expect(try city.scratch.links().count == links)
    let form = try store.materialFile(year: 2026, center: "C1", by: City.host).form
    #expect(form.sheet.entries[place]?.value == .count(3) && form.sheet.entries[other]?.note.string == "含税")
    #expect(try form.submission.errors.map(\.check.text) == ["c <= b"])
    try store.saveFact(year: 2026, center: "C1", other, FactEntry(nil), by: City.host)
    #expect(try store.factSheet(year: 2026, center: "C1", by: City.host).entries.count == 2)
    #expect(try city.scratch.links().last?.act == "material.write")
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("What another desk of the host wrote meanwhile is not overwritten")
  func meanwhile() throws {
    let city = try City()
    let store = city.store(on: City.day(3, 2))
    let place = try City.place("1.1.b")
    try store.saveFact(year: 2026, center: "C1", place, FactEntry(.count(3)), expecting: Seen(FactEntry(nil)), by: City.host)
    #expect(throws: StoreError.self) {
      try store.saveFact(year: 2026, center: "C1", place, FactEntry(.count(4)), expecting: Seen(FactEntry(nil)), by: City.host)
    }
    try store.saveFact(year: 2026, center: "C1", place, FactEntry(.count(4)), expecting: Seen(FactEntry(.count(3))), by: City.host)
  }

  @Test(
    "A place that the form does not ask for, and a value that an item cannot hold, are refused",
    arguments: [
      ("2.1.d", 2025, FactValue.figure(Hundredths(1))), ("1.1.b", 2025, .count(1)), ("2.1.a", nil, .figure(Hundredths(1))),
      ("2.1.a", 2023, .figure(Hundredths(1))), ("2.1.a", 2026, .figure(Hundredths(1))), ("1.1.b", nil, .figure(Hundredths(1))),
      ("1.1.b", nil, .count(-1)),
    ] as [(String, Int?, FactValue)])
  func asked(code: String, year: Int?, value: FactValue) throws {
    let city = try City()
    let store = city.store(on: City.day(3, 2))
    #expect(throws: StoreError.self) {
      try store.saveFact(year: 2026, center: "C1", City.place(code, year), FactEntry(value), by: City.host)
    }
    #expect(try store.factSheet(year: 2026, center: "C1", by: City.host).entries.isEmpty)
    #expect(try city.scratch.links().last?.act == "round.open")
  }

  @Test("An error stops handing in, a doubt does once it has a remark, and the declaration is given for what stands there")
  func handingIn() throws {
    let city = try City()
    let store = city.store(on: City.day(4, 1))
    func submit() -> String? { refusal { try store.stepRound(2026, .submit("C1"), by: City.host) } }
    func put(_ code: String, _ count: Int) throws {
      try store.saveFact(year: 2026, center: "C1", City.place(code), FactEntry(.count(count)), by: City.host)
    }
    try put("1.1.b", 3)
    try put("1.1.c", 5)
    #expect(submit()?.hasSuffix("处未填，也未说明") == true)
    try city.fill("C1", by: City.host)
    #expect(submit() == "还有 1 处数据矛盾")
    // Two insiders of three are more than a third (article 15): a doubt, and no error.
    try put("1.1.c", 2)
    let doubt = try #require(try store.materialFile(year: 2026, center: "C1", by: City.host).form.submission.unexplained.first)
    #expect(doubt.article == "15" && submit() == "还有 1 处存疑未说明")
    #expect(refusal { try store.saveRemark(year: 2026, center: "C1", on: "9.9 z", City.why, by: City.host) } == "评估情况表上没有这处存疑")
    try store.saveRemark(year: 2026, center: "C1", on: doubt.identifier, City.why, by: City.host)
    #expect(
      refusal { try store.saveRemark(year: 2026, center: "C1", on: doubt.identifier, .empty, expecting: Seen(.empty), by: City.host) }
        == nil)
    #expect(
      refusal {
        try store.saveRemark(
          year: 2026, center: "C1", on: doubt.identifier, PlainText(literal: "另有说明"), expecting: Seen(.empty), by: City.host)
      }?.contains("changedMeanwhile") == true)
    #expect(submit() == "须先声明材料完整、真实")
    try store.declareMaterial(year: 2026, center: "C1", isDeclared: true, by: City.host)
    #expect(try store.materialFile(year: 2026, center: "C1", by: City.host).form.declaration?.name == "host")
    try put("1.1.b", 4)
    #expect(submit() == "须先声明材料完整、真实")
    try put("1.1.b", 3)
    try store.declareMaterial(year: 2026, center: "C1", isDeclared: true, by: City.host)
    #expect(submit() == nil)
    let file = try store.materialFile(year: 2026, center: "C1", by: City.host)
    #expect(file.file.material == .submitted(.init(on: City.day(4, 1), isByStaff: false)) && !file.isWritable)
    #expect(file.history.map(\.step) == [.submit("C1")] && file.history[0].login == nil)
    // With the department it is not the host's to change, by whatever way.
    #expect(refusal { try put("1.1.b", 9) }?.contains("退回后方可修改") == true)
    #expect(refusal { try store.attach(AttachmentEntry(title: City.why), to: .material(center: "C1", year: 2026), by: City.host) } != nil)
    let row = FactRecord(center: PlainText(literal: "C1"), fact: try City.place("1.1.b").code, year: nil, value: .count(9), note: .empty)
    #expect(refusal { _ = try store.importFacts(year: 2026, [Numbered(2, row)], by: City.host) } != nil)
    #expect(try store.factSheet(year: 2026, center: "C1", by: City.host).entries[City.place("1.1.b")]?.value == .count(3))
  }

  @Test(
    "After the last day nothing is handed in unless the bureau admits it; whoever did not come is absent by the rule", arguments: [30, 31])
  func lastDay(day: Int) throws {
    let city = try City()
    try city.fill("C1", by: City.host)
    try city.store(on: City.day(4, 1)).declareMaterial(year: 2026, center: "C1", isDeclared: true, by: City.host)
    let today = City.day(4, 1).adding(days: day - 1)
    let store = city.store(on: today)
    #expect(
      try store.roundFile(2026, by: City.bureau).round.standing(of: "C1", store.roundFile(2026, by: City.bureau).situation)
        == (day == 30 ? .due : .absent))
    let line = try #require(try store.materials(year: 2026, by: City.host).first { $0.code == "C1" })
    #expect(line.isLate == (day == 31) && line.lastDay == City.day(4, 30))
    if day == 30 { return try store.stepRound(2026, .submit("C1"), by: City.host) }
    #expect(throws: StoreError.self) { try store.stepRound(2026, .submit("C1"), by: City.host) }
    #expect(try store.result(2026, by: City.bureau).result.absent == ["C1", "C2"])
    try store.stepRound(2026, .admitLate("C1", .material, reason: City.why), by: City.bureau)
    #expect(try store.result(2026, by: City.bureau).result.absent == ["C2"])
    #expect(try store.materials(year: 2026, by: City.host).first { $0.code == "C1" }?.isLate == false)
    try store.stepRound(2026, .submit("C1"), by: City.host)
    #expect(try store.result(2026, by: City.bureau).result.pending.map(\.code) == ["C1"])
  }

  @Test("The department looks at every item, asks, gives back, looks at what changed and reports")
  func check() throws {
    let city = try City()
    let store = city.store(on: City.day(5, 11))
    let (item, other) = (try City.place("1.1.b").code, try City.place("1.1.a").code)
    let wrong = PlainText(literal: "与名单不符")
    func check(_ items: [FactCode], _ isConfirmed: Bool, _ note: PlainText = .empty) -> String? {
      refusal { try store.checkFacts(year: 2026, center: "C1", items, isConfirmed: isConfirmed, note: note, by: City.department) }
    }
    func form() throws -> EvaluationForm { try store.materialFile(year: 2026, center: "C1", by: City.department).form }
    try city.store(on: City.day(4, 1)).saveFact(year: 2026, center: "C1", FactKey(item), FactEntry(.count(3)), by: City.host)
    #expect(check([item], true)?.contains("不能审查") == true)
    try city.handIn("C1", by: City.host)
    let all = try form().unchecked
    #expect(all.count > 100 && all.contains(item))
    #expect(check([item], false) == "有疑问须写明内容")
    #expect(check(all, true) == nil && check([item], false, wrong) == nil)
    #expect(try form().questioned == [item] && form().unchecked.isEmpty)
    // Who saw nothing of the question finds everything right: the question stays, and they are told.
    #expect(throws: StoreError.self) {
      try store.checkFacts(year: 2026, center: "C1", [item], isConfirmed: true, expecting: Seen([:]), by: City.department)
    }
    #expect(try form().questioned == [item])
    let links = try city.scratch.links().count
    #expect(try check([item], false, wrong) == nil && city.scratch.links().count == links)
    #expect(refusal { try store.stepRound(2026, .report("C1", remark: nil), by: City.department) } == "有审查不符的数据项，须写明意见")
    try store.stepRound(2026, .returnForCorrection("C1", reason: PlainText(literal: "名单")), by: City.department)
    #expect(check([other], true)?.contains("不能审查") == true)
    // The host sees what is asked, and what it changes is open again.
    let seen = try store.materialFile(year: 2026, center: "C1", by: City.host)
    #expect(seen.form.verdicts[item]?.note.string == "与名单不符" && seen.isWritable)
    try store.saveFact(year: 2026, center: "C1", FactKey(item), FactEntry(.count(4)), by: City.host)
    try store.saveFact(year: 2026, center: "C1", FactKey(other), FactEntry(nil), by: City.host)
    #expect(refusal { try store.stepRound(2026, .submit("C1"), by: City.host) } == "还有 1 处未填，也未说明")
    try city.handIn("C1", by: City.host, on: City.day(5, 12))
    #expect(try form().verdicts[item]?.isCurrent == false)
    #expect(try form().unchecked == [other, item].sorted())
    #expect(try store.materials(year: 2026, by: City.department).first { $0.code == "C1" }?.unchecked == 2)
    #expect(refusal { try store.stepRound(2026, .report("C1", remark: nil), by: City.department) } == "还有 2 个数据项未审查")
    try city.confirm("C1", by: City.department)
    try store.stepRound(2026, .report("C1", remark: nil), by: City.department)
    let line = try #require(try store.materials(year: 2026, by: City.bureau).first { $0.code == "C1" })
    #expect(line.material == .reported(.init(on: City.day(4, 1), isByStaff: false), on: City.day(5, 11), remark: nil))
    #expect(line.unchecked == 0 && line.questioned == 0 && line.since == City.day(5, 11))
    let history = try store.materialFile(year: 2026, center: "C1", by: City.bureau).history
    #expect(
      history.map(\.step.kind) == [.submit, .returnForCorrection, .submit, .report]
        && history.map(\.login) == ["host", "xian", "host", "xian"])
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("What staff import is handed in by them; the host completes it, declares it and hands it in as its own")
  func byStaff() throws {
    let city = try City()
    let store = city.store(on: City.day(5, 20))
    let row = FactRecord(center: PlainText(literal: "C1"), fact: try City.place("1.1.b").code, year: nil, value: .count(3), note: .empty)
    _ = try store.importFacts(year: 2026, [Numbered(2, row)], by: City.bureau)
    func file() throws -> MaterialFile { try store.materialFile(year: 2026, center: "C1", by: City.host) }
    #expect(try file().file.material == .submitted(.init(on: City.day(5, 20), isByStaff: true)) && file().isWritable)
    #expect(try file().history.map(\.step) == [.enter("C1")])
    #expect(try store.importFacts(year: 2026, [Numbered(2, row)], by: City.host).unchanged == 1)
    try city.handIn("C1", by: City.host, on: City.day(5, 21))
    #expect(try file().file.material == .submitted(.init(on: City.day(5, 20), isByStaff: false)) && !file().isWritable)
    #expect(try store.importFacts(year: 2026, [Numbered(2, row)], by: City.host).unchanged == 1)
    // What was given back and comes in corrected by way of staff is in again.
    try store.stepRound(2026, .returnForCorrection("C1", reason: City.why), by: City.department)
    var corrected = row
    corrected.value = .count(4)
    _ = try store.importFacts(year: 2026, [Numbered(2, corrected)], by: City.bureau)
    #expect(try file().file.material.stage == .submitted)
  }

  @Test("Points of the host's own are asked for by some rounds only, count in nothing, and open to an expert after their own sheet")
  func ownScores() throws {
    let (without, city) = (try City(), try City(asksOwnScores: true))
    let indicator = IndicatorCode.all[0]
    #expect(
      refusal {
        try without.store(on: City.day(4, 1)).saveOwnScore(year: 2026, center: "C1", indicator: indicator, Points(100), by: City.host)
      }
        == "2026 年度评估不要求自评")
    let store = city.store(on: City.day(4, 1))
    #expect(try store.round(2026, by: City.host).asksOwnScores)
    #expect(refusal { try store.saveOwnScore(year: 2026, center: "C1", indicator: indicator, Points(501), by: City.host) } != nil)
    try city.fill("C1", by: City.host)
    try store.declareMaterial(year: 2026, center: "C1", isDeclared: true, by: City.host)
    #expect(refusal { try store.stepRound(2026, .submit("C1"), by: City.host) } == "还有 19 处未填，也未说明")
    for code in IndicatorCode.all { try store.saveOwnScore(year: 2026, center: "C1", indicator: code, Points(200), by: City.host) }
    try store.declareMaterial(year: 2026, center: "C1", isDeclared: true, by: City.host)
    try store.stepRound(2026, .submit("C1"), by: City.host)
    try city.score("C1", ["x1": 0, "x2": 0, "x3": 0])
    #expect(try store.result(2026, by: City.bureau).result.centers.map(\.score.score) == [Points(100_00)])
    let expert = Acting("x1", .desk)
    try store.pledge(year: 2026, by: expert)
    func shown() throws -> Points? { try store.materialFile(year: 2026, center: "C1", by: expert).form.ownScores[indicator] }
    func beside(_ who: Acting) throws -> [Points?]? { try store.ownScores(year: 2026, center: "C1", by: who)?.values }
    let given = Array(repeating: Optional(Points(200)), count: IndicatorCode.count)
    #expect(try shown() == Points(200))
    for who in [expert, City.host, City.department, City.bureau] { #expect(try beside(who) == given) }
    try store.takeBackSheet(year: 2026, center: "C1", by: expert)
    #expect(try shown() == nil)
    #expect(try beside(expert) == nil && beside(City.bureau) == given)
    for who in [City.otherHost, City.otherDepartment, Acting("viewer", .desk)] {
      #expect(throws: StoreError.notPermitted(nil)) { try store.ownScores(year: 2026, center: "C1", by: who) }
    }
    #expect(try without.store(on: City.day(4, 1)).ownScores(year: 2026, center: "C1", by: City.host) == nil)
  }

  @Test("What the last round's form knows of a year is filled in where the new one is empty")
  func carried() throws {
    let city = try City()
    let store = city.store(on: City.day(3, 2))
    try store.openRound(2028, by: City.bureau)
    let place = try City.place("2.1.a", 2025)
    try store.saveFact(year: 2026, center: "C1", place, FactEntry(.figure(Hundredths(5)), note: PlainText(literal: "审计")), by: City.host)
    try store.saveFact(year: 2026, center: "C1", try City.place("1.1.b"), FactEntry(.count(3)), by: City.host)
    #expect(try store.materialFile(year: 2028, center: "C1", by: City.host).carried.keys.map(\.self) == [place])
    #expect(try store.materialFile(year: 2028, center: "C1", by: City.department).carried.isEmpty)
    #expect(try store.fillFromLastRound(year: 2028, center: "C1", by: City.host) == 1)
    #expect(
      try store.factSheet(year: 2028, center: "C1", by: City.host).entries == [
        place: FactEntry(.figure(Hundredths(5)), note: PlainText(literal: "审计"))
      ])
    #expect(try store.fillFromLastRound(year: 2028, center: "C1", by: City.host) == 0)
  }

  @Test("Why places stay empty is said once for all that are open of an indicator; what stands is left alone")
  func noted() throws {
    let city = try City()
    let store = city.store(on: City.day(4, 1))
    let (filled, indicator) = (try City.place("1.1.b"), try #require(IndicatorCode("1.1")))
    try store.saveFact(year: 2026, center: "C1", filled, FactEntry(.count(3)), by: City.host)
    let system = try IndicatorSystem.standard.get()
    let before = try store.factSheet(year: 2026, center: "C1", by: City.host)
    let open = before.open(system).filter { $0.code.description.hasPrefix("1.1.") }
    #expect(refusal { _ = try store.noteOpenFacts(year: 2026, center: "C1", indicator: indicator, .empty, by: City.host) } != nil)
    #expect(try store.noteOpenFacts(year: 2026, center: "C1", indicator: indicator, City.why, by: City.host) == open.count)
    let after = try store.factSheet(year: 2026, center: "C1", by: City.host)
    #expect(open.count > 5 && open.allSatisfy { after.entries[$0] == FactEntry(nil, note: City.why) })
    #expect(after.entries[filled] == before.entries[filled] && after.entries.count == open.count + 1)
    #expect(after.open(system).count == before.open(system).count - open.count)
    #expect(try store.noteOpenFacts(year: 2026, center: "C1", indicator: indicator, City.why, by: City.host) == 0)
  }

  @Test("A center that is exempt or deferred hands nothing in (article 26)")
  func exempt() throws {
    let city = try City()
    let store = city.store(on: City.day(4, 1))
    #expect(refusal { try store.stepRound(2026, .submit("C3"), by: City.host) }?.contains("认定未满两年") == true)
    let place = try City.place("1.1.b")
    #expect(refusal { try store.saveFact(year: 2026, center: "C3", place, FactEntry(.count(1)), by: City.host) } != nil)
    try store.stepRound(2026, .postpone("C1", reason: City.why), by: City.bureau)
    #expect(refusal { try store.saveFact(year: 2026, center: "C1", place, FactEntry(.count(1)), by: City.host) } != nil)
    #expect(try store.dueCenters(2026, by: City.host).map(\.standing) == [.exempt(.deferred), .exempt(.notYetTwoYears)])
    #expect(try city.scratch.links().last?.act == "round.postpone")
    #expect(try store.materials(year: 2026, by: City.host).map(\.due) == [.exempt(.deferred), .exempt(.notYetTwoYears)])
  }
}
