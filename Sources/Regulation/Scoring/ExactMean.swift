/// A mean before it is rounded: a sum of whole hundredths and by how many it is divided.
public struct ExactMean: Sendable, Hashable {
  /// The sum, in hundredths.
  public let sum: Int
  /// By how many it is divided; above 0.
  public let count: Int

  /// The mean of some figures; `nil` of none.
  public init?(_ figures: some Collection<Hundredths>) {
    if figures.isEmpty { return nil }
    sum = figures.reduce(0) { $0 + $1.hundredths }
    count = figures.count
  }

  /// Rounded half up to 0.01: 59.995 is 60.00.
  public var rounded: Hundredths { Hundredths(HalfUp.divide(sum, by: count)) }
}

/// Division of whole numbers, rounded half up: a half goes towards the larger number.
enum HalfUp {
  /// - Parameter divisor: above 0.
  static func divide(_ dividend: Int, by divisor: Int) -> Int {
    let quotient = dividend / divisor
    let rest = dividend % divisor
    let (floor, left) = rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    // Compared this way round so that doubling cannot overflow.
    return left >= divisor - left ? floor + 1 : floor
  }
}
