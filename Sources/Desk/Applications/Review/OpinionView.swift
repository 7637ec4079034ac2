import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What stands above the form of an opinion: whose it is, how it stands, the group's opinion for its leader, and the facts of the condition in hand.
enum OpinionView {
  /// The rows of the form with a comment of two lines and its hint.
  private static let formRows = 14

  /// The rows above the form: all that it leaves, so that facts are cut only where there is no room.
  static func headRows(_ area: Area) -> Int { min(9, max(4, area.rows - formRows)) }

  static func drawHead(
    _ state: OpinionState, _ documents: [Attachment], isSaving: Bool, on canvas: inout Canvas, in area: Area, look: Look
  ) {
    let (words, ink) = standing(state, isSaving: isSaving)
    let status = look(words)
    let width = canvas.measure.columns(of: status)
    canvas.put(
      canvas.measure.truncated(state.name, to: max(0, area.columns - width - 2)), at: area.origin, style: Style(.heading, bold: true),
      within: area)
    canvas.put(status, at: Position(column: area.right - width, row: area.row), style: Style(ink), within: area)
    var row = area.row + 1
    if state.leads {
      let (words, ink) = GroupOpinion.standing(state.file)
      canvas.put(
        canvas.measure.truncated(look(words), to: area.columns), at: Position(column: area.column, row: row), style: Style(ink),
        within: area)
      row += 1
    }
    guard let finding = state.findingInHand else { return }
    // A blank row parts the facts from the form.
    let room = Area(column: area.column, row: row, columns: area.columns, rows: max(0, area.bottom - row - 1))
    drawFinding(finding, documents, on: &canvas, in: room, look: look)
  }

  /// What the rules find of the condition in hand, and what proves it.
  private static func drawFinding(
    _ finding: EligibilityFinding, _ documents: [Attachment], on canvas: inout Canvas, in area: Area, look: Look
  ) {
    guard area.rows > 0 else { return }
    let measure = canvas.measure
    let facts = "\(finding.verdict.sign) \(look(FindingLines.name(of: finding.article)))  \(look(finding.foundAndRequired))"
    var lines = measure.wrapped(facts, to: area.columns)
    // Of what has no room the keys tell more; that there is more is always seen.
    let room = max(1, area.rows - (documents.isEmpty ? 0 : 1))
    if lines.count > room {
      let cut = measure.truncated("\(lines[room - 1]) \(lines[room])", to: area.columns)
      lines = Array(lines.prefix(room - 1)) + [cut]
    }
    for (offset, line) in lines.enumerated() {
      canvas.put(line, at: Position(column: area.column, row: area.row + offset), style: Style(finding.verdict.ink), within: area)
    }
    guard let first = documents.first, lines.count < area.rows else { return }
    let more = documents.count > 1 ? look(Phrase(zh: "（共 \(documents.count) 份，F4）", en: " (\(documents.count) in all: F4)")) : ""
    let text = measure.truncated(look(AttachmentWords.line(first)), to: max(0, area.columns - measure.columns(of: more))) + more
    canvas.put(text, at: Position(column: area.column, row: area.row + lines.count), style: Style(.accent), within: area)
  }

  private static func standing(_ state: OpinionState, isSaving: Bool) -> (Phrase, Ink) {
    if state.isSubmitted {
      return state.isOpen
        ? (Phrase(zh: "已提交（只读，F3 撤回）", en: "handed in; F3 takes it back"), .good) : (Phrase(zh: "已提交", en: "handed in"), .good)
    }
    if !state.isOpen { return (Phrase(zh: "评审已结束，未提交", en: "the review is over, not handed in"), .muted) }
    if state.hasUnlawfulRating { return (Phrase(zh: "评分有误，未保存", en: "the rating is wrong, not saved"), .bad) }
    if state.isBlank { return (Phrase(zh: "尚未填写", en: "nothing written yet"), .muted) }
    if isSaving { return (Phrase(zh: "正在保存…", en: "saving…"), .muted) }
    return state.isUnsaved
      ? (Phrase(zh: "未保存", en: "not saved"), .caution) : (Phrase(zh: "已保存，未提交", en: "saved, not handed in"), .caution)
  }
}
