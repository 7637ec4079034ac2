import DeskRuntime
import Regulation
import Widgets
import Wording

/// The first screen of the desk, by what somebody is on it.
@MainActor
enum HomeScreen {
  /// What waits for somebody.
  static func screen(for sitting: Sitting) -> any Screen {
    switch sitting.member.role {
    case .expert: ExpertHomeScreen(sitting)
    case .admin, .bureau, .department, .host, .agency, .viewer: EmptyHomeScreen()
    }
  }
}

/// The first screen of roles for which nothing is built yet.
@MainActor
final class EmptyHomeScreen: Screen {
  var title: Phrase { ExpertHomeScreen.deskName }
  var bindings: [KeyBinding] { [] }
  func perform(_ action: ActionName) {}
  func draw(on canvas: inout Canvas, in area: Area, look: Look) {}
}
