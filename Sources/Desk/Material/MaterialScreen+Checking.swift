import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension MaterialScreen {
  /// What a department can do with the items of a form that is in its hands.
  func checking(_ state: FactFormState) -> [KeyBinding] {
    let isEmpty = state.sheet.places(of: state.fact).allSatisfy { state.sheet.entries[$0]?.isFilled != true }
    let nothing = isEmpty ? Phrase(zh: "没有填写，无可审查", en: "nothing stands here to look at") : nil
    let inIndicator = state.file.form.unchecked.filter { $0.indicator == state.indicatorCode }
    let none = state.file.form.unchecked.isEmpty ? Phrase(zh: "没有待审的数据项", en: "nothing is left to check") : nil
    return [
      KeyBinding(
        "confirm", [KeyPress(.enter), .character(" ")], label: Phrase(zh: "核实", en: "confirm"),
        explanation: Phrase(zh: "所在数据项核实无误，并到下一项", en: "the item in hand is right; go on to the next"), prominence: .first, refusal: nothing
      ),
      KeyBinding(
        "question", [KeyPress(.function(5)), .character("a")], label: Phrase(zh: "质询", en: "ask"),
        explanation: Phrase(zh: "对所在数据项提出质询，须写明内容", en: "ask about the item in hand, in words"), prominence: .first, refusal: nothing),
      KeyBinding(
        "confirmIndicator", [KeyPress(.function(4)), .character("i")], label: Phrase(zh: "核实本指标", en: "indicator"),
        explanation: Phrase(zh: "本指标待审的数据项全部核实无误", en: "all unchecked items of this indicator are right"), prominence: .footer,
        refusal: inIndicator.isEmpty ? Phrase(zh: "本指标没有待审的数据项", en: "nothing is left to check in this indicator") : nil),
      KeyBinding(
        "confirmAll", [KeyPress(.function(6)), .character("A")], label: Phrase(zh: "全部核实", en: "all"),
        explanation: Phrase(zh: "待审的数据项全部核实无误", en: "all unchecked items are right"), prominence: .footer, refusal: none),
      KeyBinding(
        "next", [KeyPress(.function(3)), .character("n")], label: Phrase(zh: "下一待审", en: "next"),
        explanation: Phrase(zh: "到下一个待审或质询的数据项", en: "go to the next item that is unchecked or asked about"), prominence: .footer,
        refusal: state.unchecked.isEmpty ? Phrase(zh: "全部核实无误", en: "every item is confirmed") : nil),
    ]
  }

  /// Does what a department can do with items.
  func check(_ action: ActionName) {
    guard let state else { return }
    switch action {
    case "confirm":
      confirm([state.fact.code])
      self.state?.moveRow(1)
    case "confirmIndicator": confirm(state.file.form.unchecked.filter { $0.indicator == state.indicatorCode })
    case "confirmAll":
      let items = state.file.form.unchecked
      sitting.runtime.confirm(
        Phrase(zh: "核实全部 \(items.count) 项？", en: "Confirm all \(items.count) items?"),
        Phrase(
          zh: "待审的数据项一并记为核实无误；已质询的不变（办法第27条）。", en: "All that is unchecked is found right; what is asked about stays so (article 27)."),
        yes: Phrase(zh: "核实", en: "Confirm"), isDangerous: true
      ) { [weak self] agreed in
        if agreed { self?.confirm(items) }
      }
    case "question": question(state)
    default: break
    }
  }

  private func confirm(_ items: [FactCode]) {
    let (year, code, seen) = (year, code, state?.file.form.verdicts ?? [:])
    sitting.correct(Phrase(zh: "已核实 \(items.count) 项", en: items.count == 1 ? "1 item confirmed" : "\(items.count) items confirmed")) {
      store, who, decided in
      try store.checkFacts(year: year, center: code, items, isConfirmed: true, expecting: Seen(seen, decided), by: who)
    } then: { [weak self] _ in
      self?.load()
    }
  }

  private func question(_ state: FactFormState) {
    let (year, code, fact, seen) = (year, code, state.fact, state.file.form.verdicts[state.fact.code])
    var old = ""
    if let verdict = seen, verdict.isCurrent, !verdict.isConfirmed { old = verdict.note.string }
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "质询 \(fact.code)", en: "Ask about \(fact.code)"), words: asked(state), verb: Phrase(zh: "质询", en: "ask"),
          done: Phrase(zh: "已质询", en: "Asked"), draft: "material/\(year)/\(code)/ask/\(fact.code)"),
        [
          ActField(
            id: "text", label: Phrase(zh: "质询内容", en: "Question"), kind: .lines, hint: Phrase(zh: "退回补正后单位可见", en: "the host sees it"),
            initial: old)
        ], seeing: seen,
        doing: { store, who, answers, seen in
          let seen = seen.map { verdict in verdict.map { [fact.code: $0] } ?? [:] }
          try store.checkFacts(
            year: year, center: code, [fact.code], isConfirmed: false, note: answers.text("text"), expecting: seen, by: who)
          return nil
        }))
  }

  /// What is asked about: the item, and what stands in each of its places.
  private func asked(_ state: FactFormState) -> Phrase {
    let places = state.sheet.places(of: state.fact)
    let unit = FormWords.unit(state.fact.unit)
    let values = places.map { place in
      (place.year.map { Phrase(same: "\($0): ") } ?? Phrase(same: "")) + value(state, place, unit)
    }
    return state.fact.label + Phrase(same: "\n") + Phrase.list(values)
  }

  private func value(_ state: FactFormState, _ place: FactKey, _ unit: Phrase) -> Phrase {
    let entry = state.sheet.entries[place]
    if let figure = state.figure(place) { return Phrase(same: "\(state.fact.written(figure)) ") + unit }
    switch entry?.value {
    case .choice(let choice): return FormWords.choice(choice)
    case .text(let text): return Phrase(same: text.string)
    default: break
    }
    guard let note = entry?.note, !note.isEmpty else { return Phrase(zh: "未填", en: "nothing") }
    return Phrase(zh: "未填，说明：\(note)", en: "nothing; note: \(note)")
  }
}
