import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One call: what it asks for and by when, and the applications that came under it, by stage (articles 8 and 10).
@MainActor
enum CallPage {
  static func screen(_ sitting: Sitting, _ year: Int) -> any Screen {
    let role = sitting.member.role
    let seesApplications = role != .viewer && role != .agency
    return RecordScreen(
      sitting,
      RecordScreen<File>.Description(
        title: Phrase(zh: "\(year) 年度申报通知", en: "Call of \(year)"), concerns: ["call.", "application.", "import.", "term."],
        read: { store, who in
          let calls = try store.calls(by: who)
          guard let record = calls.first(where: { $0.call.year == year }) else { throw StoreError.noSuch(.call, String(year)) }
          return File(
            record: record, years: calls.map(\.call.year),
            applications: seesApplications ? try store.applications(by: who).filter { $0.year == year } : nil)
        }, sections: { sections($0, sitting) }, acts: { acts($0, sitting, reload: $1) }))
  }

  private struct File: Sendable {
    let record: CallRecord
    /// The years that have a call.
    let years: [Int]
    /// Those that came under it and that one may see; `nil` for those who see none.
    let applications: [ApplicationSummary]?
  }

  private static func acts(_ file: File, _ sitting: Sitting, reload: @escaping @MainActor () -> Void) -> [DirectoryAct] {
    let call = file.record.call
    let forbidden = sitting.isStaff ? nil : Phrase(zh: "由市科技局发布和变更", en: "the bureau gives calls out and changes them")
    return [
      DirectoryAct(binding: .changeCall(refusal: forbidden)) {
        sitting.runtime.push(CallForm.screen(sitting, over: call, years: [], then: reload))
      },
      DirectoryAct(binding: .callLikeThis(refusal: forbidden)) {
        sitting.runtime.push(CallForm.screen(sitting, over: nil, like: call, years: file.years, then: reload))
      },
    ]
  }

  private static func sections(_ file: File, _ sitting: Sitting) -> [RecordSection] {
    let (record, call) = (file.record, file.record.call)
    var head = [
      RecordSection.pair(
        Phrase(zh: "发布", en: "given out"), Phrase(same: record.publishedOn.description) + RulesInForce.remark(on: record.publishedOn)),
      RecordSection.pair(Phrase(zh: "开始受理", en: "opens"), day(call.opensOn, sitting.today, isLast: false)),
    ]
    head += CallDeadline.allCases.map { deadline in
      let last = call.lastDays[deadline]
      return RecordSection.pair(deadline.phrase, day(last, sitting.today, isLast: true), last < sitting.today ? .muted : .plain)
    }
    head += [
      RecordSection.pair(
        Phrase(zh: "申报材料", en: "documents"), .list(call.documents.map { Phrase(same: $0.string) }) + Citation.phrase("10").inBrackets),
      RecordSection.pair(
        Phrase(zh: "评审专家", en: "experts"),
        Phrase(zh: "至少 \(call.minimumExperts) 人", en: "at least \(call.minimumExperts)") + Citation.phrase("11").inBrackets),
    ]
    if let change = record.lastChange {
      head.append(
        RecordSection.pair(
          Phrase(zh: "变更", en: "changed"), Phrase(zh: "\(change.on)，理由：\(change.reason)", en: "\(change.on): \(change.reason)")))
    }
    let fields = call.priorityFields.map { field in
      RecordSection.Entry(cells: [sitting.names[field.string]], reference: .term(.field, field.string))
    }
    return [
      RecordSection(heading: Phrase(zh: "\(call.year) 年度申报通知（办法第8条）", en: "Call of \(call.year) (article 8)"), entries: head),
      RecordSection(
        heading: Phrase(zh: "优先布局领域", en: "Priority fields"), entries: fields,
        empty: Phrase(zh: "未限定", en: "none named: no field is flagged")),
    ] + (file.applications.map { applications($0) } ?? [])
  }

  /// A day, and whether it is past or how far off.
  private static func day(_ day: Day, _ today: Day, isLast: Bool) -> Phrase {
    let left = day.number - today.number
    let standing: Phrase? =
      if left < 0 {
        isLast ? Phrase(zh: "已过", en: "past") : nil
      } else if left == 0 {
        Phrase(zh: "今天", en: "today")
      } else {
        Phrase(zh: "还有 \(left) 天", en: "\(left.counted("day")) to go")
      }
    return Phrase(same: day.description) + (standing?.inBrackets ?? Phrase(same: ""))
  }

  /// The applications, a section for each stage at which any stands.
  private static func applications(_ all: [ApplicationSummary]) -> [RecordSection] {
    let stages = ApplicationStage.allCases.compactMap { stage in
      let those = all.filter { $0.stage == stage }
      return those.isEmpty ? nil : (stage, those)
    }
    let counts = stages.map { $0.0.phrase + Phrase(same: " \($0.1.count)") }
    let total = RecordSection(
      heading: Phrase(zh: "申请", en: "Applications"),
      entries: stages.isEmpty
        ? [] : [RecordSection.pair(Phrase(zh: "共 \(all.count) 件", en: "\(all.count) in all"), .list(counts))])
    return [total]
      + stages.map { stage, those in
        RecordSection(
          heading: stage.phrase,
          entries: those.map { application in
            RecordSection.Entry(
              cells: [Phrase(same: application.number), Phrase(same: "\(application.name)\n\(application.host)")],
              ink: stage.isOpen ? .plain : .muted, reference: .application(application.number))
          })
      }
  }
}

extension KeyBinding {
  /// Changes a call that is out.
  static func changeCall(refusal: Phrase?) -> KeyBinding {
    KeyBinding(
      "change", [.character("e"), KeyPress(.function(4))], label: Phrase(zh: "变更", en: "change"),
      explanation: Phrase(zh: "变更通知，须写明理由", en: "change the call, with a reason"), prominence: .footer, refusal: refusal)
  }

  /// Begins a new call like one that is out.
  static func callLikeThis(refusal: Phrase?) -> KeyBinding {
    KeyBinding(
      "like", [.character("c"), KeyPress(.function(5))], label: Phrase(zh: "照此新建", en: "new like this"),
      explanation: Phrase(zh: "以这一通知的领域、材料、日期为底稿新建", en: "begin a new call with the fields, documents and days of this one"),
      prominence: .footer, refusal: refusal)
  }
}
