import Widgets

extension ListState {
  /// Takes a cursor key, or the letters that mean the same to those who know them from vi: j, k, g, G.
  ///
  /// - Returns: whether the key means a move in a list, even where it leads nowhere.
  mutating func take(_ press: KeyPress) -> Bool {
    if handle(press) != .ignored { return true }
    guard press.modifiers.isEmpty else { return false }
    switch press.key {
    case .character("j"): move(.down)
    case .character("k"): move(.up)
    case .character("g"): move(.first)
    case .character("G"): move(.last)
    default: return false
    }
    return true
  }
}
