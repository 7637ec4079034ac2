import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension RoundFileState {
  /// The digit of each step, which it keeps whether it is lawful or not; those of the round as in the list of rounds.
  static let digits: [(kind: EvaluationRoundStepKind, digit: Character)] = [
    (.settle, "1"), (.publish, "2"), (.close, "3"), (.cancel, "4"), (.resume, "5"), (.admitLate, "6"), (.postpone, "7"), (.object, "8"),
    (.resettle, "9"), (.settleObjection, "0"),
  ]

  /// The steps of a role here: of the round, and of the center in hand. Experts are drawn from the list of rounds, where scoring starts; what
  /// hosts and departments do with material is done at its form.
  func kinds(for role: Role) -> [EvaluationRoundStepKind] {
    let elsewhere: Set<EvaluationRoundStepKind> = [.startScoring, .submit, .returnForCorrection, .report]
    let own = EvaluationRoundStepKind.allCases.filter { $0.isTaken(by: role, under: round.terms.conductor) && !elsewhere.contains($0) }
    return own.filter(\.concernsCenter) + own.filter { !$0.concernsCenter }
  }

  /// Why somebody of a role cannot take a step with what is in hand; `nil` where they can.
  func refusal(_ kind: EvaluationRoundStepKind, by role: Role) -> Phrase? { refusal(kind, of: center, by: role) }

  /// The same with a center, whichever is in hand.
  func refusal(_ kind: EvaluationRoundStepKind, of center: String?, by role: Role) -> Phrase? {
    if kind.concernsCenter, center == nil { return Phrase(zh: "没有选定中心", en: "no center is selected") }
    // Steps of the round look at every center of the registry: what was found when the file was read is not looked for again at each key.
    if !kind.concernsCenter, let entry = file.menu.first(where: { $0.kind == kind }) { return entry.refusal?.cited }
    return round.refusal(kind, by: role, of: kind.concernsCenter ? center : nil, file.situation)?.cited
  }

  /// The step that leads on: what an objection asks for comes before the end of the round.
  func next(for role: Role) -> EvaluationRoundStepKind? {
    let wanted: [EvaluationRoundStepKind] =
      switch round.stage {
      case .announced, .scoring: [.settle]
      case .settled: round.state.settlement?.pending.isEmpty == false ? [.resume] : [.publish]
      case .published: [.settleObjection, .resettle, .close]
      case .closed, .cancelled: []
      }
    return wanted.first { kinds(for: role).contains($0) && refusal($0, by: role) == nil }
  }

  /// What can be done here.
  func bindings(for role: Role) -> [KeyBinding] {
    let next = next(for: role)
    let kinds = kinds(for: role)
    let steps = RoundFileState.digits.filter { kinds.contains($0.kind) }.map { kind, digit in
      KeyBinding(
        ActionName("step.\(kind.rawValue)"), [.character(digit)], label: kind.phrase,
        explanation: kind.phrase + Citation.bracketed(kind.article),
        prominence: kind == next ? .first : .help, refusal: refusal(kind, by: role))
    }
    let follows = part == .consequences && round.stage == .closed && selectedConsequence != nil
    return [
      .steps(
        isAnyLawful: follows || steps.contains { $0.refusal == nil },
        explanation: Phrase(
          zh: "列出所选中心和本轮的各个步骤，不能办理的说明原因", en: "every step of the selected center and of the round, and why others are not lawful"))
    ] + steps + marking(role) + reading(role)
  }

  /// Marks, for who can admit several centers late at once: a flood or a failed line keeps more than one from handing in.
  private func marking(_ role: Role) -> [KeyBinding] {
    guard kinds(for: role).contains(.admitLate) else { return [] }
    let nothing: Phrase? =
      part != .centers
      ? Phrase(zh: "只在“中心”中标记", en: "only centers are marked")
      : rows.isEmpty ? Phrase(zh: "没有可标记的中心", en: "there is no center to mark") : nil
    var bindings = [
      KeyBinding(
        "mark", [.character(" ")], label: Phrase(zh: "标记", en: "mark"),
        explanation: Phrase(
          zh: "标记所选的中心，或取消标记；已标记的可一并准予逾期", en: "mark the selected center, or take its mark away; all marked can be admitted late at once"),
        refusal: nothing),
      KeyBinding(
        "mark.all", [.control("a"), .character("*")], label: Phrase(zh: "标记全部", en: "mark all"),
        explanation: Phrase(zh: "标记列出的全部中心；都已标记的，全部取消", en: "mark all that are shown; where all are, take their marks away"),
        refusal: nothing),
    ]
    guard !marks.isEmpty else { return bindings }
    bindings.append(
      KeyBinding(
        "admit.marked", [.character("b"), .control("b")],
        label: Phrase(zh: "准予 \(marks.count) 个逾期", en: "admit \(marks.count) late"),
        explanation: Phrase(
          zh: "以同一理由准予已标记的 \(marks.count) 个中心逾期，办后逐个说明结果",
          en: "admit the \(marks.count) marked centers late for one reason; then it is told of each"),
        prominence: .first,
        refusal: round.stage.takesSheets ? nil : Phrase(zh: "这一年度已不再收材料", en: "the round takes no material any more")))
    bindings.append(
      KeyBinding(
        "marks.clear", [KeyPress(.delete)], label: Phrase(zh: "清除标记", en: "clear marks"),
        explanation: Phrase(zh: "取消全部 \(marks.count) 个标记", en: "take all \(marks.count) marks away")))
    return bindings
  }

  private func reading(_ role: Role) -> [KeyBinding] {
    let nothing = center == nil ? Phrase(zh: "没有选定中心", en: "no center is selected") : nil
    var bindings = [
      KeyBinding(
        "part", [KeyPress(.tab)], label: Phrase(zh: "下一部分", en: "next part"),
        explanation: Phrase(zh: "换看：中心、异议、结果运用、办理经过", en: "look at centers, objections, consequences, history in turn"), prominence: .footer
      ),
      KeyBinding("part.back", [KeyPress(.tab, .shift)], label: Phrase(zh: "上一部分", en: "part before")),
      KeyBinding(
        "filter", [.character("f"), KeyPress(.function(5))], label: Phrase(zh: "筛选", en: "filter"),
        explanation: Phrase(zh: "换看应评、待办、免评的中心", en: "list the centers that are due, those that wait, the exempt"), prominence: .footer,
        refusal: part == .centers ? nil : Phrase(zh: "只在“中心”中筛选", en: "only centers are filtered")),
      KeyBinding(
        "open", [.character("o"), KeyPress(.function(4))], label: Phrase(zh: "档案", en: "center file"),
        explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .footer, refusal: nothing),
      KeyBinding(
        "panel", [.character("x"), .control("x")], label: Phrase(zh: "专家组", en: "experts"),
        explanation: Phrase(zh: "查看所选中心的专家组：进度、组长、增减专家", en: "the selected center's experts: progress, leader, who comes and goes"),
        prominence: part == .centers ? .footer : .help, refusal: nothing),
      KeyBinding(
        "form", [.character("e"), .control("e")], label: Phrase(zh: "评估情况表", en: "evaluation form"),
        explanation: Phrase(zh: "查看所选中心本年度的评估情况表", en: "look at the evaluation form of the selected center"), refusal: nothing),
      KeyBinding(
        "read", [.character("v"), KeyPress(.function(3))], label: Phrase(zh: "全文", en: "in full"),
        explanation: Phrase(zh: "看所选一行的全部内容", en: "read all that is on file of the selected row"),
        refusal: list.isEmpty ? Phrase(zh: "这里没有内容", en: "there is nothing here") : nil),
      KeyBinding(
        "progress", [.character("p"), KeyPress(.function(6))], label: Phrase(zh: "进度", en: "progress"),
        explanation: Phrase(zh: "查看评分进度", en: "show how far the scoring has come")),
      KeyBinding(
        "ranking", [.character("r"), .control("r")], label: Phrase(zh: "排名", en: "ranking"),
        explanation: Phrase(zh: "查看这一年度的排名", en: "show the ranking of this round")),
      MeetingScreen.binding([.character("m"), KeyPress(.function(11))], .footer),
      KeyBinding(
        "disagreement", [.character("d"), .control("d")], label: Phrase(zh: "评分分歧", en: "disagreement"),
        explanation: Phrase(zh: "查看评分表相差大的中心和各专家的宽严", en: "show where sheets lie far apart, and who is strict or generous")),
    ]
    if role == .bureau || role == .admin {
      let refusal: Phrase? =
        if round.stage != .closed {
          Phrase(zh: "评估结束后登记（办法第29条）", en: "put on file once the round is closed (article 29)")
        } else if case .excellent? = selectedConsequence, part == .consequences { nil } else {
          Phrase(zh: "在“结果运用”中选定优秀中心", en: "select an excellent center under Consequences")
        }
      bindings.append(
        KeyBinding(
          "incentive", [.character("i"), KeyPress(.insert)], label: Phrase(zh: "登记激励", en: "incentive"),
          explanation: Phrase(
            zh: "登记优秀中心一项激励的落实情况（办法第29条）", en: "put on file what came of an incentive of an excellent center (article 29)"),
          prominence: refusal == nil ? .first : part == .consequences ? .footer : .help, refusal: refusal))
    }
    return bindings
  }
}
