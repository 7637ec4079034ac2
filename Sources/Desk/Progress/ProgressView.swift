import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the progress of a round is drawn.
struct ProgressView {
  let state: ProgressState
  let look: Look

  /// Where the table stands.
  static func tableArea(in area: Area) -> Area { area.splitTop(3).rest }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    drawHead(on: &canvas, in: area.splitTop(3).top.inset(columns: 1))
    let area = ProgressView.tableArea(in: area)
    let isExperts = state.side == .experts
    let table = table
    let nameColumns = table.columns(of: 1, in: area)
    let measure = canvas.measure
    let places = table.draw(on: &canvas, in: area, state: state.list) { place in
      isExperts
        ? row(state.experts[place]) : row(state.centers[place], CenterName.fitted(state.centers[place].name, to: nameColumns, measure))
    }
    drawBars(on: &canvas, in: area, places)
  }

  /// The table that is looked at, without its rows.
  var table: Table { state.side == .experts ? expertTable : centerTable }

  private static let barColumn = 3

  private var expertTable: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "专家", en: "Expert")), minimum: 8, ideal: 12),
        TableColumn(look(Phrase(zh: "账号", en: "Login")), minimum: 9, ideal: 12, priority: 2),
        TableColumn(look(Phrase(zh: "已交", en: "Submitted")), minimum: isChinese ? 5 : 9, ideal: isChinese ? 7 : 9, alignment: .right),
        // As long as the load, filled as far as points are given.
        TableColumn(look(Phrase(zh: "分派与已评", en: "Load and points")), minimum: 12, ideal: 30, stretch: 1, isDrawnOver: true),
        TableColumn("", minimum: 9, ideal: 9, priority: 1, alignment: .right),
        TableColumn(look(Phrase(zh: "承诺", en: "Pledge")), minimum: 6, ideal: 6, priority: 3),
        TableColumn(look(Phrase(zh: "最近录入", en: "Last entry")), minimum: 11, ideal: 16, priority: 1),
        TableColumn(look(Phrase(zh: "情况", en: "Standing")), minimum: isChinese ? 10 : 11, ideal: isChinese ? 12 : 14),
      ],
      emptyText: [
        look(Phrase(zh: "这一年度还没有分配专家。", en: "No expert is assigned in this round.")),
        look(Phrase(zh: "在“评估年度”中抽取。", en: "They are drawn under “Rounds of evaluation”.")),
      ], margin: 1)
  }

  private var centerTable: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 16, ideal: 40, stretch: 2),
        TableColumn(look(Phrase(zh: "已交", en: "Submitted")), minimum: isChinese ? 5 : 9, ideal: isChinese ? 7 : 9, alignment: .right),
        TableColumn(look(Phrase(zh: "份数进度", en: "Sheets")), minimum: 10, ideal: 20, stretch: 1, priority: 1, isDrawnOver: true),
        TableColumn(look(Phrase(zh: "情况", en: "Standing")), minimum: isChinese ? 12 : 15, ideal: isChinese ? 14 : 20),
      ], emptyText: [look(Phrase(zh: "这一年度还没有分配专家。", en: "No expert is assigned in this round."))], margin: 1)
  }

  private func row(_ expert: ExpertProgress) -> TableRow {
    let all = expert.assigned * IndicatorCode.count
    let last = expert.lastEntry.map { "\($0.day.description.dropFirst(5)) \($0.shanghaiTime)" } ?? "–"
    let standing = standing(of: expert)
    return TableRow([
      TableCell(expert.name), TableCell(expert.login, Style(.muted)),
      TableCell("\(expert.submitted)/\(expert.assigned)", Style(state.isLoaded(expert) ? .caution : .plain, bold: state.isLoaded(expert))),
      "",
      TableCell("\(expert.given)/\(all)", Style(.muted)),
      TableCell(
        look(expert.hasPledged ? Phrase(zh: "已签", en: "given") : Phrase(zh: "未签", en: "open")), Style(expert.hasPledged ? .good : .caution)),
      TableCell(last, Style(.muted)), TableCell(look(standing.0), Style(standing.1)),
    ])
  }

  private func standing(of expert: ExpertProgress) -> (Phrase, Ink) {
    let late = state.late(expert)
    if late > 0 { return (Phrase(zh: "逾期 \(late) 份", en: "\(late) late"), .bad) }
    if expert.assigned == 0 { return (Phrase(zh: "中心均未参加", en: "all absent"), .muted) }
    if expert.open == 0 { return (Phrase(zh: "全部提交", en: "all in"), .good) }
    if expert.given == 0 { return (Phrase(zh: "未开始", en: "not begun"), .caution) }
    return (Phrase(zh: "还差 \(expert.open) 份", en: "\(expert.open) to come"), .fair)
  }

  private func row(_ center: CenterProgress, _ name: String) -> TableRow {
    let lacking = state.lacking(center)
    let standing: (Phrase, Ink) =
      center.isAbsent
      ? (Phrase(zh: "未参加", en: "absent"), .muted)
      : lacking == 0
        ? (Phrase(zh: "份数已够", en: "enough"), .good)
        : center.assigned < state.round.minimumSheets
          ? (Phrase(zh: "专家不足", en: "too few experts"), .bad)
          : (Phrase(zh: "还差 \(lacking) 份", en: "\(lacking) to come"), state.isOverdue ? .bad : .caution)
    return TableRow([
      TableCell(center.code), TableCell(name), TableCell("\(center.submitted)/\(center.assigned)"), "",
      TableCell(look(standing.0), Style(standing.1)),
    ])
  }

  /// The bars stand in a column of the table that holds no text.
  private func drawBars(on canvas: inout Canvas, in area: Area, _ places: [Table.ColumnPlace]) {
    let table = table
    guard let place = places.first(where: { $0.index == ProgressView.barColumn }) else { return }
    let body = table.rowsArea(in: area)
    let visible = state.list.visible(rows: body.rows)
    for row in visible {
      let room = Area(column: place.column, row: body.row + row - visible.lowerBound, columns: place.columns, rows: 1)
      if state.side == .experts {
        drawLoad(of: state.experts[row], on: &canvas, in: room)
      } else {
        let center = state.centers[row]
        let full = Double(center.submitted) / Double(max(1, state.round.minimumSheets))
        canvas.bar(min(1, full), in: room, ink: full >= 1 ? .good : .bar)
      }
      if row == state.list.selected { canvas.restyle(room, .selected) }
    }
  }

  /// A bar as long as the expert's load beside the greatest one, filled as far as points are given; a line stands where the mean load ends.
  private func drawLoad(of expert: ExpertProgress, on canvas: inout Canvas, in room: Area) {
    let most = max(1, state.mostAssigned)
    let length = (expert.assigned * room.columns + most - 1) / most
    canvas.bar(
      expert.assigned == 0 ? 0 : Double(expert.share) / 1000, in: room.splitLeft(length).left,
      ink: state.late(expert) > 0 ? .bad : expert.open == 0 ? .good : .bar)
    canvas.threshold(state.meanAssigned / Double(most), in: room)
  }

  /// How many centers an expert has in the mean and at most, and who has too many.
  private var loadWords: [(Phrase, Style)] {
    let mean = Points(Int(state.meanAssigned * 100 + 0.5))
    let sign = look.asciiOnly ? GlyphSet.ascii.threshold : GlyphSet.unicode.threshold
    let loaded = state.experts.count { state.isLoaded($0) }
    var words: [(Phrase, Style)] = [
      (
        Phrase(
          zh: "  每人平均 \(mean) 个中心（\(sign)），最多 \(state.mostAssigned) 个",
          en: "  \(mean) centers each (\(sign)), at most \(state.mostAssigned)"),
        Style(.muted)
      )
    ]
    if loaded > 0 {
      words.append((Phrase(zh: "，偏多 \(loaded) 人", en: ", \(loaded) with too many"), Style(.caution)))
    }
    return words
  }

  private func drawHead(on canvas: inout Canvas, in area: Area) {
    let round = state.round
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style, row: Int = 0) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, area.right - column)), at: Position(column: column, row: area.row + row),
        style: style, within: area)
    }
    put(Phrase(zh: "\(round.year) 年度  ", en: "\(round.year)  "), Style(.heading, bold: true))
    put(round.state.phrase, Style(round.state.ink, bold: true))
    if round.state.takesSheets {
      let deadline = ScoringDeadline.phrase(round.scoresBy, today: state.today)
      put(Phrase(same: "  ") + deadline.phrase, Style(deadline.ink))
    }
    column = area.column
    let words = Phrase(zh: "已交 \(state.submitted)/\(state.assigned) 份  ", en: "\(state.submitted) of \(state.assigned) sheets  ")
    put(words, .plain, row: 1)
    let load = state.side == .experts && state.assigned > 0 ? loadWords : []
    let loadColumns = load.reduce(0) { $0 + canvas.measure.columns(of: look($1.0)) }
    let room = Area(column: column, row: area.row + 1, columns: max(8, min(40, area.right - column - loadColumns)), rows: 1)
    canvas.bar(state.assigned == 0 ? 0 : Double(state.submitted) / Double(state.assigned), in: room, ink: .bar)
    column = room.right
    for (phrase, style) in load { put(phrase, style, row: 1) }
    column = area.column
    for (side, phrase) in [
      (ProgressState.Side.experts, Phrase(zh: " 专家 \(state.experts.count) ", en: " Experts \(state.experts.count) ")),
      (.centers, Phrase(zh: " 中心 \(state.centers.count) ", en: " Centers \(state.centers.count) ")),
    ] {
      put(phrase, Style(side == state.side ? .accent : .muted, bold: side == state.side, underlined: side == state.side), row: 2)
      column += 1
    }
    put(Phrase(zh: " 排序 ", en: " sorted: ") + state.order.phrase, Style(.muted), row: 2)
  }
}

/// A last day and how many days are left to it, in words.
enum ScoringDeadline {
  /// The words, and their ink.
  static func phrase(_ day: Day?, today: Day) -> (phrase: Phrase, ink: Ink) {
    guard let day else { return (Phrase(zh: "未定评分截止日", en: "no last day for scores"), .muted) }
    let left = day.number - today.number
    let until = Phrase(zh: "评分截至 \(day)", en: "Scores by \(day)")
    if left < 0 { return (until + Phrase(zh: "，已过 \(-left) 天", en: left == -1 ? ", 1 day ago" : ", \(-left) days ago"), .bad) }
    if left == 0 { return (until + Phrase(zh: "，今天截止", en: ", today"), .caution) }
    return (until + Phrase(zh: "，还有 \(left) 天", en: left == 1 ? ", 1 day left" : ", \(left) days left"), left <= 3 ? .caution : .plain)
  }
}
