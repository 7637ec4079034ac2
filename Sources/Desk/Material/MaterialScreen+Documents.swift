import CenterStore
import DeskRuntime
import Regulation
import Wording

/// The documents (附件) that prove the figures of an evaluation form (article 27).
extension MaterialScreen {
  /// Leads to the documents of the indicator in hand; of an indicator that nothing proves a reader is told so.
  func documentsBinding(_ state: FactFormState) -> KeyBinding {
    let count = state.documentsOfIndicator.count
    let nothing = isWritable || count > 0 ? nil : Phrase(zh: "没有证明本指标的附件", en: "no document on file proves this indicator")
    return KeyBinding(
      "documents", [.control("x"), .character("x")], label: Phrase(zh: "附件（\(count)）", en: "docs (\(count))"),
      explanation: isWritable
        ? Phrase(zh: "本指标的附件：查看、登记", en: "the documents that prove this indicator: read, enter")
        : Phrase(zh: "本指标的附件及其存放处", en: "the documents that prove this indicator, and where they lie"),
      prominence: .footer, refusal: nothing)
  }

  /// Shows the documents of the indicator in hand, where who writes can enter more.
  func showDocuments() {
    guard let state else { return }
    let indicator = state.indicatorCode
    let items = state.indicator.facts.filter { $0.kind != .derived }.map { Proof.fact($0.code) }
    let entering = isWritable ? AttachmentEntering(items: items, chosen: .fact(state.fact.code)) : nil
    let name = Phrase(same: "\(code) \(indicator) ") + state.indicator.name
    sitting.runtime.push(
      AttachmentsScreen(sitting, .material(center: code, year: year), name: name, entering: entering) { proof in
        if case .fact(let code) = proof { code.indicator == indicator } else { false }
      })
  }
}
