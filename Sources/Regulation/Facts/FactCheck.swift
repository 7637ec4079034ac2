/// Something that must fit together among the data items of a form.
public struct FactCheck: Sendable, Hashable {
  /// How much it weighs.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Keeps the form from being submitted.
    case error
    /// Asks for a remark, and shows the reviewer a flag.
    case doubt
  }

  /// The indicator under which it is shown.
  public let indicator: IndicatorCode
  /// How much it weighs.
  public let severity: Severity
  /// What must hold.
  public let expression: FactExpression
  /// As the data write it: `b + c <= a`.
  public let text: String
  /// The article that a breach speaks of; such a check is about the center and never an input error.
  public let article: String?
  /// Whether it is looked at year by year.
  public let isYearly: Bool
}

/// How a derived figure is computed.
public struct FactDerivation: Sendable, Hashable {
  /// The derived item.
  public let target: FactCode
  /// What is summed.
  public let sum: FactSum
  /// What the sum is divided by; the figure is rounded half up to 0.01, and empty where this is 0.
  public let divisor: FactSum?
  /// As the data write it: `d = 100*b / c`.
  public let text: String

  /// The items that it rests on.
  var codes: [FactCode] { sum.codes + (divisor?.codes ?? []) }
}
