import CenterStore
import DeskRuntime
import Regulation
import Wording

extension RoundsScreen {
  /// Draws experts for the due centers of a round: tries first, shows the whole plan, and draws when that is agreed to.
  ///
  /// Nobody chooses the seed: it is the head of the audit chain, so the lot can be repeated by anybody and picked by nobody.
  func assign(_ round: RoundRecord) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      try store.assignExperts(year: round.year, dryRun: true, by: who)
    } then: { [weak self] result in
      switch result {
      case .success(let draw): self?.propose(draw, round)
      case .failure(let error): self?.sitting.tell(error)
      }
    }
  }

  /// Shows the whole plan of a draw, and draws it when that is agreed to.
  func propose(_ draw: AssignmentDraw, _ round: RoundRecord) {
    let plan = draw.plan
    let title = RoundsScreen.title(round)
    guard !plan.new.isEmpty || !plan.fallen.isEmpty else {
      let why = plan.isShort ? RoundsScreen.shortage(plan) : RoundsScreen.nothingToAssign(draw)
      return sitting.runtime.tell(title, RoundsScreen.cautioned(why, draw.roll))
    }
    sitting.runtime.push(PlanScreen(sitting, draw, year: round.year) { [weak self] in self?.confirm(draw, round) })
  }

  private func confirm(_ draw: AssignmentDraw, _ round: RoundRecord) {
    let plan = draw.plan
    var words = RoundsScreen.outcome(draw)
    if !plan.fallen.isEmpty { words = words + Phrase(zh: "", en: " ") + RoundsScreen.fallen(plan) }
    if plan.isShort { words = words + Phrase(same: "\n") + RoundsScreen.shortage(plan) }
    words = RoundsScreen.cautioned(words, draw.roll)
    sitting.runtime.confirm(
      RoundsScreen.title(round), words, yes: Phrase(zh: "抽取", en: "Draw"), isDangerous: plan.isShort
    ) { [weak self] agreed in
      guard agreed, let self else { return }
      self.sitting.runtime.pop(to: self)
      self.draw(draw, round)
    }
  }

  /// Draws what was shown. Where it would be another plan by now, that one is shown instead, with words.
  private func draw(_ shown: AssignmentDraw, _ round: RoundRecord) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      try store.assignExperts(year: round.year, as: shown, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      self.load()
      switch result {
      case .success(let draw) where draw.isApplied: self.sitting.runtime.notice(Phrase(zh: "已分配专家", en: "Experts are assigned"), .done)
      case .success(let draw):
        self.propose(draw, round)
        self.sitting.runtime.tell(RoundsScreen.title(round), RoundsScreen.changedSince)
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }

  private static func title(_ round: RoundRecord) -> Phrase {
    Phrase(zh: "\(round.year) 年度分配专家", en: "Experts for the round of \(round.year)")
  }

  private static let changedSince = Phrase(
    zh: "试算以后情况有变（如登记了回避、中心退出，或另有人抽取），看过的方案已不成立，没有抽取。请看按现在的情况重新试算的方案。",
    en:
      "Something changed since the plan was tried (a conflict was declared, a center left, somebody else has drawn): the plan that you saw does not "
      + "hold any more, and nothing was drawn. See what would be drawn now.")

  /// What falls that was assigned before.
  nonisolated static func fallen(_ plan: AssignmentPlan) -> Phrase {
    Phrase(
      zh: "已须回避的 \(plan.fallen.count) 份原分配取消。",
      en: "\(plan.fallen.count.counted("assignment")) cancelled: the expert must step aside now.")
  }

  /// What would come of a draw, in a sentence.
  nonisolated static func outcome(_ draw: AssignmentDraw) -> Phrase {
    let plan = draw.plan
    let centers = Set(plan.new.map(\.center)).count
    let isEven = plan.new.count == centers * draw.perCenter
    return Phrase(
      zh:
        "为 \(centers) 个中心抽取 \(plan.new.count) 份评分任务\(isEven ? "，每个中心 \(draw.perCenter) 份" : "")；每位专家 \(plan.load.lowerBound) 至 \(plan.load.upperBound) 个中心，回避者除外。",
      en:
        "\(plan.new.count.counted("sheet")) for \(centers.counted("center"))\(isEven ? ", \(draw.perCenter) for each" : ""); \(plan.load.lowerBound) to \(plan.load.upperBound) centers for each "
        + "expert, none where they must step aside.")
  }

  /// Words with what should be known of who is drawn for, where that is not plain.
  private static func cautioned(_ words: Phrase, _ roll: AssignmentRoll) -> Phrase {
    if roll.isPlain { return words }
    return roll.cautions.reduce(words) { $0 + Phrase(same: "\n") + $1 }
  }

  private static func shortage(_ plan: AssignmentPlan) -> Phrase {
    let first = plan.unfilled.first
    return Phrase(
      zh: "有 \(plan.unfilled.count) 个中心专家不足，如 \(first?.center ?? "")：\(first?.reason.zh ?? "")。",
      en:
        "\(plan.unfilled.count) \(plan.unfilled.count == 1 ? "center is" : "centers are") short of experts, such as \(first?.center ?? ""): "
        + "\(first?.reason.en ?? "").")
  }

  private static func nothingToAssign(_ draw: AssignmentDraw) -> Phrase {
    draw.plan.lines.isEmpty
      ? Phrase(
        zh: "这一年度没有应参加评估的中心：认定满两年的在册中心才参加（办法第26条）。",
        en: "No center is due in this round: active centers take part two years after certification (article 26).")
      : Phrase(zh: "每个应参加的中心都已有 \(draw.perCenter) 名专家。", en: "Every due center has its \(draw.perCenter) experts already.")
  }
}
