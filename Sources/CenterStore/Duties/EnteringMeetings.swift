import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Puts a meeting of a committee on file, or corrects one (articles 14 and 15).
  ///
  /// - Parameters:
  ///   - number: the meeting that is corrected; `nil`: a new one.
  ///   - expecting: what was on file of it when this person began (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` where a meeting of that committee and day is on file; as ``nameCommittee(_:of:_:since:expecting:by:)``.
  public func enterMeeting(
    _ meeting: CommitteeMeeting, of code: String, correcting number: Int64? = nil, expecting: Seen<CommitteeMeeting>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.enterDuty, by: who) { operation in
      let center = try operation.centerOfDuties(code, .enterDuty)
      let all = try CenterStore.meetings(of: center, operation.db)
      let old = try number.map { number in
        guard let old = all.first(where: { $0.id == number }) else { throw Operation.gone }
        return old
      }
      let meeting = try old.map { try operation.join(meeting, $0, expecting, of: code) } ?? meeting
      if old?.meeting == meeting { return }
      if all.contains(where: { $0.id != number && $0.meeting.committee == meeting.committee && $0.meeting.day == meeting.day }) {
        throw Refusal(
          article: meeting.committee.article,
          Phrase(zh: "\(meeting.day) 的会议已在案，请更正该条", en: "the meeting of \(meeting.day) is on file: correct it there"))
      }
      try operation.require(meeting.day, notAfterTodayOf: meeting.committee.article)
      let link = try operation.append(
        .enterDuty,
        Change(
          object: "meeting/\(code)/\(meeting.committee.rawValue)/\(meeting.day)",
          before: try old.map { try CenterStore.fields($0.meeting) },
          after: try CenterStore.fields(meeting)))
      if let old { try operation.db.execute(sql: "DELETE FROM committee_meeting WHERE id = ?", arguments: [old.id]) }
      try operation.db.execute(
        sql: """
          INSERT INTO committee_meeting(id, center_id, committee, day, agenda, outcome, minutes, origin, link)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          old?.id, center, meeting.committee.rawValue, meeting.day.description, meeting.agenda.map(\.rawValue).joined(separator: " "),
          meeting.outcome.string, meeting.minutes.string, operation.dutyOrigin.rawValue, link,
        ])
      if let old = old?.meeting, old.day != meeting.day || old.committee != meeting.committee {
        try operation.moveProofs(
          of: .meeting(old.committee, on: old.day), to: .meeting(meeting.committee, on: meeting.day), of: (center, code))
      }
    }
  }
}

extension Operation {
  /// What two people say of one meeting.
  fileprivate func join(
    _ own: CommitteeMeeting, _ old: StoredMeeting, _ expecting: Seen<CommitteeMeeting>?, of code: String
  ) throws -> CommitteeMeeting {
    let (kept, committee) = (old.meeting, old.meeting.committee)
    let joining = try join(
      Joined(
        Phrase(zh: "\(kept.day) 的\(committee.phrase.zh)会议", en: "the meeting of the \(committee.phrase.en) of \(kept.day)"),
        "meeting/\(code)/\(committee.rawValue)/\(kept.day)", expecting, own: own.fields, over: kept.fields, \.fields),
      link: link(of: "committee_meeting WHERE id = ?", [old.id]))
    return try CommitteeMeeting(
      of: own.committee, on: joining.pick("day", own.day, kept.day), agenda: joining.pick("agenda", own.agenda, kept.agenda),
      outcome: joining.pick("outcome", own.outcome, kept.outcome), minutes: joining.pick("minutes", own.minutes, kept.minutes),
      today: now.day)
  }
}

extension CommitteeMeeting {
  /// What is compared where two people correct it.
  fileprivate var fields: Change.Fields {
    [
      ("day", day.description), ("agenda", agenda.map(\.phrase.zh).joined(separator: "；")), ("outcome", outcome.string),
      ("minutes", minutes.string),
    ]
  }
}
