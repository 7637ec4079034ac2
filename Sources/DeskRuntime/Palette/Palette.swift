import Widgets
import Wording

/// An entry of the palette beside the actions: something to open, something to do.
public struct PaletteEntry {
  /// What is shown.
  public var choice: Choice
  /// What it does.
  public var run: @MainActor () -> Void

  /// Makes an entry.
  public init(_ choice: Choice, run: @escaping @MainActor () -> Void) {
    self.choice = choice
    self.run = run
  }
}

extension Runtime {
  /// Shows all actions of this screen and of the desk, and further entries; typing narrows them.
  func showPalette() {
    let actions = screenEntries() + deskEntries()
    var shown: [PaletteEntry] = []
    let dialog = ListDialog(
      self, title: GlobalAction.palette.binding.label, hasFilter: true,
      entries: { [weak self] text in
        let further = self?.paletteEntries?(text) ?? []
        shown = actions.filter { $0.choice.matches(text) } + further
        return shown.map(\.choice)
      },
      then: { index in if shown.indices.contains(index) { shown[index].run() } })
    show(dialog)
  }

  /// Lists what can be done on this screen, to be chosen with the arrow keys alone: for those whose letters go to an input method.
  func showMenu() {
    let entries = screenEntries() + deskEntries().filter { $0.choice.label != GlobalAction.menu.binding.explanation }
    choose(GlobalAction.menu.binding.label, entries.map(\.choice)) { place in
      if let place { entries[place].run() }
    }
  }

  private func screenEntries() -> [PaletteEntry] {
    guard let screen = top else { return [] }
    return screen.bindings.map { binding in
      PaletteEntry(choice(for: binding)) { [weak self] in self?.perform(binding, of: screen) }
    }
  }

  private func deskEntries() -> [PaletteEntry] {
    let taken = Set(top?.bindings.flatMap(\.keys) ?? [])
    return zip(globalActions, deskBindings).map { action, binding in
      var binding = binding
      binding.keys.removeAll { taken.contains($0) }
      return PaletteEntry(choice(for: binding)) { [weak self] in self?.perform(action) }
    }
  }

  private func choice(for binding: KeyBinding) -> Choice {
    let keys = Phrase(
      zh: Look(language: .zh, asciiOnly: look.asciiOnly).names(of: binding.keys),
      en: Look(language: .en, asciiOnly: look.asciiOnly).names(of: binding.keys))
    let spelled = [binding.label.zh, binding.explanation.zh].compactMap { spelling?($0) }.joined(separator: " ")
    return Choice(
      binding.explanation, detail: keys, refusal: binding.refusal,
      keywords: "\(binding.label.zh) \(binding.label.en) \(binding.action) \(spelled)")
  }
}
