import CenterStore
import DeskRuntime
import Regulation
import Wording

/// Handing the sheet in, after saying what a careful colleague would say first; and taking it back.
extension ScoresheetScreen {
  func submit() {
    guard commitEntry() else { return }
    if !state.unsaved.isEmpty { return resolve() }
    let missing = state.total.missing
    if let first = missing.first { return tellMissing(missing, first) }
    sitting.runtime.confirm(
      Phrase(zh: "提交评分表？", en: "Submit the sheet?"), SubmissionWords.phrase(state), yes: Phrase(zh: "提交", en: "Submit"),
      no: Phrase(zh: "再看看", en: "Look again"), isDangerous: true
    ) { [weak self] agreed in
      if agreed { self?.hand(in: true) }
    }
  }

  private func tellMissing(_ missing: [IndicatorCode], _ first: IndicatorCode) {
    let names = missing.map { "\($0) \(state.system[$0].name.zh)" }.joined(separator: "、")
    let english = missing.map { "\($0) \(state.system[$0].name.en)" }.joined(separator: ", ")
    sitting.runtime.tell(
      Phrase(zh: "还不能提交", en: "Not ready to submit"),
      Phrase(
        zh: "还有 \(missing.count) 项未评分：\(names)（附表）。\n关闭后转到 \(first)。",
        en:
          "\(missing.count == 1 ? "1 indicator has" : "\(missing.count) indicators have") no points: \(english) (the annexed table). Closing this goes to \(first)."
      )
    ) { [weak self] in
      self?.state.pane = .indicators
      self?.state.select(first)
    }
  }

  func takeBack() {
    sitting.runtime.confirm(
      Phrase(zh: "撤回评分表？", en: "Take the sheet back?"), TakingBackWords.phrase(state), yes: Phrase(zh: "撤回", en: "Take back")
    ) { [weak self] agreed in
      if agreed { self?.hand(in: false) }
    }
  }

  private func hand(in isSubmission: Bool) {
    let (store, year, center, acting) = (sitting.store, year, center, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      if isSubmission {
        try store.submitSheet(year: year, center: center, by: acting)
      } else {
        try store.takeBackSheet(year: year, center: center, by: acting)
      }
    } then: { [self] result in
      switch result {
      case .success:
        state.sheet.state = isSubmission ? .submitted : .draft
        state.steps = []
        state.undone = []
        // What the host gave itself shows once the own points are handed in.
        reloadDossier()
        sitting.runtime.notice(
          isSubmission
            ? Phrase(zh: "\(center) 已提交，合计 \(state.total.sum) 分", en: "\(center) is submitted with \(state.total.sum) points")
            : Phrase(zh: "\(center) 已撤回，可以修改", en: "\(center) is taken back and can be changed"), .done)
      case .failure(let error): sitting.tell(error)
      }
      reload()
    }
  }
}

/// What is said before a sheet is handed in.
enum SubmissionWords {
  static func phrase(_ state: ScoresheetState) -> Phrase {
    let total = state.total
    let grade = Grade(published: total.sum).phrase
    var text = Phrase(
      zh: "合计 \(total.sum) 分，按本表为“\(grade.zh)”（办法第28条）。", en: "\(total.sum) points; by this sheet alone “\(grade.en)” (article 28).")
    let warnings = SheetWarning.warnings(points: state.sheet.points, comments: state.sheet.comments, weights: state.system.weights)
    for warning in warnings {
      let (words, citation) = (warning.phrase, Citation.phrase(warning.article))
      text = text + Phrase(zh: "\n• \(words.zh)（\(citation.zh)）", en: "\n• \(words.en) (\(citation.en))")
    }
    let drafts = state.sheet.drafts.keys.sorted().map(\.description)
    if !drafts.isEmpty {
      text =
        text
        + Phrase(
          zh: "\n• \(drafts.joined(separator: "、")) 的评语还是草稿，不随表提交",
          en: "\n• the comments on \(drafts.joined(separator: ", ")) are still drafts and stay behind")
    }
    return text
      + Phrase(zh: "\n提交后不能修改，核定结果前可以撤回（办法第25条）。", en: "\nIt is locked then; it can be taken back until the round is settled (article 25).")
  }
}

/// What is said before a sheet is taken back.
enum TakingBackWords {
  static func phrase(_ state: ScoresheetState) -> Phrase {
    let until =
      state.sheet.isReopened
      ? Phrase(zh: "重新核定前可以撤回（办法第25条）。", en: " Possible until the figure is fixed anew (article 25).")
      : Phrase(zh: "核定结果前可以撤回（办法第25条）。", en: " Possible until the round is settled (article 25).")
    return Phrase(zh: "撤回后可以修改，但须重新提交才计入结果；", en: "It can then be changed, and counts only when it is submitted again.") + until
  }
}
