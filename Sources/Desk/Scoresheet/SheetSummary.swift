import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What stands beneath a scoresheet: the total, what is missing, the grade it would be, and whether all is on disk.
enum SheetSummary {
  static func draw(_ state: ScoresheetState, _ dossier: Dossier, on canvas: inout Canvas, layout: ScoresheetLayout, look: Look) {
    var area = layout.summary
    guard area.rows >= 2 else { return }
    if layout.showsRule {
      canvas.horizontalRule(at: area.origin, columns: area.columns)
      canvas.put(
        String(canvas.glyphs.teeBottom), at: Position(column: layout.rule.column, row: area.row), style: Style(.border), within: area)
      area = area.splitTop(1).rest
    }
    let (first, rest) = area.splitTop(1)
    let (second, third) = rest.splitTop(1)
    drawTotal(state, on: &canvas, in: first, look)
    drawState(state, dossier, on: &canvas, in: second, isAlone: third.isEmpty, look)
    if !third.isEmpty {
      put(lastResult(state, dossier), .muted, on: &canvas, in: third, look)
    }
  }

  private static func drawTotal(_ state: ScoresheetState, on canvas: inout Canvas, in line: Area, _ look: Look) {
    let total = state.total
    var column = line.column + 1
    func put(_ text: String, _ style: Style) {
      column += canvas.put(text, at: Position(column: column, row: line.row), style: style, within: line)
    }
    put(look(Phrase(zh: "合计 ", en: "Total ")), Style(.muted))
    put(total.sum.description, Style(total.grade?.ink ?? .plain, bold: true))
    put(" ", .plain)
    let bar = Area(column: column, row: line.row, columns: min(20, line.columns / 6), rows: 1)
    canvas.bar(Double(total.sum.hundredths) / 10_000, in: bar, ink: total.grade?.ink ?? .bar)
    column = bar.right
    put(look(Phrase(zh: " 已评 \(total.given)/19", en: " \(total.given)/19 given")), Style(.muted))
    let room = line.right - column - 3
    guard room > 6 else { return }
    column += 2
    if total.isComplete {
      let text = state.sheet.state == .submitted ? Phrase(zh: "已提交", en: "submitted") : Phrase(zh: "可以提交（F3）", en: "ready to submit (F3)")
      put(canvas.measure.truncated(look(text), to: room), Style(.good, bold: true))
    } else {
      put(missing(total.missing, to: room, look, canvas.measure), Style(.caution))
    }
  }

  /// The open indicators; whole codes only, since half of one names another.
  private static func missing(_ codes: [IndicatorCode], to room: Int, _ look: Look, _ measure: TextMeasure) -> String {
    var text = look(Phrase(zh: "缺", en: "open"))
    for (place, code) in codes.enumerated() {
      let isLast = place == codes.count - 1
      guard measure.columns(of: "\(text) \(code)") + (isLast ? 0 : 1 + measure.columns(of: measure.ellipsis)) <= room else {
        return "\(text) \(measure.ellipsis)"
      }
      text += " \(code)"
    }
    return text
  }

  private static func drawState(
    _ state: ScoresheetState, _ dossier: Dossier, on canvas: inout Canvas, in line: Area, isAlone: Bool, _ look: Look
  ) {
    let (words, ink) = savedWords(state)
    let saved = look(words)
    let savedColumns = canvas.measure.columns(of: saved)
    canvas.put(
      saved, at: Position(column: line.right - savedColumns - 1, row: line.row), style: Style(ink, bold: ink == .bad), within: line)
    let rest = Area(column: line.column, row: line.row, columns: line.columns - savedColumns - 2, rows: 1)
    if let entry = state.entry {
      // The round was settled, or the sheet handed in elsewhere, while somebody types: they are told before they are done.
      if let refusal = state.refusal, entry.fault == nil {
        return put(
          Phrase(zh: "\(entry.code) 所填不能保存：", en: "\(entry.code) cannot be saved: ") + refusal, .bad, on: &canvas, in: rest, look)
      }
      return put(
        entry.fault ?? entry.hint(weight: state.system[entry.code].weight), entry.fault == nil ? .accent : .bad, on: &canvas, in: rest, look
      )
    }
    if let unsaved = state.unsaved.sorted(by: { $0.key < $1.key }).first {
      let more = Phrase(zh: "；按 F11 处理", en: "; F11 goes on")
      return put(
        Phrase(zh: "\(unsaved.key)：", en: "\(unsaved.key): ") + unsaved.value.error.phrase + more, .bad, on: &canvas, in: rest, look)
    }
    // One line for the grade and the last result has no room for the article; the question before submitting cites it.
    let sharesLine = isAlone && state.total.isComplete && dossier.last != nil
    var text = gradeWords(state, cites: !sharesLine)
    if sharesLine { text = text + Phrase(zh: "；", en: "; ") + lastResult(state, dossier) }
    put(text, .plain, on: &canvas, in: rest, look)
  }

  private static func put(_ words: Phrase, _ ink: Ink, on canvas: inout Canvas, in line: Area, _ look: Look) {
    let text = canvas.measure.truncated(look(words), to: line.columns - 2)
    canvas.put(text, at: Position(column: line.column + 1, row: line.row), style: Style(ink, bold: ink == .bad), within: line)
  }

  /// Whether all is on disk, in words.
  static func savedWords(_ state: ScoresheetState) -> (Phrase, Ink) {
    if !state.unsaved.isEmpty {
      return (Phrase(zh: "\(state.unsaved.count) 项未保存", en: "\(state.unsaved.count) not saved"), .bad)
    }
    if let entry = state.entry, !entry.isEmpty { return (Phrase(zh: "未保存", en: "not saved yet"), .caution) }
    switch state.comment?.draft {
    case .changed: return (Phrase(zh: "评语未保存", en: "comment not saved yet"), .caution)
    case .kept, .restored: return (Phrase(zh: "草稿已存", en: "draft kept"), .caution)
    case .failed: return (Phrase(zh: "草稿未能保存", en: "draft not kept"), .bad)
    case .untouched, nil: break
    }
    let count = state.saving.values.reduce(0, +)
    if count > 0 { return (Phrase(zh: "保存中…", en: "saving…"), .accent) }
    if state.sheet.state == .submitted { return (Phrase(zh: "已提交", en: "submitted"), .good) }
    return state.total.given == 0 ? (Phrase(zh: "未开始", en: "not begun"), .muted) : (Phrase(zh: "已保存", en: "saved"), .good)
  }

  /// The grade that the sheet alone would give, or what it can still become (article 28).
  static func gradeWords(_ state: ScoresheetState, cites: Bool = true) -> Phrase {
    let total = state.total
    if let grade = total.grade {
      let basis = cites ? Phrase(zh: "（办法第28条）", en: " (article 28)") : Phrase(same: "")
      let words = Phrase(zh: "按本表“\(grade.phrase.zh)”", en: "by this sheet “\(grade.phrase.en)”") + basis
      guard let lacking = Grade.lacking(total.sum) else { return words }
      let next: Grade = grade == .unqualified ? .qualified : .excellent
      return words + Phrase(zh: "，距“\(next.phrase.zh)”差 \(lacking) 分", en: ", \(lacking) short of “\(next.phrase.en)”")
    }
    let open = total.missing.reduce(into: Points.zero) { $0 += state.system[$1].fullPoints }
    let (least, most) = (Grade(published: total.sum), Grade(published: total.sum + open))
    if least == most {
      return Phrase(
        zh: "未评项满分 \(open)；无论如何为“\(least.phrase.zh)”（办法第28条）", en: "\(open) still open; “\(least.phrase.en)” in any case (article 28)")
    }
    return Phrase(
      zh: "未评项满分 \(open)，至多 \(total.sum + open)：“\(least.phrase.zh)”至“\(most.phrase.zh)”（办法第28条）",
      en: "\(open) still open, at most \(total.sum + open): “\(least.phrase.en)” to “\(most.phrase.en)” (article 28)")
  }

  /// The last public result of the center; told only after all own points are entered (ruling on anonymity).
  static func lastResult(_ state: ScoresheetState, _ dossier: Dossier) -> Phrase {
    guard let last = dossier.last else { return Phrase(zh: "没有以往的评估结果", en: "No earlier result of this center") }
    guard state.total.isComplete else { return Phrase(zh: "19 项评完后显示上次评估结果", en: "The last result shows once all nineteen have points") }
    let rank = last.rank.map { Phrase(zh: "，第 \($0) 名", en: ", rank \($0)") } ?? Phrase(same: "")
    return Phrase(zh: "\(last.year) 年 \(last.score) “\(last.grade.phrase.zh)”", en: "\(last.year): \(last.score) “\(last.grade.phrase.en)”")
      + rank
  }
}
