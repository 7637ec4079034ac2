import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What lies beside an indicator, as lines: its evaluation points, the center's figures of three years with a sparkline and where it stands
/// among its peers, its words, what does not fit together, and the own comment.
struct FactsPane {
  let state: ScoresheetState
  let dossier: Dossier
  let look: Look
  let measure: TextMeasure
  /// How wide a line may be.
  let columns: Int

  /// How wide lines may be in a room: a column stays free beside the scroll bar, and long lines are hard to follow.
  static func columns(in room: Area) -> Int { min(room.columns - 1, 100) }

  private var indicator: Indicator { state.indicator }
  private var years: [Int] { dossier.facts.years }

  /// All lines, from top to bottom.
  var lines: [StyledLine] {
    var lines = [heading(Phrase(zh: "评估要点", en: "Evaluation points"))]
    for point in indicator.points { lines += StyledLine.wrapped(look(point), to: columns, indent: 1, measure: measure) }
    let yearly = indicator.facts.filter { $0.isFigure && $0.per.isYearly }
    let once = indicator.facts.filter { !$0.per.isYearly && !isWords($0) }
    let parts = [figures(yearly, isYearly: true), figures(once, isYearly: false), findings, words, comment]
    for part in parts where !part.isEmpty { lines += [.blank] + part }
    return lines
  }

  private func heading(_ words: Phrase, _ ink: Ink = .heading) -> StyledLine { StyledLine(look(words), Style(ink, bold: true)) }

  private func isWords(_ fact: Fact) -> Bool { fact.kind == .text }

  // MARK: - Figures

  /// Where the columns of the figures stand.
  private struct Columns {
    var value: Int
    var label: Int
    var years: Int
    var spark: Int
    var standing: Int
  }

  private func figures(_ facts: [Fact], isYearly: Bool) -> [StyledLine] {
    guard !facts.isEmpty else { return [] }
    let count = isYearly ? years.count : 1
    if isYearly, years.isEmpty { return [heading(Phrase(zh: "没有要填的年度数据", en: "No year is asked of this center"))] }
    let widest = facts.flatMap { fact in dossier.facts.places(of: fact).map { measure.columns(of: text(fact, $0)) } }.max() ?? 0
    let value = max(isYearly ? 4 : 3, widest)
    let hasStandings = facts.contains { dossier.standing(of: $0) != nil }
    let standing =
      !hasStandings ? -1 : columns >= 84 ? measure.columns(of: look(standingWords(quartile: 4, peers: 88))) : 5
    let tail = count * (value + 1) + 1 + (isYearly ? count + 1 : 0) + standing
    let layout = Columns(
      value: value, label: max(0, columns - tail), years: columns - tail, spark: columns - standing - 1 - count,
      standing: columns - standing)
    return [titles(layout, isYearly: isYearly, hasStandings: hasStandings)] + facts.flatMap { rows($0, layout, isYearly: isYearly) }
  }

  private func titles(_ layout: Columns, isYearly: Bool, hasStandings: Bool) -> StyledLine {
    let name = isYearly ? Phrase(zh: "数据", en: "Figures") : Phrase(zh: "本轮数据", en: "For the round")
    var pieces = [StyledLine.Piece(column: 0, text: look(name), style: Style(.heading, bold: true))]
    if isYearly {
      for (index, year) in years.enumerated() {
        pieces.append(
          .init(column: layout.years + index * (layout.value + 1) + layout.value - 3, text: String(year), style: Style(.heading)))
      }
    }
    if hasStandings {
      let title = look(Phrase(zh: "同行", en: "peers"))
      pieces.append(.init(column: columns - measure.columns(of: title), text: title, style: Style(.heading)))
    }
    return StyledLine(pieces)
  }

  private func rows(_ fact: Fact, _ layout: Columns, isYearly: Bool) -> [StyledLine] {
    let places = dossier.facts.places(of: fact)
    let label = label(fact)
    if places.allSatisfy({ dossier.figure($0) == nil && dossier.facts.entries[$0]?.isFilled != true }) {
      return [unfilled(label)] + proofs(fact)
    }
    var rows: [StyledLine] = []
    var pieces: [StyledLine.Piece] = []
    if measure.columns(of: label) + 1 <= layout.label {
      pieces.append(.init(column: 1, text: label, style: .plain))
    } else {
      rows += StyledLine.wrapped(label, to: columns, indent: 1, measure: measure)
    }
    for (index, place) in places.enumerated() {
      let text = text(fact, place)
      let isThere = dossier.figure(place) != nil || dossier.facts.entries[place]?.value != nil
      let right = layout.years + (index + 1) * (layout.value + 1)
      pieces.append(.init(column: right - measure.columns(of: text), text: text, style: Style(isThere ? .plain : .muted)))
    }
    if isYearly {
      let values = places.map { dossier.figure($0).map { Double($0.hundredths) } }
      if values.contains(where: { $0 != nil }) {
        pieces.append(.init(column: layout.spark, text: Sparkline.text(values), style: Style(.bar)))
      }
    }
    if let standing = dossier.standing(of: fact) {
      let text = look(
        columns >= 84
          ? standingWords(quartile: standing.quartile, peers: standing.peers) : Phrase(same: "Q\(standing.quartile)/\(standing.peers)"))
      pieces.append(.init(column: columns - measure.columns(of: text), text: text, style: Style(.accent)))
    }
    rows.append(StyledLine(pieces))
    for place in places {
      guard let entry = dossier.facts.entries[place], !entry.note.isEmpty else { continue }
      let year = place.year.map { "\($0) " } ?? ""
      let lead = entry.value == nil ? Phrase(zh: "\(year)未填：", en: "\(year)left empty: ") : Phrase(zh: "\(year)注：", en: "\(year)note: ")
      rows += StyledLine.wrapped(look(lead) + entry.note.string, to: columns, indent: 3, Style(.muted), measure: measure)
    }
    return rows + proofs(fact)
  }

  /// What proves a figure, and where it is (article 27): a line each, since one document often stands under five figures; the list of the
  /// documents tells the rest.
  private func proofs(_ fact: Fact) -> [StyledLine] {
    (dossier.documents[fact.code] ?? []).map {
      StyledLine(measure.truncated(look(AttachmentWords.line($0)), to: columns - 3), Style(.accent), at: 3)
    }
  }

  private func unfilled(_ label: String) -> StyledLine {
    let said = look(Phrase(zh: "未填", en: "none"))
    let place = columns - measure.columns(of: said)
    return StyledLine([
      .init(column: 1, text: measure.truncated(label, to: place - 2), style: Style(.muted)),
      .init(column: place, text: said, style: Style(.muted)),
    ])
  }

  private func standingWords(quartile: Int, peers: Int) -> Phrase {
    Phrase(zh: "第\(quartile)四分位/\(peers)家", en: "Q\(quartile) of \(peers)")
  }

  private func label(_ fact: Fact) -> String {
    let unit = look(FormWords.unit(fact.unit))
    let isComputed = fact.kind == .derived
    let notes = [unit.isEmpty ? nil : unit, isComputed ? look(Phrase(zh: "自动计算", en: "computed")) : nil].compactMap(\.self)
    if notes.isEmpty { return look(fact.label) }
    return look(Phrase(zh: "\(fact.label.zh)（\(notes.joined(separator: "，"))）", en: "\(fact.label.en) (\(notes.joined(separator: ", ")))"))
  }

  private func text(_ fact: Fact, _ place: FactKey) -> String {
    if let figure = dossier.figure(place) { return fact.written(figure) }
    switch dossier.facts.entries[place]?.value {
    case .choice(let choice): return look(FormWords.choice(choice))
    default: return "-"
    }
  }

  // MARK: - Words

  private var words: [StyledLine] {
    indicator.facts.filter(isWords).flatMap { fact -> [StyledLine] in
      let entry = dossier.facts.entries[FactKey(fact.code)]
      let label = StyledLine.wrapped(look(fact.label), to: columns, indent: 1, Style(.heading), measure: measure)
      switch entry?.value {
      case .text(let text):
        return label + StyledLine.wrapped(text.string, to: columns, indent: 3, measure: measure) + proofs(fact)
      default:
        let note = entry?.note ?? .empty
        let said = note.isEmpty ? Phrase(zh: "未填", en: "not filled in") : Phrase(zh: "未填：\(note)", en: "left empty: \(note)")
        return label + StyledLine.wrapped(look(said), to: columns, indent: 3, Style(.muted), measure: measure) + proofs(fact)
      }
    }
  }

  private var findings: [StyledLine] {
    guard let findings = dossier.findings[state.selected], !findings.isEmpty else { return [] }
    return [heading(Phrase(zh: "数据存疑", en: "Flags"), .caution)]
      + findings.flatMap { finding -> [StyledLine] in
        let isError = finding.severity == .error
        let sign = isError ? "! " : "? "
        let citation = finding.article.map { look(Phrase(zh: "（\(Citation.phrase($0).zh)）", en: " (\(Citation.phrase($0).en))")) } ?? ""
        return StyledLine.wrapped(
          sign + look(finding.phrase) + citation, to: columns, indent: 1, Style(isError ? .bad : .caution), measure: measure)
      }
  }

  private var comment: [StyledLine] {
    if state.comment != nil { return [] }
    let (saved, draft) = (state.sheet.comments[state.selected], state.sheet.drafts[state.selected])
    var lines: [StyledLine] = []
    if !saved.isEmpty {
      lines.append(heading(Phrase(zh: "我的评语", en: "My comment")))
      lines += StyledLine.wrapped(saved.string, to: columns, indent: 1, measure: measure)
    }
    if let draft {
      lines.append(heading(Phrase(zh: "评语草稿（未计入，按 F4 接着写）", en: "Draft of a comment (not on the sheet; F4 goes on)"), .caution))
      lines += StyledLine.wrapped(draft.string, to: columns, indent: 1, Style(.muted), measure: measure)
    }
    return lines
  }
}
