import Widgets
import Wording

/// An entry of a list to choose from.
public struct Choice: Sendable, Hashable {
  /// What it is called.
  public var label: Phrase
  /// What is said beside it: a key, a number.
  public var detail: Phrase?
  /// Why it cannot be chosen now.
  public var refusal: Phrase?
  /// Further words by which typing finds it: pinyin, a short name.
  public var keywords: String

  /// Makes an entry.
  public init(_ label: Phrase, detail: Phrase? = nil, refusal: Phrase? = nil, keywords: String = "") {
    self.keywords = keywords
    self.label = label
    self.detail = detail
    self.refusal = refusal
  }

  /// The same entry, found by its pinyin as well where it has no keywords of its own.
  func spelled(by spelling: ((String) -> String)?) -> Choice {
    guard keywords.isEmpty, let spelling else { return self }
    var choice = self
    choice.keywords = spelling(label.zh)
    return choice
  }

  /// Whether a text begins its name, what stands beside it or one of the words by which it is found: 献县 is meant by xx before 海兴县 is, in whose
  /// initials it occurs.
  func begins(with text: String) -> Bool {
    let text = text.lowercased()
    let own = [label.zh, label.en, detail?.zh ?? "", detail?.en ?? ""] + keywords.split(separator: " ").map(String.init)
    return own.contains { $0.lowercased().hasPrefix(text) }
  }

  /// Whether every word of a text occurs in it, in either language, whatever the case.
  public func matches(_ text: String) -> Bool {
    let own = [label.zh, label.en, detail?.zh ?? "", detail?.en ?? "", keywords].joined(separator: "\u{0}").lowercased()
    return text.lowercased().split(separator: " ").allSatisfy { own.contains($0) }
  }
}

extension Choice {
  /// A row of an entry.
  struct Row {
    var text: String
    var indent = 0
    /// What stands at the right.
    var beside = ""
  }

  /// The rows that it takes: one where its words have room beside each other, else what is said of it wrapped beneath its name.
  func rows(columns: Int, _ look: Look, _ measure: TextMeasure) -> [Row] {
    let name = look(label)
    let said = (refusal ?? detail).map { look($0) } ?? ""
    if measure.columns(of: name) + (said.isEmpty ? 0 : measure.columns(of: said) + 2) <= columns { return [Row(text: name, beside: said)] }
    let beneath = measure.wrapped(said, to: max(1, columns - 2)).filter { !$0.isEmpty }
    return measure.wrapped(name, to: max(1, columns)).map { Row(text: $0) } + beneath.map { Row(text: $0, indent: 2) }
  }

  /// The columns that it would like to have.
  func columns(in language: Language, _ measure: TextMeasure = TextMeasure(ambiguousIsWide: true)) -> Int {
    let detail = refusal ?? detail
    return measure.columns(of: label[language]) + (detail.map { measure.columns(of: $0[language]) + 3 } ?? 0)
  }
}
