/// Points as somebody types them: a figure, or a share of the indicator's weight (附表).
public enum PointsEntry {
  /// By how much one nudge moves: half a point.
  public static let step = Points(50)

  /// Reads `8.5`, `８．５` or `85%`.
  ///
  /// - Parameters:
  ///   - text: what was typed; digits and signs may be full-width.
  ///   - weight: the most points of the indicator.
  /// - Returns: points from 0 to the weight; a share is rounded half up to 0.01.
  /// - Throws: ``NumberError``, with the weight as the limit (100 for a share).
  public static func parse(_ text: String, weight: Points) throws(NumberError) -> Points {
    var figure = Substring(text)
    while let last = figure.last, last.isWhitespace { figure = figure.dropLast() }
    guard let sign = figure.last, sign == "%" || sign == "％" else {
      return try points(DecimalText(text).hundredths(), upTo: weight)
    }
    let share: Points
    do {
      share = try points(DecimalText(String(figure.dropLast())).hundredths(), upTo: Points(whole: 100))
    } catch .above {
      throw .aboveWhole
    }
    return PointsEntry.points(share: share, of: weight)
  }

  /// A share of a weight, rounded half up to 0.01.
  ///
  /// - Parameter share: in percent, 0 … 100.
  public static func points(share: Hundredths, of weight: Points) -> Points {
    Points(HalfUp.divide(weight.hundredths * share.hundredths, by: 10_000))
  }

  /// Points moved by some nudges of half a point, never below 0 nor above the weight; an indicator without points starts at 0.
  public static func nudge(_ points: Points?, by nudges: Int, weight: Points) -> Points {
    let limit = weight.hundredths / step.hundredths + 1
    let moved = (points ?? .zero).hundredths + min(max(nudges, -limit), limit) * step.hundredths
    return Points(min(max(moved, 0), weight.hundredths))
  }

  private static func points(_ hundredths: Int, upTo limit: Points) throws(NumberError) -> Points {
    if hundredths < 0 { throw .negative }
    if hundredths > limit.hundredths { throw .above(limit) }
    return Points(hundredths)
  }
}
