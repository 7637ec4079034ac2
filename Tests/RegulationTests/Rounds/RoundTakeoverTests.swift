import Testing

@testable import Regulation

@Suite("Articles 4(5), 26 and 27: what a new center takes over in a round under way")
struct RoundTakeoverTests {
  typealias Predecessor = RoundTakeover.Predecessor
  private static let due = Day(2026, 5, 20) ?? Day(number: 0)

  private func takeover(_ predecessors: [Predecessor], barred: Set<String> = [], on day: Int = 1) throws -> RoundTakeover {
    let terms = try RoundTerms(year: 2026, lastDays: [.material: Self.due, .report: Self.due.adding(days: 5)], tableVersion: "2025")
    return RoundTakeover(from: predecessors, barred: barred, terms: terms, today: Self.due.adding(days: day))
  }

  @Test("The form of one center goes along; those of several are not those of one, whoever of them had begun")
  func form() throws {
    let (one, other) = (Predecessor(code: "A", hasForm: true), Predecessor(code: "B"))
    #expect(try takeover([one]).form == "A" && takeover([one]).formsLeft.isEmpty)
    #expect(try takeover([other]).form == nil && takeover([other]).formsLeft.isEmpty)
    #expect(try takeover([one, other]).form == nil && takeover([one, other]).formsLeft == ["A"])
  }

  @Test("Experts go along whom nothing ties, the first center's first, as many as the largest panel had")
  func experts() throws {
    let two = [Predecessor(code: "A", experts: ["a", "c"]), Predecessor(code: "B", experts: ["a", "b", "d"])]
    #expect(try takeover(two).experts == ["a", "b", "c"] && takeover(two).expertsLeft == ["d"])
    let less = try takeover(two, barred: ["a", "c"])
    #expect(less.experts == ["b", "d"] && less.expertsLeft == ["a", "c"])
  }

  @Test("It is deferred where the bureau deferred all that end, and has to take part where it did not")
  func deferral() throws {
    let deferred = Predecessor(code: "A", file: CenterInRound(material: .none, admitted: [], deferral: PlainText(literal: "搬迁")))
    #expect(try takeover([deferred]).deferral?.string == "搬迁" && takeover([deferred, Predecessor(code: "B")]).deferral == nil)
    #expect(try takeover([]).deferral == nil)
  }

  @Test("Days that are over bind the new center only where no host was in time", arguments: [(0, 0), (1, 1), (6, 2)])
  func lateness(_ day: Int, _ over: Int) throws {
    let submission = MaterialState.Submission(on: Self.due, isByStaff: false)
    let inTime = Predecessor(code: "A", file: CenterInRound(material: .submitted(submission), admitted: [], deferral: nil))
    let late = Predecessor(code: "B", file: CenterInRound(material: .none, admitted: [.material], deferral: nil))
    for predecessors in [[inTime], [late], [Predecessor(code: "C"), inTime]] {
      #expect(try takeover(predecessors, on: day).admitted == Array([.material, .report].prefix(over)))
    }
    #expect(try takeover([Predecessor(code: "C")], on: day).admitted.isEmpty)
  }
}
