import GRDB
import Proofs
import Regulation
import Wording

/// What a lot would go by as things stand: the pool, who cannot be drawn for what, what stays. By logins; bound, they become tickets.
struct LotDraft {
  let problem: AssignmentProblem
  /// The rows of the centers, by code.
  let ids: [String: Int64]
  /// Why experts of the pool cannot be drawn, by center, then login.
  let reasons: [String: [String: String]]
  /// What stands and stays.
  let standing: [AssignmentProblem.Standing]
  /// What stands and falls: somebody who has to step aside by now and has no sheet.
  let fallen: [AssignmentProblem.Standing]
  /// What was drawn before and has no sheet: a redraw sets it aside.
  let setAside: [AssignmentProblem.Standing]

  /// - Parameters:
  ///   - drawsAnew: whether what was drawn before is set aside.
  ///   - gap: the only center that is drawn for; `nil`: all that are due.
  init(
    _ round: RoundRecord, perCenter: Int, _ wishes: AssignmentWishes, drawsAnew: Bool, gap: String? = nil, _ db: Database
  ) throws {
    let centers = try CenterStore.dueCenters(round.year, db)
    let (problem, ids, exclusions) = try CenterStore.assignmentProblem(round, centers, perCenter: perCenter, wishes, gap: gap, db)
    self.problem = problem
    self.ids = ids
    var reasons: [String: [String: String]] = [:]
    for exclusion in exclusions { reasons[exclusion.center, default: [:]][exclusion.login] = exclusion.reason }
    for center in problem.centers {
      for login in center.notAgain where reasons[center.code]?[login] == nil {
        reasons[center.code, default: [:]][login] = "上一轮评过本中心"
      }
    }
    let recused = Dictionary(uniqueKeysWithValues: problem.centers.map { ($0.code, $0.recused) })
    let drawn =
      drawsAnew
      ? try Set(
        String.fetchAll(
          db,
          sql: "SELECT code || '/' || login FROM assignment JOIN center ON center.id = center_id WHERE year = ? AND origin = 'draw'",
          arguments: [round.year])) : []
    var (standing, fallen, setAside): ([AssignmentProblem.Standing], [AssignmentProblem.Standing], [AssignmentProblem.Standing]) =
      ([], [], [])
    for one in problem.standing {
      if !one.hasSheet, recused[one.center]?.contains(one.expert) == true {
        fallen.append(one)
      } else if !one.hasSheet, drawn.contains("\(one.center)/\(one.expert)") {
        setAside.append(one)
      } else {
        standing.append(one)
      }
    }
    (self.reasons, self.standing, self.fallen, self.setAside) = (reasons, standing, fallen, setAside)
  }

  /// The logins that need a ticket: the pool, and whoever stands without being of it.
  var logins: Set<String> { Set(problem.experts.map(\.login)).union(standing.map(\.expert)) }

  /// Why somebody with a ticket cannot be drawn for a center.
  func reason(_ login: String, _ center: String) -> String? {
    if let reason = reasons[center]?[login] { return reason }
    return problem.experts.contains { $0.login == login } ? nil : "不在专家库"
  }

  /// The terms that it makes.
  ///
  /// - Parameters:
  ///   - tickets: the name of each login's ticket; whoever has none is not in the lot.
  ///   - secrets: who bears each ticket.
  ///   - reasons: what binds the reasons, by center, then ticket.
  func terms(
    _ number: Int, of year: Int, _ cause: LotTerms.Cause, _ wishes: AssignmentWishes, tickets: [String: String],
    secrets: [String: LotTicket], reasons: [String: [String: LotReason]]
  ) -> LotTerms {
    let kinds = Dictionary(uniqueKeysWithValues: problem.experts.map { ($0.login, $0.kind) })
    let fields = Dictionary(uniqueKeysWithValues: problem.experts.map { ($0.login, Set($0.fields.map { NameKey($0) })) })
    return LotTerms(
      year: year, number: number, cause: cause, perCenter: problem.perCenter, panel: wishes.panel,
      connectsExperts: wishes.connectsExperts,
      tickets: secrets.map { name, secret in
        LotTerms.Ticket(
          name: name, commitment: secret.commitment, kind: wishes.panel.isEmpty ? nil : kinds[secret.login] ?? nil)
      },
      centers: problem.centers.map { center in
        let field = NameKey(center.field)
        return LotTerms.Center(
          code: center.code, matches: tickets.filter { fields[$0.key]?.contains(field) == true }.map(\.value),
          excluded: (reasons[center.code] ?? [:]).mapValues(\.commitment))
      },
      standing: standing.compactMap { one in
        tickets[one.expert].map { LotPair(center: one.center, ticket: $0) }
      })
  }
}
