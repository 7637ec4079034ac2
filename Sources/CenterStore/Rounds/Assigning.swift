import GRDB
import Regulation
import Wording

/// A draw of experts for a round: what was asked, the plan, and whether it holds.
public struct AssignmentDraw: Sendable, Hashable {
  /// How many sheets each center is to get.
  public let perCenter: Int
  /// What the lot follows from.
  public let seed: String
  /// Whether somebody chose the seed; else it is the head of the audit chain when the draw was first tried.
  public let isSeedChosen: Bool
  /// What was asked of the panels.
  public let wishes: AssignmentWishes
  /// Who scores what.
  public let plan: AssignmentPlan
  /// Whether the plan was written.
  public internal(set) var isApplied: Bool
  /// Who is drawn for and who is not, where that is not plain.
  public let roll: AssignmentRoll
  /// The names of the experts who could be drawn, and of all in the plan, by login.
  public let names: [String: String]
}

/// An expert who cannot be drawn for a center, and why.
struct AssignmentExclusion: Sendable, Hashable {
  let center: String
  let login: String
  /// In Chinese, as the chain keeps it.
  let reason: String

  /// How the chain knows it.
  func change(_ year: Int) -> Change { Change(object: "exclusion/\(year)/\(center)/\(login)", after: [("reason", reason)]) }
}

extension CenterStore {
  /// Assigns experts to all due centers of a round by the best plan there is (回避, formats: assign). The pool are all experts, in a round of
  /// an agency its own people (article 5(3)).
  ///
  /// Assignments that stand are kept; one that has become recused and has no sheet falls. Every draw that is no dry run leaves a link,
  /// also one that is short; a short plan is written only where `partial` allows it. Who was let go from a center is not drawn for it again.
  public func assignExperts(
    year: Int, perCenter: Int? = nil, seed: PlainText? = nil, wishes: AssignmentWishes = AssignmentWishes(), dryRun: Bool = false,
    partial: Bool = false, by who: Acting
  ) throws(StoreError) -> AssignmentDraw {
    try transact(.assign, by: who) { operation in
      let round = try operation.assignableRound(year)
      let trial = try operation.draw(round, perCenter: perCenter, seed: seed?.string, isSeedChosen: seed != nil, wishes)
      if dryRun { return (trial.draw, .rollback) }
      return (try operation.record(trial, of: round, isApplied: !trial.draw.plan.isShort || partial), .commit)
    }
  }

  /// Draws what a dry run has shown, short or not: by the same lot, whatever was written since. Where the plan would be another by now (a
  /// conflict was declared, a center left, somebody else has drawn) nothing is written.
  ///
  /// The seed counts as chosen by nobody where the dry run had it from the chain.
  ///
  /// - Returns: the draw; where nothing was written, what would be drawn now, from the chain as it stands.
  public func assignExperts(year: Int, as shown: AssignmentDraw, by who: Acting) throws(StoreError) -> AssignmentDraw {
    try transact(.assign, by: who) { operation in
      let round = try operation.assignableRound(year)
      let trial = try operation.draw(
        round, perCenter: shown.perCenter, seed: shown.seed, isSeedChosen: shown.isSeedChosen, shown.wishes)
      if trial.draw.plan == shown.plan { return (try operation.record(trial, of: round, isApplied: true), .commit) }
      let seed = shown.isSeedChosen ? shown.seed : nil
      return (
        try operation.draw(round, perCenter: shown.perCenter, seed: seed, isSeedChosen: shown.isSeedChosen, shown.wishes).draw, .rollback
      )
    }
  }

  /// The names of the experts of a pool and of a plan, by login.
  static func names(in plan: AssignmentPlan, pool: [String], _ db: Database) throws -> [String: String] {
    var names: [String: String] = [:]
    for login in Set(plan.lines.map(\.expert)).union(pool) {
      names[login] = try String.fetchOne(db.cachedStatement(sql: "SELECT name FROM user WHERE login = ?"), arguments: [login])
    }
    return names
  }

  /// - Parameters:
  ///   - all: the centers of the round, due or exempt.
  ///   - gap: the only center that is drawn for; `nil`: all that are due.
  static func assignmentProblem(
    _ round: RoundRecord, _ all: [DueCenter], perCenter: Int, _ wishes: AssignmentWishes, gap: String? = nil, _ db: Database
  ) throws -> (problem: AssignmentProblem, ids: [String: Int64], exclusions: [AssignmentExclusion]) {
    let book = try RecusalBook(db, year: round.year)
    let released = try pairs("SELECT center_id, login FROM released WHERE year = ?", [round.year], db)
    let last = wishes.isNobodyTwiceRunning ? try scorersOfLastRound(before: round.year, db) : [:]
    var ids: [String: Int64] = [:]
    var exclusions: [AssignmentExclusion] = []
    var centers: [AssignmentProblem.Center] = []
    for due in all where due.standing == .due && (gap == nil || gap == due.code) {
      let recused = try book.recused(from: due.id, db)
      for (login, recusal) in recused.sorted(by: { $0.key < $1.key }) {
        exclusions.append(AssignmentExclusion(center: due.code, login: login, reason: recusal.phrase.zh))
      }
      let gone = released[due.id] ?? []
      for login in gone.sorted() where recused[login] == nil {
        exclusions.append(AssignmentExclusion(center: due.code, login: login, reason: "已解除评审任务"))
      }
      ids[due.code] = due.id
      centers.append(
        AssignmentProblem.Center(
          code: due.code, field: try PlainText(due.field), recused: gone.union(recused.keys), notAgain: last[due.id] ?? []))
    }
    let experts = try Row.fetchAll(
      db, sql: "SELECT login, kind FROM expert WHERE \(poolCondition) AND \(canScore) ORDER BY login", arguments: [round.year]
    ).map { row in
      let fields = try String.fetchAll(
        db, sql: "SELECT field FROM expert_field WHERE login = ? ORDER BY position", arguments: [row[0] as String])
      return AssignmentProblem.Expert(login: row[0], fields: try fields.map { try PlainText($0) }, kind: ExpertKind(rawValue: row[1]))
    }
    let standing = try Row.fetchAll(
      db,
      sql: """
        SELECT code, assignment.login, sheet.id IS NOT NULL FROM assignment JOIN center ON center.id = assignment.center_id
        LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
        WHERE assignment.year = ?
        """, arguments: [round.year]
    ).map { AssignmentProblem.Standing(center: $0[0], expert: $0[1], hasSheet: $0[2]) }
    let problem = AssignmentProblem(
      centers: centers, experts: experts, standing: standing, perCenter: perCenter, panel: wishes.panel,
      connectsExperts: wishes.connectsExperts)
    return (problem, ids, exclusions)
  }

  /// Who handed a sheet in for each center in the last round before a year.
  private static func scorersOfLastRound(before year: Int, _ db: Database) throws -> [Int64: Set<String>] {
    try pairs(
      """
      SELECT center_id, login FROM sheet WHERE state = 'submitted'
        AND year = (SELECT max(year) FROM round WHERE year < ? AND state <> 'cancelled')
      """, [year], db)
  }

  private static func pairs(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws -> [Int64: Set<String>] {
    var pairs: [Int64: Set<String>] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: arguments) { pairs[row[0], default: []].insert(row[1]) }
    return pairs
  }
}

extension Operation {
  /// A draw that was tried, and what the chain is to know of it.
  struct Trial {
    /// The draw.
    var draw: AssignmentDraw
    /// Who could be drawn, by login.
    let pool: [String]
    /// Who could not be, and why.
    let exclusions: [AssignmentExclusion]
    /// The rows of the centers, by code.
    let ids: [String: Int64]
    /// What was drawn by an earlier lot and is set aside for this one.
    var setAside: [AssignmentProblem.Standing] = []
    /// Who witnessed the lot; empty where there was none.
    var witness = ""

    /// What stands no longer once the draw is written.
    var fallen: [AssignmentProblem.Standing] { draw.plan.fallen + setAside }
  }

  /// Tries a draw for all due centers of a round.
  ///
  /// - Parameters:
  ///   - perCenter: sheets for each center; `nil`: as many as the round asks for.
  ///   - seed: what the lot follows from; `nil`: the head of the chain.
  fileprivate func draw(
    _ round: RoundRecord, perCenter: Int?, seed: String?, isSeedChosen: Bool, _ wishes: AssignmentWishes
  ) throws -> Trial {
    let wanted = perCenter ?? round.minimumSheets
    guard wanted >= 1 else {
      throw Refusal(article: "25", Phrase(zh: "每个中心至少 1 名专家", en: "each center needs at least one expert"))
    }
    let lot = try seed ?? head().hash.description
    let centers = try CenterStore.dueCenters(round.year, db)
    let (problem, ids, exclusions) = try CenterStore.assignmentProblem(round, centers, perCenter: wanted, wishes, db)
    let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: lot))
    let pool = problem.experts.map(\.login)
    let draw = AssignmentDraw(
      perCenter: wanted, seed: lot, isSeedChosen: isSeedChosen, wishes: wishes, plan: plan, isApplied: false,
      roll: try AssignmentRoll(centers, of: round, today: now.day, db), names: try CenterStore.names(in: plan, pool: pool, db))
    return Trial(draw: draw, pool: pool, exclusions: exclusions, ids: ids)
  }

  /// Binds a draw in the chain (seed, pool, exclusions, who was drawn), and writes it where it is applied.
  func record(_ trial: Trial, of round: RoundRecord, isApplied: Bool) throws -> AssignmentDraw {
    var draw = trial.draw
    draw.isApplied = isApplied
    let (wishes, ids) = (draw.wishes, trial.ids)
    var log = RowLog()
    for exclusion in trial.exclusions { log.append(exclusion.change(round.year)) }
    if draw.isApplied {
      for fallen in trial.fallen {
        let origin = try String.fetchOne(
          db.cachedStatement(sql: "SELECT origin FROM assignment WHERE year = ? AND center_id = ? AND login = ?"),
          arguments: [round.year, ids[fallen.center], fallen.expert])
        log.append(
          Change(object: "assignment/\(round.year)/\(fallen.center)/\(fallen.expert)", before: [("origin", origin ?? "")]))
      }
      for line in draw.plan.new {
        log.append(Change(object: "assignment/\(round.year)/\(line.center)/\(line.expert)", after: [("origin", "draw")]))
      }
    }
    var facts: Change.Fields = [
      ("seed", draw.seed), ("seed_chosen", draw.isSeedChosen ? "yes" : "no"), ("per_center", String(draw.perCenter)),
      ("applied", draw.isApplied ? "yes" : "no"), ("drawn", String(draw.isApplied ? draw.plan.new.count : 0)),
      ("missing", String(draw.plan.unfilled.reduce(0) { $0 + $1.missing })),
      ("pool", trial.pool.joined(separator: ";")),
    ]
    if !trial.witness.isEmpty { facts.append(("witness", trial.witness)) }
    if wishes != AssignmentWishes() { facts.append(("wishes", try JSONText.encode(wishes))) }
    let link = try append(.assign, Change(object: "draw/\(round.year)", facts: facts, rows: log.count, root: log.root))
    try keep(rows: log, of: link)
    guard draw.isApplied else { return draw }
    try db.execute(
      sql: """
        INSERT INTO assignment_draw(year, position, seed, is_chosen, per_center, wishes, link)
        SELECT ?1, coalesce(max(position) + 1, 0), ?2, ?3, ?4, ?5, ?6 FROM assignment_draw WHERE year = ?1
        """,
      arguments: [round.year, draw.seed, draw.isSeedChosen, draw.perCenter, try JSONText.encode(wishes), link])
    for fallen in trial.fallen {
      try db.cachedStatement(sql: "DELETE FROM assignment WHERE year = ? AND center_id = ? AND login = ?")
        .execute(arguments: [round.year, ids[fallen.center], fallen.expert])
    }
    for line in draw.plan.new {
      try db.cachedStatement(sql: "INSERT INTO assignment(year, center_id, login, origin, link) VALUES (?, ?, ?, 'draw', ?)")
        .execute(arguments: [round.year, ids[line.center], line.expert, link])
    }
    if !draw.plan.lines.isEmpty { try CenterStore.startScoring(round.year, from: round.state, link: link, db) }
    return draw
  }
}
