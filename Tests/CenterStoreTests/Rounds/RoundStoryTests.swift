import CenterStore
import Regulation
import Testing

/// A round of 2026 from its notice to what follows from it, by each role in turn. `A` was certified two years ago, `N` a day too late to be due;
/// `B` contradicts itself at first, `C` is given back once, `D` does not come.
@Suite("Articles 25 to 30: a whole round, checked against a table worked out by hand")
struct RoundStoryTests {
  private let scratch: Scratch
  private static let bureau = Acting("bureau", .desk)
  private static let why = PlainText(literal: "理由充分")
  private static func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day) ?? Day(number: 0) }
  private func store(_ month: Int, _ day: Int) -> CenterStore {
    scratch.store.under(
      Surroundings(now: { Moment(Self.day(month, day), seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes))
  }

  init() throws {
    scratch = try Scratch(day: "2026-03-01")
    let store = scratch.store
    _ = try store.importOrganizations(
      [Numbered(2, OrganizationRecord(name: PlainText("A公司"), kind: .enterprise, aliases: [PlainText("渤海激光厂")]))], by: Scratch.admin)
    let centers = [("A", "2024-12-31"), ("B", "2020-01-01"), ("C", "2018-06-30"), ("D", "2016-01-01"), ("N", "2025-01-01")]
    _ = try store.importCenters(
      try centers.enumerated().map { row, center in
        Numbered(
          row + 2,
          CenterRecord(
            code: try PlainText(center.0), name: try PlainText("沧州市\(center.0)技术创新中心"), host: try PlainText("\(center.0)公司"),
            hostKind: .enterprise, department: try PlainText(center.0 == "B" ? "献县科学技术局" : "青县科学技术局"),
            field: try PlainText("新材料"), certifiedOn: try #require(Day(parsing: center.1))))
      }, by: Scratch.admin)
    // e7 works for A's host under its former name.
    _ = try store.importExperts(
      try (1...7).map {
        Numbered(
          $0 + 1,
          ExpertRecord(
            login: try PlainText("e\($0)"), name: try PlainText("专家\($0)"), employer: try PlainText($0 == 7 ? "渤海激光厂" : "外地大学")))
      }, by: Scratch.admin)
    let users =
      ["A", "B", "C", "D"].map { ("host\($0)", Role.host, "\($0)公司") } + [
        ("xian", .department, "献县科学技术局"), ("qing", .department, "青县科学技术局"),
      ]
    for (login, role, organization) in users {
      _ = try store.importUsers(
        [Numbered(2, UserRecord(login: PlainText(login), name: PlainText(login), role: role, organization: PlainText(organization)))],
        by: Scratch.admin)
    }
  }

  private func put(_ center: String, _ figures: [String: String]) throws {
    let (store, system) = (store(4, 1), try IndicatorSystem.standard.get())
    for (place, raw) in figures.sorted(by: { $0.key < $1.key }) {
      let parts = place.split(separator: "@")
      let fact = try #require(FactCode(String(parts[0])).flatMap { system.fact($0) })
      let key = FactKey(fact.code, year: parts.count > 1 ? Int(parts[1]) : nil)
      try store.saveFact(
        year: 2026, center: center, key, FactEntry(FactValue.parse(raw, for: fact)), by: Acting("host\(center)", .desk))
    }
  }

  /// Says of what is open why it is empty, and hands in.
  private func handIn(_ center: String, on day: (Int, Int) = (4, 20)) throws {
    let (store, host) = (store(day.0, day.1), Acting("host\(center)", .desk))
    let form = try store.materialFile(year: 2026, center: center, by: host).form
    for place in try form.submission.open {
      try store.saveFact(year: 2026, center: center, place, FactEntry(nil, note: PlainText(literal: "没有发生")), by: host)
    }
    try store.declareMaterial(year: 2026, center: center, isDeclared: true, by: host)
    try store.stepRound(2026, .submit(center), by: host)
  }

  private func report(_ center: String) throws {
    let (store, who) = (store(5, 20), Acting(center == "B" ? "xian" : "qing", .desk))
    let open = try store.materialFile(year: 2026, center: center, by: who).form.unchecked
    try store.checkFacts(year: 2026, center: center, open, isConfirmed: true, by: who)
    try store.stepRound(2026, .report(center, remark: nil), by: who)
  }

  /// An expert's own sheet with a total, filled from the first indicator on.
  private func score(_ center: String, _ login: String, _ total: Int, on day: (Int, Int) = (6, 20)) throws {
    let (store, who, weights) = (store(day.0, day.1), Acting(login, .desk), try IndicatorSystem.standard.get().weights)
    try store.pledge(year: 2026, by: who)
    var left = total
    for code in IndicatorCode.all {
      let points = Points(min(left, weights[code].hundredths))
      left -= points.hundredths
      try store.score(year: 2026, center: center, indicator: code, ScoreEntry(points: .some(points)), by: who)
    }
    try store.submitSheet(year: 2026, center: center, by: who)
  }

  private func panel(_ center: String) throws -> [String] {
    try store(6, 1).assignments(year: 2026, by: Self.bureau).filter { $0.center == center }.map(\.expert)
  }

  private func collect() throws {
    try store(3, 1).openRound(
      2026, RoundPlan(materialBy: Self.day(4, 30), reportBy: Self.day(5, 31), scoresBy: Self.day(6, 30)), by: Self.bureau)
    let due = try store(3, 1).dueCenters(2026, by: Self.bureau)
    #expect(due.filter { $0.standing == .due }.map(\.code) == ["A", "B", "C", "D"] && due[4].standing == .exempt(.notYetTwoYears))
    // Certified two years ago: two years are asked for, and every derived figure follows.
    try put(
      "A",
      [
        "2.1.a@2024": "100", "2.1.b@2024": "60", "2.1.c@2024": "1000", "2.1.e@2024": "30", "2.1.f@2024": "10", "2.1.g@2024": "0",
        "2.1.h@2024": "0", "2.1.i@2024": "0", "2.1.a@2025": "140", "2.1.b@2025": "80", "2.1.c@2025": "3000", "2.1.e@2025": "40",
        "2.1.f@2025": "20", "2.1.g@2025": "0", "2.1.h@2025": "0", "2.1.i@2025": "0", "4.1.a@2024": "3", "4.1.b@2024": "1",
        "4.1.a@2025": "5", "4.1.b@2025": "1",
      ])
    let sheet = try store(4, 1).factSheet(year: 2026, center: "A", by: Acting("hostA", .desk))
    let derived = sheet.derived(try IndicatorSystem.standard.get())
    let told = Dictionary(
      uniqueKeysWithValues: derived.map { ("\($0.key.code)" + ($0.key.year.map { "@\($0)" } ?? ""), $0.value.description) })
    #expect(
      told == [
        "2.1.d@2024": "6.00", "2.1.d@2025": "2.67", "2.1.j": "120.00", "4.1.c": "8.00", "4.1.d": "2.00", "4.1.e": "25.00",
      ])
    try handIn("A")
    try put("B", ["1.1.b": "3", "1.1.c": "5"])
    #expect(throws: StoreError.self) { try handIn("B") }
    try put("B", ["1.1.c": "1"])
    try handIn("B")
    try handIn("C")
    try store(5, 12).stepRound(2026, .returnForCorrection("C", reason: Self.why), by: Acting("qing", .desk))
    #expect(throws: StoreError.self) { try report("C") }
    try handIn("C", on: (5, 15))
    for center in ["A", "B", "C"] { try report(center) }
    #expect(throws: StoreError.self) { try handIn("D", on: (5, 1)) }
  }

  private func judge() throws {
    let draw = try store(6, 1).assignExperts(year: 2026, seed: PlainText("2026"), by: Self.bureau)
    #expect(!draw.plan.isShort && draw.perCenter == 3)
    #expect(try !panel("A").contains("e7"))
    for (center, totals) in ["A": [91_00, 92_00, 93_00], "B": [58_00, 61_00, 66_00], "C": [59_98, 59_99, 60_00]] {
      for (expert, total) in zip(try panel(center), totals) { try score(center, expert, total) }
    }
    // On both sides of 60: one more expert looks at B, who is tied to nobody.
    let further = try #require(try Set((1...6).map { "e\($0)" }).subtracting(panel("B")).min())
    try store(6, 25).assignSecondLook(year: 2026, center: "B", expert: further, by: Self.bureau)
    try score("B", further, 50_00, on: (6, 28))
    #expect(throws: StoreError.self) { try store(6, 28).assignSecondLook(year: 2026, center: "A", expert: further, by: Self.bureau) }
    try store(7, 1).settleRound(2026, by: Self.bureau)
    try store(7, 1).publishRound(2026, workingDays: 5, by: Self.bureau)
    #expect(try table() == ["1 A 92.00 excellent", "2 C 59.99 unqualified", "3 B 58.75 unqualified"])
    // The host of B is right about the further sheet.
    try store(7, 3).stepRound(
      2026, .object("B", receivedOn: Self.day(7, 2), grounds: Self.why, signedBy: Self.why, evidence: Self.why), by: Self.bureau)
    #expect(throws: StoreError.self) { try store(7, 9).closeRound(2026, by: Self.bureau) }
    try store(7, 6).stepRound(2026, .settleObjection(1, isUpheld: true, reason: Self.why, document: Self.why), by: Self.bureau)
    try store(7, 6).takeBackSheet(year: 2026, center: "B", by: Acting(further, .desk))
    try score("B", further, 64_00, on: (7, 6))
    #expect(try table() == ["1 A 92.00 excellent", "2 C 59.99 unqualified", "3 B 58.75 unqualified"])
    try store(7, 7).stepRound(2026, .resettle("B"), by: Self.bureau)
  }

  private func table() throws -> [String] {
    try store(7, 2).results(year: 2026, by: Acting("viewer", .desk)).sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
      .map { "\($0.rank ?? 0) \($0.center) \($0.score) \($0.grade.rawValue)" }
  }

  @Test("The ranking, the old figure of what was re-opened, who is absent, what is proposed and who has earned what")
  func story() throws {
    try collect()
    try judge()
    // The fifth working day after Wednesday, 1 July, on which the notice went up, is 8 July.
    #expect(throws: StoreError.self) { try store(7, 8).closeRound(2026, by: Self.bureau) }
    try store(7, 9).closeRound(2026, by: Self.bureau)
    #expect(try table() == ["1 A 92.00 excellent", "2 B 62.25 qualified", "3 C 59.99 unqualified"])
    let file = try store(7, 9).roundFile(2026, by: Self.bureau)
    let settlement = try #require(file.round.state.settlement)
    #expect(settlement.absent == ["D"] && settlement.pending.isEmpty && settlement.exempt == ["N": .notYetTwoYears])
    #expect(settlement.figures["B"]?.replaced == [.init(score: Points(58_75), objection: 1, on: Self.day(7, 7))])
    #expect(file.history.count { $0.step.kind == .submit } == 4)
    let found = try store(7, 9).consequences(year: 2026, by: Self.bureau)
    #expect(
      found.proposals == [.init(center: "C", ground: .unqualified(Points(59_99))), .init(center: "D", ground: .absent)])
    #expect(found.excellent.map(\.center) == ["A"])
    let seen = try store(7, 9).centerResult(year: 2026, center: "B", by: Acting("hostB", .desk))
    #expect(seen.rank == 2 && seen.sheets.map(\.total).sorted() == [Points(58_00), Points(61_00), Points(64_00), Points(66_00)])
    #expect(try scratch.store.verifyChain(by: Scratch.admin).isWhole && scratch.store.examine(by: Scratch.admin).isEmpty)
  }
}
