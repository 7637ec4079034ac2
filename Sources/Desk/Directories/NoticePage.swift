import CenterStore
import Regulation
import Widgets
import Wording

/// What stands on the page of a public notice.
struct NoticePage {
  let notice: PublishedNotice
  /// Whether who reads it settles objections.
  let isStaff: Bool

  /// What was published, what it names, how to object, and what was objected.
  var sections: [RecordSection] {
    var sections = [RecordSection(heading: notice.subject, entries: published)]
    if !items.isEmpty { sections.append(RecordSection(heading: Phrase(zh: "所列中心", en: "What it names"), entries: items)) }
    if !notice.objections.isEmpty {
      sections.append(RecordSection(heading: Phrase(zh: "收到的异议", en: "Objections that came"), entries: notice.objections.flatMap(told)))
    }
    sections.append(
      RecordSection(heading: Phrase(zh: "如何提出异议", en: "How to object"), entries: [RecordSection.Entry(cells: [howToObject])]))
    return sections
  }

  private var published: [RecordSection.Entry] {
    let standing = notice.standing
    var head = [
      RecordSection.pair(Phrase(zh: "依据", en: "rests on"), Citation.phrase(notice.article)),
      RecordSection.pair(Phrase(zh: "起", en: "from"), Phrase(same: notice.issuedOn.description)),
    ]
    if let last = notice.last {
      let remark = notice.isProvisional ? WorkingDays.Deadline.provisional : Phrase(same: "")
      head.append(RecordSection.pair(Phrase(zh: "异议截止", en: "objections until"), Phrase(same: last.description) + remark))
    }
    head.append(RecordSection.pair(Phrase(zh: "情况", en: "how it stands"), standing.words, standing.ink))
    switch notice.kind {
    case .newCenters(let call):
      head.append(RecordSection.pair(Phrase(zh: "申报通知", en: "call"), Phrase(same: String(call)), to: .call(call)))
    case .results(let year):
      head.append(
        RecordSection.pair(Phrase(zh: "结果", en: "results"), Phrase(zh: "\(year) 年度排名", en: "ranking of \(year)"), to: .ranking(year)))
      let grades = Grade.allCases.map { $0.phrase + Phrase(same: " \(notice.grades[$0] ?? 0)") }
      head.append(RecordSection.pair(Phrase(zh: "等级", en: "grades"), .list(grades)))
      head.append(
        RecordSection.pair(
          Phrase(zh: "得分", en: "figures"),
          Phrase(
            zh: "四舍五入到 0.01 后公布；等级、名次以公布的得分为准（第28条）",
            en: "rounded half up to 0.01; grade and rank follow the published figure (article 28)")))
    case .revocation(let ground):
      head.append(RecordSection.pair(Phrase(zh: "事由", en: "ground"), ground.phrase))
      if let number = notice.revocation {
        head.append(RecordSection.pair(Phrase(zh: "办理", en: "matter"), Phrase(same: number), to: .matter(.revocation, number)))
      }
    }
    if !notice.document.isEmpty { head.append(RecordSection.pair(Phrase(zh: "文号", en: "document"), Phrase(same: notice.document.string))) }
    if !notice.place.isEmpty { head.append(RecordSection.pair(Phrase(zh: "公布于", en: "published in"), Phrase(same: notice.place.string))) }
    return head
  }

  private var items: [RecordSection.Entry] {
    notice.items.map { item -> RecordSection.Entry in
      let outcome =
        item.isCertified.map { $0 ? Phrase(zh: "已认定", en: "certified") : Phrase(zh: "未认定", en: "not certified") } ?? Phrase(same: "")
      let reference: Reference? = item.application.map { .application($0) } ?? item.code.map { .center($0) }
      return RecordSection.Entry(
        cells: [Phrase(same: item.code ?? item.application ?? "-"), Phrase(same: "\(item.name)\n\(item.host)  ") + outcome],
        reference: reference)
    }
  }

  /// An objection: of whom, when it came, whether it counts, what it says, and what came of it; with it one goes to where it is settled.
  private func told(_ objected: NoticeObjection) -> [RecordSection.Entry] {
    let objection = objected.objection
    let (standing, ink): (Phrase, Ink) =
      if let settlement = objection.settlement {
        (StepRecord.finding(settlement.isUpheld), settlement.isUpheld ? .good : .muted)
      } else if objected.counts {
        (Phrase(zh: "待处理", en: "open"), .caution)
      } else {
        (Phrase(zh: "登记备查，不影响办理", en: "on file, holds nothing up"), .muted)
      }
    let reference: Reference
    if case .results(let year) = notice.kind { reference = .round(year) } else { reference = .application(objected.subject) }
    var lines = [
      Phrase(same: objected.name + "\n") + Phrase(zh: "\(objection.filedOn) 收到，", en: "came \(objection.filedOn), ") + standing
    ]
    lines += StepRecord.words(objection.grounds, objection.signedBy, objection.evidence)
    if let settled = objection.settlement {
      lines.append(Phrase(zh: "\(settled.on) 处理：\(settled.reason)", en: "settled on \(settled.on): \(settled.reason)"))
      if let document = settled.document { lines.append(Phrase(zh: "文号 \(document)", en: "document \(document)")) }
    }
    return [
      RecordSection.Entry(
        cells: [Phrase(same: objected.subject), lines.dropFirst().reduce(lines[0]) { $0 + Phrase(same: "\n") + $1 }], ink: ink,
        reference: reference)
    ]
  }

  private var howToObject: Phrase {
    guard let last = notice.last else {
      return Phrase(
        zh: "撤销已经决定并公布，评审台上不再受理异议。", en: "The revocation is decided and published; the desk takes no objection to it any more.")
    }
    if !notice.isOpen { return Phrase(zh: "公示已于 \(last) 截止。", en: "The notice ended on \(last).") }
    return Phrase(
      zh: "在 \(last) 24:00 前向市科技局书面提出：写明事实和理由，署真实姓名或单位名称并附证据；匿名或无证据的只作备查。提出人不对外公开。",
      en:
        "In writing to the bureau by the end of \(last): say what and why, sign it and add what proves it; without a name or evidence it is only kept on file. Who objects is told nobody outside the bureau."
    )
  }
}
