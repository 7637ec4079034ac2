import DeskRuntime
import Regulation
import Widgets
import Wording

extension ApplicationFormScreen {
  /// All that is said here, where the screen has no room for it.
  func showWhole() {
    guard let state else { return }
    var paragraphs: [Phrase] = []
    if let reasonOfReturn { paragraphs.append(Phrase(zh: "退回理由：", en: "Why it came back: ") + Phrase(same: reasonOfReturn.string)) }
    if let reason = state.reasonInHand { paragraphs.append(reason) }
    if let finding = state.eligibility[state.articleInHand] {
      paragraphs.append(Phrase(zh: "要求：", en: "Required: ") + finding.required)
      paragraphs.append(Phrase(zh: "所填：", en: "Stated: ") + finding.found)
    }
    paragraphs += state.committeeFindingsInHand.map(\.phrase)
    for finding in state.eligibility.findings where finding.article != state.articleInHand {
      if finding.verdict == .fail || finding.verdict == .unknown {
        paragraphs.append(
          Phrase(same: "\(finding.verdict.sign) ") + Citation.phrase(finding.article) + Phrase(same: "  ") + finding.message)
      }
    }
    paragraphs += state.eligibility.flags.map { Citation.phrase($0.article) + Phrase(same: "  ") + $0.message }
    let text = Phrase(zh: paragraphs.map(\.zh).joined(separator: "\n"), en: paragraphs.map(\.en).joined(separator: "\n"))
    sitting.runtime.tell(Citation.phrase(state.articleInHand), text)
  }

  /// Takes the co-builder in hand away, after a question where something is written of it.
  func removeCoBuilder() {
    guard let builder = state?.builderInHand else { return }
    let language = sitting.runtime.language
    if builder == CoBuilder() {
      state?.removeCoBuilder(language)
      return
    }
    let name = builder.name?.string ?? ""
    let what = name.isEmpty ? Phrase(zh: "这家共建单位", en: "this co-builder") : Phrase(zh: "“\(name)”", en: "“\(name)”")
    sitting.runtime.confirm(
      Phrase(zh: "删去", en: "Remove ") + what + Phrase(zh: "？", en: "?"),
      Phrase(zh: "所填的名称、协议、人员和任务一并删去，不能恢复。", en: "Its name, agreement, people and tasks go with it."),
      yes: Phrase(zh: "删去", en: "Remove"), isDangerous: true
    ) { [weak self] agreed in
      guard agreed else { return }
      self?.state?.removeCoBuilder(language)
      self?.save()
    }
  }

  /// Lists what can be chosen or is often written in the field in hand.
  func listChoices() {
    guard let state, let item = state.itemInHand, let field = state.form[item.field.id] else { return }
    let (language, spelling) = (sitting.runtime.language, sitting.runtime.spelling)
    let (choices, chosen): ([Phrase], Int?) =
      if case .choice(let answers) = item.field.kind {
        (answers, (field as? ChoiceField)?.selected)
      } else {
        (item.field.suggestions, item.field.suggestions.firstIndex { $0.zh == field.text })
      }
    sitting.runtime.choose(
      item.field.label, choices.map { Choice($0, keywords: spelling?($0.zh) ?? "") }, chosen: chosen ?? 0, filter: true
    ) {
      [weak self] place in
      guard let self, let place else { return }
      let filled: any Field =
        field is ChoiceField ? ChoiceField(choices.map { $0[language] }, selected: place) : TextField(choices[place].zh, limit: 200)
      self.state?.fill(language, with: filled)
      self.save()
    }
  }
}
