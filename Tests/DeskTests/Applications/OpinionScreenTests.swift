import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("An expert’s opinion by keys (article 11)")
struct OpinionScreenTests {
  static let he = Acting("he", .desk)

  /// An expert at the form of their opinion; who has not pledged yet does so before.
  func sit(_ login: String, columns: Int = 80, rows: Int = 24) throws -> (desk: DeskForTests, number: String) {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    try fixture.store.pledgeReview(year: 2026, by: Acting(login, .desk))
    let desk = try DeskForTests(fixture, login, columns: columns, rows: rows)
    desk.open(OpinionScreen(desk.sitting, number: number))
    return (desk, number)
  }

  func own(_ desk: DeskForTests, _ number: String) throws -> ReviewerRecord {
    let login = desk.sitting.acting.login
    return try #require(
      try desk.fixture.store.application(number, by: desk.sitting.acting).reviewers.first { $0.login == login })
  }

  @Test(
    "One that is handed in is only read: no key changes it, and what tries says how it is taken back",
    arguments: [KeyPress.character("1"), KeyPress(.end), KeyPress(.right), .character(" "), KeyPress(.backspace), KeyPress(.delete)])
  func locked(key: KeyPress) throws {
    let (desk, number) = try sit("zhou")
    let before = try own(desk, number)
    #expect(before.isSubmitted && desk.shows("已提交（只读，F3 撤回）"))
    desk.press(key)
    if key != KeyPress(.end) { #expect(desk.shows("按 F3 撤回后再改")) }
    desk.press(KeyPress(.tab))
    desk.press(key)
    desk.pass(.seconds(2))
    desk.press(KeyPress(.escape))
    #expect(!(desk.runtime.top is OpinionScreen))
    #expect(try own(desk, number) == before)
  }

  @Test("A rating above 100 is told at once with the range, and stays told when the field is left; a point on the way to 8.5 is no fault")
  func ratingOutOfRange() throws {
    let (desk, number) = try sit("he")
    for _ in 0..<8 { desk.press(KeyPress(.down)) }
    desk.type("10")
    #expect(!desk.shows("评分为 0 至 100"))
    desk.type("1")
    #expect(desk.shows("评分为 0 至 100，至多两位小数") && desk.shows("评分有误，未保存"))
    desk.press(KeyPress(.tab))
    desk.pass(.seconds(2))
    #expect(desk.shows("评分为 0 至 100，至多两位小数") && desk.shows("评分有误，未保存") && !desk.shows("尚未填写"))
    desk.press(KeyPress(.tab, .shift))
    for _ in 0..<3 { desk.press(KeyPress(.backspace)) }
    desk.type("8.")
    #expect(!desk.shows("评分为 0 至 100"))
    desk.type("5")
    desk.press(KeyPress(.tab))
    desk.pass(.seconds(2))
    #expect(!desk.shows("评分为 0 至 100") && !desk.shows("评分有误"))
    #expect(try own(desk, number).opinion.rating == Hundredths(8_50))
  }

  @Test("F3 takes it back after a yes; it counts only when it is handed in again")
  func takingBack() throws {
    let (desk, number) = try sit("zhou")
    desk.press(KeyPress(.function(3)))
    desk.type("n")
    #expect(try own(desk, number).isSubmitted)
    desk.press(KeyPress(.function(3)))
    desk.type("y")
    #expect(try !own(desk, number).isSubmitted)
    #expect(desk.shows("意见已撤回") && desk.shows("已保存，未提交"))
    desk.press(KeyPress(.right))
    desk.pass(.seconds(2))
    #expect(try own(desk, number).opinion.answers["9.1"] == .notMet)
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("提交评审意见？") && desk.shows("不符合：办法第9条第1项"))
    // Enter alone looks again.
    desk.press(KeyPress(.enter))
    #expect(try !own(desk, number).isSubmitted)
    desk.press(KeyPress(.function(2)), KeyPress(.tab), KeyPress(.enter))
    #expect(try own(desk, number).isSubmitted)
    #expect(!(desk.runtime.top is OpinionScreen))
  }

  @Test("A radio row takes digits, Space and arrows, no letters, stops at its ends, and says so where text comes in")
  func choosing() throws {
    let (desk, number) = try sit("he")
    func answer() throws -> ExpertOpinion.Answer? {
      desk.pass(.seconds(2))
      return try own(desk, number).opinion.answers["9.1"]
    }
    desk.press(KeyPress(.end), KeyPress(.home))
    desk.type("b")
    #expect(desk.shows("用空格、数字或 ← → 选择"))
    #expect(try answer() == nil)
    desk.type("2")
    #expect(try answer() == ExpertOpinion.Answer.allCases[1])
    desk.press(KeyPress(.right), KeyPress(.left), KeyPress(.left))
    #expect(try answer() == .met)
    desk.press(KeyPress(.right), KeyPress(.right), KeyPress(.right), KeyPress(.home))
    #expect(try answer() == .doubtful)
    desk.press(.character(" "))
    #expect(try answer() == .met)
    desk.type("符")
    #expect(desk.shows("输入法开着：“符”"))
    #expect(try answer() == .met)
  }

  @Test("F2 says all that is missing at once, then goes to the first; a rating above 100 is among it")
  func missing() throws {
    let (desk, number) = try sit("he")
    desk.press(.character(" "))
    // 9.8 is only shown, and passed by.
    for _ in 0..<8 { desk.press(KeyPress(.tab)) }
    desk.type("101")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("还不能提交") && desk.shows("还没有意见：办法第9条第2、3、4、5、6、7项"))
    #expect(desk.shows("还没有总体意见") && desk.shows("评分为 0 至 100，至多两位小数"))
    desk.press(KeyPress(.enter))
    #expect((desk.runtime.top as? OpinionScreen)?.state?.form.form.idInHand == "9.2")
    #expect(try !own(desk, number).isSubmitted)
  }

  @Test("Where nobody builds with the host, 9.8 is not asked for")
  func alone() throws {
    let (desk, _) = try sit("he")
    #expect(desk.shows("不适用（没有共建单位）"))
    #expect((desk.runtime.top as? OpinionScreen)?.state?.shortcomings.map(\.field).contains("9.8") == false)
    for _ in 0..<6 { desk.press(KeyPress(.tab)) }
    #expect((desk.runtime.top as? OpinionScreen)?.state?.form.form.idInHand == "9.7")
    desk.press(KeyPress(.down))
    #expect((desk.runtime.top as? OpinionScreen)?.state?.form.form.idInHand == "recommendation")
    desk.press(KeyPress(.up))
    #expect((desk.runtime.top as? OpinionScreen)?.state?.form.form.idInHand == "9.7")
  }

  @Test("Nothing is called saved before anything is written; a figure stands beside what is asked for")
  func beginning() throws {
    let (desk, _) = try sit("he", columns: 120, rows: 40)
    #expect(desk.shows("尚未填写") && !desk.text.contains("已保存"))
    desk.press(KeyPress(.tab))
    #expect(desk.shows("上一年销售收入：12000 万元（要求：不少于 1000 万元）"))
    desk.press(.character(" "), KeyPress(.tab))
    #expect(desk.shows("已保存，未提交"))
  }

  @Test("Whoever wants changes is told by that name that a word is owed", arguments: [2, 3])
  func owing(place: Int) throws {
    let (desk, _) = try sit("he")
    for _ in 0..<7 { desk.press(.character(" "), KeyPress(.tab)) }
    for _ in 0..<place { desk.press(.character(" ")) }
    desk.press(KeyPress(.tab))
    desk.type("80")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("还不能提交") && desk.shows("“修改完善后建设”"))
  }

  @Test("F6 reads the whole application and comes back to the same form")
  func record() throws {
    let (desk, number) = try sit("he")
    let form = desk.runtime.top
    desk.press(.character(" "), KeyPress(.function(6)))
    #expect((desk.runtime.top as? ApplicationScreen)?.number == number)
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top === form)
    #expect(try own(desk, number).opinion.answers["9.1"] == .met)
  }

  @Test("Stepping aside asks first, and leaves nothing to do; what is opened again says so")
  func steppingAside() throws {
    let (desk, number) = try sit("he")
    desk.press(KeyPress(.escape))
    desk.open(ApplicationsScreen(desk.sitting))
    #expect(desk.shows("待我办理 1 件") && desk.shows("待您评审"))
    desk.press(KeyPress(.enter))
    desk.type("d")
    #expect(desk.shows("沧州市管件热成形技术创新中心") && desk.shows("申报回避？"))
    desk.type("n")
    #expect(desk.runtime.top is ApplicationScreen)
    desk.type("dy")
    desk.type("受聘为该单位顾问")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ApplicationsScreen)
    #expect(desk.shows("已回避，无需再办") && desk.shows("待我办理 0 件"))
    let list = try DeskForTests(desk.fixture, "he", columns: 80, rows: 24)
    list.open(ApplicationsScreen(list.sitting))
    #expect(list.shows(number) && list.shows("已回避"))
    list.press(KeyPress(.enter))
    #expect(list.shows("无需再办") && !list.text.contains("未能读取"))
  }

  @Test("When the review is over the footer offers neither opinion nor recusal, and the keys say why")
  func over() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    try fixture.store.stepApplication(number, .withdraw(reason: fixture.text("另行申报")), by: DeskFixture.host)
    let desk = try DeskForTests(fixture, "lin")
    desk.open(ApplicationScreen(desk.sitting, number: number))
    let footer = try #require(desk.terminal.text.last { !$0.allSatisfy(\.isWhitespace) })
    #expect(!footer.contains("评审意见") && !footer.contains("回避"))
    desk.type("d")
    #expect(desk.runtime.top is ApplicationScreen && desk.shows("评审已结束"))
  }

  @Test("The expert's home says what waits, and how it is reached, at 80 columns")
  func home() throws {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.reviewedApplication()
    let desk = try DeskForTests(fixture, "he", columns: 80, rows: 24)
    #expect(desk.shows("待您提交评审意见的申请有 1 件"))
    #expect(desk.shows("a 申请评审"))
    let done = try DeskForTests(fixture, "lin", columns: 80, rows: 24)
    #expect(!done.text.contains("待您提交评审意见的申请有"))
  }
}
