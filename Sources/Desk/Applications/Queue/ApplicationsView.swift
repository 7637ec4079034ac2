import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the queue of applications is drawn: what there is at each stage, and the table.
struct ApplicationsView {
  let state: ApplicationsState
  let look: Look
  let role: Role
  let today: Day
  /// The latest call; `nil` where none is out.
  let call: Call?
  let measure: TextMeasure
  let names: FieldNames

  /// Where the table stands: beneath what waits, and how many stand at each stage.
  func tableArea(in area: Area) -> Area { area.splitTop(2 + counts(columns: area.columns - 2).count).rest.inset(columns: 1) }

  /// How many stand at each stage, in as many lines as that takes.
  private func counts(columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var column = columns
    for (stage, count) in state.counts {
      let (name, number) = (look(stage.phrase) + " ", String(count))
      let width = measure.columns(of: name) + number.count
      if column + width > columns {
        lines.append(.blank)
        column = 0
      }
      lines[lines.count - 1].pieces += [
        StyledLine.Piece(column: column, text: name, style: Style(.muted)),
        StyledLine.Piece(column: column + measure.columns(of: name), text: number, style: Style(stage.ink, bold: true)),
      ]
      column += width + 2
    }
    return lines
  }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "申请号", en: "Number")), minimum: 11, ideal: 11),
        TableColumn(look(Phrase(zh: "拟建中心", en: "Center")), minimum: isChinese ? 20 : 18, ideal: 40, stretch: 2),
        TableColumn(look(.host), minimum: 12, ideal: 28, stretch: 1, priority: role == .host ? 9 : 2),
        TableColumn(look(.department), minimum: isChinese ? 16 : 14, ideal: 18, priority: role == .department ? 9 : 4),
        TableColumn(look(.field), minimum: 8, ideal: isChinese ? 12 : 22, priority: 3),
        TableColumn(look(Phrase(zh: "进度", en: "Stage")), minimum: stageColumns, ideal: max(stageColumns, 18)),
        TableColumn(look(Phrase(zh: "期限", en: "Due")), minimum: dueColumns, ideal: isChinese ? 14 : 18),
        // How long something waits is told before who it is of.
        TableColumn(
          look(Phrase(zh: "已历", en: "For")), minimum: isChinese ? 5 : 7, ideal: isChinese ? 6 : 8, priority: 1, alignment: .right),
      ], emptyText: emptyText.map { look($0) }, showsMarks: !state.marks.isEmpty)
  }

  private func standing(_ application: ApplicationSummary) -> TableCell {
    TableCell(look(application.standing.phrase), Style(application.standing.ink))
  }

  /// How far something has come is never cut.
  private var stageColumns: Int { max(14, state.shown.map { measure.columns(of: standing($0).text) }.max() ?? 0) }

  /// What can be done, and from when on, is never cut either.
  private var dueColumns: Int { max(12, state.shown.map { measure.columns(of: due($0).text) }.max() ?? 0) }

  /// What comes first, else the last day.
  private func due(_ application: ApplicationSummary) -> TableCell {
    if application.isHeldUp { return TableCell(look(Phrase(zh: "异议待核实", en: "objection open")), Style(.caution)) }
    if let hold = application.hold { return TableCell(look(hold.phrase), Style(hold.ink)) }
    if application.unnamedExperts > 0 { return TableCell(look(ApplicationSummary.expertsToName), Style(.caution)) }
    if let since = application.certifiableSince {
      return TableCell(look(Phrase(zh: "\(since.monthAndDay) 起可认定", en: "certify (\(since.monthAndDay))")), Style(.caution))
    }
    guard let due = application.due else { return TableCell("") }
    return TableCell(due.description, Style(due < today ? .bad : Deadline(due, today: today).isNear ? .caution : .plain))
  }

  private var emptyText: [Phrase] {
    if !state.search.query.isEmpty {
      return [Phrase(zh: "没有检索到申请。", en: "No application matches."), Phrase(zh: "按 Esc 清除检索。", en: "Esc takes the search away.")]
    }
    if !state.all.isEmpty {
      return [
        Phrase(zh: "没有“\(state.narrowing.phrase.zh)”的申请。", en: "None is “\(state.narrowing.phrase.en)”."),
        Phrase(zh: "按 f 或 F4 换一组。", en: "f or F4 shows others."),
      ]
    }
    return switch role {
    case .host: [Phrase(zh: "本单位还没有申请。", en: "This unit has no application yet.")] + beginning
    case .expert: [Phrase(zh: "没有请您评审的申请。", en: "No application is yours to review.")]
    default: [Phrase(zh: "还没有申请。", en: "There is no application yet.")]
    }
  }

  /// Whether a host can begin an application now, and by when it has to be handed in (articles 8, 10).
  private var beginning: [Phrase] {
    guard let call else {
      return [
        Phrase(
          zh: "还没有申报通知（办法第8条）；发布后按 n 或 Insert 新建。", en: "No call is out yet (article 8). Once one is, n or Insert begins an application.")
      ]
    }
    let last = call.lastDays.host
    let begin = Phrase(zh: "按 n 或 Insert 新建。", en: "n or Insert begins one.")
    if today < call.opensOn {
      return [
        Phrase(
          zh: "\(call.year) 年度申报 \(call.opensOn) 开始受理，\(last) 截止；现在就可填写。",
          en: "Applications for \(call.year) are taken from \(call.opensOn) to \(last); one can be written already."), begin,
      ]
    }
    if today <= last {
      let days = Deadline(last, today: today).phrase
      return [
        Phrase(zh: "\(call.year) 年度正在受理申报，", en: "Applications for \(call.year) are taken now, ") + days + Phrase(zh: "。", en: "."),
        begin,
      ]
    }
    return [
      Phrase(zh: "\(call.year) 年度申报已于 \(last) 截止（办法第10条）。", en: "Applications for \(call.year) were taken until \(last) (article 10)."),
      Phrase(
        zh: "按 n 或 Insert 仍可填写；市科技局准予逾期的方可提交。", en: "n or Insert still begins one; it can be handed in once the bureau admits what is late."
      ),
    ]
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let counts = counts(columns: area.columns - 2)
    let head = area.splitTop(1 + counts.count).top.inset(columns: 1)
    var column = head.column
    func put(_ phrase: Phrase, _ style: Style) {
      column += canvas.put(look(phrase), at: Position(column: column, row: head.row), style: style, within: head)
    }
    if state.search.isInHand || !state.search.query.isEmpty {
      put(Phrase(zh: "检索 ", en: "Search "), Style(state.search.isInHand ? .accent : .muted, bold: state.search.isInHand))
      let place = Area(column: column, row: head.row, columns: min(30, head.right - column), rows: 1)
      var field = state.search.field
      field.placeholder = look(Phrase(zh: "汉字、拼音、首字母、申请号", en: "characters, pinyin, initials, number"))
      field.draw(on: &canvas, in: place, isInHand: state.search.isInHand)
      column = place.right
    } else {
      let waiting = state.waiting
      put(
        Phrase(zh: "待我办理 \(waiting) 件", en: waiting == 1 ? "1 waits for me" : "\(waiting) wait for me"),
        Style(waiting > 0 ? .caution : .good, bold: true))
    }
    put(Phrase(zh: "  显示：", en: "  shown: ") + state.narrowing.phrase, Style(.accent))
    put(Phrase(zh: "（\(state.shown.count)）", en: " (\(state.shown.count))"), Style(.muted))
    if !state.filter.isEmpty {
      put(Phrase(zh: "  筛选：", en: "  filter: ") + Phrase.list(conditions), Style(.accent))
    }
    if !state.marks.isEmpty { put(Phrase(zh: "  已标记 \(state.marks.count)", en: "  \(state.marks.count) marked"), Style(.marked)) }
    for (offset, line) in counts.enumerated() { line.draw(on: &canvas, in: head, row: head.row + 1 + offset) }
    let (table, tableArea) = (table, tableArea(in: area))
    let nameColumns = table.columns(of: 1, in: tableArea)
    table.draw(on: &canvas, in: tableArea, state: state.list) { place in
      let application = state.shown[place]
      let isMine = ApplicationsState.waits(application, for: role)
      let unnamed = look(Phrase(zh: "（未命名）", en: "(no name yet)"))
      let cells = [
        TableCell(application.number),
        application.name.isEmpty
          ? TableCell(unnamed, Style(.plain, bold: isMine))
          : CenterName.cell(application.name, to: nameColumns, measure, Style(.plain, bold: isMine)),
        TableCell(application.host), TableCell(look(names[application.department])), TableCell(look(names[application.field])),
        standing(application), due(application),
        age(application, isMine: isMine),
      ]
      return TableRow(cells, isMarked: state.marks.contains(application.number))
    }
    if state.list.isEmpty, !state.search.isInHand { canvas.cursor = head.origin }
  }

  private var conditions: [Phrase] {
    let year = state.filter.year.map { Phrase(zh: "\($0) 年度", en: "\($0)") }
    return [year, state.filter.department.map { PlaceNames.standard[$0] }].compactMap(\.self)
  }

  /// How long the next step has been somebody's to take; nothing where none is.
  private func age(_ application: ApplicationSummary, isMine: Bool) -> TableCell {
    guard let since = application.dueSince else { return TableCell("") }
    let days = max(0, today.number - since.number)
    return TableCell(
      look(days == 0 ? Phrase(zh: "今日", en: "today") : Phrase(zh: "\(days) 天", en: days == 1 ? "1 day" : "\(days) days")),
      Style(isMine && days > 14 ? .caution : .muted))
  }
}
