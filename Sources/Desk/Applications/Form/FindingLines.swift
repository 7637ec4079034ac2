import DeskRuntime
import Regulation
import Widgets
import Wording

extension String {
  /// The text with a capital at its beginning, as labels have.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}

extension Phrase {
  /// The phrase as a label: in English with a capital at its beginning.
  var asLabel: Phrase { Phrase(zh: zh, en: en.capitalizedSentence) }
}

extension EligibilityFinding.Verdict {
  /// The colour of the verdict.
  var ink: Ink {
    switch self {
    case .pass: .good
    case .fail: .bad
    case .unknown: .caution
    case .notApplicable: .muted
    }
  }

  /// The verdict as one sign, which says the same without colour.
  var sign: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .unknown: "?"
    case .notApplicable: "-"
    }
  }
}

extension EligibilityFinding {
  /// What was found of each part, and in brackets what is required of it where that is more than that it is there.
  var foundAndRequired: Phrase {
    guard let first = parts.first else { return found }
    func words(_ part: EligibilityPart) -> Phrase {
      let found = part.subject.phrase + Phrase(zh: "：", en: ": ") + part.found
      return part.found.en == part.required.en
        ? found : found + Phrase(zh: "（要求：\(part.required.zh)）", en: " (asked for: \(part.required.en))")
    }
    return parts.dropFirst().reduce(words(first)) { $0 + Phrase(zh: "；", en: "; ") + words($1) }
  }
}

extension Eligibility.Verdict {
  /// The colour of the verdict.
  var ink: Ink {
    switch self {
    case .yes: .good
    case .no: .bad
    case .undetermined: .caution
    }
  }
}

/// Findings as lines of text: condition, verdict, and why.
enum FindingLines {
  /// Every finding: verdict and condition in one line, beneath it what was found and asked for where it is not met, or in hand.
  static func all(
    _ eligibility: Eligibility, columns: Int, inHand: String? = nil, isFull: Bool = false, look: Look, measure: TextMeasure
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    for finding in eligibility.findings {
      let ink = finding.verdict.ink
      let isInHand = finding.article == inHand
      let head = look(finding.verdict.phrase)
      lines.append(
        StyledLine([
          StyledLine.Piece(column: 0, text: finding.verdict.sign, style: Style(ink, bold: true)),
          StyledLine.Piece(
            column: 2, text: measure.padded(finding.article, to: 4), style: Style(isInHand ? .accent : .plain, bold: isInHand)),
          StyledLine.Piece(
            column: 7,
            text: measure.truncated(look(FindingLines.name(of: finding.article)), to: max(0, columns - 7 - measure.columns(of: head) - 1)),
            style: Style(isInHand ? .accent : .plain, bold: isInHand)),
          StyledLine.Piece(column: max(7, columns - measure.columns(of: head)), text: head, style: Style(ink)),
        ]))
      if finding.verdict == .fail || finding.verdict == .unknown || isInHand || isFull {
        lines += StyledLine.wrapped(look(finding.message), to: columns, indent: 7, Style(.muted), measure: measure)
      }
    }
    for flag in eligibility.flags {
      lines += StyledLine.wrapped(
        "! \(look(Citation.phrase(flag.article)))  \(look(flag.message))", to: columns, Style(.caution), measure: measure)
    }
    return lines
  }

  /// What a condition is about, in a few words.
  static func name(of article: String) -> Phrase {
    switch article {
    case "9.1": Phrase(zh: "注册地、法人、技术优势", en: "Registration, legal person")
    case "9.2": Phrase(zh: "研发机构与投入，或共建企业", en: "R&D unit, money, or partner")
    case "9.3": Phrase(zh: "成果、合作、项目与转化", en: "Technology and transfer")
    case "9.4": Phrase(zh: "信誉与条件保障", en: "Credit and guarantee")
    case "9.5": Phrase(zh: "带头人与团队", en: "Leader and team")
    case "9.6": Phrase(zh: "场所、仪器、中试、检测", en: "Premises and instruments")
    case "9.7": Phrase(zh: "名称、方向、内容、目标", en: "Name, direction, goals")
    case "9.8": Phrase(zh: "共建协议与依托单位占比", en: "Agreements, host’s share")
    case "14": Phrase(zh: "管理委员会", en: "Management committee")
    case "15": Phrase(zh: "技术指导委员会", en: "Advisory committee")
    case "10": Phrase(zh: "申报材料与声明", en: "Documents, declaration")
    default: Phrase(same: "")
    }
  }
}
