import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What came of a deed with each of several centers: those first with which it was not done.
@MainActor
final class DeedReportScreen: ListScreen {
  private let sitting: Sitting
  private let form: DeedForm
  private let centers: MarkedCenters
  /// Told of what came of all of them, also where nobody looks any more.
  private let ended: @MainActor ([DeedOutcome]) -> Void
  /// Those with which it was not done.
  private var failed: [DeedOutcome]
  private var finished: [DeedOutcome] = []
  private var isUnderWay = false
  private let wanted = Stopping()
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState?

  init(
    _ sitting: Sitting, _ form: DeedForm, _ centers: MarkedCenters, ended: @escaping @MainActor ([DeedOutcome]) -> Void
  ) {
    self.sitting = sitting
    self.form = form
    self.centers = centers
    self.ended = ended
    failed = centers.refused
    list = ListState(count: failed.count)
  }

  /// Does it with one center after the other; each stands in the list as soon as it is done.
  func carryOut(_ act: @escaping DeedForm.Act) {
    isUnderWay = true
    let goesOn = wanted.begin()
    let (store, who, post, lines, ended) = (sitting.store, sitting.acting, sitting.runtime.poster, centers.lawful, ended)
    let runtime = sitting.runtime
    runtime.background { [weak self] in
      lines.map { line in
        let outcome =
          goesOn() ? DeedOutcome.of(act, with: line, store, who) : DeedOutcome(line: line, done: nil, refusal: DeedReportScreen.stopped)
        post { self?.add(outcome) }
        return outcome
      }
    } then: { [weak self] (result: Result<[DeedOutcome], any Error>) in
      self?.isUnderWay = false
      guard case .success(let outcomes) = result else { return }
      ended(outcomes)
      runtime.notice(Phrase(zh: "已逐个办理", en: "Each was taken in turn"), .done)
    }
  }

  private nonisolated static let stopped = Phrase(zh: "已停止，没有办理", en: "stopped before it")

  private func add(_ outcome: DeedOutcome) {
    if outcome.refusal == nil { finished.append(outcome) } else { failed.append(outcome) }
    // What is under the cursor stays there.
    let selected = list?.selected ?? 0
    list?.setCount(outcomes.count)
    if outcome.refusal != nil, selected >= failed.count - 1, outcomes.count > 1 { list?.select(selected + 1) }
  }

  /// Those with which it was not done first.
  private var outcomes: [DeedOutcome] { failed + finished }

  var title: Phrase { Phrase(zh: "办理结果", en: "What came of it") }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: tableArea) }
  /// A head of two lines above, the whole words of the selected one beneath.
  private var tableArea: Area {
    let rest = area.splitTop(2).rest
    return rest.splitTop(max(3, rest.rows - 4)).top.inset(columns: 1)
  }

  private var selected: DeedOutcome? { list.map(\.selected).flatMap { outcomes.indices.contains($0) ? outcomes[$0] : nil } }

  var bindings: [KeyBinding] {
    (isUnderWay
      ? [
        KeyBinding(
          "stop", [KeyPress(.function(5)), .character("x")], label: Phrase(zh: "停止", en: "stop"),
          explanation: Phrase(zh: "停止办理；已办理的不变，其余仍有标记", en: "stop; what was done stays done, the others stay marked"),
          prominence: .first)
      ] : []) + [
        KeyBinding(
          "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
          explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .first),
        KeyBinding(
          "copy", [.character("y"), .control("y"), KeyPress(.function(2))], label: Phrase(zh: "复制结果", en: "copy the report"),
          explanation: Phrase(zh: "复制每个中心的办理结果，可贴入表格", en: "copy what came of each, to be pasted into a spreadsheet"), prominence: .first),
      ]
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let selected { sitting.runtime.push(CenterFileScreen(sitting, code: selected.line.code)) }
    case "copy": copy()
    case "stop": wanted.stop()
    default: break
    }
  }

  private func copy() {
    let language = sitting.runtime.language
    let rows = outcomes.map { "\($0.line.code)\t\($0.line.name)\t\(state($0)[language])\t\($0.phrase[language])" }
    if sitting.runtime.terminal.copy(rows.joined(separator: "\n")) {
      sitting.runtime.notice(Phrase(zh: "已复制 \(rows.count) 行", en: "Copied \(rows.count.counted("row"))"), .done)
    } else {
      sitting.runtime.notice(Phrase(zh: "剪贴板放不下这么多", en: "That is too much for the clipboard"), .caution)
    }
  }

  private func state(_ outcome: DeedOutcome) -> Phrase {
    outcome.refusal == nil ? Phrase(zh: "已办理", en: "done") : Phrase(zh: "未办理", en: "not done")
  }

  // MARK: - Drawing

  private func table(_ look: Look) -> Table {
    Table(columns: [
      TableColumn(look(.code), minimum: 11, ideal: 12),
      TableColumn(look(.name), minimum: 16, ideal: 32, stretch: 1, priority: 2),
      TableColumn(look(Phrase(zh: "结果", en: "Outcome")), minimum: 8, ideal: 8),
      TableColumn(look(Phrase(zh: "说明", en: "Why, or what")), minimum: 24, ideal: 48, stretch: 2, priority: 1),
    ])
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    drawHead(on: &canvas, in: area.inset(columns: 1), look)
    let (table, room) = (table(look), tableArea)
    list?.layout(rows: table.rowsArea(in: room).rows)
    guard let list else { return }
    let (names, words, measure) = (table.columns(of: 1, in: room), table.columns(of: 3, in: room), canvas.measure)
    table.draw(on: &canvas, in: room, state: list) { place in
      let outcome = outcomes[place]
      let ink: Ink = outcome.refusal == nil ? .good : .caution
      return TableRow([
        TableCell(outcome.line.code), CenterName.cell(outcome.line.name, to: names, measure),
        TableCell(look(state(outcome)), Style(ink)), TableCell(measure.truncated(look(outcome.phrase), to: words), Style(ink)),
      ])
    }
    guard let selected else { return }
    let text = "\(selected.line.code)  \(look(state(selected)))  \(look(selected.phrase))"
    for (offset, line) in measure.wrapped(text, to: room.columns).prefix(area.bottom - room.bottom - 1).enumerated() {
      canvas.put(
        line, at: Position(column: room.column, row: room.bottom + 1 + offset), style: Style(selected.refusal == nil ? .good : .caution),
        within: area)
    }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area, _ look: Look) {
    let (failed, done) = (failed.count, finished.count)
    var column = area.column
    for (phrase, style) in [
      (form.title + Citation.bracketed(form.article) + Phrase(same: "  "), Style(.heading, bold: true)),
      (Phrase(zh: "已办理 \(done) 个", en: "done for \(done)"), Style(done > 0 ? .good : .muted, bold: true)),
      (
        failed == 0 ? Phrase(same: "") : Phrase(zh: "，未办理 \(failed) 个，仍有标记", en: ", not for \(failed), which stay marked"),
        Style(.caution, bold: true)
      ),
    ] {
      column += canvas.put(look(phrase), at: Position(column: column, row: area.row), style: style, within: area)
    }
    guard isUnderWay else { return }
    let all = centers.lawful.count
    let place = Area(column: area.column, row: area.row + 1, columns: min(60, area.columns), rows: 1)
    ProgressBar(look(Phrase(zh: "逐个办理", en: "one by one")), done: done + failed - centers.refused.count, total: all)
      .draw(on: &canvas, in: place)
  }
}
