import Wording

/// Why a step is not lawful, or not possible now: in words for people, with the article that says so.
public struct Refusal: Error, Sendable, Hashable {
  /// The article of the regulation (`25`, `9.2`, `回避`), or `nil` where the desk itself asks for it.
  public let article: String?
  /// What is in the way, and what to do.
  public let reason: Phrase

  /// Makes a refusal.
  public init(article: String? = nil, _ reason: Phrase) {
    self.article = article
    self.reason = reason
  }

  /// The reason with its article, as people read it.
  public var phrase: Phrase {
    guard let article else { return reason }
    let isNumber = article.first?.isNumber ?? false
    return Phrase(
      zh: reason.zh + (isNumber ? "（办法第\(article)条）" : "（\(article)）"), en: reason.en + (isNumber ? " (article \(article))" : " (\(article))"))
  }
}
