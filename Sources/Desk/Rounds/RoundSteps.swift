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
    sitting.runtime.enter(
      Phrase(zh: "公示 \(round.year) 年度评估结果", en: "Publish the results of \(round.year)"),
      Phrase(
        zh: "公示多少个工作日？不少于 5 个（办法第12条），自明日起算。公示后所有人可见。",
        en: "For how many working days? At least 5 (article 12), counted from tomorrow. Everybody will see the results.")
        + pendingAtPublication(round),
      initial: String(CenterStore.noticeDays.lowerBound), check: RoundsScreen.problem(ofNoticeDays:)
    ) { [weak self] text in
      guard let text, let days = RoundsScreen.number(text) else { return }
      self?.run(Phrase(zh: "已公示", en: "Published")) { store, who in try store.publishRound(round.year, workingDays: days, by: who) }
    }
  }

  /// What is wrong with a number of working days.
  static func problem(ofNoticeDays text: String) -> Phrase? {
    let lawful = CenterStore.noticeDays
    if let days = number(text), lawful.contains(days) { return nil }
    return Phrase(
      zh: "请写 \(lawful.lowerBound) 至 \(lawful.upperBound) 的整数（办法第12条）",
      en: "Write a whole number from \(lawful.lowerBound) to \(lawful.upperBound) (article 12)")
  }

  private static func number(_ text: String) -> Int? { (try? DayCount(text))?.days }

  private func close(_ round: RoundRecord) {
    sitting.runtime.confirm(
      Phrase(zh: "结束 \(round.year) 年度评估？", en: "Close the round of \(round.year)?"),
      Phrase(zh: "结束后不再变更。", en: "Nothing changes any more after it."), yes: Phrase(zh: "结束", en: "Close")
    ) { [weak self] agreed in
      guard agreed else { return }
      self?.run(Phrase(zh: "已结束", en: "Closed")) { store, who in try store.closeRound(round.year, by: who) }
    }
  }

  private func cancel(_ round: RoundRecord) {
    sitting.runtime.enter(
      Phrase(zh: "取消 \(round.year) 年度评估", en: "Call off the round of \(round.year)"),
      Phrase(zh: "写明取消的理由，将记录在案。", en: "Give the reason; it is kept on file."),
      check: { text in
        if text.allSatisfy(\.isWhitespace) { return Phrase(zh: "须写明理由", en: "A reason is needed") }
        do throws(PlainTextError) {
          _ = try PlainText(text)
          return nil
        } catch { return error.phrase }
      }
    ) { [weak self] text in
      guard let text, let reason = try? PlainText(text) else { return }
      self?.run(Phrase(zh: "已取消", en: "Called off")) { store, who in try store.cancelRound(round.year, reason: reason, by: who) }
    }
  }

  /// Takes a step, then shows what there is.
  func run(_ done: Phrase, _ step: @escaping @Sendable (CenterStore, Acting) throws -> Void) {
    sitting.run(done, step) { [weak self] in self?.load() }
  }
}

/// A whole number of days as people write it, in ASCII or full-width digits.
struct DayCount {
  /// The number.
  let days: Int

  /// Reads it.
  init(_ text: String) throws(NumberError) {
    let figure = try Hundredths(parsing: text)
    guard figure.hundredths % 100 == 0 else { throw .notWhole }
    days = figure.hundredths / 100
  }
}
