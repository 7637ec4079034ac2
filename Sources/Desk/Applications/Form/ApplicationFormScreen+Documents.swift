import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ApplicationFormScreen {
  /// The condition in hand as documents prove it.
  private var proofInHand: Proof? { state.flatMap { $0.articleInHand.isEmpty ? nil : .condition($0.articleInHand) } }

  /// What the key to the documents is called: how many prove the condition in hand, of no condition how many there are.
  var documentsLabel: Phrase {
    let count = proofInHand.map { proof in documents.count { $0.entry.bears(on: proof) } } ?? documents.count
    return Phrase(zh: "附件（\(count)）", en: "docs (\(count))")
  }

  /// Shows the documents of the condition in hand, where more can be entered; all of them where no condition is in hand.
  func showDocuments() {
    guard let state else { return }
    let items = state.eligibility.provable
    let entering = AttachmentEntering(items: items, chosen: proofInHand)
    let subject = AttachmentSubject.application(number)
    guard let proof = proofInHand, items.contains(proof) else {
      return sitting.runtime.push(AttachmentsScreen(sitting, subject, name: Phrase(same: number), entering: entering))
    }
    let name = Phrase(same: "\(number) ") + AttachmentWords.proof(proof, sitting.system)
    sitting.runtime.push(AttachmentsScreen(sitting, subject, name: name, entering: entering) { $0.bears(on: proof) })
  }
}
