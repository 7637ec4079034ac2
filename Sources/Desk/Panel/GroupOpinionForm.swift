import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension ExpertTask {
  /// Why the group's opinion cannot be written by this expert now; `nil` where it can.
  var refusesOpinion: Phrase? {
    switch leading {
    case nil: Phrase(zh: "您不是这个中心专家组的组长", en: "you do not lead the experts of this center")
    case .awaitsSheets: Phrase(zh: "还有专家未提交评分表", en: "not every expert has handed a sheet in yet")
    case .isDue, .isWritten: roundState.takesSheets ? nil : Phrase(zh: "这一年度已不再填写", en: "the round takes nothing any more")
    }
  }
}

extension Sitting {
  /// Asks the leader of a center's experts for what they say as a group (article 25).
  func writeGroupOpinion(_ task: ExpertTask) {
    let old: PlainText
    do {
      old = try store.groupOpinion(year: task.year, center: task.center, by: acting).text
    } catch { return tell(error) }
    let (year, center) = (task.year, task.center)
    let description = ActScreen.Description(
      title: Phrase(zh: "\(center) 专家组意见", en: "The group's opinion on \(center)"),
      words: Phrase(
        zh: "\(task.name)：您是专家组组长。写专家组的共同意见；不改变任何得分，公布后依托单位可以看到，不署名。",
        en:
          "\(task.name): you lead its experts. Write what they say as a group; it changes no figure, and the host reads it after publication, without names."
      ),
      verb: Phrase(zh: "提交", en: "Hand in"), done: Phrase(zh: "专家组意见已提交", en: "The group's opinion is handed in"),
      draft: "round/\(year)/group/\(center)", isGrave: false)
    let field = ActField(
      id: "opinion", label: Phrase(zh: "专家组意见", en: "The group's opinion"), kind: .lines, isOptional: !old.isEmpty,
      initial: old.string)
    runtime.push(
      ActScreen.correcting(
        self, description, [field], seeing: old,
        doing: { store, who, answers, seen in
          try store.writeGroupOpinion(year: year, center: center, answers.text("opinion"), expecting: seen, by: who)
          return nil
        }))
  }
}
