import Foundation
import Regulation
import Testing

@Suite("An evaluation round (articles 25 to 28)")
struct EvaluationRoundTests {
  typealias Scene = RoundScene

  private func refusal(
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

  @Test("An upheld objection re-opens its center alone, and leaves both figures on file (article 25)")
  func objection() throws {
    let day = Scene.day
    var round = try Scene.round(after: 5, [Scene.objection("B", on: day(8, 4)), Scene.upheld(1, on: day(8, 5))])
    let before = try Scene.situation(day(8, 6), totals: Scene.sheets)
    #expect(round.refusalToWriteSheets(of: "B", before) == nil && round.refusalToWriteSheets(of: "A", before) != nil)
    #expect(round.refusal(.close, by: .bureau, try Scene.situation(day(8, 11), totals: Scene.sheets))?.phrase.zh.contains("B") == true)
    var sheets = Scene.sheets
    sheets["B"] = [60_00, 60_00, 59_99, 60_01]
    sheets["A"] = [0, 0, 0]
    try round.take(.resettle("B"), by: .bureau, Scene.situation(day(8, 7), totals: sheets))
    let figures = try #require(round.state.settlement?.figures)
    #expect(figures["B"]?.score == Points(60_00) && figures["B"]?.sheets == 4 && figures["B"]?.grade == .qualified)
    #expect(figures["B"]?.replaced == [.init(score: Points(59_99), objection: 1, on: day(8, 7))])
    #expect(figures["A"]?.score == Points(92_00) && figures["A"]?.replaced.isEmpty == true)
    #expect(round.refusalToWriteSheets(of: "B", before) != nil)
    #expect(refusal(round, .resettle("B"), by: .bureau, try Scene.situation(day(8, 7), totals: sheets))?.article == "25")
    try round.take(.close, by: .bureau, Scene.situation(day(8, 11), totals: sheets))
    #expect(round.stage == .closed)
  }

  @Test("A center that was wrongly absent gets its first figure, and the file says that it had none")
  func absentee() throws {
    let day = Scene.day
    var round = try Scene.round(after: 5, [Scene.objection("Z", on: day(8, 4)), Scene.upheld(1, on: day(8, 5))])
    var sheets = Scene.sheets
    sheets["Z"] = [70_00, 71_00]
    #expect(refusal(round, .resettle("Z"), by: .bureau, try Scene.situation(day(8, 6), totals: sheets))?.phrase.zh.contains("2 份") == true)
    var unchanged = round
    try unchanged.take(.resettle("Z"), by: .bureau, Scene.situation(day(8, 6), totals: Scene.sheets))
    #expect(unchanged.state.settlement?.absent == ["Z"] && unchanged.state.settlement?.reopened.isEmpty == true)
    sheets["Z"] = [70_00, 71_00, 72_00]
    try round.take(.resettle("Z"), by: .bureau, Scene.situation(day(8, 6), totals: sheets))
    #expect(round.state.settlement?.absent == [])
    #expect(
      round.state.settlement?.figures["Z"]
        == RoundFigure(score: Points(71_00), sheets: 3, replaced: [.init(score: nil, objection: 1, on: day(8, 6))]))
  }

  @Test("A center that was published without a figure is scored on, and its first figure is on notice five working days (articles 12, 25)")
  func addition() throws {
    let day = Scene.day
    var sheets = Scene.sheets
    sheets["C"] = [80_00]
    var round = try Scene.round(after: 3)
    try round.take(.settle, by: .bureau, Scene.situation(day(8, 3), totals: sheets))
    let settled = try Scene.situation(day(8, 3), totals: sheets)
    #expect(round.refusalToWriteSheets(of: "C", settled) != nil)
    #expect(round.cautions(before: .publish, settled) == [.absent(["Z"]), .pending(["C"])])
    try round.take(.publish(workingDays: 5), by: .bureau, settled)
    #expect(round.refusalToWriteSheets(of: "C", settled) == nil && round.refusalToWriteSheets(of: "A", settled) != nil)
    let late = try Scene.situation(day(8, 12), totals: sheets)
    #expect(refusal(round, .close, by: .bureau, late)?.phrase.zh.contains("还有 1 个中心评分表不足") == true)
    #expect(refusal(round, .resettle("C"), by: .bureau, late)?.phrase.zh == "C 只有 1 份评分表，至少需要 3 份")
    sheets["C"] = [80_00, 81_00, 82_00]
    try round.take(.resettle("C"), by: .bureau, Scene.situation(day(8, 12), totals: sheets))
    let settlement = try #require(round.state.settlement)
    #expect(settlement.figures["C"] == RoundFigure(score: Points(81_00), sheets: 3) && settlement.pending.isEmpty)
    // Wednesday 12 August, five working days from Thursday on: the last is Wednesday 19 August.
    #expect(round.state.notice?.issuedOn == day(8, 3) && round.state.notice?.last == day(8, 19))
    #expect(refusal(round, .close, by: .bureau, try Scene.situation(day(8, 19), totals: sheets)) != nil)
    try round.take(.close, by: .bureau, Scene.situation(day(8, 20), totals: sheets))
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

  @Test("An objection that came late, unsigned or without evidence is on file, holds nothing up and cannot be upheld (article 12)")
  func weak() throws {
    let day = Scene.day
    for entry in [Scene.objection("A", on: day(8, 11)), Scene.objection("A", on: day(8, 4), evidence: nil)] {
      let round = try Scene.round(after: 5, [entry])
      let situation = try Scene.situation(day(8, 11), totals: Scene.sheets)
      #expect(refusal(round, .close, by: .bureau, situation) == nil)
      #expect(refusal(round, .settleObjection(1, isUpheld: true, reason: Scene.text), by: .bureau, situation)?.article == "25")
      #expect(refusal(round, .settleObjection(1, isUpheld: false, reason: Scene.text), by: .bureau, situation) == nil)
      #expect(refusal(round, .settleObjection(2, isUpheld: false, reason: Scene.text), by: .bureau, situation) != nil)
    }
  }

  @Test("Who objected is told to nobody but the bureau, in a round that is open or closed")
  func objectors() throws {
    let day = Scene.day
    let dismissed: Scene.Entry = (.settleObjection(1, isUpheld: false, reason: Scene.text), .bureau, day(8, 5), Scene.sheets)
    let open = try Scene.round(after: 5, [Scene.objection("A", on: day(8, 4)), dismissed])
    let closed = try Scene.round(after: 5, [Scene.objection("A", on: day(8, 4)), dismissed, Scene.path[5]])
    for round in [open, closed] {
      let bare = round.withoutObjectors
      #expect(bare.stage == round.stage && bare.state.objections.map(\.center) == ["A"])
      #expect(
        bare.state.objections.allSatisfy { $0.objection.signedBy == nil && $0.objection.evidence == nil && $0.objection.grounds.isEmpty })
      #expect(bare.state.objections.first?.objection.settlement == round.state.objections.first?.objection.settlement)
    }
    #expect(try Scene.round(after: 3).withoutObjectors == Scene.round(after: 3))
    #expect(Scene.objection("A", on: day(8, 4)).step.withoutObjector.reason == nil)
    if case .object(_, _, let grounds, let signedBy, let evidence) = Scene.objection("A", on: day(8, 4)).step.withoutObjector {
      #expect(grounds.isEmpty && signedBy == nil && evidence == nil)
    }
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
