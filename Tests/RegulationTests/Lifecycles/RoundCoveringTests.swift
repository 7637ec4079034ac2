import Regulation
import Testing

@Suite("Which centers a round is about (articles 5(3), 25, 26)")
struct RoundCoveringTests {
  private static let own = PlainText(literal: "献县科学技术局")
  private static let other = PlainText(literal: "东光县科学技术局")

  @Test(
    "A department's round is about its own centers, and about one that left after it took part; every other round about all",
    arguments: [
      (.department(own), own, false, true), (.department(own), own, true, true), (.department(own), other, true, true),
      (.department(own), other, false, false), (.bureau, other, false, true), (.agency(own), other, false, true),
    ] as [(RoundTerms.Conductor, PlainText, Bool, Bool)])
  func covers(_ conductor: RoundTerms.Conductor, _ department: PlainText, _ hasTakenPart: Bool, _ isCovered: Bool) throws {
    let terms = try RoundTerms(year: 2028, method: .mean, lastDays: [:], conductor: conductor, tableVersion: "2025")
    #expect(terms.covers(centerOf: department, hasTakenPart: hasTakenPart) == isCovered)
  }
}
