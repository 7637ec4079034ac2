import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Marked applications")
struct BulkStepTests {
  let fixture: DeskFixture
  /// Two that the department recommended, and one that it has not.
  let recommended: [String]
  let submitted: String

  init() throws {
    (fixture, recommended, submitted) = try DeskFixture.withRecommended()
  }

  private func desk(_ login: String = "bureau", columns: Int = 80, rows: Int = 24) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: columns, rows: rows)
    desk.open(ApplicationsScreen(desk.sitting))
    return desk
  }

  private func stage(_ number: String) throws -> ApplicationStage {
    try fixture.store.application(number, by: DeskFixture.bureau).summary.stage
  }

  @Test("All that wait are marked by one key and taken in by two, without a letter: a preview, a question, done")
  func accepting() throws {
    let desk = try desk()
    desk.press(.control("a"))
    #expect(desk.shows("已标记 2") && desk.terminal.text.last?.contains("F2 办理 2 件") == true)
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is BulkStepScreen && desk.shows("将办理 2 件"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal)
    #expect(try recommended.map(stage) == [.recommended, .recommended])
    desk.press(KeyPress(.enter))
    #expect(try recommended.map(stage) == [.checking, .checking])
    #expect(desk.runtime.top is ApplicationsScreen && !desk.shows("已标记"))
    #expect(desk.runtime.shownNotice?.zh == "已办理：受理 2 件")
  }

  @Test("What asks for words asks once; the words stand with each")
  func passing() throws {
    for number in recommended { try fixture.store.stepApplication(number, .accept, by: DeskFixture.bureau) }
    let desk = try desk()
    desk.press(.control("a"), KeyPress(.function(2)))
    // Other steps are lawful as well: which one it is to be is asked for.
    #expect(desk.runtime.isModal && desk.shows("初审合格") && desk.shows("初审不合格") && desk.shows("请打开申请逐件办理"))
    desk.press(KeyPress(.enter), KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen && desk.shows("一并办理 2 件"))
    desk.type("材料齐全")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("\(recommended[1])  未做信用核查") && desk.shows("办法第14、15条待定"))
    desk.type("y")
    #expect(desk.runtime.top is ApplicationsScreen)
    for number in recommended {
      let last = try fixture.store.application(number, by: DeskFixture.bureau).history.last
      #expect(last?.step == .passCheck(reason: PlainText(literal: "材料齐全")))
    }
  }

  @Test("The choice of a step counts those with which it can be taken, and says why where it can with none")
  func counting() throws {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.noticedApplication()
    let draft = try fixture.draftApplication()
    try fixture.store.stepApplication(draft, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(draft, .recommend(reason: nil), by: DeskFixture.yanshan)
    // The notice runs until the 27th.
    for (day, words) in [("2026-08-25", "公示至 2026-08-27"), ("2026-08-28", "1 件")] {
      let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 30, on: DeskFixture.day(day))
      desk.open(ApplicationsScreen(desk.sitting))
      desk.press(
        .character("f"), KeyPress(.home), KeyPress(.down), KeyPress(.down), KeyPress(.enter), .control("a"), KeyPress(.function(2)))
      let line = try #require(desk.text.split(separator: "\n").first { $0.contains("│ 认定") })
      #expect(line.contains(words))
    }
  }

  @Test("Where more than one step is lawful the person chooses: agreed or not; both ask before (article 12)", arguments: [true, false])
  func deciding(agrees: Bool) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.opinedApplication()
    try fixture.store.stepApplication(number, .propose, by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(ApplicationsScreen(desk.sitting))
    desk.press(.control("a"), KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("党组会同意") && desk.shows("党组会未同意"))
    if !agrees { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter), KeyPress(.function(2)), KeyPress(.tab))
    desk.type("8号")
    desk.press(KeyPress(.tab))
    if !agrees { desk.type("条件不足") }
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("办理后不能撤回"))
    #expect(try fixture.store.application(number, by: DeskFixture.bureau).summary.stage == .proposed)
    desk.type("y")
    #expect(try fixture.store.application(number, by: DeskFixture.bureau).summary.stage == (agrees ? .approved : .notApproved))
  }

  @Test("What cannot be done stands beneath with its reason and article, is not touched, and stays marked")
  func partly() throws {
    let desk = try desk(columns: 120, rows: 40)
    desk.press(KeyPress(.function(4)), KeyPress(.down), KeyPress(.down), KeyPress(.enter))
    #expect(desk.shows("显示：全部（3）"))
    desk.press(.control("a"), KeyPress(.function(2)))
    #expect(desk.shows("将办理 2 件，不办理 1 件"))
    desk.press(KeyPress(.end))
    #expect(desk.shows("\(submitted)  不办理：申请现为“待部门推荐”，不能“受理”（办法第11条）"))
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(try recommended.map(stage) == [.checking, .checking])
    #expect(try stage(submitted) == .submitted)
    #expect(desk.shows("已标记 1"))
  }

  @Test("One can be left out of the preview; with none left there is nothing to do")
  func leavingOut() throws {
    let desk = try desk()
    desk.press(.control("a"), KeyPress(.function(2)), KeyPress(.delete))
    #expect(desk.shows("将办理 1 件"))
    desk.press(KeyPress(.delete), KeyPress(.function(2)))
    #expect(!desk.runtime.isModal && desk.runtime.shownNotice?.zh == "没有可以办理的申请")
    #expect(try recommended.map(stage) == [.recommended, .recommended])
  }

  @Test("Space marks and goes on; marks are taken away by the same keys, and go with what is done by others")
  func marking() throws {
    let desk = try desk()
    desk.type("  ")
    #expect(desk.shows("已标记 2"))
    desk.press(KeyPress(.home))
    desk.type(" ")
    #expect(desk.shows("已标记 1"))
    desk.press(KeyPress(.delete))
    #expect(!desk.shows("已标记"))
  }

  @Test("look as somebody has seen them", arguments: ["markedApplications", "bulkPreview", "bulkQuestion"])
  func pictures(scene: String) throws {
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(fixture, "bureau", columns: size.columns, rows: size.rows, language: size.language)
      desk.open(ApplicationsScreen(desk.sitting))
      desk.press(KeyPress(.function(4)), KeyPress(.down), KeyPress(.down), KeyPress(.enter))
      desk.press(.control("a"))
      if scene != "markedApplications" { desk.press(KeyPress(.function(2)), KeyPress(.end)) }
      if scene == "bulkQuestion" { desk.press(KeyPress(.function(2))) }
      desk.checkFrame("\(scene) \(size)", allowing: ApplicationPictureTests.names)
      try desk.checkPicture("\(scene)-\(size)")
    }
  }

  @Test("A department recommends several at once; a host marks nothing")
  func others() throws {
    let desk = try desk("yanshan")
    desk.press(.control("a"), KeyPress(.function(2)), KeyPress(.enter))
    #expect(desk.shows("推荐") && desk.shows("将办理 1 件"))
    let host = try self.desk("host")
    host.type(" ")
    #expect(!host.shows("已标记") && !(host.runtime.top?.bindings.contains { $0.action == "mark" } ?? true))
  }
}
