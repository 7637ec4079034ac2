import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The group's opinion (专家组意见), which the leader of an application's experts writes once all opinions are in (article 11).
enum GroupOpinion {
  /// Why it cannot be written now; `nil` where it can.
  static func refusal(_ file: ApplicationFile) -> Phrase? {
    if file.summary.stage != .reviewing { return Phrase(zh: "评审已结束", en: "the review is over") }
    return file.panel?.refusal?.cited
  }

  /// How it stands, in a line for the leader.
  static func standing(_ file: ApplicationFile) -> (Phrase, Ink) {
    let name = Phrase(zh: "专家组意见（您是组长）：", en: "Group’s opinion (you lead): ")
    if let panel = file.panel, !panel.isComplete {
      let open = max(panel.owing, panel.needed - panel.submitted)
      return (
        name + Phrase(zh: "专家意见还差 \(open) 份，交齐后按 F5 填写", en: "\(open) still to come, then F5 writes it"), .muted
      )
    }
    return file.groupOpinion.isEmpty
      ? (name + Phrase(zh: "意见已交齐，按 F5 填写", en: "all are in: F5 writes it"), .caution)
      : (name + Phrase(same: file.groupOpinion.string.replacing("\n", with: " ")), .good)
  }

  /// Shows the leader what each expert said, and asks for the group's opinion.
  @MainActor
  static func write(_ file: ApplicationFile, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    if let refusal = refusal(file) { return sitting.runtime.notice(refusal, .caution) }
    let number = file.summary.number
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "专家组意见 \(number)", en: "Group’s opinion \(number)"), verb: Phrase(zh: "保存", en: "save"),
          done: Phrase(zh: "专家组意见已保存", en: "The group’s opinion is kept"), draft: "application/\(number)/group",
          reading: { _ in reading(file) }),
        [
          ActField(
            id: "group", label: Phrase(zh: "专家组意见", en: "Group’s opinion"), kind: .lines,
            hint: Phrase(
              zh: "由组长填写，不改变各专家的评分；评审结束前可修改", en: "the leader’s to write; it changes no rating; it can be changed while the review lasts"),
            initial: file.groupOpinion.string)
        ], seeing: file.groupOpinion,
        doing: { store, who, answers, seen in
          try store.giveGroupOpinion(number, answers.text("group"), expecting: seen, by: who)
          return nil
        }, then: then))
  }

  /// What each expert said: rating, recommendation and doubts in a line, the comment beneath it.
  private static func reading(_ file: ApplicationFile) -> [ReadingLine] {
    let submitted = file.reviewers.filter(\.isSubmitted)
    let mean = ReviewStanding(submitted.map(\.opinion)).rating?.description ?? "–"
    return [ReadingLine(phrase: Phrase(zh: "各专家意见（平均 \(mean)）：", en: "What each expert says (mean \(mean)):"))]
      + submitted.flatMap { reviewer in
        let opinion = reviewer.opinion
        let doubts = ExpertOpinion.conditions.compactMap { article in
          opinion.answers[article].flatMap { $0 == .met ? nil : Phrase(same: "  \(article) ") + $0.phrase }
        }
        let head = doubts.reduce(
          Phrase(same: "\(reviewer.name)  \(opinion.rating?.description ?? "–")  ") + (opinion.recommendation?.phrase ?? Phrase(same: "–"))
        ) { $0 + $1 }
        let comment = opinion.comment.isEmpty ? [] : [ReadingLine(phrase: Phrase(same: opinion.comment.string), isQuoted: true)]
        return [ReadingLine(phrase: head)] + comment
      }
  }
}
