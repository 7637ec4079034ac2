import Wording

extension Runtime {
  /// Does work on another thread and its end on the main thread.
  ///
  ///     runtime.background { try store.save(score) } then: { [weak self] result in self?.saved(result) }
  ///
  /// - Parameters:
  ///   - order: `inTurn` keeps the order in which work was asked for; what writes must.
  ///   - work: what to do; it runs to its end even if the desk ends meanwhile, but `then` does not follow in that case.
  ///   - isQuiet: whether the result changes nothing that is seen, so that no frame need be drawn after `then`.
  ///   - holdsInput: whether what is typed meanwhile waits for `then`, since it is meant for what stands there afterwards; it is forgotten
  ///     where the work fails.
  ///   - then: what to do with the result; a frame is drawn after it.
  public func background<Value: Sendable>(
    _ order: WorkOrder = .inTurn, isQuiet: Bool = false, holdsInput: Bool = false, whyLong: Phrase = Runtime.stillAtIt,
    _ work: @escaping @Sendable () throws -> Value,
    then: @escaping @MainActor @Sendable (Result<Value, any Error>) -> Void
  ) {
    let mailbox = self.mailbox
    if holdsInput { held.works += 1 }
    let word = holdsInput ? after(Runtime.silence) { [weak self] in self?.notice(whyLong, .caution) } : nil
    workers.perform(order) {
      let result = Result { try work() }
      mailbox.post(wantsFrame: !isQuiet) { [weak self] in
        if let word { self?.cancel(word) }
        if holdsInput { self?.held.workEnded(asMeant: (try? result.get()) != nil) }
        then(result)
      }
    }
  }

  /// How long work that holds the input goes on without a word.
  private static let silence = Duration.seconds(1)

  /// Why something that is written takes long, as far as is known.
  public nonisolated static let stillAtIt = Phrase(
    zh: "仍在进行：可能有别人占用数据文件，或磁盘很慢；所写的都在", en: "Still at it: others may hold the store, or the disk is slow; what you wrote is kept")

  /// Waits until all work is done; for the end of a desk: what was typed last is still written, and nobody reads from what is closed then.
  public func finishWork() { workers.finish() }

  /// Does something on the main thread soon: after what is being handled now, before the next frame or the one after it.
  public func post(_ action: @escaping @MainActor @Sendable () -> Void) { mailbox.post(action) }

  /// A way to the main thread for other threads.
  public var poster: @Sendable (@escaping @MainActor @Sendable () -> Void) -> Void {
    let mailbox = self.mailbox
    return { mailbox.post($0) }
  }

  /// Does something again and again while the desk runs; after an interval for the first time. Times that were missed are skipped.
  ///
  /// The action draws nothing by itself: `setNeedsDrawing` if it changed what is seen.
  /// - Returns: what cancels it.
  @discardableResult
  public func every(_ interval: Duration, _ action: @escaping @MainActor () -> Void) -> TimerToken {
    timers.add(at: clock() + interval, every: interval, action)
  }

  /// Does something once, later.
  ///
  /// - Returns: what cancels it.
  @discardableResult
  public func after(_ delay: Duration, _ action: @escaping @MainActor () -> Void) -> TimerToken {
    timers.add(at: clock() + delay, every: nil, action)
  }

  /// Forgets a timer; nothing happens if it has gone already.
  public func cancel(_ token: TimerToken) { timers.remove(token) }

  /// Tells every screen that others changed something.
  public func announce(_ news: any Sendable) {
    for screen in screens { screen.changed(news) }
    for modal in modals { modal.changed() }
    needsDrawing = true
  }
}
