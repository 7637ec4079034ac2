import Regulation
import Widgets

extension Day {
  /// A day as people type it: as files carry it (`2026-06-30`, `2026/6/30`, `2026年6月30日`), or as eight digits without signs between them
  /// (`20260630`); `nil` where it is none.
  init?(typed text: String) {
    let plain = text.filter { !$0.isWhitespace }
    if let day = Day(parsing: plain) {
      self = day
      return
    }
    let digits = NumberField.reading(of: plain)
    guard digits.count == 8, let number = Int(digits), number >= 0 else { return nil }
    self.init(number / 10_000, number / 100 % 100, number % 100)
  }
}
