import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// All that is said of the item in hand: its note, what the department asks, what does not fit together and the remark on it.
struct FactDetail {
  let state: FactFormState
  let look: Look

  /// The paragraphs, the most pressing first.
  var paragraphs: [(phrase: Phrase, ink: Ink)] {
    var told: [(Phrase, Ink)] = []
    if let problem = state.problem { told.append((problem, .bad)) }
    let year = state.place?.year.map { " \($0)" } ?? ""
    told.append(
      (
        Phrase(zh: "\(state.fact.code)\(year)  \(state.fact.label.zh)", en: "\(state.fact.code)\(year)  \(state.fact.label.en)")
          + (state.fact.kind == .derived ? Phrase(zh: "，自动计算", en: ", computed") : Phrase(same: "")), .accent
      ))
    if let verdict = state.file.form.verdicts[state.fact.code] {
      let old = verdict.isCurrent ? Phrase(same: "") : Phrase(zh: "（此后已改动）", en: " (changed since)")
      let found =
        verdict.isConfirmed ? Phrase(zh: "部门核实无误", en: "confirmed by the department") : Phrase(zh: "部门质询", en: "the department asks")
      let note = verdict.note.isEmpty ? Phrase(same: "") : Phrase(zh: "：\(verdict.note)", en: ": \(verdict.note)")
      let isAnswered = !verdict.isCurrent && !verdict.isConfirmed
      told.append((found + old + note, verdict.isCurrent ? verdict.isConfirmed ? .good : .caution : isAnswered ? .accent : .muted))
      if isAnswered { told += changes.map { ($0, .accent) } }
    }
    let note = state.entry.note
    if !note.isEmpty { told.append((Phrase(zh: "说明：\(note)", en: "Note: \(note)"), .plain)) }
    for document in state.documentsInHand { told.append((AttachmentWords.line(document), .muted)) }
    for finding in state.findingsInHand {
      let isError = finding.severity == .error
      let remark = state.file.form.remarks[finding.identifier]
      let article = finding.article.map { Citation.bracketed($0) } ?? Phrase(same: "")
      told.append((Phrase(same: isError ? "! " : "? ") + finding.phrase + article, isError ? .bad : remark == nil ? .caution : .muted))
      if let remark { told.append((Phrase(zh: "  备注：\(remark)", en: "  Remark: \(remark)"), .plain)) }
    }
    if state.file.form.asksOwnScores {
      let own = state.file.form.ownScores[state.indicatorCode].map { FigureText.short($0) }
      told.append(
        (
          Phrase(
            zh: "本项自评：\(own ?? "未填")（满分 \(state.indicator.weight)）", en: "Own points: \(own ?? "none yet") of \(state.indicator.weight)"),
          own == nil ? .caution : .plain
        ))
    }
    return told
  }

  /// What stood in the item in hand when the department asked about it, and what stands there now, where that is not the same.
  private var changes: [Phrase] {
    let form = state.file.form
    return state.sheet.places(of: state.fact).compactMap { place in
      let (then, now) = (form.asked[place] ?? FactEntry(nil), form.sheet.entries[place] ?? FactEntry(nil))
      if then == now { return nil }
      let year = place.year.map { Phrase(zh: "\($0) 年", en: "\($0): ") } ?? Phrase(same: "")
      return year + Phrase(zh: "质询时 ", en: "when asked ") + words(then) + Phrase(zh: "，现 ", en: ", now ") + words(now)
    }
  }

  private func words(_ entry: FactEntry) -> Phrase {
    switch entry.value {
    case .choice(let choice): return FormWords.choice(choice)
    case .text(let text): return Phrase(zh: "“\(text)”", en: "“\(text)”")
    case let value?: return Phrase(same: value.figure.map { state.fact.written($0) } ?? "")
    case nil:
      return entry.note.isEmpty
        ? Phrase(zh: "未填", en: "nothing") : Phrase(zh: "未填（\(entry.note)）", en: "nothing (\(entry.note))")
    }
  }

  /// In lines no wider than some columns.
  func lines(_ columns: Int, _ measure: TextMeasure) -> [StyledLine] {
    paragraphs.flatMap { StyledLine.wrapped(look($0.phrase), to: columns, Style($0.ink), measure: measure) }
  }
}
