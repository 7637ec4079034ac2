import Proofs
import Regulation
import Testing

@Suite("The lot is fair: who is drawn follows from chance alone, where nothing else decides")
struct FairnessTests {
  /// A lot of two centers or one, and six experts, three for each center.
  private static func terms(centers: Int, matches: [String] = []) -> LotTerms {
    LotTerms(
      year: 2026, number: 1, cause: .first, perCenter: 3, panel: [:], connectsExperts: false,
      tickets: (0..<6).map { LotTerms.Ticket(name: LotTerms.ticketName($0, of: 6), commitment: .zero, kind: nil) },
      centers: (1...centers).map { LotTerms.Center(code: "C\($0)", matches: matches, excluded: [:]) }, standing: [])
  }

  /// How often each panel of the first center, and each expert at it, comes in so many draws.
  private static func counts(_ terms: LotTerms, _ draws: Int) throws -> (panels: [[String]: Int], tickets: [String: Int]) {
    var (panels, tickets): ([[String]: Int], [String: Int]) = ([:], [:])
    for draw in 0..<draws {
      let key = LotKey(bound: Digest256(ofText: "draw \(draw)"), word: try #require(WitnessWord("word \(draw % 7)")))
      let panel = terms.outcome(key).drawn.filter { $0.center == "C1" }.map(\.ticket)
      panels[panel, default: 0] += 1
      for ticket in panel { tickets[ticket, default: 0] += 1 }
    }
    return (panels, tickets)
  }

  private static func chiSquare(_ counts: some Collection<Int>, expected: Double) -> Double {
    counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  /// Six experts, three of them for each of two centers: twenty panels are possible, each as likely as another. Chi-square with 19 degrees of freedom is
  /// above 43.8 once in a thousand times; these draws are the same in every run.
  @Test("Ten thousand draws from a pool where only the lot decides")
  func onlyTheLot() throws {
    let (panels, tickets) = try Self.counts(Self.terms(centers: 2), 10_000)
    #expect(panels.count == 20 && Self.chiSquare(panels.values, expected: 500) < 43.8)
    // Each expert comes to the first center every second time; with 5 degrees of freedom once in a thousand times above 20.5. Drawing three of six
    // without putting back makes the figure smaller than that by half.
    #expect(tickets.count == 6 && Self.chiSquare(tickets.values, expected: 5_000) < 20.5)
  }

  @Test("Two experts in the center's field are drawn always, the other four every fourth time: the bias that fields bring")
  func fields() throws {
    let (panels, tickets) = try Self.counts(Self.terms(centers: 1, matches: ["01", "02"]), 10_000)
    #expect(tickets["01"] == 10_000 && tickets["02"] == 10_000 && panels.count == 4)
    // Three degrees of freedom: above 16.3 once in a thousand times.
    #expect(Self.chiSquare(panels.values, expected: 2_500) < 16.3)
  }
}
