/// The figures of a form, the derived ones included, as checks and derivations read them: in whole hundredths, `nil` while empty.
struct FactReading {
  let sheet: FactSheet
  let system: IndicatorSystem
  private(set) var derived: [FactKey: Hundredths] = [:]

  init(_ sheet: FactSheet, _ system: IndicatorSystem) {
    self.sheet = sheet
    self.system = system
    for derivation in system.derivations {
      guard let fact = system.fact(derivation.target) else { continue }
      for place in sheet.places(of: fact) {
        if let figure = value(derivation, year: place.year) { derived[place] = figure }
      }
    }
  }

  /// The figure of an item in a year; the year counts for nothing where the item has one value for the round.
  func figure(_ code: FactCode, year: Int?) -> Hundredths? {
    guard let place = place(code, year: year) else { return nil }
    return derived[place] ?? sheet.entries[place]?.value?.figure
  }

  func place(_ code: FactCode, year: Int?) -> FactKey? {
    guard let fact = system.fact(code) else { return nil }
    guard fact.per.isYearly else { return FactKey(code) }
    return year.flatMap { sheet.years.contains($0) ? FactKey(code, year: $0) : nil }
  }

  /// A sum in hundredths; `nil` while one of its inputs is empty.
  func value(_ sum: FactSum, year: Int?) -> Int? {
    var total = 0
    for term in sum.terms {
      guard let quantity = value(term.quantity, year: year) else { return nil }
      let (product, tooLarge) = quantity.multipliedReportingOverflow(by: term.factor)
      let (next, over) = total.addingReportingOverflow(product)
      if tooLarge || over { return nil }
      total = next
    }
    return total
  }

  /// The items and years that a sum looks at, in the order in which it names them.
  func places(_ sum: FactSum, year: Int?) -> [FactKey] {
    sum.terms.flatMap { term -> [FactKey] in
      switch term.quantity {
      case .one, .years: []
      case .fact(let code): place(code, year: year).map { [$0] } ?? []
      case .before(let code): place(code, year: year.map { $0 - 1 }).map { [$0] } ?? []
      case .total(let code): sheet.years.compactMap { place(code, year: $0) }
      }
    }
  }

  /// Whether a condition holds; `nil` while one of its inputs is empty.
  func holds(_ condition: FactCondition, year: Int?) -> Bool? {
    switch condition {
    case .fullYear: year.map { $0 > sheet.certificationYear }
    case .withoutCoBuilders: sheet.coBuilders.map { $0 == 0 }
    case .zero(let sum): value(sum, year: year).map { $0 == 0 }
    }
  }

  /// Whether an expression holds; `nil` while it is suspended.
  func holds(_ expression: FactExpression, year: Int?) -> Bool? {
    switch expression {
    case .always(let comparison): return holds(comparison, year: year)
    case .when(let condition, let comparison):
      guard let applies = holds(condition, year: year), let holds = holds(comparison, year: year) else { return nil }
      return !applies || holds
    case .whenEmpty(let condition, let code):
      guard let applies = holds(condition, year: year), let place = place(code, year: year) else { return nil }
      return !applies || sheet.entries[place]?.value == nil
    case .zeroTogether(let left, let right):
      guard let left = value(left, year: year), let right = value(right, year: year) else { return nil }
      return (left == 0) == (right == 0)
    }
  }

  private func holds(_ comparison: FactComparison, year: Int?) -> Bool? {
    guard let left = value(comparison.left, year: year), let right = value(comparison.right, year: year) else { return nil }
    return comparison.relation.holds(left, right)
  }

  private func value(_ quantity: FactSum.Quantity, year: Int?) -> Int? {
    switch quantity {
    case .one: return 100
    case .years: return sheet.years.count * 100
    case .fact(let code): return figure(code, year: year)?.hundredths
    case .before(let code): return year.flatMap { figure(code, year: $0 - 1)?.hundredths }
    case .total(let code):
      var total = 0
      for year in sheet.years {
        guard let figure = figure(code, year: year) else { return nil }
        total += figure.hundredths
      }
      return total
    }
  }

  private func value(_ derivation: FactDerivation, year: Int?) -> Hundredths? {
    // Without a year that is asked, a sum over years is of nothing and not 0.
    if sheet.years.isEmpty { return nil }
    guard let sum = value(derivation.sum, year: year) else { return nil }
    guard let divisor = derivation.divisor else { return Hundredths(sum) }
    guard let by = value(divisor, year: year), by > 0 else { return nil }
    let (hundredfold, tooLarge) = sum.multipliedReportingOverflow(by: 100)
    return tooLarge ? nil : Hundredths(HalfUp.divide(hundredfold, by: by))
  }
}
