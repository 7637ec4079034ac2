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
    let lines = allLines(columns: area.columns, canvas.measure)
    for (offset, line) in lines.prefix(max(0, area.rows - 2)).enumerated() {
      line.draw(on: &canvas, in: area, row: area.row + 2 + offset)
    }
  }

  private func allLines(columns: Int, _ measure: TextMeasure) -> [StyledLine] {
    let lines = FindingLines.all(state.eligibility, columns: columns, inHand: state.articleInHand, look: look, measure: measure)
    guard state.isWithoutField else { return lines }
    return lines + StyledLine.wrapped("! " + look(ApplicationFormState.withoutField), to: columns, Style(.caution), measure: measure)
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
    let ink = state.eligibility[state.articleInHand]?.verdict.ink ?? .caution
    let lines = canvas.measure.cut(reasonLines(columns: area.columns, canvas.measure), to: max(0, area.rows - 2), columns: area.columns)
    for (offset, line) in lines.enumerated() {
      canvas.put(line, at: Position(column: area.column, row: area.row + 2 + offset), style: Style(ink), within: area)
    }
  }

  /// What is said of the condition in hand beneath the form.
  private func reasonLines(columns: Int, _ measure: TextMeasure) -> [String] {
    guard let reason = state.reasonInHand else { return [] }
    return measure.wrapped("\(look(Citation.phrase(state.articleInHand)))  \(look(reason))", to: columns)
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

extension String {
  /// The text with a capital at its beginning, as labels have.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}

extension EligibilityFinding.Verdict {
  /// The colour of the verdict.
  var ink: Ink {
    switch self {
    case .pass: .good
    case .fail: .bad
    case .unknown: .caution
    case .notApplicable: .muted
    }
  }

  /// The verdict as one sign, which says the same without colour.
  var sign: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .unknown: "?"
    case .notApplicable: "-"
    }
  }
}

extension Eligibility.Verdict {
  /// The colour of the verdict.
  var ink: Ink {
    switch self {
    case .yes: .good
    case .no: .bad
    case .undetermined: .caution
    }
  }
}

/// Findings as lines of text: condition, verdict, and why.
enum FindingLines {
  /// Every finding: verdict and condition in one line, beneath it what was found and asked for where it is not met, or in hand.
  static func all(
    _ eligibility: Eligibility, columns: Int, inHand: String? = nil, isFull: Bool = false, look: Look, measure: TextMeasure
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    for finding in eligibility.findings {
      let ink = finding.verdict.ink
      let isInHand = finding.article == inHand
      let head = look(finding.verdict.phrase)
      lines.append(
        StyledLine([
          StyledLine.Piece(column: 0, text: finding.verdict.sign, style: Style(ink, bold: true)),
          StyledLine.Piece(
            column: 2, text: measure.padded(finding.article, to: 4), style: Style(isInHand ? .accent : .plain, bold: isInHand)),
          StyledLine.Piece(
            column: 7,
            text: measure.truncated(look(FindingLines.name(of: finding.article)), to: max(0, columns - 7 - measure.columns(of: head) - 1)),
            style: Style(isInHand ? .accent : .plain, bold: isInHand)),
          StyledLine.Piece(column: max(7, columns - measure.columns(of: head)), text: head, style: Style(ink)),
        ]))
      if finding.verdict == .fail || finding.verdict == .unknown || isInHand || isFull {
        lines += StyledLine.wrapped(look(finding.message), to: columns, indent: 7, Style(.muted), measure: measure)
      }
    }
    for flag in eligibility.flags {
      lines += StyledLine.wrapped(
        "! \(look(Citation.phrase(flag.article)))  \(look(flag.message))", to: columns, Style(.caution), measure: measure)
    }
    return lines
  }

  /// What a condition is about, in a few words.
  static func name(of article: String) -> Phrase {
    switch article {
    case "9.1": Phrase(zh: "注册地、法人、技术优势", en: "Registration, legal person")
    case "9.2": Phrase(zh: "研发机构与投入，或共建企业", en: "R&D unit, money, or partner")
    case "9.3": Phrase(zh: "成果、合作、项目与转化", en: "Technology and transfer")
    case "9.4": Phrase(zh: "信誉与条件保障", en: "Credit and guarantee")
    case "9.5": Phrase(zh: "带头人与团队", en: "Leader and team")
    case "9.6": Phrase(zh: "场所、仪器、中试、检测", en: "Premises and instruments")
    case "9.7": Phrase(zh: "名称、方向、内容、目标", en: "Name, direction, goals")
    case "9.8": Phrase(zh: "共建协议与依托单位占比", en: "Agreements, host’s share")
    case "10": Phrase(zh: "申报材料与声明", en: "Documents, declaration")
    default: Phrase(same: "")
    }
  }
}
