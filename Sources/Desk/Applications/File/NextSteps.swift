import CenterStore
import Regulation
import Wording

extension ApplicationSummary {
  /// What comes next: where it is too late for whoever has it in hand, what the bureau can do about it; else what comes after this stage.
  var whatComesNext: Phrase? {
    guard case .lateSince? = hold else { return stage.whatComesNext }
    return Phrase(
      zh: "已过截止日：市科技局准予逾期办理后方可提交（办法第10条）", en: "it is late: it can be handed in once the bureau admits it (article 10)")
  }
}

extension ApplicationStage {
  /// What comes after this stage, and who does it; `nil` where nothing is to come. The regulation names no day for it: the days are the call's.
  var whatComesNext: Phrase? {
    switch self {
    case .draft, .returned:
      Phrase(zh: "提交后由归口管理部门审核、推荐（办法第10条）", en: "handed in, the department looks at it and recommends it (article 10)")
    case .submitted: Phrase(zh: "归口管理部门推荐后，市科技局受理、初审（办法第11条）", en: "once recommended, the bureau takes it in and checks it (article 11)")
    case .recommended: Phrase(zh: "市科技局受理、初审，合格的由专家评审（办法第11条）", en: "the bureau checks it; then experts review it (article 11)")
    case .sentBack: Phrase(zh: "补正后市科技局继续初审（办法第11条）", en: "corrected, the bureau goes on with its check (article 11)")
    case .checking: Phrase(zh: "初审合格的由专家评审（办法第11条）", en: "passed, experts review it (article 11)")
    case .reviewing: Phrase(zh: "专家评审后择优列入拟新建名单，提请局党组会研究（办法第12条）", en: "the best go to the party group (article 12)")
    case .proposed: Phrase(zh: "局党组会研究同意后公示（办法第12条）", en: "with the party group’s consent it is put on public notice (article 12)")
    case .approved: Phrase(zh: "公示不少于 5 个工作日（办法第12条）", en: "public notice of at least 5 working days (article 12)")
    case .onNotice: Phrase(zh: "期满无异议或异议不成立的，予以认定（办法第12条）", en: "without an objection that is upheld it is certified (article 12)")
    case .certified, .declined, .failedCheck, .notProposed, .notApproved, .objectionUpheld, .withdrawn: nil
    }
  }
}
