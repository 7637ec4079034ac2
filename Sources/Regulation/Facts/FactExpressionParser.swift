/// Reads the small language of ``FactExpression``; `nil` for what it does not know.
struct FactExpressionParser {
  private let indicator: IndicatorCode
  private let tokens: [Substring]
  private var place = 0

  /// - Parameter indicator: the one to which a single letter belongs.
  init(_ text: String, of indicator: IndicatorCode) {
    self.indicator = indicator
    tokens = text.split(separator: " ")
  }

  /// A line of kind `error` or `doubt`.
  static func expression(_ text: String, of indicator: IndicatorCode) -> FactExpression? {
    var parser = FactExpressionParser(text, of: indicator)
    guard let expression = parser.expression(), parser.atEnd else { return nil }
    return expression
  }

  /// A line of kind `derived`: the item, and the sum and divisor that make it.
  static func derivation(_ text: String, of indicator: IndicatorCode) -> (FactCode, FactSum, FactSum?)? {
    var parser = FactExpressionParser(text, of: indicator)
    guard let target = parser.next().flatMap(parser.code), parser.take("="), let sum = parser.sum() else { return nil }
    if parser.atEnd { return (target, sum, nil) }
    guard parser.take("/"), let divisor = parser.sum(), parser.atEnd else { return nil }
    return (target, sum, divisor)
  }

  private var atEnd: Bool { place == tokens.count }

  private mutating func next() -> Substring? {
    guard place < tokens.count else { return nil }
    place += 1
    return tokens[place - 1]
  }

  private mutating func take(_ token: Substring) -> Bool {
    guard place < tokens.count, tokens[place] == token else { return false }
    place += 1
    return true
  }

  private mutating func expression() -> FactExpression? {
    if take("full_year") { return take("=>") ? consequence(of: .fullYear) : nil }
    if take("no_co_builders") { return take("=>") ? consequence(of: .withoutCoBuilders) : nil }
    guard let first = comparison() else { return nil }
    if atEnd { return .always(first) }
    guard first.relation == .equal, first.right == .nothing else { return nil }
    if take("=>") { return consequence(of: .zero(first.left)) }
    guard take("<=>"), let second = comparison(), second.relation == .equal, second.right == .nothing else { return nil }
    return .zeroTogether(first.left, second.left)
  }

  private mutating func consequence(of condition: FactCondition) -> FactExpression? {
    if place < tokens.count, let inner = argument(of: "empty", in: tokens[place]) {
      place += 1
      return code(inner).map { .whenEmpty(condition, $0) }
    }
    return comparison().map { .when(condition, $0) }
  }

  private mutating func comparison() -> FactComparison? {
    guard let left = sum(), let relation = next().flatMap({ FactComparison.Relation(rawValue: String($0)) }), let right = sum()
    else { return nil }
    return FactComparison(left: left, relation: relation, right: right)
  }

  private mutating func sum() -> FactSum? {
    var terms: [FactSum.Term] = []
    repeat {
      guard let term = next().flatMap(term) else { return nil }
      terms.append(term)
    } while take("+")
    return FactSum(terms: terms)
  }

  private func term(_ token: Substring) -> FactSum.Term? {
    if let number = Int(token) { return FactSum.Term(factor: number, quantity: .one) }
    let parts = token.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count <= 2, let last = parts.last, let quantity = quantity(last) else { return nil }
    guard parts.count == 2 else { return FactSum.Term(factor: 1, quantity: quantity) }
    return Int(parts[0]).map { FactSum.Term(factor: $0, quantity: quantity) }
  }

  private func quantity(_ token: Substring) -> FactSum.Quantity? {
    if token == "years" { return .years }
    if let inner = argument(of: "sum", in: token) { return code(inner).map { .total($0) } }
    if let inner = argument(of: "before", in: token) { return code(inner).map { .before($0) } }
    return code(token).map { .fact($0) }
  }

  private func argument(of function: String, in token: Substring) -> Substring? {
    guard token.hasPrefix(function + "("), token.hasSuffix(")") else { return nil }
    return token.dropFirst(function.count + 1).dropLast()
  }

  private func code(_ token: Substring) -> FactCode? {
    token.utf8.count == 1 ? FactCode("\(indicator).\(token)") : FactCode(String(token))
  }
}

extension FactSum {
  /// The number 0.
  static let nothing = FactSum(terms: [Term(factor: 0, quantity: .one)])
}
