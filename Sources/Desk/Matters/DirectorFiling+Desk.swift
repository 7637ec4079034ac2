import CenterStore
import Regulation
import Wording

extension DirectorFiling: DeskMatter {
  static func sections(_ file: MatterFile<DirectorFiling>, today: Day) -> [MatterSection] {
    let matter = file.matter
    let open = Phrase(zh: "尚未", en: "not yet")
    func entry(_ label: Phrase, _ text: Phrase?) -> MatterSection.Entry {
      .init(label: label, text: text ?? open, ink: text == nil ? .muted : .plain)
    }
    func noted(_ role: Role) -> Phrase? { matter.noted.first { $0.by == role }.map { Phrase(same: $0.on.description) } }
    let main = MatterSection(
      Phrase(zh: "主任聘任与调整", en: "Who becomes director"),
      [
        .init(label: Phrase(zh: "主任", en: "Director"), text: Phrase(same: matter.director.string), ink: .accent),
        entry(
          Phrase(zh: "管理委员会研究", en: "Committee"), Phrase(same: "\(matter.considered.on)  \(matter.considered.minutes)")),
        entry(Phrase(zh: "依托单位决定", en: "Host's decision"), matter.decision.map { Phrase(same: "\($0.on)  \($0.document)") }),
        entry(Phrase(zh: "报送备案", en: "Filed"), matter.filedOn.map { Phrase(same: $0.description) }),
        entry(Phrase(zh: "部门备案", en: "With the department"), noted(.department)),
        entry(Phrase(zh: "科技局备案", en: "With the bureau"), noted(.bureau)),
        matter.withdrawal.map { .init(label: Phrase(zh: "撤回", en: "Taken back"), text: Phrase(same: $0.string)) },
        matter.lapse?.entry,
      ])
    if matter.queries.isEmpty { return [main] }
    let asked = matter.queries.flatMap { query in
      [
        MatterSection.Entry(
          label: query.by.phrase, text: Phrase(same: "\(query.on)  \(query.text)"), ink: query.answer == nil ? .caution : .plain),
        .init(
          label: Phrase(zh: "答复", en: "Answer"), text: query.answer.map { Phrase(same: "\($0.on)  \($0.text)") } ?? open,
          ink: query.answer == nil ? .muted : .plain),
      ]
    }
    return [main, MatterSection(Phrase(zh: "询问与答复", en: "Asked and answered"), asked)]
  }

  static func fields(of kind: DirectorStepKind, _ file: MatterFile<DirectorFiling>, today: Day) -> [ActField] {
    switch kind {
    case .decide:
      [
        ActField(id: "day", label: Phrase(zh: "决定日期", en: "Decided on"), kind: .day, initial: today.description),
        ActField(id: "document", label: Phrase(zh: "决定文件", en: "Document"), kind: .line(limit: 100)),
      ]
    case .file, .note, .lapse: []
    case .query: [ActField(id: "text", label: Phrase(zh: "询问内容", en: "What is asked"), kind: .lines)]
    case .answer:
      [
        ActField(
          id: "text", label: Phrase(zh: "答复", en: "Answer"), kind: .lines,
          hint: Phrase(
            zh: file.matter.openQueries.joined(separator: "；"), en: file.matter.openQueries.joined(separator: "; ")))
      ]
    case .withdraw: [.matterReason]
    }
  }

  private var openQueries: [String] { queries.filter { $0.answer == nil }.map(\.text.string) }

  static func step(_ kind: DirectorStepKind, _ answers: ActAnswers, _ file: MatterFile<DirectorFiling>) -> DirectorStep? {
    switch kind {
    case .decide: answers.day("day").map { .decide(on: $0, document: answers.text("document")) }
    case .file: .file
    case .note: .note
    case .query: .query(answers.text("text"))
    case .answer: .answer(answers.text("text"))
    case .withdraw: .withdraw(reason: answers.text("reason"))
    case .lapse: .lapse(MatterLapse(file.situation.status, document: .empty))
    }
  }

  static func words(of kind: DirectorStepKind, _ file: MatterFile<DirectorFiling>) -> Phrase {
    switch kind {
    case .file:
      Phrase(
        zh: "报归口管理部门和市科技局备案；\(file.matter.director) 即列为主任（办法第16条）。",
        en: "Filed with the department and the bureau; \(file.matter.director) stands as director from then on (article 16).")
    case .note:
      Phrase(zh: "\(file.matter.director) 任主任，予以备案（办法第16条）。", en: "\(file.matter.director) as director is taken on file (article 16).")
    case .query: Phrase(zh: "备案可以询问，不能不予备案（办法第16条）。", en: "One may ask; a filing is not refused (article 16).")
    case .lapse: file.lapseWords
    default: Phrase(same: "")
    }
  }

  static func record(of step: DirectorStep) -> [Phrase] {
    switch step {
    case .decide(let day, let document): [Phrase(same: "\(day)  \(document)")]
    case .file, .note: []
    case .query(let text), .answer(let text): [Phrase(same: text.string)]
    case .withdraw(let reason): [Phrase(same: reason.string)]
    case .lapse(let lapse): [lapse.phrase]
    }
  }

  static func take(_ step: DirectorStep, _ number: String, _ store: CenterStore, _ who: Acting) throws {
    try store.stepDirector(number, step, by: who)
  }
}
