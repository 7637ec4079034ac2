import CenterStore
import DeskRuntime
import Regulation
import Wording

/// Who sits on a committee and when it met (articles 14 and 15).
extension DutyForm {
  func name(_ committee: CommitteeKind) {
    let (code, file) = (file.code, file)
    let members = file.seats.filter { $0.tenure.committee == committee && $0.tenure.until == nil }.map(\.tenure.seat.member)
    var description = description(
      Phrase(
        zh: "写明自该日起的全部成员；不再列出的视为当日离任（办法第\(committee.article)条）。",
        en: "Write all members from that day on; who is not listed has left on it (article \(committee.article))."))
    description.concern = { answers in
      guard let day = answers.day("since"), case .members(let new) = answers.answer("members") else { return nil }
      return DutyForm.concern(file.roll(of: committee, naming: new, on: day))
    }
    push(
      description,
      [
        ActField(
          id: "members", label: committee.phrase.capitalized, kind: .members,
          hint: Phrase(zh: "一行一人：姓名，单位，职务（主任、中心负责人，成员不写）", en: "one person a line: name, employer, duty (chair, officer, or none)"),
          initial: CommitteeText.text(members)),
        ActField(id: "since", label: Phrase(zh: "自", en: "From"), kind: .day, initial: sitting.today.description),
      ], seeing: members
    ) { store, who, answers, seen in
      guard let day = answers.day("since"), case .members(let new) = answers.answer("members") else { return nil }
      if Set(new) == Set(members) { throw DutyForm.unchanged }
      try store.nameCommittee(committee, of: code, new, since: day, expecting: seen, by: who)
      return DutyUndo.named(committee, of: code, new, over: members, since: day)
    }
  }

  /// What a committee lacks of what its article asks; it may be put on file as it is, and the duty is not kept then.
  private nonisolated static func concern(_ roll: CommitteeRoll) -> Phrase? {
    let amiss = roll.findings.filter { $0.holds != true }
    if amiss.isEmpty { return nil }
    let lines = amiss.map(\.phrase) + [Phrase(zh: "可以登记，但该项职责不算落实。", en: "It can be entered, and the duty is not kept then.")]
    return Phrase(zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
  }

  func meet(_ committee: CommitteeKind, correcting stored: StoredMeeting? = nil) {
    let (code, today) = (file.code, sitting.today)
    let items = AgendaItem.items(of: committee)
    let ticked = stored.map { stored in items.indices.filter { stored.meeting.agenda.contains(items[$0]) } } ?? []
    push(
      description(
        Phrase(
          zh: "每年至少召开一次；写明议题和会议纪要（办法第\(committee.article)条）。",
          en: "At least once a year; say what it dealt with, and name the minutes (article \(committee.article))."),
        draft: stored == nil),
      [
        ActField(
          id: "day", label: Phrase(zh: "会议日期", en: "Met on"), kind: .day, initial: (stored?.meeting.day ?? today).description),
        ActField(
          id: "agenda", label: Phrase(zh: "议题", en: "Agenda"), kind: .ticks(items.map(\.phrase.capitalized)),
          initial: ticked.map(String.init).joined(separator: " ")),
        ActField(
          id: "outcome", label: Phrase(zh: "决定或意见", en: "Outcome"), kind: .lines, isOptional: true,
          initial: stored?.meeting.outcome.string ?? ""),
        ActField(
          id: "minutes", label: Phrase(zh: "会议纪要", en: "Minutes"), kind: .line(limit: 100),
          hint: Phrase(zh: "名称和存放处", en: "what they are called, where they lie"), initial: stored?.meeting.minutes.string ?? ""),
      ], seeing: stored?.meeting
    ) { store, who, answers, seen in
      guard let day = answers.day("day") else { return nil }
      let meeting = try CommitteeMeeting(
        of: committee, on: day, agenda: answers.places("agenda").sorted().map { items[$0] }, outcome: answers.text("outcome"),
        minutes: answers.text("minutes"), today: today)
      if meeting == stored?.meeting { throw DutyForm.unchanged }
      try store.enterMeeting(meeting, of: code, correcting: stored?.id, expecting: seen.ofSomething(), by: who)
      return DutyUndo.entered(meeting, of: code, over: stored?.meeting)
    }
  }
}
