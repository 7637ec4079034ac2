import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The experts of a center in a round (article 25)")
struct PanelScreenTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  private func desk(_ center: String, as login: String = "bureau", columns: Int = 80) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: columns, rows: 24)
    desk.open(PanelScreen(desk.sitting, year: 2026, center: center))
    return desk
  }

  private func panel(_ center: String) throws -> Panel { try fixture.store.panel(year: 2026, center: center, by: DeskFixture.bureau) }

  @Test("From the centers of the progress Enter opens it, and o the center's file")
  func door() throws {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(ProgressScreen(desk.sitting, year: 2026, side: .centers))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is PanelScreen)
    desk.type("o")
    #expect(desk.runtime.top is CenterFileScreen)
  }

  @Test("Each expert with employer, kind and sheet; an unfinished one has no sum, and cannot be read")
  func seats() throws {
    let desk = try desk("CZ-07", columns: 120)
    let row = try #require(desk.terminal.text.first { $0.contains("周文澜") && $0.contains("18/19") })
    #expect(row.contains("沧州云帆食品有限公司") && row.contains("技术") && row.contains("–") && row.contains("评分中"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is PanelScreen && desk.shows("评分表提交后才能查看"))
  }

  @Test("A leader is named; once every sheet is in, the leader and nobody else writes the group's opinion, which stands here then")
  func leader() throws {
    let desk = try desk("CZ-02")
    desk.press(KeyPress(.down))
    desk.type("l")
    #expect(desk.shows("定周文澜为 CZ-02 专家组组长"))
    desk.type("y")
    #expect(try panel("CZ-02").seats.map(\.isLeader) == [true, false] && panel("CZ-02").seats[0].login == "zhou")
    #expect(desk.terminal.text.contains { $0.contains("周文澜") && $0.contains("组长") } && desk.shows("等组长填写"))

    let other = try DeskForTests(fixture, "lin", columns: 80, rows: 24)
    other.press(KeyPress(.down))
    other.type("g")
    #expect(!(other.runtime.top is ActScreen) && other.shows("您不是这个中心专家组的组长"))

    let leader = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    #expect(leader.shows("任组长的中心有 1 个待写专家组意见"))
    #expect(leader.terminal.text.contains { $0.contains("CZ-02") && $0.contains("写意见") })
    while !(leader.terminal.cursor.map { leader.terminal.text[$0.row].contains("CZ-02") } ?? false) { leader.press(KeyPress(.up)) }
    leader.type("g")
    #expect(leader.runtime.top is ActScreen)
    leader.type("研发投入稳定，成果转化待加强。")
    leader.press(KeyPress(.function(2)))
    #expect(try panel("CZ-02").opinion.text.string == "研发投入稳定，成果转化待加强。")
    #expect(!leader.shows("待写专家组意见"))
    let again = try self.desk("CZ-02")
    #expect(again.shows("研发投入稳定，成果转化待加强。"))
  }

  @Test("While a sheet is still to come the leader is told to wait")
  func early() throws {
    try fixture.store.nameLeader(year: 2026, center: "CZ-07", expert: "zhou", by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    while !(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("CZ-07") } ?? false) { desk.press(KeyPress(.down)) }
    desk.type("g")
    #expect(!(desk.runtime.top is ActScreen) && desk.shows("还有专家未提交评分表"))
  }

  @Test("By hand come those who may; who must step aside is named with the reason")
  func byHand() throws {
    let desk = try desk("CZ-03")
    desk.type("a")
    #expect(desk.shows("林若溪 · 管理 · 2 个中心 · 渤海示范大学") && desk.shows("何知秋"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("请选定专家"))
    desk.type(" ")
    desk.press(KeyPress(.function(2)))
    #expect(try panel("CZ-03").seats.count == 2)

    let tied = try self.desk("CZ-06")
    tied.type("a")
    #expect(tied.shows("须回避 1 名，如周文澜"))
  }

  @Test("Who has not begun is let go with a reason, and stands below; who has begun stays, and the key says why")
  func release() throws {
    try fixture.store.assignExpert(year: 2026, center: "CZ-03", expert: "he", by: DeskFixture.bureau)
    let desk = try desk("CZ-03")
    desk.type("x")
    #expect(desk.runtime.top is ActScreen)
    desk.type("出国访学")
    desk.press(KeyPress(.function(2)))
    desk.type("y")
    #expect(try panel("CZ-03").seats.map(\.login) == ["zhou"])
    #expect(desk.shows("何知秋已于 2026-06-10 解除：出国访学"))
    desk.type("x")
    #expect(!(desk.runtime.top is ActScreen) && desk.shows("评分表已开始填写"))
  }

  @Test("A gap is filled by the seed of the last draw once that is agreed to; without a draw the store says so")
  func substitutes() throws {
    let desk = try desk("CZ-03")
    desk.type("g")
    #expect(desk.shows("本年度尚未抽取专家"))
    desk.type("\n")
    _ = try fixture.store.assignExperts(year: 2026, perCenter: 2, seed: PlainText("2026"), partial: true, by: DeskFixture.bureau)
    let drawn = try #require(try panel("CZ-03").seats.first { $0.login != "zhou" })
    try fixture.store.releaseExpert(
      year: 2026, center: "CZ-03", expert: drawn.login, reason: fixture.text("出国访学"), by: DeskFixture.bureau)
    let before = try fixture.store.assignments(year: 2026, by: DeskFixture.bureau).filter { $0.center != "CZ-03" }.map { "\($0)" }
    desk.type("g")
    #expect(desk.shows("按上次抽取的种子和要求补抽"))
    desk.type("y")
    let logins = try panel("CZ-03").seats.map(\.login)
    #expect(logins.count == 2 && !logins.contains(drawn.login))
    #expect(try fixture.store.assignments(year: 2026, by: DeskFixture.bureau).filter { $0.center != "CZ-03" }.map { "\($0)" } == before)
  }

  @Test("Who was shown comes and nobody else: where that cannot be any more, nobody is drawn and what would be now is shown")
  func substitutesAsShown() throws {
    _ = try fixture.store.importExperts(
      fixture.numbered([ExpertRecord(login: fixture.text("gao"), name: fixture.text("高远"), employer: fixture.text("冀中样本会计师事务所"))]),
      by: Acting("admin", .command))
    let desk = try desk("CZ-03")
    _ = try fixture.store.assignExperts(year: 2026, perCenter: 2, seed: PlainText("2026"), partial: true, by: DeskFixture.bureau)
    let drawn = try #require(try panel("CZ-03").seats.first { $0.login != "zhou" })
    try fixture.store.releaseExpert(
      year: 2026, center: "CZ-03", expert: drawn.login, reason: fixture.text("出国访学"), by: DeskFixture.bureau)
    let shown = try fixture.store.drawSubstitutes(year: 2026, center: "CZ-03", dryRun: true, by: DeskFixture.bureau)
    let first = try #require(shown.plan.new.first).expert
    desk.type("g")
    #expect(desk.shows("按上次抽取的种子和要求补抽") && !desk.shows("情况有变"))
    try fixture.store.declareConflict(center: "CZ-03", expert: first, reason: fixture.text("师生"), by: DeskFixture.bureau)
    desk.type("y")
    #expect(desk.runtime.isModal && desk.shows("情况有变") && !desk.shows("已补抽专家"))
    #expect(try !panel("CZ-03").seats.contains { $0.login == first })
    desk.type("y")
    let logins = try panel("CZ-03").seats.map(\.login)
    #expect(logins.count == 2 && !logins.contains(first) && !logins.contains(drawn.login))
  }

  @Test("For a department it is forbidden in words", arguments: ["yanshan", "viewer", "zhou"])
  func forbidden(login: String) throws {
    let desk = try desk("CZ-01", as: login)
    #expect(desk.shows("评分进度只对组织者开放"))
    desk.checkFrame()
  }
}
