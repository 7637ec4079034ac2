import GRDB
import Regulation
import Wording

/// What follows from a closed round, with what came of it (articles 29 and 30).
public struct RoundConsequencesFile: Sendable, Hashable {
  /// Whose revocation the round shows grounds for, of the centers that are active now; a person decides.
  public let proposals: [RoundConsequences.Proposal]
  /// The revocations that were proposed on these grounds, by code, with how far each has come.
  public let revocations: [MatterSummary]
  /// The excellent centers by rank, with what came of each incentive that they have earned.
  public let excellent: [Earned]

  /// An excellent center.
  public struct Earned: Sendable, Hashable {
    /// Its code.
    public let center: String
    /// Its name.
    public let name: String
    /// What came of each incentive; nothing where nothing was put on file yet.
    public let outcomes: [Incentive: Outcome]
  }

  /// What came of an incentive.
  public struct Outcome: Sendable, Hashable {
    /// In words.
    public let text: PlainText
    /// The day on which it was put on file.
    public let on: Day
  }
}

extension CenterStore {
  /// What follows from a closed round as the registry is now: a center that is revoked by then is proposed no more.
  ///
  /// - Throws: ``StoreError/refused(_:)`` before the round is closed; ``StoreError/notPermitted(_:)`` for all but staff.
  public func consequences(year: Int, by who: Acting) throws(StoreError) -> RoundConsequencesFile {
    try read(by: who) { db, member in
      guard member.role == .admin || member.role == .bureau else { throw StoreError.notPermitted(nil) }
      let kept = try StoredRound(try CenterStore.round(year, db), .whole, db)
      let found = try CenterStore.closedConsequences(kept.round, db)
      var outcomes: [String: [Incentive: RoundConsequencesFile.Outcome]] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT code, incentive.kind, outcome, day FROM incentive JOIN center ON center.id = center_id WHERE year = ?",
        arguments: [year])
      {
        guard let kind = Incentive(rawValue: row[1]) else { continue }
        outcomes[row[0], default: [:]][kind] = .init(text: try PlainText(row[2], .paragraphs), on: try CenterStore.day(row[3]))
      }
      return RoundConsequencesFile(
        proposals: found.proposals, revocations: try CenterStore.revocations(after: year, for: member, db),
        excellent: try found.excellent.map { code in
          let name = try String.fetchOne(db, sql: "SELECT name FROM center WHERE code = ?", arguments: [code])
          return .init(center: code, name: name ?? "", outcomes: outcomes[code] ?? [:])
        })
    }
  }

  /// Puts on file what came of an incentive that an excellent center has earned (article 29); what was said before stays in the chain.
  ///
  /// - Parameter expecting: what was on file of it when this person began; empty: nothing (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for a center that has not earned it, and without words.
  public func recordIncentive(
    year: Int, center: String, _ incentive: Incentive, outcome: PlainText, expecting: Seen<PlainText>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.recordIncentive, by: who) { operation in
      let db = operation.db
      let id = try CenterStore.centerID(center, db)
      let kept = try StoredRound(try CenterStore.round(year, db), .center(code: center, id: id), db)
      guard try CenterStore.closedConsequences(kept.round, db).excellent.contains(center) else {
        throw Refusal(
          article: "29", Phrase(zh: "\(center) 在 \(year) 年度评估中不是优秀", en: "\(center) was not excellent in the round of \(year)"))
      }
      if outcome.isEmpty { throw Refusal(article: "29", Phrase(zh: "须写明落实情况", en: "say what came of it")) }
      let old = try String.fetchOne(
        db, sql: "SELECT outcome FROM incentive WHERE year = ? AND center_id = ? AND kind = ?",
        arguments: [year, id, incentive.rawValue])
      let joining = try operation.join(
        Joined(
          incentive.phrase, "incentive/\(year)/\(center)/\(incentive.rawValue)", expecting, own: [("outcome", outcome.string)],
          over: [("outcome", old ?? "")]
        ) { [("outcome", $0.string)] },
        link: operation.link(of: "incentive WHERE year = ? AND center_id = ? AND kind = ?", [year, id, incentive.rawValue]))
      if joining.pick("outcome", outcome.string, old) == old { return }
      let link = try operation.append(
        .recordIncentive,
        Change(
          object: "incentive/\(year)/\(center)/\(incentive.rawValue)", before: old.map { [("outcome", $0)] },
          after: [("outcome", outcome.string)]))
      try db.execute(
        sql: """
          INSERT INTO incentive(year, center_id, kind, outcome, day, link) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT(year, center_id, kind) DO UPDATE SET outcome = excluded.outcome, day = excluded.day, link = excluded.link
          """, arguments: [year, id, incentive.rawValue, outcome.string, operation.now.day.description, link])
    }
  }

  static func closedConsequences(_ round: EvaluationRound, _ db: Database) throws -> RoundConsequences {
    guard let found = round.consequences(status: try statuses(of: round.state.settlement, db)) else {
      throw Refusal(article: "25", Phrase(zh: "评估结束后方可办理", en: "nothing follows from a round before it is closed"))
    }
    return found
  }

  fileprivate static func statuses(of settlement: RoundSettlement?, _ db: Database) throws -> [String: CenterStatus] {
    var statuses: [String: CenterStatus] = [:]
    for code in (settlement.map { Array($0.figures.keys) + $0.absent } ?? []) {
      let status = try String.fetchOne(db.cachedStatement(sql: "SELECT status FROM center WHERE code = ?"), arguments: [code])
      statuses[code] = status.flatMap { CenterStatus(rawValue: $0) }
    }
    return statuses
  }
}

extension Operation {
  /// What a closed round proposes, for the chain: codes, each with its ground, and the excellent by rank.
  func consequences(of round: EvaluationRound) throws -> Change.Fields {
    guard let found = round.consequences(status: try CenterStore.statuses(of: round.state.settlement, db)) else { return [] }
    return [
      ("proposed", found.proposals.map { "\($0.center) \($0.ground.article)" }.joined(separator: ";")),
      ("excellent", found.excellent.joined(separator: ";")),
    ]
  }
}
