import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What was done with an application, in the order in which it was done, each with what it left on file.
extension ApplicationLines {
  private static let indent = 12

  func history(_ columns: Int) -> [FileLine] {
    var lines = [FileLine(heading(Phrase(zh: "办理经过", en: "What was done")))]
    if file.course.isEmpty {
      lines.append(FileLine(StyledLine(look(Phrase(zh: "还没有办理。", en: "Nothing yet.")), Style(.muted))))
    }
    let trail = file.trail
    var (steps, objections, checks) = (0, 0, 0)
    for happening in file.course {
      switch happening {
      case .step(let event):
        steps += 1
        if event.step.kind == .object { objections += 1 }
        let left = StepRecord.lines(of: event.step, objection: objections, notice: trail.notice)
        lines += step(event, left, Proof.step(steps), columns)
      case .credit(let event):
        checks += 1
        lines += credit(event, Proof.creditCheck(checks), columns)
      case .document(let event):
        let by = event.name.map { Phrase(same: "  \($0)") } ?? Phrase(same: "")
        lines += dated(event.on, look(StepRecord.words(of: event.kind, event.title) + by), columns).map { FileLine($0) }
      case .review(let event):
        let (words, said) = StepRecord.words(of: event)
        let by = event.name.map { Phrase(same: "  ") + Role.bureau.phrase + Phrase(same: " \($0)") } ?? Phrase(same: "")
        lines += (dated(event.on, look(words + by), columns) + under(said, columns)).map { FileLine($0) }
      }
    }
    return lines
  }

  private func step(_ event: ApplicationEvent, _ left: [Phrase], _ proof: Proof, _ columns: Int) -> [FileLine] {
    let rules = StepQuestion.isFinal(event.step.kind) ? RulesInForce.remark(on: event.on) : Phrase(same: "")
    let written = dated(event.on, look(event.step.kind.phrase + rules) + "  " + look(who(event)), columns) + under(left, columns)
    return record(written, proof, columns)
  }

  /// What was done, and beneath it where the documents are that prove it.
  private func record(_ written: [StyledLine], _ proof: Proof, _ columns: Int) -> [FileLine] {
    let proving = documents.filter { $0.entry.bears(on: proof) }
    let proofs = FindingTable.proofs(proving, indent: ApplicationLines.indent, columns: columns, look: look, measure: measure)
    return (written + proofs).map { FileLine($0, proof: proof) }
  }

  private func dated(_ day: Day, _ text: String, _ columns: Int) -> [StyledLine] {
    var lines = StyledLine.wrapped(text, to: columns, indent: ApplicationLines.indent, measure: measure)
    if !lines.isEmpty { lines[0].pieces.insert(StyledLine.Piece(column: 0, text: day.description, style: Style(.muted)), at: 0) }
    return lines
  }

  private func under(_ left: [Phrase], _ columns: Int) -> [StyledLine] {
    left.flatMap { StyledLine.wrapped(look($0), to: columns, indent: ApplicationLines.indent, Style(.muted), measure: measure) }
  }

  /// Whose step it was: the unit, and for those who may know it the person.
  private func who(_ event: ApplicationEvent) -> Phrase {
    let unit: Phrase =
      switch event.step.kind.role {
      case .host: Phrase(same: file.summary.host)
      case .department: PlaceNames.standard[file.summary.department]
      default: Role.bureau.phrase
      }
    guard let name = event.name ?? event.login else { return unit }
    return unit + Phrase(same: " \(name)")
  }

  private func credit(_ event: CreditCheckEvent, _ proof: Proof, _ columns: Int) -> [FileLine] {
    let check = event.check
    let words = Phrase(
      zh: "信用核查：\(check.source)，\(check.isGood ? "未见不良" : "信用不良")  \(Role.bureau.phrase.zh)\(event.name.map { " \($0)" } ?? "")",
      en: """
        credit check: \(check.source), \(check.isGood ? "nothing bad found" : "bad")  \
        \(Role.bureau.phrase.en)\(event.name.map { " \($0)" } ?? "")
        """)
    var left: [Phrase] = []
    // It stands where it was put on file; the day of the look itself may be an earlier one.
    if check.on != event.recordedOn { left.append(Phrase(zh: "核查日期 \(check.on)", en: "looked up on \(check.on)")) }
    if !check.result.isEmpty { left.append(Phrase(same: check.result.string)) }
    return record(dated(event.recordedOn, look(words), columns) + under(left, columns), proof, columns)
  }
}
