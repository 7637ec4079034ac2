import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ApplicationScreen {
  /// Lets a step be chosen: the lawful ones first, then those that something stands in the way of, then those of other stages, greyed with why.
  /// What ends the application is never the first: it stands behind what is in order here, lawful or not.
  func chooseStep(_ file: ApplicationFile) {
    let role = sitting.member.role
    // Handing in and handing in again are one thing to whoever does it: the one that is not in order is not told of beside the other.
    let twin: ApplicationStepKind? = file.application.isInOrder(.submit) ? .correct : file.application.isInOrder(.correct) ? .submit : nil
    let own = ApplicationStepKind.byUse.filter { $0.isTaken(by: role) && $0 != twin }
    let lawful = own.filter { file.refusal($0, by: role) == nil }
    let barred = own.filter { !lawful.contains($0) }
    let kinds =
      lawful.filter { !$0.endsIt } + barred.filter(file.application.isInOrder) + lawful.filter(\.endsIt)
      + barred.filter { !file.application.isInOrder($0) }
    let choices = kinds.map { kind in
      // Of a step of another stage the stage says enough; the longer reason is told where somebody insists.
      let isElsewhere = !file.application.isInOrder(kind)
      let stage = file.summary.stage.phrase
      let elsewhere = Phrase(zh: "“\(stage.zh)”时不办理", en: "no step while “\(stage.en)”")
      return Choice(
        kind.phrase, detail: Citation.phrase(kind.article),
        refusal: file.refusal(kind, by: role).map { isElsewhere ? elsewhere : $0.cited })
    }
    if kinds.isEmpty {
      return sitting.runtime.notice(Phrase(zh: "这里没有您可办理的步骤", en: "no step here is yours to take"), .caution)
    }
    // To name experts is no step of the application, but what comes first of its review.
    let experts = file.summary.unnamedExperts > 0 ? [naming(file)] : []
    sitting.runtime.choose(Phrase(zh: "办理 \(number)", en: "Steps of \(number)"), experts + choices) { [weak self] place in
      guard let self, let place, let file = self.file else { return }
      place < experts.count ? self.chooseExpert() : self.begin(kinds[place - experts.count], file)
    }
  }

  private func naming(_ file: ApplicationFile) -> Choice {
    let (named, needed) = (file.engagedReviewers.count, file.call.minimumExperts)
    return Choice(
      Phrase(zh: "安排评审专家", en: "Name experts"),
      detail: Phrase(zh: "已安排 \(named) 人，至少 \(needed) 人，", en: "\(named) named, \(needed) needed, ") + Citation.phrase("11"))
  }

  /// Asks for what a step needs, then takes it.
  func begin(_ kind: ApplicationStepKind, _ file: ApplicationFile) {
    switch kind {
    case .submit, .correct:
      HandingIn.confirm(kind, file.form, file.eligibility, to: PlaceNames.standard[file.summary.department], sitting.runtime) {
        [weak self] in
        self?.take(HandingIn.step(kind))
      }
    case .accept: confirm(kind, StepFields.words(of: kind, file), .accept)
    case .propose:
      confirm(
        kind, StepQuestion.phrase(kind, ActAnswers.of([:]), file, today: sitting.today) ?? Phrase(same: ""), isDangerous: true, .propose)
    default: ask(kind, file)
    }
  }

  private func confirm(_ kind: ApplicationStepKind, _ words: Phrase, isDangerous: Bool = false, _ step: ApplicationStep) {
    sitting.runtime.confirm(kind.phrase + Phrase(zh: "？", en: "?"), words, yes: kind.phrase, isDangerous: isDangerous) {
      [weak self] agreed in
      if agreed { self?.take(step) }
    }
  }

  private func take(_ step: ApplicationStep) {
    let number = number
    sitting.run(Phrase(zh: "已办理：", en: "Done: ") + step.kind.phrase) { store, who in
      try store.stepApplication(number, step, by: who)
    } then: { [weak self] in
      self?.load()
    }
  }

  private func ask(_ kind: ApplicationStepKind, _ file: ApplicationFile) {
    let (number, today) = (number, sitting.today)
    let code = kind == .certify ? (try? sitting.store.nextCenterCode(by: sitting.acting)) ?? nil : nil
    let fields = StepFields.fields(of: kind, file, today: today, code: code)
    let objections = StepFields.openObjections(file)
    var description = ActScreen.Description(
      title: kind.phrase + Phrase(same: " \(number)"), words: StepFields.words(of: kind, file) + RulesInForce.remark(on: today),
      verb: kind.phrase,
      done: Phrase(zh: "已办理：", en: "Done: ") + kind.phrase, draft: "application/\(number)/\(kind.rawValue)")
    description.outcome = { StepFields.outcome(of: kind, $0, file, today: today) }
    description.reading = { StepFields.reading(of: kind, $0, file) }
    description.warning = { StepQuestion.phrase(kind, $0, file, today: today, code: code) }
    description.obstacle = { [sitting] in
      let now = try? sitting.store.application(number, by: sitting.acting)
      return now?.refusal(kind, by: sitting.member.role)?.cited
    }
    sitting.runtime.push(
      ActScreen(
        sitting, description, fields,
        doing: { store, who, answers in
          guard let step = StepFields.step(kind, answers, objections: objections, code: code) else { return }
          try store.stepApplication(number, step, by: who)
        },
        then: { [weak self] in self?.load() }))
  }
}
