import Regulation
import Widgets

extension Grade {
  /// The ink of the grade; its word always stands beside it.
  var ink: Ink {
    switch self {
    case .excellent: .good
    case .qualified: .fair
    case .unqualified: .bad
    }
  }
}

extension RoundState {
  /// The ink of the state; its word always stands beside it.
  var ink: Ink {
    switch self {
    case .announced, .scoring: .fair
    case .settled: .caution
    case .published, .closed: .good
    case .cancelled: .muted
    }
  }
}

extension CenterStatus {
  /// The ink of the status; its word always stands beside it.
  var ink: Ink {
    switch self {
    case .active: .plain
    case .revoked: .bad
    case .reorganised: .muted
    }
  }
}
