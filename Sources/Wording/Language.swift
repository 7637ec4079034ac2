/// A language in which the desk speaks.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// Chinese, simplified: the language of the regulation and the default.
  case zh
  /// English.
  case en

  /// The language that a switch leads to.
  public var other: Language { self == .zh ? .en : .zh }
}
