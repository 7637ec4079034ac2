import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ApplicationScreen {
  /// The documents that prove what is under the cursor, all of them where nothing is to be proved or nothing proves it.
  func showDocuments(_ file: ApplicationFile) {
    let subject = AttachmentSubject.application(number)
    let entering = entering(file)
    guard let here = pages.proof, entering != nil || documents.contains(where: { $0.entry.bears(on: here) }) else {
      if pages.proof != nil {
        sitting.runtime.notice(Phrase(zh: "没有专门证明此项的附件，列出全部", en: "nothing on file proves this by itself: all are shown"), .caution)
      }
      return sitting.runtime.push(AttachmentsScreen(sitting, subject, name: Phrase(same: number), entering: entering))
    }
    let name = Phrase(same: "\(number) ") + AttachmentWords.proof(here, sitting.system, names: file.recordNames)
    sitting.runtime.push(AttachmentsScreen(sitting, subject, name: name, entering: entering) { $0.bears(on: here) })
  }

  /// What documents may be entered here for: staff's at any time, the host's and the department's while the application is in their hands, and
  /// what proves a step that the department took; the credit checks are staff's. `nil` for who only reads.
  func entering(_ file: ApplicationFile) -> AttachmentEntering? {
    if sitting.member.role == .department {
      let own = file.history.indices.filter { file.history[$0].step.kind.isTaken(by: .department) }.map { Proof.step($0 + 1) }
      let items = (file.summary.stage == .submitted ? file.eligibility.provable : []) + own
      return items.isEmpty ? nil : entering(items)
    }
    guard sitting.isStaff || (sitting.member.role == .host && file.summary.stage.isEditable) else { return nil }
    let checks = file.creditChecks.indices.map { Proof.creditCheck($0 + 1) }
    let records = sitting.isStaff ? checks + file.history.indices.map { Proof.step($0 + 1) } : []
    // What was decided on stays; a record of what was done may come to hand later.
    return file.summary.stage.isOpen ? entering(file.eligibility.provable + records) : entering(records, isClosed: true)
  }

  /// Entering for some items, that under the cursor ticked where it is one of them.
  private func entering(_ items: [Proof], isClosed: Bool = false) -> AttachmentEntering {
    AttachmentEntering(items: items, chosen: pages.proof.flatMap { items.contains($0) ? $0 : nil }, isClosed: isClosed)
  }
}
