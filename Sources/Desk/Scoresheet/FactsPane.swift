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

  /// What no key changes but those that go to another indicator: most of the work of a frame.
  struct Standing {
    var points: [StyledLine]
    var told: [[StyledLine]]
  }

  /// What the standing lines depend on, beside the looks of the terminal that the look tells.
  struct StandingKey: Equatable {
    var indicator: IndicatorCode
    var dossier: Int
    var look: Look
    var columns: Int
  }

  /// All lines, from top to bottom.
  ///
  /// - Parameter standing: what was made for the frame before.
  func lines(_ standing: inout Memo<StandingKey, Standing>) -> [StyledLine] {
    let key = StandingKey(indicator: indicator.code, dossier: state.dossierGeneration, look: look, columns: columns)
    let said = standing(key) { makeStanding() }
    // Whoever reads another's sheet wants to know what was said; whoever writes it looks at the figures first.
    let parts = state.reader == nil ? said.told + [comment] : [comment] + said.told
    return parts.reduce(into: said.points) { lines, part in
      if !part.isEmpty { lines += [.blank] + part }
    }
  }

  private func makeStanding() -> Standing {
    var points = [heading(Phrase(zh: "评估要点", en: "Evaluation points"))]
    for point in indicator.points { points += StyledLine.wrapped(look(point), to: columns, indent: 1, measure: measure) }
    let yearly = indicator.facts.filter { $0.isFigure && $0.per.isYearly }
    let once = indicator.facts.filter { !$0.per.isYearly && !isWords($0) }
    let told = [figures(yearly, isYearly: true), figures(once, isYearly: false), legend(yearly + once), findings, words]
    return Standing(points: points, told: told)
  }

  private func heading(_ words: Phrase, _ ink: Ink = .heading) -> StyledLine { StyledLine(look(words), Style(ink, bold: true)) }

  private func isWords(_ fact: Fact) -> Bool { fact.kind == .text }

  // MARK: - Figures

  /// Where a figure stands among the peers'. Of nothing at all it is not told: those who have nothing share a place that means nothing.
  private func peerStanding(of fact: Fact) -> PeerStanding? {
    guard let place = dossier.facts.places(of: fact).last(where: { dossier.standings[$0] != nil }),
      dossier.figure(place) != .zero
    else { return nil }
    return dossier.standings[place]
  }

  /// What the signs in the column of the peers mean.
  private func legend(_ facts: [Fact]) -> [StyledLine] {
    guard facts.contains(where: { peerStanding(of: $0) != nil }) else { return [] }
    let words =
      columns >= 84
      ? Phrase(
        zh: "同行：与本轮同领域的中心相比，第 4 四分位数值最高。", en: "Peers: the field's centers of this round; Q4 is the quarter with the highest figures.")
      : Phrase(
        zh: "同行：与本轮同领域的中心相比，Q4 数值最高，Q1 最低；斜线后为参比家数。",
        en: "Peers: the field's centers of this round; Q4 has the highest figures, Q1 the lowest; behind the slash, how many they are.")
    return StyledLine.wrapped(look(words), to: columns, indent: 1, Style(.muted), measure: measure)
  }

  /// Where the columns of the figures stand.
  private struct Columns {
    /// How wide a figure is.
    var value: Int
    /// Where the first one begins; the label stands before it. Below 0 they have no room beside each other.
    var years: Int
    /// Where the sparkline and the place among the peers stand, if they have room.
    var spark: Int?
    var standing: Int?

    /// From right to left: the place among the peers, the sparkline, the figures.
    init(value: Int, count: Int, sparkColumns: Int, standingColumns: Int, in columns: Int) {
      self.value = value
      var end = columns
      if standingColumns > 0 {
        standing = end - standingColumns
        end -= standingColumns + 1
      }
      if sparkColumns > 0 {
        spark = end - sparkColumns
        end -= sparkColumns + 1
      }
      years = end - count * (value + 1)
    }
  }

  private func figures(_ facts: [Fact], isYearly: Bool) -> [StyledLine] {
    guard !facts.isEmpty else { return [] }
    let count = isYearly ? years.count : 1
    if isYearly, years.isEmpty { return [heading(Phrase(zh: "没有要填的年度数据", en: "No year is asked of this center"))] }
    let widest = facts.flatMap { fact in dossier.facts.places(of: fact).map { measure.columns(of: text(fact, $0)) } }.max() ?? 0
    let value = max(isYearly ? 4 : 3, widest)
    let hasStandings = facts.contains { peerStanding(of: $0) != nil }
    let standing = !hasStandings ? 0 : columns >= 84 ? measure.columns(of: look(standingWords(quartile: 4, peers: 88))) : 5
    let title = measure.columns(of: look(figuresTitle(isYearly))) + 1
    // Where all have no room beside the title, the sparkline goes first, then the peers; the figures stay.
    let tries = [(isYearly ? count : 0, standing), (0, standing), (0, 0)].map {
      Columns(value: value, count: count, sparkColumns: $0, standingColumns: $1, in: columns)
    }
    let layout = tries.first { $0.years >= title } ?? tries[2]
    return titles(layout, isYearly: isYearly, isBeside: layout.years >= title)
      + facts.flatMap { rows($0, layout, isYearly: isYearly) }
  }

  private func figuresTitle(_ isYearly: Bool) -> Phrase {
    isYearly ? Phrase(zh: "数据", en: "Figures") : Phrase(zh: "本轮数据", en: "For the round")
  }

  private func titles(_ layout: Columns, isYearly: Bool, isBeside: Bool) -> [StyledLine] {
    let name = StyledLine.Piece(column: 0, text: look(figuresTitle(isYearly)), style: Style(.heading, bold: true))
    var pieces: [StyledLine.Piece] = []
    if isYearly, layout.years >= 0 {
      for (index, year) in years.enumerated() {
        pieces.append(
          .init(column: layout.years + index * (layout.value + 1) + layout.value - 3, text: String(year), style: Style(.heading)))
      }
    }
    if layout.standing != nil {
      let title = look(Phrase(zh: "同行", en: "peers"))
      pieces.append(.init(column: columns - measure.columns(of: title), text: title, style: Style(.heading)))
    }
    if isBeside || pieces.isEmpty { return [StyledLine([name] + pieces)] }
    return [StyledLine([name]), StyledLine(pieces)]
  }

  private func rows(_ fact: Fact, _ layout: Columns, isYearly: Bool) -> [StyledLine] {
    let places = dossier.facts.places(of: fact)
    let label = label(fact)
    if places.allSatisfy({ dossier.figure($0) == nil && dossier.facts.entries[$0]?.isFilled != true }) {
      return [unfilled(label)] + proofs(fact)
    }
    var rows: [StyledLine] = []
    var pieces: [StyledLine.Piece] = []
    if measure.columns(of: label) + 1 <= layout.years {
      pieces.append(.init(column: 1, text: label, style: .plain))
    } else {
      rows += StyledLine.wrapped(label, to: columns, indent: 1, measure: measure)
    }
    for (index, place) in places.enumerated() where layout.years >= 0 {
      let text = text(fact, place)
      let isThere = dossier.figure(place) != nil || dossier.facts.entries[place]?.value != nil
      let right = layout.years + (index + 1) * (layout.value + 1)
      pieces.append(.init(column: right - measure.columns(of: text), text: text, style: Style(isThere ? .plain : .muted)))
    }
    if let spark = layout.spark {
      let values = places.map { dossier.figure($0).map { Double($0.hundredths) } }
      if values.contains(where: { $0 != nil }) {
        pieces.append(.init(column: spark, text: Sparkline.text(values), style: Style(.bar)))
      }
    }
    if layout.standing != nil, let standing = peerStanding(of: fact) {
      let text = look(
        columns >= 84
          ? standingWords(quartile: standing.quartile, peers: standing.peers) : Phrase(same: "Q\(standing.quartile)/\(standing.peers)"))
      pieces.append(.init(column: columns - measure.columns(of: text), text: text, style: Style(.accent)))
    }
    if !pieces.isEmpty { rows.append(StyledLine(pieces)) }
    // Figures too wide to stand beside each other stand below each other.
    if layout.years < 0 {
      for place in places {
        let year = place.year.map { "\($0)  " } ?? ""
        rows.append(StyledLine(measure.truncated(year + text(fact, place), to: columns - 3), at: 3))
      }
    }
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
    Phrase(zh: "\(peers) 家中居第 \(quartile) 四分位", en: "Q\(quartile) among \(peers)")
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
      let label = StyledLine.wrapped(look(fact.label), to: columns, Style(.heading, bold: true), measure: measure)
      switch entry?.value {
      case .text(let text):
        return label + StyledLine.wrapped(text.string, to: columns, indent: 1, measure: measure) + proofs(fact)
      default:
        let note = entry?.note ?? .empty
        let said = note.isEmpty ? Phrase(zh: "未填", en: "not filled in") : Phrase(zh: "未填：\(note)", en: "left empty: \(note)")
        return label + StyledLine.wrapped(look(said), to: columns, indent: 1, Style(.muted), measure: measure) + proofs(fact)
      }
    }
  }

  private var findings: [StyledLine] {
    guard let findings = dossier.findings[state.selected], !findings.isEmpty else { return [] }
    return [heading(Phrase(zh: "数据存疑", en: "Flags"), .caution)]
      + findings.flatMap { finding -> [StyledLine] in
        let isError = finding.severity == .error
        let sign = isError ? "! " : "? "
        let citation = finding.article.map { look(Citation.bracketed($0)) } ?? ""
        return StyledLine.wrapped(
          sign + look(finding.phrase) + citation, to: columns, indent: 1, Style(isError ? .bad : .caution), measure: measure)
      }
  }

  private var comment: [StyledLine] {
    if state.comment != nil { return [] }
    let (saved, draft) = (state.sheet.comments[state.selected], state.sheet.drafts[state.selected])
    var lines: [StyledLine] = []
    if !saved.isEmpty {
      lines.append(heading(state.reader ?? Phrase(zh: "我的评语", en: "My comment")))
      lines += StyledLine.wrapped(saved.string, to: columns, indent: 1, measure: measure)
    }
    if let draft {
      lines.append(heading(Phrase(zh: "评语草稿（未计入，按 F4 接着写）", en: "Draft of a comment (not on the sheet; F4 goes on)"), .caution))
      lines += StyledLine.wrapped(draft.string, to: columns, indent: 1, Style(.muted), measure: measure)
    }
    return lines
  }
}
