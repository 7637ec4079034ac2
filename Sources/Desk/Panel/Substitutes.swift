import CenterStore
import DeskRuntime
import Regulation
import Wording

extension PanelActs {
  /// Draws experts for the gap that the center has after somebody fell out: tries first, names who would come, and draws when that is agreed to.
  func drawSubstitutes() {
    let (year, center) = (panel.round.year, panel.center)
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      try store.drawSubstitutes(year: year, center: center, dryRun: true, by: who)
    } then: { result in
      switch result {
      case .success(let draw): self.propose(draw, isNew: false)
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }

  /// - Parameter isNew: whether something changed since another draw was proposed.
  private func propose(_ draw: AssignmentDraw, isNew: Bool) {
    let (year, center, then) = (panel.round.year, panel.center, then)
    let title = Phrase(zh: "为 \(center) 补抽专家", en: "Substitutes for \(center)")
    let missing = draw.plan.unfilled.first { $0.center == center }
    let shortage = missing.map { Phrase(zh: "仍缺 \($0.missing) 名：\($0.reason.zh)。", en: "\($0.missing) still missing: \($0.reason.en).") }
    let changed =
      isNew
      ? Phrase(
        zh: "试算以后情况有变，刚才没有补抽。现在：\n", en: "Something changed since this was tried, and nobody was drawn. By now:\n")
      : Phrase(same: "")
    guard !draw.plan.new.isEmpty else {
      return sitting.runtime.tell(
        title,
        changed + (shortage ?? Phrase(zh: "这个中心的专家已够 \(draw.perCenter) 名。", en: "This center has its \(draw.perCenter) experts.")))
    }
    let known = (try? sitting.store.panelCandidates(year: year, center: center, by: sitting.acting)) ?? []
    let names = Phrase.list(
      draw.plan.new.map { drawn in
        let person = known.first { $0.login == drawn.expert }
        return Phrase(same: person.map { "\($0.name)（\($0.employer)）" } ?? drawn.expert)
      })
    let words =
      changed + Phrase(zh: "按上次抽取的种子和要求补抽：", en: "By the seed and the wishes of the last draw: ") + names
      + Phrase(zh: "。其余分配不变。", en: ". All else stays as it is.")
      + (shortage.map { Phrase(same: "\n") + $0 } ?? Phrase(same: ""))
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.confirm(title, words, yes: Phrase(zh: "补抽", en: "Draw"), isDangerous: missing != nil) { [sitting] agreed in
      guard agreed else { return }
      sitting.runtime.background(holdsInput: true) {
        try store.drawSubstitutes(year: year, center: center, as: draw, by: who)
      } then: { result in
        switch result {
        case .success(let drawn) where drawn.isApplied:
          sitting.runtime.notice(Phrase(zh: "已补抽专家", en: "Substitutes are drawn"), .done)
        case .success(let drawn): self.propose(drawn, isNew: true)
        case .failure(let error): sitting.tell(error)
        }
        then()
      }
    }
  }
}
