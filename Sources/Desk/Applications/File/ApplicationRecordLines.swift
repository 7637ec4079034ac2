import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What was written in the form, and what was done with it since.
extension ApplicationLines {
  func form(_ columns: Int) -> [FileLine] {
    var lines: [FileLine] = []
    for item in file.form.items(fields: (try? Places.standard.get())?.fields ?? []) {
      if let section = item.section {
        if !lines.isEmpty { lines.append(FileLine(.blank)) }
        lines.append(FileLine(heading(section)))
      }
      let figure = item.field.widget(look.language).text
      let unit = item.field.unit(of: figure, look.language)
      let text = unit.isEmpty ? figure : "\(figure) \(unit)"
      let written = entry(
        Phrase(zh: item.field.label.zh, en: item.field.label.en.capitalizedSentence),
        text.isEmpty ? look(Phrase(zh: "未填", en: "not stated")) : text, columns, text.isEmpty ? .muted : .plain)
      lines += written.map { FileLine($0, proof: item.article.isEmpty ? nil : .condition(item.article)) }
    }
    return lines
  }

  func history(_ columns: Int) -> [FileLine] {
    var lines = [FileLine(heading(Phrase(zh: "办理经过", en: "What was done")))]
    if file.history.isEmpty {
      lines.append(FileLine(StyledLine(look(Phrase(zh: "还没有办理。", en: "Nothing yet.")), Style(.muted))))
    }
    // What was found of the host's credit stands among the steps, by its day.
    var checks = file.creditChecks[...]
    for (place, event) in file.history.enumerated() {
      while let check = checks.first, check.check.on < event.on {
        lines += credit(check, columns)
        checks.removeFirst()
      }
      let proof = Proof.step(place + 1)
      var written = dated(event.on, look(event.step.kind.phrase) + "  " + look(who(event)), columns)
      if let reason = event.step.reason, !reason.isEmpty {
        written += StyledLine.wrapped(reason.string, to: columns, indent: 12, Style(.muted), measure: measure)
      }
      let proving = documents.filter { $0.entry.proves.contains(proof) }
      written += FindingTable.proofs(proving, indent: 12, columns: columns, look: look, measure: measure)
      lines += written.map { FileLine($0, proof: proof) }
    }
    for check in checks { lines += credit(check, columns) }
    return lines
  }

  private func dated(_ day: Day, _ text: String, _ columns: Int) -> [StyledLine] {
    var lines = StyledLine.wrapped(text, to: columns, indent: 12, measure: measure)
    if !lines.isEmpty { lines[0].pieces.insert(StyledLine.Piece(column: 0, text: day.description, style: Style(.muted)), at: 0) }
    return lines
  }

  /// Whose step it was: the unit, and for those who may know it the person.
  private func who(_ event: ApplicationEvent) -> Phrase {
    let unit: Phrase =
      switch event.step.kind.role {
      case .host: Phrase(same: file.summary.host)
      case .department: FieldNames.standard[file.summary.department]
      default: Role.bureau.phrase
      }
    guard let name = event.name ?? event.login else { return unit }
    return unit + Phrase(same: " \(name)")
  }

  private func credit(_ event: CreditCheckEvent, _ columns: Int) -> [FileLine] {
    let check = event.check
    let words = Phrase(
      zh: "信用核查：\(check.source)，\(check.isGood ? "未见不良" : "信用不良")  \(Role.bureau.phrase.zh)\(event.name.map { " \($0)" } ?? "")",
      en: """
        credit check: \(check.source), \(check.isGood ? "nothing bad found" : "bad")  \
        \(Role.bureau.phrase.en)\(event.name.map { " \($0)" } ?? "")
        """)
    var lines = dated(check.on, look(words), columns)
    if !check.result.isEmpty {
      lines += StyledLine.wrapped(check.result.string, to: columns, indent: 12, Style(.muted), measure: measure)
    }
    return lines.map { FileLine($0, proof: .condition("9.4")) }
  }
}
