import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the home of those who run rounds is drawn.
struct StaffHomeView {
  let state: StaffHomeState
  let look: Look
  let isStaff: Bool

  /// Where the destinations stand.
  static func menuArea(in area: Area, count: Int) -> Area {
    Area(column: area.column, row: max(area.row, area.bottom - count - 1), columns: area.columns, rows: count)
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let menu = StaffHomeView.menuArea(in: area, count: state.destinations.count)
    let upper = Area(column: area.column + 1, row: area.row, columns: area.columns - 2, rows: menu.row - area.row - 1)
    drawRound(on: &canvas, in: upper)
    canvas.horizontalRule(at: Position(column: upper.column, row: menu.row - 1), columns: upper.columns, within: area)
    state.destinations.draw(on: &canvas, in: menu, selected: state.list.selected, isStaff: isStaff, look: look)
  }

  private func drawRound(on canvas: inout Canvas, in area: Area) {
    guard let round = state.round, let progress = state.progress else {
      return (isStaff ? StaffHomeView.noRound : StaffHomeView.noneEntrusted).draw(on: &canvas, in: area, look: look)
    }
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style, row: Int) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, area.right - column)), at: Position(column: column, row: area.row + row),
        style: style, within: area)
    }
    put(Phrase(zh: "\(round.year) 年度绩效评估  ", en: "Evaluation of \(round.year)  "), Style(.heading, bold: true), row: 0)
    put(round.state.phrase, Style(round.state.ink, bold: true), row: 0)
    if round.state.takesSheets {
      let deadline = ScoringDeadline.phrase(round.scoresBy, today: progress.today)
      put(Phrase(same: "  ") + deadline.phrase, Style(deadline.ink), row: 0)
    } else if let until = round.noticeUntil {
      put(Phrase(zh: "  公示至 \(until)", en: "  notice until \(until)") + round.noticeRemark, Style(.muted), row: 0)
    }
    column = area.column
    if progress.assigned == 0 {
      // A share of nothing would read as if somebody were behind.
      put(Phrase(zh: "没有评分任务", en: "No sheet is to come"), Style(.muted), row: 1)
    } else {
      put(
        Phrase(zh: "已交 \(progress.submitted)/\(progress.assigned) 份评分表  ", en: "\(progress.submitted) of \(progress.assigned) sheets in  "),
        .plain, row: 1)
      let bar = Area(column: column, row: area.row + 1, columns: max(0, area.right - column - 6), rows: 1)
      let isWhole = progress.submitted >= progress.assigned
      canvas.bar(Double(progress.submitted) / Double(progress.assigned), in: bar, ink: isWhole ? .good : .bar)
      canvas.put(
        canvas.measure.padded("\(progress.submitted * 100 / progress.assigned)%", to: 5, .right),
        at: Position(column: bar.right + 1, row: bar.row), within: area)
    }
    column = area.column
    if let declined { put(declined, Style(.caution), row: 2) }
    drawQueues(progress, on: &canvas, in: area.splitTop(3).rest)
  }

  private static let noRound = WordsPage(
    heading: Phrase(zh: "还没有评估年度", en: "There is no round of evaluation yet"),
    paragraphs: [Phrase(zh: "先在“评估年度”中发布通知，再分配专家。", en: "Announce one under “Rounds of evaluation”, then assign experts.")])
  private static let noneEntrusted = WordsPage(
    heading: Phrase(zh: "没有委托贵机构组织的评估", en: "No round is entrusted to your agency"),
    paragraphs: [Phrase(zh: "市科技局委托后在此显示。", en: "One that the bureau entrusts to it shows here.")])

  /// Who declined a center in whose place nobody came yet.
  private var declined: Phrase? {
    guard let first = state.declined.first else { return nil }
    let count = state.declined.count
    return Phrase(
      zh: "辞评待补 \(count) 份：\(first.name)（\(first.center)）\(count > 1 ? "等" : "")；在评分进度里按 Tab 选中心，补抽或指定",
      en:
        "\(count.counted("sheet")) declined: \(first.name) (\(first.center))\(count > 1 ? " and others" : ""); Tab under Progress, then draw or assign"
    )
  }

  private func drawQueues(_ progress: ProgressState, on canvas: inout Canvas, in area: Area) {
    let parts = area.columns([.part(1), .part(1)], gap: 2)
    let behind = state.behind
    let isScored = !progress.round.state.takesSheets
    let absent = progress.absent
    let nobody =
      progress.experts.isEmpty
      ? Phrase(zh: "还没有分配专家。", en: "No expert is assigned yet.")
      : absent == progress.centers.count && absent > 0
        ? Phrase(zh: "\(absent) 个中心都未参加，没有要评的。", en: "All \(absent) absent: nothing to score.") : nil
    let late = behind.filter { progress.late($0) > 0 }.count
    let experts = Queue(
      title: late > 0
        ? Phrase(zh: "逾期的专家 \(late) 位", en: late == 1 ? "1 expert is late" : "\(late) experts are late")
        : Phrase(
          zh: "未交齐的专家 \(behind.count) 位",
          en: behind.count == 1 ? "1 expert owes sheets" : "\(behind.count) experts owe sheets"),
      ink: late > 0 ? .bad : nobody != nil ? .heading : behind.isEmpty ? .good : .heading,
      lines: behind.map { expert in
        let done = expert.given * 100 / max(1, expert.assigned * IndicatorCode.count)
        return Queue.Line(
          name: expert.name, text: Phrase(zh: "差 \(expert.open) 份，打分 \(done)%", en: "\(expert.open) to come, \(done)% of items"),
          brief: Phrase(zh: "差 \(expert.open) 份", en: "\(expert.open) to come"),
          ink: progress.late(expert) > 0 ? .bad : expert.given == 0 ? .caution : .plain)
      },
      done: nobody ?? (isScored ? Phrase(zh: "评分已结束。", en: "Scoring is over.") : Phrase(zh: "全部专家已交齐。", en: "All experts have submitted.")))
    let short = state.short
    let centers = Queue(
      title: Phrase(zh: "份数不足的中心 \(short.count) 个", en: short.count == 1 ? "1 center lacks sheets" : "\(short.count) centers lack sheets")
        + (absent > 0 ? Phrase(zh: "，未参加 \(absent) 个", en: ", \(absent) absent") : Phrase(same: "")),
      ink: nobody != nil ? .heading : short.isEmpty ? .good : .heading,
      lines: short.map { center in
        Queue.Line(
          name: center.name, text: Phrase(same: "\(center.submitted)/\(progress.round.minimumSheets)"),
          ink: center.assigned < progress.round.minimumSheets ? .bad : .plain)
      }, done: nobody ?? Phrase(zh: "每个中心份数已够。", en: "Every center has enough sheets."))
    experts.draw(on: &canvas, in: parts[0], look: look)
    centers.draw(on: &canvas, in: parts[1], look: look)
  }
}

/// A short list of what waits.
private struct Queue {
  struct Line {
    var name: String
    var text: Phrase
    /// The text where it would push the name out.
    var brief: Phrase?
    var ink: Ink
  }

  var title: Phrase
  var ink: Ink
  var lines: [Line]
  var done: Phrase

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard area.rows >= 2 else { return }
    canvas.put(canvas.measure.truncated(look(title), to: area.columns), at: area.origin, style: Style(ink, bold: true), within: area)
    let body = area.splitTop(1).rest
    if lines.isEmpty {
      canvas.put(look(done), at: body.origin, style: Style(.muted), within: body)
      return
    }
    let shown = lines.count > body.rows ? body.rows - 1 : lines.count
    for (offset, line) in lines.prefix(shown).enumerated() {
      let row = body.row + offset
      var text = look(line.text)
      if let brief = line.brief, canvas.measure.columns(of: line.name) + canvas.measure.columns(of: text) + 2 > area.columns {
        text = look(brief)
      }
      let width = canvas.measure.columns(of: text)
      canvas.put(
        CenterName.fitted(line.name, to: max(0, area.columns - width - 2), canvas.measure), at: Position(column: area.column, row: row),
        style: Style(line.ink), within: body)
      canvas.put(
        text, at: Position(column: area.right - width, row: row), style: Style(line.ink == .plain ? .muted : line.ink), within: body)
    }
    if shown < lines.count {
      canvas.put(
        look(Phrase(zh: "另有 \(lines.count - shown) 个，见评分进度", en: "\(lines.count - shown) more under Progress")),
        at: Position(column: area.column, row: body.row + shown), style: Style(.muted), within: body)
    }
  }
}
