import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A second look at a center whose sheets disagree: one more expert, or a look on site; the old sheets stay (article 25).
@MainActor
struct SecondLookActs {
  let sitting: Sitting
  let state: DisagreementState
  let center: DisagreementState.Center
  /// What is done after something was done.
  let then: @MainActor () -> Void

  /// What can be done; greyed with the reason where nothing can.
  static func bindings(_ state: DisagreementState, _ center: DisagreementState.Center?) -> [KeyBinding] {
    let refusal = refusal(state, center)
    return [
      KeyBinding(
        "another", [.character("a"), KeyPress(.function(4))], label: Phrase(zh: "加派专家", en: "one more"),
        explanation: Phrase(zh: "给所选中心加派一名专家，原评分表保留", en: "assign one more expert to the selected center; the old sheets stay"),
        prominence: .footer, refusal: refusal),
      KeyBinding(
        "site", [.character("v"), KeyPress(.insert)], label: Phrase(zh: "现场核查", en: "on site"),
        explanation: Phrase(zh: "记录对所选中心的现场核查", en: "put on file what people found at the selected center"), prominence: .footer,
        refusal: refusal),
    ]
  }

  private static func refusal(_ state: DisagreementState, _ center: DisagreementState.Center?) -> Phrase? {
    guard let center else { return Phrase(zh: "没有所选的中心", en: "no center is selected") }
    if center.found.isEmpty { return center.agreement.sentence }
    if !state.round.state.takesSheets {
      return Phrase(zh: "这一年度已不收评分表", en: "the round takes no sheets any more")
    }
    return nil
  }

  /// Asks for what an act needs, and does it.
  func perform(_ action: ActionName) {
    switch action {
    case "another": assign()
    case "site": visit()
    default: break
    }
  }

  /// Lets one of the experts be chosen; who must step aside says why.
  private func assign() {
    let experts: [PanelCandidate]
    do {
      experts = try sitting.store.panelCandidates(year: state.round.year, center: center.code, by: sitting.acting)
    } catch {
      return sitting.tell(error)
    }
    guard experts.contains(where: { $0.recusal == nil }) else {
      return sitting.runtime.notice(Phrase(zh: "没有可加派的专家", en: "There is no other expert"), .caution)
    }
    let choices = experts.map { expert in
      Choice(
        Phrase(same: "\(expert.name)  \(expert.employer)"),
        detail: (expert.matchesField ? Phrase(zh: "领域相符，", en: "of the field, ") : Phrase(same: ""))
          + Phrase(zh: "\(expert.load) 个中心", en: expert.load == 1 ? "1 center" : "\(expert.load) centers"),
        refusal: expert.recusal.map { Phrase(zh: "须回避：\($0.phrase.zh)", en: "must step aside: \($0.phrase.en)") },
        keywords: expert.login)
    }
    let title = Phrase(zh: "为 \(center.code) 加派一名专家", en: "One more expert for \(center.code)")
    sitting.runtime.choose(title, choices, filter: true) { place in
      if let place { agree(experts[place]) }
    }
  }

  private func agree(_ expert: PanelCandidate) {
    let (year, code) = (state.round.year, center.code)
    let words = because + Phrase(zh: "原有评分表保留。", en: " The sheets that are there stay.")
    sitting.runtime.confirm(
      Phrase(zh: "加派 \(expert.name)？", en: "Assign \(expert.name)?"), Phrase(same: center.name + "\n") + words,
      yes: Phrase(zh: "加派", en: "Assign")
    ) { [sitting, then] agreed in
      guard agreed else { return }
      sitting.run(Phrase(zh: "已加派 \(expert.name)", en: "\(expert.name) is assigned")) { store, who in
        try store.assignSecondLook(year: year, center: code, expert: expert.login, by: who)
      } then: {
        then()
      }
    }
  }

  private func visit() {
    let (year, code) = (state.round.year, center.code)
    sitting.runtime.push(
      ActScreen(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "\(code) 现场核查", en: "A look on site at \(code)"), words: Phrase(same: center.name + "\n") + because,
          verb: Phrase(zh: "记录", en: "put on file"), done: Phrase(zh: "现场核查已记录", en: "The look on site is on file"),
          draft: "round/\(year)/look/\(code)"),
        [
          ActField(
            id: "day", label: Phrase(zh: "核查日期", en: "Day"), kind: .day, initial: sitting.today.description),
          ActField(id: "people", label: Phrase(zh: "参加人员", en: "Who was there"), kind: .line(limit: 200)),
          ActField(id: "findings", label: Phrase(zh: "核查情况", en: "What was found"), kind: .lines),
        ],
        doing: { store, who, answers in
          guard let day = answers.day("day") else { return }
          let visit = SiteVisit(on: day, people: answers.text("people"), findings: answers.text("findings"))
          try store.recordSiteLook(year: year, center: code, visit, by: who)
        }))
  }

  private var because: Phrase {
    Phrase.list(center.found.map { $0.phrase + Phrase(zh: "（办法第\($0.article)条）", en: " (article \($0.article))") })
      + Phrase(zh: "。", en: ".")
  }
}
