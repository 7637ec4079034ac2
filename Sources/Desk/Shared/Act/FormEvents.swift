import Widgets

extension Form {
  /// Takes what happens at a screen that is all form: keys, pasted text, a click. Esc is the desk's, so that it always leads back.
  mutating func take(_ event: InputEvent) -> FormOutcome<ID> {
    switch event {
    case .key(KeyPress(.escape)): .ignored
    case .key(let press): handle(press)
    case .paste(let text): handle(paste: text)
    case .mouse(let press) where press.button == .left && press.phase == .down: click(at: press.place)
    case .mouse, .focus: .ignored
    }
  }
}
