import Regulation

/// What a document proves: an item of what it is attached to.
public enum Proof: Sendable, Hashable, Comparable, CodedAsText {
  /// A data item of a center's evaluation form (article 27).
  case fact(FactCode)
  /// A condition of an application, by its article: `9.2`, `10`.
  case condition(String)
  /// A step of an application, by its place in the history; the first one is 1.
  case step(Int)
  /// A credit check of the host (信用核查, article 9.4), by its place among those on file, in the order in which they were put there; the first
  /// one is 1.
  case creditCheck(Int)
  /// Something on file of a center's duties (articles 6, 7 and 14 to 24).
  case duty(DutyPlace)

  /// As it is kept: `3.3.f`, `article/9.2`, `step/2`, `credit/1`, `duty/plan/projects/2026/`.
  public var description: String {
    switch self {
    case .fact(let code): code.description
    case .condition(let article): "article/\(article)"
    case .step(let place): "step/\(place)"
    case .creditCheck(let place): "credit/\(place)"
    case .duty(let place): "duty/\(place)"
    }
  }

  /// Reads what was kept; `nil` for what a newer program may have written.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 1, let code = FactCode(text) {
      self = .fact(code)
    } else if parts.count == 2, parts[0] == "article", !parts[1].isEmpty {
      self = .condition(String(parts[1]))
    } else if parts.count == 2, parts[0] == "step", let place = Int(parts[1]) {
      self = .step(place)
    } else if parts.count == 2, parts[0] == "credit", let place = Int(parts[1]) {
      self = .creditCheck(place)
    } else if parts.count == 2, parts[0] == "duty", let place = DutyPlace(parts[1]) {
      self = .duty(place)
    } else {
      return nil
    }
  }

  /// Data items in the order of the table, then conditions, steps, credit checks and duties.
  public static func < (left: Proof, right: Proof) -> Bool {
    switch (left, right) {
    case (.fact(let left), .fact(let right)): left < right
    case (.condition(let left), .condition(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.step(let left), .step(let right)), (.creditCheck(let left), .creditCheck(let right)): left < right
    case (.duty(let left), .duty(let right)): left < right
    default: left.rank < right.rank
    }
  }

  /// Whether it is a record of what was done with an application, a step or a credit check, and no condition that its host answers for.
  public var isRecord: Bool {
    switch self {
    case .step, .creditCheck: true
    case .fact, .condition, .duty: false
    }
  }

  /// Whether what proves this bears on an item: on itself, and what proves a credit check on condition 9.4, which the check decides.
  public func bears(on item: Proof) -> Bool {
    if case .creditCheck = self, item == .condition("9.4") { return true }
    return self == item
  }

  private var rank: Int {
    switch self {
    case .fact: 0
    case .condition: 1
    case .step: 2
    case .creditCheck: 3
    case .duty: 4
    }
  }
}
