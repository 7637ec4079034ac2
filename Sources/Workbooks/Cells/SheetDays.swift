import Regulation

/// How a workbook counts days.
public enum SheetDays: Sendable, Hashable {
  /// 1 is 1 January 1900, and 60 a 29 February that there never was.
  case from1900
  /// 0 is 1 January 1904.
  case from1904

  /// The numbers that are taken for days where nothing but the column says that they are: those of 1990 to 2099.
  public static let plausible = 32_874...73_050

  /// The day of a number; nil where there is none.
  public func day(_ serial: Int) -> Day? {
    let number =
      switch self {
      case .from1904: serial + 1462 - 25_569
      case .from1900 where serial == 60: Int.min
      // Before the day that never was, all are one too small.
      case .from1900: serial - 25_569 + (serial < 60 ? 1 : 0)
      }
    guard serial >= (self == .from1900 ? 1 : 0), serial <= 2_958_465, number != Int.min else { return nil }
    return Day(number: number)
  }

  /// The number of a day in a workbook that counts from 1900; nil for one before March of that year.
  public static func serial(of day: Day) -> Int? {
    let serial = day.number + 25_569
    return (61...2_958_465).contains(serial) ? serial : nil
  }

  /// The day that a spreadsheet has written into CSV otherwise than people do: as a bare number, where its cell looked like one, or with a midnight
  /// behind it (`2024/1/5 0:00`); nil for any other text.
  public static func day(written text: String) -> Day? {
    if text.utf8.count == 5, let serial = Int(text), plausible.contains(serial) { return SheetDays.from1900.day(serial) }
    let parts = text.split(separator: " ")
    guard parts.count == 2, ["0:00", "00:00", "0:00:00", "00:00:00"].contains(parts[1]) else { return nil }
    return Day(parsing: String(parts[0]))
  }
}
