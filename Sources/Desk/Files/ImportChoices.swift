import DeskRuntime
import Interchange
import Widgets
import Wording

extension Sitting {
  /// Lets a person say what a file holds, among what their role takes in.
  ///
  /// - Parameter guessed: what it may be, the likeliest first.
  func chooseImportKind(guessed: [ImportKind], then: @escaping @MainActor (ImportKind) -> Void) {
    let kinds = guessed + importKinds.filter { !guessed.contains($0) }
    let choices = kinds.map { kind in
      Choice(
        kind.phrase, detail: guessed.first == kind ? Phrase(zh: "看来是", en: "it seems") : Phrase(same: kind.rawValue),
        keywords: runtime.spelling?(kind.phrase.zh) ?? "")
    }
    runtime.choose(Phrase(zh: "这个文件是什么表？", en: "What does the file hold?"), choices) { place in
      if let place { then(kinds[place]) }
    }
  }

  /// Goes on with the year of a file: the one that is meant, the only round under way, or the one that a person chooses; none for what belongs to no round.
  ///
  /// - Parameter asks: whether it is asked also where it need not be.
  func chooseImportRound(
    of kind: ImportKind, meant: Int? = nil, asks: Bool = false, then: @escaping @MainActor (Int?) -> Void
  ) {
    guard kind.isOfRound else { return then(nil) }
    let years = RoundYears(self)
    let lines = years.of(kind)
    let lawful = lines.map(\.year)
    let known = meant.flatMap { lawful.contains($0) ? $0 : nil } ?? (kind == .results ? nil : years.onlyOpen)
    if let known, !asks { return then(known) }
    chooseRound(from: lines, chosen: known) { then($0) }
  }
}
