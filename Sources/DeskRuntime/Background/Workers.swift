import Dispatch

/// The order in which background work is done.
public enum WorkOrder: Sendable, Hashable {
  /// One after the other, as it was asked for: for all that writes.
  case inTurn
  /// At once, beside other work: for reading.
  case beside
}

/// Who does background work.
public protocol Workers: Sendable {
  /// Does a piece of work, now or later, on any thread.
  func perform(_ order: WorkOrder, _ work: @escaping @Sendable () -> Void)
  /// Returns when all work is done that was asked for before.
  func finish()
}

/// Work on queues of the system.
public struct QueueWorkers: Workers {
  private let turn = DispatchQueue(label: "desk.in-turn", qos: .userInitiated)
  private let beside = DispatchQueue(label: "desk.beside", qos: .userInitiated, attributes: .concurrent)

  /// Makes queues of its own.
  public init() {}

  /// Does the work on one of the queues.
  public func perform(_ order: WorkOrder, _ work: @escaping @Sendable () -> Void) {
    switch order {
    case .inTurn: turn.async(execute: work)
    case .beside: beside.async(execute: work)
    }
  }

  /// Waits for both queues.
  public func finish() {
    turn.sync {}
    beside.sync(flags: .barrier) {}
  }
}

/// Work that is done where it is asked for, so that a test needs no waiting.
public struct InlineWorkers: Workers {
  /// Makes the worker.
  public init() {}
  /// Does the work now.
  public func perform(_ order: WorkOrder, _ work: @escaping @Sendable () -> Void) { work() }
  /// It is done already.
  public func finish() {}
}
