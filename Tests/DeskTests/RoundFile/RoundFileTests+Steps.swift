import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

/// The steps of a round, each over what follows from it.
extension RoundFileTests {
  @Test("A center is deferred with a reason and is exempt then; one that takes part cannot be")
  func deferring() throws {
    let desk = try desk()
    try select("CZ-01", desk)
    #expect(refusal(desk, .postpone)?.contains("CZ-01 已参加评估，不能暂缓（办法第26条）") == true)
    try select("CZ-06", desk)
    desk.type("7")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("必填"))
    desk.type("设备搬迁")
    desk.press(KeyPress(.function(2)), KeyPress(.left), KeyPress(.enter))
    #expect(try round()[center: "CZ-06"].deferral?.string == "设备搬迁")
    #expect(desk.shows("应评 7") && desk.shows("免评 2"))
  }

  @Test("What is late is admitted with a reason, and the file says so")
  func admitting() throws {
    let desk = try desk()
    try select("CZ-08", desk)
    desk.type("6")
    desk.press(KeyPress(.tab))
    desk.type("洪水")
    desk.press(KeyPress(.function(2)))
    #expect(try round()[center: "CZ-08"].admitted == [.material])
    #expect(desk.shows("已准予逾期：材料提交截止日"))
  }

  @Test("The list of steps greys what is not lawful and says why, what is lawful first")
  func menu() throws {
    let desk = try desk()
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.isModal && desk.shows("核定评估结果"))
    #expect(desk.shows("只有已核定的评估可以公示"))
  }

  @Test("An objection that does not count cannot be upheld, and the form says so beside the finding")
  func unsigned() throws {
    try fixture.importSheet("CZ-07", "zhou", share: 70)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    try fixture.store.stepRound(
      2026, .object("CZ-02", receivedOn: DeskFixture.today, grounds: fixture.text("有误"), signedBy: nil, evidence: nil),
      by: DeskFixture.bureau)
    // It is only kept on file, and does not count among those that wait.
    let seen = try self.desk()
    seen.press(KeyPress(.tab))
    #expect(seen.shows("登记备查") && !seen.shows("待处理"))
    let desk = try desk()
    desk.type("0")
    desk.press(KeyPress(.tab))
    desk.type("2")
    desk.press(KeyPress(.tab))
    desk.type("查无实据")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen && desk.shows("不能认定成立：未署名"))
  }

  @Test("Before it is published with a center pending, it is told that scoring cannot be resumed after that")
  func publishingPending() throws {
    let desk = try desk()
    desk.type("1")
    desk.press(KeyPress(.left), KeyPress(.enter))
    #expect(try round().stage == .settled)
    desk.type("2")
    desk.press(KeyPress(.function(2)))
    // Whatever line of the dialog it is broken over.
    #expect(desk.terminal.text.joined().filter { $0 != " " && $0 != "│" }.contains("一经公示，不能再恢复评分"))
  }

  @Test(
    "A center that was published without a figure reads, once enough sheets are in, that there are and that 9 fixes it",
    arguments: Language.allCases)
  func enoughNow(language: Language) throws {
    let fixture = try DeskFixture(minimumSheets: 2)
    try fixture.importSheet("CZ-01", "lin", share: 92)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    func desk() throws -> DeskForTests {
      let desk = try DeskForTests(fixture, "bureau", language: language)
      desk.open(RoundFileScreen(desk.sitting, year: 2026))
      try select("CZ-01", desk)
      return desk
    }
    let cannot = language == .zh ? "暂不能定级" : "cannot be graded yet"
    #expect(try desk().shows(cannot))
    try fixture.importSheet("CZ-01", "zhou", share: 90)
    let enough = try desk()
    let words = language == .zh ? "公示时评分表不足，现已有 2 份，至少需要 2 份：够，按 9" : "2 of at least 2 are in now: 9 fixes"
    #expect(enough.terminal.text.joined().filter { $0 != " " && $0 != "│" }.contains(words.filter { $0 != " " }) && !enough.shows(cannot))
    #expect(refusal(enough, .resettle) == nil)
  }

  @Test("From settlement to the end by keys: an objection upheld leaves both figures, closing is previewed, the closed round tells")
  func wholeRound() throws {
    try fixture.importSheet("CZ-07", "zhou", share: 70)
    var desk = try desk()
    desk.type("1")
    // Two would lose their title over it, and sheets disagree: Enter alone does not agree to that.
    #expect(desk.shows("未参加 2 个：CZ-06、CZ-08") && desk.shows("评分分歧大而未复核 1 个：CZ-02"))
    desk.press(KeyPress(.left), KeyPress(.enter))
    #expect(try round().stage == .settled)
    desk.type("2")
    desk.press(KeyPress(.function(2)), KeyPress(.left), KeyPress(.enter))
    #expect(try round().stage == .published)

    // An objection in time, signed and with evidence holds the end up.
    try select("CZ-03", desk)
    desk.type("8")
    #expect(desk.shows("填写后在此提示") && !desk.shows("未署名"))
    desk.press(KeyPress(.tab))
    desk.type("2.1 少计一年")
    #expect(desk.shows("只登记备查，不影响结束：未署名"))
    desk.press(KeyPress(.tab))
    desk.type("江晚晴")
    desk.press(KeyPress(.tab))
    #expect(desk.shows("未附证据"))
    desk.type("审计报告")
    #expect(desk.shows("处理前不能结束评估"))
    desk.press(KeyPress(.function(2)))
    #expect(try round().state.objections.count == 1)
    #expect(desk.shows("异议 1（待处理 1）") && desk.shows("第 1 号异议：待处理"))

    // Upheld, it opens the center's sheets; the figure is fixed anew from them.
    desk.press(KeyPress(.tab))
    #expect(desk.shows("江晚晴") && desk.shows("2.1 少计一年") && desk.shows("审计报告"))
    desk.type("0")
    desk.press(KeyPress(.tab))
    desk.type("2")
    desk.press(KeyPress(.tab))
    desk.type("属实")
    desk.press(KeyPress(.function(2)))
    if desk.runtime.isModal { desk.press(KeyPress(.enter)) }
    #expect(try round().state.objections.first?.objection.settlement?.isUpheld == true)
    #expect(desk.shows("52.00 → 待重核"))
    // It is counted once, not with its old grade as well.
    let counts = RoundFileCounts((desk.runtime.top as? RoundFileScreen)?.state?.rows ?? [])
    #expect(counts.reopened == 1 && counts.due == counts.graded.values.reduce(counts.reopened + counts.pending + counts.absent, +))
    #expect(refusal(desk, .close) != nil)
    try fixture.store.takeBackSheet(year: 2026, center: "CZ-03", by: DeskFixture.zhou)
    for code in IndicatorCode.all {
      let points = PointsEntry.points(share: Points(whole: 55), of: fixture.weights[code])
      try fixture.store.score(year: 2026, center: "CZ-03", indicator: code, ScoreEntry(points: .some(points)), by: DeskFixture.zhou)
    }
    try fixture.store.submitSheet(year: 2026, center: "CZ-03", by: DeskFixture.zhou)
    desk.type("9")
    desk.press(KeyPress(.left), KeyPress(.enter))
    #expect(desk.shows("52.00 → 55.00") && desk.shows("原为 52.00 不合格"))

    // The notice runs until the 17th; the day after, closing says first what follows.
    desk = try self.desk(on: "2026-06-18")
    desk.type("3")
    #expect(desk.runtime.top is ClosingScreen)
    #expect(desk.shows("CZ-03") && desk.shows("绩效评估不合格（55.00 分）：办法第30条第1项"))
    #expect(desk.shows("CZ-06") && desk.shows("不参加绩效评估：办法第30条第2项"))
    #expect(desk.shows("CZ-01") && desk.shows("优先支持承担市级科技项目"))
    desk.press(KeyPress(.escape))
    #expect(try round().stage == .published)
    desk.type("3")
    desk.press(KeyPress(.enter), KeyPress(.enter))
    #expect(try round().stage == .published)
    desk.press(KeyPress(.function(2)), KeyPress(.left), KeyPress(.enter))
    #expect(try round().stage == .closed && desk.runtime.top is RoundFileScreen)

    // The closed round shows both, and takes down what came of an incentive.
    desk.press(KeyPress(.tab), KeyPress(.tab))
    #expect(desk.shows("30(1)") && desk.shows("30(2)") && desk.shows("激励已落实 0/4"))
    // Its steps are what is to be done about what is selected, not those of a round under way.
    desk.press(KeyPress(.home), KeyPress(.enter))
    #expect(desk.runtime.top is MatterScreen<Revocation> && desk.shows("拟撤销待决定") && desk.shows("决定不予撤销"))
    desk.press(KeyPress(.escape))
    desk.press(KeyPress(.end), KeyPress(.enter))
    #expect(desk.runtime.isModal && desk.shows("登记激励落实情况（i）"))
    desk.press(KeyPress(.escape))
    desk.press(KeyPress(.end), KeyPress(.insert), KeyPress(.tab))
    desk.type("已列入市级计划")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("激励已落实 1/4") && desk.shows("优先支持承担市级科技项目：已列入市级计划"))
    desk.press(KeyPress(.tab))
    #expect(desk.shows("评估结束") && desk.shows("重新核定") && desk.shows("第 1 号异议"))
  }

  @Test("From the list of rounds too a round is closed only over the preview of what follows")
  func closingFromTheList() throws {
    try fixture.importSheet("CZ-07", "zhou", share: 70)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", on: DeskFixture.day("2026-06-18"))
    desk.open(RoundsScreen(desk.sitting))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ClosingScreen && desk.shows("不参加绩效评估：办法第30条第2项"))
    desk.press(KeyPress(.enter), KeyPress(.left), KeyPress(.enter))
    #expect(try round().stage == .closed && desk.runtime.top is RoundsScreen && desk.shows("已结束"))
  }
}
