import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension MaterialScreen {
  /// The steps that are taken from here, objections aside; where a department has found every item right, the report comes first.
  private func steps(_ state: FactFormState) -> [EvaluationRound.MenuEntry] {
    let steps = state.file.menu.filter {
      switch $0.kind {
      case .submit, .enter, .admitLate, .returnForCorrection, .report, .postpone: true
      default: false
      }
    }
    guard isChecking, state.unchecked.isEmpty else { return steps }
    return steps.filter { $0.kind == .report } + steps.filter { $0.kind != .report }
  }

  /// The key that takes the form on; the host's hands it in, and says what is in the way of that when it is pressed. Lateness is told first: it greys
  /// the key.
  func stepsBinding(_ state: FactFormState) -> KeyBinding? {
    let steps = steps(state)
    guard let first = steps.first else { return nil }
    let isHost = first.kind == .submit
    let isInTheWay = isHost && isWritable && !state.file.summary.isLate && !reasons(state).isEmpty
    let barred = isHost && !isInTheWay ? first.refusal?.cited : nil
    return KeyBinding(
      "steps", [KeyPress(.function(2)), .control("s")], label: isHost ? Phrase(zh: "提交", en: "hand in") : Phrase(zh: "办理", en: "steps"),
      explanation: isHost
        ? Phrase(zh: "提交给归口管理部门审查（办法第27条）", en: "hand the form in to the department (article 27)")
        : Phrase(zh: "列出可办理的步骤", en: "list the steps that can be taken"), prominence: .first, refusal: barred)
  }

  /// What keeps the host from handing in, in words.
  private func reasons(_ state: FactFormState) -> [Phrase] {
    let form = state.file.form
    // Of an empty form every place and every check is open: that is said once.
    if form.isBlank {
      return [
        Phrase(
          zh: "评估情况表还没有填写任何内容（应填 \(state.open.count) 处）", en: "nothing at all is filled in yet, of \(state.open.count.counted("place"))")
      ]
    }
    var reasons: [Phrase] = []
    if !state.open.isEmpty {
      let places = state.open.sorted().prefix(3).map { Phrase(same: "\($0.code)\($0.year.map { " \($0)" } ?? "")") }
      reasons.append(
        Phrase(
          zh: "\(state.open.count) 处未填，也未说明：", en: state.open.count == 1 ? "1 place is open: " : "\(state.open.count) places are open: ")
          + Phrase.list(Array(places)) + Phrase(same: state.open.count > places.count ? " …" : ""))
    }
    for finding in state.findings where finding.severity == .error {
      reasons.append(Phrase(zh: "\(finding.check.indicator) 矛盾：", en: "\(finding.check.indicator) wrong: ") + finding.phrase)
    }
    for finding in state.findings where finding.severity == .doubt && form.remarks[finding.identifier] == nil {
      reasons.append(
        Phrase(zh: "\(finding.check.indicator) 存疑未说明：", en: "\(finding.check.indicator) doubtful, no remark: ") + finding.phrase)
    }
    if !form.missingOwnScores.isEmpty {
      reasons.append(
        Phrase(zh: "自评未填：", en: "Own points are missing: ") + Phrase.list(form.missingOwnScores.map { Phrase(same: "\($0)") }))
    }
    if form.declaration == nil {
      reasons.append(Phrase(zh: "还没有声明材料完整、真实（按 Ctrl-D）", en: "The material is not declared complete and true (Ctrl-D does that)"))
    }
    return reasons
  }

  /// Takes the form on, or lets a step be chosen.
  func takeSteps() {
    guard let state else { return }
    let steps = steps(state)
    if steps.first?.kind == .submit { return handIn(state) }
    let choices = steps.map { Choice($0.kind.phrase, detail: Citation.phrase($0.kind.article), refusal: $0.refusal?.cited) }
    sitting.runtime.choose(Phrase(zh: "办理 \(code)", en: "Steps of \(code)"), choices) { [weak self] place in
      if let place, steps.indices.contains(place) { self?.ask(steps[place].kind, state) }
    }
  }

  private func handIn(_ state: FactFormState) {
    let reasons = reasons(state)
    if !reasons.isEmpty {
      let shown = reasons.prefix(8).map { Phrase(same: "· ") + $0 }
      return sitting.runtime.tell(
        Phrase(zh: "还不能提交", en: "It cannot be handed in yet"),
        Phrase(zh: shown.map(\.zh).joined(separator: "\n"), en: shown.map(\.en).joined(separator: "\n"))
          + (reasons.count > shown.count
            ? Phrase(zh: "\n另有 \(reasons.count - shown.count) 处", en: "\nand \(reasons.count - shown.count) more") : Phrase(same: "")),
        isGrave: true)
    }
    let asked = state.file.form.questioned.map { Phrase(same: "\($0)") }
    let unanswered =
      asked.isEmpty
      ? Phrase(same: "")
      : Phrase(zh: "部门质询的数据项没有改动：", en: "What the department asked about has not changed: ") + Phrase.list(Array(asked.prefix(6)))
        + Phrase(zh: "。\n", en: ".\n")
    sitting.runtime.confirm(
      Phrase(zh: "提交评估材料？", en: "Hand the material in?"),
      unanswered
        + Phrase(
          zh: "提交后由归口管理部门审查；退回补正之前不能再改（办法第27条）。",
          en: "The department checks it; it does not change until it is given back (article 27)."),
      yes: Phrase(zh: "提交", en: "Hand in"), isDangerous: true
    ) { [weak self] agreed in
      guard agreed, let self else { return }
      let (year, code) = (self.year, self.code)
      self.sitting.run(Phrase(zh: "已提交", en: "Handed in")) { store, who in
        try store.stepRound(year, .submit(code), by: who)
      } then: { [weak self] in
        self?.load()
      }
    }
  }

  private func ask(_ kind: EvaluationRoundStepKind, _ state: FactFormState) {
    let (year, code) = (year, code)
    let asked = state.file.form.questioned
    let isOptional = kind == .report && asked.isEmpty
    var fields = [
      ActField(
        id: "text", label: kind == .report ? Phrase(zh: "审查意见", en: "Remark") : Phrase(zh: "理由", en: "Reason"), kind: .lines,
        hint: kind == .report && !asked.isEmpty
          ? Phrase(zh: "有 \(asked.count) 项质询，须写明意见", en: "\(asked.count) items are asked about: say what there is to them")
          : Phrase(zh: "记录在案，单位可见", en: "it stays on file; the host sees it"),
        isOptional: isOptional, initial: kind == .returnForCorrection ? questions(state) : "")
    ]
    if kind == .admitLate {
      fields.insert(
        ActField(
          id: "deadline", label: Phrase(zh: "准予逾期的环节", en: "What may be late"),
          kind: .choice([Phrase(zh: "单位提交材料", en: "the host's material"), Phrase(zh: "部门审查上报", en: "the department's report")]),
          initial: "0"),
        at: 0)
    }
    if kind == .enter { fields = [] }
    let words = Phrase(same: "\(code)  \(state.file.summary.name)") + checked(kind, state)
    var description = ActScreen.Description(
      title: kind.phrase, words: words, verb: kind.phrase, done: Phrase(zh: "已办理：", en: "Done: ") + kind.phrase,
      draft: "material/\(year)/\(code)/\(kind.rawValue)", warning: { _ in words })
    description.obstacle = { [sitting] in
      let now = try? sitting.store.materialFile(year: year, center: code, by: sitting.acting)
      return now?.menu.first { $0.kind == kind }?.refusal?.cited
    }
    sitting.runtime.push(
      ActScreen(
        sitting, description, fields,
        doing: { store, who, answers in
          guard let step = MaterialScreen.step(kind, code, answers) else { return }
          try store.stepRound(year, step, by: who)
        }))
  }

  /// How far the department came with what it gives back or reports.
  private func checked(_ kind: EvaluationRoundStepKind, _ state: FactFormState) -> Phrase {
    guard kind == .returnForCorrection || kind == .report else { return Phrase(same: "") }
    let (unchecked, asked) = (state.file.form.unchecked.count, state.file.form.questioned.count)
    let open =
      unchecked == 0
      ? Phrase(zh: "数据项都已审查", en: "every item was looked at")
      : Phrase(zh: "还有 \(unchecked) 项数据未审", en: unchecked == 1 ? "1 item is unchecked" : "\(unchecked) items are unchecked")
    return Phrase(same: "\n") + open + Phrase(zh: "，质询 \(asked) 项。", en: ", \(asked) asked about.")
  }

  /// What the department asked about, as the reason of a return begins: in Chinese, whatever the desk speaks, for the file is the bureau's.
  private func questions(_ state: FactFormState) -> String {
    state.file.form.questioned.compactMap { code in
      guard let fact = state.system.fact(code), let verdict = state.file.form.verdicts[code] else { return nil }
      return "\(code) \(fact.label.zh)：\(verdict.note)"
    }.joined(separator: "\n")
  }

  /// The step that answers make.
  private nonisolated static func step(_ kind: EvaluationRoundStepKind, _ code: String, _ answers: ActAnswers) -> EvaluationRoundStep? {
    switch kind {
    case .enter: .enter(code)
    case .admitLate: .admitLate(code, answers.place("deadline") == 1 ? .report : .material, reason: answers.text("text"))
    case .returnForCorrection: .returnForCorrection(code, reason: answers.text("text"))
    case .report: .report(code, remark: answers.optionalText("text"))
    case .postpone: .postpone(code, reason: answers.text("text"))
    default: nil
    }
  }
}
