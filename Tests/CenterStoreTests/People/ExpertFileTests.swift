import CenterStore
import Regulation
import Testing

@Suite("What is on file of an expert, over the years (article 25, 回避)")
struct ExpertFileTests {
  private let scratch: Scratch
  private var store: CenterStore { scratch.store }
  private let e1 = Acting("e1", .desk)

  init() throws {
    scratch = try Scratch()
    try scratch.fill()
    try store.openRound(2028, RoundPlan(minimumSheets: 1), by: Scratch.bureau)
    for (center, expert) in [("C2", "e1"), ("C3", "e1"), ("C1", "e1"), ("C2", "e2"), ("C3", "e2")] {
      try store.assignExpert(year: 2028, center: center, expert: expert, by: Scratch.bureau)
    }
    try store.pledge(year: 2028, by: e1)
    _ = try store.importScores(year: 2028, scratch.sheet("C2", "e1"), by: Scratch.bureau)
    _ = try store.importScores(year: 2028, scratch.sheet("C2", "e2", hundredthsOff: 200), by: Scratch.bureau)
  }

  @Test("The list counts what is to be scored in rounds that take sheets, for staff all, for an expert the own line")
  func roll() throws {
    let lines = try store.expertRoll(by: Scratch.bureau)
    #expect(lines.map(\.record.login.string) == ["e1", "e2", "e3"])
    #expect(lines.map(\.assigned) == [3, 2, 0] && lines.map(\.submitted) == [1, 1, 0])
    #expect(try store.expertRoll(by: e1).map(\.record.login.string) == ["e1"])
  }

  @Test("A round tells what was given, handed in, taken back, declined, and how the sheets differ from the panels' mean")
  func record() throws {
    try store.takeBackSheet(year: 2028, center: "C2", by: e1)
    try store.submitSheet(year: 2028, center: "C2", by: e1)
    try store.releaseExpert(year: 2028, center: "C3", expert: "e1", reason: PlainText("出差"), by: e1)
    try store.declareConflict(center: "C1", expert: "e1", reason: PlainText("师生"), by: Scratch.bureau)
    let file = try store.expertFile(of: "e1", by: Scratch.bureau)
    let round = try #require(file.rounds.first)
    #expect(round.assigned == 2 && round.submitted == 1 && round.takenBack == 1)
    #expect(round.declined == 1 && round.released == 0 && round.conflicts == 1)
    #expect(round.mean == Points(10_000) && round.panelMean == Points(9_900))
    #expect(file.pledges.map(\.year) == [2028])
    #expect(file.conflicts.map(\.center) == ["C1"] && file.conflicts.first?.by == "市局" && file.conflicts.first?.role == .bureau)
  }

  @Test("An expert reads the own record, without what the panels came to before it is public, and nobody else's")
  func own() throws {
    let file = try store.expertFile(of: "e1", by: e1)
    #expect(file.rounds.first?.mean != nil && file.rounds.first?.panelMean == nil)
    #expect(throws: StoreError.notPermitted(nil)) { try store.expertFile(of: "e2", by: e1) }
    #expect(throws: StoreError.notPermitted(nil)) { try store.expertFile(of: "nobody", by: e1) }
    #expect(throws: StoreError.noSuch(.expert, "nobody")) { try store.expertFile(of: "nobody", by: Scratch.bureau) }
  }

  @Test("Committees on which the expert sits are found by name and employer")
  func seats() throws {
    let (name, employer) = (try PlainText("专家e1"), try PlainText("海河理工学院"))
    let day = Day(parsing: "2026-05-04") ?? Day(number: 0)
    try store.nameCommittee(
      .advisory, of: "C3", [CommitteeMember(name: name, employer: employer, duty: .chair)], since: day, by: Scratch.bureau)
    try store.nameCommittee(
      .management, of: "C3", [CommitteeMember(name: name, employer: PlainText("别处"))], since: day, by: Scratch.bureau)
    let seats = try store.expertFile(of: "e1", by: Scratch.bureau).seats
    #expect(seats.map(\.center) == ["C3"] && seats.first?.committee == .advisory && seats.first?.until == nil)
  }

  @Test("An agency reads of the experts of its own rounds, and of those rounds alone; a department without a round of nobody")
  func others() throws {
    let city = try City()
    let file = try city.store.expertFile(of: "expert", by: City.acting(.agency))
    #expect(file.rounds.map(\.year) == [2026] && file.pledges.map(\.year) == [2026])
    #expect(try city.store.expertFile(of: "expert", by: Scratch.bureau).rounds.map(\.year) == [2028, 2026])
    #expect(throws: StoreError.notPermitted(nil)) { try city.store.expertRoll(by: City.acting(.department)) }
    #expect(throws: StoreError.notPermitted(nil)) { try city.store.expertFile(of: "expert", by: City.acting(.host)) }
  }
}
