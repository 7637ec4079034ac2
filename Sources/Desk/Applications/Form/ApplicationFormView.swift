import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the application form is drawn: the fields, and what the rules find beside them, or beneath where there is no room beside.
struct ApplicationFormView {
  let state: ApplicationFormState
  let look: Look
  let status: (phrase: Phrase, ink: Ink)

  /// From how many columns on the findings stand beside the form.
  static let besideColumns = 110

  private static func parts(of area: Area) -> (form: Area, findings: Area, isBeside: Bool) {
    let body = area.inset(columns: 1)
    if area.columns >= besideColumns {
      let parts = body.columns([.part(3), .part(2)], gap: 3)
      return (parts[0], parts[1], true)
    }
    let (top, bottom) = body.splitTop(max(4, body.rows - 6))
    return (top, bottom, false)
  }

  /// Where the fields stand.
  static func formArea(in area: Area) -> Area { parts(of: area).form }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let (form, findings, isBeside) = ApplicationFormView.parts(of: area)
    if isBeside {
      canvas.verticalRule(at: Position(column: findings.column - 2, row: area.row), rows: area.rows, within: area)
      drawAll(on: &canvas, in: findings)
    } else {
      canvas.horizontalRule(at: findings.origin, columns: findings.columns, within: area)
      drawShort(on: &canvas, in: findings.splitTop(1).rest)
    }
    state.form.draw(on: &canvas, in: form)
  }

  private func drawHead(on canvas: inout Canvas, in line: Area) {
    let verdict = state.eligibility.verdict
    canvas.put(look(verdict.phrase), at: line.origin, style: Style(verdict.ink, bold: true), within: line)
    let text = canvas.measure.truncated(look(status.phrase), to: line.columns / 2)
    canvas.put(
      text, at: Position(column: line.right - canvas.measure.columns(of: text), row: line.row), style: Style(status.ink), within: line)
  }

  private func drawAll(on canvas: inout Canvas, in area: Area) {
    drawHead(on: &canvas, in: area.splitTop(1).top)
    var lines = allLines(columns: area.columns, canvas.measure)
    let rows = max(0, area.rows - 2)
    if lines.count > rows {
      let more = Phrase(zh: "… 还有 \(lines.count - rows + 1) 行，F11 看全文", en: "… \(lines.count - rows + 1) more lines: F11")
      lines = lines.prefix(max(0, rows - 1)) + [StyledLine(look(more), Style(.accent))]
    }
    for (offset, line) in lines.prefix(rows).enumerated() { line.draw(on: &canvas, in: area, row: area.row + 2 + offset) }
  }

  /// All that is said beside the form: first of the committee in hand, of which no condition tells.
  private func allLines(columns: Int, _ measure: TextMeasure) -> [StyledLine] {
    let committee = committeeLines(columns: columns, measure: measure)
    var lines = committee.isEmpty ? [] : committee + [.blank]
    lines += FindingLines.all(state.eligibility, columns: columns, inHand: state.articleInHand, look: look, measure: measure)
    guard state.values.isWithoutField else { return lines }
    return lines + StyledLine.wrapped("! " + look(ApplicationForm.withoutField), to: columns, Style(.caution), measure: measure)
  }

  private func drawShort(on canvas: inout Canvas, in area: Area) {
    drawHead(on: &canvas, in: area.splitTop(1).top)
    var column = area.column
    for finding in state.eligibility.findings {
      let isInHand = finding.article == state.articleInHand
      let text = "\(finding.article)\(finding.verdict.sign)  "
      column += canvas.put(
        text, at: Position(column: column, row: area.row + 1), style: Style(finding.verdict.ink, bold: isInHand), within: area)
    }
    let lines = reasonLines(columns: area.columns, canvas.measure).cut(to: area.rows - 2, columns: area.columns, measure: canvas.measure)
    for (offset, line) in lines.enumerated() { line.draw(on: &canvas, in: area, row: area.row + 2 + offset) }
  }

  /// What is said beneath the form of the condition or the committee in hand.
  private func reasonLines(columns: Int, _ measure: TextMeasure) -> [StyledLine] {
    let committee = committeeLines(columns: columns, measure: measure)
    guard committee.isEmpty, let reason = state.reasonInHand else { return committee }
    let ink = state.eligibility[state.articleInHand]?.verdict.ink ?? .caution
    return StyledLine.wrapped("\(look(Citation.phrase(state.articleInHand)))  \(look(reason))", to: columns, Style(ink), measure: measure)
  }

  /// What articles 14 and 15 find of the committee in hand; nothing where another field is.
  private func committeeLines(columns: Int, measure: TextMeasure) -> [StyledLine] {
    state.committeeFindingsInHand.flatMap { StyledLine.wrapped(look($0.phrase), to: columns, Style($0.ink), measure: measure) }
  }

  /// Whether what is said of the conditions has not room enough.
  func isCut(in area: Area, measure: TextMeasure) -> Bool {
    let (_, findings, isBeside) = ApplicationFormView.parts(of: area)
    if isBeside { return allLines(columns: findings.columns, measure).count > findings.rows - 2 }
    return reasonLines(columns: findings.columns, measure).count > findings.rows - 3
  }
}

extension TextMeasure {
  /// The first lines of a text; where there are more, the last one that is shown ends in a mark.
  func cut(_ lines: [String], to rows: Int, columns: Int) -> [String] {
    guard rows > 0, lines.count > rows else { return Array(lines.prefix(max(0, rows))) }
    return lines.prefix(rows - 1) + [truncated(lines[rows - 1] + lines[rows], to: columns)]
  }
}

extension [StyledLine] {
  /// The first lines of texts, each a line of one piece; where there are more, the last one that is shown ends in a mark.
  func cut(to rows: Int, columns: Int, measure: TextMeasure) -> [StyledLine] {
    guard rows > 0, count > rows, let last = self[rows - 1].pieces.first else { return Array(prefix(Swift.max(0, rows))) }
    let next = self[rows].pieces.first?.text ?? ""
    return prefix(rows - 1) + [
      StyledLine(measure.truncated("\(last.text) \(next)", to: columns - last.column), last.style, at: last.column)
    ]
  }
}

extension CommitteeFinding {
  /// The finding in one line: sign, article, what was found and what is required.
  var phrase: Phrase {
    let sign =
      switch holds {
      case true?: "✓"
      case false?: "✗"
      case nil: "?"
      }
    return Phrase(zh: "\(sign) 第\(article)条 ", en: "\(sign) article \(article)  ") + subject + Phrase(zh: "：", en: ": ") + found
      + Phrase(zh: "；要求：", en: "; required: ") + required
  }

  /// The colour of what was found.
  var ink: Ink {
    switch holds {
    case true?: .good
    case false?: .bad
    case nil: .caution
    }
  }
}
