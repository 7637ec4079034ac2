import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the matrix looks: a pure function of its state.
enum MatrixView {
  /// Columns of one indicator in the overview: `5.25` and a blank; of ten points and more, `12.35` and a blank.
  private static func columns(of code: IndicatorCode, _ system: IndicatorSystem) -> Int { system[code].weight >= 10 ? 6 : 5 }

  /// From here on both stand beside each other.
  private static let wide = 170

  /// Where the rows stand: beneath the name of the indicator and the titles.
  static func rows(in area: Area) -> Area { area.splitTop(3).rest.splitLeft(1).rest }

  static func draw(_ state: MatrixState, on canvas: inout Canvas, in area: Area, look: Look) {
    guard let lines = state.lines else {
      let words = state.problem.map { $0 + Phrase(zh: "\n按 F5 重试，Esc 返回。", en: "\nF5 tries again, Esc goes back.") }
      return Blank.draw(words ?? Phrase(zh: "正在读取…", en: "Reading…"), on: &canvas, in: area, look: look)
    }
    if lines.isEmpty {
      return Blank.draw(
        Phrase(zh: "本年度没有由您评分的中心。\n按 Esc 返回。", en: "You score no center this year.\nEsc goes back."), on: &canvas, in: area, look: look)
    }
    drawHead(state, on: &canvas, in: area, look)
    let isWide = area.columns >= wide
    let overviewColumns = IndicatorCode.all.reduce(0) { $0 + columns(of: $1, state.system) }
    let codes = max(6, lines.map { canvas.measure.columns(of: $0.task.center) }.max() ?? 0)
    // Beside the overview stand the codes and totals, two gaps, the edge and the scroll bar with a blank before it.
    let table = table(
      look, codes: codes, overview: state.showsAll && !isWide ? min(overviewColumns, area.columns - 13 - codes) : nil,
      showsOwn: state.showsOwn && (isWide || !state.showsAll))
    let titleLine = Area(column: area.column + 1, row: area.row + 2, columns: area.columns - 1, rows: 1)
    let tableColumns = isWide ? titleLine.columns - overviewColumns - 1 : titleLine.columns
    let tableLine = Area(column: titleLine.column, row: titleLine.row, columns: tableColumns, rows: 1)
    let places = table.places(in: tableLine)
    for place in places {
      let column = table.columns[place.index]
      canvas.put(
        canvas.measure.padded(column.title, to: place.columns, column.alignment), at: Position(column: place.column, row: titleLine.row),
        style: Style(.heading, bold: true), within: tableLine)
    }
    let names = CenterNames(
      lines.map(\.task.name), columns: places.first { $0.index == Self.name }?.columns ?? 0, measure: canvas.measure)
    let overview: Area? =
      isWide
      ? Area(column: tableLine.right + 1, row: titleLine.row, columns: overviewColumns, rows: 1)
      : state.showsAll ? room(of: Self.bar, in: places, row: titleLine.row) : nil
    if let overview { drawCodes(state, on: &canvas, in: overview) }
    let showsOwn = state.showsOwn && (isWide || !state.showsAll)
    let rows = rows(in: area)
    let visible = state.list.visible(rows: rows.rows)
    for index in visible {
      let row = rows.row + index - visible.lowerBound
      let line = Area(column: rows.column, row: row, columns: tableColumns, rows: 1)
      table.draw(self.row(lines[index], names, state, showsOwn: showsOwn, look), on: &canvas, in: line, places, selection: nil)
      if !(state.showsAll && !isWide), let bar = room(of: Self.bar, in: places, row: row) {
        let points = lines[index].sheet.points[state.indicator]
        let full = state.system[state.indicator].fullPoints
        canvas.bar(Double(points?.hundredths ?? 0) / Double(full.hundredths), in: bar)
      }
      if let overview {
        drawPoints(lines[index].sheet, state, on: &canvas, in: Area(column: overview.column, row: row, columns: overview.columns, rows: 1))
      }
      if index == state.list.selected {
        canvas.restyle(Area(column: rows.column, row: row, columns: rows.columns - 1, rows: 1), .selected)
        canvas.cursor = Position(column: rows.column, row: row)
      }
    }
    canvas.scrollBar(
      in: Area(column: rows.right - 1, row: rows.row, columns: 1, rows: rows.rows), top: visible.lowerBound, count: lines.count)
  }

  private static func drawHead(_ state: MatrixState, on canvas: inout Canvas, in area: Area, _ look: Look) {
    let indicator = state.system[state.indicator]
    let group = state.system.groups[state.indicator.group - 1]
    let (left, right) = look.asciiOnly ? ("<", ">") : ("‹", "›")
    let name = "\(left) \(indicator.code) \(look(indicator.name)) \(right)"
    let mean = state.mean.map { Phrase(zh: "，平均 \($0)", en: ", mean \($0)") } ?? Phrase(same: "")
    // The figures first: where there is little room, it is the heading that gives way.
    let note = look(Phrase(zh: "满分 \(indicator.weight)", en: "of \(indicator.weight)") + mean + Phrase(same: " · ") + group.name)
    let noteColumns = min(canvas.measure.columns(of: note), area.columns / 2)
    canvas.put(
      canvas.measure.truncated(name, to: area.columns - noteColumns - 4), at: Position(column: area.column + 1, row: area.row),
      style: Style(.heading, bold: true), within: area)
    canvas.put(
      canvas.measure.truncated(note, to: noteColumns), at: Position(column: area.right - noteColumns - 1, row: area.row),
      style: Style(.muted), within: area)
  }

  private static let name = 1
  private static let bar = 2

  /// - Parameters:
  ///   - codes: how wide the widest code is; names and bars give way before a code is cut.
  ///   - overview: the columns that all indicators take where they stand in place of one; `nil` for one.
  ///   - showsOwn: whether the hosts' own points stand beside one's own.
  private static func table(_ look: Look, codes: Int, overview: Int?, showsOwn: Bool) -> Table {
    func title(_ zh: String, _ en: String) -> String { look(Phrase(zh: zh, en: en)) }
    let isOne = overview == nil
    var columns = [
      TableColumn(title("编号", "Code"), minimum: codes, ideal: codes),
      TableColumn(title("名称", "Name"), minimum: 14, ideal: isOne ? 40 : 24, stretch: 1, priority: isOne ? 0 : 3),
      TableColumn("", minimum: overview ?? 8, ideal: overview ?? 30, stretch: isOne ? 1 : 0, priority: isOne ? 4 : 0),
      TableColumn(title("得分", "Points"), minimum: 6, ideal: 6, priority: isOne ? 0 : 6, alignment: .right),
      TableColumn(title("合计", "Total"), minimum: 6, ideal: 6, alignment: .right),
      TableColumn(title("状态", "State"), minimum: 9, ideal: 9, priority: 5),
    ]
    if showsOwn { columns.insert(TableColumn(title("自评", "Host's own"), minimum: 12, ideal: 12, alignment: .right), at: 4) }
    return Table(columns: columns, showsTitles: false, gap: 2)
  }

  private static func room(of index: Int, in places: [Table.ColumnPlace], row: Int) -> Area? {
    places.first { $0.index == index }.map { Area(column: $0.column, row: row, columns: $0.columns, rows: 1) }
  }

  private static func row(
    _ line: MatrixState.Line, _ names: CenterNames, _ state: MatrixState, showsOwn: Bool, _ look: Look
  ) -> TableRow {
    let points = line.sheet.points[state.indicator]
    let total = line.sheet.total
    let isSubmitted = line.sheet.state == .submitted
    var cells = [
      TableCell(line.task.center), TableCell(names(line.task.name)), "",
      TableCell(points?.description ?? "-", Style(points == nil ? .muted : .plain, bold: points != nil)),
      TableCell(total.given == 0 ? "-" : total.sum.description, Style(isSubmitted ? Grade(published: total.sum).ink : .muted)),
      TableCell(
        isSubmitted ? look(Phrase(zh: "已提交", en: "submitted")) : "\(total.given)/\(IndicatorCode.count)",
        Style(isSubmitted ? .good : .muted)),
    ]
    if showsOwn { cells.insert(ownCell(line, state), at: 4) }
    return TableRow(cells)
  }

  /// What the host gave itself on the indicator, and how far that lies from one's own points.
  private static func ownCell(_ line: MatrixState.Line, _ state: MatrixState) -> TableCell {
    guard let own = line.own?[state.indicator] ?? nil, let points = line.sheet.points[state.indicator] else {
      return TableCell("-", Style(.muted))
    }
    return TableCell("\(own) \(own > points ? "+" : "")\(own - points)", Style(own == points ? .muted : .plain))
  }

  // MARK: - The overview

  /// The indicators that have room, each with its place; the one in hand is always among them.
  private static func shown(_ state: MatrixState, in line: Area) -> [(code: IndicatorCode, area: Area)] {
    var first = state.indicator.index
    var (left, last) = (line.columns - columns(of: state.indicator, state.system), first)
    // It grows to both sides as far as there is room.
    while true {
      let before = IndicatorCode(index: first - 1).map { columns(of: $0, state.system) }
      let after = IndicatorCode(index: last + 1).map { columns(of: $0, state.system) }
      if let before, before <= left, state.indicator.index - first <= last - state.indicator.index || (after ?? .max) > left {
        (first, left) = (first - 1, left - before)
      } else if let after, after <= left {
        (last, left) = (last + 1, left - after)
      } else {
        break
      }
    }
    var column = line.column
    return IndicatorCode.all[first...last].map { code in
      let width = columns(of: code, state.system)
      defer { column += width }
      return (code, Area(column: column, row: line.row, columns: width - 1, rows: 1))
    }
  }

  private static func drawCodes(_ state: MatrixState, on canvas: inout Canvas, in line: Area) {
    for (code, area) in shown(state, in: line) {
      let isInHand = code == state.indicator
      canvas.put(
        canvas.measure.padded(code.description, to: area.columns, .right), at: area.origin,
        style: Style(isInHand ? .accent : .heading, bold: true, underlined: isInHand), within: area)
    }
  }

  private static func drawPoints(_ sheet: Sheet, _ state: MatrixState, on canvas: inout Canvas, in line: Area) {
    for (code, area) in shown(state, in: line) {
      let points = sheet.points[code]
      let isInHand = code == state.indicator
      canvas.put(
        canvas.measure.padded(points.map { FigureText.short($0) } ?? "-", to: area.columns, .right), at: area.origin,
        style: Style(points == nil ? .muted : isInHand ? .accent : .plain, bold: isInHand), within: area)
    }
  }
}
