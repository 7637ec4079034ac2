import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// An expert's opinion on an application (article 11): each condition, the whole, a rating; saved as it is written, and only to be read once it
/// is handed in, until it is taken back.
@MainActor
final class OpinionScreen: Screen {
  let sitting: Sitting
  /// The application's number.
  let number: String
  var state: OpinionState?
  private var documents: [Attachment] = []
  private var failure: WordsPage?
  let pause: SavingPause
  let writer: OpinionWriter
  var saving = 0

  init(_ sitting: Sitting, number: String) {
    self.sitting = sitting
    self.number = number
    pause = SavingPause(sitting.runtime, quiet: ApplicationFormScreen.pauseBeforeSaving)
    writer = OpinionWriter(sitting.store, number, by: sitting.acting)
  }

  var title: Phrase { Phrase(zh: "评审意见 \(number)", en: "Opinion on \(number)") }
  var isCapturing: Bool { state?.isLocked == false }
  var unsavedReason: Phrase? {
    save()
    return nil
  }

  var bindings: [KeyBinding] {
    guard let state else { return [] }
    var bindings: [KeyBinding] = []
    if state.isSubmitted {
      bindings.append(
        KeyBinding(
          "takeBack", [KeyPress(.function(3)), .character("S")], label: Phrase(zh: "撤回", en: "take back"),
          explanation: Phrase(zh: "撤回已提交的评审意见，以便修改（办法第11条）", en: "take the opinion back to change it (article 11)"),
          prominence: .first,
          refusal: state.isOpen ? nil : Phrase(zh: "评审已结束，不能撤回", en: "the review is over: it cannot be taken back")))
    } else if state.isOpen {
      bindings += [
        KeyBinding(
          "submit", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "提交意见", en: "hand in"),
          explanation: Phrase(
            zh: "核对并提交评审意见；评审期间可以撤回", en: "look the opinion over and hand it in; it can be taken back while the review lasts"),
          prominence: .first),
        KeyBinding(
          "choose", [.character(" ")], label: Phrase(zh: "选择", en: "choose"),
          explanation: Phrase(
            zh: "空格换下一个答案，到末尾回到第一个；← → 换到相邻的答案",
            en: "Space goes to the next answer, behind the last to the first; Left and Right to a neighbour"),
          prominence: .footer),
      ]
    }
    bindings.append(
      KeyBinding("next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"), prominence: .footer))
    if state.leads {
      bindings.append(
        KeyBinding(
          "group", [KeyPress(.function(5))], label: Phrase(zh: "专家组意见", en: "group’s opinion"),
          explanation: Phrase(zh: "组长查看各专家意见，填写专家组意见（办法第11条）", en: "as leader, read all opinions and write the group’s (article 11)"),
          prominence: .footer, refusal: GroupOpinion.refusal(state.file)))
    }
    return bindings + [
      KeyBinding(
        "record", [KeyPress(.function(6))], label: Phrase(zh: "申请材料", en: "application"),
        explanation: Phrase(zh: "看申请全文：条件、申报书、办理经过", en: "read the whole application: conditions, form, history"), prominence: .footer),
      KeyBinding(
        "documents", [KeyPress(.function(4))],
        label: Phrase(zh: "附件（\(shownDocuments.count)）", en: "documents (\(shownDocuments.count))"),
        explanation: Phrase(zh: "所在条件的附件；在别处时列出全部", en: "what proves the condition in hand; all documents elsewhere"), prominence: .footer,
        refusal: shownDocuments.isEmpty ? Phrase(zh: "没有登记附件", en: "no document on file proves this") : nil),
    ]
  }

  /// The documents that prove the condition in hand, all of them where none is.
  private var shownDocuments: [Attachment] {
    state?.proofInHand.map { proof in documents.filter { $0.entry.bears(on: proof) } } ?? documents
  }

  // MARK: - Reading

  func appeared() {
    do {
      let file = try sitting.store.application(number, by: sitting.acting)
      guard let own = file.reviewers.first(where: { $0.login == sitting.acting.login }) else { throw StoreError.notPermitted(nil) }
      let isOvertaken = state?.isUnsaved == false && state?.opinion != own.opinion
      if state?.isSubmitted == own.isSubmitted, !isOvertaken {
        state?.take(file)
      } else {
        let inHand = state?.form.form.idInHand
        state = OpinionState(file, own, sitting.runtime.language)
        if let inHand { state?.form.take(inHand) }
        writer.saw(own.opinion)
      }
      documents = try sitting.store.attachments(of: .application(number), by: sitting.acting)
      failure = nil
    } catch { failure = .failed(error) }
  }

  func changed(_ news: any Sendable) {
    guard let news = news as? StoreNews, saving == 0 else { return }
    // Another desk of the same expert may have written in it too.
    if news.contains("application.opinion", "application.step", "application.assign", "application.takeback", "conflict.", "attachment.") {
      appeared()
    }
  }

  // MARK: - Keys

  func perform(_ action: ActionName) {
    switch action {
    case "submit": submit()
    case "takeBack": takeBack()
    case "next": _ = receive(.key(KeyPress(.tab)))
    case "choose": _ = receive(.key(.character(" ")))
    case "group": if let file = state?.file { GroupOpinion.write(file, sitting) { [weak self] in self?.appeared() } }
    case "record": showRecord()
    case "documents": showDocuments()
    default: break
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    guard let state else { return false }
    if state.isLocked { return receiveLocked(event) }
    let outcome = self.state?.form.edit { $0.take(event) }
    switch outcome {
    case .changed("rating"): self.state?.checkRating(isWriting: true, sitting.runtime.language)
    case .switched(from: "rating", to: _): self.state?.checkRating(isWriting: false, sitting.runtime.language)
    default: break
    }
    switch outcome {
    case .switched: save()
    case .completed: submit()
    case .changed:
      pause.wrote { [weak self] in self?.save() }
    case .refused: sitting.tellHow(in: state.form.form, event)
    default: break
    }
    return outcome.map { $0 != .ignored } ?? false
  }

  /// What is handed in can be read through; whatever would change it says why it does not.
  private func receiveLocked(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press):
      switch press.key {
      case .up, .down, .tab, .enter:
        // Enter in a text would write a line.
        _ = state?.form.edit { $0.take(press.key == .enter ? .key(KeyPress(.tab)) : event) }
        return true
      case .left, .right, .backspace, .delete, .character(" "): break
      case .character(let character) where character.isNumber: break
      default: return false
      }
    case .paste: break
    case .mouse, .focus: return false
    }
    sitting.runtime.notice(
      state?.isOpen == true
        ? Phrase(zh: "意见已提交，不能修改；按 F3 撤回后再改", en: "The opinion is handed in and cannot be changed; F3 takes it back")
        : Phrase(zh: "评审已结束，意见不能修改", en: "The review is over: the opinion cannot be changed"), .caution)
    return true
  }

  /// The file of the application: the one that this screen was opened from, or one above it.
  private func showRecord() {
    let below = sitting.runtime.screens.last { ($0 as? ApplicationScreen)?.number == number }
    save()
    if let below { return sitting.runtime.pop(to: below) }
    sitting.runtime.push(ApplicationScreen(sitting, number: number))
  }

  private func showDocuments() {
    let proof = state?.proofInHand
    let about = proof.map { Phrase(same: " ") + AttachmentWords.proof($0, sitting.system) } ?? Phrase(same: "")
    sitting.runtime.push(
      AttachmentsScreen(
        sitting, .application(number), name: Phrase(same: number) + about, only: proof.map { proof in { @Sendable in $0.bears(on: proof) } }
      ))
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard state != nil else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    state?.form.speak(look.language)
    let body = area.inset(columns: 1)
    let (head, rest) = body.splitTop(OpinionView.headRows(body))
    state?.form.layout(in: rest, measure: canvas.measure)
    guard let state else { return }
    OpinionView.drawHead(state, shownDocuments, isSaving: saving > 0, on: &canvas, in: head, look: look)
    state.form.form.draw(on: &canvas, in: rest)
  }
}
