import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the disagreements of a round are drawn: a table of centers or experts and, where there is room, the selected center beside it.
struct DisagreementView {
  let state: DisagreementState
  let system: IndicatorSystem
  let look: Look

  /// From how many columns on the selected center's sheets stand beside the table.
  static let twoPanes = 112

  /// Where the table and the detail stand.
  static func parts(of area: Area, _ side: DisagreementState.Side) -> (table: Area, detail: Area?) {
    let rest = area.splitTop(3).rest
    guard area.columns >= twoPanes, side == .centers else { return (rest, nil) }
    // Names come first: what the detail lacks in width stands whole on a screen of its own.
    let (table, detail) = rest.splitLeft(rest.columns - min(64, 42 + max(0, area.columns - 120) * 3 / 8))
    return (table, detail.inset(columns: 1))
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    drawHead(on: &canvas, in: area.splitTop(3).top.inset(columns: 1))
    let parts = DisagreementView.parts(of: area, state.side)
    if let detail = parts.detail, let center = state.selectedCenter {
      let lines = DisagreementDetail(center: center, state: state, system: system, look: look, measure: canvas.measure)
        .lines(detail.columns, rows: detail.rows)
      for (offset, line) in lines.prefix(detail.rows).enumerated() { line.text.draw(on: &canvas, in: detail, row: detail.row + offset) }
    }
    let table = table
    let nameColumns = table.columns(of: 1, in: parts.table)
    let measure = canvas.measure
    table.draw(on: &canvas, in: parts.table, state: state.list) { place in
      state.side == .centers
        ? row(state.centers[place], CenterName.fitted(state.centers[place].name, to: nameColumns, measure)) : row(state.experts[place])
    }
  }

  /// The table that is looked at, without its rows.
  var table: Table { state.side == .centers ? centerTable : expertTable }

  private var emptyText: [String] {
    [
      look(Phrase(zh: "这一年度还没有提交的评分表。", en: "No sheet has been submitted in this round.")),
      look(Phrase(zh: "专家提交后，这里比较他们的评分。", en: "Once experts submit, their scores are compared here.")),
    ]
  }

  private var centerTable: Table {
    let isChinese = look.language == .zh
    let (sheets, line) = isChinese ? (4, 6) : (6, 7)
    return Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: isChinese ? 28 : 26, ideal: 36, stretch: 1),
        TableColumn(look(Phrase(zh: "份数", en: "Sheets")), minimum: sheets, ideal: sheets, priority: 2, alignment: .right),
        TableColumn(look(Phrase(zh: "极差", en: "Spread")), minimum: 6, ideal: 6, alignment: .right),
        TableColumn(look(Phrase(zh: "得分", en: "Score")), minimum: 6, ideal: 6, priority: 1, alignment: .right),
        TableColumn(look(Phrase(zh: "离线", en: "To line")), minimum: line, ideal: line, priority: 3, alignment: .right),
        TableColumn(look(Phrase(zh: "复核", en: "Second look")), minimum: isChinese ? 13 : 20, ideal: isChinese ? 21 : 32),
      ], emptyText: emptyText, margin: 1)
  }

  private func row(_ center: DisagreementState.Center, _ name: String) -> TableRow {
    TableRow([
      TableCell(center.code), TableCell(name), TableCell("\(center.sheets.count)", Style(.muted)),
      TableCell(center.spread.description, Style(center.found.isEmpty ? .muted : .caution)),
      TableCell(center.score?.score.description ?? "–", Style(center.score?.grade.ink ?? .muted)),
      TableCell(center.distance?.nearest.description ?? "–", Style(.muted)),
      TableCell(look(DisagreementView.brief(center)), Style(center.ink)),
    ])
  }

  /// What was found, in a few words.
  static func brief(_ center: DisagreementState.Center) -> Phrase {
    if center.look?.progress == .underWay { return Phrase(zh: "复核中", en: "second look under way") }
    if center.found.isEmpty { return center.agreement.brief }
    if center.look != nil { return Phrase(zh: "已复核", en: "taken") }
    return Phrase.list(
      center.found.map { disagreement in
        switch disagreement {
        case .farApart: Phrase(zh: "相差大", en: "far apart")
        case .acrossLine(let grade, _, _):
          grade == .excellent ? Phrase(zh: "跨 90", en: "across 90") : Phrase(zh: "跨 60", en: "across 60")
        }
      })
  }

  private var expertTable: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "专家", en: "Expert")), minimum: 8, ideal: 14),
        TableColumn(look(Phrase(zh: "账号", en: "Login")), minimum: 9, ideal: 12, priority: 1),
        TableColumn(look(Phrase(zh: "份数", en: "Sheets")), minimum: isChinese ? 4 : 6, ideal: isChinese ? 4 : 6, alignment: .right),
        TableColumn(look(Phrase(zh: "比他人：宽 + 严 -", en: "Generous + strict -")), minimum: isChinese ? 20 : 19, ideal: 22, alignment: .right),
        TableColumn(look(Phrase(zh: "说明", en: "What it says")), minimum: 20, ideal: 44, stretch: 1),
      ], emptyText: emptyText, margin: 1)
  }

  private func row(_ expert: ExpertSeverity) -> TableRow {
    let (words, ink) = meaning(expert.finding)
    return TableRow([
      TableCell(state.name(expert.login)), TableCell(expert.login, Style(.muted)), TableCell("\(expert.sheets)", Style(.muted)),
      TableCell(look(expert.finding.phrase), Style(ink)), TableCell(look(words), Style(.muted)),
    ])
  }

  /// What a figure says: that of an expert who differs by no more than twice its error says little.
  private func meaning(_ finding: ExpertSeverity.Finding) -> (Phrase, Ink) {
    switch finding {
    case .notComparable:
      (Phrase(zh: "与多数专家没有共同评过的中心", en: "in common with few others"), .muted)
    case .tooFew: (Phrase(zh: "份数太少，不作判断", en: "nothing is said"), .muted)
    case .estimate(_, nil): (Phrase(zh: "份数刚够，误差无从估计", en: "no error can be told"), .muted)
    case .estimate(let points, .some(let error)):
      if max(points, .zero - points) <= error + error {
        (Phrase(zh: "在两倍误差之内，看不出偏宽偏严", en: "within twice its error"), .plain)
      } else if points > .zero {
        (Phrase(zh: "同一中心，给分高于他人", en: "gives more than others"), .caution)
      } else {
        (Phrase(zh: "同一中心，给分低于他人", en: "gives less than others"), .caution)
      }
    }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area) {
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style, row: Int) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, area.right - column)), at: Position(column: column, row: area.row + row),
        style: style, within: area)
    }
    let round = state.round
    put(Phrase(zh: "\(round.year) 年度  ", en: "\(round.year)  "), Style(.heading, bold: true), row: 0)
    put(round.state.phrase, Style(round.state.ink, bold: true), row: 0)
    let wanting = state.wanting
    put(
      round.state.isPublic
        ? Phrase(zh: "  得分已公布，不再安排复核", en: "  scores are public: no second look follows")
        : Phrase(
          zh: "  \(wanting) 个中心需复核", en: "  \(wanting) \(wanting == 1 ? "center wants" : "centers want") a second look"),
      Style(wanting > 0 ? .caution : state.underWay > 0 || round.state.isPublic ? .muted : .good), row: 0)
    if state.underWay > 0 {
      put(Phrase(zh: "，复核中 \(state.underWay) 个", en: ", \(state.underWay) under way"), Style(.caution), row: 0)
    }
    column = area.column
    let distance = Disagreement.usualDistance
    put(
      Phrase(
        zh: "相差 \(distance) 分起，或跨 60、90 线；只供研判，公布的得分不变（第25条）",
        en: "\(distance) points apart, or across 60 or 90; published scores stay"), Style(.muted), row: 1)
    column = area.column
    for (side, phrase) in [
      (DisagreementState.Side.centers, Phrase(zh: " 中心 \(state.centers.count) ", en: " Centers \(state.centers.count) ")),
      (.experts, Phrase(zh: " 专家宽严 \(state.experts.count) ", en: " Experts \(state.experts.count) ")),
    ] {
      put(phrase, Style(side == state.side ? .accent : .muted, bold: side == state.side, underlined: side == state.side), row: 2)
      column += 1
    }
    if state.side == .centers { put(Phrase(zh: " 排序 ", en: " sorted: ") + state.order.phrase, Style(.muted), row: 2) }
  }
}
