import Wording

/// How an article of the regulation is cited.
public enum Citation {
  /// `办法第25条`, `附表`, `回避`.
  public static func phrase(_ article: String) -> Phrase {
    guard article.first?.isNumber ?? false else { return Phrase(same: article) }
    return Phrase(zh: "办法第\(article)条", en: "article \(article)")
  }
}

extension Refusal {
  /// Why, and the article behind it in brackets.
  public var cited: Phrase {
    guard let citation = article.map(Citation.phrase) else { return phrase }
    return Phrase(zh: "\(phrase.zh)（\(citation.zh)）", en: "\(phrase.en) (\(citation.en))")
  }
}
