import CenterStore
import DeskRuntime
import Regulation
import Wording

/// Saving what is written in the form, while others of the same host may write in it too.
extension ApplicationFormScreen: HoldingScreen {
  /// Saves what stands in the form, in the order in which it was written; saying so waits for the disk.
  func save() {
    pause.end()
    guard let state, state.isUnsaved else { return }
    let (old, new) = (state.saved, state.values)
    self.state?.kept(new)
    noteUndo(from: old, to: new)
    saving += 1
    let (store, who, number) = (sitting.store, sitting.acting, number)
    sitting.runtime.background {
      try store.saveApplication(number, new, expecting: old, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      self.saving -= 1
      switch result {
      case .success:
        self.confirmed = new
        self.trouble = nil
      case .failure(StoreError.changedMeanwhile(let author, _, _, _)): self.meet(author)
      case .failure(let error):
        self.state?.kept(self.confirmed)
        self.trouble = Sitting.phrase(for: error)
        self.sitting.tell(error)
      }
    }
  }

  /// Notes how what was saved is taken back; what is written in one field in one go is taken back as one.
  private func noteUndo(from old: ApplicationForm, to new: ApplicationForm) {
    let fields = state?.changes(from: old, to: new) ?? []
    let run = "application/\(number)/" + fields.map(\.zh).joined(separator: "/")
    if sitting.undos.last?.run != run { runBegan = old }
    // Whoever took it back by hand has nothing left to take back.
    if runBegan == new { return sitting.forget(run: run) }
    let (number, before) = (number, runBegan ?? old)
    sitting.note(
      Undo(name: Phrase(same: "\(number) ") + Phrase.list(fields), run: run) { store, who in
        do {
          try store.saveApplication(number, before, expecting: new, by: who)
        } catch StoreError.changedMeanwhile { throw Undo.isOvertaken }
      })
  }

  /// Shows what others saved, or this person on another desk or by undoing; what is being written here waits for its saving, which joins them.
  func takeOthers() {
    guard let state, saving == 0, !state.isUnsaved, let stored, stored != confirmed else { return }
    confirmed = stored
    self.state?.take(stored, saved: stored, sitting.runtime.language)
  }

  /// The form as the store has it now; `nil` where it cannot be read, which the next saving says.
  private var stored: ApplicationForm? { try? sitting.store.application(number, by: sitting.acting).form }

  /// Joins what is written here with what somebody else saved meanwhile; where both answered the same field, this person chooses.
  private func meet(_ author: Author) {
    guard let state, let stored else { return }
    // A saving that only came after one that failed meets nobody.
    if stored == confirmed {
      self.state?.kept(confirmed)
      return
    }
    let base = confirmed
    let (own, clashes) = state.joined(with: stored, since: base, keepingOwn: true)
    let finish: (ApplicationForm) -> Void = { [weak self] form in
      guard let self else { return }
      self.trouble = nil
      self.confirmed = stored
      self.state?.take(form, saved: stored, self.sitting.runtime.language)
      self.save()
    }
    guard !clashes.isEmpty else {
      finish(own)
      let who = author.phrase
      return sitting.runtime.notice(
        Phrase(zh: "\(who.zh) 同时改了别的栏目，已并在一起", en: "\(who.en) changed other fields meanwhile: both are kept"), .done)
    }
    isChoosing = true
    sitting.askOf(clashes.map { ToldClash(by: author, label: $0.label, theirs: $0.theirs, own: $0.own) }) { [weak self] keepsOwn in
      guard let self, let state = self.state else { return }
      self.isChoosing = false
      guard let keepsOwn else {
        // What was written stands on the screen, not on disk; the next saving asks again.
        self.state?.kept(base)
        self.trouble = ApplicationFormScreen.undecided
        return
      }
      finish(state.joined(with: stored, since: base, keepingOwn: keepsOwn).form)
    }
  }

  private static let undecided = Phrase(zh: "两边都改了同一栏，待您选择", en: "two wrote in the same field: choose")
}
