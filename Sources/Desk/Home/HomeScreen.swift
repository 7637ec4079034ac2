import DeskRuntime
import Regulation

/// The first screen of the desk, by what somebody is on it.
@MainActor
enum HomeScreen {
  /// What waits for somebody.
  static func screen(for sitting: Sitting) -> any Screen {
    switch sitting.member.role {
    case .expert: ExpertHomeScreen(sitting)
    case .bureau, .admin, .agency: StaffHomeScreen(sitting)
    case .department, .host: OwnCentersScreen(sitting)
    case .viewer: RegistryScreen(sitting)
    }
  }
}
