import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The file of a round: places, steps, objections, what follows (articles 25 to 30)")
struct RoundFileTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  func desk(_ login: String = "bureau", on day: String = "2026-06-10") throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, on: DeskFixture.day(day))
    desk.open(RoundFileScreen(desk.sitting, year: 2026))
    return desk
  }

  func round() throws -> EvaluationRound { try fixture.store.roundFile(2026, by: DeskFixture.bureau).round }

  func refusal(_ desk: DeskForTests, _ kind: EvaluationRoundStepKind) -> String? {
    desk.runtime.top?.bindings.first { $0.action == ActionName("step.\(kind.rawValue)") }?.refusal?.zh
  }

  func select(_ code: String, _ desk: DeskForTests) throws {
    let screen = try #require(desk.runtime.top as? RoundFileScreen)
    desk.press(KeyPress(.home))
    for _ in 0..<20 where screen.state?.center != code { desk.press(KeyPress(.down)) }
    try #require(screen.state?.center == code)
  }

  @Test("It opens from the list of rounds by a key that is no letter, for staff")
  func opening() throws {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(RoundsScreen(desk.sitting))
    desk.press(KeyPress(.function(4)))
    #expect(desk.runtime.top is RoundFileScreen)
    #expect(desk.shows("应评 8") && desk.shows("[中心（应评） 8]") && desk.shows("免评 1"))
  }

  @Test("Nobody else sees it", arguments: ["viewer", "yanshan", "zhou"])
  func others(login: String) throws {
    let desk = try desk(login)
    #expect(desk.shows("评估档案只对组织者开放"))
    #expect(desk.runtime.top?.bindings.isEmpty == true)
  }

  @Test(
    "Each center's place in one word, and beneath it why",
    arguments: [
      ("CZ-01", "已评", "核定前不固定"), ("CZ-06", "待交", "尚未提交材料"), ("CZ-07", "待定", "评分表 0 份，至少需要 1 份"),
      ("CZ-07", "待定", "补齐办法：按 x 进入专家组"),
    ])
  func places(code: String, place: String, why: String) throws {
    let desk = try desk()
    try select(code, desk)
    let row = try #require(desk.terminal.text.first { $0.contains("\(code) ") })
    #expect(row.contains(place) && desk.shows(why))
  }

  @Test("The filter lists those that wait, then the exempt with why")
  func filter() throws {
    let desk = try desk()
    desk.press(KeyPress(.function(5)))
    #expect(desk.shows("中心（待办） 3") && desk.shows("CZ-07") && desk.shows("CZ-06"))
    desk.type("f")
    #expect(desk.shows("中心（免评） 1") && desk.shows("CZ-09") && desk.shows("不参加本轮评估：认定未满两年（办法第26条）"))
  }

  @Test("The filter keeps the center in hand, not the number of its row; one that it leaves out is in hand again when it is listed again")
  func filterKeeps() throws {
    let desk = try desk()
    func inHand() -> String? {
      desk.terminal.cursor.flatMap { desk.terminal.text[$0.row].firstMatch(of: /CZ-\d\d/).map { String($0.0) } }
    }
    try select("CZ-07", desk)
    desk.type("f")
    #expect(desk.shows("中心（待办） 3") && inHand() == "CZ-07")
    desk.type("f")
    #expect(inHand() == "CZ-09")
    desk.type("f")
    #expect(desk.shows("中心（应评） 8") && inHand() == "CZ-07")
  }

  @Test("Its history tells draws, releases, second looks and meetings with day, person, reason and what they rest on")
  func history() throws {
    try fixture.store.assignExpert(year: 2026, center: "CZ-03", expert: "he", by: DeskFixture.bureau)
    try fixture.store.releaseExpert(year: 2026, center: "CZ-03", expert: "he", reason: fixture.text("出国访学"), by: DeskFixture.bureau)
    let desk = try desk()
    desk.press(KeyPress(.tab, .shift))
    #expect(desk.shows("解除评审任务") && desk.shows("何知秋：出国访学") && desk.shows("发布评估通知"))
    #expect(desk.shows("依据：回避，本轮不再抽其评这个中心") && desk.shows("专家：何知秋  he"))
    desk.press(KeyPress(.end))
    #expect(desk.shows("最少份数：1") && desk.shows("依据：办法第25条"))
  }

  @Test("While experts score, the ranks are those of the ranking; who has too few sheets is called the same in both")
  func provisionalRanks() throws {
    let desk = try desk()
    let ranking = try DeskForTests(fixture, "bureau")
    ranking.open(RankingScreen(ranking.sitting, year: 2026))
    for (code, rank) in [("CZ-01", "1"), ("CZ-04", "2"), ("CZ-05", "2"), ("CZ-02", "4"), ("CZ-03", "5")] {
      for shown in [desk, ranking] {
        let row = try #require(shown.terminal.text.first { $0.contains(code) })
        #expect(row.drop { $0 == " " }.hasPrefix("\(rank) "), "\(row)")
      }
    }
    #expect(ranking.shows("待定 1") && desk.shows("待定 1") && !desk.shows("份数不足"))
  }
}
