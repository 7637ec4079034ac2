import GRDB
import Regulation
import Wording

/// The experts of one center in a round, as those who carry the round out follow them (article 25).
public struct Panel: Sendable, Hashable {
  /// An expert to whom the center is assigned, and how far their sheet has come.
  public struct Seat: Sendable, Hashable {
    /// The login.
    public let login: String
    /// The name.
    public let name: String
    /// Where they work now.
    public let employer: String
    /// Technical, management or finance; `nil` where it is not on file.
    public let kind: ExpertKind?
    /// Whether they write the group's opinion.
    public let isLeader: Bool
    /// Whether they came for a second look.
    public let isSecondLook: Bool
    /// How far the sheet has come.
    public let state: Sheet.State
    /// How many indicators have points.
    public let given: Int
    /// What the sheet sums to, once it is submitted: nobody looks over an expert's shoulder before.
    public let total: Points?
    /// The day on which it was submitted.
    public let submittedOn: Day?
    /// Who typed it for the expert, from signed paper or a file; empty: the expert.
    public let enteredBy: String
    /// Which signed paper it was typed from; empty where it was not.
    public let paper: String
    /// Why they have to step aside by now (回避); `nil` where nothing stands in the way.
    public let recusal: Recusal?

    /// Whether their sheet is handed in.
    public var hasSubmitted: Bool { state == .submitted }
    /// Whether their sheet is begun, so that they cannot be let go any more.
    public var hasBegun: Bool { given > 0 || state == .submitted }
  }

  /// The round.
  public let round: RoundRecord
  /// The center's code.
  public let center: String
  /// The center's name.
  public let name: String
  /// Whether an upheld objection re-opened its sheets.
  public let isReopened: Bool
  /// Whether it was published without a figure, and sheets are awaited.
  public let isAwaited: Bool
  /// Its experts, the leader first, then by login.
  public let seats: [Seat]
  /// Who was let go from it, by login.
  public let released: [ReleasedExpert]
  /// What the experts wrote as a group.
  public let opinion: GroupOpinion

  /// Whether experts may still come and go, and sheets be handed in.
  public var takesSheets: Bool { round.state.takesSheets || isReopened || isAwaited }
}

extension CenterStore {
  /// The experts of a center in a round, who was let go, and the group's opinion.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but those who carry the round out; ``StoreError/noSuch(_:_:)`` for an unknown center.
  public func panel(year: Int, center code: String, by who: Acting) throws(StoreError) -> Panel {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let id = try CenterStore.ownCenter(code, year: year, member, nil, db)
      let recused = try RecusalBook(db, year: year).recused(from: id, db)
      let released = try CenterStore.released(year, center: id, db)
      return Panel(
        round: try CenterStore.round(year, db), center: code,
        name: try String.fetchOne(db, sql: "SELECT name FROM center WHERE id = ?", arguments: [id]) ?? "",
        isReopened: try CenterStore.isReopened(year, id, db), isAwaited: try CenterStore.isAwaited(year, id, db),
        seats: try CenterStore.seats(year, id, recused, db), released: released,
        opinion: try CenterStore.groupOpinion(year, id, db))
    }
  }

  private static func seats(_ year: Int, _ center: Int64, _ recused: [String: Recusal], _ db: Database) throws -> [Panel.Seat] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT assignment.login, user.name, organization.name, expert.kind, is_leader, is_second_look, coalesce(sheet.state, 'draft'),
            count(score.points), sum(score.points), submitted_at, coalesce(entered_by, ''), coalesce(paper, '')
          FROM assignment JOIN user USING (login) JOIN expert USING (login) JOIN organization ON organization.id = employer_id
          LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
          LEFT JOIN score ON sheet_id = sheet.id
          WHERE assignment.year = ? AND assignment.center_id = ? GROUP BY assignment.login ORDER BY is_leader DESC, assignment.login
          """), arguments: [year, center]
    ).map { row in
      let state = Sheet.State(rawValue: row[6]) ?? .draft
      let isIn = state == .submitted
      return Panel.Seat(
        login: row[0], name: row[1], employer: row[2], kind: (row[3] as String?).flatMap { ExpertKind(rawValue: $0) }, isLeader: row[4],
        isSecondLook: row[5], state: state, given: row[7], total: isIn ? (row[8] as Int?).map { Points($0) } : nil,
        submittedOn: isIn ? (row[9] as Int64?).map { Moment(milliseconds: $0).day } : nil, enteredBy: row[10], paper: row[11],
        recusal: recused[row[0]])
    }
  }
}
