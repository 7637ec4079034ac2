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
