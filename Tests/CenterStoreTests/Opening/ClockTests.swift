import CenterStore
import Regulation
import Testing

@Suite("A clock that jumps")
struct ClockTests {
  private func at(_ day: String, _ seconds: Int = 3600 * 9) -> Surroundings {
    let moment = Moment(Day(parsing: day) ?? Day(number: 0), seconds: seconds)
    return Surroundings(now: { moment }, randomBytes: { Array(repeating: 7, count: $0) })
  }

  private func act(_ login: String, _ store: CenterStore) throws {
    _ = try store.importUsers(
      [Numbered(2, UserRecord(login: PlainText(login), name: PlainText("新人"), role: .viewer))], by: Scratch.admin)
  }

  @Test(
    "Years back: whoever opens the desk is told by which clock last days are counted; what is done meanwhile is found in the chain, which holds"
  )
  func back() throws {
    let scratch = try Scratch(day: "2026-06-01")
    let before = scratch.store.under(at("2019-01-01"))
    let last = try #require(try before.lastActAhead())
    #expect(last.day == Day(parsing: "2026-06-01"))
    #expect(before.clockWords(last).en.contains("2019-01-01") && before.clockWords(last).zh.contains("2026-06-01"))
    let links = try scratch.store.verifyChain(by: Scratch.admin).links
    #expect(try scratch.store.verifyChain(by: Scratch.admin).setBack == nil)
    try act("early", before)
    let verdict = try before.verifyChain(by: Scratch.admin)
    #expect(verdict.isWhole && verdict.setBack == links + 1)
    #expect(try before.examine(by: Scratch.admin).isEmpty)
  }

  @Test("Years ahead and back again: told until the next act, which bears the right time")
  func ahead() throws {
    let scratch = try Scratch(day: "2026-06-01")
    try act("late", scratch.store.under(at("2036-01-01")))
    let right = scratch.store.under(at("2026-06-02"))
    #expect(try right.lastActAhead()?.day == Day(parsing: "2036-01-01"))
    try act("next", right)
    #expect(try right.lastActAhead() == nil)
    #expect(try right.verifyChain(by: Scratch.admin).setBack != nil)
  }

  @Test("Seconds back, as the network sets a clock, are not worth a word")
  func seconds() throws {
    let scratch = try Scratch(day: "2026-06-01")
    try act("a", scratch.store.under(at("2026-06-02", 3600)))
    let store = scratch.store.under(at("2026-06-02", 3590))
    #expect(try store.lastActAhead() == nil)
    try act("b", store)
    #expect(try store.verifyChain(by: Scratch.admin).setBack == nil)
  }
}
