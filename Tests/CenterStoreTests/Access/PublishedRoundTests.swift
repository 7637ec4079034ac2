import CenterStore
import Regulation
import Testing

@Suite("An agency sees its round and nothing else, published or not (article 5(3))")
struct PublishedRoundTests {
  @Test("Another's published round answers an agency as one that does not exist; its own, and everybody's, stays open")
  func published() throws {
    let city = try City()
    let (store, agency) = (city.store, City.acting(.agency))
    for year in [2026, 2028] {
      for expert in ["expert", "other", "third"] {
        let sheet = try city.sheet("C1", expert)
        #expect(try store.importScores(year: year, sheet, by: Scratch.bureau).problems.isEmpty)
      }
      try store.settleRound(year, by: Scratch.bureau)
      try store.publishRound(year, workingDays: 5, by: Scratch.bureau)
    }
    for year in [2028, 2030] {
      #expect(throws: StoreError.notPermitted(nil)) { try store.result(year, by: agency) }
      #expect(throws: StoreError.notPermitted(nil)) { try store.results(year: year, by: agency) }
      #expect(throws: StoreError.notPermitted(nil)) { try store.centerResult(year: year, center: "C1", by: agency) }
      #expect(try store.history(of: year, by: agency).isEmpty)
    }
    #expect(try store.result(2026, by: agency).result.centers.map(\.code) == ["C1"])
    #expect(try store.results(year: 2026, by: agency).count == 1)
    for role in [Role.viewer, .host, .expert, .department] {
      #expect(try store.results(year: 2028, by: City.acting(role)).map(\.rank) == [1], "\(role)")
    }
  }

  @Test("Who carries out another's round is not told to an agency")
  func conductors() throws {
    let city = try City()
    let (store, agency) = (city.store, City.acting(.agency))
    try store.openRound(2032, RoundPlan(reason: PlainText("试"), agency: PlainText("甲公司")), by: Scratch.bureau)
    try store.openRound(2034, RoundPlan(reason: PlainText("试"), department: PlainText("献县科学技术局")), by: Scratch.bureau)
    #expect(
      try store.rounds(by: agency).map { [String($0.year), $0.agency, $0.department] } == [
        ["2034", "", ""], ["2032", "", ""], ["2028", "", ""], ["2026", "评估事务所", ""],
      ])
    #expect(try store.round(2032, by: agency).agency.isEmpty && store.round(2026, by: agency).agency == "评估事务所")
    #expect(try store.rounds(by: Scratch.bureau).map(\.agency) == ["", "甲公司", "", "评估事务所"])
  }
}
