import Regulation
import Testing

/// Which centers end, which goes on, by which decision.
@Suite("Article 4(5): reorganising centers")
struct ReorganisationTests {
  typealias Scene = MatterScene
  typealias Made = (before: [PlainText], after: PlainText, day: Int, document: PlainText, reason: PlainText, certified: Day?)

  private static let situation = Reorganisation.Situation(
    today: Scene.day(6, 10), status: ["甲": .active, "乙": .active, "丙": .revoked, "丁": .reorganised, "戊": .active], underRevocation: ["戊"])

  private static func make(_ made: Made) throws(Refusal) -> Reorganisation {
    try Reorganisation(
      predecessors: made.before, successor: made.after, on: Scene.day(6, made.day), document: made.document, reason: made.reason,
      certifiedOn: made.certified, situation)
  }

  @Test("One or several centers end in one that was there, or in a new one")
  func lawful() throws {
    #expect(try Self.make((["甲"], "乙", 10, Scene.text, Scene.text, nil)).predecessors == ["甲"])
    #expect(try Self.make((["甲", "乙"], "新", 9, Scene.text, Scene.text, Scene.day(6, 9))).certifiedOn == Scene.day(6, 9))
  }

  @Test(
    "Of a center that came in as reorganised the successor is named: one on file, whatever became of it",
    arguments: ["甲", "丙"] as [PlainText])
  func naming(_ successor: PlainText) throws {
    let made = try Reorganisation(
      naming: successor, of: "丁", on: Scene.day(6, 9), document: Scene.text, reason: Scene.text, Self.situation)
    #expect(made.predecessors == ["丁"] && made.successor == successor && made.certifiedOn == nil)
  }

  @Test(
    "No other center is named a successor, none that is not on file, and none without document, reason or a day that has come",
    arguments: [
      (["乙"], "甲", 9, Scene.text, Scene.text, nil), (["丙"], "甲", 9, Scene.text, Scene.text, nil),
      (["丁"], "丁", 9, Scene.text, Scene.text, nil), (["丁"], "无", 9, Scene.text, Scene.text, nil),
      (["丁"], .empty, 9, Scene.text, Scene.text, nil), (["丁"], "甲", 11, Scene.text, Scene.text, nil),
      (["丁"], "甲", 9, .empty, Scene.text, nil), (["丁"], "甲", 9, Scene.text, .empty, nil),
    ] as [Made])
  func misnamed(_ made: Made) {
    let refusal = #expect(throws: Refusal.self) {
      try Reorganisation(
        naming: made.after, of: made.before[0], on: Scene.day(6, made.day), document: made.document, reason: made.reason, Self.situation)
    }
    #expect(refusal?.article == "4(5)")
  }

  @Test(
    "It names centers that are there, each once, and none that is gone or may lose its title; document, reason and days are asked for",
    arguments: [
      ([], "乙", 10, Scene.text, Scene.text, nil), (["甲"], .empty, 10, Scene.text, Scene.text, nil),
      (["甲"], "甲", 10, Scene.text, Scene.text, nil), (["甲", "甲"], "乙", 10, Scene.text, Scene.text, nil),
      (["无"], "乙", 10, Scene.text, Scene.text, nil), (["丙"], "乙", 10, Scene.text, Scene.text, nil),
      (["甲"], "丁", 10, Scene.text, Scene.text, nil), (["戊"], "乙", 10, Scene.text, Scene.text, nil),
      (["甲"], "戊", 10, Scene.text, Scene.text, nil), (["甲"], "乙", 10, .empty, Scene.text, nil),
      (["甲"], "乙", 10, Scene.text, .empty, nil), (["甲"], "乙", 11, Scene.text, Scene.text, nil),
      (["甲"], "乙", 9, Scene.text, Scene.text, Scene.day(6, 10)),
    ] as [Made])
  func unlawful(_ made: Made) {
    let refusal = #expect(throws: Refusal.self) { try Self.make(made) }
    #expect(["4(5)", "30"].contains(refusal?.article))
  }
}
