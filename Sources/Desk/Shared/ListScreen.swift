import DeskRuntime
import Widgets

/// A screen that is one list: cursor keys and the wheel move in it, and a click on the selected row does what Enter does.
@MainActor
protocol ListScreen: Screen {
  /// The list; `nil` while there is none.
  var list: ListState? { get set }
  /// Where its rows were drawn last.
  var listArea: Area { get }
  /// What Enter does, and a click on the selected row, unless it is refused now.
  var opening: ActionName { get }
}

extension ListScreen {
  var opening: ActionName { "open" }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return list?.take(press) ?? false
    case .mouse(let press):
      switch list?.handle(press, in: listArea) {
      case .committed: if bindings.contains(where: { $0.action == opening && $0.refusal == nil }) { perform(opening) }
      case .ignored, nil: return false
      default: break
      }
      return true
    case .paste, .focus: return false
    }
  }
}
