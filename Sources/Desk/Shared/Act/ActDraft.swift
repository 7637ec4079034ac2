import CenterStore
import Regulation
import Synchronization
import Widgets

/// What somebody writes in the form of an act, kept on disk until the act is done or they throw it away.
///
/// It is written on another thread while they write on, and at once where the desk ends or they go back; what is older never takes the place of
/// what is newer.
final class ActDraft: Sendable {
  private let store: CenterStore
  private let who: Acting
  private let form: PlainText
  private let latest = Mutex(0)

  /// - Parameter name: what is to be done, and with which object: `application/SQ2026-0001/sendBack`.
  init?(_ name: String, _ sitting: Sitting) {
    guard !sitting.store.isReadOnly, let form = try? PlainText(name) else { return nil }
    self.form = form
    (store, who) = (sitting.store, sitting.acting)
  }

  /// What is on disk; nothing where that cannot be read, for the form works without.
  func read() -> FormDraft? { (try? store.formDraft(of: form, by: who)) ?? nil }

  /// A number for what is written now; what has an earlier one is not written any more.
  func number() -> Int {
    latest.withLock { latest in
      latest += 1
      return latest
    }
  }

  /// Keeps what is written, by the names of its fields; nothing throws it away. On disk when it returns.
  ///
  /// - Parameter seen: the record that is corrected, as this person saw it when they began.
  func keep(_ texts: [String: PlainText], seen: KeptRecord?, _ number: Int) throws(StoreError) {
    try latest.withLock { latest throws(StoreError) in
      if number == latest { try store.keepFormDraft(of: form, texts, seen: seen, by: who) }
    }
  }
}

extension ActField {
  /// What a draft keeps of the widget: a text as it stands; of a choice and of ticks the answers' own words, for others may have joined them
  /// before the form is opened again.
  func drafted(_ field: any Field) -> String {
    switch (kind, field) {
    case (.choice(let answers), let field as ChoiceField): field.selected.map { answers[$0].zh } ?? ""
    case (.ticks(let things), let field as CheckField): field.ticked.sorted().map { things[$0].zh }.joined(separator: "\n")
    default: field.text
    }
  }

  /// The field with what a draft kept in it; of answers those that still can be given.
  func restored(_ draft: String) -> ActField {
    var field = self
    switch kind {
    case .choice(let answers): field.initial = answers.firstIndex { $0.zh == draft }.map { String($0) } ?? initial
    case .ticks(let things):
      let words = Set(draft.split(separator: "\n").map { String($0) })
      field.initial = things.indices.filter { words.contains(things[$0].zh) }.map { String($0) }.joined(separator: " ")
    default: field.initial = draft
    }
    return field
  }
}
