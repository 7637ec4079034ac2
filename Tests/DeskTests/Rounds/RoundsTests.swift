import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The rounds of evaluation")
struct RoundsTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  func desk(_ login: String = "bureau") throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login)
    desk.open(RoundsScreen(desk.sitting))
    return desk
  }

  var state: RoundState? { try? fixture.store.round(2026, by: DeskFixture.bureau).state }

  func refusal(_ desk: DeskForTests, _ action: ActionName) -> String? {
    desk.runtime.top?.bindings.first { $0.action == action }?.refusal?.zh
  }

  @Test("From scoring to publication by keys that are no letters, each step said before it is done")
  func steps() throws {
    let desk = try desk()
    #expect(desk.shows("评分中"))
    // One center lacks its sheet, so Enter alone does not settle.
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(state == .scoring)
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("2026 年度：核定评估结果") && desk.shows("有 1 个中心评分表不足"))
    desk.press(KeyPress(.left), KeyPress(.enter))
    #expect(state == .settled)
    // Where a center is pending, the way back to scoring comes before publication.
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("2026 年度：恢复评分"))
    desk.press(KeyPress(.enter))
    #expect(state == .scoring)
  }

  @Test("Pressing the key of a step again and again agrees to nothing", arguments: ["11111", "1１1"])
  func insisting(keys: String) throws {
    let desk = try desk()
    desk.type(keys)
    #expect(state == .scoring)
    #expect(desk.runtime.isModal)
  }

  @Test("A step that is typed right after another is not refused by what stood in its way before")
  func typedAhead() throws {
    let workers = HeldWorkers()
    let desk = try DeskForTests(fixture, "bureau", workers: workers)
    desk.open(RoundsScreen(desk.sitting))
    workers.release()
    desk.runtime.settle()
    desk.press(KeyPress(.function(2)), KeyPress(.left), KeyPress(.enter))
    workers.release()
    desk.runtime.settle()
    #expect(state == .settled)
    // What the next steps have to look at is still being worked out.
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("2026 年度：恢复评分"))
  }

  @Test("What was worked out for a round before its last step comes too late")
  func lateAnswer() throws {
    let workers = HeldWorkers()
    let desk = try DeskForTests(fixture, "bureau", workers: workers)
    let screen = RoundsScreen(desk.sitting)
    desk.open(screen)
    workers.release()
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    screen.appeared()
    desk.runtime.settle()
    #expect(refusal(desk, "publish") == nil && refusal(desk, "settle") != nil)
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal || desk.runtime.top is ActScreen)
  }

  @Test("A step that is not lawful now is greyed and says why, with its article")
  func refusals() throws {
    let desk = try desk()
    #expect(refusal(desk, "settle") == nil)
    #expect(refusal(desk, "publish")?.contains("只有已核定的评估可以公示（办法第25条）") == true)
    #expect(refusal(desk, "close")?.contains("只有公示过的评估可以结束") == true)
    #expect(refusal(desk, "cancel")?.contains("不能取消") == true)
    desk.type("2")
    #expect(state == .scoring)
    #expect(desk.runtime.shownNotice?.zh.contains("只有已核定") == true)
  }

  @Test("What the list greys is what the store would refuse, in the same words", arguments: 0..<4)
  func asTheStore(stage: Int) throws {
    let store = fixture.store
    if stage > 0 { try store.settleRound(2026, by: DeskFixture.bureau) }
    if stage > 1 { try store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau) }
    if stage > 2 {
      let text = fixture.text
      try store.stepRound(
        2026,
        .object(
          "CZ-01", receivedOn: DeskFixture.today, grounds: text("专利已转让"), signedBy: text("甲"), evidence: text("登记簿副本")),
        by: DeskFixture.bureau)
    }
    let desk = try desk()
    for entry in try store.roundFile(2026, by: DeskFixture.bureau).menu {
      guard let step = RoundStep(rawValue: entry.kind.rawValue) else { continue }
      #expect(refusal(desk, ActionName(step.rawValue)) == entry.refusal?.cited.zh, "\(step)")
    }
  }

  @Test(
    "A notice of fewer than five working days is refused beside the field",
    arguments: ["4", "0", "61", "五", "5.5", ""])
  func noticeDays(text: String) {
    let field = RoundStepFields.noticeDays
    #expect(throws: ActProblem.self) {
      try field.answer(NumberField(text, signs: [.point, .sign, .any], limit: 20))
    }
  }

  @Test("Full-width digits are a number of working days", arguments: [("5", 5), ("１０", 10)])
  func fullWidthDays(text: String, days: Int) throws {
    #expect(
      try RoundStepFields.noticeDays.answer(
        NumberField(text, signs: [.point, .sign, .any], limit: 20)) == .whole(days))
  }

  @Test(
    "Publishing asks as the acts of applications do: a form that says until when, a question to which Enter alone does not agree"
  )
  func publishing() throws {
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    let desk = try desk()
    desk.type("2")
    #expect(
      desk.runtime.top is ActScreen && desk.shows("公示至 2026-06-17") && desk.shows("评分表不足 1 个："))
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(state == .settled)
    desk.press(KeyPress(.function(2)), KeyPress(.left), KeyPress(.enter))
    #expect(state == .published && desk.runtime.top is RoundsScreen)
    #expect(
      try fixture.store.round(2026, by: DeskFixture.bureau).noticeUntil
        == DeskFixture.day("2026-06-17"))
  }

  @Test("Calling a round off asks for the reason beside its field, then once more")
  func cancelling() throws {
    try fixture.store.openRound(2028, by: DeskFixture.bureau)
    let desk = try desk()
    desk.type("4")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen && desk.shows("必填") && !desk.runtime.isModal)
    desk.type("误发")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("理由：误发"))
    #expect(try fixture.store.round(2028, by: DeskFixture.bureau).state == .announced)
    desk.press(KeyPress(.left), KeyPress(.enter))
    #expect(try fixture.store.round(2028, by: DeskFixture.bureau).state == .cancelled)
    #expect(desk.runtime.top is RoundsScreen)
  }

  @Test("Only staff have the steps", arguments: ["viewer", "yanshan", "zhou"])
  func others(login: String) throws {
    let desk = try desk(login)
    #expect(desk.runtime.top?.bindings.map(\.action) == ["ranking", "proofs"])
    desk.press(KeyPress(.function(2)))
    #expect(!desk.runtime.isModal)
  }
}
