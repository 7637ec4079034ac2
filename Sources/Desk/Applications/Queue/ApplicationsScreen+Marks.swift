import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension ApplicationsScreen {
  /// What can be done with marks: several applications wait for the same meeting, the same notice, the same document.
  var markBindings: [KeyBinding] {
    guard !ApplicationsState.bulkSteps(for: sitting.member.role).isEmpty else { return [] }
    let count = state.marks.count
    let nothing = state.shown.isEmpty ? Phrase(zh: "没有可标记的申请", en: "there is no application to mark") : nil
    var bindings = [
      KeyBinding(
        "mark", [.character(" "), KeyPress(.insert)], label: Phrase(zh: "标记", en: "mark"),
        explanation: Phrase(
          zh: "标记所选的申请，或取消标记；已标记的可一并办理", en: "mark the selected application, or take its mark away; a step can be taken with all marked"),
        prominence: .footer, refusal: nothing),
      KeyBinding(
        "mark.all", [.control("a"), .character("*")], label: Phrase(zh: "标记全部", en: "mark all"),
        explanation: Phrase(zh: "标记列出的全部申请；都已标记的，全部取消", en: "mark all that are shown; where all are, take their marks away"),
        refusal: nothing),
    ]
    guard count > 0 else {
      bindings.append(
        KeyBinding(
          "steps", [KeyPress(.function(2)), .character("b")], label: Phrase(zh: "一并办理", en: "steps for several"),
          explanation: Phrase(zh: "对已标记的申请一并办理一个步骤", en: "take one step with all that are marked"), prominence: .help,
          refusal: Phrase(zh: "先用空格标记要一并办理的申请；只办一件的，回车打开后按 F2", en: "mark some with Space first; for one alone, Enter opens it, then F2")))
      return bindings
    }
    bindings.insert(
      KeyBinding(
        "steps", [KeyPress(.function(2)), .character("b")], label: Phrase(zh: "办理 \(count) 件", en: "steps for \(count)"),
        explanation: Phrase(
          zh: "对已标记的 \(count) 件一并办理一个步骤，先列出哪些能办", en: "take one step with the \(count) marked; first it is shown with which it can be"),
        prominence: .first), at: 0)
    bindings.append(
      KeyBinding(
        "marks.clear", [KeyPress(.delete)], label: Phrase(zh: "清除标记", en: "clear marks"),
        explanation: Phrase(zh: "取消全部 \(count) 个标记", en: "take all \(count) marks away")))
    return bindings
  }

  /// Lets one of the steps be chosen that the marked applications can take, at once where there is only one; what is done in each file by
  /// itself stands with them, so that nobody takes what leads on for all that there is.
  func chooseBulkStep() {
    let role = sitting.member.role
    let steps = ApplicationsState.bulkSteps(for: role).map { ($0.kind, count: state.marked(at: $0.stage), $0.stage) }
    let open = steps.filter { $0.count > 0 }
    let single = BulkStep.single.filter { $0.kind.isTaken(by: role) && state.marked(at: $0.stage) > 0 }
    if open.count == 1, single.isEmpty { return show(open[0].0) }
    let away = steps.filter { $0.count == 0 }
    let choices =
      open.map { kind, _, stage in choice(of: kind, at: stage) }
      + single.map { kind, _ in
        Choice(kind.phrase, refusal: Phrase(zh: "理由各不相同，请打开申请逐件办理", en: "each needs a reason of its own: in its file"))
      }
      + away.map { kind, _, stage in
        Choice(
          kind.phrase, refusal: Phrase(zh: "已标记的没有一件是“\(stage.phrase.zh)”", en: "none of the marked is “\(stage.phrase.en)”"))
      }
    sitting.runtime.choose(Phrase(zh: "对已标记的 \(state.marks.count) 件办理", en: "Steps for the \(state.marks.count) marked"), choices) {
      [weak self] place in
      if let place, open.indices.contains(place) { self?.show(open[place].0) }
    }
  }

  /// A step among those that can be chosen: with how many it can be taken, or why with none.
  private func choice(of kind: ApplicationStepKind, at stage: ApplicationStage) -> Choice {
    let numbers = state.markedNumbers(at: stage)
    let outlooks = (try? sitting.store.stepOutlooks(kind, of: numbers, by: sitting.acting)) ?? []
    let lawful = outlooks.count { $0.refusal == nil }
    if lawful > 0 {
      let count = "\(lawful)" + (lawful == numbers.count ? "" : "/\(numbers.count)")
      return Choice(kind.phrase, detail: Phrase(zh: "\(count) 件", en: count))
    }
    let reasons = Set(outlooks.compactMap(\.refusal))
    let several = Phrase(zh: "\(numbers.count) 件都不能办理，原因各异", en: "with none of \(numbers.count), for different reasons")
    return Choice(kind.phrase, refusal: reasons.count == 1 ? reasons.first?.cited : several)
  }

  private func show(_ kind: ApplicationStepKind) {
    sitting.runtime.push(
      BulkStepScreen(sitting, kind, state.marks.sorted()) { [weak self] numbers in
        self?.unmark(numbers)
      })
  }
}
