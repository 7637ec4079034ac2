import DeskRuntime
import Regulation
import Widgets
import Wording

/// A place that a home screen leads to, by a digit of its own or by Enter on its line.
enum Destination: Sendable, Hashable {
  case progress(Int)
  case ranking(Int)
  case rounds
  case registry

  /// What it is called.
  var name: Phrase {
    switch self {
    case .progress(let year): Phrase(zh: "\(year) 年度评分进度", en: "Progress of \(year)")
    case .ranking(let year): Phrase(zh: "\(year) 年度排名", en: "Ranking of \(year)")
    case .rounds: Phrase(zh: "评估年度", en: "Rounds of evaluation")
    case .registry: Phrase(zh: "管理序列", en: "Registry of centers")
    }
  }

  /// What is found there.
  var purpose: Phrase {
    switch self {
    case .progress: Phrase(zh: "哪些专家落后，哪些中心份数不足", en: "which experts are behind, which centers lack sheets")
    case .ranking: Phrase(zh: "名次、得分、等级、分布", en: "ranks, scores, grades, their distribution")
    case .rounds: Phrase(zh: "新年度、结算、公示、结束", en: "announce, settle, publish, close")
    case .registry: Phrase(zh: "检索、筛选、各中心档案", en: "search, filter, each center's file")
    }
  }

  /// The binding of the destination at a place of the list; digits are no letters, so they arrive with an input method on.
  func binding(at place: Int) -> KeyBinding {
    KeyBinding(
      ActionName("go.\(place)"), [.character(Character(String(place + 1)))], label: name, explanation: name + Phrase(same: ": ") + purpose)
  }

  /// The screen.
  @MainActor
  func screen(_ sitting: Sitting) -> any Screen {
    switch self {
    case .progress(let year): ProgressScreen(sitting, year: year)
    case .ranking(let year): RankingScreen(sitting, year: year)
    case .rounds: RoundsScreen(sitting)
    case .registry: RegistryScreen(sitting)
    }
  }
}

extension [Destination] {
  /// Draws the list, the selected line with the cursor.
  func draw(on canvas: inout Canvas, in area: Area, selected: Int?, look: Look) {
    let names = map { look($0.name) }
    let width = names.map { canvas.measure.columns(of: $0) }.max() ?? 0
    for (place, destination) in enumerated().prefix(area.rows) {
      let line = Area(column: area.column, row: area.row + place, columns: area.columns, rows: 1)
      let isSelected = place == selected
      if isSelected { canvas.fill(line, Style(.selected)) }
      func style(_ ink: Ink, bold: Bool = false) -> Style { Style(isSelected ? .selected : ink, bold: bold) }
      canvas.put("\(place + 1)", at: Position(column: line.column + 1, row: line.row), style: style(.accent, bold: true), within: line)
      canvas.put(names[place], at: Position(column: line.column + 4, row: line.row), style: style(.plain, bold: true), within: line)
      let rest = line.splitLeft(width + 7).rest
      canvas.put(
        canvas.measure.truncated(look(destination.purpose), to: rest.columns), at: rest.origin, style: style(.muted), within: rest)
      if isSelected { canvas.cursor = line.origin }
    }
  }
}
