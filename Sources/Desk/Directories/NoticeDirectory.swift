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
    // Objections are told to those whom they concern.
    let seesObjections = ![.viewer, .expert].contains(sitting.member.role)
    return DirectoryScreen(
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
        ] + (seesObjections ? [.init(title: Phrase(zh: "未结", en: "Open"), minimum: 4, ideal: 6, alignment: .right)] : []),
        read: { try $0.publicNotices(by: $1) }, key: \.key,
        words: { notice in notice.items.map { "\($0.name) \($0.host)" }.joined(separator: " ") + " " + notice.subject.zh },
        cells: { notice in
          let standing = notice.standing
          return [
            .init(notice.subject), .init(notice.article), .init(notice.issuedOn.description), .init(notice.last?.description ?? "-"),
            .init(standing.words, standing.ink),
            notice.openObjections == 0 ? .init("-", .muted) : .init(String(notice.openObjections), .caution),
          ]
        },
        reference: { .notice($0.key) },
        facets: [
          .init(name: Phrase(zh: "类别", en: "kind")) { [$0.kindPhrase] },
          .init(name: Phrase(zh: "异议", en: "objections")) {
            [$0.isOpen ? Phrase(zh: "可提", en: "are taken") : Phrase(zh: "已截止", en: "are over")]
              + ($0.openObjections > 0 ? [Phrase(zh: "有未结的", en: "wait to be settled")] : [])
          },
        ]))
  }

  /// One notice: what was published, how to object, what was objected, and what came of it.
  static func page(_ sitting: Sitting, _ key: String) -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<PublishedNotice>.Description(
        title: .publicNotices, called: { $0.subject }, concerns: concerns,
        read: { store, who in
          guard let notice = try store.publicNotices(by: who).first(where: { $0.key == key }) else {
            throw Refusal(Phrase(zh: "这一公示已不在。", en: "This notice is not there any more."))
          }
          return notice
        }, sections: { NoticePage(notice: $0, isStaff: sitting.isStaff).sections },
        acts: { notice, reload in
          [
            DirectoryAct(
              binding: KeyBinding(
                "subject", [.character("o"), KeyPress(.function(4))], label: notice.subjectLabel,
                explanation: Phrase(zh: "打开所公示的申请、排名或中心", en: "open what the notice speaks of: the application, the ranking, the center"),
                prominence: .footer,
                refusal: notice.subjects.isEmpty ? Phrase(zh: "所列申请不归您查看", en: "the applications are not yours to see") : nil)
            ) { openSubject(of: notice, sitting) },
            DirectoryAct(
              binding: KeyBinding(
                "object", [.character("n"), KeyPress(.function(2))], label: Phrase(zh: "登记异议", en: "objection"),
                explanation: Phrase(zh: "登记收到的异议", en: "put an objection on file that came to the bureau"), prominence: .footer,
                refusal: notice.refusesObjection(by: sitting))
            ) { NoticeObjecting.open(notice, sitting, then: reload) },
          ]
        }))
  }

  /// Opens what a notice speaks of; of several, the one that is chosen.
  private static func openSubject(of notice: PublishedNotice, _ sitting: Sitting) {
    let subjects = notice.subjects
    if subjects.count == 1 { return subjects[0].reference.open(sitting) }
    let choices = subjects.map { Choice(Phrase(same: $0.name), keywords: sitting.runtime.spelling?($0.name) ?? "") }
    sitting.runtime.choose(Phrase(zh: "打开哪一项？", en: "Open which?"), choices, filter: true) { place in
      if let place { subjects[place].reference.open(sitting) }
    }
  }
}
