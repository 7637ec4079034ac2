import CenterStore
import DeskRuntime
import Regulation
import Wording

extension ExpertHomeState {
  /// Why the selected center cannot be declined; `nil` where it can.
  var refusesDeclining: Phrase? {
    guard let task = selected else { return Phrase(zh: "没有选定中心", en: "No center is selected") }
    if !task.roundState.takesSheets { return Phrase(zh: "这一年度已不再评分", en: "This round takes no sheets any more") }
    if task.state == .submitted || task.given > 0 {
      return Phrase(zh: "评分表已开始填写；须回避的，请申明利害关系", en: "The sheet is begun; whoever must step aside declares a conflict")
    }
    return nil
  }
}

extension Sitting {
  /// Asks an expert why they decline a center, and lets them go from it (article 25).
  func decline(_ task: ExpertTask) {
    let login = member.login
    let description = ActScreen.Description(
      title: Phrase(zh: "不评 \(task.center)", en: "Decline \(task.center)"),
      words: Phrase(
        zh: "\(task.name)：写明理由。组织评估的单位会另行抽取专家，本轮不再抽您评这个中心。",
        en: "\(task.name): say why. Somebody else is drawn, and you are not drawn for this center again in this round."),
      verb: Phrase(zh: "辞评", en: "Decline"),
      done: Phrase(zh: "已辞去 \(task.center) 的评分", en: "\(task.center) is declined"),
      draft: "round/\(task.year)/decline/\(task.center)",
      warning: { _ in
        Phrase(zh: "\(task.center) 将不再由您评分，不能撤回。", en: "\(task.center) is no longer yours to score. This cannot be taken back.")
      })
    let field = ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .line(limit: 200))
    runtime.push(
      ActScreen(self, description, [field]) { store, who, answers in
        try store.releaseExpert(year: task.year, center: task.center, expert: login, reason: answers.text("reason"), by: who)
      })
  }
}
