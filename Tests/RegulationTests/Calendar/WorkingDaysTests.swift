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
    #expect(days.years == [2024, 2025, 2026])
  }

  @Test(
    "of a notice over Spring Festival, and over the weekend days that are worked instead, are those of the State Council's order",
    arguments: [
      ("2024-02-08", 5, "2024-02-21"), ("2024-02-09", 1, "2024-02-18"), ("2025-01-24", 5, "2025-02-07"), ("2025-01-24", 6, "2025-02-08"),
      ("2026-02-13", 1, "2026-02-14"), ("2026-02-13", 5, "2026-02-27"), ("2026-02-14", 5, "2026-02-28"), ("2026-02-23", 5, "2026-02-28"),
      ("2024-04-26", 5, "2024-05-07"), ("2024-09-13", 1, "2024-09-14"), ("2024-09-13", 2, "2024-09-18"), ("2026-05-08", 1, "2026-05-09"),
      ("2026-09-25", 5, "2026-10-09"),
    ])
  func festivals(_ start: String, _ count: Int, _ last: String) throws {
    let calendar = try WorkingDays.standard.get()
    let deadline = try calendar.deadline(count, workingDaysAfter: day(start))
    #expect(deadline.last == (try day(last)) && !deadline.isProvisional)
    #expect(try calendar.count(after: day(start), through: deadline.last) == count)
  }

  @Test(
    "of a whole year are its weekdays less the statutory holidays: 11 of them in 2024, 13 from 2025 on",
    arguments: [(2024, 251), (2025, 248), (2026, 248)])
  func ofAYear(_ year: Int, _ count: Int) throws {
    let last = try day("\(year)-12-31")
    #expect(try WorkingDays.standard.get().count(after: day("\(year - 1)-12-31"), through: last) == count)
  }

  @Test(
    "that nobody has given out yet are counted by weekends only, and the day is called provisional",
    arguments: [
      ("2023-12-28", 1, "2023-12-29"), ("2023-12-29", 1, "2024-01-02"), ("2027-02-01", 5, "2027-02-08"), ("2026-12-31", 1, "2027-01-01"),
    ])
  func unknown(_ start: String, _ count: Int, _ last: String) throws {
    let deadline = try WorkingDays.standard.get().deadline(count, workingDaysAfter: day(start))
    #expect(deadline.last == (try day(last)) && deadline.isProvisional)
  }

  @Test(
    "cannot change any more once the holidays of every year that they touch are given out",
    arguments: [
      ("2026-12-30", "2026-12-31", false), ("2026-12-31", "2027-01-01", true), ("2023-12-31", "2024-01-02", false),
      ("2023-12-30", "2024-01-02", true), ("2025-01-01", "2028-01-01", true), ("2027-01-05", "2027-01-05", false),
    ])
  func provisional(_ start: String, _ last: String, _ isProvisional: Bool) throws {
    #expect(try WorkingDays.standard.get().isProvisional(after: day(start), through: day(last)) == isProvisional)
  }

  @Test("end at 24:00 in Asia/Shanghai: what comes in the last second of a notice is in time, a second later it is not")
  func midnight() throws {
    let notice = try PublicNotice(issuedOn: day("2026-02-12"), workingDays: 5, calendar: WorkingDays.standard.get())
    let last = try day("2026-02-26")
    #expect(notice.last == last)
    let end = Moment(last, seconds: 86_399)
    #expect(end.description == "2026-02-26T15:59:59.000Z")
    #expect(notice.isInTime(end.day) && !notice.isOver(on: end.day))
    let after = Moment(milliseconds: end.milliseconds + 1000)
    #expect(!notice.isInTime(after.day) && notice.isOver(on: after.day))
    #expect(notice.isInTime(Moment(notice.issuedOn).day) && !notice.isInTime(notice.issuedOn.adding(days: -1)))
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
