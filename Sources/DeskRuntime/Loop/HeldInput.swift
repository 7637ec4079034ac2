import Widgets

/// Keys that came while something was being done whose end they are meant for: somebody types on over a slow line, and nothing of it is lost
/// or given to what stood there before.
struct HeldInput {
  /// So much is kept; whoever leans on a key meanwhile means no more by it.
  static let limit = 10_000
  /// How many works are under way that hold the input.
  var works = 0
  /// What came meanwhile, the earliest first.
  private(set) var events: ArraySlice<InputEvent> = []

  /// Whether an event waits: behind what is being done, and behind what came before it. What ends or redraws the desk never does.
  mutating func keeps(_ event: InputEvent) -> Bool {
    guard works > 0 || !events.isEmpty, !HeldInput.isUrgent(event) else { return false }
    if events.count < HeldInput.limit { events.append(event) }
    return true
  }

  /// A work has ended. Where it failed, what was typed for afterwards is forgotten: it would answer the reason unread.
  mutating func workEnded(asMeant isAsMeant: Bool) {
    works -= 1
    if !isAsMeant { events = [] }
  }

  /// The next event whose time has come; `nil` while there is none.
  mutating func next() -> InputEvent? { works > 0 ? nil : events.popFirst() }

  /// What is left when the loop ends: it is meant for whatever comes next on the same terminal.
  mutating func takeRest() -> [TerminalEvent] {
    defer { events = [] }
    return events.map { .input($0) }
  }

  private static func isUrgent(_ event: InputEvent) -> Bool {
    guard case .key(let key) = event else { return false }
    return [.control("c"), .control("l"), .control("z"), KeyPress(.function(12))].contains(key)
  }
}
