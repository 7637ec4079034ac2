import GRDB
import Regulation

/// An application in a queue.
public struct ApplicationSummary: Sendable, Hashable {
  /// Its number: `SQ2026-0001`.
  public let number: String
  /// The year of the call.
  public let year: Int
  /// The name of the center that is applied for; empty while the host has not written one.
  public let name: String
  /// The field of technology; may be empty.
  public let field: String
  /// The host unit.
  public let host: String
  /// The competent department.
  public let department: String
  /// How far it has come.
  public let stage: ApplicationStage
  /// Since which day it stands there.
  public let since: Day
  /// Whether it waits for the person who asked, a step of theirs being expected now: an expert who handed in an opinion, or stepped aside, is
  /// waited for no more unless the group's opinion is theirs to write, nor is the bureau while opinions are missing or a notice runs.
  public internal(set) var waits = false
  /// What the expert who asked has done of the review; `nil` for everybody else.
  public internal(set) var ownPart: ReviewPart?
  /// What comes before the step of whoever has it in hand; how many experts are missing is told to the bureau only.
  public internal(set) var hold: ApplicationHold?
  /// The last day of whoever has it in hand, or of its notice; `nil` where there is none, and for experts.
  public internal(set) var due: Day?

  /// Since when the next step is somebody's to take; `nil` where none is to come, or none yet, or the expert who asked has done theirs.
  public internal(set) var dueSince: Day?
  /// Whether an objection that counts is open, before which is settled nobody is certified (article 12); told to the bureau only.
  public internal(set) var isHeldUp = false
  /// How many experts are still to be named before the review can come to anything (article 11); told to the bureau only, 0 for others.
  public internal(set) var unnamedExperts = 0
  /// Since when it can be certified, its notice being over and no objection open (article 12); told to the bureau only, `nil` otherwise.
  public internal(set) var certifiableSince: Day?

  mutating func stand(_ standing: WaitingBook.Standing) {
    waits = standing.waits
    hold = standing.hold
    due = standing.due
    dueSince = standing.since
    isHeldUp = standing.isHeldUp
    unnamedExperts = standing.unnamedExperts
    certifiableSince = standing.certifiableSince
  }
}

/// How far one expert has come with one application.
public enum ReviewPart: Sendable, Hashable {
  /// The opinion is still to be handed in.
  case open
  /// The opinion is handed in.
  case submitted
  /// The opinion is handed in, all others are as well, and the expert leads the group, whose opinion is still to be written.
  case groupOpinionDue
  /// The expert stepped aside (回避): nothing more is to be done.
  case steppedAside

  /// Whether something is expected of the expert while the review is open.
  public var isExpected: Bool { self == .open || self == .groupOpinionDue }
  /// Whether the expert's own opinion is handed in.
  public var isHandedIn: Bool { self == .submitted || self == .groupOpinionDue }
}

/// A step that was taken, with what it left on file.
public struct ApplicationEvent: Sendable, Hashable {
  /// The step.
  public let step: ApplicationStep
  /// Who took it; `nil` where that is not this person's to know.
  public let login: String?
  /// The name of who took it; `nil` where that is not this person's to know, or the login is no user's any more.
  public let name: String?
  /// When.
  public let on: Day
}

/// A look at the credit of an application's host, as it was put on file (article 9.4).
public struct CreditCheckEvent: Sendable, Hashable {
  /// What was found, where and when.
  public let check: CreditCheck
  /// The name of who put it on file; `nil` where that is not this person's to know, or the login is no user's any more.
  public let name: String?
  /// When it was put on file.
  public let recordedOn: Day
}

/// An expert's part in a review.
public struct ReviewerRecord: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// Whether this expert writes the group's opinion.
  public let isLeader: Bool
  /// The opinion as it stands.
  public let opinion: ExpertOpinion
  /// Whether it is handed in.
  public let isSubmitted: Bool
  /// Why the expert has to step aside (回避); `nil` where nothing stands in the way.
  public let recusal: Recusal?
}

/// An application as somebody may see it.
public struct ApplicationFile: Sendable {
  /// What the queue says of it.
  public let summary: ApplicationSummary
  /// The form.
  public let form: ApplicationForm
  /// Where it stands.
  public let application: Application
  /// The call that it answers.
  public let call: Call
  /// The form held against articles 9 and 10.
  public let eligibility: Eligibility
  /// What was done with it, in the order in which it was done, as far as it is this person's to know.
  public let course: [ApplicationHappening]
  /// What it was given back for the last time, while whoever gave it back has it again and decides on it; `nil` otherwise.
  public let givenBack: GivenBack?
  /// Its experts: all of them for staff, and for the group's leader once all opinions are in; one's own part for an expert; none for others.
  public let reviewers: [ReviewerRecord]
  /// How many opinions are in and still to come, which staff and the group's leader know; `nil` for others.
  public let panel: ReviewPanel?
  /// The group's opinion (专家组意见); empty where there is none, or it is not this person's to see.
  public let groupOpinion: PlainText
  /// What the next steps look at; how many opinions there are is told to staff only, whose steps alone need them.
  public let situation: Application.Situation

  /// The steps taken, the first one first.
  public var history: [ApplicationEvent] { course.compactMap { if case .step(let event) = $0 { event } else { nil } } }
  /// The looks at the host's credit, in the order in which they were put on file: those before this application as well.
  public var creditChecks: [CreditCheckEvent] { course.compactMap { if case .credit(let event) = $0 { event } else { nil } } }
  /// What the steps left on file, whatever came after them.
  public let trail: ApplicationTrail

  /// Why somebody of a role cannot take a step now; `nil` where they can.
  public func refusal(_ kind: ApplicationStepKind, by role: Role) -> Refusal? { application.refusal(kind, by: role, situation) }
}

/// An application as the store keeps it.
struct StoredApplication {
  let id: Int64
  let summary: ApplicationSummary
  let hostID: Int64
  let departmentID: Int64
  let formText: String
  let application: Application
  let groupOpinion: PlainText

  var form: ApplicationForm { get throws { try JSONText.decode(formText) } }
}

extension CenterStore {
  static let applicationSelection = """
    SELECT number, application.year, application.name, application.field, organization.name, department.name, stage, since,
      application.id, host_id, department_id, form, state, group_opinion
    FROM application JOIN organization ON organization.id = host_id JOIN department ON department.id = department_id

    """

  static func applicationSummary(_ row: Row) throws -> ApplicationSummary {
    ApplicationSummary(
      number: row[0], year: row[1], name: row[2], field: row[3], host: row[4], department: row[5],
      stage: ApplicationStage(rawValue: row[6]) ?? .draft, since: try day(row[7]))
  }

  /// An application, whoever asks.
  static func storedApplication(_ number: String, _ db: Database) throws -> StoredApplication? {
    let statement = try db.cachedStatement(sql: applicationSelection + "WHERE number = ?")
    return try Row.fetchOne(statement, arguments: [number]).map { row in
      StoredApplication(
        id: row[8], summary: try applicationSummary(row), hostID: row[9], departmentID: row[10], formText: row[11],
        application: try JSONText.decode(row[12]), groupOpinion: try PlainText(row[13], .paragraphs))
    }
  }
}
