import Regulation
import TableFiles
import Wording

/// The indicator system as it is printed.
public enum IndicatorListing {
  /// The document of `--json`: names and evaluation points in Chinese, word for word as the regulation has them.
  public static func json(_ system: IndicatorSystem) -> JSONValue {
    ["groups": .array(system.groups.map(json))]
  }

  private static func json(_ group: IndicatorGroup) -> JSONValue {
    [
      "code": .string(group.code), "name": .string(group.name.zh), "weight": .integer(group.weight),
      "indicators": .array(group.indicators.map(json)),
    ]
  }

  private static func json(_ indicator: Indicator) -> JSONValue {
    [
      "code": .string(indicator.code.description), "name": .string(indicator.name.zh), "weight": .integer(indicator.weight),
      "points": .strings(indicator.points.map(\.zh)), "facts": .array(indicator.facts.map(json)),
    ]
  }

  private static func json(_ fact: Fact) -> JSONValue {
    [
      "code": .string(fact.code.description), "zh": .string(fact.label.zh), "en": .string(fact.label.en),
      "unit": .string(measure(of: fact)), "kind": .string(fact.kind.word), "per": .string(fact.per.rawValue),
    ]
  }

  /// The table as lines of text, for people.
  public static func lines(_ system: IndicatorSystem, _ language: Language) -> [String] {
    var lines = [system.name[language]]
    for group in system.groups {
      lines.append("")
      lines.append("\(group.code) \(group.name[language]) \(weight(group.weight)[language])")
      for indicator in group.indicators {
        lines.append("  \(indicator.code) \(indicator.name[language]) \(weight(indicator.weight)[language])")
        lines += indicator.points.map { "      \($0[language])" }
        lines += indicator.facts.map { "      \($0.code)  \(description(of: $0)[language])" }
      }
    }
    return lines
  }

  private static func weight(_ points: Int) -> Phrase { Phrase(zh: "（\(points) 分）", en: "(\(points))") }

  private static func description(of fact: Fact) -> Phrase {
    let period: Phrase =
      switch fact.per {
      case .flow: Phrase(zh: "逐年发生数", en: "in each year")
      case .stock: Phrase(zh: "逐年年末数", en: "at the end of each year")
      case .once: Phrase(zh: "本轮一个数", en: "once")
      }
    var parts = [fact.kind == .text ? Phrase(zh: "文字", en: "words") : FormWords.measure(of: fact), period]
    if fact.kind == .derived { parts.append(Phrase(zh: "系统计算", en: "computed")) }
    let told = Phrase(
      zh: parts.map(\.zh).filter { !$0.isEmpty }.joined(separator: "，"), en: parts.map(\.en).filter { !$0.isEmpty }.joined(separator: ", "))
    return fact.label + Phrase(zh: "（", en: " (") + told + Phrase(zh: "）", en: ")")
  }

  /// The unit, or the choices, as files carry them.
  private static func measure(of fact: Fact) -> String {
    if case .choice(let choices) = fact.kind { choices.joined(separator: "/") } else { fact.unit }
  }
}
