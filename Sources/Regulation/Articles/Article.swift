import Wording

/// An article (条) of the regulation or an item (项) of one, told in the desk's own short words, with how the desk reads it where the text is
/// silent or can be read in two ways. The regulation's own sentences stand in the regulation alone.
public struct Article: Sendable, Hashable {
  /// As it is cited: `9`, `9.2`, `30(4)`, `附表`, `回避`; for what the text does not know, the Chinese word.
  public let number: String
  /// What it is about.
  public let title: Phrase
  /// What it says, in a sentence or two.
  public let words: Phrase
  /// How the desk reads it, a ruling each; none where the text is plain.
  public let rulings: [Phrase]

  init(_ number: String, _ title: Phrase, _ words: Phrase, _ rulings: Phrase...) {
    self.number = number
    self.title = title
    self.words = words
    self.rulings = rulings
  }

  /// Whether it is an item of an article.
  public var isItem: Bool { number.first?.isNumber == true && number.contains { ".(".contains($0) } }

  /// What it is called: `第9条第2项`, `Article 9.2`; nothing where the title says it.
  public var name: Phrase {
    guard number.first?.isNumber == true else { return Phrase(same: "") }
    let parts = number.split { ".()".contains($0) }
    let zh = parts.count == 2 ? "第\(parts[0])条第\(parts[1])项" : "第\(number)条"
    return Phrase(zh: zh, en: "Article \(number)")
  }

  /// Where a citation leads.
  ///
  /// - Parameter citation: as rules and refusals carry it; an item of which nothing is told leads to its article.
  /// - Returns: `nil` for what no article has.
  public static func cited(_ citation: String) -> Article? {
    if let article = byNumber[citation] { return article }
    return byNumber[String(citation.prefix { $0 != "." && $0 != "(" })]
  }

  private static let byNumber: [String: Article] = Dictionary(
    uniqueKeysWithValues: ArticleChapter.all.flatMap(\.articles).map { ($0.number, $0) })
}

/// A chapter (章) of the regulation, or a part of what the desk tells beside it.
public struct ArticleChapter: Sendable, Hashable {
  /// What it is called.
  public let title: Phrase
  /// Its articles, each followed by its items.
  public let articles: [Article]

  /// All of them in their order, at the end what the rulings add and what the text does not know.
  public static let all: [ArticleChapter] = [
    general, duties, application, operation, evaluation, supplementary, table, furtherRulings, notInTheText,
  ]
}
