import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ApplicationScreen {
  /// The documents that prove what is under the cursor, all of them where nothing is to be proved or nothing proves it.
  func showDocuments(_ file: ApplicationFile) {
    let subject = AttachmentSubject.application(number)
    let entering = entering(file)
    guard let here = pages.proof, entering != nil || documents.contains(where: { $0.entry.proves.contains(here) }) else {
      if pages.proof != nil {
        sitting.runtime.notice(Phrase(zh: "没有专门证明此项的附件，列出全部", en: "nothing on file proves this by itself: all are shown"), .caution)
      }
      return sitting.runtime.push(AttachmentsScreen(sitting, subject, name: Phrase(same: number), entering: entering))
    }
    let name = Phrase(same: "\(number) ") + AttachmentWords.proof(here, sitting.system, steps: file.stepNames)
    sitting.runtime.push(AttachmentsScreen(sitting, subject, name: name, entering: entering) { $0 == here })
  }

  /// What documents may be entered here for: staff's at any time, the host's and the department's while the application is in their hands, and
  /// what proves a step that the department took; `nil` for who only reads.
  func entering(_ file: ApplicationFile) -> AttachmentEntering? {
    if sitting.member.role == .department {
      let own = file.history.indices.filter { file.history[$0].step.kind.isTaken(by: .department) }.map { Proof.step($0 + 1) }
      let items = (file.summary.stage == .submitted ? file.eligibility.provable : []) + own
      return items.isEmpty ? nil : AttachmentEntering(items: items, chosen: pages.proof.flatMap { items.contains($0) ? $0 : nil })
    }
    guard sitting.isStaff || (sitting.member.role == .host && file.summary.stage.isEditable) else { return nil }
    let steps = sitting.isStaff ? file.history.indices.map { Proof.step($0 + 1) } : []
    // What was decided on stays; a record of a step may come to hand later.
    if !file.summary.stage.isOpen {
      return AttachmentEntering(items: steps, chosen: pages.proof.flatMap { $0.isOfStep ? $0 : nil }, isClosed: true)
    }
    return AttachmentEntering(items: file.eligibility.provable + steps, chosen: pages.proof)
  }
}
