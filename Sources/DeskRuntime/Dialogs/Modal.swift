import Widgets
import Wording

/// A key and what it does, where a whole binding would be too much.
struct KeyHint: Hashable {
  /// The keys, as they are shown; none where any character is meant.
  var keys: [KeyPress]
  var label: Phrase

  init(_ keys: [KeyPress], zh: String, en: String) {
    self.keys = keys
    self.label = Phrase(zh: zh, en: en)
  }

  init(_ key: KeyPress, zh: String, en: String) { self.init([key], zh: zh, en: en) }
}

/// Something in front of the screens that takes all input until it is answered.
@MainActor
protocol Modal: AnyObject {
  /// What can be done here, for the footer.
  var hints: [KeyHint] { get }
  /// Takes an event. An answered modal takes itself away with `Runtime.close`.
  func receive(_ event: InputEvent)
  /// Draws itself over what the screen drew.
  func draw(on canvas: inout Canvas, in area: Area, look: Look)
  /// Others changed something, or work came to its end: what is shown may have become another.
  func changed()
}

extension Modal {
  /// Nothing is another.
  func changed() {}
}

extension Runtime {
  /// Whether a dialog, the help or a list is in front of the screen.
  public var isModal: Bool { !modals.isEmpty }

  func show(_ modal: any Modal) {
    modals.append(modal)
    needsDrawing = true
  }

  func close(_ modal: any Modal) {
    modals.removeAll { $0 === modal }
    needsDrawing = true
  }
}
