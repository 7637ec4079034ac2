import CenterStore
import DeskRuntime
import Proofs
import Regulation
import Widgets
import Wording

/// How a lot is drawn: where it stands, what the seed follows from, and its lines.
struct LotView {
  let state: LotState
  let look: Look
  let measure: TextMeasure

  /// The parts of an area.
  func parts(of area: Area) -> (head: Area, table: Area) {
    let (head, table) = area.splitTop(min(head(area.columns - 2).count + 1, area.rows / 2))
    return (head.inset(columns: 1), table)
  }

  /// The table, without its rows.
  var table: Table {
    let code = TableColumn(look(.code), minimum: 11, ideal: 12)
    let who = TableColumn(look(Phrase(zh: "签号和专家", en: "Ticket and expert")), minimum: 18, ideal: 34, stretch: 1)
    switch state.side {
    case .pool:
      return Table(
        columns: [who, TableColumn(look(Phrase(zh: "说明", en: "About")), minimum: 24, ideal: 40, stretch: 1)],
        emptyText: [look(Phrase(zh: "专家库里没有人。", en: "Nobody is in the pool."))], margin: 1)
    case .excluded:
      return Table(
        columns: [code, who, TableColumn(look(Phrase(zh: "理由", en: "Reason")), minimum: 20, ideal: 40, stretch: 2)],
        emptyText: [look(Phrase(zh: "没有人须回避。", en: "Nobody is excluded from any center."))], margin: 1)
    case .drawn:
      return Table(
        columns: [code, who, TableColumn(look(Phrase(zh: "缺", en: "Short")), minimum: 8, ideal: 10)],
        emptyText: [
          look(
            state.hasMore
              ? Phrase(zh: "已抽取。按回车逐个揭晓。", en: "Drawn. Enter tells one center after the other.")
              : Phrase(zh: "没有抽中任何人：各中心的专家都已够。", en: "Nobody was drawn: every center has its experts."))
        ], margin: 1)
    }
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let parts = parts(of: area)
    for (row, line) in head(parts.head.columns).enumerated() where row < parts.head.rows {
      line.draw(on: &canvas, in: parts.head, row: parts.head.row + row)
    }
    table.draw(on: &canvas, in: parts.table, state: state.list) { place in
      let row = state.rows[place]
      let people = Phrase.list(row.tickets.map { Phrase(same: "\($0) \(state.lot?.name(of: $0) ?? "")") })
      let cells = [TableCell(look(people), Style(state.side == .drawn ? .accent : .plain)), TableCell(look(row.words))]
      return TableRow(state.side == .pool ? cells : [TableCell(row.center)] + cells)
    }
    if state.list.isEmpty { canvas.cursor = parts.table.origin }
  }

  /// Where the lot stands.
  private func head(_ columns: Int) -> [StyledLine] {
    guard let lot = state.lot else { return [] }
    let terms = lot.terms
    func say(_ phrase: Phrase, _ ink: Ink = .plain) -> [StyledLine] {
      StyledLine.wrapped(look(phrase), to: columns, Style(ink), measure: measure)
    }
    let size = Phrase(
      zh: "\(terms.tickets.count) 人，\(terms.centers.count) 个中心，每个 \(terms.perCenter) 份",
      en: "\(terms.tickets.count.counted("expert")), \(terms.centers.count.counted("center")), \(terms.perCenter.counted("sheet")) each")
    guard state.shown != nil else {
      return say(Phrase(zh: "尚未封存。将封存的名册：", en: "Nothing is bound yet. What would be bound: ") + size, .caution)
        + say(
          Phrase(
            zh: "先封存，再由见证人说一个词：种子由两者得出，封存之后谁也改不了名册。",
            en:
              "First the terms are bound, then a witness says a word: the seed follows from both, and nobody changes the terms after that.")
        )
    }
    var lines = say(
      Phrase(
        zh: "第 \(terms.number) 次（共 \(state.lots.count) 次），封存于审计链第 \(lot.bound.number) 环：",
        en: "Lot \(terms.number) of \(state.lots.count), bound by link \(lot.bound.number): ") + size)
    if case .redraw(let earlier, let reason) = terms.cause {
      lines += say(Phrase(zh: "重新抽取第 \(earlier) 次：\(reason)", en: "Draws lot \(earlier) anew: \(reason)"), .caution)
    }
    if case .replacement(let earlier) = terms.cause {
      lines += say(Phrase(zh: "按第 \(earlier) 次的签号和种子补缺", en: "Fills a gap by the tickets and the seed of lot \(earlier)"), .caution)
    }
    lines += say(Phrase(zh: "封存摘要 \(lot.bound.hash)", en: "Hash \(lot.bound.hash)"), .muted)
    guard let drawn = lot.drawn else {
      return lines
        + say(
          Phrase(zh: "请见证人当场说一个词，然后按 F2 抽取。", en: "Let the witness say a word in public, then draw with F2."), .accent)
    }
    let witness = lot.witness.isEmpty ? Phrase(same: "") : Phrase(zh: "，见证人 \(lot.witness)", en: ", witness \(lot.witness)")
    return lines + say(Phrase(zh: "见证词“\(drawn.outcome.key.word.text)”", en: "Word “\(drawn.outcome.key.word.text)”") + witness)
  }
}
