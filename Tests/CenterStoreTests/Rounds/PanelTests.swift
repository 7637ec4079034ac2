import CenterStore
import Regulation
import Testing

@Suite("Article 25: panels, from the draw to the group’s opinion")
struct PanelTests {
  typealias City = RoundCity
  static let why = RoundCity.why

  func refusal(_ attempt: () throws -> Void) -> String? {
    do {
      try attempt()
      return nil
    } catch StoreError.refused(let refusal) {
      return refusal.phrase.zh
    } catch {
      return "\(error)"
    }
  }

  func sheet(_ city: City, total: Int) throws -> PerIndicator<Points?> {
    let full = try IndicatorSystem.standard.get().weights
    var left = 100_00 - total
    return PerIndicator<Points?>(each: { code in
      let taken = min(left, full[code].hundredths)
      left -= taken
      return Points(full[code].hundredths - taken)
    })
  }

  @Test("Who declines is not drawn for that center again; the gap is filled with all else fixed, by the same seed")
  func substitutes() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    func assigned() throws -> [String: Set<String>] {
      var all: [String: Set<String>] = [:]
      for line in try store.assignments(year: 2026, by: City.bureau) { all[line.center, default: []].insert(line.expert) }
      return all
    }
    #expect(refusal { _ = try store.drawSubstitutes(year: 2026, center: "C1", by: City.bureau) } == "本年度尚未抽取专家")
    let draw = try store.assignExperts(year: 2026, perCenter: 3, seed: PlainText("2026"), by: City.bureau)
    // Both centers were in the registry before: who sits on their committees is not on file, and that is told.
    #expect(draw.roll.withoutCommittees == 2 && draw.roll.cautions.last?.zh.contains("2 个中心的委员会成员没有存档") == true)
    let before = try assigned()
    let gone = try #require(before["C1"]?.min())
    let expert = Acting(gone, .desk)
    #expect(refusal { try store.releaseExpert(year: 2026, center: "C1", expert: gone, reason: .empty, by: expert) } == "须写明理由")
    let neighbour = try #require(before["C1"]?.max())
    #expect(throws: StoreError.notPermitted(.releaseExpert)) {
      try store.releaseExpert(year: 2026, center: "C1", expert: neighbour, reason: Self.why, by: expert)
    }
    try store.releaseExpert(year: 2026, center: "C1", expert: gone, reason: Self.why, by: expert)
    #expect(
      try store.releasedExperts(year: 2026, by: City.bureau).map(\.login) == [gone]
        && store.releasedExperts(year: 2026, by: City.bureau).map(\.isDeclined) == [true]
        && !store.tasks(by: expert).contains { $0.center == "C1" })
    #expect(try store.panelCandidates(year: 2026, center: "C1", by: City.bureau).first { $0.login == gone }?.released == .declined)
    // Who leads the others does not fill the gap.
    try store.nameLeader(year: 2026, center: "C1", expert: neighbour, by: City.bureau)
    #expect(try store.releasedExperts(year: 2026, by: City.bureau).map(\.isReplaced) == [false])
    let trial = try store.drawSubstitutes(year: 2026, center: "C1", dryRun: true, by: City.bureau)
    // A plan that was never shown draws nobody, and what would be drawn is answered.
    let unseen = try store.drawSubstitutes(year: 2026, center: "C1", as: draw, by: City.bureau)
    #expect(!unseen.isApplied && unseen.plan == trial.plan)
    #expect(try assigned()["C1"]?.count == 2)
    let found = try store.drawSubstitutes(year: 2026, center: "C1", as: trial, by: City.bureau)
    #expect(found.seed == "2026" && found.seed == draw.seed && found.isSeedChosen && found.plan == trial.plan && found.isApplied)
    let after = try assigned()
    #expect(found.plan.new.count == 1 && after["C2"] == before["C2"] && after["C1"]?.count == 3 && after["C1"]?.contains(gone) == false)
    #expect(after["C1"]?.subtracting(before["C1"] ?? []) == [found.plan.new[0].expert])
    // Whoever has begun stays.
    let other = Acting(found.plan.new[0].expert, .desk)
    try store.pledge(year: 2026, by: other)
    try store.score(year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(.zero)), by: other)
    #expect(refusal { try store.releaseExpert(year: 2026, center: "C1", expert: other.login, reason: Self.why, by: City.bureau) } != nil)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("Where staff ask for it: kinds on each panel, nobody twice running; what was asked is bound in the chain")
  func wishes() throws {
    let city = try City()
    _ = try city.scratch.store.importExperts(
      try ["x1", "x2"].map {
        Numbered(2, ExpertRecord(login: try PlainText($0), name: try PlainText($0), employer: try PlainText("外地大学"), kind: .finance))
      }, by: Scratch.admin)
    try city.score("C1", ["x1": 0, "x3": 0, "x4": 0])
    let store = city.store(on: City.day(6, 1))
    try store.openRound(2028, by: City.bureau)
    let wishes = AssignmentWishes(panel: [.finance: 1], isNobodyTwiceRunning: true)
    let plan = try store.assignExperts(year: 2028, perCenter: 3, wishes: wishes, by: City.bureau).plan
    let panel = plan.lines.filter { $0.center == "C1" }.map(\.expert)
    #expect(!plan.isShort && Set(panel) == ["x2", "x5", "x6"])
    #expect(plan.lines.filter { $0.center == "C2" }.contains { $0.expert == "x1" || $0.expert == "x2" })
    #expect(try city.scratch.links().last?.change.contains("isNobodyTwiceRunning") == true)
    let short = try store.assignExperts(
      year: 2028, perCenter: 4, wishes: AssignmentWishes(panel: [.management: 1]), dryRun: true, by: City.bureau)
    #expect(short.plan.unfilled.first?.kinds == [.management: 1])
  }

  @Test("A center whose sheets disagree may get one more expert or a look on site; one whose sheets agree does not")
  func secondLook() throws {
    let city = try City()
    try city.score("C1", ["x1": 0, "x2": 5_00, "x3": 4_00])
    let store = city.store(on: City.day(6, 10))
    func more(_ expert: String) -> String? {
      refusal { try store.assignSecondLook(year: 2026, center: "C1", expert: expert, by: City.bureau) }
    }
    #expect(more("x4")?.contains("没有明显分歧") == true)
    try store.enterSheet(
      year: 2026, center: "C1", expert: "x5", PaperSheet(points: sheet(city, total: 95_00), paper: Self.why), by: City.bureau)
    #expect(more("x4") != nil)
    let low = try PerIndicator<Points?>(each: { code in Points(try IndicatorSystem.standard.get()[code].fullPoints.hundredths / 2) })
    try store.enterSheet(year: 2026, center: "C1", expert: "x5", PaperSheet(points: low, paper: Self.why), by: City.bureau)
    #expect(more("x1") == "x1 已是 C1 的评审专家" && more("x4") == nil)
    let visit = SiteVisit(on: City.day(6, 9), people: Self.why, findings: Self.why)
    #expect(
      refusal {
        try store.recordSiteLook(
          year: 2026, center: "C1", SiteVisit(on: City.day(6, 11), people: Self.why, findings: Self.why), by: City.bureau)
      } != nil)
    try store.recordSiteLook(year: 2026, center: "C1", visit, by: City.bureau)
    let looks = try store.secondLooks(year: 2026, by: City.bureau)
    #expect(looks.map(\.center) == ["C1"] && looks.map(\.experts) == [["x4"]] && looks.map(\.visits) == [[visit]])
    #expect(looks.map(\.progress) == [.done])
    #expect(try store.centerProgress(year: 2026, by: City.bureau).map(\.submitted) == [4])
  }

  @Test("A second look is done when the further sheet is in, not when somebody is asked for it")
  func lookUnderWay() throws {
    let city = try City()
    try city.score("C1", ["x1": 0, "x2": 0])
    let store = city.store(on: City.day(6, 10))
    try store.enterSheet(
      year: 2026, center: "C1", expert: "x3", PaperSheet(points: sheet(city, total: 80_00), paper: Self.why), by: City.bureau)
    func progress() throws -> [SecondLookProgress] { try store.secondLooks(year: 2026, by: City.bureau).map(\.progress) }
    func cautions() throws -> [RoundCaution] {
      let file = try store.roundFile(2026, by: City.bureau)
      return file.round.cautions(before: .settle, file.situation)
    }
    #expect(try cautions() == [.absent(["C2"]), .disagreeing(["C1"])])
    try store.assignSecondLook(year: 2026, center: "C1", expert: "x4", by: City.bureau)
    #expect(try progress() == [.underWay] && cautions() == [.absent(["C2"]), .lookedAtNow(["C1"])])
    try store.enterSheet(
      year: 2026, center: "C1", expert: "x4", PaperSheet(points: sheet(city, total: 90_00), paper: Self.why), by: City.bureau)
    #expect(try progress() == [.done] && cautions() == [.absent(["C2"])])
  }

  @Test("A center that was published without a figure gets experts and sheets still, and its first figure prolongs the notice (article 25)")
  func addition() throws {
    let city = try City()
    try city.handIn("C2", by: City.otherHost)
    try city.score("C1", ["x1": 0, "x2": 0, "x3": 0])
    try city.score("C2", ["x1": 0])
    try city.store(on: City.day(8, 3)).settleRound(2026, by: City.bureau)
    let settled = city.store(on: City.day(8, 3))
    #expect(refusal { try settled.assignExpert(year: 2026, center: "C2", expert: "x2", by: City.bureau) } != nil)
    try settled.publishRound(2026, workingDays: 5, by: City.bureau)
    let store = city.store(on: City.day(8, 12))
    #expect(refusal { try store.assignExpert(year: 2026, center: "C1", expert: "x4", by: City.bureau) } != nil)
    try store.assignExpert(year: 2026, center: "C2", expert: "x2", by: City.bureau)
    let expert = Acting("x2", .desk)
    #expect(try store.tasks(by: expert).map(\.isAwaited) == [false, true])
    try store.pledge(year: 2026, by: expert)
    for code in IndicatorCode.all {
      try store.score(year: 2026, center: "C2", indicator: code, ScoreEntry(points: .some(.zero)), by: expert)
    }
    try store.submitSheet(year: 2026, center: "C2", by: expert)
    #expect(refusal { try store.stepRound(2026, .resettle("C2"), by: City.bureau) } == "C2 只有 2 份评分表，至少需要 3 份")
    try store.enterSheet(
      year: 2026, center: "C2", expert: "x3", PaperSheet(points: sheet(city, total: 90_00), paper: Self.why), by: City.bureau)
    // What came in since counts only once its figure is fixed.
    #expect(try store.result(2026, by: City.bureau).result.pending.map(\.sheets) == [3])
    try store.stepRound(2026, .resettle("C2"), by: City.bureau)
    let (round, result) = try store.result(2026, by: City.bureau)
    #expect(result.centers.map(\.code) == ["C1", "C2"] && result.centers.map(\.score.score) == [Points(100_00), Points(63_33)])
    #expect(round.publishedOn == City.day(8, 3) && round.noticeUntil == City.day(8, 19))
    #expect(refusal { try store.submitSheet(year: 2026, center: "C2", by: expert) } != nil)
    try city.store(on: City.day(8, 20)).closeRound(2026, by: City.bureau)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("The group’s opinion is its leader’s, once every sheet is in; the others read it after their own")
  func groupOpinion() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    try city.score("C1", ["x1": 0, "x2": 0])
    try store.assignExpert(year: 2026, center: "C1", expert: "x3", by: City.bureau)
    let (leader, other, slow) = (Acting("x1", .desk), Acting("x2", .desk), Acting("x3", .desk))
    for who in [leader, other, slow] { try store.pledge(year: 2026, by: who) }
    #expect(throws: StoreError.noSuch(.assignment, "C1 x4")) {
      try store.nameLeader(year: 2026, center: "C1", expert: "x4", by: City.bureau)
    }
    try store.nameLeader(year: 2026, center: "C1", expert: "x2", by: City.bureau)
    try store.nameLeader(year: 2026, center: "C1", expert: "x1", by: City.bureau)
    func write(_ who: Acting) -> String? { refusal { try store.writeGroupOpinion(year: 2026, center: "C1", Self.why, by: who) } }
    #expect(write(other) == "专家组意见由组长填写" && write(leader) == "还有专家未提交评分表")
    try city.score("C1", ["x3": 0])
    #expect(write(leader) == nil)
    let read = try store.groupOpinion(year: 2026, center: "C1", by: other)
    #expect(read.leader == "x1" && read.text == Self.why && read.isDue)
    #expect(throws: StoreError.self) {
      try store.writeGroupOpinion(year: 2026, center: "C1", PlainText(literal: "另一意见"), expecting: Seen(.empty), by: leader)
    }
    try store.takeBackSheet(year: 2026, center: "C1", by: slow)
    #expect(try store.groupOpinion(year: 2026, center: "C1", by: slow).text.isEmpty)
    #expect(try store.groupOpinion(year: 2026, center: "C1", by: City.bureau).text == Self.why)
  }

  @Test("An expert is late from the day after the last one for scores, while sheets are owed", arguments: [(31, false), (32, true)])
  func late(day: Int, isLate: Bool) throws {
    let city = try City()
    try city.score("C1", ["x1": 0])
    try city.store(on: City.day(6, 1)).assignExpert(year: 2026, center: "C1", expert: "x2", by: City.bureau)
    let store = city.store(on: City.day(7, 1).adding(days: day - 1))
    let round = try store.round(2026, by: City.bureau)
    #expect(try store.expertProgress(year: 2026, by: City.bureau).map { $0.isLate(in: round, on: store.today) } == [false, isLate])
  }

  @Test("Of a center whose material did not come by the last day no sheet is owed, until staff admit it late (article 30)")
  func absent() throws {
    let city = try City()
    try city.handIn("C1", by: City.host)
    for (center, expert) in [("C1", "x1"), ("C2", "x1"), ("C2", "x2")] {
      try city.store(on: City.day(4, 10)).assignExpert(year: 2026, center: center, expert: expert, by: City.bureau)
    }
    func owed(_ month: Int, _ day: Int) throws -> (experts: [Int], absent: [Bool], tasks: [Bool]) {
      let store = city.store(on: City.day(month, day))
      return (
        try store.expertProgress(year: 2026, by: City.bureau).map(\.assigned),
        try store.centerProgress(year: 2026, by: City.bureau).map(\.isAbsent), try store.tasks(by: Acting("x1", .desk)).map(\.isAbsent)
      )
    }
    #expect(try owed(4, 30) == ([2, 1], [false, false], [false, false]))
    #expect(try owed(5, 1) == ([1, 0], [false, true], [false, true]))
    let round = try city.store(on: City.day(8, 1)).round(2026, by: City.bureau)
    let late = try city.store(on: City.day(8, 1)).expertProgress(year: 2026, by: City.bureau)
    #expect(late.map { $0.isLate(in: round, on: City.day(8, 1)) } == [true, false])
    try city.store(on: City.day(5, 2)).stepRound(2026, .admitLate("C2", .material, reason: Self.why), by: City.bureau)
    #expect(try owed(5, 2) == ([2, 1], [false, false], [false, false]))
  }
}
