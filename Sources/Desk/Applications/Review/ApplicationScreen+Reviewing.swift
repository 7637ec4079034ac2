import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What an expert does with an application: gives an opinion, writes the group's, steps aside (article 11, recusal).
extension ApplicationScreen {
  func expertBindings(_ file: ApplicationFile) -> [KeyBinding] {
    let isOver = file.summary.stage == .reviewing ? nil : Phrase(zh: "评审已结束", en: "the review is over")
    let isSubmitted = file.summary.ownPart?.isHandedIn ?? false
    var bindings = [
      KeyBinding(
        "opinion", [KeyPress(.enter), KeyPress(.function(2))],
        label: isSubmitted ? Phrase(zh: "看评审意见", en: "see opinion") : Phrase(zh: "评审意见", en: "opinion"),
        explanation: Phrase(zh: "填写、提交、查看、撤回评审意见", en: "write your opinion, hand it in, see it, take it back"),
        prominence: .first,
        refusal: isOver)
    ]
    if file.panel != nil {
      let refusal = GroupOpinion.refusal(file)
      let isDue = file.summary.ownPart == .groupOpinionDue
      bindings.insert(
        KeyBinding(
          "group", [KeyPress(.function(5))], label: Phrase(zh: "专家组意见", en: "group’s opinion"),
          explanation: Phrase(zh: "组长查看各专家意见，填写专家组意见（办法第11条）", en: "as leader, read all opinions and write the group’s (article 11)"),
          prominence: isDue ? .first : .footer, refusal: refusal), at: isDue ? 0 : 1)
    }
    bindings.append(
      KeyBinding(
        "declare", [.character("d"), KeyPress(.function(4))], label: Phrase(zh: "申报回避", en: "declare a conflict"),
        explanation: Phrase(zh: "与申请有利害关系的，申报回避", en: "step aside where you have an interest"), prominence: .footer,
        refusal: isOver))
    return bindings
  }

  /// The opinion that was left to read the application, or a new screen of it.
  func openOpinion() {
    if let open = sitting.runtime.screens.last(where: { ($0 as? OpinionScreen)?.number == number }) {
      return sitting.runtime.pop(to: open)
    }
    sitting.runtime.push(OpinionScreen(sitting, number: number))
  }

  /// Asks before an expert steps aside, then for the reason; the application closes for them.
  func declare(_ file: ApplicationFile) {
    let number = number
    let name = file.summary.name
    let given =
      file.summary.ownPart?.isHandedIn ?? false
      ? Phrase(zh: "您已提交的意见由市科技局处理。", en: " What you handed in is the bureau's to deal with.") : Phrase(same: "")
    sitting.runtime.confirm(
      Phrase(zh: "对“\(name)”申报回避？", en: "Step aside from “\(name)”?"),
      Phrase(
        zh: "申报后本申请对您关闭，不能再查看和评审，自己不能撤销；市科技局会另行安排专家（回避）。",
        en:
          "It closes for you then: you can neither read nor review it, and not undo this yourself; the bureau names somebody else (recusal)."
      ) + given,
      yes: Phrase(zh: "申报回避", en: "Step aside"), isDangerous: true
    ) { [weak self] agreed in
      guard let self, agreed else { return }
      self.sitting.runtime.push(
        ActScreen(
          self.sitting,
          ActScreen.Description(
            title: Phrase(zh: "申报回避 \(number)", en: "Declare a conflict with \(number)"), words: Phrase(same: name),
            verb: Phrase(zh: "申报回避", en: "step aside"), done: Phrase(zh: "已回避，无需再办", en: "You stepped aside; nothing more is to be done"),
            draft: "application/\(number)/aside"),
          [
            ActField(
              id: "reason", label: Phrase(zh: "回避事由", en: "Why"), kind: .lines,
              hint: Phrase(zh: "如 受聘为该单位顾问；市科技局可见", en: "such as: adviser of the host; the bureau sees it"))
          ],
          doing: { store, who, answers in
            try store.declareReviewConflict(number, reason: answers.text("reason"), by: who)
          },
          then: { [weak self] in
            // Nothing of the application is shown any more.
            if let self, self.sitting.runtime.top === self { self.sitting.runtime.pop() }
          }))
    }
  }
}
