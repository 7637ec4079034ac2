import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The findings of articles 9 and 10 as whoever reviews reads them: condition, found, required, verdict and article, and at the spot what
/// proves it.
struct FindingTable {
  let eligibility: Eligibility
  let committees: [CommitteeFinding]
  let documents: [Attachment]
  /// Whether somebody looked up the host's credit (article 9.4).
  let isCreditChecked: Bool
  let look: Look
  let measure: TextMeasure
  let columns: Int

  /// How many documents are told of at a finding, before the rest is only counted.
  private static let documentsShown = 3
  /// Where the parts of a condition begin: behind its sign and its article.
  static let indent = 7

  /// The verdict on the whole, every condition as one sign, then the table.
  var lines: [FileLine] {
    var lines = overview.map { FileLine($0) }
    // What stands in the way comes first; of what is met the figure that was found is enough.
    let open = eligibility.findings.filter { $0.verdict == .fail } + eligibility.findings.filter { $0.verdict == .unknown }
    if !open.isEmpty { lines.append(FileLine(header)) }
    for finding in open + eligibility.findings.filter({ !open.contains($0) }) { lines += self.lines(of: finding) }
    lines += committeeLines
    for flag in eligibility.flags {
      lines += StyledLine.wrapped(
        "! \(look(Citation.phrase(flag.article)))  \(look(flag.message))", to: columns, Style(.caution), measure: measure
      ).map { FileLine($0) }
    }
    return lines
  }

  private var overview: [StyledLine] {
    let verdict = eligibility.verdict
    let words = look(verdict.phrase)
    let lines = [StyledLine(words, Style(verdict.ink, bold: true))]
    let signs = eligibility.findings.map { ("\($0.article)\($0.verdict.sign)", Style($0.verdict.ink)) }
    var strip = StyledLine()
    var column = measure.columns(of: words) + 3
    for (text, style) in signs {
      strip.pieces.append(StyledLine.Piece(column: column, text: text, style: style))
      column += measure.columns(of: text) + 2
    }
    // The signs stand behind the words, or beneath them where there is no room.
    if column - 2 <= columns { return [StyledLine(lines[0].pieces + strip.pieces)] }
    let shift = measure.columns(of: words) + 3
    return lines + [StyledLine(strip.pieces.map { StyledLine.Piece(column: $0.column - shift, text: $0.text, style: $0.style) })]
  }

  // MARK: - The columns of the parts

  /// Where what was found begins, and what is required.
  private var places: (found: Int, required: Int) {
    let room = columns - FindingTable.indent
    let subject = max(10, room * 40 / 100)
    let found = max(8, room * 30 / 100)
    return (FindingTable.indent + subject + 1, FindingTable.indent + subject + found + 2)
  }

  private var header: StyledLine {
    let style = Style(.muted)
    return StyledLine([
      StyledLine.Piece(column: FindingTable.indent, text: look(Phrase(zh: "条件", en: "condition")), style: style),
      StyledLine.Piece(column: places.found, text: look(Phrase(zh: "查得", en: "found")), style: style),
      StyledLine.Piece(column: places.required, text: look(Phrase(zh: "要求", en: "required")), style: style),
    ])
  }

  // MARK: - One finding

  private func lines(of finding: EligibilityFinding) -> [FileLine] {
    let proof = Proof.condition(finding.article)
    let proving = documents.filter { $0.entry.bears(on: proof) }
    let (plain, telling) = FindingTable.sorted(finding.parts)
    var lines = [head(finding, documents: proving.count)]
    for part in telling where !FindingTable.isMet(part) { lines += self.lines(of: part) }
    for part in telling where FindingTable.isMet(part) { lines += self.lines(ofMet: part) }
    lines += self.lines(ofPlain: plain)
    if finding.article == "9.4", !isCreditChecked {
      lines += StyledLine.wrapped(
        look(Phrase(zh: "信用核查：未核查", en: "credit check: none on file")), to: columns, indent: FindingTable.indent, Style(.caution),
        measure: measure)
    }
    if finding.parts.isEmpty || finding.verdict == .fail || finding.verdict == .unknown {
      lines += StyledLine.wrapped(
        look(finding.message), to: columns, indent: FindingTable.indent, Style(finding.parts.isEmpty ? .muted : finding.verdict.ink),
        measure: measure)
    }
    lines += FindingTable.proofs(proving, indent: FindingTable.indent, columns: columns, look: look, measure: measure)
    return lines.map { FileLine($0, proof: proof) }
  }

  /// The parts of which nothing is to be said but that they are there, and all others.
  private static func sorted(_ parts: [EligibilityPart]) -> (plain: [EligibilityPart], telling: [EligibilityPart]) {
    func isPlain(_ part: EligibilityPart) -> Bool { part.holds == true && part.judgement == nil && part.found.en == part.required.en }
    return (parts.filter(isPlain), parts.filter { !isPlain($0) })
  }

  private func head(_ finding: EligibilityFinding, documents: Int) -> StyledLine {
    let ink = finding.verdict.ink
    let verdict = look(finding.verdict.phrase)
    var about: [String] = []
    if documents > 0 {
      about.append(look(Phrase(zh: "附件 \(documents)", en: documents == 1 ? "1 document" : "\(documents) documents")))
    }
    if finding.verdict != .notApplicable { about.append(look(finding.basis.phrase)) }
    let note = about.joined(separator: " · ")
    let verdictColumn = max(FindingTable.indent, columns - measure.columns(of: verdict))
    let noteColumn = max(FindingTable.indent, verdictColumn - measure.columns(of: note) - 2)
    let name = look(FindingLines.name(of: finding.article))
    return StyledLine([
      StyledLine.Piece(column: 0, text: finding.verdict.sign, style: Style(ink, bold: true)),
      StyledLine.Piece(column: 2, text: finding.article, style: Style(.plain, bold: true)),
      StyledLine.Piece(
        column: FindingTable.indent, text: measure.truncated(name, to: max(0, noteColumn - FindingTable.indent - 1)),
        style: Style(.plain, bold: true)),
      StyledLine.Piece(column: noteColumn, text: note, style: Style(.muted)),
      StyledLine.Piece(column: verdictColumn, text: verdict, style: Style(ink, bold: finding.verdict == .fail)),
    ])
  }

  private func row(_ subject: Phrase, _ found: Phrase, _ required: Phrase, holds: Bool?) -> [StyledLine] {
    let texts = (subject: look(subject), found: look(found), required: look(required))
    let (found, required) = places
    let (sign, ink) = FindingTable.standing(holds)
    let cells = [
      (FindingTable.indent, found - FindingTable.indent - 2, texts.subject, Style.plain),
      (found, required - found - 2, texts.found, Style(ink)), (required, columns - required, texts.required, Style(.muted)),
    ].map { column, width, text, style in (column, measure.wrapped(text, to: max(4, width)), style) }
    var lines = (0..<(cells.map(\.1.count).max() ?? 0)).map { row in
      StyledLine(
        cells.compactMap { column, texts, style in
          texts.indices.contains(row) ? StyledLine.Piece(column: column, text: texts[row], style: style) : nil
        })
    }
    if !lines.isEmpty { lines[0].pieces.insert(StyledLine.Piece(column: FindingTable.indent - 2, text: sign, style: Style(ink)), at: 0) }
    return lines
  }

  private func lines(of part: EligibilityPart) -> [StyledLine] {
    var lines = row(part.subject.phrase, part.found, part.required, holds: part.holds)
    if let judgement = part.judgement {
      let words = Phrase(
        zh: "\(judgement.by) \(judgement.on) 认定：\(judgement.reason)",
        en: "judged by \(judgement.by) on \(judgement.on): \(judgement.reason)")
      lines += StyledLine.wrapped(look(words), to: columns, indent: FindingTable.indent + 2, Style(.muted), measure: measure)
    }
    return lines
  }

  private static func isMet(_ part: EligibilityPart) -> Bool { part.holds == true && part.judgement == nil }

  /// A part that is met: what was found, and in brackets what was asked for.
  private func lines(ofMet part: EligibilityPart) -> [StyledLine] {
    sentence(part.subject.phrase, part.found, part.required, holds: true)
  }

  /// What was found and what is asked for, in a sentence behind its sign.
  func sentence(_ subject: Phrase, _ found: Phrase, _ required: Phrase, holds: Bool?) -> [StyledLine] {
    let words = subject + Phrase(zh: "：", en: ": ") + found + Phrase(zh: "（要求：\(required.zh)）", en: " (asked for: \(required.en))")
    var lines = StyledLine.wrapped(look(words), to: columns, indent: FindingTable.indent, measure: measure)
    let (sign, ink) = FindingTable.standing(holds)
    if !lines.isEmpty {
      lines[0].pieces.insert(StyledLine.Piece(column: FindingTable.indent - 2, text: sign, style: Style(ink)), at: 0)
    }
    return lines
  }

  /// Parts that are simply there, those with the same answer behind each other.
  private func lines(ofPlain parts: [EligibilityPart]) -> [StyledLine] {
    var answers: [Phrase] = []
    for part in parts where !answers.contains(part.found) { answers.append(part.found) }
    return answers.flatMap { answer in
      let subjects = Phrase.list(parts.filter { $0.found == answer }.map(\.subject.phrase))
      var lines = StyledLine.wrapped(
        look(answer + Phrase(zh: "：", en: ": ") + subjects), to: columns, indent: FindingTable.indent, measure: measure)
      if !lines.isEmpty {
        lines[0].pieces.insert(StyledLine.Piece(column: FindingTable.indent - 2, text: "✓", style: Style(.good)), at: 0)
      }
      return lines
    }
  }

  static func standing(_ holds: Bool?) -> (sign: String, ink: Ink) {
    switch holds {
    case true?: ("✓", .good)
    case false?: ("✗", .bad)
    case nil: ("?", .caution)
    }
  }

  /// Where the documents are that prove something.
  static func proofs(
    _ documents: [Attachment], indent: Int, columns: Int, look: Look, measure: TextMeasure
  ) -> [StyledLine] {
    var lines = documents.prefix(documentsShown).flatMap { document in
      StyledLine.wrapped(look(AttachmentWords.line(document)), to: columns, indent: indent, Style(.accent), measure: measure)
    }
    let more = documents.count - documentsShown
    if more > 0 {
      let words = Phrase(zh: "另有 \(more) 份，按 m 查看", en: "\(more) more: m shows them")
      lines += StyledLine.wrapped(look(words), to: columns, indent: indent, Style(.muted), measure: measure)
    }
    return lines
  }
}

/// A line of the file of an application.
struct FileLine: Hashable {
  /// What is written.
  var line: StyledLine
  /// The item of the application that stands here, as documents prove it; `nil` where no item does.
  var proof: Proof?

  init(_ line: StyledLine, proof: Proof? = nil) {
    self.line = line
    self.proof = proof
  }
}
