import CenterStore
import DeskRuntime
import Regulation
import Wording

/// Doing what was asked for, once nothing of it is wrong.
extension ActScreen {
  func changed(_ news: any Sendable) { if news is StoreNews, !isUnderWay, !isDone { isInTheWay() } }

  /// Looks whether others were faster, and says so.
  ///
  /// - Returns: whether the act cannot be done any more.
  @discardableResult
  func isInTheWay() -> Bool {
    let words = description.obstacle().map { Phrase(zh: "情况已变，不能办理：", en: "This cannot be done any more: ") + $0 }
    if let words, words != obstacle { sitting.runtime.notice(words, .caution) }
    obstacle = words
    return words != nil
  }

  /// Asks where that is to be asked, and does it.
  func act() {
    guard !isUnderWay, !isInTheWay(), let answers = state.answers(sitting.runtime.language) else { return }
    guard let warning = description.warning(answers) else { return carryOut(answers) }
    sitting.runtime.confirm(
      description.title + Phrase(zh: "？", en: "?"), warning, yes: description.verb,
      isDangerous: description.isGrave
    ) { [weak self] agreed in
      if agreed { self?.carryOut(answers) }
    }
  }

  private func carryOut(_ answers: ActAnswers, _ decided: Decided = Decided()) {
    guard !isUnderWay else { return }
    // What the store refuses is still there, whatever happens to the line. It may have to wait for others, as the act itself.
    pause.end()
    isUnderWay = true
    if state.isTouched, draft != nil { kept = state.written }
    let (store, who, doing, draft, texts) = (sitting.store, sitting.acting, doing, kept.isEmpty ? nil : draft, kept)
    let (number, seen, seenThen) = (draft?.number() ?? 0, seen, seenThen)
    sitting.runtime.background(holdsInput: true) {
      do { try draft?.keep(texts, seen: seen, number) } catch StoreError.busy(let path) { throw StoreError.busy(path: path) } catch {}
      let undo = try doing(store, who, answers, seenThen, decided)
      // The act is done, whether or not its draft can be taken away.
      if let draft { try? draft.keep([:], seen: nil, draft.number()) }
      return undo
    } then: { [weak self] result in
      guard let self else { return }
      self.isUnderWay = false
      switch result {
      case .success(let undo):
        self.isDone = true
        if let undo { self.sitting.note(undo) }
        if self.sitting.runtime.top === self { self.sitting.runtime.pop() }
        self.sitting.runtime.notice(decided.words(for: self.description.done), .done)
        self.then()
      case .failure(StoreError.changedMeanwhile(_, _, _, let clashes)) where !clashes.isEmpty:
        self.sitting.askOf(clashes) { [weak self] keepsOwn in
          guard let keepsOwn else { return }
          var decided = decided
          decided.decide(clashes, keepsOwn: keepsOwn)
          self?.carryOut(answers, decided)
        }
      case .failure(let error):
        // What is about one field is said beside it.
        if let field = self.field(of: error) {
          self.state.refuse([field: Sitting.phrase(for: error)], self.sitting.runtime.language)
          return self.state.takeFirstError()
        }
        self.sitting.tell(error)
      }
    }
  }

  /// The field of the form that a refusal is about; `nil` where it is about none.
  private func field(of error: any Error) -> String? {
    let field: String? =
      if case StoreError.noSuch(let thing, _) = error { description.names[thing] } else { Sitting.refusal(in: error)?.field }
    return field.flatMap { state.has($0) ? $0 : nil }
  }
}
