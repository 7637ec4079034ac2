import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ApplicationScreen {
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
      let (number, subject, old) = (self.number, parts[place].subject, parts[place].judgement)
      let answers = [subject.answer(true), subject.answer(false)]
      self.sitting.runtime.push(
        ActScreen.correcting(
          self.sitting,
          ActScreen.Description(
            title: Phrase(zh: "人工认定：", en: "Judge: ") + subject.phrase,
            words: Phrase(zh: "认定人、日期和理由记录在案。", en: "Who judges, when and why stays on file."), verb: Phrase(zh: "认定", en: "judge"),
            done: Phrase(zh: "已认定", en: "Judged"), draft: "application/\(number)/judge/\(subject.rawValue)"),
          [
            ActField(id: "holds", label: subject.phrase.asLabel, kind: .choice(answers)),
            ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines),
          ], seeing: old,
          doing: { store, who, answers, seen in
            try store.judge(
              number, subject, holds: answers.place("holds") == 0, reason: answers.text("reason"), expecting: seen, by: who)
            return nil
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
          words: Phrase(zh: "信用不良的，办法第9条第4项不符合。", en: "Bad credit fails article 9.4."), verb: Phrase(zh: "记录", en: "record"),
          done: Phrase(zh: "已记录信用核查", en: "The credit check is on file"), draft: "application/\(number)/credit", marksOptional: false),
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
            hint: Phrase(zh: "不良的必填，良好的可不填", en: "needed where it is bad; else it may stay empty"),
            isOptional: true),
        ],
        check: { answers in
          guard answers.place("good") == 1, answers.optionalText("result") == nil else { return [:] }
          return ["result": Phrase(zh: "信用不良的，须写明查得的情况", en: "Say what was found where the credit is bad")]
        },
        doing: { store, who, answers in
          guard let day = answers.day("day") else { return }
          let check = try CreditCheck(
            on: day, source: answers.text("source"), isGood: answers.place("good") == 0, result: answers.text("result"))
          try store.recordCreditCheck(number, check, by: who)
        }, then: { [weak self] in self?.load() }))
  }
}
