/// A sentence for people, in every language of the desk.
///
/// A phrase stands beside the thing of which it speaks (a finding, an error, a label); one that lacks a language does not compile.
public struct Phrase: Sendable, Hashable, Codable {
  /// The Chinese wording.
  public var zh: String
  /// The English wording.
  public var en: String

  /// Makes a phrase of both wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A phrase that reads the same in both languages: a name, a code, a number.
  public init(same text: String) {
    self.init(zh: text, en: text)
  }

  /// The wording in one language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// Several phrases in a row, as each language sets them apart.
  public static func list(_ parts: [Phrase]) -> Phrase {
    Phrase(zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
  }

  /// Two phrases, one after the other.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(zh: left.zh + right.zh, en: left.en + right.en)
  }
}
