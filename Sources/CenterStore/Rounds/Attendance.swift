import GRDB
import Regulation
import Wording

/// Whether an expert of a round was at a panel's meeting of a day, and who noted it (article 25).
public struct Attendance: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The day of the meeting.
  public let on: Day
  /// Whether they were there.
  public let isPresent: Bool
  /// The name of who noted it; told to staff, and of what one noted oneself.
  public let notedBy: String?
}

extension CenterStore {
  /// Notes of some experts of a round that they are at today's meeting, or are not; of whom that is on file already nothing is written.
  ///
  /// - Parameter isPresent: `nil` takes away what was noted today.
  /// - Throws: ``StoreError/refused(_:)`` for a round that is over; ``StoreError/noSuch(_:_:)`` for somebody who scores no center of the round;
  ///   ``StoreError/notPermitted(_:)`` for all but those who carry the round out.
  public func noteAttendance(year: Int, experts: [String], isPresent: Bool?, by who: Acting) throws(StoreError) {
    try write(.noteAttendance, by: who) { operation in
      let (db, today) = (operation.db, operation.now.day.description)
      let round = try operation.ownRound(year, .noteAttendance)
      if round.state == .closed || round.state == .cancelled {
        throw Refusal(
          article: "25",
          Phrase(zh: "\(year) 年度评估\(round.state.phrase.zh)，不再开评审会", en: "the round of \(year) is \(round.state.phrase.en): no panel meets"))
      }
      for login in experts {
        let scores = try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT 1 FROM assignment WHERE year = ? AND login = ? LIMIT 1"), arguments: [year, login])
        if scores == nil { throw StoreError.noSuch(.assignment, "\(year) \(login)") }
        let old = try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT is_present FROM attendance WHERE year = ? AND day = ? AND login = ?"),
          arguments: [year, today, login])
        if old == isPresent { continue }
        let link = try operation.append(
          .noteAttendance,
          Change(
            object: "attendance/\(year)/\(today)/\(login)", before: old.map { [("present", $0 ? "yes" : "no")] },
            after: isPresent.map { [("present", $0 ? "yes" : "no")] }))
        guard let isPresent else {
          try db.execute(sql: "DELETE FROM attendance WHERE year = ? AND day = ? AND login = ?", arguments: [year, today, login])
          continue
        }
        try db.cachedStatement(
          sql: """
            INSERT INTO attendance(year, day, login, is_present, link) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT(year, day, login) DO UPDATE SET is_present = excluded.is_present, link = excluded.link
            """
        ).execute(arguments: [year, today, login, isPresent, link])
      }
    }
  }

  /// Who was at the meetings of a round and who was not, by day, then login; who was not noted stands in none.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but those who carry the round out.
  public func attendance(year: Int, by who: Acting) throws(StoreError) -> [Attendance] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      return try CenterStore.attendance(year, on: nil, to: member, db)
    }
  }

  /// - Parameter day: the meeting; `nil`: all of the round.
  static func attendance(_ year: Int, on day: Day?, to member: Member, _ db: Database) throws -> [Attendance] {
    let isStaff = member.role == .admin || member.role == .bureau
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT attendance.login, day, is_present, audit.login, coalesce(user.name, audit.login) FROM attendance
          JOIN audit ON audit.seq = attendance.link LEFT JOIN user ON user.login = audit.login
          WHERE year = ?1 AND coalesce(?2, day) = day ORDER BY day, attendance.login
          """), arguments: [year, day?.description]
    ).map {
      let isTold = isStaff || $0[3] == member.login
      return Attendance(login: $0[0], on: try CenterStore.day($0[1]), isPresent: $0[2], notedBy: isTold ? $0[4] : nil)
    }
  }
}
