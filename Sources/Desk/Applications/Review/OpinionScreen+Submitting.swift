import CenterStore
import DeskRuntime
import Regulation
import Wording

/// Handing an opinion in, after saying all that is missing or what follows; and taking it back.
extension OpinionScreen {
  func submit() {
    guard let state, !state.isLocked else { return }
    let missing = state.shortcomings
    if let first = missing.first { return tellMissing(missing, first.field) }
    let opinion = state.opinion
    sitting.runtime.confirm(
      Phrase(zh: "提交评审意见？", en: "Hand the opinion in?"), OpinionWords.phrase(opinion), yes: Phrase(zh: "提交", en: "Hand in"),
      no: Phrase(zh: "再看看", en: "Look again"), isDangerous: true
    ) { [weak self] agreed in
      if agreed { self?.hand(in: opinion) }
    }
  }

  private func hand(in opinion: ExpertOpinion) {
    keep(opinion, isSubmitted: true) { [weak self] in
      guard let self else { return }
      if self.sitting.runtime.top === self { self.sitting.runtime.pop() }
      self.sitting.runtime.notice(Phrase(zh: "评审意见已提交", en: "Your opinion is handed in"), .done)
    }
  }

  /// Says all that is missing at once, marks it in the form, then goes to the first.
  private func tellMissing(_ missing: [(field: String, phrase: Phrase)], _ first: String) {
    state?.form.refuse(Dictionary(uniqueKeysWithValues: missing.map { ($0.field, $0.phrase) }), sitting.runtime.language)
    let open = missing.map(\.field).filter(ExpertOpinion.conditions.contains)
    var lines: [Phrase] = []
    if !open.isEmpty {
      lines.append(
        Phrase(zh: "还没有意见：", en: "nothing is said yet of ") + Citation.list(open))
    }
    lines += missing.filter { !ExpertOpinion.conditions.contains($0.field) }.map(\.phrase)
    let text = lines.reduce(Phrase(same: "")) { $0 + Phrase(same: "• ") + $1 + Phrase(same: "\n") }
    sitting.runtime.tell(
      Phrase(zh: "还不能提交", en: "Not ready to hand in"),
      text + Phrase(zh: "关闭后转到第一处（办法第11条）。", en: "Closing this goes to the first of them (article 11).")
    ) { [weak self] in
      self?.state?.form.take(first)
    }
  }

  func takeBack() {
    guard let state, state.isSubmitted, state.isOpen else { return }
    sitting.runtime.confirm(
      Phrase(zh: "撤回评审意见？", en: "Take the opinion back?"),
      Phrase(
        zh: "撤回后可以修改，但须重新提交才计入；评审结束前可以撤回（办法第11条）。",
        en: "It can then be changed, and counts only when it is handed in again. Possible while the review lasts (article 11)."),
      yes: Phrase(zh: "撤回", en: "Take back")
    ) { [weak self] agreed in
      guard let self, agreed else { return }
      let number = self.number
      self.sitting.run(Phrase(zh: "意见已撤回，改好后须重新提交", en: "The opinion is taken back; hand it in again when it is right")) { store, who in
        try store.takeBackOpinion(number, by: who)
      } then: { [weak self] in
        self?.appeared()
      }
    }
  }
}

/// What is said before an opinion is handed in.
enum OpinionWords {
  static func phrase(_ opinion: ExpertOpinion) -> Phrase {
    let recommendation = opinion.recommendation?.phrase ?? Phrase(same: "–")
    let rating = opinion.rating?.description ?? "–"
    var text = Phrase(
      zh: "总体意见“\(recommendation.zh)”，评分 \(rating)。", en: "Recommendation “\(recommendation.en)”, rated \(rating).")
    for answer in [ExpertOpinion.Answer.notMet, .doubtful] {
      let articles = ExpertOpinion.conditions.filter { opinion.answers[$0] == answer }
      if articles.isEmpty { continue }
      text =
        text
        + Phrase(zh: "\n• \(answer.phrase.zh)：", en: "\n• \(answer.phrase.en): ") + Citation.list(articles)
    }
    return text
      + Phrase(
        zh: "\n提交后不能修改，评审结束前可以撤回（办法第11条）。", en: "\nIt is locked then; it can be taken back while the review lasts (article 11).")
  }
}
