import CenterStore
import Regulation
import Wording

extension ChangeRequest: DeskMatter {
  static func sections(_ file: MatterFile<ChangeRequest>, today: Day) -> [MatterSection] {
    let petition = file.matter.petition
    var old = file.valuesNow
    if case .applied(let applied) = file.matter.state { old = applied.old }
    let none = Phrase(zh: "（无）", en: "(nothing)")
    let changes = zip(petition.changes, old).flatMap { change, old in
      [
        MatterSection.Entry(label: change.aspect.phrase, text: old.isEmpty ? none : Phrase(same: old.string), ink: .muted),
        .init(
          label: Phrase(zh: "  变更为", en: "  becomes"), text: change.value.isEmpty ? none : Phrase(same: change.value), ink: .accent),
      ]
    }
    let flags = file.flags.map { flag in
      MatterSection.Entry(
        label: Phrase(zh: "注意", en: "Note"), text: flag.cited, ink: .caution)
    }
    let why = MatterSection(
      Phrase(zh: "申请", en: "The request"),
      [
        .init(label: Phrase(zh: "理由", en: "Why"), text: Phrase(same: petition.grounds.string)),
        .init(label: Phrase(zh: "佐证材料", en: "Evidence"), text: Phrase(same: petition.evidence.string)),
      ])
    return [MatterSection(Phrase(zh: "变更内容", en: "What changes"), changes + flags), why]
      + (outcome(file.matter, remark: remark(file)).map { [$0] } ?? [])
  }

  /// What the department remarked when it reported the request the last time.
  private static func remark(_ file: MatterFile<ChangeRequest>) -> PlainText? {
    file.history.last { $0.step.kind == .forward }.flatMap { if case .forward(let remark) = $0.step { remark } else { nil } }
  }

  private static func outcome(_ matter: ChangeRequest, remark: PlainText?) -> MatterSection? {
    let heading = Phrase(zh: "审核", en: "How it stands")
    func entry(_ label: Phrase, _ text: PlainText) -> MatterSection.Entry {
      .init(label: label, text: text.isEmpty ? Phrase(zh: "无意见", en: "no remark") : Phrase(same: text.string))
    }
    let department = remark.map { entry(Phrase(zh: "部门审核意见", en: "The department"), $0) }
    switch matter.state {
    case .filed: return nil
    case .returned(let reason): return MatterSection(heading, [entry(Phrase(zh: "退回理由", en: "Given back"), reason)])
    case .sentBack(let reason): return MatterSection(heading, [department, entry(Phrase(zh: "退回理由", en: "Given back"), reason)])
    case .forwarded: return MatterSection(heading, [department])
    case .applied(let applied):
      let changed = MatterSection.Entry(
        label: Phrase(zh: "已变更", en: "Changed"), text: Phrase(same: "\(applied.on)  \(applied.document)"), ink: .good)
      return MatterSection(heading, [department, changed])
    case .refused(let reason): return MatterSection(heading, [department, entry(Phrase(zh: "不同意理由", en: "Refused"), reason)])
    case .withdrawn(let reason): return MatterSection(heading, [department, entry(Phrase(zh: "撤回", en: "Taken back"), reason)])
    case .lapsed(let lapse): return MatterSection(heading, [department, lapse.entry])
    }
  }

  static func fields(of kind: ChangeStepKind, _ file: MatterFile<ChangeRequest>, today: Day) -> [ActField] {
    switch kind {
    // The form of the petition needs the record, which the screen has.
    case .submit, .lapse: []
    case .forward:
      [
        ActField(
          id: "remark", label: Phrase(zh: "审核意见", en: "Remark"), kind: .lines,
          hint: Phrase(zh: "属实与否、材料是否齐全", en: "whether it is so, and whether all is there"), isOptional: true)
      ]
    case .returnForCorrection, .sendBack, .refuse, .withdraw: [.matterReason]
    case .apply:
      [
        ActField(
          id: "document", label: Phrase(zh: "批复文号", en: "Number of the document"), kind: .line(limit: 60),
          hint: Phrase(zh: "没有则留空", en: "where there is one"), isOptional: true)
      ]
    }
  }

  static func step(_ kind: ChangeStepKind, _ answers: ActAnswers, _ file: MatterFile<ChangeRequest>) -> ChangeStep? {
    let reason = answers.text("reason")
    return switch kind {
    case .submit: nil
    case .returnForCorrection: .returnForCorrection(reason: reason)
    case .forward: .forward(remark: answers.text("remark"))
    case .sendBack: .sendBack(reason: reason)
    case .apply: .apply(document: answers.text("document"), old: [])
    case .refuse: .refuse(reason: reason)
    case .withdraw: .withdraw(reason: reason)
    case .lapse: .lapse(MatterLapse(file.situation.status, document: .empty))
    }
  }

  static func words(of kind: ChangeStepKind, _ file: MatterFile<ChangeRequest>) -> Phrase {
    if kind == .lapse { return file.lapseWords }
    guard kind == .apply else { return Phrase(same: "") }
    let now =
      Phrase(zh: "即时变更，旧值保留在案（办法第31条）。", en: "Changed at once; the old values stay on file (article 31).")
      + file.flags.map { Phrase(zh: "注意：", en: " Note: ") + $0.cited + Phrase(zh: "。", en: ".") }.reduce(Phrase(same: ""), +)
    guard let department = file.matter.petition.newDepartment, department.string != file.summary.department else { return now }
    return now + Phrase(zh: "以后由\(department)归口管理。", en: " \(department) has the center from then on.")
  }

  static func question(_ kind: ChangeStepKind, _ answers: ActAnswers, _ file: MatterFile<ChangeRequest>) -> Phrase? {
    guard kind == .apply else { return nil }
    return Phrase(
      zh: "变更 \(file.summary.center)：\(file.summary.subject.zh)。", en: "Change of \(file.summary.center): \(file.summary.subject.en).")
  }

  static func record(of step: ChangeStep) -> [Phrase] {
    switch step {
    case .submit(let petition): petition.changes.map { $0.aspect.phrase + Phrase(same: "  \($0.value)") }
    case .returnForCorrection(let text), .forward(let text), .sendBack(let text), .refuse(let text), .withdraw(let text),
      .apply(let text, _):
      text.isEmpty ? [] : [Phrase(same: text.string)]
    case .lapse(let lapse): [lapse.phrase]
    }
  }

  static func take(_ step: ChangeStep, _ number: String, _ store: CenterStore, _ who: Acting) throws {
    try store.stepChange(number, step, by: who)
  }
}
