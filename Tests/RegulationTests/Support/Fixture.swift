import Foundation
import Regulation
import Testing

/// The texts that tests compare with.
enum Fixture {
  /// The regulation, as it was published.
  static func regulation() throws -> String {
    let url = try #require(Bundle.module.url(forResource: "regulation", withExtension: "txt", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// The table in force.
  static func system() throws -> IndicatorSystem { try IndicatorSystem.standard.get() }

  /// The code of an indicator.
  static func code(_ text: String) throws -> IndicatorCode { try #require(IndicatorCode(text)) }

  /// A sheet whose total is this many hundredths, filled indicator by indicator up to each weight.
  static func sheet(_ login: String, total: Int) throws -> SubmittedSheet {
    var rest = total
    let weights = try system().weights
    let points = PerIndicator<Points>(each: { code in
      let here = min(rest, weights[code].hundredths)
      rest -= here
      return Points(here)
    })
    try #require(rest == 0)
    return SubmittedSheet(login: login, points: points)
  }
}
