import CenterStore
import Regulation
import Wording

/// The form in which somebody decides, one by one, what the desk and a file that is brought back both changed.
@MainActor
enum BringDecisionForm {
  /// The screen.
  ///
  /// - Parameter outcome: what would come of the file, with what is not decided.
  static func screen(
    _ sitting: Sitting, _ sheets: OfflineSheets, _ outcome: BroughtSheets, then: @escaping @MainActor () -> Void
  ) -> ActScreen {
    let (clashes, leaving) = (outcome.undecided, Set(outcome.obstacles.map(\.center)))
    return ActScreen(
      sitting,
      ActScreen.Description(
        title: Phrase(zh: "带回评分表", en: "Bring sheets back"), words: words(outcome), verb: Phrase(zh: "带回", en: "bring back"),
        done: Phrase(zh: "评分表已带回", en: "The sheets are back"), marksOptional: false),
      clashes.enumerated().map { field($1, $0, sitting.system) },
      doing: { store, who, answers in
        let each = clashes.enumerated().map { place, clash in
          (clash, answers.place("\(place)") == 1 ? OfflineSide.file : OfflineSide.desk)
        }
        let decisions = BringDecisions(each: Dictionary(each) { first, _ in first }, leaving: leaving)
        let outcome = try store.bringSheetsBack(sheets, deciding: decisions, by: who)
        if !outcome.isDecided {
          throw StoreError.refused(
            Refusal(Phrase(zh: "评审台上的评分表又有改动，请重新带回", en: "the desk's sheets changed again meanwhile: bring the file back anew")))
        }
      }, then: then)
  }

  /// A place in which both sides changed: which stands.
  nonisolated static func field(_ clash: OfflineClash, _ place: Int, _ system: IndicatorSystem) -> ActField {
    ActField(
      id: "\(place)",
      label: Phrase(same: "\(clash.center) \(clash.indicator) ") + system[clash.indicator].name + Phrase(zh: " · ", en: ": ")
        + clash.part.phrase,
      kind: .choice([Phrase(zh: "评审台：", en: "desk: ") + shown(clash.desk), Phrase(zh: "文件：", en: "file: ") + shown(clash.file)]),
      hint: Phrase(zh: "带出时：", en: "when it was taken away: ") + shown(clash.base)
        + (clash.isHandedIn
          ? Phrase(zh: "；评审台上已提交，采用文件则恢复为未提交", en: "; handed in at the desk: with the file's it is a draft again") : Phrase(same: "")),
      initial: "0")
  }

  nonisolated private static func shown(_ value: String) -> Phrase {
    let line = value.replacing("\n", with: " / ")
    return value.isEmpty ? Phrase(zh: "（空）", en: "(nothing)") : Phrase(same: line.count > 40 ? line.prefix(40) + "…" : line)
  }

  static func words(_ outcome: BroughtSheets) -> Phrase {
    var words = Phrase(same: "")
    if !outcome.lines.isEmpty {
      words = Phrase(
        zh: "只在文件中改的 \(outcome.lines.count) 处一并带回。",
        en: "\(outcome.lines.count.counted("value")) that only the file changed comes back with it. ")
    }
    if !outcome.undecided.isEmpty {
      words =
        words
        + Phrase(
          zh: "以下 \(outcome.undecided.count) 处两边都改了，请逐项选定。",
          en: "\(outcome.undecided.count.counted("place")) changed on both sides: choose for each.")
    }
    for obstacle in outcome.obstacles {
      words =
        words + Phrase(zh: "\(obstacle.center) 不带回：", en: " \(obstacle.center) is left out: ") + obstacle.phrase + Phrase(zh: "。", en: ".")
    }
    return words
  }
}
