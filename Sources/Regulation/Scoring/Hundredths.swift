/// A figure held as whole hundredths: points, money (万元), areas (m²) and percents. Never floating point, so sums compare exactly.
public struct Hundredths: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The figure in hundredths: `450` is 4.50.
  public var hundredths: Int

  /// Nothing.
  public static let zero = Hundredths(0)

  /// Makes a figure of whole hundredths.
  public init(_ hundredths: Int) { self.hundredths = hundredths }

  /// Makes a figure of whole units: `Hundredths(whole: 5)` is 5.00.
  public init(whole: Int) { hundredths = whole * 100 }

  /// Reads a decimal number as people write it: ASCII or full-width digits, `,` between thousands, at most two decimals.
  public init(parsing text: String) throws(NumberError) {
    hundredths = try DecimalText(text).hundredths()
  }

  /// With two decimals, as it is written into files: `4.50`.
  public var description: String {
    let magnitude = hundredths.magnitude
    let fraction = magnitude % 100
    return (hundredths < 0 ? "-" : "") + String(magnitude / 100) + "." + (fraction < 10 ? "0" : "") + String(fraction)
  }

  /// Compares the figures.
  public static func < (left: Hundredths, right: Hundredths) -> Bool { left.hundredths < right.hundredths }
  /// The exact sum.
  public static func + (left: Hundredths, right: Hundredths) -> Hundredths { Hundredths(left.hundredths + right.hundredths) }
  /// The exact difference.
  public static func - (left: Hundredths, right: Hundredths) -> Hundredths { Hundredths(left.hundredths - right.hundredths) }
  /// Adds exactly.
  public static func += (left: inout Hundredths, right: Hundredths) { left.hundredths += right.hundredths }
}

/// Points of a sheet (得分): 0 … the weight of the indicator, at most two decimals (附表).
public typealias Points = Hundredths
