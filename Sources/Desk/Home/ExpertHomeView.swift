import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the expert's first screen looks: a pure function of its state.
enum ExpertHomeView {
  /// Where the list stands: beneath three lines of what matters today, and the titles.
  static func list(in area: Area) -> Area { area.splitTop(headRows(area) + 1).rest.splitLeft(1).rest }

  private static func headRows(_ area: Area) -> Int { area.rows >= 18 ? 4 : 2 }

  static func draw(
    _ state: ExpertHomeState, name: String, today: Day, fields: FieldNames, on canvas: inout Canvas, in area: Area, look: Look
  ) {
    guard let rounds = state.rounds else {
      let words = state.problem.map { $0 + Phrase(zh: "\n按 F5 重试。", en: "\nF5 tries again.") } ?? Phrase(zh: "正在读取…", en: "Reading…")
      return Blank.draw(words, on: &canvas, in: area, look: look)
    }
    if rounds.isEmpty {
      let none = Phrase(
        zh: "\(name)，您好。目前没有分配给您评审的技术创新中心。\n组织评估的单位分配后，这里会自动显示。",
        en:
          "\(name), no center is assigned to you at present.\nWhen whoever carries a round out assigns some, they show here by themselves.")
      return Blank.draw(
        state.hasReviews ? none + Phrase(same: "\n") + reviews(state, today: today) : none, on: &canvas, in: area, look: look)
    }
    drawHead(state, name, today, on: &canvas, in: area.splitTop(headRows(area)).top, look)
    let codes = rounds.flatMap(\.tasks).map { canvas.measure.columns(of: $0.center) }.max() ?? 0
    let allNames = rounds.flatMap(\.tasks).map(\.name)
    let table = table(look, codes: codes, names: allNames, in: area.columns - 1, canvas.measure)
    let titles = Area(column: area.column + 1, row: area.row + headRows(area), columns: area.columns - 1, rows: 1)
    let places = table.places(in: titles)
    for place in places {
      let column = table.columns[place.index]
      canvas.put(
        canvas.measure.padded(column.title, to: place.columns, column.alignment), at: Position(column: place.column, row: titles.row),
        style: Style(.heading, bold: true), within: titles)
    }
    let names = CenterNames(
      allNames, columns: places.first { $0.index == nameColumn }?.columns ?? 0, measure: canvas.measure)
    let area = list(in: area)
    state.outline.draw(on: &canvas, in: area, table: table) { group in
      heading(rounds[group], today, look)
    } item: { group, index in
      row(rounds[group].tasks[index], names, fields, look)
    }
    drawBars(state, rounds, on: &canvas, in: area, places)
  }

  /// The applications that wait for an opinion, those that wait for the group's from its leader, and for how long (article 11).
  private static func reviews(_ state: ExpertHomeState, today: Day) -> Phrase {
    let (own, group) = (state.reviews, state.groupReviews)
    func waiting(_ count: Int) -> String { count == 1 ? "1 application waits" : "\(count) applications wait" }
    let due =
      group == 0
      ? Phrase(zh: "待您提交评审意见的申请有 \(own) 件", en: "\(waiting(own)) for your opinion")
      : own == 0
        ? Phrase(zh: "任组长的申请有 \(group) 件待写专家组意见", en: "\(waiting(group)) for the group’s opinion")
        : Phrase(
          zh: "待您提交评审意见的申请有 \(own) 件，待写专家组意见 \(group) 件", en: "\(own) of your opinions and \(group) of a group’s wait")
    return due + QueueWords.since(state.reviewsSince, today: today) + Phrase(zh: "：按 a 或 F4。", en: ": a or F4.")
  }

  /// The opinions of groups that wait for their leader (article 25).
  private static func opinions(_ state: ExpertHomeState) -> Phrase {
    Phrase(
      zh: "任组长的中心有 \(state.opinionsDue) 个待写专家组意见：选定后按 g。",
      en: "\(state.opinionsDue) group \(state.opinionsDue == 1 ? "opinion waits" : "opinions wait") for you as leader: select, then g.")
  }

  /// What is asked for while no round is scored: sheets of centers that are open although the results are on notice; `nil` where nothing is.
  private static func call(_ state: ExpertHomeState) -> Phrase? {
    if let task = state.reopened.first {
      return Phrase(
        zh: "\(task.center) 因异议成立重新评分：请核对您的评分表，可撤回修改后再提交（办法第25条）",
        en: "\(task.center) is open again after an objection: look your sheet over; F3 in it takes it back (article 25)")
    }
    return state.awaited.first.map { task in
      Phrase(
        zh: "\(task.center) 公示时评分表不足：您的评分表仍请提交（办法第25条）",
        en: "\(task.center) was published with too few sheets: yours is still asked for (article 25)")
    }
  }

  /// The centers that ended under the expert's hands: why fewer sheets are asked for than yesterday (article 26); `nil` where none did.
  private static func ended(_ round: ExpertHomeState.Round) -> Phrase? {
    let ended = round.ended
    guard let first = ended.first, let why = first.ended else { return nil }
    return ended.count == 1
      ? Phrase(
        zh: "\(first.center) \(why.phrase.zh)，不再评分（办法第26条）。", en: "\(first.center) is \(why.phrase.en): no sheet is asked for (article 26)."
      )
      : Phrase(
        zh: "\(ended.count) 个中心已撤销或重组，不再评分（办法第26条）。",
        en: "\(ended.count) centers are revoked or reorganised: no sheets are asked for (article 26).")
  }

  private static func drawHead(
    _ state: ExpertHomeState, _ name: String, _ today: Day, on canvas: inout Canvas, in area: Area, _ look: Look
  ) {
    let line = { (row: Int) in Position(column: area.column + 1, row: area.row + row) }
    let waiting = [
      state.current.flatMap(ended), state.current == nil ? nil : call(state), state.opinionsDue > 0 ? opinions(state) : nil,
      state.hasReviews ? reviews(state, today: today) : nil,
    ].compactMap(\.self)
    if !waiting.isEmpty, area.rows > 3 {
      let words = waiting.map { look($0) }.joined(separator: look(Phrase(zh: "", en: " ")))
      canvas.put(canvas.measure.truncated(words, to: area.columns - 2), at: line(3), style: Style(.caution), within: area)
    }
    guard let round = state.current else {
      let first = Phrase(zh: "\(name)，您好。现在没有进行中的评估。", en: "\(name), no round is under way.")
      canvas.put(look(first), at: line(0), style: Style(.plain, bold: true), within: area)
      guard let words = call(state), area.rows > 1 else { return }
      canvas.put(canvas.measure.truncated(look(words), to: area.columns - 2), at: line(1), style: Style(.caution), within: area)
      return
    }
    let open = round.open
    let first =
      round.asked.isEmpty && round.absent > 0
      ? Phrase(
        zh: "\(name)，您好。分配给您的中心有 \(round.absent) 个没有提交材料，\(round.year) 年度没有需要您评分的中心。",
        en: "\(name), \(round.absent.counted("center")) of yours handed nothing in: nothing of \(round.year) is yours to score.")
      : round.asked.isEmpty
        ? Phrase(
          zh: "\(name)，您好。\(round.year) 年度没有需要您评分的中心：分配给您的须回避。",
          en: "\(name), nothing of \(round.year) is yours to score: you step aside.")
        : open == 0
          ? Phrase(zh: "\(name)，您好。\(round.year) 年度的评分表已全部提交，谢谢。", en: "\(name), every sheet of \(round.year) is submitted. Thank you.")
          : Phrase(
            zh: "\(name)，您好。\(round.year) 年度绩效评估还有 \(open) 份评分表未提交（共 \(round.asked.count) 份）。",
            en: "\(name), \(open) of \(round.asked.count) sheets of \(round.year) are still to be submitted.")
    canvas.put(canvas.measure.truncated(look(first), to: area.columns - 2), at: line(0), style: Style(.plain, bold: true), within: area)
    guard area.rows > 2 else { return }
    let deadline = Deadline(round.scoresBy, today: today, isOpen: open > 0)
    var column = area.column + 1
    column += canvas.put(look(deadline.phrase), at: line(1), style: Style(deadline.ink, bold: deadline.isNear), within: area) + 3
    let pledge =
      round.hasPledged
      ? Phrase(zh: "已签署保密、诚信、回避承诺", en: "pledge given")
      : Phrase(zh: "尚未签署承诺：打开评分表前须先签署", en: "pledge not given yet: it comes before the first sheet")
    canvas.put(
      canvas.measure.truncated(look(pledge), to: area.right - column - 1), at: Position(column: column, row: area.row + 1),
      style: Style(round.hasPledged ? .muted : .caution), within: area)
    guard area.rows > 3 else { return }
    let bar = Area(column: area.column + 1, row: area.row + 2, columns: min(40, area.columns / 3), rows: 1)
    let sheets = round.asked.count
    let given = round.asked.reduce(0) { $0 + $1.given }
    canvas.bar(Double(given) / Double(max(1, sheets * IndicatorCode.count)), in: bar)
    canvas.put(
      look(
        Phrase(
          zh: "已评 \(given)/\(sheets * IndicatorCode.count) 项，已提交 \(round.submitted)/\(sheets) 份",
          en: "\(given)/\(sheets * IndicatorCode.count) items scored, \(round.submitted)/\(sheets) submitted")),
      at: Position(column: bar.right + 2, row: bar.row), style: Style(.muted), within: area)
  }

  private static let nameColumn = 1
  private static let progressColumn = 3

  /// The columns; where whole names have no room, what they do not need without the words that all share goes to the others.
  ///
  /// - Parameter codes: how wide the widest code is; names and bars give way before a code is cut.
  private static func table(_ look: Look, codes: Int, names: [String], in columns: Int, _ measure: TextMeasure) -> Table {
    let whole = names.map { measure.columns(of: $0) }.max() ?? 0
    let table = table(look, codes: codes, names: max(16, whole))
    let room = table.places(in: Area(Size(columns: columns, rows: 1))).first { $0.index == nameColumn }?.columns ?? 0
    if room >= whole { return table }
    return self.table(look, codes: codes, names: max(16, names.map { measure.columns(of: CenterNames.core(of: $0)) }.max() ?? 0))
  }

  private static func table(_ look: Look, codes: Int, names: Int) -> Table {
    func title(_ zh: String, _ en: String) -> String { look(Phrase(zh: zh, en: en)) }
    return Table(
      columns: [
        TableColumn(title("编号", "Code"), minimum: max(6, codes), ideal: max(6, codes)),
        TableColumn(title("名称", "Name"), minimum: 16, ideal: names, stretch: 1),
        TableColumn(title("领域", "Field"), minimum: 10, ideal: look.language == .zh ? 14 : 26, priority: 2),
        TableColumn(title("进度", "Progress"), minimum: 8, ideal: 22),
        TableColumn(title("合计", "Total"), minimum: 6, ideal: 6, alignment: .right),
        TableColumn(title("状态", "State"), minimum: look.language == .zh ? 6 : 11, ideal: look.language == .zh ? 6 : 11),
      ], showsTitles: false)
  }

  private static func heading(_ round: ExpertHomeState.Round, _ today: Day, _ look: Look) -> OutlineHeading {
    let deadline = round.state.takesSheets ? "" : " · " + look(round.state.phrase)
    let title = look(Phrase(zh: "\(round.year) 年度绩效评估", en: "Round of \(round.year)")) + deadline
    let note = look(
      Phrase(zh: "\(round.submitted)/\(round.asked.count) 已提交", en: "\(round.submitted)/\(round.asked.count) submitted"))
    return OutlineHeading(title, note: note)
  }

  private static func row(_ task: ExpertTask, _ names: CenterNames, _ fields: FieldNames, _ look: Look) -> TableRow {
    let (state, ink) = stateWords(task)
    return TableRow([
      TableCell(task.center), TableCell(names(task.name)), TableCell(look(fields[task.field]), Style(.muted)),
      TableCell("\(task.given)/\(IndicatorCode.count)"),
      TableCell(
        task.given == 0 ? "-" : task.sum.description, Style(task.state == .submitted ? Grade(published: task.sum).ink : .plain)),
      TableCell(look(state), Style(ink)),
    ])
  }

  private static func stateWords(_ task: ExpertTask) -> (Phrase, Ink) {
    if let ended = task.ended { return (ended.phrase, .muted) }
    if task.recusal != nil { return (Phrase(zh: "须回避", en: "step aside"), .bad) }
    if task.isAbsent { return (Phrase(zh: "未参加", en: "absent"), .muted) }
    if task.leading == .isDue, task.roundState.takesSheets { return (Phrase(zh: "写意见", en: "opinion due"), .caution) }
    if task.isReopened, task.state != .submitted { return (Phrase(zh: "待重交", en: "hand in anew"), .caution) }
    if task.isReopened { return (Phrase(zh: "待重评", en: "re-opened"), .caution) }
    if task.state == .submitted, task.isByStaff { return (Phrase(zh: "代录", en: "by staff"), .fair) }
    if task.state == .submitted { return (Phrase(zh: "已提交", en: "submitted"), .good) }
    if task.isSecondLook, task.given == 0 { return (Phrase(zh: "加派", en: "second look"), .caution) }
    if task.given == 0 { return (Phrase(zh: "未开始", en: "not begun"), .muted) }
    return (Phrase(zh: "评分中", en: "under way"), .fair)
  }

  /// Bars beside the progress: they are no text, so the table leaves room for them.
  private static func drawBars(
    _ state: ExpertHomeState, _ rounds: [ExpertHomeState.Round], on canvas: inout Canvas, in area: Area, _ places: [Table.ColumnPlace]
  ) {
    guard let place = places.first(where: { $0.index == progressColumn }), place.columns >= 10 else { return }
    let visible = state.outline.state.visible(rows: area.rows)
    for row in visible {
      guard case .item(let group, let index) = state.outline.entries[row] else { continue }
      let task = rounds[group].tasks[index]
      let bar = Area(column: place.column + 6, row: area.row + row - visible.lowerBound, columns: place.columns - 6, rows: 1)
      canvas.bar(Double(task.given) / Double(IndicatorCode.count), in: bar, ink: task.state == .submitted ? .good : .bar)
      if row == state.outline.state.selected { canvas.restyle(bar, .selected) }
    }
  }
}
