import Wording

/// Why something cannot be done: the article that stands against it, and words for people.
public struct Refusal: Error, Sendable, Hashable {
  /// The article, `25`; `nil` where nothing but order stands against it.
  public let article: String?
  /// The field of what was entered that it is about, by the name that files give it; `nil` where it is about no one field.
  public let field: String?
  /// Why, and what to do.
  public let phrase: Phrase

  /// Makes a refusal.
  public init(article: String? = nil, field: String? = nil, _ phrase: Phrase) {
    self.article = article
    self.field = field
    self.phrase = phrase
  }
}
