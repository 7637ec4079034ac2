import Foundation
import GRDB
import Regulation

/// Something that was done with an application.
public enum ApplicationHappening: Sendable, Hashable {
  /// A step was taken.
  case step(ApplicationEvent)
  /// The host's credit was looked up (article 9.4).
  case credit(CreditCheckEvent)
  /// Something of its review (article 11).
  case review(ReviewEvent)
  /// A document was entered, corrected or taken out after the application was handed in (article 10).
  case document(DocumentEvent)
}

/// Something that was done in the review of an application (article 11).
public struct ReviewEvent: Sendable, Hashable {
  /// What was done.
  public enum Kind: Sendable, Hashable {
    /// The expert was named, the leader of the group where told.
    case named(isLeader: Bool)
    /// The bureau let the expert go.
    case released(reason: PlainText)
    /// The expert handed in an opinion.
    case handedIn
    /// The expert took the opinion back.
    case takenBack
    /// The expert stepped aside (回避).
    case steppedAside(reason: PlainText)
    /// The leader wrote the group's opinion (专家组意见).
    case groupOpinion(PlainText)
  }

  /// What was done.
  public let kind: Kind
  /// The name of the expert whom it is about; `nil` where that is not this person's to know.
  public let expert: String?
  /// The name of the staff who did it; `nil` where an expert did, or it is not this person's to know.
  public let name: String?
  /// When.
  public let on: Day
}

extension CenterStore {
  /// What was done with an application, in the order in which it was done: all of it for staff; of the review an expert reads the own part and
  /// what the group said, its leader everything once all opinions are in, and nobody else anything.
  ///
  /// - Parameter seesAll: whether the review is this person's to know as a whole.
  static func course(
    of stored: StoredApplication, for member: Member, seesAll: Bool, _ db: Database
  ) throws -> [ApplicationHappening] {
    let isStaff = member.role == .admin || member.role == .bureau
    var found = try steps(of: stored, for: member, db) + creditChecks(of: stored, isStaff: isStaff, db)
    found += try documents(of: stored, isStaff: isStaff, db)
    if isStaff || member.role == .expert { found += try review(of: stored, for: member, seesAll: seesAll, db) }
    // Sorting is stable: steps that came in with one file keep their order.
    return found.sorted { $0.link < $1.link }.map(\.happening)
  }

  private typealias Linked = (link: Int64, happening: ApplicationHappening)

  /// The steps that were taken. Who took them staff read, and a host and a department of their own people.
  private static func steps(of stored: StoredApplication, for member: Member, _ db: Database) throws -> [Linked] {
    let isStaff = member.role == .admin || member.role == .bureau
    return try Row.fetchAll(
      db,
      sql: """
        SELECT step, login, day, user.name, application_step.link FROM application_step LEFT JOIN user USING (login)
        WHERE application_id = ? ORDER BY position
        """, arguments: [stored.id]
    ).map { row in
      let step: ApplicationStep = try JSONText.decode(row[0])
      let isTold = isStaff || step.kind.isTaken(by: member.role)
      let event = ApplicationEvent(
        step: isStaff ? step : step.withoutObjector, login: isStaff ? row[1] : nil, name: isTold ? row[3] : nil, on: try day(row[2]))
      return (row[4], .step(event))
    }
  }

  private static func creditChecks(of stored: StoredApplication, isStaff: Bool, _ db: Database) throws -> [Linked] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT document, user.name, audit.time, credit_check.link, day FROM credit_check LEFT JOIN audit ON seq = credit_check.link
        LEFT JOIN user ON user.login = audit.login WHERE credit_check.organization_id = ? AND credit_check.link <= ?
        ORDER BY day, credit_check.link
        """, arguments: [stored.hostID, try lastLinkThatCounts(for: stored, db)]
    ).map { row in
      let recorded = try (row[2] as Int64?).map { Moment(milliseconds: $0).day } ?? day(row[4])
      return (row[3], .credit(CreditCheckEvent(check: try JSONText.decode(row[0]), name: isStaff ? row[1] : nil, recordedOn: recorded)))
    }
  }

  private static func review(of stored: StoredApplication, for member: Member, seesAll: Bool, _ db: Database) throws -> [Linked] {
    let number = stored.summary.number
    var found: [Linked] = []
    for object in ["application/\(number)/", "conflict/\(number)/"] {
      // Behind the stroke in the order of characters comes the nought.
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT seq, time, audit.login, user.name, user.role, change FROM audit LEFT JOIN user USING (login)
          WHERE act IN (\(Schema.actsOfReview)) AND \(Schema.objectOfLink) > ? AND \(Schema.objectOfLink) < ?
          """, arguments: [object, String(object.dropLast()) + "0"])
      for row in rows {
        guard let told = try ReviewLink(row[5], prefix: object.count) else { continue }
        if let event = try event(told, row, for: member, seesAll: seesAll, db) { found.append((row[0], .review(event))) }
      }
    }
    return found
  }

  /// What a link tells a member; `nil` where it is not theirs to know.
  private static func event(_ told: ReviewLink, _ row: Row, for member: Member, seesAll: Bool, _ db: Database) throws -> ReviewEvent? {
    let isStaff = member.role == .admin || member.role == .bureau
    let actor: String = row[2]
    let login = told.expert ?? actor
    let isOwn = login == member.login
    if !seesAll, !isOwn, !told.isOfGroup { return nil }
    if !isStaff, case .released = told.kind { return nil }
    let expert: String? = seesAll || isOwn ? try expert(login, db)?.name.string ?? login : nil
    let role: String? = row[4]
    let staff: String = row[3] ?? actor
    return ReviewEvent(
      kind: told.kind, expert: expert, name: isStaff && role != Role.expert.rawValue ? staff : nil,
      on: Moment(milliseconds: row[1]).day)
  }
}

/// A link of a review, as the chain keeps it.
private struct ReviewLink {
  /// The login of the expert whom it is about; `nil` where it is whoever acted.
  let expert: String?
  let kind: ReviewEvent.Kind
  var isOfGroup: Bool { if case .groupOpinion = kind { true } else { false } }

  private struct Document: Decodable {
    var object: String
    var before: [String: String]?
    var after: [String: String]?
  }

  /// Reads a link; `nil` where it only keeps what an expert is still writing.
  ///
  /// - Parameter prefix: how many characters of the object's name tell of which application it is.
  init?(_ text: String, prefix: Int) throws {
    let document: Document = try JSONText.decode(text)
    let path = document.object.dropFirst(prefix).split(separator: "/").map(String.init)
    let after = document.after ?? [:]
    func words(_ name: String) throws -> PlainText { try PlainText(after[name] ?? "", .paragraphs) }
    switch path.first {
    case "expert" where path.count == 2:
      expert = path[1]
      kind = document.before == nil ? .named(isLeader: after["leader"] == "yes") : .released(reason: try words("reason"))
    case "opinion" where path.count == 2:
      let was = document.before?["submitted"] == "yes"
      if was == (after["submitted"] == "yes") { return nil }
      (expert, kind) = (path[1], was ? .takenBack : .handedIn)
    case "group" where path.count == 1: (expert, kind) = (nil, .groupOpinion(try words("opinion")))
    case let login? where document.object.hasPrefix("conflict/"): (expert, kind) = (login, .steppedAside(reason: try words("reason")))
    default: return nil
    }
  }
}
