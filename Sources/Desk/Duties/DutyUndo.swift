import CenterStore
import Regulation
import Wording

/// How what was put on file of a duty, or taken out, is taken back.
enum DutyUndo {
  /// Why a record goes again that was entered a moment ago, as the chain keeps it.
  private static let reason = PlainText(literal: "撤销登记")

  /// Takes records out that were entered, and brings back what they corrected.
  static func entered(_ records: [DutyRecord], of code: String, over old: [DutyRecord]) -> Undo {
    Undo(name: name(records.first?.duty.phrase, code)) { store, who in
      let entries = try store.dutyFile(of: code, by: who).entries
      let stored = records.map { record in entries.first { $0.record == record } }
      guard !stored.contains(where: { $0 == nil }) else { throw Undo.isOvertaken }
      for (record, stored) in zip(records, stored.compactMap(\.self)) {
        if let before = old.first(where: { isSame($0, record) }) {
          try Undo.unlessOvertaken { try store.enterDuties([before], of: code, expecting: Seen([record]), by: who) }
        } else {
          try store.removeDuty(.record(stored.id), of: code, reason: reason, by: who)
        }
      }
    }
  }

  /// Takes a meeting out that was entered, or brings back what it corrected.
  static func entered(_ meeting: CommitteeMeeting, of code: String, over old: CommitteeMeeting?) -> Undo {
    Undo(name: name(meeting.committee.phrase, code)) { store, who in
      guard let stored = try store.dutyFile(of: code, by: who).meetings.first(where: { $0.meeting == meeting }) else {
        throw Undo.isOvertaken
      }
      if let old {
        try Undo.unlessOvertaken {
          try store.enterMeeting(old, of: code, correcting: stored.id, expecting: Seen(meeting), by: who)
        }
      } else {
        try store.removeDuty(.meeting(stored.id), of: code, reason: reason, by: who)
      }
    }
  }

  /// Lets those sit on a committee who sat there before it was named anew.
  static func named(
    _ committee: CommitteeKind, of code: String, _ new: [CommitteeMember], over old: [CommitteeMember], since day: Day
  ) -> Undo {
    Undo(name: name(committee.phrase, code)) { store, who in
      try Undo.unlessOvertaken { try store.nameCommittee(committee, of: code, old, since: day, expecting: Seen(new), by: who) }
    }
  }

  /// Puts back what was taken out; `nil` for a seat, which is named with its committee.
  static func removed(_ item: DutyItem, from file: DutyFile) -> Undo? {
    let code = file.code
    switch item {
    case .seat: return nil
    case .meeting(let number):
      return file.meetings.first { $0.id == number }.map { stored in
        Undo(name: name(stored.meeting.committee.phrase, code)) { try $0.enterMeeting(stored.meeting, of: code, by: $1) }
      }
    case .record(let number):
      return file.entries.first { $0.id == number }.map { stored in
        Undo(name: name(stored.record.duty.phrase, code)) { store, who in
          let entries = try store.dutyFile(of: code, by: who).entries
          if entries.contains(where: { isSame($0.record, stored.record) }) { throw Undo.isOvertaken }
          try store.enterDuties([stored.record], of: code, by: who)
        }
      }
    }
  }

  /// Whether both speak of the same part, subject and year.
  private static func isSame(_ left: DutyRecord, _ right: DutyRecord) -> Bool {
    left.duty == right.duty && left.part == right.part && left.subject == right.subject && left.year == right.year
  }

  private static func name(_ what: Phrase?, _ code: String) -> Phrase { (what ?? .duties) + Phrase(same: " \(code)") }
}
