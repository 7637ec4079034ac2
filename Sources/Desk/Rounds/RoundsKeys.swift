import DeskRuntime
import Regulation
import Widgets
import Wording

extension RoundsState {
  /// What can be done with the rounds.
  ///
  /// - Parameters:
  ///   - isStaff: whether all steps of every round are this person's; who carries a round out assigns, follows and settles that one.
  func bindings(isStaff: Bool) -> [KeyBinding] {
    let nothing = selected == nil ? Phrase(zh: "还没有评估年度", en: "there is no round yet") : nil
    var bindings = [
      KeyBinding(
        "ranking", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "排名", en: "ranking"),
        explanation: Phrase(zh: "查看所选年度的排名", en: "show the ranking of the selected round"), prominence: .first, refusal: nothing)
    ]
    bindings.append(
      KeyBinding(
        "proofs", [.character("k"), .control("e")], label: Phrase(zh: "可核验结果", en: "checkable results"),
        explanation: Phrase(
          zh: "任何人可核验的结果：出具、开示评分表、核验", en: "results that anyone can check: give them out, open sheets, check a file"),
        refusal: nothing
          ?? (selected?.state.isPublic == true ? nil : Phrase(zh: "结果公示后才有", en: "there are some once the results are on notice"))))
    if isStaff || !conducted.isEmpty {
      let foreign = refusesFollowing
      bindings.append(
        KeyBinding(
          "progress", [.character("p"), KeyPress(.function(6))], label: Phrase(zh: "进度", en: "progress"),
          explanation: Phrase(zh: "查看所选年度的评分进度", en: "show how far the scoring of the selected round has come"), prominence: .footer,
          refusal: foreign))
      bindings.append(
        KeyBinding(
          "file", [.character("o"), KeyPress(.function(4))], label: Phrase(zh: "评估档案", en: "round file"),
          explanation: Phrase(
            zh: "打开所选年度的档案：各中心所处状态、异议、结果运用、办理经过",
            en: "open the file of the round: where each center stands, objections, consequences, history"),
          prominence: .footer, refusal: foreign))
      bindings.append(
        KeyBinding(
          "materials", [.character("m"), KeyPress(.function(5))], label: Phrase(zh: "材料", en: "material"),
          explanation: Phrase(zh: "查看所选年度各中心的评估材料", en: "show where the material of the selected round stands"), prominence: .footer,
          refusal: foreign))
      bindings.append(MeetingScreen.binding([.character("v"), .control("v")], .help, refusal: foreign))
    }
    guard isStaff || !conducted.isEmpty else { return bindings }
    bindings += [
      step(
        .startScoring, "0", Phrase(zh: "分配专家", en: "assign"),
        Phrase(zh: "抽取专家，分配给每个应参加的中心，回避者除外", en: "draw experts for every due center, none where they must step aside")),
      KeyBinding(
        "wishes", [.character("w"), KeyPress(.function(11))], label: Phrase(zh: "按要求分配", en: "assign with wishes"),
        explanation: Phrase(
          zh: "写明各类专家人数等要求，试算后再抽取", en: "say what every panel needs, such as kinds of experts; tried before it is drawn"),
        refusal: refusal(.startScoring)),
      KeyBinding(
        "lot", [.character("l"), .control("k")], label: Phrase(zh: "公开抽取", en: "lot"),
        explanation: Phrase(
          zh: "公开抽取专家：封存名册，见证人说一个词，逐个揭晓；也看以前各次", en: "draw experts by lot in public, or see the lots that were drawn"),
        refusal: refusesFollowing),
      step(
        .settle, "1", Phrase(zh: "核定", en: "settle"),
        Phrase(zh: "核定：固定得分和等级，评分表不能再撤回", en: "settle: fix scores and grades; no sheet can be taken back")),
    ]
    guard isStaff else { return bindings }
    bindings += [
      step(
        .publish, "2", Phrase(zh: "公示", en: "publish"),
        Phrase(zh: "公示结果，写明工作日数", en: "put the results on public notice for some working days")),
      step(.close, "3", Phrase(zh: "结束", en: "close"), Phrase(zh: "公示期满后结束评估", en: "close the round after its notice")),
      step(.cancel, "4", Phrase(zh: "取消", en: "cancel"), Phrase(zh: "取消评估，须写明理由", en: "call the round off, with a reason")),
      step(
        .resume, "5", Phrase(zh: "恢复评分", en: "resume"),
        Phrase(zh: "公示前恢复评分，补齐评分表后再核定", en: "go back to scoring before publication, to complete sheets and settle anew")),
      KeyBinding(
        "open", [.character("n"), KeyPress(.insert)], label: Phrase(zh: "新年度", en: "new round"),
        explanation: Phrase(zh: "发布新一年度的评估通知", en: "announce a new round"), prominence: .footer),
    ]
    return bindings
  }

  private func step(_ step: RoundStep, _ digit: Character, _ label: Phrase, _ explanation: Phrase) -> KeyBinding {
    var keys = [KeyPress.character(digit)]
    if step == nextStep { keys.insert(KeyPress(.function(2)), at: 0) }
    return KeyBinding(
      ActionName(step.rawValue), keys, label: label, explanation: explanation, prominence: step == nextStep ? .first : .help,
      refusal: refusal(step))
  }
}
