import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Conflicts are declared on the desk by staff and by hosts (回避)")
struct DeclaringConflictTests {
  @Test("Staff declare one for the selected expert of a center, or any other, with a reason")
  func staff() throws {
    let fixture = try DeskFixture.scored()
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-07"))
    desk.type("c")
    #expect(desk.runtime.top is ActScreen && desk.shows("周文澜（已分配）"))
    desk.checkFrame()
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("必填"))
    desk.type("与主任是师生")
    desk.press(KeyPress(.function(2)), KeyPress(.left), KeyPress(.enter))
    #expect(desk.runtime.top is PanelScreen && desk.shows("已申报利益冲突：与主任是师生"))
    #expect(try fixture.store.conflicts(by: DeskFixture.bureau).map { "\($0.center) \($0.expert)" } == ["CZ-07 zhou"])
  }

  @Test("An agency declares one for its people in the round that it carries out", arguments: Language.allCases)
  func agency(language: Language) throws {
    let fixture = try DeskFixture.scored()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(login: fixture.text("agency"), name: fixture.text("事务所"), role: .agency, organization: fixture.text("渤海示范大学"))
      ]), by: Acting("admin", .command))
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1, agency: fixture.text("渤海示范大学")), by: DeskFixture.bureau)
    let people = try fixture.store.panelCandidates(year: 2028, center: "CZ-02", by: Acting("agency", .desk))
    let desk = try DeskForTests(fixture, "agency", columns: 80, rows: 24, language: language)
    desk.open(PanelScreen(desk.sitting, year: 2028, center: "CZ-02"))
    desk.type("c")
    #expect(desk.runtime.top is ActScreen)
    desk.press(KeyPress(.tab))
    desk.type("与主任是师生")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is PanelScreen && desk.shows(language == .zh ? "已申报回避" : "The conflict is declared"))
    #expect(
      try fixture.store.conflicts(by: DeskFixture.bureau).map { "\($0.center) \($0.expert)" } == [
        "CZ-02 \(try #require(people.first).login)"
      ])
    // In a round that is not its own it finds nobody.
    desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-07"))
    desk.type("c")
    #expect(!(desk.runtime.top is ActScreen))
  }

  @Test("A host names a person from its first screen; whether they are an expert it is not told", arguments: Language.allCases)
  func host(language: Language) throws {
    let fixture = try DeskFixture.scored()
    try fixture.importSheet("CZ-07", "zhou", share: 70)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    let later = DeskFixture.day("2026-07-01")
    let store = fixture.store.under(DeskFixture.surroundings(on: later))
    try store.closeRound(2026, by: DeskFixture.bureau)
    _ = try store.importUsers(
      fixture.numbered([
        UserRecord(
          login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: "CZ-02")))
      ]), by: Acting("admin", .command))
    for person in ["周文澜", "无此人"] {
      let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language, on: later)
      desk.type("c")
      // Where somebody was named before, that can be taken back as well.
      if person == "无此人" { desk.press(KeyPress(.enter)) }
      #expect(desk.runtime.top is ActScreen && desk.shows(language == .zh ? "用于以后各年度评估，撤回前一直有效" : "for the rounds to come until"))
      desk.checkFrame(allowing: ["陶然", "沧州市高压管件成形技术创新中心", "周文澜：诉讼未决", "周文澜: 诉讼未决"])
      desk.type(person)
      desk.press(KeyPress(.tab), KeyPress(.tab))
      desk.type("诉讼未决")
      desk.press(KeyPress(.function(2)))
      #expect(desk.shows(language == .zh ? "已记录回避申请" : "It is on file"))
    }
    #expect(try store.recusalRequests(center: "CZ-02", by: DeskFixture.bureau).count == 2)
    // A round that waits for its experts is named.
    try store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language, on: later)
    desk.type("c")
    #expect(desk.shows(language == .zh ? "（用于 2028 年度及以后的评估）" : "(for 2028 and later rounds)"))
    #expect(desk.runtime.isModal && desk.shows(language == .zh ? "撤回：无此人：诉讼未决" : "take back: 无此人: 诉讼未决"))
    desk.press(KeyPress(.end), KeyPress(.enter))
    desk.type("y")
    #expect(desk.shows(language == .zh ? "已撤回回避申请" : "The request is taken back"))
    #expect(try store.recusalRequests(center: "CZ-02", by: DeskFixture.bureau).count == 1)
  }

  @Test("While experts score, the host's key says that it is too late")
  func late() throws {
    let fixture = try DeskFixture.withMaterial()
    let desk = try DeskForTests(fixture, "host")
    desk.type("c")
    #expect(!(desk.runtime.top is ActScreen) && desk.shows("回避申请须在分配之前提出"))
  }

  @Test("What it asked before, its key takes back while experts score; to ask anew is greyed")
  func takingBackLate() throws {
    let fixture = try DeskFixture()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(
          login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: "CZ-06")))
      ]), by: Acting("admin", .command))
    let request = RecusalRequest(person: try fixture.text("无此人"), reason: try fixture.text("诉讼未决"))
    try fixture.store.askRecusal(center: "CZ-06", request, by: Acting("host", .desk))
    try fixture.store.assignExpert(year: 2026, center: "CZ-06", expert: "he", by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "host")
    desk.type("c")
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.isModal && desk.shows("回避申请须在分配之前提出"))
    desk.press(KeyPress(.down), KeyPress(.enter))
    desk.type("y")
    #expect(try fixture.store.recusalRequests(center: "CZ-06", by: DeskFixture.bureau).isEmpty)
  }
}
