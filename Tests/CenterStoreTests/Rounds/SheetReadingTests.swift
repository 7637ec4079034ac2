import CenterStore
import Foundation
import Regulation
import Testing

@Suite("What those who run a round see of an expert's sheets")
struct SheetReadingTests {
  private let city: City

  init() throws {
    city = try City()
    _ = try city.store.importScores(year: 2026, city.sheet("C2", "other"), by: Scratch.bureau)
    try city.store.score(
      year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(Points(300)), comment: try PlainText("扎实")),
      by: City.acting(.expert))
  }

  @Test("Of a draft it is told how many indicators have points, and neither total nor day", arguments: [Role.admin, .bureau, .agency])
  func draft(role: Role) throws {
    let sheets = try city.store.expertSheets(of: "expert", year: 2026, by: City.acting(role == .admin ? .bureau : role))
    let sheet = try #require(sheets.first)
    #expect(sheets.count == 1 && sheet.center == "C1" && sheet.state == .draft && sheet.given == 1)
    #expect(sheet.total == nil && sheet.submittedOn == nil && sheet.enteredBy.isEmpty)
    #expect(throws: StoreError.refused(CenterStore.unsubmitted)) {
      try city.store.submittedSheet(of: "expert", year: 2026, center: "C1", by: Scratch.bureau)
    }
  }

  @Test("A submitted one is told with total, day and who typed it, and is read with its comments; a draft of a comment never is")
  func submitted() throws {
    let expert = City.acting(.expert)
    for code in IndicatorCode.all {
      try city.store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(100))), by: expert)
    }
    try city.store.submitSheet(year: 2026, center: "C1", by: expert)
    let own = try #require(try city.store.expertSheets(of: "expert", year: 2026, by: Scratch.bureau).first)
    #expect(own.state == .submitted && own.total == Points(1900) && own.submittedOn == city.store.today && own.enteredBy.isEmpty)
    let typed = try #require(try city.store.expertSheets(of: "other", year: 2026, by: Scratch.bureau).first)
    #expect(typed.enteredBy == Scratch.bureau.login)
    let sheet = try city.store.submittedSheet(of: "expert", year: 2026, center: "C1", by: City.acting(.agency))
    #expect(sheet.comments[IndicatorCode.all[0]].string == "扎实" && sheet.total.sum == Points(1900) && sheet.drafts.isEmpty)
    try city.store.takeBackSheet(year: 2026, center: "C1", by: expert)
    #expect(throws: StoreError.refused(CenterStore.unsubmitted)) {
      try city.store.submittedSheet(of: "expert", year: 2026, center: "C1", by: City.acting(.agency))
    }
  }

  @Test("Who has no part in a round has no sheet in it; a center that is not theirs is not there")
  func none() throws {
    #expect(try city.store.expertSheets(of: "third", year: 2026, by: Scratch.bureau).isEmpty)
    #expect(throws: StoreError.noSuch(.assignment, "C2 expert")) {
      try city.store.submittedSheet(of: "expert", year: 2026, center: "C2", by: Scratch.bureau)
    }
  }
}
