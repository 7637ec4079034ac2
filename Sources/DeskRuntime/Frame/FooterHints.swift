import Widgets
import Wording

/// The few bindings that the footer has room for.
@MainActor
enum FooterHints {
  struct Hint: Equatable {
    /// Empty where any character is meant.
    var key: String
    var label: String
  }

  /// Columns between two hints.
  static let gap = 2

  /// The hints that fit, whole ones only, and nothing that would be refused (the help and the list of actions say why it is): the list of what can be done, which is never left out, since it leads to all the others; the
  /// screen's first ones; help, the other language, the way back; then the others as long as there is room. The screen's own stand before
  /// the desk's.
  ///
  /// - Parameter isBesideNotice: whether a sentence takes up part of the footer for a while. What comes next on the screen then stands before help,
  ///   language and the way back, which come again with the next key.
  static func fitting(
    _ room: Int, screen: [KeyBinding], desk: [KeyBinding], isBesideNotice: Bool = false, look: Look, measure: TextMeasure
  ) -> [Hint] {
    let taken = Set(screen.flatMap(\.keys))
    // A letter that the screen uses otherwise must not be shown as the desk's.
    let desk = desk.compactMap { binding -> KeyBinding? in
      var binding = binding
      binding.keys.removeAll { taken.contains($0) }
      return binding.keys.isEmpty || binding.prominence < .footer ? nil : binding
    }
    let vital = [GlobalAction.help, .language, .back].map(\.binding.action)
    var candidates: [(place: Int, rank: Int, hint: Hint)] = []
    let own = screen.filter { $0.prominence >= .footer && $0.refusal == nil }
    for (place, binding) in (own + desk).enumerated() {
      let rank =
        binding.action == GlobalAction.menu.binding.action
        ? 0
        : binding.prominence == .first
          ? 1 : vital.firstIndex(of: binding.action).map { 2 + $0 } ?? (place < own.count ? isBesideNotice ? 1 : 5 : 6)
      candidates.append((place, rank, hint(of: binding, look: look)))
    }
    var left = room + gap
    var chosen: [(place: Int, hint: Hint)] = []
    for candidate in candidates.sorted(by: { ($0.rank, $0.place) < ($1.rank, $1.place) }) {
      let width = measure.columns(of: candidate.hint.key) + 1 + measure.columns(of: candidate.hint.label) + gap
      guard width <= left else { continue }
      left -= width
      chosen.append((candidate.place, candidate.hint))
    }
    return chosen.sorted { $0.place < $1.place }.map(\.hint)
  }

  /// What can be done in a dialog.
  static func of(_ modal: any Modal, look: Look) -> [Hint] {
    modal.hints.map { Hint(key: $0.keys.map(look.name).joined(separator: " "), label: look($0.label)) }
  }

  private static func hint(of binding: KeyBinding, look: Look) -> Hint {
    Hint(key: binding.keys.first.map(look.name) ?? "", label: look(binding.label))
  }
}

extension Look {
  /// A key as people read it, drawn with what this terminal draws well.
  public func name(of key: KeyPress) -> String { asciiOnly ? key.plainName(in: language) : key.name(in: language) }

  /// Keys as people read them, one after the other.
  public func names(of keys: [KeyPress]) -> String { keys.map(name).joined(separator: language == .zh ? "、" : ", ") }
}
