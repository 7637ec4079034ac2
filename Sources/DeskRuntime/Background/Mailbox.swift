import Synchronization

/// What other threads want done on the main thread, in the order in which they said so.
final class Mailbox: Sendable {
  private struct Letter: Sendable {
    var wantsFrame: Bool
    var action: @MainActor @Sendable () -> Void
  }

  private let letters = Mutex<[Letter]>([])
  private let waker: Waker

  init(waker: Waker) { self.waker = waker }

  /// Leaves something to do, from any thread.
  ///
  /// - Parameter wantsFrame: whether it may change what is seen.
  func post(wantsFrame: Bool = true, _ action: @escaping @MainActor @Sendable () -> Void) {
    letters.withLock { $0.append(Letter(wantsFrame: wantsFrame, action: action)) }
    waker.wake()
  }

  /// Whether something waits to be done.
  var hasLetters: Bool { letters.withLock { !$0.isEmpty } }

  /// Does all that waits; what is left meanwhile waits for the next turn, so that input is never shut out.
  ///
  /// - Returns: whether anything may have changed what is seen.
  @MainActor
  func deliver() -> Bool {
    let waiting = letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
    for letter in waiting { letter.action() }
    return waiting.contains(where: \.wantsFrame)
  }
}
