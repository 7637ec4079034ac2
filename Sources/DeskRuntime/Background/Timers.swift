/// Names a timer.
public struct TimerToken: Sendable, Hashable {
  let number: Int
}

/// What is to be done at which time.
struct TimerList {
  private struct Entry {
    var token: TimerToken
    var due: Duration
    var interval: Duration?
    var action: @MainActor () -> Void
  }

  private var entries: [Entry] = []
  private var lastNumber = 0

  /// When the next one is due.
  var nextDue: Duration? { entries.map(\.due).min() }

  mutating func add(at due: Duration, every interval: Duration?, _ action: @escaping @MainActor () -> Void) -> TimerToken {
    lastNumber += 1
    let token = TimerToken(number: lastNumber)
    entries.append(Entry(token: token, due: due, interval: interval, action: action))
    return token
  }

  mutating func remove(_ token: TimerToken) { entries.removeAll { $0.token == token } }

  /// Takes what is due, earliest first. What repeats is due again after now, however much was missed.
  mutating func takeDue(at now: Duration) -> [@MainActor () -> Void] {
    let due = entries.filter { $0.due <= now }.sorted { $0.due < $1.due }
    guard !due.isEmpty else { return [] }
    entries.removeAll { $0.due <= now && $0.interval == nil }
    for index in entries.indices {
      guard entries[index].due <= now, let interval = entries[index].interval else { continue }
      entries[index].due += interval
      if entries[index].due <= now { entries[index].due = now + interval }
    }
    return due.map(\.action)
  }
}
