import Wording

/// A first-level indicator (一级指标) of the table, with the second-level ones under it.
public struct IndicatorGroup: Sendable, Hashable {
  /// `1` … `5`.
  public let code: String
  /// Its name; the English is this program's own.
  public let name: Phrase
  /// Its weight in points; the five sum to 100.
  public let weight: Int
  /// The second-level indicators, in the order of the table.
  public let indicators: [Indicator]
}

/// A second-level indicator (二级指标): what an expert gives points for.
public struct Indicator: Sendable, Hashable {
  /// Its code, `1.1` … `5.4`.
  public let code: IndicatorCode
  /// Its name; the English is this program's own.
  public let name: Phrase
  /// The most points that it can earn.
  public let weight: Int
  /// The evaluation points (评估要点): in Chinese word for word as the regulation has them, with its numbers where it numbers them.
  public let points: [Phrase]
  /// The data items behind it, in the order of their codes.
  public let facts: [Fact]

  /// The most points that it can earn, as points.
  public var fullPoints: Points { Points(whole: weight) }
}
