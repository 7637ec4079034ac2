import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is half written in the form of an act stays: a moment after the last key, when the desk ends, and when somebody goes back.
extension ActScreen {
  var unsavedReason: Phrase? {
    guard state.isTouched, !isDone else { return nil }
    guard keepNow() else { return Phrase(zh: "所填内容还没有提交。", en: "What you wrote has not been handed in yet.") }
    if !kept.isEmpty { sitting.runtime.notice(Phrase(zh: "所写的留作草稿，再打开时接着写", en: "What you wrote is kept as a draft for the next time")) }
    return nil
  }

  /// What is told of a draft with which the form began.
  var begunWords: Phrase? {
    guard let begunAt else { return nil }
    let when = "\(begunAt.day) \(begunAt.shanghaiTime)"
    let words = Phrase(zh: "\(when) 没写完的草稿：接着写，或按 F3 弃去重写", en: "A draft of \(when): go on, or F3 starts over")
    return isOvertaken
      ? words + Phrase(zh: "。其后原内容有改动，两边都写的保存时会问", en: ". What it corrects was changed since: where both wrote, saving asks") : words
  }

  /// The way back to an empty form, where there is something to throw away.
  var drafting: [KeyBinding] {
    if begunAt == nil, !state.isTouched { return [] }
    return [
      KeyBinding(
        "over", [KeyPress(.function(3))], label: Phrase(zh: "弃去重写", en: "start over"),
        explanation: Phrase(zh: "弃去所写的和草稿，各栏恢复原样", en: "throw away what is written and its draft; every field is as it was"),
        prominence: .footer)
    ]
  }

  func ending() { _ = keepNow() }

  /// Something was written.
  func wrote() {
    pause.wrote { [weak self] in self?.keep() }
  }

  /// Keeps what is written, while somebody writes on.
  private func keep() {
    let texts = state.written
    guard let draft, !isDone, !isUnderWay, texts != kept else { return }
    kept = texts
    let (number, seen) = (draft.number(), seen)
    sitting.runtime.background(isQuiet: true) {
      try draft.keep(texts, seen: seen, number)
    } then: { [weak self] result in
      guard let self, case .failure(let error) = result else { return }
      // It is not on disk: leaving asks.
      self.kept = [:]
      self.sitting.runtime.notice(Phrase(zh: "草稿未保存：", en: "The draft is not kept: ") + Sitting.phrase(for: error), .failure)
    }
  }

  /// Keeps what is written before anything else happens.
  ///
  /// - Returns: whether nothing that is written would be lost.
  func keepNow() -> Bool {
    pause.end()
    guard state.isTouched, !isDone else { return true }
    guard let draft else { return false }
    // It was kept before the act began, which takes it away.
    if isUnderWay { return true }
    let texts = state.written
    do {
      try draft.keep(texts, seen: seen, draft.number())
      kept = texts
      return true
    } catch { return false }
  }

  /// Throws away what is written and its draft, once that is agreed to.
  func startOver() {
    sitting.runtime.confirm(
      Phrase(zh: "弃去所写的？", en: "Throw away what is written?"),
      Phrase(zh: "各栏恢复原样，草稿也不再保留。", en: "Every field is as it was, and no draft is kept."), yes: Phrase(zh: "弃去", en: "Throw away"),
      isDangerous: true
    ) { [weak self] agreed in
      guard let self, agreed else { return }
      self.pause.end()
      self.state.startOver(self.sitting.runtime.language)
      self.forgetDraft()
      self.keep()
    }
  }
}
