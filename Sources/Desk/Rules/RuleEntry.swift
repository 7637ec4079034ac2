import Regulation
import Search
import Wording

/// One thing that the regulation's screen tells: a chapter's title, an article or an item, an indicator of the annexed table.
enum RuleEntry {
  case chapter(ArticleChapter)
  case article(Article)
  case group(IndicatorGroup)
  case indicator(Indicator)

  /// All of them in their order; the indicators stand with the annexed table.
  static func all(_ system: IndicatorSystem) -> [RuleEntry] {
    ArticleChapter.all.flatMap { chapter -> [RuleEntry] in
      let table = chapter.articles.contains { $0.number == "附表" }
      let indicators = system.groups.flatMap { [.group($0)] + $0.indicators.map(RuleEntry.indicator) }
      return [.chapter(chapter)] + chapter.articles.map(RuleEntry.article) + (table ? indicators : [])
    }
  }

  /// Where a citation of it leads; `nil` for what is never cited.
  var place: RulePlace? {
    switch self {
    case .chapter, .group: nil
    case .article(let article): .article(article.number)
    case .indicator(let indicator): .indicator(indicator.code)
    }
  }

  /// What stands above its words.
  var heading: Phrase {
    switch self {
    case .chapter(let chapter): chapter.title
    case .article(let article):
      article.name + (article.name.zh.isEmpty ? Phrase(same: "") : Phrase(same: "  ")) + article.title
    case .group(let group):
      Phrase(same: "\(group.code) ") + group.name + Phrase(zh: "（\(group.weight) 分）", en: " (\(group.weight) points)")
    case .indicator(let indicator):
      Phrase(same: "\(indicator.code) ") + indicator.name + Phrase(zh: "（\(indicator.weight) 分）", en: " (\(indicator.weight) points)")
    }
  }

  /// What is told of it, a paragraph each; how the desk reads it is set apart.
  var paragraphs: [(words: Phrase, isRuling: Bool)] {
    switch self {
    case .chapter, .group: []
    case .article(let article): [(article.words, false)] + article.rulings.map { ($0, true) }
    case .indicator(let indicator): indicator.points.map { ($0, false) }
    }
  }

  /// Whether it is an item under an article, or an indicator under a group.
  var isBelow: Bool {
    switch self {
    case .article(let article): article.isItem
    case .indicator: true
    case .chapter, .group: false
    }
  }

  /// All that it is found by, in both languages.
  var words: String {
    let parts = [heading] + paragraphs.map(\.words)
    return parts.map { "\($0.zh) \($0.en)" }.joined(separator: " ")
  }

  /// Whether a text finds it by its heading.
  func isFound(by text: String) -> Bool {
    let query = SearchQuery(text)
    return place != nil && !query.isEmpty && (query.matches(heading.zh) || query.matches(heading.en))
  }
}
