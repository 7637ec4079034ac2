import CenterStore
import Regulation
import Wording

extension Revocation: DeskMatter {
  static func sections(_ file: MatterFile<Revocation>, today: Day) -> [MatterSection] {
    let matter = file.matter
    let made = matter.case
    let ground = MatterSection(
      Phrase(zh: "撤销情形", en: "The ground"),
      [
        .init(label: Phrase(zh: "情形", en: "Ground"), text: made.ground.phrase + Citation.bracketed(made.ground.article), ink: .accent),
        made.round.map { .init(label: Phrase(zh: "评估年度", en: "Round"), text: Phrase(same: String($0))) },
      ] + made.findings.map { .init(label: $0.part.phrase, text: Phrase(same: $0.text.string)) } + [
        made.paper.map { .init(label: Phrase(zh: "书面申请", en: "Its paper"), text: Phrase(same: "\($0.on)  \($0.document)")) },
        made.evidence.isEmpty
          ? nil : .init(label: Phrase(zh: "佐证材料", en: "Evidence"), text: Phrase(same: made.evidence.string)),
      ])
    return [ground, replies(matter, today: today)] + [decision(matter), file.besideSection()].compactMap(\.self)
  }

  private static func replies(_ matter: Revocation, today: Day) -> MatterSection {
    var entries = matter.replies.map { MatterSection.Entry(label: Phrase(same: $0.on.description), text: Phrase(same: $0.text.string)) }
    if entries.isEmpty {
      let text: Phrase =
        if let by = matter.replyBy {
          matter.state != .proposed
            ? Phrase(zh: "没有陈述意见", en: "none came")
            : today > by.last
              ? Phrase(zh: "\(by.last) 前没有陈述意见", en: "none came by \(by.last)")
              : Phrase(zh: "可在 \(by.last) 前陈述意见", en: "may come until \(by.last)")
                + (by.isProvisional ? WorkingDays.Deadline.provisional : Phrase(same: ""))
        } else {
          Phrase(zh: "依托单位自己提出，无须陈述", en: "none needed: it is the host's own request")
        }
      entries = [.init(label: Phrase(zh: "意见", en: "Reply"), text: text, ink: .muted)]
    }
    return MatterSection(Phrase(zh: "依托单位陈述", en: "What the host says"), entries)
  }

  private static func decision(_ matter: Revocation) -> MatterSection? {
    let heading = Phrase(zh: "决定", en: "The decision")
    if case .withdrawn(let reason) = matter.state {
      return MatterSection(heading, [.init(label: Phrase(zh: "申请撤回", en: "Taken back"), text: Phrase(same: reason.string))])
    }
    if case .lapsed(let lapse) = matter.state { return MatterSection(heading, [lapse.entry]) }
    guard let decision = matter.decision else { return nil }
    var entries: [MatterSection.Entry?] = [
      .init(
        label: Phrase(zh: "结论", en: "Outcome"), text: Phrase(same: "\(decision.on) ") + matter.stage.phrase,
        ink: matter.stage == .kept ? .good : .bad),
      decision.document.isEmpty ? nil : .init(label: Phrase(zh: "文号", en: "Document"), text: Phrase(same: decision.document.string)),
      .init(label: Phrase(zh: "理由", en: "Reason"), text: Phrase(same: decision.reason.string)),
    ]
    if case .published(_, let day, let place) = matter.state {
      entries.append(.init(label: Phrase(zh: "公布", en: "Published"), text: Phrase(same: "\(day)  \(place)")))
    }
    return MatterSection(heading, entries)
  }

  static func fields(of kind: RevocationStepKind, _ file: MatterFile<Revocation>, today: Day) -> [ActField] {
    switch kind {
    case .reply:
      [
        ActField(
          id: "text", label: Phrase(zh: "陈述意见", en: "Reply"), kind: .lines,
          hint: Phrase(zh: "事实、理由、所附材料及其存放处；科技局和归口管理部门可见", en: "facts, reasons, what comes with it and where it lies"))
      ]
    case .revoke:
      [
        ActField(id: "document", label: Phrase(zh: "决定文号", en: "Number of the document"), kind: .line(limit: 60)), .matterReason,
      ]
    case .keep, .withdraw: [.matterReason]
    case .lapse: []
    case .publish:
      [
        ActField(id: "day", label: Phrase(zh: "公布日期", en: "Published on"), kind: .day, initial: today.description),
        ActField(
          id: "place", label: Phrase(zh: "公布处", en: "Where"), kind: .line(limit: 200), hint: Phrase(zh: "网站、公报", en: "a site, a gazette")),
      ]
    }
  }

  static func step(_ kind: RevocationStepKind, _ answers: ActAnswers, _ file: MatterFile<Revocation>) -> RevocationStep? {
    let reason = answers.text("reason")
    return switch kind {
    case .reply: .reply(answers.text("text"))
    case .revoke: .revoke(reason: reason, document: answers.text("document"))
    case .keep: .keep(reason: reason)
    case .publish: answers.day("day").map { .publish(on: $0, where: answers.text("place")) }
    case .withdraw: .withdraw(reason: reason)
    case .lapse: .lapse(MatterLapse(file.situation.status, document: .empty))
    }
  }

  static func words(of kind: RevocationStepKind, _ file: MatterFile<Revocation>) -> Phrase {
    let code = file.summary.center
    return switch kind {
    case .revoke:
      Phrase(zh: "\(code) 即撤出管理序列，以后不再参加评估。", en: "\(code) leaves the registry's active centers and takes part in no later round.")
        + lapsing(file)
    case .lapse: file.lapseWords
    case .keep: Phrase(zh: "\(code) 保留资格；理由记录在案。", en: "\(code) keeps its title; the reason stays on file.")
    default: Phrase(same: "")
    }
  }

  static func question(_ kind: RevocationStepKind, _ answers: ActAnswers, _ file: MatterFile<Revocation>) -> Phrase? {
    let (code, name) = (file.summary.center, file.summary.name)
    return switch kind {
    case .revoke:
      Phrase(
        zh: "撤销 \(code) \(name) 的资格，文号 \(answers.text("document"))。此决定不能在此收回。",
        en: "Revoke \(code) \(name) by \(answers.text("document")). This cannot be taken back here.") + lapsing(file)
    case .keep: Phrase(zh: "不撤销 \(code) \(name)，本事项办结。", en: "\(code) \(name) keeps its title, and this matter is closed.")
    case .publish:
      Phrase(
        zh: "登记为已公布：此后人人可见 \(code) 的撤销依据和文号。", en: "Published: from now on everybody reads why \(code) was revoked, and by which document.")
    case .reply, .withdraw, .lapse: nil
    }
  }

  /// What else of the center ends with it.
  private static func lapsing(_ file: MatterFile<Revocation>) -> Phrase {
    let numbers = file.beside.map(\.number)
    if numbers.isEmpty { return Phrase(same: "") }
    return Phrase(
      zh: "随之终止：\(numbers.joined(separator: "、"))。",
      en: " With it \(numbers.joined(separator: ", ")) \(numbers.count == 1 ? "lapses" : "lapse").")
  }

  static func record(of step: RevocationStep) -> [Phrase] {
    switch step {
    case .reply(let text): [Phrase(same: text.string)]
    case .revoke(let reason, let document): [Phrase(same: document.string), Phrase(same: reason.string)]
    case .keep(let reason), .withdraw(let reason): [Phrase(same: reason.string)]
    case .publish(let day, let place): [Phrase(same: "\(day)  \(place)")]
    case .lapse(let lapse): [lapse.phrase]
    }
  }

  static func take(_ step: RevocationStep, _ number: String, _ store: CenterStore, _ who: Acting) throws {
    try store.stepRevocation(number, step, by: who)
  }
}
