/// A calendar day in Cangzhou: it ends at 24:00 in Asia/Shanghai, whatever the host's zone.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// Makes a day of days since 1970-01-01.
  public init(number: Int) { self.number = number }

  /// Makes a day of the calendar; `nil` where there is no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year) else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2024-01-05`, `2024/1/5`, `2024.1.5` or `2024年1月5日`, in ASCII or full-width digits; `nil` for anything else.
  public init?(parsing text: String) {
    if let parts = text.utf8.withContiguousStorageIfAvailable({ Day.plainParts(UnsafeRawBufferPointer($0)) }) ?? nil {
      self.init(parts.year, parts.month, parts.day)
      return
    }
    var parts: [Int] = []
    var current: Int?
    var signs: [UInt32] = []
    for scalar in text.unicodeScalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x30...0x39:
        let next = (current ?? 0) * 10 + Int(value - 0x30)
        if next > 9999 { return nil }
        current = next
      case 0x2D, 0x2E, 0x2F, 0x5E74, 0x6708, 0x65E5:
        guard let number = current else { return nil }
        parts.append(number)
        signs.append(value)
        current = nil
      default: return nil
      }
    }
    if let number = current { parts.append(number) }
    let lawful: [[UInt32]] = [[0x2D, 0x2D], [0x2E, 0x2E], [0x2F, 0x2F], [0x5E74, 0x6708, 0x65E5]]
    guard parts.count == 3, lawful.contains(signs), parts[0] >= 1000 else { return nil }
    self.init(parts[0], parts[1], parts[2])
  }

  /// Whether the bytes of a text are a day of the calendar in the form that files and the store hold, `2024-01-05`.
  public static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let (year, month, day) = plainParts(text) else { return false }
    return Day(year, month, day) != nil
  }

  /// The parts of `2024-01-05`, the form that files and the store hold; `nil` for any other.
  private static func plainParts(_ bytes: UnsafeRawBufferPointer) -> (year: Int, month: Int, day: Int)? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[0] != 0x30 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for index in range {
        guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
        number = number &* 10 &+ Int(bytes[index] &- 0x30)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return (year, month, day)
  }

  /// Year, month and day of the calendar.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// The calendar year.
  public var year: Int { components.year }

  /// As it is written into files: `2024-01-05`.
  public var description: String {
    let (year, month, day) = components
    func digit(_ value: Int) -> UInt8 { UInt8(0x30 + value % 10) }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      let written = [
        digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), 0x2D, digit(month / 10), digit(month), 0x2D,
        digit(day / 10), digit(day),
      ]
      return bytes.initialize(fromContentsOf: written)
    }
  }

  /// The day so many days later.
  public func adding(days: Int) -> Day { Day(number: number + days) }
  /// The same day of the calendar so many years later; of 29 February, in a year without one, the 28th.
  public func adding(years: Int) -> Day {
    let (year, month, day) = components
    return Day(year + years, month, day) ?? Day(year + years, month, 28) ?? self
  }

  /// Compares by time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
