import Testing

@testable import Regulation

@Suite("Days")
struct DayTests {
  @Test(
    "are read as people write them",
    arguments: [
      ("2024-01-05", "2024-01-05"), ("2024/1/5", "2024-01-05"), ("2024年1月5日", "2024-01-05"), ("２０２４－０１－０５", "2024-01-05"),
      ("２０２４年１月５日", "2024-01-05"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("1970-01-01", "1970-01-01"),
      ("9999-12-31", "9999-12-31"),
      ("2024.1.5", "2024-01-05"), ("２０２４．１．５", "2024-01-05"),
    ])
  func lawful(_ text: String, _ written: String) {
    #expect(Day(parsing: text)?.description == written)
    #expect(Array(text.utf8).withUnsafeBytes { Day.isPlain($0) } == (text == written))
  }

  @Test(
    "that are none are refused",
    arguments: [
      "", "2024", "2024-01", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00", "2024/01-05", "2024年1月5",
      "2024-1-5-", "-2024-1-5", "24-1-5", "2024.1-5", "2024.1", "2024-01-05 ", "99999-1-1", "2024日1月5年", "45000",
    ])
  func unlawful(_ text: String) {
    #expect(Day(parsing: text) == nil)
    #expect(!Array(text.utf8).withUnsafeBytes { Day.isPlain($0) })
  }

  @Test("follow one another without gap, leap years included")
  func continuous() throws {
    let first = try #require(Day(1899, 12, 31))
    var (year, month, day) = first.components
    for number in first.number + 1...first.number + 80_000 {
      let next = Day(number: number).components
      let isNextDay =
        next == (year, month, day + 1) || (next.day == 1 && day >= 28 && (next == (year, month + 1, 1) || next == (year + 1, 1, 1)))
      try #require(isNextDay, "\(number)")
      try #require(Day(next.year, next.month, next.day)?.number == number)
      (year, month, day) = next
    }
    #expect(Day(number: 0).description == "1970-01-01")
    #expect(Day(number: -1).description == "1969-12-31")
  }

  @Test(
    "have the weekday of the calendar",
    arguments: [("1970-01-01", 4), ("1969-12-31", 3), ("2026-11-24", 2), ("2025-10-31", 5), ("2024-02-29", 4), ("1969-12-28", 7)])
  func weekdays(_ text: String, _ weekday: Int) { #expect(Day(parsing: text)?.weekday == weekday) }

  @Test("end at 24:00 in Asia/Shanghai, whatever the host's zone")
  func midnight() throws {
    let day = try #require(Day(2026, 3, 1))
    #expect(Moment(day).description == "2026-02-28T16:00:00.000Z")
    #expect(Moment(day).day == day)
    #expect(Moment(milliseconds: Moment(day).milliseconds - 1).day == day.adding(days: -1))
    #expect(Moment(day, seconds: 86_399).day == day)
    #expect(Moment(day, seconds: 86_400).day == day.adding(days: 1))
    #expect(Moment(day, seconds: 13 * 3600 + 49 * 60 + 59).shanghaiTime == "13:49")
    #expect(Moment(milliseconds: 0).description == "1970-01-01T00:00:00.000Z")
    #expect(Moment(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    #expect(Moment(milliseconds: 1_795_758_568_023).description == "2026-11-27T05:49:28.023Z")
  }
}

@Suite("Article 32: which rules are in force")
struct RulesInForceTests {
  @Test(
    "2025-10-31 to 2030-10-30, both included",
    arguments: [
      ("2025-10-30", RulesInForce.before), ("2025-10-31", .inForce), ("2030-10-30", .inForce), ("2030-10-31", .lapsed),
      ("2018-06-01", .before),
    ])
  func edges(_ text: String, _ rules: RulesInForce) throws {
    #expect(RulesInForce(on: try #require(Day(parsing: text))) == rules)
    #expect((rules.note == nil) == (rules == .inForce))
    #expect(RulesInForce.remark(on: try #require(Day(parsing: text))).zh.contains("第32条") == (rules != .inForce))
  }
}
