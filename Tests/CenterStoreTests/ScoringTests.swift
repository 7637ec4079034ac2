import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Sheets in the store")
struct ScoringTests {
  private let e1 = Acting("e1", .desk)

  /// A round in which e1 is assigned to C1 by an imported sheet of one line.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.fill()
    try scratch.store.openRound(2026, by: Scratch.bureau)
    _ = try scratch.store.importScores(year: 2026, Array(scratch.sheet("C1", "e1").prefix(1)), by: Scratch.bureau)
    return scratch
  }

  private func code(_ text: String) throws -> IndicatorCode { try #require(IndicatorCode(text)) }

  @Test("Nothing opens before the pledge (回避), and what is scored after it stands in a store opened anew")
  func pledgeThenScore() throws {
    let scratch = try scratch()
    let code = try code("3.1")
    #expect(throws: StoreError.self) {
      try scratch.store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(650))), by: e1)
    }
    try scratch.store.pledge(year: 2026, by: e1)
    try scratch.store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(650))), by: e1)
    try scratch.store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(comment: try PlainText("项目层次高", .paragraphs)), by: e1)
    let other = try CenterStore.open(scratch.store.path)
    let sheet = try other.sheet(year: 2026, center: "C1", by: e1)
    #expect(sheet.points[code] == Points(650))
    #expect(sheet.comments[code].string == "项目层次高")
    #expect(try other.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("Points lie between 0 and the weight", arguments: [(-1, false), (0, true), (700, true), (701, false)])
  func bounds(hundredths: Int, lawful: Bool) throws {
    let scratch = try scratch()
    try scratch.store.pledge(year: 2026, by: e1)
    let code = try code("3.1")
    func enter() throws {
      try scratch.store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(hundredths))), by: e1)
    }
    if lawful { try enter() } else { #expect(throws: StoreError.self) { try enter() } }
    #expect(try scratch.store.sheet(year: 2026, center: "C1", by: e1).points[code] == (lawful ? Points(hundredths) : nil))
  }

  @Test("A center that is not assigned answers like one that does not exist")
  func notAssigned() throws {
    let scratch = try scratch()
    try scratch.store.pledge(year: 2026, by: e1)
    let code = try code("1.1")
    for center in ["C2", "NONE"] {
      #expect(throws: StoreError.notPermitted(nil)) { try scratch.store.sheet(year: 2026, center: center, by: e1) }
      #expect(throws: StoreError.notPermitted(nil)) {
        try scratch.store.score(year: 2026, center: center, indicator: code, ScoreEntry(points: .some(.zero)), by: e1)
      }
      #expect(throws: StoreError.notPermitted(nil)) { try scratch.store.factSheet(year: 2026, center: center, by: e1) }
    }
  }

  @Test("A sheet is submitted whole, locked, taken back, and locked for good once the round is settled")
  func submitting() throws {
    let scratch = try scratch()
    let store = scratch.store
    try store.pledge(year: 2026, by: e1)
    let error = #expect(throws: StoreError.self) { try store.submitSheet(year: 2026, center: "C1", by: e1) }
    #expect(error?.phrase.en.contains("5.4") == true)
    for code in IndicatorCode.all {
      try store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(100))), by: e1)
    }
    try store.submitSheet(year: 2026, center: "C1", by: e1)
    let first = IndicatorCode.all[0]
    #expect(throws: StoreError.self) {
      try store.score(year: 2026, center: "C1", indicator: first, ScoreEntry(points: .some(.zero)), by: e1)
    }
    try store.takeBackSheet(year: 2026, center: "C1", by: e1)
    try store.score(year: 2026, center: "C1", indicator: first, ScoreEntry(points: .some(Points(200))), by: e1)
    try store.submitSheet(year: 2026, center: "C1", by: e1)
    try store.settleRound(2026, by: Scratch.bureau)
    #expect(throws: StoreError.self) { try store.takeBackSheet(year: 2026, center: "C1", by: e1) }
  }

  @Test("What another desk changed meanwhile is not overwritten")
  func changedMeanwhile() throws {
    let scratch = try scratch()
    try scratch.store.pledge(year: 2026, by: e1)
    let code = try code("2.1")
    try scratch.store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(300))), by: e1)
    let error = #expect(throws: StoreError.self) {
      try scratch.store.score(
        year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(100))), expecting: (nil, .empty), by: e1)
    }
    guard case .changedMeanwhile(let author, nil, "3.00", []) = error, author.login == "e1" else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("The same points again append no link")
  func unchanged() throws {
    let scratch = try scratch()
    try scratch.store.pledge(year: 2026, by: e1)
    let code = try code("2.1")
    let entry = ScoreEntry(points: .some(Points(300)))
    try scratch.store.score(year: 2026, center: "C1", indicator: code, entry, by: e1)
    let head = try scratch.store.auditHead(by: Scratch.admin)
    try scratch.store.score(year: 2026, center: "C1", indicator: code, entry, by: e1)
    #expect(try scratch.store.auditHead(by: Scratch.admin) == head)
  }

  @Test("A draft of a comment outlives its desk and leaves no link")
  func draft() throws {
    let scratch = try scratch()
    try scratch.store.pledge(year: 2026, by: e1)
    let code = try code("2.1")
    let head = try scratch.store.auditHead(by: Scratch.admin)
    try scratch.store.keepDraft(year: 2026, center: "C1", indicator: code, try PlainText("未写完", .paragraphs), by: e1)
    #expect(try CenterStore.open(scratch.store.path).sheet(year: 2026, center: "C1", by: e1).drafts[code]?.string == "未写完")
    #expect(try scratch.store.auditHead(by: Scratch.admin) == head)
  }
}
