/// Work behind the screen that is wanted again and again, such as reading what a list shows whenever news come: what is wanted while it is
/// under way makes it be done once more, not once each time.
@MainActor
public final class RepeatedWork {
  /// Whether it is being done.
  public private(set) var isUnderWay = false
  private var isWantedAgain = false

  /// Nothing is wanted yet.
  public init() {}

  /// Does it, beside other work; or once more as soon as it is done, where it is under way already.
  ///
  /// - Parameters:
  ///   - holdsInput: whether what is typed meanwhile waits (``Runtime/background(_:isQuiet:holdsInput:_:then:)``); asked each time it begins.
  ///   - work: what to do.
  ///   - then: what to do with each result.
  public func run<Value: Sendable>(
    on runtime: Runtime, holdsInput: @autoclosure @escaping @MainActor () -> Bool = false,
    _ work: @escaping @Sendable () throws -> Value, then: @escaping @MainActor @Sendable (Result<Value, any Error>) -> Void
  ) {
    if isUnderWay { return isWantedAgain = true }
    (isUnderWay, isWantedAgain) = (true, false)
    runtime.background(.beside, holdsInput: holdsInput(), work) { [weak self, weak runtime] result in
      self?.isUnderWay = false
      then(result)
      if let self, let runtime, self.isWantedAgain { self.run(on: runtime, holdsInput: holdsInput(), work, then: then) }
    }
  }
}
