import GRDB
import Regulation

/// A round as the rules know it, read back from what is kept of it (``Regulation/EvaluationRound``).
///
/// The state of a round is kept once: in the columns of `round`, `material`, `deferral`, `roll`, `result` and `round_objection`, which are
/// written from this value by ``Operation/keep(_:after:from:act:)`` and by nobody else.
struct StoredRound {
  /// How much of a round is read.
  enum Scope {
    /// Every center that the round is about: for steps that look at all of them.
    case whole
    /// Every center of the registry, also of departments that do not carry the round out: whatever was handed in keeps it from being called off.
    case registry
    /// One center: what concerns it alone costs the same in a registry of any size.
    case center(code: String, id: Int64)
    /// None: terms, state and objections.
    case none

    var center: Int64? { if case .center(_, let id) = self { id } else { nil } }
  }

  let record: RoundRecord
  let scope: Scope
  var round: EvaluationRound

  init(_ record: RoundRecord, _ scope: Scope, _ db: Database) throws {
    if case .center(let code, let id) = scope { try CenterStore.requireCovered(id, code, by: record, db) }
    self.record = record
    self.scope = scope
    round = EvaluationRound(
      kept: try record.terms, state: try StoredRound.state(record, scope, db), centers: try StoredRound.files(record.year, scope, db))
  }
}

extension RoundRecord {
  /// What the notice of the round says.
  var terms: RoundTerms {
    get throws {
      var days: [RoundOpening.Deadline: Day] = [:]
      days[.material] = materialBy
      days[.report] = reportBy
      days[.scores] = scoresBy
      return try RoundTerms(
        year: year, method: method, minimumSheets: minimumSheets, lastDays: days,
        conductor: agency.isEmpty ? (department.isEmpty ? .bureau : .department(PlainText(department))) : .agency(PlainText(agency)),
        tableVersion: tableVersion, asksOwnScores: asksOwnScores,
        reason: PlainText(state == .cancelled ? "" : reason, .paragraphs))
    }
  }
}

extension StoredRound {
  private static func state(_ record: RoundRecord, _ scope: Scope, _ db: Database) throws -> EvaluationRoundState {
    switch record.state {
    case .announced: return .announced
    case .scoring: return .scoring
    case .cancelled: return .cancelled(reason: try PlainText(record.reason, .paragraphs))
    case .settled: return .settled(try settlement(record, scope, db))
    case .published: return .published(try settlement(record, scope, db), try notice(record), try objections(record.year, db))
    case .closed:
      return .closed(
        try settlement(record, scope, db), try notice(record), try objections(record.year, db), on: record.closedOn ?? record.openedOn)
    }
  }

  private static func notice(_ record: RoundRecord) throws -> PublicNotice {
    let issued = record.publishedOn ?? record.openedOn
    return PublicNotice(issuedOn: issued, printedLast: record.noticeUntil ?? issued, calendar: try WorkingDays.standard.get())
  }

  private static func objections(_ year: Int, _ db: Database) throws -> [RoundObjection] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT objection FROM round_objection WHERE year = ? ORDER BY number"), arguments: [year]
    ).map { try JSONText.decode($0) }
  }

  private static func settlement(_ record: RoundRecord, _ scope: Scope, _ db: Database) throws -> RoundSettlement {
    var (figures, exempt, reopened): ([String: RoundFigure], [String: Due.Exemption], [String: Int]) = ([:], [:], [:])
    var (pending, absent): ([String], [String]) = ([], [])
    let rows = try scope.rows(
      """
      SELECT code, standing, reopened, score, result.sheets, replaced FROM roll JOIN center ON center.id = roll.center_id
      LEFT JOIN result ON result.year = roll.year AND result.center_id = roll.center_id WHERE roll.year = ?1
      """, center: "roll.center_id", record.year, db)
    while let row = try rows?.next() {
      let code: String = row[0]
      switch row[1] as String {
      case RollStanding.pending: pending.append(code)
      case RollStanding.absent: absent.append(code)
      case let standing:
        if let score = row[3] as Int? {
          let replaced: String = row[5]
          figures[code] = RoundFigure(
            score: Points(score), sheets: row[4] ?? 0, replaced: replaced.isEmpty ? [] : try JSONText.decode(replaced))
        } else {
          exempt[code] = Due.Exemption(rawValue: standing)
        }
      }
      reopened[code] = row[2]
    }
    return RoundSettlement(
      on: record.settledOn ?? record.openedOn, figures: figures, pending: pending, absent: absent, exempt: exempt, reopened: reopened)
  }

  private static func files(_ year: Int, _ scope: Scope, _ db: Database) throws -> [String: CenterInRound] {
    var files: [String: CenterInRound] = [:]
    let rows = try scope.rows(
      """
      SELECT code, material.state, origin, submitted_on, material.reason, reported_on, remark, admitted, deferral.reason
      FROM (SELECT center_id FROM material WHERE year = ?1 UNION SELECT center_id FROM deferral WHERE year = ?1) AS filed
      JOIN center ON center.id = filed.center_id
      LEFT JOIN material ON material.year = ?1 AND material.center_id = filed.center_id
      LEFT JOIN deferral ON deferral.year = ?1 AND deferral.center_id = filed.center_id WHERE 1
      """, center: "filed.center_id", year, db)
    while let row = try rows?.next() { files[row[0]] = try file(row) }
    return files
  }

  private static func file(_ row: Row) throws -> CenterInRound {
    let admitted = (row[7] as String? ?? "").split(separator: ";").compactMap { RoundOpening.Deadline(rawValue: String($0)) }
    return CenterInRound(
      material: try materialState(
        state: row[1] ?? "none", origin: row[2] ?? "", submitted: row[3], reason: row[4] ?? "", reported: row[5], remark: row[6] ?? ""),
      admitted: Set(admitted), deferral: try (row[8] as String?).map { try PlainText($0, .paragraphs) })
  }

  /// How far a form has come, from the columns of `material`.
  static func materialState(
    state: String, origin: String, submitted: String?, reason: String, reported: String?, remark: String
  ) throws -> MaterialState {
    guard let submitted, let stage = MaterialStage(rawValue: state), stage != .none else { return .none }
    let submission = MaterialState.Submission(on: try CenterStore.day(submitted), isByStaff: origin == "staff")
    switch stage {
    case .none: return .none
    case .submitted: return .submitted(submission)
    case .returned: return .returned(submission, reason: try PlainText(reason, .paragraphs))
    case .reported:
      return .reported(
        submission, on: try CenterStore.day(reported ?? submitted), remark: remark.isEmpty ? nil : try PlainText(remark, .paragraphs))
    }
  }
}

extension StoredRound.Scope {
  /// The rows of a query that ends with a condition on `?1`, the year, narrowed to the center; none where nothing is to be read.
  fileprivate func rows(_ sql: String, center column: String, _ year: Int, _ db: Database) throws -> RowCursor? {
    switch self {
    case .whole, .registry: try Row.fetchCursor(db, sql: sql, arguments: [year])
    case .center(_, let id): try Row.fetchCursor(db.cachedStatement(sql: sql + " AND \(column) = ?2"), arguments: [year, id])
    case .none: nil
    }
  }
}

/// What `roll` says of a center that had to take part when a round was settled; of others it says why they had not.
enum RollStanding {
  static let scored = "scored"
  static let pending = "pending"
  static let absent = "absent"
}

/// The name of how far an evaluation form has come, as lists count by it.
public enum MaterialStage: String, Sendable, Hashable, CaseIterable {
  /// Nothing was handed in.
  case none
  /// With the department.
  case submitted
  /// Given back for correction.
  case returned
  /// Reported to the bureau.
  case reported
}

extension MaterialState {
  /// The state's name.
  public var stage: MaterialStage {
    switch self {
    case .none: .none
    case .submitted: .submitted
    case .returned: .returned
    case .reported: .reported
    }
  }
}
