import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import CenterStore
@testable import Desk

@Suite("The expert's home")
@MainActor
struct ExpertHomeTests {
  @Test("lists my centers with how far each has come, and what is still open")
  func list() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    try fixture.fill("CZ-01")
    try fixture.store.submitSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou)
    try fixture.fill("CZ-02", leaving: "4.2")
    let desk = try DeskForTests(fixture, "zhou")
    #expect(desk.shows("2026 年度绩效评估还有 5 份评分表未提交（共 6 份）"))
    #expect(desk.shows("截止 2026-06-30，还有 20 天"))
    let row = try #require(desk.terminal.text.first { $0.contains("CZ-01") })
    #expect(row.contains("19/19") && row.contains("80.05") && row.contains("已提交"))
    let second = try #require(desk.terminal.text.first { $0.contains("CZ-02") })
    #expect(second.contains("18/19") && second.contains("评分中"))
    #expect(desk.terminal.text.first { $0.contains("CZ-07") }?.contains("未开始") == true)
    // The first sheet that is not finished is selected.
    desk.press(KeyPress(.enter))
    #expect(desk.shows("评分表 CZ-02"))
    #expect((desk.runtime.top as? ScoresheetScreen)?.state.selected.description == "4.2")
  }

  @Test(
    "the last day is told with what is left of it",
    arguments: [
      ("2026-06-10", "还有 20 天", Ink.plain), ("2026-06-23", "还有 7 天", .caution), ("2026-06-22", "还有 8 天", .plain),
      ("2026-06-30", "就是今天", .caution),
      ("2026-07-01", "已过 1 天", .bad),
    ])
  func deadline(today: String, words: String, ink: Ink) {
    let deadline = Deadline(DeskFixture.scoresBy, today: DeskFixture.day(today))
    #expect(deadline.phrase.zh.hasSuffix(words))
    #expect(deadline.ink == ink)
  }

  @Test("somebody without a center reads what to expect")
  func empty() throws {
    let fixture = try DeskFixture()
    let song = ExpertRecord(login: try fixture.text("song"), name: try fixture.text("宋清和"), employer: try fixture.text("冀中样本会计师事务所"))
    _ = try fixture.store.importExperts(fixture.numbered([song]), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "song", columns: 80, rows: 24)
    #expect(desk.shows("目前没有分配给您评审的技术创新中心"))
    desk.checkFrame()
  }

  @Test("names that have no room are shown, all of one list, without the words that all of them share")
  func names() {
    let names = ["沧州市油气管道防腐技术创新中心", "沧州市阀门技术创新中心"]
    let narrow = CenterNames(names, columns: 20, measure: TextMeasure())
    #expect(names.map { narrow($0) } == ["油气管道防腐", "阀门"])
    let wide = CenterNames(names, columns: 40, measure: TextMeasure())
    #expect(names.map { wide($0) } == names)
    let long = CenterNames(["沧州市特种玻璃纤维与应用第一技术创新中心"], columns: 15, measure: TextMeasure())
    #expect(long("沧州市特种玻璃纤维与应用第一技术创新中心") == "特种玻璃…用第一")
    #expect(["沧州市技术创新中心", "沧州市", "某重点实验室", ""].map { CenterNames.core(of: $0) } == ["技术创新中心", "沧州市", "某重点实验室", ""])
  }

  @Test("sheets of centers to step aside from, of absent ones and of those that have ended are not asked for, and not counted")
  func recused() {
    func task(_ center: String, _ state: Sheet.State = .draft, recusal: Phrase? = nil, isAbsent: Bool = false, ended: Due.Exemption? = nil)
      -> ExpertTask
    {
      ExpertTask(
        year: 2026, roundState: .scoring, scoresBy: nil, center: center, name: center, units: [], field: "管道装备", state: state,
        isByStaff: false, given: 0,
        sum: .zero, recusal: recusal, isAbsent: isAbsent, ended: ended, isReopened: false, isAwaited: false, isSecondLook: false,
        leading: nil)
    }
    var state = ExpertHomeState()
    let tied = Phrase(zh: "所在单位", en: "employer")
    state.take(
      [task("A", .submitted), task("B"), task("C", recusal: tied), task("D", isAbsent: true), task("E", .submitted, ended: .revoked)],
      pledged: [2026])
    #expect(state.rounds?.first?.asked.map(\.center) == ["A", "B"])
    #expect(state.rounds?.first?.open == 1)
  }

  @Test("a sheet that staff typed in one's name is marked so, on the list and in the sheet", arguments: [Language.zh, .en])
  func typed(language: Language) throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    try fixture.importSheet("CZ-01", "zhou", share: 90)
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24, language: language)
    let row = try #require(desk.terminal.text.first { $0.contains("CZ-01") })
    #expect(row.contains(language == .zh ? "代录" : "by staff"))
    desk.press(KeyPress(.home), KeyPress(.enter))
    #expect(desk.shows(language == .zh ? "本表由工作人员代录" : "typed by staff"))
  }

  @Test("where every center handed nothing in, the expert and the bureau read how many, and not that all is well")
  func absent() throws {
    let fixture = try DeskFixture()
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1, materialBy: DeskFixture.today), by: DeskFixture.bureau)
    let draw = try fixture.store.assignExperts(year: 2028, by: DeskFixture.bureau)
    let own = draw.plan.lines.count { $0.expert == "zhou" }
    let tomorrow = DeskFixture.today.adding(days: 1)
    let expert = try DeskForTests(fixture, "zhou", on: tomorrow)
    #expect(expert.shows("分配给您的中心有 \(own) 个没有提交材料") && !expert.shows("谢谢"))
    let bureau = try DeskForTests(fixture, "bureau", on: tomorrow)
    #expect(bureau.shows("未参加 9 个") && bureau.shows("9 个中心都未参加") && !bureau.shows("份数已够"))
    let english = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: .en, on: tomorrow)
    #expect(english.shows("All 9 absent: nothing to score."))
    // Nothing out of nothing is no share.
    #expect(bureau.shows("没有评分任务") && !bureau.shows("0/0") && !bureau.shows("0%"))
  }

  @Test("a center that was revoked under the expert's hands stays in the list, says why, and is asked for no more (article 26)")
  func revoked() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    try fixture.fill("CZ-02", leaving: "4.2")
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    let before = try #require(desk.terminal.text.first { $0.contains("CZ-02") })
    #expect(before.contains("18/19") && before.contains("评分中"))
    func asked() throws -> Int {
      try #require(desk.terminal.text.compactMap { try? #/共 (\d+) 份/#.firstMatch(in: $0)?.1 }.first.flatMap { Int($0) })
    }
    let count = try asked()
    let sheet = try DeskForTests(fixture, "zhou")
    sheet.open(ScoresheetScreen(sheet.sitting, year: 2026, center: "CZ-02"))
    try fixture.revoke("CZ-02")
    let news = StoreNews(items: [StoreNews.Item(act: "revocation.step", login: "bureau")])
    for desk in [desk, sheet] { desk.runtime.announce(news) }
    for desk in [desk, sheet] { desk.runtime.settle() }
    let after = try #require(desk.terminal.text.first { $0.contains("CZ-02") && $0.contains("18/19") })
    #expect(after.contains("已撤销") && desk.shows("CZ-02 已撤销，不再评分（办法第26条）"))
    #expect(try asked() == count - 1)
    // Who has its sheet open is told before the next key, and nothing is taken.
    #expect(sheet.shows("2026 年度评估 · 已撤销"))
    sheet.type("3")
    #expect(sheet.shows("该中心已撤销，不再评分，评分表只供查看（办法第26条）"))
    #expect(throws: StoreError.refused(Due.Exemption.revoked.refusal(of: "CZ-02", in: 2026))) {
      try PlainScoring(fixture.store, center: "CZ-02", round: nil, by: DeskFixture.zhou)
    }
  }

  @Test("who has nothing to score is told so, and not thanked for it")
  func nothing() throws {
    let fixture = try DeskFixture()
    for center in try fixture.store.tasks(by: DeskFixture.zhou).filter({ $0.roundState.takesSheets }).map(\.center) {
      try fixture.store.declareConflict(center: center, expert: "zhou", reason: fixture.text("师生"), by: DeskFixture.zhou)
    }
    let desk = try DeskForTests(fixture, "zhou")
    #expect(desk.shows("没有需要您评分的中心") && !desk.shows("谢谢"))
  }

  @Test("a center that an upheld objection re-opened is told, and its sheet is taken back, changed and handed in again (article 25)")
  func reopened() throws {
    let fixture = try DeskFixture.published()
    let why = try fixture.text("评分漏计一项专利")
    try fixture.store.stepRound(
      2026, .object("CZ-01", receivedOn: DeskFixture.today, grounds: why, signedBy: why, evidence: why), by: DeskFixture.bureau)
    func desk() throws -> DeskForTests { try DeskForTests(fixture, "zhou", columns: 80, rows: 24) }
    let before = try desk()
    #expect(before.shows("现在没有进行中的评估") && !before.shows("重开"))
    try fixture.store.stepRound(2026, .settleObjection(1, isUpheld: true, reason: why, document: nil), by: DeskFixture.bureau)
    let desk = try desk()
    #expect(desk.shows("CZ-01 因异议成立重新评分") && desk.shows("待重评"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows("评分表 CZ-01"))
    desk.press(KeyPress(.function(3)))
    #expect(desk.shows("重新核定前"))
    desk.type("y")
    #expect(try fixture.sheet("CZ-01").state == .draft)
    desk.press(KeyPress(.home))
    desk.type("1.5\n")
    #expect(try fixture.sheet("CZ-01").points[DeskFixture.code("1.1")] == Points(150))
    desk.press(KeyPress(.function(3)), KeyPress(.tab), KeyPress(.enter))
    #expect(try fixture.sheet("CZ-01").state == .submitted)
    try fixture.store.stepRound(2026, .resettle("CZ-01"), by: DeskFixture.bureau)
    #expect(try !fixture.sheet("CZ-01").isReopened)
  }

  @Test("codes are whole at 80 columns, on the home and in the matrix", arguments: Language.allCases)
  func codes(language: Language) throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let added = CenterRecord(
      code: try fixture.text("YS2020-00128"), name: try fixture.text("沧州市长编号样例装备制造技术创新中心"), host: try fixture.text("沧州长编号样例有限公司"),
      hostKind: .enterprise, department: try fixture.text("盐山县科学技术局"), field: try fixture.text("管道装备"),
      certifiedOn: DeskFixture.day("2020-03-05"))
    let outcome = try fixture.store.importCenters([Numbered(2, added)], by: DeskFixture.bureau)
    #expect(outcome.problems.isEmpty)
    try fixture.store.assignExpert(year: 2026, center: "YS2020-00128", expert: "zhou", by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24, language: language)
    #expect(desk.shows("YS2020-00128"))
    #expect(desk.shows("0/19"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is MatrixScreen)
    #expect(desk.shows("YS2020-00128"))
    desk.press(KeyPress(.tab))
    #expect(desk.shows("YS2020-00128"))
    #expect(desk.shows("1.1"))
  }

  @Test("what is assigned while the desk is open shows, and the selection stays")
  func news() throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou")
    desk.press(KeyPress(.end))
    try fixture.store.assignExpert(year: 2026, center: "CZ-08", expert: "zhou", by: DeskFixture.bureau)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: "assign.draw", login: "bureau")]))
    desk.runtime.settle()
    #expect(desk.shows("CZ-08"))
    let screen = try #require(desk.terminal.frames.last?.cursor?.row)
    #expect(desk.terminal.text[screen].contains("CZ-07"))
  }
}
