import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is entered of a duty: a form for each of its kinds (articles 6, 7 and 14 to 24).
@MainActor
struct DutyForm {
  let sitting: Sitting
  let file: DutyFile
  let duty: Duty
  let then: @MainActor () -> Void

  /// Asks for what shows that the duty is kept.
  func enter() {
    switch duty.proof {
    case .director:
      sitting.runtime.notice(
        Phrase(zh: "主任经备案登记：在中心档案按 F2（办法第16条）", en: "A director is filed: F2 in the center's file (article 16)"), .caution)
    case .committee(let committee): name(committee)
    case .meeting(let committee): meet(committee)
    case .records where duty == .coBuilding: chooseCoBuilder()
    case .records: record(subject: nil)
    }
  }

  /// Corrects something on file.
  func correct(_ item: DutyItem) {
    switch item {
    case .seat: enter()
    case .meeting(let number):
      if let stored = file.meetings.first(where: { $0.id == number }) { meet(stored.meeting.committee, correcting: stored) }
    case .record(let number):
      if let stored = file.entries.first(where: { $0.id == number }) { correct(stored.record) }
    }
  }

  /// Takes something out that was entered by mistake.
  func remove(_ item: DutyItem) {
    let (code, undo) = (file.code, DutyUndo.removed(item, from: file))
    sitting.runtime.push(
      ActScreen.undoable(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "移除 \(duty.phrase.zh) \(code)", en: "Take out: \(duty.phrase.en), \(code)"),
          words: Phrase(zh: "只移除误录的；原内容留在审计链。", en: "For what was entered by mistake; what it said stays in the audit chain."),
          verb: Phrase(zh: "移除", en: "Take out"), done: Phrase(zh: "已移除", en: "It is taken out")), [.matterReason],
        doing: { store, who, answers in
          try store.removeDuty(item, of: code, reason: answers.text("reason"), by: who)
          return undo
        }, then: then))
  }

  /// Nothing is on file anew where nothing was changed, and nobody should read that something was.
  nonisolated static let unchanged = Refusal(article: nil, Phrase(zh: "内容没有改动", en: "nothing was changed"))

  // MARK: - Records

  private func chooseCoBuilder() {
    let builders = file.records.coBuilders(on: sitting.today)
    guard builders.count > 1 else {
      guard let only = builders.first else {
        return sitting.runtime.notice(Phrase(zh: "该中心没有共建单位", en: "The center has no co-builders"), .caution)
      }
      return record(subject: only)
    }
    let form = self
    sitting.runtime.choose(Phrase(zh: "哪家共建单位？", en: "Which co-builder?"), builders.map { Choice(Phrase(same: $0.string)) }) { place in
      if let place { form.record(subject: builders[place]) }
    }
  }

  /// Asks for each part; what is on file stands there, and is written anew only where it is changed.
  private func record(subject: PlainText?) {
    let (code, today, duty, entries) = (file.code, sitting.today, duty, file.entries.map(\.record))
    let year = file.findings.first { $0.duty == duty }?.standing.year ?? today.year
    func old(_ part: DutyPart?, _ year: Int?) -> DutyRecord? {
      entries.first { $0.duty == duty && $0.part == part && $0.subject == (subject ?? .empty) && $0.year == year }
    }
    let parts: [DutyPart?] = duty.parts.isEmpty ? [nil] : duty.parts.map(Optional.some)
    var fields: [ActField] = []
    if let subject { fields.append(fixed(duty.subject ?? duty.phrase, subject.string)) }
    if subject == nil, let label = duty.subject { fields.append(ActField(id: "subject", label: label.capitalized, kind: .line(limit: 60))) }
    if duty.isYearly {
      fields.append(ActField(id: "year", label: Phrase(zh: "年度", en: "Year"), kind: .whole(2000...2100), initial: "\(year)"))
    }
    let groups = duty == .researchGroups ? Phrase(zh: "技术带头人和成员", en: "Leader and members") : nil
    fields += parts.map { part in
      ActField(
        id: part?.rawValue ?? "text", label: part?.phrase.capitalized ?? groups ?? Phrase(zh: "情况", en: "How it is kept"), kind: .lines,
        isOptional: part != nil, initial: duty == .researchGroups ? "" : old(part, duty.isYearly ? year : nil)?.text.string ?? "")
    }
    fields += DutyForm.dayAndEvidence(today, "")
    push(description(DutyForm.words(duty)), fields, seeing: entries.filter { $0.duty == duty }) { store, who, answers, seen in
      guard let day = answers.day("day") else { return nil }
      let year = duty.isYearly ? answers.whole("year") : nil
      let about = subject ?? answers.optionalText("subject") ?? .empty
      var records: [DutyRecord] = []
      for part in parts {
        guard let text = answers.optionalText(part?.rawValue ?? "text") else { continue }
        let evidence = answers.text("evidence")
        let old = entries.first { $0.duty == duty && $0.part == part && $0.subject == about && $0.year == year }
        if let old, old.text == text, evidence.isEmpty || evidence == old.evidence { continue }
        records.append(
          try DutyRecord(duty, part: part, subject: about, year: year, on: day, text: text, evidence: evidence, today: today))
      }
      if records.isEmpty { throw Refusal(article: duty.article, Phrase(zh: "没有填写新内容", en: "nothing new is written")) }
      try store.enterDuties(records, of: code, expecting: seen, by: who)
      return DutyUndo.entered(records, of: code, over: entries)
    }
  }

  private func correct(_ record: DutyRecord) {
    let (code, today) = (file.code, sitting.today)
    var fields: [ActField] = []
    if let label = duty.subject { fields.append(fixed(label, record.subject.string)) }
    if let year = record.year { fields.append(fixed(Phrase(zh: "年度", en: "Year"), "\(year)")) }
    fields.append(
      ActField(
        id: "text", label: (record.part?.phrase ?? Phrase(zh: "情况", en: "How it is kept")).capitalized, kind: .lines,
        initial: record.text.string))
    fields += DutyForm.dayAndEvidence(record.day, record.evidence.string)
    push(description(Phrase(zh: "原内容留在审计链。", en: "What it said stays in the audit chain."), draft: false), fields, seeing: [record]) {
      store, who, answers, seen in
      guard let day = answers.day("day") else { return nil }
      let new = try DutyRecord(
        record.duty, part: record.part, subject: record.subject, year: record.year, on: day, text: answers.text("text"),
        evidence: answers.text("evidence"), today: today)
      if new == record { throw DutyForm.unchanged }
      try store.enterDuties([new], of: code, expecting: seen, by: who)
      return DutyUndo.entered([new], of: code, over: [record])
    }
  }

  private func fixed(_ label: Phrase, _ text: String) -> ActField {
    var field = ActField(id: "fixed", label: label.capitalized, kind: .line(limit: 200), initial: text)
    field.isFixed = true
    return field
  }

  private static func dayAndEvidence(_ day: Day, _ evidence: String) -> [ActField] {
    [
      ActField(id: "day", label: Phrase(zh: "日期", en: "Day"), kind: .day, initial: day.description),
      ActField(
        id: "evidence", label: Phrase(zh: "佐证材料", en: "Evidence"), kind: .lines,
        hint: Phrase(zh: "名称和存放处", en: "what it is and where it lies"), isOptional: true, initial: evidence),
    ]
  }

  /// What the article asks, in a line.
  private static func words(_ duty: Duty) -> Phrase {
    let cited = Citation.bracketed(duty.article)
    let words: Phrase =
      switch duty {
      case .assessment: Phrase(zh: "依托单位对主任年度工作进行考核", en: "The host assesses the director's work of each year")
      case .coBuilding: Phrase(zh: "共建单位明确参加的机构、人员，承担分工任务", en: "Each co-builder names its body, its people and its tasks")
      case .autonomy: Phrase(zh: "管理委员会在五个方面赋予主任自主权", en: "The management committee gives the director autonomy in five matters")
      case .researchGroups: Phrase(zh: "按研发方向设立，明确带头人和成员", en: "By direction of research, each with a leader and members")
      case .plan: Phrase(zh: "每年制订研发计划、设立研发项目", en: "A plan and projects of R&D each year")
      case .sharing: Phrase(zh: "可以加入省大型仪器开放共享平台，不作要求", en: "Instruments may be shared; nobody has to")
      case .cooperation: Phrase(zh: "与高校、院所合作的开放运行机制", en: "How it works with universities and institutes")
      case .rules: Phrase(zh: "四方面管理制度，配备专职管理人员", en: "Rules in four fields, and full-time managers")
      case .accounts: Phrase(zh: "设立专账、独立核算；财政经费单独核算", en: "Books of its own; state money accounted separately")
      case .attribution: Phrase(zh: "论文、专著标注中心名称", en: "Papers and books name the center")
      default: duty.phrase
      }
    return words + cited + Phrase(zh: "。", en: ".")
  }

  // MARK: -

  func description(_ words: Phrase, draft: Bool = true) -> ActScreen.Description {
    ActScreen.Description(
      title: duty.phrase.capitalized + Phrase(same: " \(file.code)"), words: words, verb: Phrase(zh: "登记", en: "Enter it"),
      done: Phrase(zh: "已登记", en: "It is on file"), draft: draft ? "duty/\(file.code)/\(duty.rawValue)" : nil)
  }

  func push<Record: Codable & Equatable & Sendable>(
    _ description: ActScreen.Description, _ fields: [ActField], seeing record: Record, doing: @escaping ActScreen.Correcting<Record>
  ) {
    sitting.runtime.push(ActScreen.correcting(sitting, description, fields, seeing: record, doing: doing, then: then))
  }
}

extension Phrase {
  /// With a capital in English.
  var capitalized: Phrase { Phrase(zh: zh, en: en.capitalizedSentence) }
}
