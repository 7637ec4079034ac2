/// What a check or a derivation says, in the small language of `checks.tsv`.
///
/// | written | means |
/// |---|---|
/// | `c`, `2.1.e` | a data item of the line's own indicator; of another |
/// | `3*c`, `100` | a whole multiple; a whole number |
/// | `sum(f)` | the sum over the years that are asked |
/// | `before(a)` | the figure of the year before |
/// | `years` | how many years are asked |
/// | `+` | the exact sum, in whole hundredths |
/// | `<=`, `>=`, `=` | between two sums |
/// | `x = 0 => …`, `no_co_builders => …`, `full_year => …` | only where x is 0; where the center has no co-builders; in years after the one of certification |
/// | `… => empty(b)` | the item must be left empty |
/// | `x = 0 <=> y = 0` | both are 0, or neither |
/// | `d = 100*b / c` | in a line of kind `derived`: rounded half up to 0.01, empty where the divisor is 0 |
public enum FactExpression: Sendable, Hashable {
  /// Must hold always.
  case always(FactComparison)
  /// Must hold where the condition does.
  case when(FactCondition, FactComparison)
  /// The item must be empty where the condition holds.
  case whenEmpty(FactCondition, FactCode)
  /// Both sums are 0, or neither.
  case zeroTogether(FactSum, FactSum)
}

/// Two sums and what must be between them.
public struct FactComparison: Sendable, Hashable {
  /// How the left side must stand to the right.
  public enum Relation: String, Sendable, Hashable {
    /// No more than.
    case atMost = "<="
    /// No less than.
    case atLeast = ">="
    /// The same.
    case equal = "="

    /// Whether it is so between two figures.
    func holds(_ left: Int, _ right: Int) -> Bool {
      switch self {
      case .atMost: left <= right
      case .atLeast: left >= right
      case .equal: left == right
      }
    }
  }

  /// The left side.
  public let left: FactSum
  /// What must be between the sides.
  public let relation: Relation
  /// The right side.
  public let right: FactSum
}

/// When a check applies.
public enum FactCondition: Sendable, Hashable {
  /// In years after the one in which the center was certified.
  case fullYear
  /// Where the center has no co-builders.
  case withoutCoBuilders
  /// Where the sum is 0.
  case zero(FactSum)
}

/// A sum of whole multiples of figures.
public struct FactSum: Sendable, Hashable {
  /// What can be multiplied and summed.
  public enum Quantity: Sendable, Hashable {
    /// The number 1.
    case one
    /// A data item, in the year that is looked at.
    case fact(FactCode)
    /// A yearly data item, summed over the years that are asked.
    case total(FactCode)
    /// A yearly data item, in the year before.
    case before(FactCode)
    /// How many years are asked.
    case years
  }

  /// A multiple.
  public struct Term: Sendable, Hashable {
    /// How many times.
    public let factor: Int
    /// Of what.
    public let quantity: Quantity
  }

  /// What is summed; never nothing.
  public let terms: [Term]
}

extension FactSum {
  /// The data items that the sum names.
  var codes: [FactCode] {
    terms.compactMap {
      switch $0.quantity {
      case .fact(let code), .total(let code), .before(let code): code
      case .one, .years: nil
      }
    }
  }

  /// The data items that are looked at in one year, not over all.
  var codesOfTheYear: [FactCode] {
    terms.compactMap {
      switch $0.quantity {
      case .fact(let code), .before(let code): code
      case .one, .years, .total: nil
      }
    }
  }

  /// The data items that must run over years.
  var codesOverYears: [FactCode] {
    terms.compactMap {
      switch $0.quantity {
      case .total(let code), .before(let code): code
      case .one, .years, .fact: nil
      }
    }
  }
}

extension FactExpression {
  /// The sums that it is made of, in the order in which they are written.
  var sums: [FactSum] {
    switch self {
    case .always(let comparison): [comparison.left, comparison.right]
    case .when(let condition, let comparison): condition.sums + [comparison.left, comparison.right]
    case .whenEmpty(let condition, _): condition.sums
    case .zeroTogether(let left, let right): [left, right]
    }
  }
}

extension FactCondition {
  /// The sum that it looks at, if it looks at one.
  var sums: [FactSum] {
    switch self {
    case .fullYear, .withoutCoBuilders: []
    case .zero(let sum): [sum]
    }
  }
}
