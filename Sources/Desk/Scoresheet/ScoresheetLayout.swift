import Regulation
import Widgets

/// Where the parts of a scoresheet stand.
///
/// A window of 80×24 shows all nineteen indicators without their headings beside the facts, and the heading of the selected one above its name; a
/// higher one has all headings and rules as well.
struct ScoresheetLayout {
  /// One line: field, round, last day.
  let head: Area
  /// The indicators.
  let list: Area
  /// The line between both panes.
  let rule: Area
  /// The heading of the selected indicator, with what is given under it; empty where the list has headings of its own.
  let group: Area
  /// The name of the selected indicator.
  let factsTitle: Area
  /// The evaluation points and facts, without their scroll bar.
  var facts: Area
  /// How many lines of facts there are.
  var factsCount = 0
  /// Where a comment is written, frame included.
  let panel: Area
  /// Where a comment is written.
  let commentField: Area
  /// Total, grade, what is saved.
  let summary: Area
  /// Whether headings stand above the indicators.
  let showsHeadings: Bool
  /// Whether a blank row stands between two groups.
  let showsGaps: Bool
  /// Whether a rule stands above the summary.
  let showsRule: Bool
  /// What stands in the rows of the list.
  var rows: [Row] = []

  /// A row of the list.
  enum Row: Hashable {
    case blank
    case heading(Int)
    case indicator(IndicatorCode)
  }

  init(in area: Area, showsPanel: Bool) {
    let isHigh = area.rows >= 30
    let summaryRows = isHigh ? 4 : 2
    let (head, rest) = area.splitTop(area.rows >= 18 ? 1 : 0)
    let (body, summary) = rest.splitTop(rest.rows - summaryRows)
    let left = min(max(area.columns * 9 / 20, 28), 64)
    self.head = head
    self.summary = summary
    showsRule = isHigh
    let parts = body.columns([.fixed(left), .fixed(1), .part(1)])
    list = parts[0]
    rule = parts[1]
    let right = Area(column: parts[2].column + 1, row: parts[2].row, columns: parts[2].columns - 1, rows: parts[2].rows)
    showsHeadings = list.rows >= IndicatorCode.count + 5
    showsGaps = list.rows >= IndicatorCode.count + 5 + 4
    let (group, named) = right.splitTop(showsHeadings || right.rows < 16 ? 0 : 1)
    self.group = group
    let (title, below) = named.splitTop(1)
    factsTitle = title
    let panelRows = showsPanel ? max(5, min(14, right.rows / 2)) : 0
    let (facts, panel) = below.splitTop(below.rows - panelRows)
    // The last column belongs to the scroll bar.
    self.facts = Area(column: facts.column, row: facts.row, columns: facts.columns - 1, rows: facts.rows)
    self.panel = panel
    commentField = panel.inset(columns: 2, rows: 1)
  }

  /// The indicator in a row that was clicked.
  func indicator(at place: Position) -> IndicatorCode? {
    guard list.contains(place), rows.indices.contains(place.row - list.row) else { return nil }
    if case .indicator(let code) = rows[place.row - list.row] { return code }
    return nil
  }
}
