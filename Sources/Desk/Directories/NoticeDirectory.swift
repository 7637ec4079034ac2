import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The list of public notices (公示), for everybody: those that run first (articles 12, 25 and 30).
@MainActor
enum NoticeDirectory {
  private static let concerns = ["application.", "round.", "revocation.", "import."]

  static func screen(_ sitting: Sitting) -> any Screen {
    DirectoryScreen(
      sitting,
      DirectoryList<PublishedNotice>(
        title: .publicNotices, remark: Phrase(zh: "可提异议的在前", en: "those that can be objected to first"),
        empty: Phrase(zh: "还没有公示。", en: "There is no public notice yet."), concerns: concerns,
        columns: [
          .init(title: Phrase(zh: "公示", en: "Notice"), minimum: 26, ideal: 44, stretch: 1),
          .init(title: Phrase(zh: "条款", en: "Article"), minimum: 7, ideal: 8, priority: 1),
          .init(title: Phrase(zh: "起", en: "From"), minimum: 10, ideal: 10),
          .init(title: Phrase(zh: "异议截止", en: "Objections"), minimum: 10, ideal: 10),
          .init(title: Phrase(zh: "情况", en: "How it stands"), minimum: 20, ideal: 26),
        ],
        read: { try $0.publicNotices(by: $1) }, key: \.key,
        words: { notice in notice.items.map { "\($0.name) \($0.host)" }.joined(separator: " ") + " " + notice.subject.zh },
        cells: { notice in
          let standing = notice.standing
          return [
            .init(notice.subject), .init(notice.article), .init(notice.issuedOn.description), .init(notice.last?.description ?? "-"),
            .init(standing.words, standing.ink),
          ]
        },
        reference: { .notice($0.key) },
        facets: [
          .init(name: Phrase(zh: "类别", en: "kind")) { [$0.kindPhrase] },
          .init(name: Phrase(zh: "异议", en: "objections")) {
            [$0.isOpen ? Phrase(zh: "可提", en: "are taken") : Phrase(zh: "已截止", en: "are over")]
          },
        ]))
  }

  /// One notice: what it names, how to object, and what came of it.
  static func page(_ sitting: Sitting, _ key: String) -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<PublishedNotice>.Description(
        title: .publicNotices, concerns: concerns,
        read: { store, who in
          guard let notice = try store.publicNotices(by: who).first(where: { $0.key == key }) else {
            throw Refusal(Phrase(zh: "这一公示已不在。", en: "This notice is not there any more."))
          }
          return notice
        }, sections: sections))
  }

  private static func sections(_ notice: PublishedNotice) -> [RecordSection] {
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
    if !notice.document.isEmpty { head.append(RecordSection.pair(Phrase(zh: "文号", en: "document"), Phrase(same: notice.document.string))) }
    if !notice.place.isEmpty { head.append(RecordSection.pair(Phrase(zh: "公布于", en: "published in"), Phrase(same: notice.place.string))) }
    if case .results(let year) = notice.kind {
      head.append(
        RecordSection.pair(
          Phrase(zh: "结果", en: "results"), Phrase(zh: "\(year) 年度排名", en: "ranking of \(year)"), to: .ranking(year)))
    }
    let items = notice.items.map { item -> RecordSection.Entry in
      let outcome =
        item.isCertified.map { $0 ? Phrase(zh: "已认定", en: "certified") : Phrase(zh: "未认定", en: "not certified") } ?? Phrase(same: "")
      let reference: Reference? = item.application.map { .application($0) } ?? item.code.map { .center($0) }
      return RecordSection.Entry(
        cells: [Phrase(same: item.code ?? item.application ?? "-"), Phrase(same: "\(item.name)\n\(item.host)  ") + outcome],
        reference: reference)
    }
    return [RecordSection(heading: notice.subject, entries: head)]
      + (items.isEmpty ? [] : [RecordSection(heading: Phrase(zh: "所列中心", en: "What it names"), entries: items)])
      + [RecordSection(heading: Phrase(zh: "如何提出异议", en: "How to object"), entries: [RecordSection.Entry(cells: [howToObject(notice)])])]
  }

  private static func howToObject(_ notice: PublishedNotice) -> Phrase {
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

extension PublishedNotice {
  /// What it is called.
  var subject: Phrase {
    switch kind {
    case .newCenters(let call):
      Phrase(zh: "\(call) 年度拟新建名单，\(items.count) 项", en: "Centers to be set up, \(call): \(items.count)")
    case .results(let year): Phrase(zh: "\(year) 年度评估结果", en: "Results of \(year)")
    case .revocation:
      Phrase(zh: "撤销 ", en: "Revoked: ") + Phrase(same: items.first.map { "\($0.code ?? "") \($0.name)" } ?? "")
    }
  }

  /// What kind it is.
  var kindPhrase: Phrase {
    switch kind {
    case .newCenters: Phrase(zh: "拟新建", en: "new centers")
    case .results: Phrase(zh: "评估结果", en: "results")
    case .revocation: Phrase(zh: "撤销", en: "revocations")
    }
  }

  /// The article that it rests on.
  var article: String {
    switch kind {
    case .newCenters: "12"
    case .results: "25"
    case .revocation(let ground): ground.article
    }
  }

  /// How it stands, in a few words.
  var standing: (words: Phrase, ink: Ink) {
    if let left = workingDaysLeft {
      return left == 0
        ? (Phrase(zh: "今日截止", en: "ends today"), .caution)
        : (Phrase(zh: "还有 \(left) 个工作日", en: "\(left.counted("working day")) left"), .caution)
    }
    switch kind {
    case .revocation: return (Phrase(zh: "已公布", en: "published"), .muted)
    case .results: return isClosed ? (Phrase(zh: "已结束", en: "closed"), .muted) : (Phrase(zh: "公示期满", en: "the notice is over"), .plain)
    case .newCenters:
      let (done, open) = (items.count { $0.isCertified == true }, items.count { $0.isCertified == nil })
      if open > 0 { return (Phrase(zh: "期满，\(open) 项待认定", en: "over, \(open) to be certified"), .plain) }
      return (Phrase(zh: "已认定 \(done) 项", en: "\(done) certified"), .muted)
    }
  }
}

extension Phrase {
  static let publicNotices = Phrase(zh: "公示", en: "Public notices")
}
