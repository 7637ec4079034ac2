import DeskRuntime
import Widgets
import Wording

/// What waits for somebody: the first screen of the desk.
@MainActor
final class HomeScreen: Screen {
  private let sitting: Sitting

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { Phrase(zh: "沧州市技术创新中心评审台", en: "Review desk of the technology innovation centers of Cangzhou") }
  var bindings: [KeyBinding] { [] }
  func perform(_ action: ActionName) {}
  func draw(on canvas: inout Canvas, in area: Area, look: Look) {}
}
