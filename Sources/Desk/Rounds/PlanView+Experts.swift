import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The plan of a draw expert by expert: how much each would have, and what.
extension PlanView {
  /// The table of experts, without its rows.
  var experts: Table {
    Table(
      columns: [
        TableColumn(look(Phrase(zh: "专家", en: "Expert")), minimum: 10, ideal: 14),
        TableColumn(look(Phrase(zh: "账号", en: "Login")), minimum: 8, ideal: 12, priority: 1),
        TableColumn(look(Phrase(zh: "中心", en: "Centers")), minimum: 7, ideal: 7, alignment: .right),
        TableColumn(look(Phrase(zh: "新抽", en: "New")), minimum: 4, ideal: 4, alignment: .right),
        TableColumn(look(Phrase(zh: "领域相符", en: "Field")), minimum: 8, ideal: 8, priority: 2, alignment: .right),
        TableColumn(look(Phrase(zh: "评哪些（+ 为新抽）", en: "Which (+ drawn now)")), minimum: 20, ideal: 40, stretch: 1),
      ], emptyText: [look(Phrase(zh: "方案里没有专家。", en: "No expert is in the plan."))], margin: 1)
  }

  /// Draws the table with its rows.
  func drawExperts(on canvas: inout Canvas, in area: Area) {
    let table = experts
    let room = table.columns(of: 5, in: area)
    table.draw(on: &canvas, in: area, state: state.list) { place in
      let load = state.loads[place]
      let codes = load.lines.map { ($0.isNew ? "+" : "") + $0.center }.joined(separator: look(Phrase(zh: "、", en: ", ")))
      return TableRow([
        TableCell(state.name(load.expert)), TableCell(load.expert, Style(.muted)),
        TableCell(String(load.lines.count), Style(load.lines.isEmpty ? .muted : .plain)),
        TableCell(load.drawn == 0 ? "" : "+\(load.drawn)", Style(.accent)), TableCell(String(load.ofField), Style(.muted)),
        TableCell(measure.truncated(codes, to: room)),
      ])
    }
  }

  /// An expert: each center, whether it is drawn now, and whether its field is theirs.
  func lines(of load: PlanState.Load, _ columns: Int) -> [StyledLine] {
    if load.lines.isEmpty {
      return StyledLine.wrapped(
        look(Phrase(zh: "方案里没有其要评的中心。", en: "The plan has no center for them.")), to: columns, Style(.muted), measure: measure)
    }
    return load.lines.flatMap { line in
      StyledLine.wrapped(
        "\(line.center)  \(state.names[line.center] ?? "")  \(look(PlanView.how(line)))", to: columns, Style(line.isNew ? .accent : .plain),
        measure: measure)
    }
  }
}
