import CenterStore
import DeskRuntime
import Regulation
import Synchronization
import Wording

extension RoundsScreen {
  /// Asks what a draw is to heed, tries it, and shows what would come of it before anything is drawn.
  func assignWithWishes(_ round: RoundRecord) {
    let year = round.year
    let tried = Tried()
    let description = ActScreen.Description(
      title: Phrase(zh: "\(year) 年度按要求抽取专家", en: "Experts for \(year), with wishes"),
      words: Phrase(
        zh: "写明每个中心的专家组至少需要几名各类专家，不写则不限。先试算，看过方案再抽取。",
        en: "How many experts of each kind every panel needs at least; empty: any. The plan is tried and shown before it is drawn."),
      verb: Phrase(zh: "试算", en: "Try"), done: Phrase(zh: "已试算，尚未抽取", en: "Tried; nothing is drawn yet"), draft: nil, isGrave: false)
    let screen = ActScreen(sitting, description, RoundsScreen.wishFields) { store, who, answers in
      let draw = try store.assignExperts(year: year, wishes: RoundsScreen.wishes(answers), dryRun: true, by: who)
      tried.answer.withLock { $0 = draw }
    } then: { [weak self] in
      if let draw = tried.answer.withLock({ $0 }) { self?.propose(draw, round) }
    }
    sitting.runtime.push(screen)
  }

  /// What was tried, handed from the act to what follows it.
  private final class Tried: Sendable {
    let answer = Mutex<AssignmentDraw?>(nil)
  }

  static var wishFields: [ActField] {
    ExpertKind.allCases.map { kind in
      ActField(
        id: kind.rawValue, label: Phrase(zh: "\(kind.phrase.zh)专家至少", en: "At least, \(kind.phrase.en)"), kind: .whole(0...20),
        isOptional: true, unit: Phrase(zh: "名", en: "experts"))
    } + [
      ActField(
        id: "others", label: Phrase(zh: "其他要求", en: "Further wishes"),
        kind: .ticks([
          Phrase(zh: "上一轮评过该中心的专家不再抽", en: "nobody who scored the center last time"),
          Phrase(zh: "各专家的评分表相互连通，可比较宽严", en: "sheets connect all experts, to compare them"),
        ]), isOptional: true)
    ]
  }

  nonisolated static func wishes(_ answers: ActAnswers) -> AssignmentWishes {
    var panel: [ExpertKind: Int] = [:]
    for kind in ExpertKind.allCases { if let count = answers.whole(kind.rawValue), count > 0 { panel[kind] = count } }
    let others = answers.places("others")
    return AssignmentWishes(panel: panel, isNobodyTwiceRunning: others.contains(0), connectsExperts: others.contains(1))
  }
}
