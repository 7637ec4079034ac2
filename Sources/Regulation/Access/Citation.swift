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

  /// Several articles or items of articles in a row: `办法第9条第2、3项、第10条`, `articles 9.2, 9.3, 10`.
  ///
  /// - Parameter articles: their numbers, at least one; those of one article stand side by side.
  public static func list(_ articles: [String]) -> Phrase {
    if articles.count == 1 { return phrase(articles[0]) }
    var groups: [(article: String?, numbers: [String])] = []
    for number in articles {
      let parts = number.split(separator: ".").map(String.init)
      let article = parts.count == 2 ? parts[0] : nil
      if let last = groups.last, last.article == article {
        groups[groups.count - 1].numbers.append(parts[parts.count - 1])
      } else {
        groups.append((article, [parts[parts.count - 1]]))
      }
    }
    let words = groups.map { article, numbers in
      let list = numbers.joined(separator: "、")
      return article.map { "第\($0)条第\(list)项" } ?? "第\(list)条"
    }
    return Phrase(zh: "办法" + words.joined(separator: "、"), en: "articles " + articles.joined(separator: ", "))
  }

  /// Several, whatever they are: `办法第25条、附表`, `article 25, the annexed table`; empty for none.
  public static func several(_ articles: [String]) -> Phrase {
    let numbered = articles.filter { $0.first?.isNumber ?? false }
    let named = articles.filter { !($0.first?.isNumber ?? false) }.map(phrase)
    let all = (numbered.isEmpty ? [] : [list(numbered)]) + named
    return Phrase(zh: all.map(\.zh).joined(separator: "、"), en: all.map(\.en).joined(separator: ", "))
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
