import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The form that an act asks for")
struct ActTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  nonisolated private static let fields: [ActField] = [
    ActField(id: "minutes", label: Phrase(zh: "会议纪要号", en: "Minutes"), kind: .line(limit: 40)),
    ActField(id: "day", label: Phrase(zh: "日期", en: "Day"), kind: .day, hint: Phrase(zh: "局党组会的日期", en: "the day of the meeting")),
    ActField(id: "count", label: Phrase(zh: "人数", en: "People"), kind: .whole(1...9)),
    ActField(
      id: "answer", label: Phrase(zh: "结论", en: "Decision"),
      kind: .choice([Phrase(zh: "同意", en: "agreed"), Phrase(zh: "不同意", en: "refused")])),
    ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines, isOptional: true),
  ]

  private func state(_ texts: [String: String]) -> ActState {
    var state = ActState(ActTests.fields, .zh)
    for (id, text) in texts {
      _ = state.edit { form in
        form.take(id)
        var outcome = FormOutcome<String>.ignored
        for character in text { outcome = form.handle(.character(character)) }
        return outcome
      }
    }
    return state
  }

  private let lawful = ["minutes": "〔2026〕3号", "day": "２０２６年６月３日", "count": "３", "answer": " "]

  @Test("What is lawful is answered as what it means, in full-width digits too")
  func answers() throws {
    var state = state(lawful)
    let made = state.answers(.zh)
    let answers = try #require(made)
    #expect(answers.text("minutes").string == "〔2026〕3号")
    #expect(answers.day("day") == Day(2026, 6, 3))
    #expect(answers.whole("count") == 3)
    #expect(answers.place("answer") == 0)
    #expect(answers.optionalText("reason") == nil)
  }

  @Test(
    "What is missing or wrong stands beside its field, which is taken in hand",
    arguments: [
      ("minutes", ""), ("day", ""), ("day", "2026-02-30"), ("day", "明天"), ("count", "0"), ("count", "10"), ("count", ""), ("answer", ""),
    ])
  func problems(id: String, text: String) {
    var texts = lawful
    texts[id] = text
    var state = state(texts)
    let answers = state.answers(.zh)
    #expect(answers == nil)
    #expect(Array(state.problems.keys) == [id])
    #expect(state.form.idInHand == id)
    #expect(!state.form[errorOf: id].isEmpty)
  }

  @Test(
    "What is typed for a whole number stands; what is wrong with it names it and says what to write",
    arguments: [
      ("2.5", "“2.5”不是整数，请写 1 至 9 的整数"), ("-4", "“-4”不能小于 1，请写 1 至 9 的整数"), ("abc", "“abc”不是整数，请写 1 至 9 的整数"),
      ("10", "“10”数字过大，请写 1 至 9 的整数"), ("99999999999999999999", "“99999999999999999999”数字过大，请写 1 至 9 的整数"),
      ("1,5", "“1,5”不是整数，请写 1 至 9 的整数"),
    ])
  func wholeNumbers(typed: String, problem: String) {
    var texts = lawful
    texts["count"] = typed
    var state = state(texts)
    _ = state.answers(.zh)
    #expect(state.form.text(of: "count") == typed)
    #expect(state.form[errorOf: "count"] == problem)
  }

  @Test("An error speaks the other language when the desk does, and what was chosen stays chosen")
  func languages() {
    var texts = lawful
    texts["count"] = "0"
    var state = state(texts)
    _ = state.answers(.zh)
    state.speak(.en)
    #expect(state.form[errorOf: "count"] == "“0” must not be below 1; write a whole number from 1 to 9")
    #expect(state.form.text(of: "answer") == "agreed")
  }

  @Test("What the store refuses is told, and nothing that was typed is lost")
  func refused() throws {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(
      ActScreen(
        desk.sitting,
        ActScreen.Description(
          title: Phrase(zh: "党组会决定", en: "Decision of the party group"), verb: Phrase(zh: "记录", en: "record"),
          done: Phrase(zh: "已记录", en: "Recorded"), draft: nil),
        [ActTests.fields[0]], doing: { _, _, _ in throw Refusal(article: "12", Phrase(zh: "还没有拟定名单", en: "There is no shortlist yet")) }))
    desk.type("〔2026〕3号")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("还没有拟定名单（办法第12条）"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows("〔2026〕3号"))
    #expect(desk.runtime.top is ActScreen)
    // Leaving asks first, since something would be lost.
    desk.press(KeyPress(.escape))
    #expect(desk.shows("放弃未保存的内容"))
  }

  @Test("What cannot be undone is asked once more; Enter and the key that did it do not agree, and what was written stays")
  func warned() throws {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(
      ActScreen(
        desk.sitting,
        ActScreen.Description(
          title: Phrase(zh: "终止", en: "End it"), verb: Phrase(zh: "终止", en: "end"), done: Phrase(zh: "已终止", en: "Ended"), draft: nil,
          warning: { $0.text("minutes").string == "无" ? nil : Phrase(zh: "终止后不能恢复。", en: "It ends for good.") }),
        [ActTests.fields[0]], doing: { _, _, _ in }))
    desk.type("〔2026〕3号")
    for key in [KeyPress(.function(2)), KeyPress(.enter)] {
      desk.press(KeyPress(.function(2)))
      #expect(desk.shows("终止后不能恢复"))
      desk.press(key)
      desk.press(.character("n"))
      #expect(desk.runtime.top is ActScreen)
      #expect(desk.shows("〔2026〕3号"))
    }
    desk.press(KeyPress(.function(2)), .character("y"))
    #expect(desk.shows("已终止"))
  }

  @Test("Done once, the form goes and says so; the screen is whole in both languages at every size", arguments: [Language.zh, .en])
  func done(language: Language) throws {
    for (columns, rows) in [(80, 24), (120, 40), (60, 16)] {
      let desk = try DeskForTests(fixture, "bureau", columns: columns, rows: rows, language: language)
      let before = try fixture.store.rounds(by: DeskFixture.bureau).count
      desk.open(
        ActScreen(
          desk.sitting,
          ActScreen.Description(
            title: Phrase(zh: "党组会决定", en: "Decision of the party group"),
            words: Phrase(zh: "研究同意后进行公示（办法第12条）。", en: "Once agreed, the list goes on public notice (article 12)."),
            verb: Phrase(zh: "记录", en: "record"), done: Phrase(zh: "已记录", en: "Recorded"), draft: nil),
          ActTests.fields, doing: { store, who, answers in _ = (try store.rounds(by: who), answers) }))
      desk.checkFrame()
      for text in ["3", "\t", "2026-06-03", "\t", "3", "\t", " "] {
        if text == "\t" { desk.press(KeyPress(.tab)) } else { desk.type(text) }
      }
      desk.press(KeyPress(.function(2)))
      #expect(!(desk.runtime.top is ActScreen))
      #expect(desk.shows(language == .zh ? "已记录" : "Recorded"))
      #expect(try fixture.store.rounds(by: DeskFixture.bureau).count == before)
    }
  }
}
