import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ApplicationScreen {
  /// Lets an expert be chosen for the review; who must step aside is greyed and says why.
  func chooseExpert() {
    do {
      let candidates = try sitting.store.reviewCandidates(number, by: sitting.acting)
      let choices = candidates.map { candidate in
        let field = candidate.isOfField ? Phrase(zh: "同领域，", en: "of the field, ") : Phrase(same: "")
        let mark = candidate.isReviewer ? Phrase(zh: "已安排，", en: "named, ") : Phrase(same: "")
        return Choice(
          Phrase(same: "\(candidate.name)  \(candidate.employer)"),
          detail: mark + field + Phrase(zh: "在评 \(candidate.load) 件", en: "reviews \(candidate.load)"),
          refusal: candidate.recusal.map { Phrase(zh: "须回避：\($0.phrase.zh)", en: "must step aside: \($0.phrase.en)") },
          keywords: candidate.login)
      }
      sitting.runtime.choose(Phrase(zh: "安排评审专家", en: "Name an expert"), choices, filter: true) { [weak self] place in
        guard let self, let place else { return }
        self.askLeader(candidates[place])
      }
    } catch { sitting.tell(error) }
  }

  private func askLeader(_ candidate: ReviewCandidate) {
    sitting.runtime.ask(
      Phrase(same: candidate.name),
      Phrase(zh: "作为评审专家，还是专家组组长？组长填写专家组意见。", en: "As an expert, or as the group's leader, who writes the group's opinion?"),
      answers: [Phrase(zh: "评审专家", en: "Expert"), Phrase(zh: "组长", en: "Leader")]
    ) { [weak self] answer in
      guard let self, let answer else { return }
      let number = self.number
      self.run(Phrase(zh: "已安排 \(candidate.name)", en: "\(candidate.name) is named")) { store, who in
        try store.assignReviewer(number, expert: candidate.login, isLeader: answer == 1, by: who)
      }
    }
  }

  /// Lets an expert go who has not handed in.
  func release(_ file: ApplicationFile) {
    let choices = file.reviewers.map { reviewer in
      Choice(
        Phrase(same: reviewer.name),
        refusal: reviewer.isSubmitted ? Phrase(zh: "已提交意见，不能移除", en: "has handed in an opinion and cannot be let go") : nil)
    }
    if choices.isEmpty { return sitting.runtime.notice(Phrase(zh: "还没有安排专家", en: "no expert is named yet"), .caution) }
    sitting.runtime.choose(Phrase(zh: "移除哪位专家？", en: "Let whom go?"), choices) { [weak self] place in
      guard let self, let place else { return }
      let (number, login) = (self.number, file.reviewers[place].login)
      self.ask(
        Phrase(zh: "移除 \(file.reviewers[place].name)", en: "Let \(file.reviewers[place].name) go"), verb: Phrase(zh: "移除", en: "let go")
      ) { store, who, answers in
        try store.removeReviewer(number, expert: login, reason: answers.text("reason"), by: who)
      }
    }
  }

  /// Lets a person decide what the text leaves to judgement.
  func chooseJudgement(_ file: ApplicationFile) {
    let subjects = EligibilitySubject.allCases
    let parts = file.eligibility.findings.flatMap(\.parts).filter { $0.subject.isJudged && $0.holds != false || $0.judgement != nil }
    let choices = parts.map { part in
      Choice(part.subject.phrase, detail: Citation.phrase(part.subject.article) + Phrase(same: "  ") + part.found)
    }
    if choices.isEmpty || subjects.isEmpty {
      return sitting.runtime.notice(Phrase(zh: "没有留待人工认定的条件", en: "nothing here is left to judgement"), .caution)
    }
    sitting.runtime.choose(Phrase(zh: "认定哪一项？", en: "Judge which?"), choices, filter: true) { [weak self] place in
      guard let self, let place else { return }
      let (number, subject) = (self.number, parts[place].subject)
      let answers = [Phrase(zh: "具备", en: "is there"), Phrase(zh: "不具备", en: "is not there")]
      self.sitting.runtime.push(
        ActScreen(
          self.sitting,
          ActScreen.Description(
            title: Phrase(zh: "人工认定：", en: "Judge: ") + subject.phrase,
            words: Phrase(zh: "认定人、日期和理由记录在案。", en: "Who judges, when and why stays on file."), verb: Phrase(zh: "认定", en: "judge"),
            done: Phrase(zh: "已认定", en: "Judged")),
          [
            ActField(id: "holds", label: subject.phrase, kind: .choice(answers)),
            ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines),
          ],
          doing: { store, who, answers in
            try store.judge(number, subject, holds: answers.place("holds") == 0, reason: answers.text("reason"), by: who)
          }, then: { [weak self] in self?.load() }))
    }
  }

  /// Records what was found of the host's credit.
  func recordCredit() {
    let number = number
    sitting.runtime.push(
      ActScreen(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "信用核查 \(number)", en: "Credit check \(number)"),
          words: Phrase(zh: "信用不良的，第9条第4项不符合。", en: "Bad credit fails article 9.4."), verb: Phrase(zh: "记录", en: "record"),
          done: Phrase(zh: "已记录信用核查", en: "The credit check is on file")),
        [
          ActField(id: "day", label: Phrase(zh: "核查日期", en: "Day"), kind: .day, initial: sitting.today.description),
          ActField(
            id: "source", label: Phrase(zh: "来源", en: "Source"), kind: .line(limit: 100),
            hint: Phrase(zh: "如 信用中国", en: "such as Credit China")),
          ActField(
            id: "good", label: Phrase(zh: "结果", en: "Result"),
            kind: .choice([Phrase(zh: "良好", en: "good"), Phrase(zh: "不良", en: "bad")])),
          ActField(
            id: "result", label: Phrase(zh: "查得情况", en: "What was found"), kind: .lines,
            hint: Phrase(zh: "不良的必填", en: "needed where it is bad"),
            isOptional: true),
        ],
        doing: { store, who, answers in
          guard let day = answers.day("day") else { return }
          let check = try CreditCheck(
            on: day, source: answers.text("source"), isGood: answers.place("good") == 0, result: answers.text("result"))
          try store.recordCreditCheck(number, check, by: who)
        }, then: { [weak self] in self?.load() }))
  }

  /// An expert declares a conflict; the application closes for them.
  func declare() {
    let number = number
    ask(Phrase(zh: "申报回避 \(number)", en: "Declare a conflict with \(number)"), verb: Phrase(zh: "申报回避", en: "declare")) {
      store, who, answers in
      try store.declareReviewConflict(number, reason: answers.text("reason"), by: who)
    }
  }

  /// Asks for a reason, then acts.
  private func ask(_ title: Phrase, verb: Phrase, doing: @escaping ActScreen.Doing) {
    sitting.runtime.push(
      ActScreen(
        sitting, ActScreen.Description(title: title, verb: verb, done: Phrase(zh: "已办理：", en: "Done: ") + verb),
        [ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines)], doing: doing,
        then: { [weak self] in self?.load() }))
  }

  private func run(_ done: Phrase, _ act: @escaping @Sendable (CenterStore, Acting) throws -> Void) {
    sitting.run(done, act) { [weak self] in self?.load() }
  }
}
