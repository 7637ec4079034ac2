import Regulation
import Wording

extension ApplicationFormState {
  /// What is said of the condition at the field in hand, what matters most first: it may be cut at its end.
  ///
  /// Where the field in hand itself fails the condition it is told of before all others; then what is missing, then what else fails.
  var reasonInHand: Phrase? {
    if itemInHand?.field.id == "center.field" { return isWithoutField ? ApplicationFormState.withoutField : nil }
    guard let finding = eligibility[articleInHand] else { return nil }
    guard finding.verdict == .fail else { return finding.message }
    let open = finding.parts.filter { $0.holds != true }
    let inHand = open.firstIndex { values.fields(mending: $0).contains(form.idInHand ?? "") }
    var sentences: [Phrase] = []
    if let inHand { sentences.append(ApplicationFormState.words(open[inHand])) }
    let others = open.indices.filter { $0 != inHand }.map { open[$0] }
    let missing = others.filter { $0.holds == nil }.map(\.subject.phrase)
    if !missing.isEmpty { sentences.append(Phrase(zh: "请补填：", en: "still to be stated: ") + Phrase.list(missing)) }
    sentences += others.filter { $0.holds == false }.map(ApplicationFormState.words)
    return Phrase(zh: sentences.map(\.zh).joined(separator: "；"), en: sentences.map(\.en).joined(separator: "; "))
  }

  /// What is said of the technology that the form leaves open.
  static let withoutField = Phrase(zh: "技术领域未填，请选择", en: "no field of technology is chosen yet")

  private static func words(_ part: EligibilityPart) -> Phrase {
    guard part.holds == false else { return Phrase(zh: "请补填：", en: "still to be stated: ") + part.subject.phrase }
    return Phrase(
      zh: "\(part.subject.phrase.zh)：\(part.found.zh)，要求：\(part.required.zh)",
      en: "\(part.subject.phrase.en): \(part.found.en), required: \(part.required.en)")
  }
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
