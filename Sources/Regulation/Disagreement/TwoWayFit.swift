/// The least squares of `total = center + expert` over connected sheets, with expert effects that sum to 0.
///
/// The centers are eliminated: an expert's row then holds the sheets, less what is shared with others through the centers' means. What is
/// left is singular only in that all effects may move together; adding the same small number to every entry fixes their sum at 0 and
/// changes nothing else.
struct TwoWayFit {
  /// An expert's effect with its standard error, rounded half up to 0.01.
  struct Effect: Equatable {
    let points: Points
    let error: Points?
  }

  /// The effects, by login.
  let effects: [String: Effect]

  /// Fits sheets that connect all their experts; `nil` where they do not, or there are none.
  init?(_ totals: [ExpertSeverity.Total]) {
    // One order whatever the order of the sheets, so that the last digits are the same everywhere.
    let ordered = totals.sorted {
      $0.center == $1.center
        ? $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) : $0.center.utf8.lexicographicallyPrecedes($1.center.utf8)
    }
    let logins = Set(ordered.map(\.login)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if logins.isEmpty { return nil }
    let number = Dictionary(uniqueKeysWithValues: logins.enumerated().map { ($1, $0) })
    let centers = Dictionary(grouping: ordered, by: \.center)
    let count = logins.count
    let tie = 1 / Double(count)
    var matrix = SymmetricMatrix(count, filledWith: tie)
    var right = [Double](repeating: 0, count: count)
    for code in centers.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let own = centers[code] ?? []
      let experts = own.compactMap { number[$0.login] }
      let share = 1 / Double(own.count)
      let mean = own.reduce(0) { $0 + Double($1.total.hundredths) } * share
      for (place, expert) in experts.enumerated() {
        matrix[expert, expert] += 1
        right[expert] += Double(own[place].total.hundredths) - mean
        for other in experts where other <= expert { matrix[expert, other] -= share }
      }
    }
    guard let factor = CholeskyFactor(matrix) else { return nil }
    let solution = factor.solve(right)

    var squares = 0.0
    for code in centers.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let left = (centers[code] ?? []).compactMap { sheet in
        number[sheet.login].map { Double(sheet.total.hundredths) - solution[$0] }
      }
      let worth = left.reduce(0, +) / Double(left.count)
      squares += left.reduce(0) { $0 + ($1 - worth) * ($1 - worth) }
    }
    let freedom = ordered.count - centers.count - count + 1
    let variance = freedom > 0 ? squares / Double(freedom) : nil
    var effects: [String: Effect] = [:]
    for (index, login) in logins.enumerated() {
      let error = variance.map { variance in
        Points(TwoWayFit.rounded((max(0, variance * (factor.inverseDiagonal(index) - tie))).squareRoot()))
      }
      effects[login] = Effect(points: Points(TwoWayFit.rounded(solution[index])), error: error)
    }
    self.effects = effects
  }

  /// Half up, as every figure on the desk; what lies a hair below a half only by floating point goes up too.
  private static func rounded(_ value: Double) -> Int { Int((value + 0.5 + 1e-6).rounded(.down)) }
}

/// A symmetric matrix, of which the lower half is kept.
struct SymmetricMatrix {
  let size: Int
  private var values: [Double]

  init(_ size: Int, filledWith value: Double) {
    self.size = size
    values = Array(repeating: value, count: size * (size + 1) / 2)
  }

  /// - Parameter column: no more than the row.
  subscript(row: Int, column: Int) -> Double {
    get { values[row * (row + 1) / 2 + column] }
    set { values[row * (row + 1) / 2 + column] = newValue }
  }
}

/// The factor L of a positive definite matrix L·Lᵀ, by Cholesky's method.
struct CholeskyFactor {
  private var lower: SymmetricMatrix

  /// Factors a matrix; `nil` where it is not positive definite.
  init?(_ matrix: SymmetricMatrix) {
    lower = matrix
    for row in 0..<matrix.size {
      for column in 0...row {
        var rest = matrix[row, column]
        for place in 0..<column { rest -= lower[row, place] * lower[column, place] }
        if row == column {
          // The smallest that is lawful here is far above what rounding leaves.
          if rest < 1e-9 { return nil }
          lower[row, row] = rest.squareRoot()
        } else {
          lower[row, column] = rest / lower[column, column]
        }
      }
    }
  }

  /// Solves for a right side.
  func solve(_ right: [Double]) -> [Double] {
    var values = right
    for row in 0..<lower.size {
      for column in 0..<row { values[row] -= lower[row, column] * values[column] }
      values[row] /= lower[row, row]
    }
    for row in (0..<lower.size).reversed() {
      for below in row + 1..<max(lower.size, row + 1) { values[row] -= lower[below, row] * values[below] }
      values[row] /= lower[row, row]
    }
    return values
  }

  /// An entry on the diagonal of the inverse.
  func inverseDiagonal(_ index: Int) -> Double {
    var unit = [Double](repeating: 0, count: lower.size)
    unit[index] = 1
    return solve(unit)[index]
  }
}
