/// An instant, in whole milliseconds since 1970-01-01 00:00 UTC.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public let milliseconds: Int64

  /// Makes an instant of milliseconds since 1970-01-01 00:00 UTC.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Midnight at the start of a day in Asia/Shanghai, plus seconds.
  public init(_ day: Day, seconds: Int = 0) {
    milliseconds = (Int64(day.number) * 86_400 - Moment.shanghai + Int64(seconds)) * 1000
  }

  /// The day in Asia/Shanghai (UTC+8, without summer time since 1991).
  public var day: Day {
    let seconds = Moment.floorDivide(milliseconds, 1000) + Moment.shanghai
    return Day(number: Int(Moment.floorDivide(seconds, 86_400)))
  }

  /// In UTC, as the audit chain writes it: `2026-11-24T05:49:28.123Z`.
  public var description: String {
    let day = Day(number: Int(Moment.floorDivide(milliseconds, 86_400_000)))
    let rest = milliseconds - Int64(day.number) * 86_400_000
    return "\(day)T\(Moment.clock(rest / 1000)).\(String(1000 + rest % 1000).dropFirst())Z"
  }

  /// Hours and minutes in Asia/Shanghai: `13:49`.
  public var shanghaiTime: String {
    let local = milliseconds + Moment.shanghai * 1000
    return String(Moment.clock((local - Moment.floorDivide(local, 86_400_000) * 86_400_000) / 1000).prefix(5))
  }

  /// Compares by time.
  public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

  private static let shanghai: Int64 = 8 * 3600

  private static func floorDivide(_ value: Int64, _ by: Int64) -> Int64 { value >= 0 ? value / by : -((-value + by - 1) / by) }

  private static func clock(_ seconds: Int64) -> String {
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
  }
}
