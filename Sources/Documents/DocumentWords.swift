import Regulation
import Wording

/// Words that several papers share.
enum DocumentWords {
  /// Who gives them out.
  static let bureau = Phrase(zh: "沧州市科学技术局", en: "Cangzhou Municipal Bureau of Science and Technology")

  /// The rules that an act of a day stands under (article 32).
  static func regulation(on day: Day) -> Phrase {
    switch RulesInForce(on: day) {
    case .before:
      Phrase(zh: "《沧州市技术创新中心建设与管理办法》（沧科字〔2018〕100号）", en: "the rules of 2018 (沧科字〔2018〕100号)")
    case .inForce, .lapsed: Phrase(zh: "《沧州市技术创新中心建设与运行管理办法》", en: "the regulation of 2025")
    }
  }

  /// The rules and their articles, as papers cite them. Of the rules of 2018 no article is cited: what is counted here are those of 2025.
  static func basis(on day: Day, _ articles: [String]) -> String {
    let rules = regulation(on: day).zh
    return RulesInForce(on: day) == .before ? rules : rules + articles.map(citation).joined(separator: "、")
  }

  /// An article or its item as papers cite it: `30(5)` is 第三十条第（五）项.
  static func citation(_ article: String) -> String {
    let parts = article.split(whereSeparator: { "().".contains($0) }).map { numeral(Int($0) ?? 0) }
    guard let first = parts.first else { return "" }
    return "第\(first)条" + parts.dropFirst().prefix(1).map { "第（\($0)）项" }.joined()
  }

  /// A number below a hundred in Chinese numerals.
  private static func numeral(_ number: Int) -> String {
    let digits = Array("〇一二三四五六七八九").map(String.init)
    switch number {
    case 0..<10: return digits[number]
    case 10..<20: return "十" + (number == 10 ? "" : digits[number - 10])
    case 20..<100: return digits[number / 10] + "十" + (number % 10 == 0 ? "" : digits[number % 10])
    default: return String(number)
    }
  }
}
