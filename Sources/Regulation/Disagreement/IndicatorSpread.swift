/// How far the sheets of a center lie apart on one indicator (article 25): where a disagreement comes from.
public struct IndicatorSpread: Sendable, Hashable {
  /// The indicator.
  public let indicator: IndicatorCode
  /// The least that a sheet gives.
  public let lowest: Points
  /// The most that a sheet gives.
  public let highest: Points

  /// How far they lie apart, in points: what it can add to the distance of the totals.
  public var spread: Points { highest - lowest }

  /// The indicators on which the sheets of a center differ, the widest apart first, of equal ones in the order of the table; none of fewer than
  /// two sheets.
  public static func found(in sheets: [SubmittedSheet]) -> [IndicatorSpread] {
    guard sheets.count >= 2 else { return [] }
    let spreads = IndicatorCode.all.compactMap { code -> IndicatorSpread? in
      let points = sheets.map { $0.points[code] }
      guard let lowest = points.min(), let highest = points.max(), lowest < highest else { return nil }
      return IndicatorSpread(indicator: code, lowest: lowest, highest: highest)
    }
    return spreads.sorted { $0.spread == $1.spread ? $0.indicator < $1.indicator : $0.spread > $1.spread }
  }
}
