/// What a step of a plan costs: first load and fields in one number, then the lot. Sums and comparisons are exact.
struct AssignmentCost: Comparable {
  /// Load weighs more than all fields together: see ``AssignmentFlow``.
  var weight: Int
  var lot: Int

  static let zero = AssignmentCost(weight: 0, lot: 0)
  static let unreachable = AssignmentCost(weight: .max, lot: .max)

  static func < (left: AssignmentCost, right: AssignmentCost) -> Bool {
    left.weight < right.weight || (left.weight == right.weight && left.lot < right.lot)
  }
  static func + (left: AssignmentCost, right: AssignmentCost) -> AssignmentCost {
    AssignmentCost(weight: left.weight + right.weight, lot: left.lot + right.lot)
  }
  static func - (left: AssignmentCost, right: AssignmentCost) -> AssignmentCost {
    AssignmentCost(weight: left.weight - right.weight, lot: left.lot - right.lot)
  }
  static func += (left: inout AssignmentCost, right: AssignmentCost) { left = left + right }
}

/// The centers through which a sheet could pass from one expert to another, cheapest first. What is no longer possible is
/// thrown away only when it comes up.
struct PassageHeap {
  private var entries: [(cost: AssignmentCost, center: Int)] = []

  /// The cheapest; center −1 where there is none.
  var first: (cost: AssignmentCost, center: Int) { entries.first ?? (.unreachable, -1) }

  mutating func insert(_ cost: AssignmentCost, _ center: Int) {
    entries.append((cost, center))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].cost < entries[parent].cost else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() {
    let last = entries.removeLast()
    if entries.isEmpty { return }
    entries[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && entries[child].cost < entries[least].cost {
        least = child
      }
      if least == parent { return }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}
