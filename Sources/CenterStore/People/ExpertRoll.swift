import GRDB
import Regulation

/// An expert in the list of experts, with what they have to do in the rounds that take sheets.
public struct ExpertLine: Sendable, Hashable {
  /// Who they are.
  public let record: ExpertRecord
  /// How many sheets are asked of them in rounds that take sheets.
  public let assigned: Int
  /// How many of these are in.
  public let submitted: Int
}

/// Which experts somebody may read of, and what of them.
struct ExpertView {
  /// The logins, in order.
  let logins: [String]
  /// The rounds of which it may be told; `nil`: all.
  let years: Set<Int>?
  /// Whether applications, committees and other centers' conflicts are told as well.
  let isWhole: Bool

  /// Staff read of everybody, an expert of themselves; an agency and a department of those of the rounds that they carry out, and of those rounds
  /// alone (article 5(3)).
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all others, and where no round is theirs.
  init(_ member: Member, _ db: Database) throws {
    switch member.role {
    case .admin, .bureau:
      self.init(logins: try String.fetchAll(db, sql: "SELECT login FROM expert ORDER BY login"), years: nil, isWhole: true)
    case .expert: self.init(logins: [member.login], years: nil, isWhole: true)
    case .agency:
      let years = try Int.fetchSet(db, sql: "SELECT year FROM round WHERE agency_id = ?", arguments: [member.organizationID])
      self.init(logins: try CenterStore.experts(ofAgency: member, db), years: years, isWhole: false)
    case .department:
      let years = try Int.fetchSet(db, sql: "SELECT year FROM round WHERE department_id = ?", arguments: [member.departmentID])
      if years.isEmpty { throw StoreError.notPermitted(nil) }
      let logins = try String.fetchAll(
        db, sql: "SELECT DISTINCT login FROM assignment JOIN round USING (year) WHERE department_id = ? ORDER BY login",
        arguments: [member.departmentID])
      self.init(logins: logins, years: years, isWhole: false)
    case .host, .viewer: throw StoreError.notPermitted(nil)
    }
  }

  private init(logins: [String], years: Set<Int>?, isWhole: Bool) {
    (self.logins, self.years, self.isWhole) = (logins, years, isWhole)
  }

  /// Whether a round may be told of.
  func tells(of year: Int) -> Bool { years?.contains(year) ?? true }
}

extension CenterStore {
  /// The experts that somebody may read of, by login, with what they have to do now: all for staff, for an agency or a department those of the
  /// rounds that it carries out, an expert's own line.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for hosts and viewers, and for an agency or a department without a round.
  public func expertRoll(by who: Acting) throws(StoreError) -> [ExpertLine] {
    try read(by: who) { db, member in
      let view = try ExpertView(member, db)
      var loads: [String: (assigned: Int, submitted: Int)] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT assignment.login, assignment.year, count(*), count(CASE WHEN sheet.state = 'submitted' THEN 1 END)
          FROM assignment JOIN round USING (year) JOIN center ON center.id = assignment.center_id
          LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
          WHERE round.state IN ('announced', 'scoring') AND \(CenterStore.isStillScored) GROUP BY assignment.login, assignment.year
          """)
      while let row = try rows.next() {
        guard view.tells(of: row[1]) else { continue }
        let load = loads[row[0]] ?? (0, 0)
        loads[row[0]] = (load.assigned + row[2], load.submitted + row[3])
      }
      return try view.logins.compactMap { login in
        guard let record = try CenterStore.expert(login, db) else { return nil }
        let load = loads[login] ?? (0, 0)
        return ExpertLine(record: record, assigned: load.assigned, submitted: load.submitted)
      }
    }
  }
}
