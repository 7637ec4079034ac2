import Wording

/// Reads `checks.tsv` against the data items that there are.
enum CheckLoading {
  static func read(_ bytes: [UInt8], facts: [Fact]) throws(DataError) -> ([FactDerivation], [FactCheck]) {
    let table = try DataTable("checks", bytes, columns: ["indicator", "kind", "expression", "article"])
    let known = Dictionary(uniqueKeysWithValues: facts.map { ($0.code, $0) })
    var derivations: [FactDerivation] = []
    var checks: [FactCheck] = []
    for row in table.rows {
      guard let indicator = IndicatorCode(row.fields[0]) else {
        throw DataError("checks", row.fields[0], "indicator", zh: "未知", en: "is unknown")
      }
      let place = Place(object: "\(indicator) “\(row.fields[2])”", facts: known)
      if row.fields[1] == "derived" {
        derivations.append(try derivation(row.fields, of: indicator, place, after: derivations))
      } else {
        checks.append(try check(row.fields, of: indicator, place))
      }
    }
    for fact in facts where fact.kind == .derived && !derivations.contains(where: { $0.target == fact.code }) {
      throw DataError("checks", "\(fact.code)", "expression", zh: "没有计算方法", en: "is not there: a derived item must say how it is computed")
    }
    return (derivations, checks)
  }

  /// Where one is in the table, for what is said when something is wrong.
  private struct Place {
    let object: String
    let facts: [FactCode: Fact]

    func error(_ field: String, zh: String, en: String) -> DataError { DataError("checks", object, field, zh: zh, en: en) }

    func fact(_ code: FactCode) throws(DataError) -> Fact {
      guard let fact = facts[code] else { throw error("expression", zh: "所指 \(code) 不存在", en: "names \(code), which there is not") }
      return fact
    }

    /// Every item of a sum is a figure, and runs over years where the sum asks that of it.
    func check(_ sum: FactSum) throws(DataError) {
      for code in sum.codes where !(try fact(code).isFigure) {
        throw error("expression", zh: "所指 \(code) 不是数字", en: "names \(code), which is no figure")
      }
      for code in sum.codesOverYears where !(try fact(code).per.isYearly) {
        throw error("expression", zh: "所指 \(code) 不按年度", en: "names \(code), which does not run over years")
      }
    }

    func isYearly(_ sums: [FactSum]) throws(DataError) -> Bool {
      for code in sums.flatMap(\.codesOfTheYear) where try fact(code).per.isYearly { return true }
      return false
    }
  }

  private static func check(_ fields: [String], of indicator: IndicatorCode, _ place: Place) throws(DataError) -> FactCheck {
    guard let severity = FactCheck.Severity(rawValue: fields[1]) else {
      throw place.error("kind", zh: "“\(fields[1])”未知", en: "“\(fields[1])” is unknown")
    }
    guard let expression = FactExpressionParser.expression(fields[2], of: indicator) else {
      throw place.error("expression", zh: "无法读取", en: "cannot be read")
    }
    if severity == .error, !fields[3].isEmpty {
      throw place.error("article", zh: "违反条款是对中心的意见，不能作为填报错误", en: "must be empty: a breach of an article is never an input error")
    }
    for sum in expression.sums { try place.check(sum) }
    var yearly = try place.isYearly(expression.sums)
    if case .whenEmpty(_, let code) = expression, try place.fact(code).per.isYearly { yearly = true }
    return FactCheck(
      indicator: indicator, severity: severity, expression: expression, text: fields[2], article: fields[3].isEmpty ? nil : fields[3],
      isYearly: yearly)
  }

  private static func derivation(
    _ fields: [String], of indicator: IndicatorCode, _ place: Place, after earlier: [FactDerivation]
  ) throws(DataError) -> FactDerivation {
    guard let (target, sum, divisor) = FactExpressionParser.derivation(fields[2], of: indicator) else {
      throw place.error("expression", zh: "无法读取", en: "cannot be read")
    }
    let fact = try place.fact(target)
    guard fact.kind == .derived else {
      throw place.error("expression", zh: "所算 \(target) 不是派生项", en: "computes \(target), which is not a derived item")
    }
    if earlier.contains(where: { $0.target == target }) {
      throw place.error("expression", zh: "重复计算 \(target)", en: "computes \(target) a second time")
    }
    let sums = [sum] + (divisor.map { [$0] } ?? [])
    for sum in sums { try place.check(sum) }
    if try place.isYearly(sums), !fact.per.isYearly {
      throw place.error("expression", zh: "\(target) 不按年度，所依据的却按年度", en: "rests on yearly items, but \(target) is one for the round")
    }
    let derivation = FactDerivation(target: target, sum: sum, divisor: divisor, text: fields[2])
    for code in derivation.codes where try place.fact(code).kind == .derived {
      guard earlier.contains(where: { $0.target == code }) else {
        throw place.error("expression", zh: "所依据的 \(code) 尚未计算", en: "rests on \(code), which is not computed before it")
      }
    }
    return derivation
  }
}
