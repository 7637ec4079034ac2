import CNcurses
import Widgets

/// The keys of the description that ncurses has loaded.
enum DescribedKeys {
  private static let names: [(String, KeyPress)] =
    [
      ("kcuu1", KeyPress(.up)), ("kcud1", KeyPress(.down)), ("kcub1", KeyPress(.left)), ("kcuf1", KeyPress(.right)),
      ("khome", KeyPress(.home)), ("kend", KeyPress(.end)), ("kpp", KeyPress(.pageUp)), ("knp", KeyPress(.pageDown)),
      ("kich1", KeyPress(.insert)), ("kdch1", KeyPress(.delete)), ("kent", KeyPress(.enter)), ("kcbt", KeyPress(.tab, .shift)),
      ("kLFT", KeyPress(.left, .shift)), ("kRIT", KeyPress(.right, .shift)), ("kri", KeyPress(.up, .shift)),
      ("kind", KeyPress(.down, .shift)),
      ("kHOM", KeyPress(.home, .shift)), ("kEND", KeyPress(.end, .shift)), ("kPRV", KeyPress(.pageUp, .shift)),
      ("kNXT", KeyPress(.pageDown, .shift)),
    ] + (1...12).map { ("kf\($0)", KeyPress(.function($0))) } + (1...12).map { ("kf\($0 + 12)", KeyPress(.function($0), .shift)) }

  /// Sequences of more than one byte that begin with Esc; others would take letters away.
  @MainActor
  static func load() -> [[UInt8]: KeyPress] {
    var keys: [[UInt8]: KeyPress] = [:]
    for (name, key) in names {
      guard let text = cn_description(name) else { continue }
      let bytes = Array(String(cString: text).utf8)
      if bytes.count > 1, bytes[0] == 0x1B, keys[bytes] == nil { keys[bytes] = key }
    }
    return keys
  }
}
