import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ApplicationFile {
  /// The experts whose opinions are in or still to come: who must step aside without one is waited for no more.
  var engagedReviewers: [ReviewerRecord] { reviewers.filter { $0.isSubmitted || $0.recusal == nil } }
}

/// Who reviews an application: staff name experts and their leader, and let them go (article 11).
extension ApplicationScreen {
  /// Lets experts be chosen one after the other, until Esc: who reviews already stands at the end, who must step aside says why.
  func chooseExpert() {
    do {
      let candidates = try sitting.store.reviewCandidates(number, by: sitting.acting)
      let ordered = candidates.filter { !$0.isReviewer } + candidates.filter(\.isReviewer)
      let choices = ordered.map { candidate in
        let field = candidate.isOfField ? Phrase(zh: "同领域，", en: "of the field, ") : Phrase(same: "")
        let mark = candidate.isReviewer ? Phrase(zh: "已安排，", en: "named, ") : Phrase(same: "")
        let named = candidate.isReviewer ? Phrase(zh: "已安排评审本申请", en: "reviews this application already") : nil
        return Choice(
          Phrase(same: "\(candidate.name)  \(candidate.employer)"),
          detail: mark + field + Phrase(zh: "在评 \(candidate.load) 件", en: "reviews \(candidate.load)"),
          refusal: candidate.recusal.map { Phrase(zh: "须回避：\($0.phrase.zh)", en: "must step aside: \($0.phrase.en)") } ?? named,
          keywords: candidate.login)
      }
      sitting.runtime.choose(expertsTitle, choices, filter: true) { [weak self] place in
        guard let self, let place else { return }
        self.askLeader(ordered[place])
      }
    } catch { sitting.tell(error) }
  }

  /// How many experts are named and needed, and who leads them.
  private var expertsTitle: Phrase {
    let title = Phrase(zh: "安排评审专家", en: "Name an expert")
    guard let file else { return title }
    let (named, needed) = (file.engagedReviewers.count, file.call.minimumExperts)
    let aside = file.reviewers.count - named
    let gone = aside == 0 ? Phrase(same: "") : Phrase(zh: "，另 \(aside) 人回避", en: ", \(aside) stepped aside")
    let leader = file.engagedReviewers.first(where: \.isLeader)?.name
    return title + Phrase(zh: "（已安排 \(named) 人", en: " (\(named) named") + gone
      + Phrase(zh: "，至少 \(needed) 人；组长：\(leader ?? "未定")）", en: ", \(needed) needed; leader: \(leader ?? "none"))")
  }

  private func askLeader(_ candidate: ReviewCandidate) {
    sitting.runtime.ask(
      Phrase(same: candidate.name),
      Phrase(zh: "作为评审专家，还是专家组组长？组长填写专家组意见。", en: "As an expert, or as the group's leader, who writes the group's opinion?"),
      answers: [Phrase(zh: "评审专家", en: "Expert"), Phrase(zh: "组长", en: "Leader")]
    ) { [weak self] answer in
      guard let self, let answer else { return }
      let number = self.number
      self.sitting.run(Phrase(zh: "已安排 \(candidate.name)", en: "\(candidate.name) is named")) { store, who in
        try store.assignReviewer(number, expert: candidate.login, isLeader: answer == 1, by: who)
      } then: { [weak self] in
        self?.load()
        // A panel is named in one go; what went wrong is read first.
        if let self, self.sitting.runtime.top === self, self.file?.reviewers.contains(where: { $0.login == candidate.login }) == true {
          self.chooseExpert()
        }
      }
    }
  }

  /// Lets one of the named experts lead the group.
  func chooseLeader(_ file: ApplicationFile) {
    if file.reviewers.isEmpty { return sitting.runtime.notice(Phrase(zh: "还没有安排专家", en: "no expert is named yet"), .caution) }
    let choices = file.reviewers.map { reviewer in
      Choice(
        Phrase(same: reviewer.name), refusal: reviewer.isLeader ? Phrase(zh: "已是组长", en: "leads already") : nil, keywords: reviewer.login)
    }
    sitting.runtime.choose(Phrase(zh: "由谁任组长？", en: "Who leads?"), choices) { [weak self] place in
      guard let self, let place else { return }
      let (number, reviewer) = (self.number, file.reviewers[place])
      self.sitting.run(Phrase(zh: "组长：\(reviewer.name)", en: "\(reviewer.name) leads")) { store, who in
        try store.assignReviewer(number, expert: reviewer.login, isLeader: true, by: who)
      } then: { [weak self] in
        self?.load()
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
      let (number, reviewer) = (self.number, file.reviewers[place])
      let verb = Phrase(zh: "移除", en: "let go")
      self.sitting.runtime.push(
        ActScreen(
          self.sitting,
          ActScreen.Description(
            title: Phrase(zh: "移除 \(reviewer.name)", en: "Let \(reviewer.name) go"), verb: verb,
            done: Phrase(zh: "已办理：", en: "Done: ") + verb, draft: "application/\(number)/release/\(reviewer.login)"),
          [ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines)],
          doing: { store, who, answers in
            try store.removeReviewer(number, expert: reviewer.login, reason: answers.text("reason"), by: who)
          }, then: { [weak self] in self?.load() }))
    }
  }
}
