import CenterStore
import DeskRuntime
import Regulation
import Wording

extension RoundsScreen {
  /// Takes a step with a round, after saying what follows from it.
  func take(_ step: RoundStep, _ round: RoundRecord) {
    switch step {
    case .settle: settle(round)
    case .publish: publish(round)
    case .close: close(round)
    case .cancel: cancel(round)
    case .resume: resume(round)
    case .startScoring: assign(round)
    }
  }

  private func settle(_ round: RoundRecord) {
    let known = state.situations[round.year]
    let pending = known?.pending ?? 0
    let words =
      Phrase(
        zh: "结算后得分和等级固定，专家不能再撤回评分表。已可定级 \(known?.scored ?? 0) 个中心。",
        en: "Scores and grades will stand and no sheet can be taken back. \(known?.scored ?? 0) centers are graded.")
      + (pending == 0
        ? Phrase(same: "")
        : Phrase(
          zh: "还有 \(pending) 个中心评分表不足，不能定级，评估将无法结束；公示前可恢复评分、补齐评分表。",
          en: " \(pending) have too few sheets to be graded, and the round cannot be closed so; before publication scoring can be resumed."))
    sitting.runtime.confirm(
      Phrase(zh: "结算 \(round.year) 年度评估？", en: "Settle the round of \(round.year)?"), words, yes: Phrase(zh: "结算", en: "Settle"),
      isDangerous: pending > 0
    ) { [weak self] agreed in
      guard agreed else { return }
      self?.run(Phrase(zh: "已结算", en: "Settled")) { store, who in try store.settleRound(round.year, by: who) }
    }
  }

  private func resume(_ round: RoundRecord) {
    sitting.runtime.confirm(
      Phrase(zh: "恢复 \(round.year) 年度的评分？", en: "Go back to scoring the round of \(round.year)?"),
      Phrase(
        zh: "得分和等级不再固定，专家可以补交或撤回评分表，之后须重新结算。",
        en: "Scores and grades no longer stand and sheets can be submitted or taken back; the round is settled anew after it."),
      yes: Phrase(zh: "恢复评分", en: "Resume")
    ) { [weak self] agreed in
      guard agreed else { return }
      self?.run(Phrase(zh: "已恢复评分", en: "Scoring goes on")) { store, who in try store.resumeRound(round.year, by: who) }
    }
  }

  /// What a careful colleague says before results are published that leave centers out.
  private func pendingAtPublication(_ round: RoundRecord) -> Phrase {
    let pending = state.situations[round.year]?.pending ?? 0
    if pending == 0 { return Phrase(same: "") }
    return Phrase(
      zh: "注意：还有 \(pending) 个中心评分表不足，公示后不能再补，评估将无法结束（办法第25条）；可先恢复评分。",
      en:
        " Take care: \(pending) centers have too few sheets; after publication none comes in and the round cannot be closed (article 25). "
        + "Scoring can be resumed first.")
  }

  private func publish(_ round: RoundRecord) {
    let today = sitting.today
    let pending = pendingAtPublication(round)
    let visible = Phrase(zh: "公示后所有人可见。", en: "Everybody will see the results.")
    var description = ActScreen.Description(
      title: Phrase(zh: "公示 \(round.year) 年度评估结果", en: "Publish the results of \(round.year)"),
      words: visible + pending,
      verb: Phrase(zh: "公示", en: "publish"), done: Phrase(zh: "已公示", en: "Published"))
    description.outcome = { answers in
      guard let days = answers.whole("days"), let calendar = try? WorkingDays.standard.get() else {
        return nil
      }
      let until = calendar.deadline(days, workingDaysAfter: today)
      return Phrase(zh: "公示至 \(until.last)", en: "The notice runs until \(until.last)")
        + (until.isProvisional ? WorkingDays.Deadline.provisional : Phrase(same: ""))
    }
    description.warning = { _ in
      visible + Phrase(zh: "不能撤回。", en: " This cannot be taken back.") + pending
    }
    sitting.runtime.push(
      ActScreen(
        sitting, description, [RoundsScreen.noticeDays],
        doing: { store, who, answers in
          guard let days = answers.whole("days") else { return }
          try store.publishRound(round.year, workingDays: days, by: who)
        }, then: { [weak self] in self?.load() }))
  }

  /// For how long results are on notice.
  nonisolated static let noticeDays = ActField(
    id: "days", label: Phrase(zh: "公示工作日数", en: "Working days"),
    kind: .whole(CenterStore.noticeDays),
    hint: Phrase(zh: "不少于 5 个，自明日起算（办法第12条）", en: "at least 5, counted from tomorrow (article 12)"),
    initial: String(CenterStore.noticeDays.lowerBound))

  /// Shows what would follow, and asks there: nobody closes a round without having seen whose revocation it proposes (article 30).
  private func close(_ round: RoundRecord) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background {
      try store.roundFile(round.year, by: who)
    } then: { [weak self] answer in
      guard let self else { return }
      switch answer {
      case .success(let file): self.sitting.runtime.push(ClosingScreen(self.sitting, RoundFileState(file)) { [weak self] in self?.load() })
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }

  private func cancel(_ round: RoundRecord) {
    var description = ActScreen.Description(
      title: Phrase(zh: "取消 \(round.year) 年度评估", en: "Call off the round of \(round.year)"),
      words: Phrase(zh: "写明取消的理由，将记录在案。", en: "Give the reason; it is kept on file."),
      verb: Phrase(zh: "取消评估", en: "call off"), done: Phrase(zh: "已取消", en: "Called off"))
    description.warning = { answers in
      Phrase(
        zh: "专家不能再评分；已录入的留存，可重新发布。理由：\(answers.text("reason"))",
        en:
          "Nobody can score any more; what was entered is kept, and the round can be announced again. Reason: \(answers.text("reason"))"
      )
    }
    sitting.runtime.push(
      ActScreen(
        sitting, description,
        [
          ActField(
            id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .line(limit: 200),
            hint: Phrase(zh: "记录在案，各单位可见", en: "it stays on file; everybody sees it"))
        ],
        doing: { store, who, answers in
          try store.cancelRound(round.year, reason: answers.text("reason"), by: who)
        },
        then: { [weak self] in self?.load() }))
  }

  /// Announces a new round (article 25).
  func open() {
    let known = Set(state.rounds.filter { $0.state != .cancelled }.map(\.year))
    // Who has no agency entrusts none.
    let users = (try? sitting.store.users(by: sitting.acting)) ?? []
    let agencies = Set(
      users.filter { $0.role == .agency }.compactMap { $0.organization?.string }.filter {
        !$0.isEmpty
      })
    let form = RoundOpeningForm(
      existing: known.sorted(), today: sitting.today, agencies: agencies.sorted())
    var description = ActScreen.Description(
      title: Phrase(zh: "新年度", en: "New round"), verb: Phrase(zh: "发布通知", en: "announce"),
      done: Phrase(zh: "已发布评估通知", en: "The round is announced"))
    description.warning = { form.question($0) }
    description.isGrave = false
    sitting.runtime.push(
      ActScreen(
        sitting, description, form.fields, check: { form.problems($0) },
        doing: { store, who, answers in
          try store.openRound(form.year(of: answers), form.plan(answers), by: who)
        },
        then: { [weak self] in
          guard let self else { return }
          self.load()
          // The new round is the one in hand.
          if let year = self.state.rounds.first(where: {
            $0.state != .cancelled && !known.contains($0.year)
          })?.year {
            self.select(year)
          }
        }))
  }

  /// Takes a step, then shows what there is.
  func run(_ done: Phrase, _ step: @escaping @Sendable (CenterStore, Acting) throws -> Void) {
    sitting.run(done, step) { [weak self] in self?.load() }
  }
}
