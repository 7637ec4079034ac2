import CenterStore
import Regulation
import Widgets

/// The plan of a draw, center by center.
struct PlanState: Sendable {
  /// A center with the experts that it would have.
  struct Row: Sendable, Hashable {
    /// Its code.
    let center: String
    /// Who would score it, those who stand already first.
    let lines: [AssignmentPlan.Line]
    /// What it lacks; `nil` where it has enough.
    let shortage: AssignmentPlan.Shortage?

    /// What is short stands first, then what changes.
    fileprivate var weight: Int { shortage != nil ? 0 : lines.contains(where: \.isNew) ? 1 : 2 }
  }

  /// The draw.
  let draw: AssignmentDraw
  /// The centers: those that are short first, then those that get somebody, each by code.
  let rows: [Row]
  /// Which one is selected.
  var list = ListState()
  /// Names of centers, as far as they were looked up.
  var names: [String: String] = [:]

  /// Shows a draw.
  init(_ draw: AssignmentDraw) {
    self.draw = draw
    let lines = Dictionary(grouping: draw.plan.lines, by: \.center)
    let short = Dictionary(draw.plan.unfilled.map { ($0.center, $0) }, uniquingKeysWith: { first, _ in first })
    rows = Set(lines.keys).union(short.keys).map { code in
      Row(center: code, lines: (lines[code] ?? []).filter { !$0.isNew } + (lines[code] ?? []).filter(\.isNew), shortage: short[code])
    }.sorted { left, right in
      left.weight == right.weight ? left.center.utf8.lexicographicallyPrecedes(right.center.utf8) : left.weight < right.weight
    }
    list.setCount(rows.count)
  }

  /// The selected center.
  var selected: Row? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }

  /// Selects the next center that is short, after the last the first.
  mutating func selectNextShort() {
    let short = rows.indices.filter { rows[$0].shortage != nil }
    if let next = short.first(where: { $0 > list.selected }) ?? short.first { list.select(next) }
  }

  /// The name of an expert.
  func name(_ login: String) -> String { draw.names[login] ?? login }
}
