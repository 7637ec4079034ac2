import CenterStore
import Regulation
import Widgets

/// The plan of a draw, center by center and expert by expert.
struct PlanState: Sendable {
  /// Whose part of the plan is listed.
  enum Side: Sendable { case centers, experts }

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

  /// An expert with the centers that they would have.
  struct Load: Sendable, Hashable {
    /// The login.
    let expert: String
    /// What they would score, by code.
    let lines: [AssignmentPlan.Line]

    /// How many of them would be drawn now.
    var drawn: Int { lines.count(where: \.isNew) }
    /// How many are of their field.
    var ofField: Int { lines.count(where: \.fieldMatch) }
  }

  /// The draw.
  let draw: AssignmentDraw
  /// The centers: those that are short first, then those that get somebody, each by code.
  let rows: [Row]
  /// The experts who could be drawn, those who would have the most first, then by login; who would have none stands at the end.
  let loads: [Load]
  /// Whether the centers are listed or the experts.
  var side = Side.centers
  /// Which line of the side in hand is selected.
  var list: ListState {
    get { side == .centers ? centerList : expertList }
    set { if side == .centers { centerList = newValue } else { expertList = newValue } }
  }
  private var centerList = ListState()
  private var expertList = ListState()
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
    let carried = Dictionary(grouping: draw.plan.lines, by: \.expert)
    loads = Set(draw.names.keys).union(carried.keys).map { Load(expert: $0, lines: carried[$0] ?? []) }.sorted { left, right in
      left.lines.count == right.lines.count
        ? left.expert.utf8.lexicographicallyPrecedes(right.expert.utf8) : left.lines.count > right.lines.count
    }
    centerList.setCount(rows.count)
    expertList.setCount(loads.count)
  }

  /// The selected center; `nil` while the experts are listed.
  var selected: Row? { side == .centers && rows.indices.contains(list.selected) ? rows[list.selected] : nil }
  /// The selected expert; `nil` while the centers are listed.
  var selectedLoad: Load? { side == .experts && loads.indices.contains(list.selected) ? loads[list.selected] : nil }

  /// The centers whose names are seen when some lines of the side in hand are.
  func centers(in visible: Range<Int>) -> [String] {
    switch side {
    case .centers: visible.map { rows[$0].center }
    case .experts: selectedLoad?.lines.map(\.center) ?? []
    }
  }

  /// Selects the next center that is short, after the last the first.
  mutating func selectNextShort() {
    side = .centers
    let short = rows.indices.filter { rows[$0].shortage != nil }
    if let next = short.first(where: { $0 > list.selected }) ?? short.first { list.select(next) }
  }

  /// The name of an expert.
  func name(_ login: String) -> String { draw.names[login] ?? login }
}
