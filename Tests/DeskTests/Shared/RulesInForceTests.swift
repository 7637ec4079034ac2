import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Article 32 on the desk: an act outside the days of these rules says so, and is allowed")
struct RulesInForceTests {
  nonisolated static let days = [
    ("2025-10-30", "依据沧科字〔2018〕100号办法"), ("2025-10-31", nil), ("2030-10-30", nil), ("2030-10-31", "本办法有效期已满"),
  ]

  private func expect(_ words: String, _ note: String?) {
    #expect(words.contains("见本办法第32条") == (note != nil), "\(words)")
    #expect(note.map { words.contains($0) } ?? true, "\(words)")
  }

  @Test("A call that is given out", arguments: days)
  func calls(day: String, note: String?) throws {
    let desk = try DeskForTests(DeskFixture(), "bureau", on: DeskFixture.day(day))
    desk.open(CallsScreen(desk.sitting))
    desk.press(KeyPress(.insert))
    #expect(desk.shows("新申报通知"))
    expect(desk.text, note)
  }

  @Test("A round, before it is settled and in its history", arguments: days)
  func rounds(day: String, note: String?) throws {
    let desk = try DeskForTests(DeskFixture(), "bureau", on: DeskFixture.day(day))
    let state = try RoundFileState(desk.sitting.store.roundFile(2026, by: DeskFixture.bureau))
    let words = RoundStepWords(state: state, today: desk.sitting.today).question(of: .settle)
    expect(words.zh, note)
    try desk.sitting.store.openRound(2028, RoundPlan(), by: DeskFixture.bureau)
    let announced = try #require(desk.sitting.store.roundFile(2028, by: DeskFixture.bureau).timeline.first)
    let rule = HappeningWords(happening: announced, look: Look()).grounds.last?.text.zh ?? ""
    expect(rule, note)
  }

  @Test("A center that is certified, before and after", arguments: days)
  func certification(day: String, note: String?) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.noticedApplication()
    let desk = try DeskForTests(fixture, "bureau", rows: 60, on: DeskFixture.day(day))
    let file = try desk.sitting.store.application(number, by: DeskFixture.bureau)
    let asked = StepQuestion.phrase(.certify, ActAnswers.of([:]), file, today: desk.sitting.today)
    expect(try #require(asked).zh, note)
  }
}
