import GRDB
import Regulation

/// What of a center's duties a document shows (articles 6, 7 and 14 to 24): told by what it is, so that a correction leaves it what it was.
public enum DutyPlace: Sendable, Hashable, CustomStringConvertible {
  /// Who sits on a committee.
  case members(CommitteeKind)
  /// A meeting of a committee.
  case meeting(CommitteeKind, on: Day)
  /// Another record: its part and its year, where it has those, and the research group that it is about, as names are compared. Records of all
  /// co-builders are one, since a co-builder may change its name.
  case record(Duty, DutyPart?, year: Int?, about: String)

  /// The duty to which it belongs.
  public var duty: Duty {
    switch self {
    case .members(.management): .managementCommittee
    case .members(.advisory): .advisoryCommittee
    case .meeting(.management, on: _): .managementMeeting
    case .meeting(.advisory, on: _): .advisoryMeeting
    case .record(let duty, _, year: _, about: _): duty
    }
  }

  /// As it is kept: `advisory_committee`, `advisory_meeting/2026-03-12`, `plan/projects/2026/`, `research_groups//0/防腐组`.
  public var description: String {
    switch self {
    case .members: duty.rawValue
    case .meeting(_, let day): "\(duty.rawValue)/\(day)"
    case .record(_, let part, let year, let about): "\(duty.rawValue)/\(part?.rawValue ?? "")/\(year ?? 0)/\(about)"
    }
  }

  /// Reads what was kept; `nil` for what a newer program may have written.
  init?(_ text: Substring) {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard let duty = Duty(rawValue: parts[0]) else { return nil }
    switch (duty.proof, parts.count) {
    case (.committee(let committee), 1): self = .members(committee)
    case (.meeting(let committee), 2):
      guard let day = Day(parsing: parts[1]) else { return nil }
      self = .meeting(committee, on: day)
    case (.records, 4):
      guard let year = Int(parts[2]), parts[1].isEmpty || DutyPart(rawValue: parts[1]) != nil else { return nil }
      self = .record(duty, DutyPart(rawValue: parts[1]), year: year == 0 ? nil : year, about: parts[3])
    default: return nil
    }
  }

  /// Whether anything of it is on file of a center.
  func isOnFile(of center: Int64, _ db: Database) throws -> Bool {
    let found: (sql: String, arguments: StatementArguments) =
      switch self {
      case .members(let committee): ("committee_seat WHERE center_id = ? AND committee = ?", [center, committee.rawValue])
      case .meeting(let committee, let day):
        ("committee_meeting WHERE center_id = ? AND committee = ? AND day = ?", [center, committee.rawValue, day.description])
      case .record(let duty, let part, let year, let about):
        (
          "duty_record WHERE center_id = ? AND duty = ? AND part = ? AND year = ? AND (subject_key = ? OR duty = ?)",
          [center, duty.rawValue, part?.rawValue ?? "", year ?? 0, about, Duty.coBuilding.rawValue]
        )
      }
    return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(found.sql))", arguments: found.arguments) ?? false
  }
}

extension DutyPlace: Comparable {
  /// In the order of the articles, the latest meeting last.
  public static func < (left: DutyPlace, right: DutyPlace) -> Bool {
    let (first, second) = (left.duty.rank, right.duty.rank)
    return first == second ? left.description.utf8.lexicographicallyPrecedes(right.description.utf8) : first < second
  }
}

extension Duty {
  /// Its place among all of them.
  fileprivate var rank: Int { Duty.allCases.firstIndex(of: self) ?? 0 }
}

extension StoredSeat {
  /// What a document shows that shows it: the committee as a whole.
  public var place: DutyPlace { .members(tenure.committee) }
}

extension StoredMeeting {
  /// What a document shows that shows it.
  public var place: DutyPlace { .meeting(meeting.committee, on: meeting.day) }
}

extension StoredDutyRecord {
  /// What a document shows that shows it.
  public var place: DutyPlace {
    .record(record.duty, record.part, year: record.year, about: record.duty == .coBuilding ? "" : NameKey(record.subject).string)
  }
}
