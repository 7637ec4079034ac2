import DeskRuntime
import Wording

/// How long a visitor of a demo may stay.
public struct VisitRule: Sendable, Hashable {
  /// How long at most.
  public var stay: Duration
  /// How long without a key.
  public var idle: Duration

  /// Makes a rule.
  public init(stay: Duration, idle: Duration) {
    self.stay = stay
    self.idle = idle
  }
}

/// A visit that has begun.
@MainActor
struct Visit {
  /// How long before the end it is said.
  private static let notice = Duration.seconds(120)

  private let rule: VisitRule
  private let start = ContinuousClock.now

  init(_ rule: VisitRule) { self.rule = rule }

  /// Ends a loop when the visit is over, and says so a while before.
  func limit(_ runtime: Runtime) {
    var wasTold = false
    runtime.every(.seconds(1)) { [unowned runtime] in
      let left = rule.stay - (ContinuousClock.now - start)
      if left <= .zero || runtime.idle >= rule.idle { return runtime.finish(.terminated) }
      guard left <= Visit.notice, !wasTold else { return }
      wasTold = true
      runtime.notice(
        Phrase(
          zh: "试用时间将到，约两分钟后结束，演示数据随之删除", en: "The visit ends in about two minutes, and the made-up data with it"), .caution)
      runtime.setNeedsDrawing()
    }
  }
}
