import Regulation
import Widgets
import Wording

/// What was found of an application, as a table for people: one line for each part of a condition, at the first one what the whole
/// condition rests on, then what to do next.
struct EligibilityListing {
  /// The language of the table.
  let language: Language

  private static let columns = [7, 30, 34, 34, 14, 0]
  private let measure = TextMeasure()

  /// The lines of the table, the verdict, and what to do next.
  func lines(_ eligibility: Eligibility) -> [String] {
    var lines = row([
      Phrase(zh: "条款", en: "article"), Phrase(zh: "条件", en: "condition"), Phrase(zh: "填报", en: "found"),
      Phrase(zh: "要求", en: "required"), Phrase(zh: "结论", en: "verdict"), Phrase(zh: "依据", en: "rests on"),
    ])
    for finding in eligibility.findings { lines += rows(finding) }
    lines.append("")
    lines.append(verdict(eligibility)[language])
    for finding in eligibility.failed + eligibility.unknown { lines.append("  " + next(finding)[language]) }
    for flag in eligibility.flags {
      lines.append(
        "  "
          + Phrase(
            zh: "提示（\(Citation.phrase(flag.article).zh)）：\(flag.message.zh)", en: "note (article \(flag.article)): \(flag.message.en)")[
            language])
    }
    return lines
  }

  private func rows(_ finding: EligibilityFinding) -> [String] {
    if finding.parts.isEmpty {
      return row([
        Phrase(same: finding.article), finding.found, Phrase(same: "-"), finding.required, finding.verdict.phrase, Phrase(same: "-"),
      ])
    }
    return finding.parts.enumerated().flatMap { number, part in
      let verdict: EligibilityFinding.Verdict = part.holds.map { $0 ? .pass : .fail } ?? .unknown
      return row([
        Phrase(same: number == 0 ? finding.article : ""), part.subject.phrase, part.found, part.required, verdict.phrase,
        number == 0 ? finding.basis.phrase : Phrase(same: ""),
      ])
    }
  }

  /// A row, each cell wrapped to its column.
  private func row(_ cells: [Phrase]) -> [String] {
    let wrapped = zip(cells, EligibilityListing.columns).map { cell, width in
      width == 0 ? [cell[language]] : measure.wrapped(cell[language], to: width)
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      for (cell, width) in zip(wrapped, EligibilityListing.columns) {
        let content = line < cell.count ? cell[line] : ""
        text += width == 0 ? content : measure.padded(content, to: width) + "  "
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }

  private func verdict(_ eligibility: Eligibility) -> Phrase {
    let (failed, unknown) = (eligibility.failed.count, eligibility.unknown.count)
    return switch eligibility.verdict {
    case .yes: Phrase(zh: "结论：符合申报条件，可向归口管理部门提交。", en: "Eligible: it can be handed in to the competent department.")
    case .no:
      Phrase(
        zh: "结论：不符合申报条件：\(failed) 条不符合，\(unknown) 条待定。",
        en: "Not eligible: \(EligibilityListing.count(failed)) not met, \(unknown) unknown.")
    case .undetermined:
      Phrase(zh: "结论：尚不能判断：\(unknown) 条待定。", en: "Undetermined: \(EligibilityListing.count(unknown)) unknown.")
    }
  }

  private static func count(_ conditions: Int) -> String { conditions == 1 ? "1 condition" : "\(conditions) conditions" }

  /// What stands against a condition, and which fields of the file to look at.
  private func next(_ finding: EligibilityFinding) -> Phrase {
    let paths = finding.parts.filter { $0.holds != true }.map(\.subject.path).joined(separator: ", ")
    return Phrase(
      zh: "\(finding.verdict.phrase.zh)（\(Citation.phrase(finding.article).zh)）：\(finding.message.zh)（字段 \(paths)）",
      en: "\(finding.verdict.phrase.en) (article \(finding.article)): \(finding.message.en) (fields: \(paths))")
  }
}
