import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The items of an indicator over the years, as lines: an item a row, a year a column.
struct FactGrid {
  let state: FactFormState
  let look: Look
  let measure: TextMeasure
  /// How wide a line may be.
  let columns: Int

  /// How wide a figure is.
  private var value: Int {
    let widest =
      state.indicator.facts.filter(\.isFigure).flatMap { fact in state.sheet.places(of: fact).map { measure.columns(of: text(fact, $0)) } }
      .max() ?? 0
    return min(max(7, widest), 14)
  }

  /// Where the figures begin; labels stand before them.
  private var valuesFrom: Int { columns - max(1, state.sheet.years.count) * (value + 1) }

  /// Whether figures stand beneath their label, because both have no room beside each other.
  private var isBeneath: Bool { valuesFrom < 12 }

  private func labelLines(_ fact: Fact) -> [String] {
    measure.wrapped(label(fact), to: (fact.isFigure && !isBeneath ? valuesFrom : columns - 1) - 2)
  }

  /// The lines, and which of them belong to each item.
  var lines: (lines: [StyledLine], rows: [Range<Int>]) {
    var lines: [StyledLine] = [titles]
    var rows: [Range<Int>] = []
    for (index, fact) in state.indicator.facts.enumerated() {
      let from = lines.count
      lines += self.lines(fact, isInHand: index == state.row)
      rows.append(from..<lines.count)
    }
    return (lines, rows)
  }

  /// Where the figure in hand stands among the lines of its item, for the field and the cursor.
  var cell: (row: Int, column: Int, columns: Int) {
    guard state.fact.isFigure else { return (0, 2, columns - 2) }
    let place = state.sheet.places(of: state.fact).firstIndex { $0 == state.place } ?? 0
    let index = state.fact.per.isYearly ? place : max(1, state.sheet.years.count) - 1
    return (isBeneath ? labelLines(state.fact).count : 0, valuesFrom + index * (value + 1) + 1, value)
  }

  private var titles: StyledLine {
    var pieces = [StyledLine.Piece(column: 2, text: look(Phrase(zh: "数据项", en: "Item")), style: Style(.heading))]
    guard state.indicator.facts.contains(where: \.per.isYearly) else { return StyledLine(pieces) }
    for (index, year) in state.sheet.years.enumerated() {
      let right = valuesFrom + (index + 1) * (value + 1)
      pieces.append(StyledLine.Piece(column: right - 4, text: String(year), style: Style(.heading)))
    }
    return StyledLine(pieces)
  }

  private func lines(_ fact: Fact, isInHand: Bool) -> [StyledLine] {
    let (sign, ink) = sign(fact)
    let isWide = !fact.isFigure
    let style = Style(fact.kind == .derived ? .muted : .plain, bold: isInHand)
    var lines = labelLines(fact).map { StyledLine($0, style, at: 2) }
    if isInHand, isWide { lines[0].pieces[0].style = Style(.selected, bold: true) }
    lines[0].pieces.append(.init(column: 0, text: sign, style: Style(ink, bold: true)))
    let places = state.sheet.places(of: fact)
    if isWide {
      let words = places.first.map { text(fact, $0) } ?? ""
      return lines + StyledLine.wrapped(words, to: columns - 1, indent: 4, cellStyle(fact, places.first), measure: measure)
    }
    let row = isBeneath ? lines.count : 0
    if isBeneath { lines.append(.blank) }
    for (index, place) in places.enumerated() {
      let slot = fact.per.isYearly ? index : max(1, state.sheet.years.count) - 1
      let right = valuesFrom + (slot + 1) * (value + 1)
      let text = measure.truncated(text(fact, place), to: value)
      let selected = isInHand && place == state.place
      let padded = selected ? measure.padded(text, to: value, .right) : text
      lines[row].pieces.append(
        .init(column: right - measure.columns(of: padded), text: padded, style: selected ? Style(.selected) : cellStyle(fact, place)))
    }
    return lines
  }

  /// What stands before an item: an error, a doubt, or what the department found.
  private func sign(_ fact: Fact) -> (String, Ink) {
    let own = state.findings.filter { finding in finding.figures.contains { $0.place.code == fact.code } }
    if own.contains(where: { $0.severity == .error }) { return ("!", .bad) }
    if let verdict = state.file.form.verdicts[fact.code], verdict.isCurrent {
      return verdict.isConfirmed ? ("✓", .good) : ("?", .caution)
    }
    // What the department asked about and the host changed since.
    if state.file.form.answered.contains(fact.code) { return ("*", .accent) }
    if own.contains(where: { state.file.form.remarks[$0.identifier] == nil }) { return ("?", .caution) }
    return (" ", .plain)
  }

  private func label(_ fact: Fact) -> String {
    let unit = look(FormWords.unit(fact.unit))
    if unit.isEmpty { return look(fact.label) }
    return look(Phrase(zh: "\(fact.label.zh)（\(unit)）", en: "\(fact.label.en) (\(unit))"))
  }

  private func cellStyle(_ fact: Fact, _ place: FactKey?) -> Style {
    guard let place else { return Style(.muted) }
    if state.open.contains(place) { return Style(.caution) }
    return Style(fact.kind == .derived || state.sheet.entries[place]?.value == nil ? .muted : .plain)
  }

  private func text(_ fact: Fact, _ place: FactKey) -> String {
    if let figure = state.figure(place) { return fact.written(figure) }
    switch state.sheet.entries[place]?.value {
    case .choice(let choice): return look(FormWords.choice(choice))
    case .text(let text): return text.string
    default: break
    }
    if let note = state.sheet.entries[place]?.note, !note.isEmpty {
      return fact.isFigure ? look(Phrase(zh: "见说明", en: "note")) : look(Phrase(zh: "未填：", en: "left empty: ")) + note.string
    }
    if fact.kind == .derived { return "–" }
    return state.open.contains(place) ? look(Phrase(zh: "待填", en: "open")) : "–"
  }
}
