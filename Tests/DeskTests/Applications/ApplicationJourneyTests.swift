import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("An application by keys, from the call to the registry")
struct ApplicationJourneyTests {
  private static func day(_ text: String) -> Day { DeskFixture.day(text) }

  /// Sits somebody down on a day, at an application.
  private func desk(_ fixture: DeskFixture, _ login: String, _ day: String, at number: String? = nil) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, on: ApplicationJourneyTests.day(day))
    if let number { desk.open(ApplicationScreen(desk.sitting, number: number)) }
    return desk
  }

  /// Takes a lawful step from the list of steps, by its words.
  private func step(_ desk: DeskForTests, _ kind: ApplicationStepKind) throws {
    let screen = try #require(desk.runtime.top as? ApplicationScreen)
    let kinds = try #require(screen.file).lawfulSteps(for: desk.sitting.member.role)
    let place = try #require(kinds.firstIndex(of: kind), "\(kind) is not lawful: \(desk.text)")
    desk.press(KeyPress(.function(2)))
    for _ in 0..<place { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter))
  }

  private func stage(_ fixture: DeskFixture, _ number: String) throws -> ApplicationStage {
    try fixture.store.application(number, by: DeskFixture.bureau).summary.stage
  }

  @Test("Each role does its part with keys that are no letters; the center stands in the registry")
  func wholeWay() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let host = try desk(fixture, "host", "2026-06-12", at: number)
    try step(host, .submit)
    host.press(KeyPress(.enter))
    #expect(try stage(fixture, number) == .submitted)

    let department = try desk(fixture, "yanshan", "2026-07-01", at: number)
    try step(department, .recommend)
    department.press(KeyPress(.function(2)))
    #expect(try stage(fixture, number) == .recommended)

    let bureau = try desk(fixture, "bureau", "2026-07-20", at: number)
    try step(bureau, .accept)
    bureau.press(KeyPress(.enter))
    try step(bureau, .passCheck)
    bureau.press(KeyPress(.function(2)))
    // What is open bars nothing, and is said.
    #expect(bureau.shows("未做信用核查（办法第9条第4项）；办法第14、15条待定"))
    bureau.press(.character("y"))
    #expect(try stage(fixture, number) == .reviewing)
    // Nobody has given an opinion, so the list of steps says why it cannot be proposed.
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("列入拟新建名单"))
    bureau.press(KeyPress(.escape))
    bureau.press(KeyPress(.function(5)))
    for name in ["周文澜", "林若溪", "何知秋"] {
      bureau.type(name)
      bureau.press(KeyPress(.enter), KeyPress(.enter))
    }
    #expect(bureau.shows("已安排 3 人，至少 3 人"))
    bureau.press(KeyPress(.escape))
    #expect(try fixture.store.application(number, by: DeskFixture.bureau).reviewers.map(\.login) == ["he", "lin", "zhou"])

    for login in ["zhou", "lin", "he"] { try opine(fixture, login, number) }
    let after = try desk(fixture, "bureau", "2026-08-20", at: number)
    #expect(after.shows("3/3 份"))
    try step(after, .propose)
    #expect(after.shows("办理后不能撤回"))
    after.press(.character("y"))
    try step(after, .approve)
    after.press(KeyPress(.tab))
    after.type("〔2026〕8号")
    after.press(KeyPress(.function(2)))
    #expect(after.shows("办理后不能撤回") && !after.shows("信用核查"))
    after.press(.character("y"))
    try step(after, .publishNotice)
    after.press(KeyPress(.function(2)))
    #expect(try stage(fixture, number) == .approved)
    after.press(.character("y"))
    #expect(try stage(fixture, number) == .onNotice)
    #expect(after.shows("还有 5 个工作日"))

    // Five working days after Thursday 20 August: the last is Thursday 27 August.
    let early = try desk(fixture, "bureau", "2026-08-27", at: number)
    let screen = try #require(early.runtime.top as? ApplicationScreen)
    #expect(screen.file?.refusal(.certify, by: .bureau)?.phrase.zh.contains("2026-08-27") == true)
    let last = try desk(fixture, "bureau", "2026-08-28", at: number)
    try step(last, .certify)
    last.type("沧科字〔2026〕21号")
    last.press(KeyPress(.tab))
    last.type("CZ-10")
    last.press(KeyPress(.function(2)))
    #expect(last.shows("CZ-10 纳入管理序列"))
    last.press(.character("y"))
    #expect(try stage(fixture, number) == .certified)
    var codes: [String] = []
    try fixture.store.eachCenter(by: DeskFixture.bureau) { codes.append($0.code.string) }
    #expect(codes.contains("CZ-10"))
    // Every link of the way says that it came through the desk.
    var channels: Set<String> = []
    try fixture.store.eachLink(by: Acting("admin", .desk)) { link in
      if link.act.hasPrefix("application.") { channels.insert(link.channel) }
    }
    #expect(channels == ["desk"])
  }

  /// An expert pledges, answers every condition with Space, recommends, rates and hands in.
  private func opine(_ fixture: DeskFixture, _ login: String, _ number: String) throws {
    let expert = try DeskForTests(fixture, login, on: ApplicationJourneyTests.day("2026-08-01"))
    expert.press(KeyPress(.function(4)))
    #expect(expert.shows(number))
    expert.press(KeyPress(.enter))
    #expect(expert.shows("评审承诺"))
    expert.press(KeyPress(.enter))
    #expect(expert.runtime.top is ApplicationScreen)
    expert.press(KeyPress(.function(2)))
    for _ in 0..<8 { expert.press(.character(" "), KeyPress(.tab)) }
    expert.type("８６．５")
    expert.press(KeyPress(.function(2)))
    #expect(expert.shows("提交评审意见？"))
    expert.press(KeyPress(.tab), KeyPress(.enter))
    let own = try fixture.store.application(number, by: Acting(login, .desk)).reviewers.first
    #expect(own?.isSubmitted == true)
    #expect(own?.opinion.rating == Hundredths(86_50))
  }

  @Test("A form that fails article 9.2 cannot be recommended; the screen cites the figure, the one asked for and the article")
  func failing() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication(failing: true)
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let department = try desk(fixture, "yanshan", "2026-06-20", at: number)
    #expect(department.shows("800") && department.shows("1000") && department.shows("9.2"))
    let screen = try #require(department.runtime.top as? ApplicationScreen)
    #expect(screen.file?.refusal(.recommend, by: .department)?.article == "9.2")
    // The reason for giving it back begins with what is wrong.
    try step(department, .returnForCorrection)
    #expect(department.shows("800"))
    department.press(KeyPress(.function(2)))
    #expect(try stage(fixture, number) == .returned)
  }

  @Test("What is typed in the form is on disk after a moment, and findings follow while typing")
  func savingWhileTyping() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication(failing: true)
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationFormScreen(host.sitting, number: number))
    // F3 goes to what is not met: the revenue.
    host.press(KeyPress(.function(3)))
    #expect(host.shows("上一年销售收入"))
    #expect(host.shows("不符合申报条件"))
    func revenue() throws -> ExactDecimal? { try fixture.store.application(number, by: DeskFixture.host).form.host.lastYearRevenue }
    // The field before it is in hand where the article begins.
    while host.runtime.top is ApplicationFormScreen, try revenue() == 800 {
      for _ in 0..<4 { host.press(KeyPress(.backspace)) }
      host.type("１２００")
      host.pass(.milliseconds(500))
      if try revenue() == 800 { host.press(KeyPress(.tab)) }
    }
    #expect(try revenue() == 1200)
    #expect(host.shows("已保存"))
    #expect(host.shows("符合申报条件"))
  }

  @Test("What is lawful is saved on leaving, without a question")
  func leaving() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationFormScreen(host.sitting, number: number))
    host.press(KeyPress(.function(5)))
    host.type("渤海示范大学")
    host.press(KeyPress(.tab))
    host.press(KeyPress(.escape))
    #expect(!(host.runtime.top is ApplicationFormScreen))
    #expect(try fixture.store.application(number, by: DeskFixture.host).form.coBuilders?.first?.name?.string == "渤海示范大学")
  }

  @Test("A host begins an application by keys, and a viewer has no queue at all")
  func beginning() throws {
    let fixture = try DeskFixture.withApplications()
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationsScreen(host.sitting))
    host.press(KeyPress(.insert))
    host.type("盐山")
    host.press(KeyPress(.enter))
    #expect(host.runtime.top is ApplicationFormScreen)
    #expect(try fixture.store.applications(by: DeskFixture.host).map(\.number) == ["SQ2026-0001"])
    let viewer = try DeskForTests(fixture, "viewer")
    #expect(Destination.applications(viewer.sitting) == nil)
  }

  @Test("A call is given out by keys; its days out of order stand beside their fields")
  func call() throws {
    let fixture = try DeskFixture.withApplications()
    let bureau = try DeskForTests(fixture, "bureau")
    bureau.open(CallsScreen(bureau.sitting))
    bureau.press(KeyPress(.insert))
    for text in ["", "2027-03-01", "2027-02-01", "2027-04-15", "2027-05-10"] {
      bureau.type(text)
      bureau.press(KeyPress(.tab))
    }
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("不能早于开始受理日"))
    for _ in 0..<10 { bureau.press(KeyPress(.backspace)) }
    bureau.type("20270331")
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("申报截止日 2027-03-31"))
    bureau.press(.character("y"))
    #expect(try fixture.store.calls(by: DeskFixture.bureau).map(\.call.year) == [2027, 2026])
    #expect(bureau.runtime.top is CallsScreen)
  }

  @Test("A call that is out is changed: what changes is asked before, and everybody reads when and why; nothing else of it moves")
  func changedCall() throws {
    let fixture = try DeskFixture.withApplications()
    let old = try #require(try fixture.store.calls(by: DeskFixture.bureau).first?.call)
    let bureau = try DeskForTests(fixture, "bureau")
    bureau.open(CallsScreen(bureau.sitting))
    bureau.press(.character("e"))
    // Opening day, then the last day of hosts.
    bureau.press(KeyPress(.tab), KeyPress(.home), .control("k"))
    let day = old.lastDays.host.adding(days: 1)
    bureau.type(day.description)
    bureau.press(KeyPress(.pageDown))
    bureau.type("假期顺延")
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("申报截止日 \(old.lastDays.host) 改为 \(day)") && !bureau.shows("优先布局领域有变"))
    bureau.press(.character("y"))
    #expect(bureau.shows("申报通知已变更"))
    let new = try #require(try fixture.store.calls(by: DeskFixture.host).first)
    #expect(new.call.lastDays.host == day && new.call.priorityFields == old.priorityFields && new.lastChange?.reason == "假期顺延")
    let host = try DeskForTests(fixture, "host")
    host.open(CallsScreen(host.sitting))
    #expect(host.shows("变更，理由：假期顺延"))
  }
}
