import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("What is half written before an act")
struct ActDraftTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  private func form(
    _ desk: DeskForTests, _ name: String = "round/2026/try", experts: [String] = ["周", "林", "何"], reason: String = "",
    doing: @escaping ActScreen.Doing = { _, _, _ in }
  ) -> ActScreen {
    ActScreen(
      desk.sitting,
      ActScreen.Description(
        title: Phrase(zh: "试办", en: "Try"), verb: Phrase(zh: "办理", en: "do"), done: Phrase(zh: "已办", en: "It is done"), draft: name),
      [
        ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines, initial: reason),
        ActField(id: "who", label: Phrase(zh: "专家", en: "Expert"), kind: .choice(experts.map { Phrase(same: $0) }), isOptional: true),
      ], doing: doing)
  }

  private func desk() throws -> DeskForTests { try DeskForTests(fixture, "bureau") }

  private func kept(_ name: String = "round/2026/try") throws -> [String: PlainText]? {
    try fixture.store.formDraft(of: PlainText(name), by: DeskFixture.bureau)?.texts
  }

  @Test("is on disk a moment after the last key, and there again when the form is opened anew after a kill")
  func killed() throws {
    let first = try desk()
    first.open(form(first))
    first.type("研发经费未附")
    #expect(try kept() == nil)
    first.pass(.milliseconds(500))
    #expect(try kept() == ["reason": PlainText("研发经费未附")])
    // Nothing is asked of the first desk any more.
    let second = try desk()
    second.open(form(second))
    #expect(second.shows("研发经费未附"))
    #expect(second.shows("2026-06-10 12:00 没写完的草稿：接着写，或按 F3 弃去重写"))
    second.checkFrame()
    second.type("审计报告")
    second.press(KeyPress(.function(2)))
    #expect(second.shows("已办"))
    #expect(try kept() == nil)
  }

  @Test("is on disk at once when the line is gone or the desk ends")
  func lineGone() throws {
    let desk = try desk()
    desk.open(form(desk))
    desk.type("研发经费")
    for screen in desk.runtime.screens { screen.ending() }
    #expect(try kept() == ["reason": PlainText("研发经费")])
  }

  @Test("stays when somebody goes back, who is told so and not asked", arguments: [Language.zh, .en])
  func wentBack(language: Language) throws {
    let desk = try DeskForTests(fixture, "bureau", language: language)
    desk.open(form(desk))
    desk.type("研发经费")
    desk.press(KeyPress(.escape))
    #expect(!(desk.runtime.top is ActScreen))
    #expect(desk.shows(language == .zh ? "所写的留作草稿，再打开时接着写" : "What you wrote is kept as a draft for the next time"))
    #expect(try kept() == ["reason": PlainText("研发经费")])
    desk.open(form(desk))
    #expect(desk.shows("研发经费"))
    desk.checkFrame(allowing: ["研发经费", "周", "林", "何", "沈望舒"])
  }

  @Test("is gone once it is thrown away, which is asked first, and the form is as it was")
  func thrownAway() throws {
    let desk = try desk()
    desk.open(form(desk, reason: "第9条第2项不符合"))
    desk.type("：研发经费")
    desk.pass(.milliseconds(500))
    desk.press(KeyPress(.function(3)))
    #expect(desk.shows("弃去所写的？"))
    desk.press(KeyPress(.escape))
    #expect(try kept() != nil)
    desk.press(KeyPress(.function(3)), .character("y"))
    #expect(try kept() == nil)
    #expect(desk.shows("第9条第2项不符合") && !desk.shows("研发经费"))
    desk.press(KeyPress(.escape))
    #expect(!desk.shows("草稿"))
    #expect(try kept() == nil)
  }

  @Test("is nobody else's, and belongs to one act with one object")
  func own() throws {
    let desk = try desk()
    desk.open(form(desk))
    desk.type("研发经费")
    desk.press(KeyPress(.escape))
    desk.open(form(desk, "round/2026/other"))
    #expect(!desk.shows("研发经费"))
    let other = try DeskForTests(fixture, "zhou")
    other.open(form(other))
    #expect(!other.shows("研发经费"))
  }

  @Test("holds what was written only: what others changed of the rest stands as they left it")
  func onlyWhatWasWritten() throws {
    let desk = try desk()
    desk.open(form(desk, reason: "旧"))
    desk.press(KeyPress(.tab), .character(" "), .character(" "), KeyPress(.escape))
    #expect(try kept() == ["who": PlainText("林")])
    // The answers are others now: it is the same expert all the same.
    desk.open(form(desk, experts: ["林", "何"], reason: "新"))
    #expect(desk.shows("新"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("已办"))
    desk.open(form(desk, experts: ["周"], reason: "新"))
    #expect(try kept() == nil)
  }

  @Test("stays where the store refuses the act")
  func refused() throws {
    let desk = try desk()
    desk.open(form(desk) { _, _, _ in throw Refusal(article: "12", Phrase(zh: "还没有名单", en: "There is no list")) })
    desk.type("研发经费")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("还没有名单"))
    #expect(try kept() == ["reason": PlainText("研发经费")])
  }

  @Test("What is half written of a step is there for the next time, and of that step of that application only")
  func ofAStep() throws {
    let (fixture, numbers, _) = try DeskFixture.withRecommended()
    let number = numbers[0]
    try fixture.store.stepApplication(number, .accept, by: DeskFixture.bureau)
    let first = try DeskForTests(fixture, "bureau")
    let screen = ApplicationScreen(first.sitting, number: number)
    first.open(screen)
    screen.begin(.failCheck, try #require(screen.file))
    first.runtime.settle()
    first.type("场地证明不实")
    first.pass(.milliseconds(500))
    let second = try DeskForTests(fixture, "bureau")
    let again = ApplicationScreen(second.sitting, number: number)
    second.open(again)
    again.begin(.sendBack, try #require(again.file))
    second.runtime.settle()
    #expect(!second.shows("场地证明不实"))
    second.press(KeyPress(.escape))
    again.begin(.failCheck, try #require(again.file))
    second.runtime.settle()
    #expect(second.shows("场地证明不实"))
  }
}
