import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is on file of one expert, with their record over the years (article 25, 回避).
@MainActor
enum ExpertPage {
  static func screen(_ sitting: Sitting, _ login: String) -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<ExpertFile>.Description(
        title: Phrase(zh: "专家 \(login)", en: "Expert \(login)"),
        concerns: ["import.", "assign.", "sheet.", "round.", "expert.", "conflict.", "application.", "duty.", "user."],
        read: { try $0.expertFile(of: login, by: $1) },
        sections: { file in sections(file, sitting.names, isOwn: login == sitting.member.login, leads: { sitting.conducts($0) }) },
        acts: { file, reload in acts(file, sitting, reload) }))
  }

  private static func acts(_ file: ExpertFile, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) -> [DirectoryAct] {
    let roles = Act.declareConflict.roles.subtracting([.host])
    return [
      DirectoryAct(
        binding: KeyBinding(
          "conflict", [.character("c"), KeyPress(.function(2))], label: Phrase(zh: "申报回避", en: "conflict"),
          explanation: Phrase(zh: "申报这位专家须回避的中心及事由", en: "declare from which center the expert has to step aside, and why"),
          prominence: .footer,
          refusal: roles.contains(sitting.member.role)
            ? nil : Phrase(zh: "由市科技局、评审机构或专家本人申报", en: "the bureau, the agency or the expert declares it"))
      ) { declare(file, sitting, reload) }
    ]
  }

  private static func declare(_ file: ExpertFile, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) {
    let login = file.record.login.string
    let seen = sitting.conflictsOnFile().filter { $0.expert.string == login }
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "为 \(file.record.name) 申报回避", en: "A conflict of \(file.record.name)"),
          words: Phrase(
            zh: "写明中心编号和事由。其后不再抽其评这个中心；已分配的不能再评，未动笔的下次抽取时取消。",
            en:
              "Say which center, by its code, and why. They are not drawn for it and cannot score it; an assignment that is not begun falls with the next draw."
          ), verb: Phrase(zh: "申报", en: "Declare"), done: Phrase(zh: "已申报回避", en: "The conflict is declared"),
          draft: "conflict/expert/\(login)", names: [.center: "center"]),
        [
          ActField(id: "center", label: Phrase(zh: "中心编号", en: "Center's code"), kind: .line(limit: 40)),
          ActField(id: "reason", label: Phrase(zh: "事由", en: "Reason"), kind: .line(limit: 200)),
        ], seeing: seen,
        doing: { store, who, answers, seen in
          let center = answers.text("center").string
          try store.declareConflict(
            center: center, expert: login, reason: answers.text("reason"), expecting: seen.map { $0.reason(login, center) }, by: who)
          return nil
        }, then: reload))
  }

  // MARK: - What stands there

  static func sections(_ file: ExpertFile, _ names: FieldNames, isOwn: Bool, leads: (Int) -> Bool) -> [RecordSection] {
    let record = file.record
    let fields = (record.fields ?? []).map { names[$0.string] }
    let former = (record.formerEmployers ?? []).map { Phrase(same: $0.string) }
    let unknown = Phrase(zh: "未注明", en: "not said")
    return [
      RecordSection(
        heading: Phrase(same: record.name.string),
        entries: [
          RecordSection.pair(Phrase(zh: "账号", en: "login"), Phrase(same: record.login.string)),
          RecordSection.pair(
            Phrase(zh: "单位", en: "employer"), Phrase(same: record.employer.string), to: .organization(record.employer.string)),
          RecordSection.pair(Phrase(zh: "近三年单位", en: "former employers"), former.isEmpty ? Phrase(zh: "无", en: "none") : .list(former)),
          RecordSection.pair(
            Phrase(zh: "职称", en: "title"), record.title.flatMap { $0.isEmpty ? nil : Phrase(same: $0.string) } ?? unknown),
          RecordSection.pair(Phrase(zh: "领域", en: "fields"), fields.isEmpty ? unknown : .list(fields)),
          RecordSection.pair(Phrase(zh: "类别", en: "kind"), record.kindPhrase),
        ]),
      rounds(file, isOwn: isOwn, leads: leads), deviation(file, isOwn: isOwn), reviews(file), conflicts(file), pledges(file), seats(file),
    ].compactMap(\.self)
  }

  private static func rounds(_ file: ExpertFile, isOwn: Bool, leads: (Int) -> Bool) -> RecordSection {
    RecordSection(
      heading: Phrase(zh: "历年评审", en: "Round by round"),
      titles: [
        Phrase(zh: "年度", en: "Year"), Phrase(zh: "分配", en: "Given"), Phrase(zh: "已交", en: "In"), Phrase(zh: "代录", en: "Typed"),
        Phrase(zh: "撤回", en: "Taken back"), Phrase(zh: "辞评", en: "Declined"), Phrase(zh: "解除", en: "Let go"),
        Phrase(zh: "回避", en: "Conflicts"), Phrase(zh: "用时", en: "Days"), Phrase(zh: "状态", en: "Round"),
      ],
      entries: file.rounds.map { round in
        let days = round.days.map { Phrase(zh: "\($0) 天", en: String($0)) } ?? Phrase(same: "-")
        let counts = [
          round.assigned, round.submitted, round.byStaff, round.takenBack, round.declined, round.released, round.conflicts,
        ].map { Phrase(same: String($0)) }
        let reference: Reference =
          leads(round.year) ? .sheets(file.record.login.string, year: round.year) : .round(round.year)
        return RecordSection.Entry(
          cells: [Phrase(same: String(round.year))] + counts + [days, round.state.phrase], reference: reference)
      }, empty: Phrase(zh: "没有参加过评审", en: "has scored in no round"))
  }

  /// How the sheets compare with those of the others who scored the same centers.
  private static func deviation(_ file: ExpertFile, isOwn: Bool) -> RecordSection? {
    let scored = file.rounds.filter { $0.mean != nil }
    if scored.isEmpty { return nil }
    return RecordSection(
      heading: Phrase(zh: "评分与专家组平均", en: "Own mean and the panels'"),
      titles: [
        Phrase(zh: "年度", en: "Year"), Phrase(zh: "本人平均", en: "Own mean"), Phrase(zh: "专家组平均", en: "Panels' mean"),
        Phrase(zh: "相差", en: "Difference"),
      ],
      entries: scored.compactMap { round in
        guard let mean = round.mean else { return nil }
        guard let panel = round.panelMean else {
          let hidden = Phrase(zh: "公布后可见", en: "once published")
          return RecordSection.Entry(cells: [Phrase(same: String(round.year)), Phrase(same: mean.description), hidden, Phrase(same: "-")])
        }
        let difference = (mean > panel ? "+" : "") + (mean - panel).description
        return RecordSection.Entry(
          cells: [String(round.year), mean.description, panel.description, difference].map { Phrase(same: $0) })
      })
  }

  private static func reviews(_ file: ExpertFile) -> RecordSection {
    RecordSection(
      heading: Phrase(zh: "申请评审（办法第11条）", en: "Reviews of applications (article 11)"),
      entries: file.reviews.map { review in
        let part = review.isLeader ? Phrase(zh: "组长，", en: "leader, ") : Phrase(same: "")
        return RecordSection.Entry(
          cells: [
            Phrase(same: review.application),
            part + (review.isSubmitted ? Phrase(zh: "意见已交", en: "opinion in") : Phrase(zh: "意见待交", en: "opinion to come"))
              + Phrase(same: "  \(review.name)"),
          ], reference: .application(review.application))
      })
  }

  private static func conflicts(_ file: ExpertFile) -> RecordSection {
    RecordSection(
      heading: Phrase(zh: "已申报的回避", en: "Declared conflicts"),
      entries: file.conflicts.map { conflict in
        let office = conflict.role.map { $0.phrase.inBrackets } ?? Phrase(same: "")
        return RecordSection.Entry(
          cells: [
            Phrase(same: conflict.center),
            Phrase(same: "\(conflict.name)\n\(conflict.reason)\n\(conflict.on)  \(conflict.by)") + office,
          ], reference: .center(conflict.center))
      })
  }

  private static func pledges(_ file: ExpertFile) -> RecordSection {
    RecordSection(
      heading: Phrase(zh: "承诺", en: "Pledges"),
      entries: file.pledges.map { pledge in
        RecordSection.Entry(cells: [
          Phrase(same: pledge.on.description),
          pledge.isOfCall
            ? Phrase(zh: "\(pledge.year) 年度申请评审", en: "for the reviews of the call of \(pledge.year)")
            : Phrase(zh: "\(pledge.year) 年度绩效评估", en: "for the evaluation of \(pledge.year)"),
        ])
      })
  }

  private static func seats(_ file: ExpertFile) -> RecordSection {
    RecordSection(
      heading: Phrase(zh: "任职的委员会", en: "Committees"),
      entries: file.seats.map { seat in
        let term = seat.until.map { Phrase(zh: "\(seat.since) 至 \($0)", en: "\(seat.since) to \($0)") }
        return RecordSection.Entry(
          cells: [
            Phrase(same: seat.center),
            seat.committee.phrase + Phrase(same: "  ") + (term ?? Phrase(zh: "\(seat.since) 起", en: "since \(seat.since)"))
              + Phrase(same: "  \(seat.name)"),
          ], ink: seat.until == nil ? .plain : .muted, reference: .center(seat.center))
      })
  }
}
