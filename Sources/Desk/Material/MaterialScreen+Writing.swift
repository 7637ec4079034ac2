import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension MaterialScreen {
  /// What a writer can do.
  func writing(_ state: FactFormState) -> [KeyBinding] {
    let isDerived = state.fact.kind == .derived ? Phrase(zh: "自动计算，不能填写", en: "it is computed, and never written") : nil
    let noPlace = state.place == nil ? Phrase(zh: "没有要填的年度", en: "no year is asked of this center") : isDerived
    var bindings = [
      KeyBinding(
        "next", [KeyPress(.function(3)), .character("n")], label: Phrase(zh: "待办处", en: "next to do"),
        explanation: Phrase(zh: "到下一处待填、矛盾或存疑，到末尾后从头再找", en: "go to the next place that is open, wrong or doubtful, round the end"),
        prominence: .first, refusal: state.wanting.isEmpty ? Phrase(zh: "没有待办之处", en: "nothing is left to do") : nil),
      KeyBinding(
        "note", [KeyPress(.function(4)), .character("e")], label: Phrase(zh: "说明", en: "note"),
        explanation: Phrase(zh: "说明为何不填，或对数据加以说明", en: "say why a place stays empty, or something about its figure"), prominence: .footer,
        refusal: noPlace),
      documentsBinding(state),
    ]
    if sitting.member.role == .host {
      let isDeclared = state.file.form.declaration != nil
      bindings.append(
        KeyBinding(
          "declare", [.control("d"), .character("d")],
          label: isDeclared ? Phrase(zh: "撤回声明", en: "take back") : Phrase(zh: "声明", en: "declare"),
          explanation: Phrase(zh: "声明材料完整、真实，或撤回声明", en: "declare the material complete and true, or take that back"),
          prominence: .footer))
    }
    bindings += [
      KeyBinding(
        "remark", [KeyPress(.function(5)), .character("r")], label: Phrase(zh: "说明存疑", en: "explain doubt"),
        explanation: Phrase(zh: "对此处的存疑作出说明", en: "say what there is to a doubt of this indicator"),
        // Before a form is handed in, each doubt is explained.
        prominence: state.doubtsInHand.contains { state.remark(on: $0) == nil } ? .first : .footer,
        refusal: state.doubtsInHand.isEmpty ? Phrase(zh: "本指标没有存疑", en: "nothing is doubtful in this indicator") : nil),
      KeyBinding(
        "fill", [KeyPress(.function(6)), .character("f")], label: Phrase(zh: "上轮数据", en: "last round"),
        explanation: Phrase(zh: "用上一轮的数据填入空白处", en: "fill empty places with the last round's figures"), prominence: .footer,
        refusal: state.file.carried.isEmpty ? Phrase(zh: "上一轮没有可填入的数据", en: "the last round knows nothing that is empty here") : nil),
    ]
    if state.editor == nil {
      bindings += [
        KeyBinding(
          "edit", [KeyPress(.enter)], label: Phrase(zh: "填写", en: "write"),
          explanation: Phrase(zh: "填写所在的一处；数字可直接键入", en: "write at the place in hand; digits begin at once"), prominence: .first,
          refusal: noPlace),
        KeyBinding(
          "clear", [KeyPress(.delete)], label: Phrase(zh: "清除", en: "clear"),
          explanation: Phrase(zh: "清除所在处的数据和说明", en: "take away the figure and the note of the place in hand"),
          refusal: state.entry.isFilled ? nil : Phrase(zh: "此处没有内容", en: "nothing stands here")),
      ]
    }
    if state.file.form.asksOwnScores {
      bindings.append(
        KeyBinding(
          "own", [KeyPress(.insert), .character("o")], label: Phrase(zh: "自评", en: "own points"),
          explanation: Phrase(zh: "给本指标自评打分", en: "give this indicator the host's own points"), prominence: .footer))
    }
    return bindings
  }

  /// Does what a writer can do.
  func write(_ action: ActionName) {
    guard let state else { return }
    switch action {
    case "edit": begin(state)
    case "clear": save(FactEntry(nil), expecting: state.entry)
    case "note": askNote(state)
    case "remark": chooseDoubt(state)
    case "fill": fill(state)
    case "declare": declare(state)
    case "own": askOwnPoints(state)
    default: break
    }
  }

  private func begin(_ state: FactFormState) {
    switch state.fact.kind {
    case .derived: break
    case .count, .money, .area, .percent: self.state?.write(state.place.flatMap { state.figure($0) }.map { state.fact.written($0) } ?? "")
    case .choice(let choices):
      var chosen = 0
      if case .choice(let old) = state.entry.value { chosen = choices.firstIndex(of: old) ?? 0 }
      sitting.runtime.choose(state.fact.label, choices.map { Choice(FormWords.choice($0)) }, chosen: chosen) { [weak self] place in
        guard let place, choices.indices.contains(place) else { return }
        self?.save(FactEntry(.choice(choices[place])), expecting: state.entry)
      }
    case .text:
      var old = ""
      if case .text(let text) = state.entry.value { old = text.string }
      ask(
        state.fact.label, Phrase(zh: "每行一条。", en: "One entry a line."),
        ActField(id: "text", label: Phrase(zh: "内容", en: "Text"), kind: .lines, isOptional: true, initial: old), state
      ) { text in FactEntry(text.isEmpty ? nil : .text(text), note: text.isEmpty ? state.entry.note : .empty) }
    }
  }

  private func askNote(_ state: FactFormState) {
    let open = state.openOfIndicator
    // Of a center that has nothing to tell of an indicator, that is said once.
    let scope = ActField(
      id: "scope", label: Phrase(zh: "用于", en: "For"),
      kind: .choice([Phrase(zh: "只此一处", en: "this place"), Phrase(zh: "本指标空白的 \(open) 处", en: "all \(open) open ones here")]),
      initial: "0")
    ask(
      Phrase(zh: "说明", en: "Note"), Phrase(zh: "没有数据的，说明原因，即算已填。", en: "Where there is no figure, say why: it counts as filled."),
      ActField(
        id: "text", label: Phrase(zh: "说明", en: "Note"), kind: .lines, isOptional: true, initial: state.entry.note.string), state,
      beside: state.isOpenInHand && open > 1 ? [scope] : []
    ) { FactEntry(state.entry.value, note: $0) }
  }

  /// Asks for the words of a place, and saves what they make of it.
  private func ask(
    _ title: Phrase, _ words: Phrase, _ field: ActField, _ state: FactFormState, beside further: [ActField] = [],
    _ entry: @escaping @Sendable (PlainText) -> FactEntry
  ) {
    guard let place = state.place else { return }
    let (year, code, before, indicator) = (year, code, state.entry, state.indicatorCode)
    let label = Phrase(same: "\(state.fact.code)  ") + state.fact.label + Phrase(same: place.year.map { " \($0)" } ?? "")
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: title, words: label + Phrase(same: "\n") + words, verb: Phrase(zh: "保存", en: "save"), done: Phrase(zh: "已保存", en: "Saved"),
          draft: "material/\(year)/\(code)/\(title.en)/\(state.fact.code)/\(place.year ?? 0)",
          // Emptied, it is taken away; but nobody comes here to leave it empty.
          marksOptional: false),
        [field] + further, seeing: before,
        doing: { store, who, answers, seen in
          if answers.place("scope") == 1 {
            try store.noteOpenFacts(year: year, center: code, indicator: indicator, answers.text("text"), by: who)
            return nil
          }
          let new = entry(answers.text("text"))
          try store.saveFact(year: year, center: code, place, new, expecting: seen, by: who)
          return .fact(place, of: code, year, from: new, to: before)
        }, then: telling()))
  }

  private func chooseDoubt(_ state: FactFormState) {
    let doubts = state.doubtsInHand
    guard doubts.count > 1 else { return doubts.first.map { askRemark(on: $0, state) } ?? () }
    let choices = doubts.map { Choice($0.phrase, detail: state.remark(on: $0) == nil ? nil : Phrase(zh: "已说明", en: "explained")) }
    sitting.runtime.choose(Phrase(zh: "哪一处存疑", en: "Which doubt"), choices, chosen: state.doubtToExplain ?? 0) { [weak self] place in
      if let place, doubts.indices.contains(place) { self?.askRemark(on: doubts[place], state) }
    }
  }

  private func askRemark(on doubt: FactFinding, _ state: FactFormState) {
    let (year, code, old) = (year, code, state.remark(on: doubt) ?? .empty)
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "说明存疑", en: "Explain a doubt"), words: doubt.phrase, verb: Phrase(zh: "保存", en: "save"),
          done: Phrase(zh: "已保存", en: "Saved"), draft: "material/\(year)/\(code)/remark/\(doubt.identifier)",
          // Emptied, it is taken away; but nobody comes here to leave it empty.
          marksOptional: false),
        [
          ActField(
            id: "text", label: Phrase(zh: "说明", en: "Remark"), kind: .lines, hint: Phrase(zh: "评审专家可见", en: "reviewers see it"),
            isOptional: true, initial: old.string)
        ], seeing: old,
        doing: { store, who, answers, seen in
          try store.saveRemark(year: year, center: code, on: doubt.identifier, answers.text("text"), expecting: seen, by: who)
          return nil
        }, then: telling()))
  }

  /// What is told once something is saved: whether the declaration went with it.
  private func telling() -> @MainActor () -> Void {
    let wasDeclared = isDeclared
    return { [weak self] in self?.tellOfDeclaration(wasDeclared) }
  }

  private func fill(_ state: FactFormState) {
    let (year, code) = (year, code)
    sitting.run(Phrase(zh: "已填入 \(state.file.carried.count) 处", en: "\(state.file.carried.count) places are filled in")) { store, who in
      try store.fillFromLastRound(year: year, center: code, by: who)
    } then: { [weak self, tell = telling()] in
      self?.load()
      tell()
    }
  }

  private func declare(_ state: FactFormState) {
    let (year, code, isDeclared) = (year, code, state.file.form.declaration != nil)
    let act: @MainActor (Bool) -> Void = { [weak self] agreed in
      guard agreed, let self else { return }
      self.sitting.run(isDeclared ? Phrase(zh: "声明已撤回", en: "The declaration is taken back") : Phrase(zh: "已声明", en: "Declared")) {
        store, who in
        try store.declareMaterial(year: year, center: code, isDeclared: !isDeclared, by: who)
      } then: { [weak self] in
        self?.load()
      }
    }
    if isDeclared { return act(true) }
    sitting.runtime.confirm(
      Phrase(zh: "声明材料完整、真实？", en: "Declare the material complete and true?"),
      Phrase(
        zh: "本单位对所填数据和说明的完整、真实负责（办法第27条）。此后再改动，须重新声明。",
        en: "The host answers for it (article 27). Whatever is written afterwards takes it back."),
      yes: Phrase(zh: "声明", en: "Declare"), isDangerous: true, then: act)
  }

  private func askOwnPoints(_ state: FactFormState) {
    let (year, code, indicator, full) = (year, code, state.indicatorCode, state.indicator.weight)
    let old = state.file.form.ownScores[indicator]
    let description = ActScreen.Description(
      title: Phrase(zh: "\(indicator) 自评", en: "Own points of \(indicator)"),
      words: Phrase(zh: "0 至 \(full) 分；留空即清除。", en: "0 to \(full); empty takes them away."), verb: Phrase(zh: "保存", en: "save"),
      done: Phrase(zh: "已保存", en: "Saved"), draft: "material/\(year)/\(code)/own/\(indicator)", marksOptional: false)
    let field = ActField(
      id: "points", label: Phrase(zh: "得分", en: "Points"), kind: .line(limit: 12), isOptional: true,
      initial: old.map { FigureText.short($0) } ?? "")
    sitting.runtime.push(
      ActScreen.correcting(
        sitting, description, [field], seeing: old,
        check: { answers in
          guard let text = answers.optionalText("points"), MaterialScreen.points(text, of: full) == nil else { return [:] }
          return ["points": Phrase(zh: "请写 0 至 \(full) 的数，至多两位小数", en: "Write a number from 0 to \(full), at most two decimals")]
        },
        doing: { store, who, answers, seen in
          let points = answers.optionalText("points").flatMap { MaterialScreen.points($0, of: full) }
          try store.saveOwnScore(year: year, center: code, indicator: indicator, points, expecting: seen, by: who)
          return nil
        },
        then: { [weak self, tell = telling()] in
          self?.load()
          tell()
        }))
  }

  /// Points as they were written; `nil` where they are no figure within the weight.
  private nonisolated static func points(_ text: PlainText, of full: Int) -> Points? {
    (try? DecimalText(text.string).hundredths()).flatMap { (0...full * 100).contains($0) ? Points($0) : nil }
  }
}
