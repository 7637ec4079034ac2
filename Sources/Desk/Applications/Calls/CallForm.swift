import CenterStore
import DeskRuntime
import Regulation
import Wording

/// The form in which a call is given out, or changed with a reason (articles 8 and 10).
@MainActor
enum CallForm {
  /// The screen.
  ///
  /// - Parameters:
  ///   - model: the call of another year with which a new one begins, its days a year or more later.
  ///   - years: the years that have a call already.
  ///   - then: shows what there is now.
  static func screen(
    _ sitting: Sitting, over old: Call?, like model: Call? = nil, years: [Int], then: @escaping @MainActor () -> Void = {}
  ) -> ActScreen {
    // A retired field that the call named stays its priority until it is unticked; a new call is offered what is in use.
    let fields = sitting.names.offered(keeping: old?.priorityFields ?? [])
    let verb = old == nil ? Phrase(zh: "发布", en: "give out") : Phrase(zh: "变更", en: "change")
    let title = old.map { Phrase(zh: "变更 \($0.year) 年度申报通知", en: "Change the call of \($0.year)") } ?? Phrase(zh: "新申报通知", en: "New call")
    var description = ActScreen.Description(
      title: title,
      words: Phrase(zh: "发布后各单位、各部门可见（办法第8、10条）。", en: "Hosts and departments see it once it is out (articles 8, 10).")
        + RulesInForce.remark(on: sitting.today),
      verb: verb,
      done: old == nil ? Phrase(zh: "申报通知已发布", en: "The call is out") : Phrase(zh: "申报通知已变更", en: "The call is changed"),
      draft: "call/\(old.map { String($0.year) } ?? "new")")
    description.warning = { old == nil ? question($0, fields: fields) : question($0, over: old, fields: fields) }
    return ActScreen.correcting(
      sitting, description, items(over: old, like: model, fields: fields, year: sitting.today.year, years: years), seeing: old,
      check: { problems($0, old: old, fields: fields, years: years) },
      doing: { store, who, answers, seen in
        guard let call = try? call(answers, old: old, fields: fields) else { return nil }
        try store.publishCall(call, reason: answers.text("reason"), expecting: seen, by: who)
        return nil
      }, then: then)
  }

  /// What is asked before a call is out: everybody sees it then.
  nonisolated private static func question(_ answers: ActAnswers, fields: [Phrase]) -> Phrase {
    guard let call = try? call(answers, old: nil, fields: fields) else { return Phrase(zh: "发布？", en: "Give it out?") }
    let days = CallDeadline.allCases.map { deadline in
      Phrase(zh: "\(deadline.phrase.zh) \(call.lastDays[deadline])", en: "\(deadline.phrase.en) \(call.lastDays[deadline])")
    }
    return Phrase(zh: "\(call.year) 年度，\(call.opensOn) 起受理；", en: "For \(call.year), open from \(call.opensOn) on; ") + Phrase.list(days)
      + Phrase(zh: "。发布后变更须写明理由。", en: ". Changing it later needs a reason.")
  }

  /// What is asked before a call that is out is another one: what of it changes.
  nonisolated private static func question(_ answers: ActAnswers, over old: Call?, fields: [Phrase]) -> Phrase {
    guard let old, let new = try? call(answers, old: old, fields: fields) else { return Phrase(zh: "变更？", en: "Change it?") }
    func change(_ name: Phrase, _ before: some Equatable & CustomStringConvertible, _ after: some Equatable & CustomStringConvertible)
      -> Phrase?
    {
      before.description == after.description ? nil : name + Phrase(zh: " \(before) 改为 \(after)", en: " \(before) becomes \(after)")
    }
    var changes = [change(Phrase(zh: "开始受理日", en: "opening day"), old.opensOn, new.opensOn)]
    changes += CallDeadline.allCases.map { change($0.phrase, old.lastDays[$0], new.lastDays[$0]) }
    changes.append(change(Phrase(zh: "评审专家", en: "experts"), old.minimumExperts, new.minimumExperts))
    if old.priorityFields != new.priorityFields { changes.append(Phrase(zh: "优先布局领域有变", en: "other priority fields")) }
    if old.furtherDocuments != new.furtherDocuments { changes.append(Phrase(zh: "其他申报材料有变", en: "other further documents")) }
    let told = changes.compactMap { $0 }
    if told.isEmpty { return Phrase(zh: "没有改动。", en: "Nothing is changed.") }
    return Phrase(zh: "已发布的通知将变更：", en: "The call that is out changes: ") + Phrase.list(told)
      + Phrase(zh: "。各单位、各部门看到变更和理由。", en: ". Hosts and departments see it, and the reason.")
  }

  /// What is ticked, in the order in which the call named it before; what is new comes after.
  nonisolated private static func priorityFields(_ ticked: [PlainText], over old: Call?) -> [PlainText] {
    let kept = (old?.priorityFields ?? []).filter(ticked.contains)
    return kept + ticked.filter { !kept.contains($0) }
  }

  nonisolated static func items(over old: Call?, like model: Call? = nil, fields: [Phrase], year: Int, years: [Int]) -> [ActField] {
    let next = (years.max().map { $0 + 1 }).map { max($0, year) } ?? year
    let sample = old?.year ?? next
    let day = Phrase(zh: "如 \(sample)-03-31 或 \(sample)0331", en: "such as \(sample)-03-31 or \(sample)0331")
    let start = old ?? model
    let chosen = fields.indices.filter { place in start?.priorityFields.contains { $0.string == fields[place].zh } ?? false }
    // The days of another year's call, so many years later.
    func moved(_ day: Day?) -> String {
      guard let day else { return "" }
      guard old == nil, let model else { return day.description }
      return (day.moved(years: next - model.year) ?? day).description
    }
    var items: [ActField] = []
    if old == nil {
      items.append(ActField(id: "year", label: Phrase(zh: "年度", en: "Year"), kind: .whole(2000...9999), initial: String(next)))
    }
    items += [
      ActField(
        id: "opens", label: Phrase(zh: "开始受理日", en: "Opening day"), kind: .day, hint: day, initial: moved(start?.opensOn))
    ]
    items += CallDeadline.allCases.map { deadline in
      ActField(
        id: deadline.rawValue, label: label(of: deadline), kind: .day, hint: day, initial: moved(start?.lastDays[deadline]))
    }
    items += [
      ActField(
        id: "experts", label: Phrase(zh: "评审专家至少（人）", en: "Experts at least"), kind: .whole(Call.lawfulExperts),
        initial: String(start?.minimumExperts ?? Call.usualExperts)),
      ActField(
        id: "fields", label: Phrase(zh: "优先布局领域", en: "Priority fields"), kind: .ticks(fields),
        hint: Phrase(zh: "空格勾选；都不选为不限定", en: "Space ticks; none means no priority"), isOptional: true,
        initial: chosen.map { String($0) }.joined(separator: " ")),
      ActField(
        id: "documents", label: Phrase(zh: "其他申报材料", en: "Further documents"), kind: .line(limit: 400),
        hint: Phrase(zh: "申报书、实施方案之外，用；隔开", en: "beside the two of article 10, parted by ;"), isOptional: true,
        initial: start?.furtherDocuments.map(\.string).joined(separator: "；") ?? ""),
    ]
    if old != nil { items.append(ActField(id: "reason", label: Phrase(zh: "变更理由", en: "Reason"), kind: .lines)) }
    return items
  }

  /// What a last day is called as a label, which begins with a capital letter like all others.
  nonisolated private static func label(of deadline: CallDeadline) -> Phrase {
    Phrase(zh: deadline.phrase.zh, en: deadline.phrase.en.prefix(1).uppercased() + deadline.phrase.en.dropFirst())
  }

  nonisolated private static func call(_ answers: ActAnswers, old: Call?, fields: [Phrase]) throws -> Call {
    let none = Day(number: 0)
    let documents = answers.text("documents").string.split { "；;".contains($0) }
    return try Call(
      year: old?.year ?? answers.whole("year") ?? 0, opensOn: answers.day("opens") ?? none,
      lastDays: Call.LastDays(
        host: answers.day(CallDeadline.host.rawValue) ?? none, department: answers.day(CallDeadline.department.rawValue) ?? none,
        correction: answers.day(CallDeadline.correction.rawValue) ?? none),
      priorityFields: priorityFields(try answers.places("fields").sorted().map { try PlainText(fields[$0].zh) }, over: old),
      furtherDocuments: try documents.map { try PlainText(String($0)) }.filter { !$0.isEmpty },
      minimumExperts: answers.whole("experts") ?? Call.usualExperts)
  }

  nonisolated private static func problems(_ answers: ActAnswers, old: Call?, fields: [Phrase], years: [Int]) -> [String: Phrase] {
    if let year = answers.whole("year"), years.contains(year) {
      return ["year": Phrase(zh: "\(year) 年度申报通知已发布，请在列表中变更", en: "The call of \(year) is out; change it in the list")]
    }
    do {
      _ = try call(answers, old: old, fields: fields)
      return [:]
    } catch let faults as CallFaults {
      var problems: [String: Phrase] = [:]
      for (part, refusal) in faults.byPart {
        switch part {
        case .year: problems["year"] = refusal.cited
        case .lastDay(let deadline): problems[deadline.rawValue] = refusal.cited
        case .minimumExperts: problems["experts"] = refusal.cited
        }
      }
      return problems
    } catch {
      return ["documents": Sitting.phrase(for: error)]
    }
  }
}

extension Day {
  /// The same day of another year; the last day of February where that year has no 29th.
  fileprivate func moved(years: Int) -> Day? {
    let parts = description.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return Day(parts[0] + years, parts[1], parts[2]) ?? Day(parts[0] + years, parts[1], parts[2] - 1)
  }
}
