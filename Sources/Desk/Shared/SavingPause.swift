import DeskRuntime

/// When what is being written goes to disk: a moment after the last key, and while somebody writes on without a pause, now and then all the same.
@MainActor
final class SavingPause {
  private let runtime: Runtime
  private let quiet: Duration
  private let longest: Duration
  private var timers: (quiet: TimerToken, longest: TimerToken)?

  /// - Parameters:
  ///   - quiet: how long after the last key.
  ///   - longest: how long at most after the first key that is not on disk.
  init(_ runtime: Runtime, quiet: Duration, longest: Duration = .seconds(2)) {
    self.runtime = runtime
    self.quiet = quiet
    self.longest = longest
  }

  /// Something was written; `save` is called when its time has come.
  func wrote(_ save: @escaping @MainActor () -> Void) {
    let saveOnce: @MainActor () -> Void = { [weak self] in
      self?.end()
      save()
    }
    if let timers { runtime.cancel(timers.quiet) }
    timers = (runtime.after(quiet, saveOnce), timers?.longest ?? runtime.after(longest, saveOnce))
  }

  /// It is on its way to disk, or given up.
  func end() {
    guard let timers else { return }
    runtime.cancel(timers.quiet)
    runtime.cancel(timers.longest)
    self.timers = nil
  }
}
