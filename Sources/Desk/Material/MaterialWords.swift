import CenterStore
import Regulation
import Widgets
import Wording

/// Where a center's material stands, in the few words that a list has room for.
enum MaterialWords {
  /// Who has it in hand, and what for.
  static func standing(_ summary: MaterialSummary) -> (phrase: Phrase, ink: Ink) {
    // The whole sentence has no room in a list.
    if case .exempt(.notYetTwoYears) = summary.due { return (Phrase(zh: "认定未满两年", en: "under two years"), .muted) }
    if case .exempt(.deferred) = summary.due { return (Phrase(zh: "同意暂缓", en: "deferred"), .muted) }
    if case .exempt(let why) = summary.due { return (why.phrase, .muted) }
    return switch summary.material {
    case .none where !summary.succeeds.isEmpty: (Phrase(zh: "单位：承接待交", en: "host: taken over"), .caution)
    case .none where summary.filled == 0: (Phrase(zh: "单位：未填", en: "host: nothing yet"), .caution)
    case .none: (Phrase(zh: "单位：填报中", en: "host: writing"), .caution)
    case .submitted: (Phrase(zh: "部门：待审查", en: "department: check"), .accent)
    case .returned: (Phrase(zh: "单位：待补正", en: "host: correct"), .caution)
    case .reported: (Phrase(zh: "已上报", en: "reported"), .good)
    }
  }

  /// What a center has to do with what it took over from those in whose place it goes on; `nil` where it took nothing over, or handed it in.
  static func succession(_ summary: MaterialSummary) -> Phrase? {
    guard case .none = summary.material, !summary.succeeds.isEmpty, summary.due == .due else { return nil }
    let codes = Phrase(zh: summary.succeeds.joined(separator: "、"), en: summary.succeeds.joined(separator: ", "))
    let what =
      summary.filled == 0
      ? Phrase(zh: "：原提交的不作数，由本单位填报、声明后提交", en: ": what was handed in there counts no more; fill this in, declare, hand in")
      : Phrase(zh: "：已填的由此转来，核对、声明后再提交", en: ": what stands here came from there; look it over, declare, hand in")
    return Phrase(zh: "承接 ", en: "Goes on for ") + codes + what
  }

  /// Whether the material waits for somebody of a role.
  static func waits(_ summary: MaterialSummary, for role: Role) -> Bool {
    guard summary.due == .due, summary.lastDay != nil || summary.since != nil || summary.material.submission == nil else { return false }
    return switch (summary.material, role) {
    case (.none, .host), (.returned, .host), (.submitted, .department): true
    default: false
    }
  }

  /// The last day, and whether it is over.
  static func lastDay(_ summary: MaterialSummary) -> (text: Phrase, ink: Ink) {
    guard let day = summary.lastDay else { return (Phrase(same: "–"), .muted) }
    if summary.isAdmitted { return (Phrase(zh: "准予逾期", en: "admitted"), .accent) }
    return (Phrase(same: day.description), summary.isLate ? .bad : .plain)
  }

  /// Until when it may come in, for whoever has it in hand.
  static func until(_ summary: MaterialSummary) -> (phrase: Phrase, ink: Ink)? {
    guard let day = summary.lastDay else { return nil }
    if summary.isLate { return (Phrase(zh: "已逾期 \(day)", en: "late, was \(day)"), .bad) }
    if summary.isAdmitted {
      return (Phrase(zh: "准予逾期：核定前可交（原截至 \(day)）", en: "admitted late until settlement (was \(day))"), .accent)
    }
    return (Phrase(zh: "截至 \(day)", en: "by \(day)"), .plain)
  }
}
