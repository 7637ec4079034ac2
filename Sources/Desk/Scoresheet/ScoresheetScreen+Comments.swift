import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Writing comments: what is written is kept as a draft a moment after the last key, and becomes part of the sheet when it is saved.
extension ScoresheetScreen {
  func beginComment() {
    guard commitEntry() else { return }
    let code = state.selected
    state.comment = CommentInHand(code, comment: state.sheet.comments[code], draft: state.sheet.drafts[code])
  }

  func receiveInComment(_ event: InputEvent) -> Bool {
    let before = state.comment?.area.text.count ?? 0
    let outcome: FieldOutcome? =
      switch event {
      case .key(let press): state.comment?.area.handle(press)
      case .paste(let text): state.comment?.area.handle(paste: text)
      case .mouse(let press) where layout.commentField.contains(press.place) && press.phase == .down:
        state.comment?.area.click(
          at: Position(column: press.place.column - layout.commentField.column, row: press.place.row - layout.commentField.row))
      case .mouse, .focus: nil
      }
    if outcome == .changed { commentChanged() }
    if case .paste(let text) = event { tellOfCut(text, after: before) }
    // Help, the list of actions and the like are the desk's.
    if outcome == .ignored, case .key(let press) = event { return !press.mayBindWhileCapturing }
    return true
  }

  /// What had no room does not vanish without a word.
  private func tellOfCut(_ pasted: String, after before: Int) {
    let limit = PlainText.limit
    guard let area = state.comment?.area, area.text.count >= limit, before + pasted.count > limit else { return }
    sitting.runtime.notice(
      Phrase(zh: "评语最多 \(limit) 字，其余没有贴入", en: "a comment has at most \(limit) characters: the rest was not pasted"), .caution)
  }

  private func commentChanged() {
    state.comment?.draft = .changed
    draftPause.wrote { [weak self] in self?.keepDraft() }
  }

  func ending() { keepDraft() }

  /// Keeps what is written so far as a draft.
  func keepDraft() {
    draftPause.end()
    guard let comment = state.comment, comment.draft == .changed else { return }
    keepDraft(comment.text, on: comment.code)
  }

  /// Keeps a text as the draft of a comment, after what is on its way to disk.
  func keepDraft(_ text: PlainText, on code: IndicatorCode) {
    let writer = writer
    state.sheet.drafts[code] = text == state.sheet.comments[code] ? nil : text
    sitting.runtime.background {
      try writer.keepDraft(code, text)
    } then: { [self] result in
      draftKept(code, text, result)
    }
  }

  private func draftKept(_ code: IndicatorCode, _ text: PlainText, _ result: Result<Void, any Error>) {
    let isStillWhatIsWritten = state.comment?.code == code && state.comment?.text == text
    switch result {
    case .success:
      // A comment that was on its way before may have taken the draft from the screen when it came to disk.
      if text != state.sheet.comments[code], state.comment?.code != code { state.sheet.drafts[code] = text }
      if isStillWhatIsWritten { state.comment?.draft = .kept }
    case .failure(let error):
      let words = Sitting.phrase(for: error)
      if state.comment?.code == code { state.comment?.draft = .failed(words) }
      sitting.runtime.notice(Phrase(zh: "\(code) 的评语草稿未保存：", en: "The draft on \(code) is not kept: ") + words, .failure)
    }
  }

  /// Goes back to the sheet; what is written stays as a draft.
  func leaveComment() {
    guard let comment = state.comment else { return }
    keepDraft()
    state.comment = nil
    if comment.text != state.sheet.comments[comment.code] {
      sitting.runtime.notice(
        Phrase(
          zh: "\(comment.code) 的评语留作草稿，尚未计入评分表；按 F4 接着写",
          en: "The comment on \(comment.code) stays a draft, not on the sheet yet; F4 goes on"))
    }
    reload()
  }

  /// Makes what is written part of the sheet.
  func saveComment() {
    guard let comment = state.comment else { return }
    draftPause.end()
    state.comment = nil
    state.sheet.drafts[comment.code] = nil
    enter(comment.code, ScoreEntry(comment: comment.text))
  }
}
