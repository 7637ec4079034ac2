import Synchronization

/// What other threads want done on the main thread, in the order in which they said so.
final class Mailbox: Sendable {
  private let letters = Mutex<[@MainActor @Sendable () -> Void]>([])
  private let waker: Waker

  init(waker: Waker) { self.waker = waker }

  /// Leaves something to do, from any thread.
  func post(_ letter: @escaping @MainActor @Sendable () -> Void) {
    letters.withLock { $0.append(letter) }
    waker.wake()
  }

  /// Whether something waits to be done.
  var hasLetters: Bool { letters.withLock { !$0.isEmpty } }

  /// Does all that waits; what is left meanwhile waits for the next turn, so that input is never shut out.
  @MainActor
  func deliver() -> Bool {
    let waiting = letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
    for letter in waiting { letter() }
    return !waiting.isEmpty
  }
}
