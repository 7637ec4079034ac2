import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The lines in which the file of a matter is read.
struct MatterLines<M: DeskMatter> {
  let file: MatterFile<M>
  let look: Look
  let measure: TextMeasure
  let today: Day

  /// All of them, no wider than some columns.
  func lines(columns: Int) -> [StyledLine] {
    let sections = [head] + M.sections(file, today: today)
    // A label that would take more room than a quarter stands above its text, whole.
    let widths = sections.flatMap(\.entries).map { measure.columns(of: look($0.label.asLabel)) }
    let labels = widths.filter { $0 <= max(columns / 4, 16) }.max() ?? 0
    var lines: [StyledLine] = []
    for section in sections {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(StyledLine(look(section.heading), Style(.heading, bold: true)))
      for entry in section.entries { lines += entryLines(entry, labels: labels, columns: columns) }
    }
    return lines + [.blank] + history(columns)
  }

  private var head: MatterSection {
    let summary = file.summary
    let since = max(0, today.number - summary.since.number)
    let age =
      !summary.isOpen || since == 0
      ? Phrase(same: "") : Phrase(zh: "，已 \(since) 天", en: " for \(since == 1 ? "1 day" : "\(since) days")")
    return MatterSection(
      Phrase(same: "\(summary.number)  ") + summary.subject,
      [
        .init(
          label: Phrase(zh: "进度", en: "Stage"),
          text: summary.stage + Phrase(zh: "（", en: " (") + file.waitsFor + age + Phrase(zh: "）", en: ")"), ink: summary.ink),
        .init(label: Phrase(zh: "中心", en: "Center"), text: Phrase(same: "\(summary.center)  \(summary.name)")),
        .init(label: .host, text: Phrase(same: summary.host)),
        .init(label: .department, text: PlaceNames.standard[summary.department]),
      ])
  }

  private func entryLines(_ entry: MatterSection.Entry, labels: Int, columns: Int) -> [StyledLine] {
    var lines = StyledLine.wrapped(look(entry.text), to: columns, indent: labels + 2, Style(entry.ink), measure: measure)
    if lines.isEmpty { lines = [.blank] }
    let label = look(entry.label.asLabel)
    if measure.columns(of: label) > labels { return StyledLine.wrapped(label, to: columns, Style(.muted), measure: measure) + lines }
    lines[0].pieces.insert(StyledLine.Piece(column: 0, text: label, style: Style(.muted)), at: 0)
    return lines
  }

  // MARK: - What was done

  private func history(_ columns: Int) -> [StyledLine] {
    var lines = [StyledLine(look(Phrase(zh: "办理经过", en: "What was done")), Style(.heading, bold: true))]
    let begun = M.matter.beginning + (file.begunBy.map { Phrase(same: "  \($0)") } ?? Phrase(same: ""))
    lines += dated(file.summary.begunOn, begun, columns)
    for event in file.history {
      let who = [event.by?.phrase, event.name.map { Phrase(same: $0) }].compactMap(\.self)
      let by = who.reduce(Phrase(same: "  ")) { $0 + Phrase(same: $0.zh == "  " ? "" : " ") + $1 }
      lines += dated(event.on, event.step.kind.phrase + by, columns)
      for left in M.record(of: event.step) {
        lines += StyledLine.wrapped(look(left), to: columns, indent: 12, Style(.muted), measure: measure)
      }
    }
    return lines
  }

  private func dated(_ day: Day, _ words: Phrase, _ columns: Int) -> [StyledLine] {
    var lines = StyledLine.wrapped(look(words), to: columns, indent: 12, measure: measure)
    if !lines.isEmpty { lines[0].pieces.insert(StyledLine.Piece(column: 0, text: day.description, style: Style(.muted)), at: 0) }
    return lines
  }
}

extension MatterKind {
  /// How it began, for the history.
  var beginning: Phrase {
    switch self {
    case .change: Phrase(zh: "提出变更申请", en: "asked for")
    case .director: Phrase(zh: "管理委员会研究后提出", en: "considered by the management committee")
    case .revocation: Phrase(zh: "提出撤销", en: "proposed")
    }
  }
}
