import Wording

/// How an article of the regulation is cited.
public enum Citation {
  /// `办法第25条`, `办法第9条第2项`, `附表`, `回避`.
  public static func phrase(_ article: String) -> Phrase {
    switch article {
    case "附表": return Phrase(zh: article, en: "the annexed table")
    case "回避": return Phrase(zh: article, en: "recusal")
    default: break
    }
    guard article.first?.isNumber ?? false else { return Phrase(same: article) }
    let parts = article.split { ".()".contains($0) }
    guard parts.count == 2 else { return Phrase(zh: "办法第\(article)条", en: "article \(article)") }
    return Phrase(zh: "办法第\(parts[0])条第\(parts[1])项", en: "article \(article)")
  }

  /// The same behind what rests on it: `（办法第25条）`, ` (article 25)`.
  public static func bracketed(_ article: String) -> Phrase {
    let citation = phrase(article)
    return Phrase(zh: "（\(citation.zh)）", en: " (\(citation.en))")
  }
}

extension Refusal {
  /// Why, and the article behind it in brackets.
  public var cited: Phrase {
    article.map { phrase + Citation.bracketed($0) } ?? phrase
  }
}
