import Regulation
import Wording

extension ApplicationFormState {
  /// What is said of the condition at the field in hand, what matters most first: it may be cut at its end.
  ///
  /// Where the field in hand itself fails the condition it is told of before all others; then what is missing, then what else fails.
  var reasonInHand: Phrase? {
    if itemInHand?.field.id == "center.field" { return values.isWithoutField ? ApplicationForm.withoutField : nil }
    guard let finding = eligibility[articleInHand] else { return nil }
    guard finding.verdict == .fail else { return finding.message }
    let open = finding.parts.filter { $0.holds != true }
    let inHand = open.firstIndex { values.fields(mending: $0).contains(form.idInHand ?? "") }
    let ordered = (inHand.map { [open[$0]] } ?? []) + open.indices.filter { $0 != inHand }.map { open[$0] }
    // What is missing is told in one breath, where the first of it stands; what is wrong is not missing.
    func isMissing(_ part: EligibilityPart) -> Bool { part.holds == nil && part.wrong == nil }
    let missing = Phrase(zh: "请补填：", en: "still to be stated: ") + Phrase.list(ordered.filter(isMissing).map(\.subject.phrase))
    let isFirstMissing = ordered.first.map(isMissing) ?? false
    let failed = ordered.filter { !isMissing($0) }.map(ApplicationFormState.words)
    var sentences = isFirstMissing ? [missing] + failed : failed
    if !isFirstMissing, ordered.contains(where: isMissing) { sentences.insert(missing, at: inHand == nil ? 0 : 1) }
    return Phrase(zh: sentences.map(\.zh).joined(separator: "；"), en: sentences.map(\.en).joined(separator: "; "))
  }

  private static func words(_ part: EligibilityPart) -> Phrase {
    if let wrong = part.wrong { return part.subject.phrase + Phrase(zh: "：", en: ": ") + wrong }
    return part.shortcoming
  }
}

extension ApplicationForm {
  /// Whether no field of technology is stated (article 8): no condition asks for it, yet nobody can rank the application without.
  var isWithoutField: Bool { center.field?.isEmpty ?? true }
  /// What is said of that.
  static let withoutField = Phrase(zh: "技术领域未填（办法第8条）", en: "no field of technology is stated (article 8)")
}

extension ApplicationState {
  /// Why the application came back to the host; `nil` where it did not.
  var reasonOfReturn: PlainText? {
    switch self {
    case .returned(let reason), .sentBack(let reason): reason
    default: nil
    }
  }
}
