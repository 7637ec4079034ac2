import GRDB
import Regulation

/// A center's material of a round as somebody may see it (article 27).
public struct MaterialFile: Sendable {
  /// Where it stands.
  public let summary: MaterialSummary
  /// The round.
  public let round: RoundRecord
  /// The form, with remarks, the host's own points and what the department found.
  public let form: EvaluationForm
  /// How far it has come, and what the bureau admitted or deferred.
  public let file: CenterInRound
  /// What the last round's form knows of places that are empty here (``CenterStore/fillFromLastRound(year:center:by:)``); for whoever may write.
  public let carried: [FactKey: FactEntry]
  /// What this person's role does with it, and why it cannot now; empty for who has no part in it.
  public let menu: [EvaluationRound.MenuEntry]
  /// What was done with it, the earliest first.
  public let history: [RoundEvent]

  /// Whether this person may write in the form now.
  public let isWritable: Bool
}

/// A step that was taken with a round, and when.
public struct RoundEvent: Sendable, Hashable {
  /// What was done.
  public let step: EvaluationRoundStep
  /// Who did it, by login and name; told to staff only.
  public let login: String?
  /// The name.
  public let name: String?
  /// The day.
  public let on: Day
}

extension CenterStore {
  /// A center's material of a round: what the host wrote, what the department found, where it stands and what can be done with it.
  ///
  /// The host's own points are shown to an expert once their own sheet of the center is handed in.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see it, whether the center exists or not; ``StoreError/refused(_:)``
  ///   for an expert before the pledge (回避).
  public func materialFile(year: Int, center code: String, by who: Acting) throws(StoreError) -> MaterialFile {
    let today = self.today
    return try read(by: who) { db, member in
      let center = try CenterStore.centerWithVisibleFacts(year: year, code: code, member, db)
      let kept = try StoredRound(try CenterStore.round(year, db), .center(code: code, id: center.id), db)
      var form = try EvaluationForm(round: kept.record, center: center, id: center.id, db)
      if member.role == .expert, try !CenterStore.hasHandedIn(year, center.id, member.login, db) { form = form.withoutOwnScores }
      let isHost = member.role == .host
      var isWritable = isHost || Act.writeMaterial.roles.contains(member.role)
      if isWritable {
        do { try CenterStore.requireTakesMaterial(kept, code, center.record, isHost: isHost) } catch is Refusal { isWritable = false }
      }
      // What a department checks or has reported is not for staff to change in passing: they give it back, or bring a file in.
      let material = kept.round[center: code].material
      if !isHost, !material.isWithHost, material.submission?.isByStaff != true { isWritable = false }
      let situation = try kept.situation(today: today, db)
      let menu = kept.round.menu(for: member.role, of: code, situation)
      let since = try String.fetchOne(db, sql: "SELECT since FROM material WHERE year = ? AND center_id = ?", arguments: [year, center.id])
      return MaterialFile(
        summary: try CenterStore.materialSummary(center, kept, form, since: since.map { try CenterStore.day($0) }, today: today, db),
        round: kept.record, form: form,
        file: kept.round[center: code], carried: isWritable ? try CenterStore.carriedOver(to: center, year: year, db) : [:], menu: menu,
        history: try CenterStore.history(of: year, center: center.id, for: member.role, db), isWritable: isWritable)
    }
  }

  static func hasHandedIn(_ year: Int, _ center: Int64, _ login: String, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM sheet WHERE year = ? AND center_id = ? AND login = ? AND state = 'submitted'")
    return try Bool.fetchOne(statement, arguments: [year, center, login]) ?? false
  }

  /// What was done with a center in a round; who objected is the bureau's to know.
  static func history(of year: Int, center: Int64, for role: Role, _ db: Database) throws -> [RoundEvent] {
    let isStaff = role == .admin || role == .bureau
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT step, login, day, name FROM round_step LEFT JOIN user USING (login)
          WHERE year = ?1 AND center_id = ?2 ORDER BY position
          """), arguments: [year, center]
    ).map { row in
      let step: EvaluationRoundStep = try JSONText.decode(row[0])
      return RoundEvent(
        step: isStaff ? step : step.withoutObjector, login: isStaff ? row[1] : nil, name: isStaff ? row[3] : nil, on: try day(row[2]))
    }
  }
}
