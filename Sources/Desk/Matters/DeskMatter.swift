import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A part of what is told of a matter: a heading and what stands under it.
struct MatterSection: Sendable, Hashable {
  /// A line: a label and what stands there.
  struct Entry: Sendable, Hashable {
    /// What it is.
    let label: Phrase
    /// What it says.
    let text: Phrase
    /// In which ink.
    var ink = Ink.plain
  }

  /// What it is about.
  let heading: Phrase
  /// What stands there.
  var entries: [Entry]

  init(_ heading: Phrase, _ entries: [Entry?]) {
    self.heading = heading
    self.entries = entries.compactMap(\.self)
  }
}

/// A kind of matter as the desk shows it and as people take its steps (articles 16, 30 and 31).
protocol DeskMatter: Matter {
  /// What is told of it, part by part.
  static func sections(_ file: MatterFile<Self>, today: Day) -> [MatterSection]
  /// What a step asks for.
  static func fields(of kind: Step.Kind, _ file: MatterFile<Self>, today: Day) -> [ActField]
  /// The step that answers make; `nil` where they are not whole.
  ///
  /// - Throws: ``Refusal`` where what was written does not go together.
  static func step(_ kind: Step.Kind, _ answers: ActAnswers, _ file: MatterFile<Self>) throws -> Step?
  /// What follows from a step, said above its form.
  static func words(of kind: Step.Kind, _ file: MatterFile<Self>) -> Phrase
  /// What is asked before a step that cannot be taken back; `nil` where nobody is asked.
  static func question(_ kind: Step.Kind, _ answers: ActAnswers, _ file: MatterFile<Self>) -> Phrase?
  /// What a step left on file, for the history.
  static func record(of step: Step) -> [Phrase]
  /// Takes a step in the store.
  static func take(_ step: Step, _ number: String, _ store: CenterStore, _ who: Acting) throws
}

extension DeskMatter {
  static func question(_ kind: Step.Kind, _ answers: ActAnswers, _ file: MatterFile<Self>) -> Phrase? { nil }
  static func words(of kind: Step.Kind, _ file: MatterFile<Self>) -> Phrase { Phrase(same: "") }
}

extension ActField {
  /// A reason that stays on file.
  static let matterReason = ActField(
    id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines,
    hint: Phrase(zh: "记录在案，依托单位可见", en: "it stays on file; the host sees it"))
}

extension MatterSummary {
  /// The ink of how far it has come; the word always stands beside it.
  var ink: Ink { waits ? .caution : isOpen ? .fair : .muted }
}

extension MatterFile {
  /// Who has the next step, in a few words.
  var waitsFor: Phrase {
    guard let role = matter.waitsFor(situation.status) else { return Phrase(zh: "已办结", en: "closed") }
    return Phrase(zh: "待\(role.phrase.zh)办理", en: "with the \(role.phrase.en)")
  }
}
