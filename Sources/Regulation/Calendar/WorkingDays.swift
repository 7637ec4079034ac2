import RegulationData
import Wording

/// Which days are worked (工作日): Monday to Friday but for public holidays, and the weekend days that are worked instead.
///
/// A year without data counts weekends only, and what is counted over it is marked provisional.
public struct WorkingDays: Sendable {
  /// The last day of a period, and whether that can still change.
  public struct Deadline: Sendable, Hashable, Codable {
    /// The last day; it ends at 24:00 in Asia/Shanghai.
    public let last: Day
    /// Whether holidays that are not given out yet could move it.
    public let isProvisional: Bool
    /// What is said beside a day that can still change.
    public static let provisional = Phrase(zh: "（节假日未公布，暂定）", en: " (provisional: holidays not given out)")
  }

  private let off: Set<Day>
  private let worked: Set<Day>
  /// The years whose holidays are known.
  public let years: Set<Int>

  /// The holidays inside the program.
  public static let standard: Result<WorkingDays, DataError> = Result { () throws(DataError) in try load(RegulationData.holidays) }

  /// Reads a table with the columns `year kind first last zh en`; kind is `off` or `work`.
  ///
  /// - Throws: ``DataError`` for a day outside its year, a period that ends before it begins, a day that stands twice, and a day that
  ///   is worked instead but is no weekend.
  public static func load(_ bytes: [UInt8]) throws(DataError) -> WorkingDays {
    var off: Set<Day> = []
    var worked: Set<Day> = []
    var years: Set<Int> = []
    for row in try DataTable("holidays", bytes, columns: ["year", "kind", "first", "last", "zh", "en"]).rows {
      let object = "line \(row.line)"
      guard let year = Int(row.fields[0]) else { throw DataError("holidays", object, "year", zh: "不是年份", en: "is no year") }
      guard let first = Day(parsing: row.fields[2]), first.year == year else {
        throw DataError("holidays", object, "first", zh: "不在该年", en: "is no day of the year")
      }
      guard let last = Day(parsing: row.fields[3]), last.year == year, first <= last else {
        throw DataError("holidays", object, "last", zh: "不在该年或早于起始日", en: "is no day of the year, or before the first")
      }
      years.insert(year)
      for number in first.number...last.number {
        let day = Day(number: number)
        if off.contains(day) || worked.contains(day) { throw DataError("holidays", object, "first", zh: "日期重复", en: "stands twice") }
        switch row.fields[1] {
        case "off": off.insert(day)
        case "work" where day.isWeekend: worked.insert(day)
        case "work": throw DataError("holidays", object, "first", zh: "本来就是工作日", en: "is a working day anyway")
        default: throw DataError("holidays", object, "kind", zh: "“\(row.fields[1])”未知", en: "“\(row.fields[1])” is unknown")
        }
      }
    }
    return WorkingDays(off: off, worked: worked, years: years)
  }

  /// Whether a day is worked.
  public func isWorkingDay(_ day: Day) -> Bool { worked.contains(day) || (!day.isWeekend && !off.contains(day)) }

  /// Whether a year between two days has no holidays given out, so that working days counted over it can still change.
  public func isProvisional(after start: Day, through last: Day) -> Bool {
    guard start < last else { return false }
    return (start.adding(days: 1).year...last.year).contains { !years.contains($0) }
  }

  /// The day on which a period of working days ends; counting starts the day after, as for a public notice (article 12).
  ///
  /// - Parameter count: how many working days; 1 or more, less counts as 1.
  public func deadline(_ count: Int, workingDaysAfter start: Day) -> Deadline {
    var day = start
    var left = max(1, count)
    while left > 0 {
      day = day.adding(days: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return Deadline(last: day, isProvisional: isProvisional(after: start, through: day))
  }

  /// How many working days are left after a day until the end of another; 0 when that is not later.
  public func count(after day: Day, through last: Day) -> Int {
    guard day < last else { return 0 }
    return (day.number + 1...last.number).count { isWorkingDay(Day(number: $0)) }
  }
}

extension Day {
  /// Monday is 1, Sunday is 7.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let shifted = (number + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// Saturday or Sunday.
  public var isWeekend: Bool { weekday >= 6 }
}
