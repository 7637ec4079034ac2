import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

/// The group and its leader.
extension OpinionScreenTests {
  @Test("The leader writes the group's opinion with all opinions in sight, and not before the last one is in")
  func group() throws {
    let (desk, number) = try sit("zhou")
    #expect(desk.shows("专家组意见（您是组长）：专家意见还差 1 份"))
    desk.press(KeyPress(.function(5)))
    #expect(desk.runtime.top is OpinionScreen && desk.shows("专家意见还差 1 份（已提交 2 份，至少 3 份）"))
    let answers = Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, ExpertOpinion.Answer.met) })
    try desk.fixture.store.pledgeReview(year: 2026, by: Self.he)
    try desk.fixture.store.giveOpinion(
      number, ExpertOpinion(answers: answers, recommendation: .support, rating: Hundredths(77_00)), isSubmitted: true, by: Self.he)
    desk.press(KeyPress(.escape))
    desk.open(ApplicationScreen(desk.sitting, number: number))
    #expect(desk.shows("F5 专家组意见"))
    desk.press(KeyPress(.function(5)))
    #expect(desk.shows("林若溪  81.00  修改完善后建设") && desk.shows("何知秋  77.00") && desk.shows("中试条件需再核实"))
    desk.type("同意建设。")
    desk.press(KeyPress(.function(2)))
    #expect(try desk.fixture.store.application(number, by: DeskFixture.bureau).groupOpinion.string == "同意建设。")
  }

  @Test("An expert who is not the leader reads of the own opinion only, and no mean")
  func ownOnly() throws {
    let (desk, number) = try sit("lin", columns: 120, rows: 40)
    desk.open(ApplicationScreen(desk.sitting, number: number))
    #expect(desk.shows("您的意见：已提交，81.00"))
    #expect(!desk.text.contains("平均") && !desk.text.contains("周文澜"))
  }

  @Test("A leader who sits at their opinion or at home is told when the last one comes in, and what they are writing stays")
  func lastOneComesIn() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let (home, desk) = (try DeskForTests(fixture, "zhou", columns: 80, rows: 24), try DeskForTests(fixture, "zhou"))
    let watch = try fixture.store.watch(by: Acting("zhou", .desk))
    desk.open(OpinionScreen(desk.sitting, number: number))
    #expect(desk.shows("专家意见还差 1 份") && !home.shows("任组长的申请有 1 件"))
    let he = Acting("he", .desk)
    try fixture.store.pledgeReview(year: 2026, by: he)
    let opinion = ExpertOpinion(
      answers: Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, .met) }), recommendation: .support,
      rating: Hundredths(80_00))
    try fixture.store.giveOpinion(number, opinion, isSubmitted: true, by: he)
    let news = StoreNews(items: try watch.news().map { StoreNews.Item(act: $0.act, login: $0.login) })
    for desk in [home, desk] {
      desk.runtime.announce(news)
      desk.runtime.settle()
    }
    #expect(desk.shows("意见已交齐，按 F5 填写"))
    #expect(home.shows("任组长的申请有 1 件待写专家组意见"))
  }

  @Test("With every opinion in, the leader is told on the first screen, in the list and in the file, until the group's is written")
  func groupDue() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.opinedApplication()
    let home = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    #expect(home.shows("任组长的申请有 1 件待写专家组意见，今日起：按 a 或 F4"))
    home.press(KeyPress(.function(4)))
    #expect(home.shows("待我办理 1 件") && home.shows("待写专家组意见"))
    home.press(KeyPress(.enter))
    let footer = try #require(home.terminal.text.last { !$0.allSatisfy(\.isWhitespace) })
    #expect(home.shows(number) && footer.contains("F5 专家组意见"))
    try fixture.store.giveGroupOpinion(number, fixture.text("同意"), by: Acting("zhou", .desk))
    let after = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    #expect(!after.text.contains("专家组意见"))
    after.press(KeyPress(.function(4)))
    #expect(after.shows("待我办理 0 件") && after.shows("意见已提交"))
  }
}
