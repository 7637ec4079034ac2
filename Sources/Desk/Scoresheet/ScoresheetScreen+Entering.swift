import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Entering points: typed in place, nudged, taken away, undone; each on its way to disk at once.
extension ScoresheetScreen {
  /// Begins to type with a digit or a point; full-width ones mean the same.
  ///
  /// - Returns: whether the key was one.
  func beginEntry(by press: KeyPress) -> Bool {
    guard case .character(let character) = press.key, press.modifiers.isEmpty,
      Self.beginsFigure(String(character))
    else { return false }
    beginEntry(text: "")
    if state.entry != nil { _ = state.entry?.handle(press) }
    return true
  }

  static func beginsFigure(_ text: String) -> Bool {
    guard let first = NumberField.reading(of: text).first else { return false }
    return first == "." || (first.isASCII && first.isNumber)
  }

  func beginEntry(text: String, isShare: Bool = false) {
    if let refusal = state.refusal { return sitting.runtime.notice(refusal, .caution) }
    state.pane = .indicators
    state.entry = PointsInHand(state.selected, text: text, isShare: isShare)
  }

  func abandonEntry() {
    state.entry = nil
    // Another desk may have written meanwhile, which was held back.
    reload()
  }

  /// Does what a key means while points are being typed: all that moves takes the points first.
  func receiveInEntry(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.enter, []): goToOpen(1)
    case (.up, []): if commitEntry() { state.move(by: -1) }
    case (.down, []), (.tab, []): if commitEntry() { state.move(by: 1) }
    case (.tab, .shift): if commitEntry() { state.move(by: -1) }
    case (.character(let character), []) where NumberField.reading(of: String(character)) == "n": goToOpen(1)
    case (.character(let character), []) where NumberField.reading(of: String(character)) == "p": goToOpen(-1)
    // Backspace stays in the empty field: held down, it must not run on into the points that stand on the sheet. Help, the list of actions and
    // the like are the desk's.
    default: return state.entry?.handle(press) != .ignored || !press.mayBindWhileCapturing
    }
    return true
  }

  /// Takes the points that are being typed; nothing typed changes nothing.
  ///
  /// - Returns: false where they are wrong: then they stay in hand, with words beside them.
  func commitEntry() -> Bool {
    guard let entry = state.entry else { return true }
    if entry.isEmpty {
      state.entry = nil
      return true
    }
    do {
      let points = try entry.points(weight: state.system[entry.code].fullPoints)
      state.entry = nil
      enter(entry.code, ScoreEntry(points: .some(points)))
      return true
    } catch {
      let words = error.phrase
      state.entry?.refuse(Phrase(zh: "\(entry.code) 的得分\(words.zh)", en: "\(entry.code): the figure \(words.en)"))
      return false
    }
  }

  /// Takes what is being typed and goes to the next indicator without points.
  func goToOpen(_ step: Int) {
    guard commitEntry() else { return }
    if let code = state.open(step) { return state.select(code) }
    if state.refusal != nil { return sitting.runtime.notice(Phrase(zh: "19 项均已评分", en: "All nineteen indicators have points")) }
    sitting.runtime.notice(
      Phrase(zh: "19 项均已评分；核对后按 F3 提交", en: "All nineteen indicators have points; look them over, then F3 submits"), .done)
  }

  /// Half a point more or less. Where there are none, a minus begins a figure, so that `-1` is not taken for 1.
  func nudge(_ nudges: Int) {
    let code = state.selected
    if nudges < 0, state.sheet.points[code] == nil { return beginEntry(text: "-") }
    let points = PointsEntry.nudge(state.sheet.points[code], by: nudges, weight: state.system[code].fullPoints)
    enter(code, ScoreEntry(points: .some(points)))
  }

  /// Takes the points of the selected indicator away, and says how they come back.
  func clear() {
    let code = state.selected
    guard let points = state.sheet.points[code] else { return }
    enter(code, ScoreEntry(points: .some(nil)))
    sitting.runtime.notice(
      Phrase(zh: "已清除 \(code) 的 \(points) 分；按 u 撤销", en: "The \(points) points of \(code) are taken away; u brings them back"), .done)
  }

  /// Brings the last entry of this sitting back to what stood before.
  func undo() {
    guard let step = state.steps.popLast() else { return }
    let forward = step.forward(from: state.sheet)
    state.select(step.code)
    state.pane = .indicators
    enter(step.code, step.back, isUndo: true)
    state.undone.append(forward)
    // Words are not typed again as quickly as a figure: they stay at hand as a draft, unless a newer one is there.
    let words = forward.back.comment.map { state.sheet.drafts[step.code] ?? $0 } ?? .empty
    if !words.isEmpty { keepDraft(words, on: step.code) }
    let draft = words.isEmpty ? Phrase(same: "") : Phrase(zh: "，留作草稿", en: " and kept as a draft")
    sitting.runtime.notice(
      Phrase(zh: "已撤销 \(step.code) 的\(step.what.zh)", en: "The \(step.what.en) of \(step.code): undone") + draft
        + Phrase(zh: "；按 Ctrl-Y 恢复", en: "; Ctrl-Y brings it back"), .done)
  }

  /// Brings what was undone last back.
  func redo() {
    guard let step = state.undone.popLast() else { return }
    let rest = state.undone
    state.select(step.code)
    state.pane = .indicators
    let draft = state.sheet.drafts[step.code]
    enter(step.code, step.back)
    state.undone = rest
    if let draft, let comment = step.back.comment, draft != comment { keepDraft(draft, on: step.code) }
    sitting.runtime.notice(Phrase(zh: "已恢复 \(step.code) 的\(step.what.zh)", en: "The \(step.what.en) of \(step.code): brought back"), .done)
  }

  /// Puts an entry on the sheet and sends it to disk, in turn. It is called saved only when it came back.
  func enter(_ code: IndicatorCode, _ entry: ScoreEntry, isUndo: Bool = false, regardless: Bool = false) {
    guard state.put(code, entry, isUndo: isUndo) else { return }
    let writer = writer
    // The screen is held until the answer came: a failure must be told even if the person has gone back meanwhile.
    sitting.runtime.background {
      try writer.write(code, entry, regardless: regardless)
    } then: { [self] result in
      wrote(code, entry, result)
    }
  }

  private func wrote(_ code: IndicatorCode, _ entry: ScoreEntry, _ result: Result<Void, any Error>) {
    switch result {
    case .success:
      state.wrote(code, entry, nil)
      if entry.comment != nil { state.sheet.drafts[code] = nil }
    case .failure(let error):
      let error = error as? StoreError ?? .io(path: sitting.store.path, reason: .internalFault)
      state.wrote(code, entry, error)
      let isGone = !sitting.runtime.screens.contains { $0 === self }
      if isGone { return sitting.tell(error) }
      sitting.runtime.notice(Phrase(zh: "\(code) 未保存：", en: "\(code) is not saved: ") + error.phrase, .failure)
    }
  }

  // MARK: - What did not come to disk

  /// Tries again, or lets the person choose where another desk of theirs wrote meanwhile.
  func resolve() {
    guard let code = state.unsaved.keys.min(by: { $0 < $1 }), let unsaved = state.unsaved[code] else { return }
    state.select(code)
    if !unsaved.isConflict {
      if let refusal = state.refusal { return giveUp(refusal) }
      return retryAll()
    }
    let writer = writer
    sitting.runtime.background {
      try writer.read()
    } then: { [weak self] result in
      switch result {
      case .success(let sheet): self?.choose(code, unsaved, on: sheet)
      case .failure(let error): self?.sitting.tell(error)
      }
    }
  }

  /// Where the sheet takes nothing any more, another try would be refused as well: what was not saved is named, and is given up where the person
  /// agrees.
  private func giveUp(_ refusal: Phrase) {
    let lost = state.unsaved.sorted { $0.key < $1.key }.map { code, unsaved in
      Phrase(same: "\(code)  ")
        + ConflictWords.phrase(
          points: unsaved.entry.points ?? state.sheet.points[code], comment: unsaved.entry.comment ?? state.sheet.comments[code])
    }
    let listed = lost.reduce(Phrase(same: "")) { $0 + Phrase(same: "\n") + $1 }
    sitting.runtime.confirm(
      Phrase(zh: "放弃未保存的内容？", en: "Give up what was not saved?"),
      refusal + Phrase(zh: "。\n没有保存的：", en: ".\nNot saved:") + listed, yes: Phrase(zh: "放弃", en: "Give up"), isDangerous: true
    ) { [weak self] agreed in
      guard agreed, let self else { return }
      let lost = Set(state.unsaved.keys)
      state.steps.removeAll { lost.contains($0.code) }
      state.unsaved = [:]
      reload()
    }
  }

  private func retryAll() {
    for (code, unsaved) in state.unsaved.sorted(by: { $0.key < $1.key }) where !unsaved.isConflict { enter(code, unsaved.entry) }
  }

  private func choose(_ code: IndicatorCode, _ unsaved: ScoresheetState.Unsaved, on sheet: Sheet) {
    let theirs = ConflictWords.phrase(points: sheet.points[code], comment: sheet.comments[code])
    let mine = ConflictWords.phrase(
      points: unsaved.entry.points ?? sheet.points[code], comment: unsaved.entry.comment ?? sheet.comments[code])
    guard case .changedMeanwhile(let author, _, _, _) = unsaved.error else { return }
    let label = Phrase(same: "\(code)  ") + state.system[code].name
    sitting.askOf([ToldClash(by: author, label: label, theirs: theirs, own: mine)]) { [weak self] keepsOwn in
      guard let self, let keepsOwn else { return }
      state.unsaved[code] = nil
      if !keepsOwn {
        writer.saw(sheet, state.take(sheet))
      } else {
        state.sheet.points[code] = sheet.points[code]
        state.sheet.comments[code] = sheet.comments[code]
        writer.saw(sheet, [code])
        enter(code, unsaved.entry, regardless: true)
      }
    }
  }
}

/// What stands on two desks, in words.
enum ConflictWords {
  static func phrase(points: Points?, comment: PlainText) -> Phrase {
    let figure = points.map { Phrase(zh: "\($0) 分", en: "\($0) points") } ?? Phrase(zh: "未评分", en: "no points")
    if comment.isEmpty { return figure }
    return figure + Phrase(zh: "，评语“\(comment)”", en: ", comment “\(comment)”")
  }
}
