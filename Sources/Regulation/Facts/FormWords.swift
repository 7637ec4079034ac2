import Wording

/// The units and choices of the evaluation form in both languages; files carry the Chinese ones.
public enum FormWords {
  private static let units: [String: String] = [
    "%": "%", "m²": "m²", "万元": "10k yuan", "个": "", "人": "people", "人次": "attendances", "件": "", "台套": "sets", "套": "sets",
    "家": "", "小时": "hours", "期": "sessions", "次": "times", "篇": "", "篇部": "", "部": "", "项": "",
  ]
  private static let choices: [String: String] = [
    "健全": "complete", "基本健全": "mostly complete", "不健全": "incomplete", "国际领先": "leading in the world",
    "国际先进": "advanced in the world", "国内领先": "leading in China", "国内先进": "advanced in China", "其他": "other", "是": "yes",
    "部分": "partly", "否": "no", "紧密": "close", "较紧密": "fairly close", "一般": "ordinary",
  ]

  /// Whether every unit and choice of the form has its English word; a test asks.
  static func knows(unit: String) -> Bool { unit.isEmpty || units[unit] != nil }
  static func knows(choice: String) -> Bool { choices[choice] != nil }

  /// A unit; empty in English where the label says it already.
  public static func unit(_ unit: String) -> Phrase { Phrase(zh: unit, en: units[unit] ?? unit) }
  /// A choice.
  public static func choice(_ choice: String) -> Phrase { Phrase(zh: choice, en: choices[choice] ?? choice) }

  /// What an item is measured in: its unit, or the choices that it has.
  public static func measure(of fact: Fact) -> Phrase {
    guard case .choice(let all) = fact.kind else { return unit(fact.unit) }
    let words = all.map(choice)
    return Phrase(zh: words.map(\.zh).joined(separator: "/"), en: words.map(\.en).joined(separator: "/"))
  }
}
