import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("What a round asks of somebody is told on their first screen (articles 25 and 27)")
struct RoundOnFirstScreenTests {
  @Test("Whoever declined is told to the bureau until somebody comes in their place", arguments: Language.allCases)
  func declined(language: Language) throws {
    let fixture = try DeskFixture()
    try fixture.store.releaseExpert(year: 2026, center: "CZ-02", expert: "zhou", reason: fixture.text("出国"), by: DeskFixture.zhou)
    let before = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    #expect(before.shows(language == .zh ? "辞评待补 1 份：周文澜（CZ-02）" : "1 sheet declined: 周文澜 (CZ-02)"))
    // Whom staff let go they know of.
    try fixture.store.releaseExpert(year: 2026, center: "CZ-01", expert: "lin", reason: fixture.text("病假"), by: DeskFixture.bureau)
    try fixture.store.assignExpert(year: 2026, center: "CZ-02", expert: "he", by: DeskFixture.bureau)
    let after = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    #expect(!after.shows("辞评待补") && !after.shows("declined"))
  }

  @Test(
    "Of two rounds that are scored the one with the nearest last day leads, for the bureau and the expert; both rankings are in the menu")
  func nearest() throws {
    let fixture = try DeskFixture.scored()
    func open(_ year: Int, scoresBy: Day? = nil) throws {
      try fixture.store.openRound(year, RoundPlan(minimumSheets: 1, scoresBy: scoresBy), by: DeskFixture.bureau)
      try fixture.store.assignExpert(year: year, center: "CZ-03", expert: "zhou", by: DeskFixture.bureau)
    }
    func bureau() throws -> DeskForTests { try DeskForTests(fixture, "bureau", columns: 80, rows: 24) }
    func expert() throws -> DeskForTests { try DeskForTests(fixture, "zhou", columns: 80, rows: 24) }
    try open(2028)
    let desk = try bureau()
    #expect(desk.terminal.text.contains { $0.contains("2026 年度绩效评估") && $0.contains("06-30") })
    #expect(desk.shows("2026 年度排名") && desk.shows("2028 年度评分进度") && desk.shows("2028 年度排名"))
    desk.checkFrame()
    let own = try expert()
    #expect(own.shows("2026 年度绩效评估还有") && own.shows("截止 2026-06-30"))
    own.press(KeyPress(.enter))
    #expect((own.runtime.top as? ScoresheetScreen)?.state.sheet.year == 2026)
    try open(2030, scoresBy: DeskFixture.day("2026-06-20"))
    #expect(try bureau().shows("2030 年度绩效评估") && bureau().shows("2030 年度排名") && bureau().shows("2026 年度排名"))
    // There are more ways on than digits; the last is reached by its line.
    let many = try bureau()
    many.press(KeyPress(.end), KeyPress(.enter))
    #expect(many.runtime.top is DirectoriesScreen)
    #expect(try expert().shows("2030 年度绩效评估还有 1 份"))
    // What asks for nothing more makes room.
    try fixture.importSheet("CZ-03", "zhou", share: 70, year: 2030)
    #expect(try expert().shows("2026 年度绩效评估还有"))
  }

  @Test(
    "Matters and duties stand on the first screen of a host and a department, with the digits that lead there", arguments: Language.allCases
  )
  func ways(language: Language) throws {
    let fixture = try MatterScene.fixture()
    for login in ["host", "yanshan"] {
      let desk = try DeskForTests(fixture, login, columns: 80, rows: 24, language: language)
      for name in language == .zh ? ["变更、主任、撤销：", "运行管理职责："] : ["Matters of centers: ", "Operating duties: "] {
        let line = try #require(desk.terminal.text.first { $0.contains(name) }, "\(desk.text)")
        let digit = try #require(line.first { $0.isNumber })
        desk.type(String(digit))
        #expect(desk.runtime.top is MattersScreen || desk.runtime.top is DutyListScreen)
        desk.press(KeyPress(.escape))
      }
      desk.checkFrame(allowing: ["陶然"])
    }
  }

  @Test("A department that carries a round out has it on its first screen, with what waits; one digit leads there")
  func charge() throws {
    let fixture = try DeskFixture.scored()
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1, department: fixture.text("盐山县科学技术局")), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "yanshan", columns: 80, rows: 24)
    desk.checkFrame()
    let line = try #require(desk.terminal.text.first { $0.contains("组织 2028 年度评估：还没有分配专家") })
    let digit = try #require(line.first { $0.isNumber })
    desk.type(String(digit))
    #expect((desk.runtime.top as? RoundsScreen)?.state.selected?.year == 2028)
    desk.press(KeyPress(.function(2)), KeyPress(.function(2)))
    desk.type("y")
    desk.press(KeyPress(.escape))
    #expect(desk.shows("组织 2028 年度评估：未交齐的专家"))
    let other = try DeskForTests(fixture, "bureau")
    #expect(!other.shows("组织 2028"))
  }

  @Test(
    "It is told how many of its centers took no part, and where all did not, that nothing is to be scored", arguments: Language.allCases)
  func chargeWithAbsent(language: Language) throws {
    let fixture = try DeskFixture.scored()
    try fixture.store.openRound(
      2028, RoundPlan(minimumSheets: 1, materialBy: DeskFixture.today, department: fixture.text("盐山县科学技术局")), by: DeskFixture.bureau)
    let tomorrow = DeskFixture.today.adding(days: 1)
    func desk() throws -> DeskForTests { try DeskForTests(fixture, "yanshan", columns: 80, rows: 24, language: language, on: tomorrow) }
    for center in ["CZ-01", "CZ-02", "CZ-03"] {
      try fixture.store.assignExpert(year: 2028, center: center, expert: "zhou", by: DeskFixture.bureau)
    }
    #expect(try desk().shows(language == .zh ? "个中心都未参加，没有要评的" : "nothing is to be scored"))
    try fixture.importSheet("CZ-01", "zhou", share: 90, year: 2028)
    let some = try desk()
    #expect(some.shows(language == .zh ? "评分表已交齐，可以核定，未参加 2 个" : "every sheet is in: it can be settled, 2 absent"))
    some.checkFrame()
  }

  @Test(
    "A center that an objection opened again is marked for its expert, also while another round is scored and while its sheet is taken back"
  )
  func reopened() throws {
    let fixture = try DeskFixture.published()
    let why = try fixture.text("评分漏计一项专利")
    try fixture.store.stepRound(
      2026, .object("CZ-01", receivedOn: DeskFixture.today, grounds: why, signedBy: why, evidence: why), by: DeskFixture.bureau)
    try fixture.store.stepRound(2026, .settleObjection(1, isUpheld: true, reason: why, document: nil), by: DeskFixture.bureau)
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    try fixture.store.assignExpert(year: 2028, center: "CZ-03", expert: "zhou", by: DeskFixture.bureau)
    func desk() throws -> DeskForTests { try DeskForTests(fixture, "zhou", columns: 100, rows: 30) }
    #expect(try desk().shows("2028 年度绩效评估还有 1 份") && desk().shows("CZ-01 因异议成立重新评分") && desk().shows("待重评"))
    try fixture.store.takeBackSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou)
    #expect(try desk().shows("待重交") && !desk().shows("待重评"))
  }

  @Test("A host that was admitted late is told until when, at home and in its form", arguments: Language.allCases)
  func admitted(language: Language) throws {
    let fixture = try DeskFixture()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(
          login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: "CZ-06")))
      ]), by: Acting("admin", .command))
    try fixture.store.openRound(2028, RoundPlan(materialBy: DeskFixture.day("2026-06-20")), by: DeskFixture.bureau)
    let late = DeskFixture.day("2026-06-25")
    let store = fixture.store.under(DeskFixture.surroundings(on: late))
    func desk() throws -> DeskForTests { try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language, on: late) }
    let words = language == .zh ? "核定前" : "until settlement"
    let home = try desk()
    #expect(home.shows(language == .zh ? "1 个已过期限" : "overdue") && !home.shows("准予逾期"))
    try store.stepRound(2028, .admitLate("CZ-06", .material, reason: fixture.text("停电")), by: DeskFixture.bureau)
    let told = try desk()
    #expect(told.shows(words) && !told.shows("已过期限"))
    told.checkFrame(allowing: ["沧州市果蔬保鲜技术创新中心", "陶然"])
    told.open(MaterialsScreen(told.sitting, year: 2028))
    #expect(told.shows(language == .zh ? "准予逾期" : "admitted"))
    told.press(KeyPress(.enter))
    #expect(told.shows(words))
  }

  @Test("A host with two open rounds reaches the forms of both from its first screen, each by a digit", arguments: Language.allCases)
  func twoRounds(language: Language) throws {
    let fixture = try DeskFixture()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(
          login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: "CZ-06")))
      ]), by: Acting("admin", .command))
    try fixture.store.openRound(2028, RoundPlan(materialBy: DeskFixture.day("2026-06-20")), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language)
    desk.checkFrame(allowing: ["沧州市果蔬保鲜技术创新中心", "陶然"])
    for year in [2028, 2026] {
      let line = try #require(
        desk.terminal.text.first { $0.contains(language == .zh ? "\(year) 年度评估材料：待我办理" : "Material of \(year): 1 center waits") })
      let digit = try #require(line.first { $0.isNumber })
      desk.type(String(digit))
      #expect(desk.shows(language == .zh ? "\(year) 年度评估材料" : "Material of \(year)"))
      desk.press(KeyPress(.enter))
      #expect((desk.runtime.top as? MaterialScreen)?.year == year)
      desk.press(KeyPress(.escape), KeyPress(.escape))
    }
    // A round that takes nothing any more is left to the list of rounds, unless it is the latest.
    try fixture.store.cancelRound(2028, reason: fixture.text("重新发布"), by: DeskFixture.bureau)
    let after = try DeskForTests(fixture, "host", language: language)
    #expect(!after.shows(language == .zh ? "2028 年度评估材料" : "Material of 2028"))
  }

  @Test("Once every item is found right, the report is the first step of the department")
  func report() throws {
    let fixture = try DeskFixture.withMaterial()
    try fixture.handInMaterial()
    func first() throws -> String {
      let desk = try DeskForTests(fixture, "yanshan")
      desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
      desk.press(KeyPress(.function(2)))
      let lines = desk.terminal.text
      let title = try #require(lines.firstIndex { $0.contains("办理 CZ-02") })
      return lines[title + 1]
    }
    #expect(try !first().contains("上报"))
    let open = try fixture.material(by: DeskFixture.yanshan).form.unchecked
    try fixture.store.checkFacts(year: 2026, center: "CZ-02", open, isConfirmed: true, by: DeskFixture.yanshan)
    #expect(try first().contains("上报"))
  }
}
