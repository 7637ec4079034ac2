import Widgets
import Wording

/// A sentence that stands in the footer for a while.
struct FooterNotice {
  var text: Phrase
  var ink: Ink
  var until: Duration
  var wasSeen = false
}

extension Runtime {
  /// How grave a notice is.
  public enum Gravity: Sendable, Hashable {
    /// It is said by the way.
    case info
    /// Something was done.
    case done
    /// Something could not be done, or needs care.
    case caution
    /// Something failed.
    case failure
  }

  /// Says something in the footer, until the next key after it was seen, and for six seconds at most.
  public func notice(_ text: Phrase, _ gravity: Gravity = .info) {
    let ink: Ink =
      switch gravity {
      case .info: .footer
      case .done: .good
      case .caution: .caution
      case .failure: .bad
      }
    notice = FooterNotice(text: text, ink: ink, until: clock() + .seconds(6))
    needsDrawing = true
  }

  /// The notice that stands in the footer now.
  public var shownNotice: Phrase? { notice?.text }
}
