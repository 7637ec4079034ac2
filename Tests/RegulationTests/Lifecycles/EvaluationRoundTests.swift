import Foundation
import Regulation
import Testing

@Suite("An evaluation round (articles 25 to 28)")
struct EvaluationRoundTests {
  typealias Scene = RoundScene

  func refusal(
    _ round: EvaluationRound, _ step: EvaluationRoundStep, by role: Role, _ situation: EvaluationRound.Situation
  ) -> Refusal? {
    var copy = round
    do throws(Refusal) {
      try copy.take(step, by: role, situation)
      return nil
    } catch {
      #expect(copy == round, "a refused step changes nothing")
      return error
    }
  }

  @Test("From the notice to its end, each step by whoever the regulation names")
  func path() throws {
    let stages = try (0...Scene.path.count).map { try Scene.round(after: $0).stage }
    #expect(stages == [.announced, .announced, .announced, .scoring, .settled, .published, .closed])
    let closed = try Scene.round(after: 6)
    let settlement = try #require(closed.state.settlement)
    #expect(settlement.ranking.map(\.code) == ["A", "C", "B"] && settlement.ranking.map(\.rank) == [1, 2, 3])
    #expect(settlement.figures.mapValues(\.grade) == ["A": .excellent, "B": .unqualified, "C": .qualified])
    #expect(settlement.figures["B"]?.score == Points(59_99))
    #expect(settlement.absent == ["Z"] && settlement.pending.isEmpty)
    #expect(settlement.exempt == ["N": .notYetTwoYears, "R": .revoked])
    #expect(closed.state.notice?.last == Scene.day(8, 10))
    #expect(try JSONDecoder().decode(EvaluationRound.self, from: JSONEncoder().encode(closed)) == closed)
  }

  @Test("Article 26: a center is due, exempt, absent, pending, scored and graded, as the round goes on")
  func standings() throws {
    func standing(_ count: Int, _ code: String, _ day: Day, _ totals: [String: [Int]] = [:], drafts: Set<String> = []) throws
      -> RoundStanding?
    { try Scene.round(after: count).standing(of: code, Scene.situation(day, totals: totals, drafts: drafts)) }
    #expect(try standing(0, "A", Scene.day(4, 30)) == .due)
    #expect(try standing(0, "A", Scene.day(5, 1)) == .absent)
    #expect(try standing(1, "A", Scene.day(5, 1)) == .pending(sheets: 0))
    #expect(try standing(0, "N", Scene.day(4, 1)) == .exempt(.notYetTwoYears))
    #expect(try standing(0, "R", Scene.day(4, 1)) == .exempt(.revoked))
    #expect(try standing(0, "X", Scene.day(4, 1)) == nil)
    #expect(try standing(3, "Z", Scene.day(6, 2), drafts: ["Z"]) == .pending(sheets: 0))
    #expect(try standing(3, "Z", Scene.day(6, 2), ["Z": [70_00, 70_00]]) == .pending(sheets: 2))
    guard case .scored(let score)? = try standing(3, "Z", Scene.day(6, 2), ["Z": [70_00, 70_00, 70_01]]) else {
      Issue.record("not scored")
      return
    }
    #expect(score.score == Points(70_00))
    // Once settled, neither the registry nor later sheets move anything.
    let settled = try Scene.round(after: 4)
    var later = try Scene.situation(Scene.day(8, 3), totals: ["A": [0, 0, 0], "Z": [90_00, 90_00, 90_00]])
    later.centers["A"]?.status = .revoked
    later.centers["N"]?.certified = Scene.day(1, 1).adding(days: -3000)
    #expect(settled.standing(of: "A", later) == .graded(RoundFigure(score: Points(92_00), sheets: 3)))
    #expect(settled.standing(of: "Z", later) == .absent)
    #expect(settled.standing(of: "N", later) == .exempt(.notYetTwoYears))
    later.centers["M"] = later.centers["C"]
    #expect(settled.standing(of: "M", later) == nil)
  }

  @Test("A deferral is the bureau's, with its reason, and only of a center that has done nothing yet (article 26)")
  func deferral() throws {
    var round = try Scene.round()
    try round.take(.postpone("Z", reason: "搬迁"), by: .bureau, Scene.situation(Scene.day(4, 1)))
    #expect(try round.standing(of: "Z", Scene.situation(Scene.day(5, 5))) == .exempt(.deferred))
    #expect(round[center: "Z"].deferral == "搬迁")
    let day = try Scene.situation(Scene.day(4, 2))
    #expect(refusal(round, .submit("Z"), by: .host, day)?.article == "26")
    #expect(refusal(round, .postpone("A", reason: "搬迁"), by: .bureau, try Scene.situation(Scene.day(4, 2), drafts: ["A"]))?.article == "26")
    try round.take(.submit("A"), by: .host, day)
    #expect(refusal(round, .postpone("A", reason: "搬迁"), by: .bureau, day)?.phrase.zh == "A 已参加评估，不能暂缓")
  }

  @Test(
    "Article 27: a form is handed in whole, free of contradictions, with its doubts explained and its declaration",
    arguments: [
      (EvaluationRound.Form(open: 2, isBlank: true), "评估情况表还没有填写任何内容"), (EvaluationRound.Form(open: 2), "还有 2 处未填，也未说明"),
      (.init(errors: 1), "还有 1 处数据矛盾"),
      (.init(unexplained: 3), "还有 3 处存疑未说明"), (.init(isDeclared: false), "须先声明材料完整、真实"),
    ])
  func form(_ form: EvaluationRound.Form, _ words: String) throws {
    let round = try Scene.round()
    #expect(refusal(round, .submit("A"), by: .host, try Scene.situation(Scene.day(4, 1), form: form))?.phrase.zh == words)
    // What staff enter for a host may have gaps; the department sees them.
    #expect(refusal(round, .enter("A"), by: .bureau, try Scene.situation(Scene.day(4, 1), form: form)) == nil)
  }

  @Test("Article 27: the department looks at every item, and reports over a wrong one only with a remark")
  func report() throws {
    let round = try Scene.round(after: 1)
    func tried(_ form: EvaluationRound.Form, _ remark: PlainText?) throws -> Refusal? {
      refusal(round, .report("A", remark: remark), by: .department, try Scene.situation(Scene.day(5, 11), form: form))
    }
    #expect(try tried(.init(unchecked: 1), nil)?.phrase.zh == "还有 1 个数据项未审查")
    #expect(try tried(.init(wrong: 1), nil)?.phrase.zh == "有审查不符的数据项，须写明意见")
    #expect(try tried(.init(wrong: 1), .empty) != nil)
    #expect(try tried(.init(wrong: 1), "发票待补") == nil)
    #expect(try tried(.init(), nil) == nil)
    #expect(round[center: "A"].warning != nil)
    #expect(try Scene.round(after: 2)[center: "A"].warning == nil)
  }

  @Test("A department's delay is not the host's absence: what came in once has come in (article 30(2))")
  func delay() throws {
    var round = try Scene.round(after: 1)
    try round.take(.returnForCorrection("A", reason: "缺附件"), by: .department, Scene.situation(Scene.day(5, 29)))
    let late = try Scene.situation(Scene.day(6, 2))
    #expect(refusal(round, .submit("A"), by: .host, late)?.phrase.zh == "部门上报截止日 2026-05-31 已过，须市科技局准予逾期")
    #expect(round.standing(of: "A", late) == .pending(sheets: 0))
    try round.take(.admitLate("A", .report, reason: "补正"), by: .bureau, late)
    try round.take(.submit("A"), by: .host, late)
    try round.take(.report("A", remark: nil), by: .department, late)
    #expect(round[center: "A"].material.submission?.on == Scene.day(4, 1))
    #expect(round[center: "A"].material.submission?.isByStaff == false)
  }

  @Test("What could not come in again is not given back: the bureau admits it late first (article 27)")
  func lateReturn() throws {
    var round = try Scene.round(after: 1)
    let back = EvaluationRoundStep.returnForCorrection("A", reason: "缺附件")
    #expect(refusal(round, back, by: .department, try Scene.situation(Scene.day(5, 31))) == nil)
    let late = try Scene.situation(Scene.day(6, 1))
    #expect(refusal(round, back, by: .department, late)?.phrase.zh == "部门上报截止日为 2026-05-31，已过期，退回后已不能再报；市科技局可先准予逾期办理")
    try round.take(.admitLate("A", .report, reason: "补正"), by: .bureau, late)
    try round.take(back, by: .department, late)
    try round.take(.submit("A"), by: .host, late)
  }

  @Test("Late is refused with the date; the bureau admits it with a reason, for one center and one last day")
  func late() throws {
    var round = try Scene.round()
    let day = try Scene.situation(Scene.day(5, 1))
    #expect(refusal(round, .submit("A"), by: .host, day)?.phrase.zh.contains("2026-04-30") == true)
    try round.take(.admitLate("A", .material, reason: "停电"), by: .bureau, day)
    #expect(round.standing(of: "A", day) == .due && round.standing(of: "B", day) == .absent)
    #expect(refusal(round, .submit("B"), by: .host, day) != nil)
    try round.take(.submit("A"), by: .host, day)
    #expect(refusal(round, .report("A", remark: nil), by: .department, try Scene.situation(Scene.day(6, 1))) != nil)
  }

  @Test("Going back to scoring lets all figures go, and settling again fixes those of then (article 25)")
  func resume() throws {
    var round = try Scene.round(after: 4)
    #expect(round.refusalToWriteSheets(of: "Z", try Scene.situation(Scene.day(8, 3))) != nil)
    try round.take(.resume, by: .bureau, Scene.situation(Scene.day(8, 3), totals: Scene.sheets))
    #expect(round.state == .scoring)
    #expect(round.refusalToWriteSheets(of: "Z", try Scene.situation(Scene.day(8, 3))) == nil)
    #expect(round.refusalToWriteSheets(of: "N", try Scene.situation(Scene.day(8, 3)))?.article == "26")
    try round.take(.settle, by: .bureau, Scene.situation(Scene.day(8, 4), totals: ["Z": [70_00, 70_00, 70_00]]))
    #expect(round.state.settlement?.figures.keys.sorted() == ["Z"])
    #expect(round.state.settlement?.pending == ["A"] && round.state.settlement?.absent == ["B", "C"])
  }

  @Test("Before settlement it is said who would be absent or pending, whose sheets disagree, and where a second look is under way")
  func cautions() throws {
    let round = try Scene.round(after: 3)
    var situation = try Scene.situation(
      Scene.day(8, 3), totals: ["A": [91_00, 92_00, 80_00], "B": [50_00, 55_00, 70_00], "C": [95_00, 99_00, 20_00]])
    situation.centers["B"]?.secondLook = SecondLookProgress(asked: 1, handedIn: 0, visits: 0)
    situation.centers["C"]?.secondLook = SecondLookProgress(asked: 1, handedIn: 1, visits: 0)
    #expect(round.cautions(before: .settle, situation) == [.absent(["Z"]), .disagreeing(["A"]), .lookedAtNow(["B"])])
    #expect(round.cautions(before: .close, situation).isEmpty)
    #expect(SecondLookProgress(asked: 0, handedIn: 0, visits: 0) == .none && SecondLookProgress(asked: 0, handedIn: 0, visits: 1) == .done)
    #expect(RoundCaution.absent((1...8).map { "C\($0)" }).phrase.zh == "未参加 8 个：C1、C2、C3、C4、C5、C6等，没有材料，也没有评分表（办法第30条）。")
  }

  @Test("A round without last days takes material until it is settled, and nobody is absent before that (article 30(2))")
  func withoutDays() throws {
    var round = try EvaluationRound.announced(RoundTerms(year: 2026, tableVersion: "2025"), existing: [])
    let day = try Scene.situation(Scene.day(12, 31))
    #expect(round.standing(of: "A", day) == .due)
    try round.take(.submit("A"), by: .host, day)
    try round.take(.report("A", remark: nil), by: .department, day)
    #expect(round.standing(of: "A", day) == .pending(sheets: 0))
    try round.take(.startScoring, by: .bureau, day)
    #expect(round.standing(of: "Z", day) == .due)
    try round.take(.settle, by: .bureau, Scene.situation(Scene.day(12, 31), totals: ["B": Scene.sheets["B"] ?? []]))
    #expect(round.state.settlement?.absent == ["C", "Z"] && round.state.settlement?.pending == ["A"])
    try round.take(.resume, by: .bureau, day)
    #expect(round.standing(of: "Z", day) == .due)
  }

  @Test("Its terms agree with each other, and a second round of a year or an odd distance is refused (article 25)")
  func terms() throws {
    #expect(try RoundTerms(year: 2026, method: .trimmed, tableVersion: "1").minimumSheets == 5)
    #expect(throws: Refusal.self) { try RoundTerms(year: 2026, method: .trimmed, minimumSheets: 4, tableVersion: "1") }
    #expect(throws: Refusal.self) {
      try RoundTerms(year: 2026, lastDays: [.material: Scene.day(5, 2), .report: Scene.day(5, 1)], tableVersion: "1")
    }
    let terms = try RoundTerms(year: 2026, tableVersion: "1")
    #expect(throws: Refusal.self) { try EvaluationRound.announced(terms, existing: [2026]) }
    #expect(throws: Refusal.self) { try EvaluationRound.announced(terms, existing: [2025]) }
    let reasoned = try RoundTerms(year: 2026, tableVersion: "1", reason: "上级要求")
    #expect(try EvaluationRound.announced(reasoned, existing: [2025]).stage == .announced)
  }
}
