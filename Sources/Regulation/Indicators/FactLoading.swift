import Wording

/// Reads `facts.tsv`.
enum FactLoading {
  static func facts(_ bytes: [UInt8]) throws(DataError) -> [Fact] {
    let table = try DataTable("facts", bytes, columns: ["code", "zh", "en", "unit_or_choices", "kind", "per"])
    var facts: [Fact] = []
    for row in table.rows {
      let fact = try fact(row.fields)
      if let last = facts.last?.code {
        if last == fact.code { throw DataError("facts", row.fields[0], "code", zh: "重复", en: "stands twice") }
        guard last < fact.code else { throw DataError("facts", row.fields[0], "code", zh: "次序不对", en: "is out of order") }
      }
      facts.append(fact)
    }
    return facts
  }

  private static func fact(_ fields: [String]) throws(DataError) -> Fact {
    guard let code = FactCode(fields[0]) else {
      throw DataError("facts", fields[0], "code", zh: "不属于任何指标", en: "belongs to no indicator")
    }
    if fields[1].isEmpty { throw DataError("facts", fields[0], "zh", zh: "为空", en: "is empty") }
    if fields[2].isEmpty { throw DataError("facts", fields[0], "en", zh: "为空", en: "is empty") }
    guard let per = FactPeriod(rawValue: fields[5]) else {
      throw DataError("facts", fields[0], "per", zh: "“\(fields[5])”未知", en: "“\(fields[5])” is unknown")
    }
    let kind = try kind(fields)
    if case .choice = kind { return Fact(code: code, label: Phrase(zh: fields[1], en: fields[2]), unit: "", kind: kind, per: per) }
    return Fact(code: code, label: Phrase(zh: fields[1], en: fields[2]), unit: fields[3], kind: kind, per: per)
  }

  private static func kind(_ fields: [String]) throws(DataError) -> FactKind {
    let unit = fields[3]
    func needs(_ wanted: String?) throws(DataError) {
      let holds = wanted.map { $0 == unit } ?? (!unit.isEmpty && !unit.contains("/"))
      if holds { return }
      throw DataError("facts", fields[0], "unit_or_choices", zh: "与类型不符", en: "does not fit its kind")
    }
    switch fields[4] {
    case "count":
      try needs(nil)
      return .count
    case "money":
      try needs("万元")
      return .money
    case "area":
      try needs("m²")
      return .area
    case "percent":
      try needs("%")
      return .percent
    case "derived":
      try needs(nil)
      return .derived
    case "text":
      try needs("")
      return .text
    case "choice":
      let choices = unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard choices.count >= 2, !choices.contains(""), Set(choices).count == choices.count else {
        throw DataError("facts", fields[0], "unit_or_choices", zh: "须列出两个以上不同的选项", en: "must list two or more different choices")
      }
      return .choice(choices)
    default: throw DataError("facts", fields[0], "kind", zh: "“\(fields[4])”未知", en: "“\(fields[4])” is unknown")
    }
  }
}
