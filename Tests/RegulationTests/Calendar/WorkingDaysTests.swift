import RegulationData
import Testing

@testable import Regulation

@Suite("Working days")
struct WorkingDaysTests {
  private func day(_ text: String) throws -> Day { try #require(Day(parsing: text)) }

  @Test(
    "are Monday to Friday but for holidays, and the weekend days that are worked instead",
    arguments: [
      ("2026-01-02", false), ("2026-01-04", true), ("2026-02-13", true), ("2026-02-14", true), ("2026-02-15", false), ("2026-02-23", false),
      ("2026-02-24", true),
      ("2026-02-28", true), ("2026-03-01", false), ("2026-10-08", true), ("2025-10-08", false), ("2025-10-09", true), ("2025-10-11", true),
      ("2025-01-26", true),
      ("2027-01-01", true), ("2027-01-02", false),
    ])
  func days(_ text: String, _ worked: Bool) throws {
    #expect(try WorkingDays.standard.get().isWorkingDay(day(text)) == worked)
  }

  @Test(
    "of a public notice are counted from the day after publication",
    arguments: [
      ("2026-03-02", 5, "2026-03-09", false), ("2026-03-06", 5, "2026-03-13", false), ("2026-03-07", 1, "2026-03-09", false),
      ("2026-02-12", 5, "2026-02-26", false),
      ("2025-12-29", 5, "2026-01-06", false), ("2026-12-28", 3, "2026-12-31", false), ("2026-12-28", 4, "2027-01-01", true),
      ("2028-01-03", 5, "2028-01-10", true), ("2026-03-02", 0, "2026-03-03", false),
    ])
  func deadlines(_ start: String, _ count: Int, _ last: String, _ provisional: Bool) throws {
    let deadline = try WorkingDays.standard.get().deadline(count, workingDaysAfter: day(start))
    #expect(deadline.last == (try day(last)))
    #expect(deadline.isProvisional == provisional)
  }

  @Test("that are left are counted the same way")
  func left() throws {
    let days = try WorkingDays.standard.get()
    #expect(try days.count(after: day("2026-03-02"), through: day("2026-03-09")) == 5)
    #expect(try days.count(after: day("2026-03-09"), through: day("2026-03-09")) == 0)
    #expect(try days.count(after: day("2026-03-10"), through: day("2026-03-09")) == 0)
    #expect(days.years == [2025, 2026])
  }

  @Test(
    "data that contradict themselves are refused",
    arguments: [
      ("2026\toff\t2025-12-31\t2026-01-01\t元旦\tNew Year", "first"), ("2026\toff\t2026-01-03\t2026-01-01\t元旦\tNew Year", "last"),
      ("2026\twork\t2026-01-05\t2026-01-05\t元旦\tNew Year", "first"), ("2026\tfree\t2026-01-05\t2026-01-05\t元旦\tNew Year", "kind"),
      ("year\toff\t2026-01-05\t2026-01-05\t元旦\tNew Year", "year"),
      ("2026\toff\t2026-01-01\t2026-01-01\t元旦\tNew Year\n2026\toff\t2026-01-01\t2026-01-01\t元旦\tNew Year", "first"),
    ])
  func wrong(_ lines: String, _ field: String) throws {
    let text = "year\tkind\tfirst\tlast\tzh\ten\n" + lines
    let error = try #require(throws: DataError.self) { try WorkingDays.load(Array(text.utf8)) }
    #expect(error.field == field)
  }
}
