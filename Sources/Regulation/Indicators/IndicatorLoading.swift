import Wording

extension IndicatorSystem {
  /// Reads the three tables and checks all that must hold between them.
  ///
  /// - Parameters:
  ///   - indicators: columns `kind code weight zh en`; kind is `table` (its code is the version), `group`, `indicator` or `point`.
  ///   - facts: columns `code zh en unit_or_choices kind per`; choices are separated by `/`.
  ///   - checks: columns `indicator kind expression article`; kind is `error`, `doubt` or `derived`; the language of the
  ///     expressions is told at ``FactExpression``.
  /// - Throws: ``DataError`` that names the code and the field: weights that do not sum, a code twice, out of order or unknown, an
  ///   indicator without evaluation points or data items, choices of what is no choice, a check that names an item that there is not
  ///   or that is no figure, a derived item without a derivation or with one that rests on itself.
  public static func load(indicators: [UInt8], facts: [UInt8], checks: [UInt8]) throws(DataError) -> IndicatorSystem {
    let factList = try FactLoading.facts(facts)
    let table = try IndicatorTable(indicators)
    let groups = try table.groups(with: Dictionary(grouping: factList) { $0.code.indicator })
    let byCode = Dictionary(uniqueKeysWithValues: groups.flatMap(\.indicators).map { ($0.code, $0) })
    let all = try PerIndicator<Indicator>(each: { (code: IndicatorCode) throws(DataError) in
      guard let indicator = byCode[code] else {
        throw DataError("indicators", "\(code)", "code", zh: "缺少", en: "is missing")
      }
      return indicator
    })
    let (derivations, rules) = try CheckLoading.read(checks, facts: factList)
    return IndicatorSystem(
      version: table.version, name: table.name, groups: groups, indicators: all, facts: factList, derivations: derivations,
      checks: rules)
  }
}

/// The lines of `indicators.tsv`, put in their places.
private struct IndicatorTable {
  struct Line {
    let code: String
    let weight: Int
    let name: Phrase
    var children: [Line] = []
    var points: [Phrase] = []
  }

  private(set) var version = ""
  private(set) var name = Phrase(same: "")
  private var total = 0
  private var lines: [Line] = []

  init(_ bytes: [UInt8]) throws(DataError) {
    let table = try DataTable("indicators", bytes, columns: ["kind", "code", "weight", "zh", "en"])
    var codes: Set<String> = []
    for row in table.rows {
      let (kind, code) = (row.fields[0], row.fields[1])
      let name = Phrase(zh: row.fields[3], en: row.fields[4])
      if name.zh.isEmpty { throw DataError("indicators", code, "zh", zh: "为空", en: "is empty") }
      if name.en.isEmpty { throw DataError("indicators", code, "en", zh: "为空", en: "is empty") }
      if kind == "point" {
        guard row.fields[2].isEmpty else { throw DataError("indicators", code, "weight", zh: "须为空", en: "must be empty for a point") }
        guard let group = lines.indices.last, let own = lines[group].children.indices.last, lines[group].children[own].code == code
        else { throw DataError("indicators", code, "code", zh: "不在其指标之下", en: "does not follow its indicator") }
        lines[group].children[own].points.append(name)
        continue
      }
      guard codes.insert(code).inserted else { throw DataError("indicators", code, "code", zh: "重复", en: "stands twice") }
      guard let weight = Int(row.fields[2]), weight > 0 else {
        throw DataError("indicators", code, "weight", zh: "须为正整数", en: "must be a whole number above 0")
      }
      switch kind {
      case "table" where version.isEmpty && !code.isEmpty: (version, self.name, total) = (code, name, weight)
      case "group": lines.append(Line(code: code, weight: weight, name: name))
      case "indicator":
        guard let group = lines.indices.last, code.hasPrefix(lines[group].code + ".") else {
          throw DataError("indicators", code, "code", zh: "不在其一级指标之下", en: "does not stand under its group")
        }
        lines[group].children.append(Line(code: code, weight: weight, name: name))
      default: throw DataError("indicators", code, "kind", zh: "“\(kind)”未知", en: "“\(kind)” is unknown here")
      }
    }
  }

  func groups(with facts: [IndicatorCode: [Fact]]) throws(DataError) -> [IndicatorGroup] {
    if version.isEmpty { throw DataError("indicators", "table", "code", zh: "缺少", en: "is missing") }
    try check(lines, sumTo: total, of: "table")
    var groups: [IndicatorGroup] = []
    for (place, line) in lines.enumerated() {
      guard line.code == "\(place + 1)" else { throw DataError("indicators", line.code, "code", zh: "次序不对", en: "is out of order") }
      try check(line.children, sumTo: line.weight, of: line.code)
      var own: [Indicator] = []
      for (number, child) in line.children.enumerated() {
        guard let code = IndicatorCode(child.code), child.code == "\(place + 1).\(number + 1)" else {
          throw DataError("indicators", child.code, "code", zh: "不在附表中或次序不对", en: "is not in the table, or out of order")
        }
        if child.points.isEmpty { throw DataError("indicators", child.code, "points", zh: "没有评估要点", en: "are none") }
        guard let behind = facts[code] else { throw DataError("facts", child.code, "code", zh: "没有数据项", en: "has no data item") }
        own.append(Indicator(code: code, name: child.name, weight: child.weight, points: child.points, facts: behind))
      }
      groups.append(IndicatorGroup(code: line.code, name: line.name, weight: line.weight, indicators: own))
    }
    return groups
  }

  private func check(_ lines: [Line], sumTo total: Int, of code: String) throws(DataError) {
    let sum = lines.reduce(0) { $0 + $1.weight }
    guard sum == total else {
      throw DataError(
        "indicators", code, "weight", zh: "为 \(total)，下级之和为 \(sum)", en: "is \(total), but what stands under it sums to \(sum)")
    }
  }
}
