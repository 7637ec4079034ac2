import Widgets

extension Runtime {
  /// For how long nobody has pressed a key, pasted or used the mouse.
  public var idle: Duration { clock() - lastTouch }

  /// Shows a screen alone on the same terminal, in a loop of its own, and returns when that ends: meanwhile nothing of this desk is seen or can be
  /// reached, none of its timers runs, and results of its work wait. Where nobody is at the other end any more, or the program is asked to end, this
  /// loop ends as well.
  ///
  /// - Parameter make: makes the screen, for the loop that shows it.
  /// - Returns: the screen, for what came of it.
  public func inFront<Front: Screen>(_ make: (Runtime) -> Front) -> Front {
    let inner = Runtime(terminal: terminal, preferences: preferences, clock: clock, workers: workers)
    let screen = make(inner)
    inner.push(screen)
    let ending = inner.run()
    setPreferences { $0 = inner.preferences }
    typedAhead = inner.typedAhead
    if ending != .left { finish(ending) }
    lastTouch = clock()
    terminal.redraw()
    needsDrawing = true
    return screen
  }
}

extension InputEvent {
  /// Whether it tells only that the window was turned to or from, which nobody does with a key.
  var isFocus: Bool { if case .focus = self { true } else { false } }
}
