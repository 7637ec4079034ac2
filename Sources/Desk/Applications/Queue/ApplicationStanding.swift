import CenterStore
import Regulation
import Widgets
import Wording

extension ApplicationSummary {
  /// How far it has come: its stage; for an expert, while the review is open, what they themselves have done of it.
  var standing: (phrase: Phrase, ink: Ink) {
    switch ownPart {
    case .steppedAside?: (Phrase(zh: "已回避", en: "stepped aside"), .muted)
    case .groupOpinionDue? where stage == .reviewing: (Phrase(zh: "待写专家组意见", en: "group’s opinion due"), .caution)
    case .submitted? where stage == .reviewing: (Phrase(zh: "意见已提交", en: "opinion is in"), .good)
    case .open? where stage == .reviewing: (Phrase(zh: "待您评审", en: "yours to review"), .caution)
    default: (stage.phrase, stage.ink)
    }
  }

  /// Who or what has it in hand now; `nil` where nobody has, or where how far it has come says so itself.
  var inHand: Phrase? {
    if ownPart != nil { return nil }
    if isHeldUp { return Phrase(zh: "有异议待核实", en: "an objection is to be settled") }
    if let hold { return hold.phrase }
    if unnamedExperts > 0 { return ApplicationSummary.expertsToName }
    if let certifiableSince {
      return Phrase(zh: "公示期满，\(certifiableSince) 起可予认定", en: "its notice is over: it can be certified since \(certifiableSince)")
    }
    if stage == .submitted { return nil }
    return stage.waitsFor.map { Phrase(zh: "待\($0.phrase.zh)办理", en: "the \($0.phrase.en)'s to do") }
  }

  /// What is said where too few experts are named.
  static let expertsToName = Phrase(zh: "待安排专家", en: "name experts")
}
