import GRDB
import Regulation

/// A round as those who carry it out see it, from its notice to its end (articles 25 to 28).
public struct RoundFile: Sendable {
  /// The round as lists show it.
  public let record: RoundRecord
  /// Where it stands, and what is on file for each center. Who objected is told to the bureau only.
  public let round: EvaluationRound
  /// What its steps look at now.
  public let situation: EvaluationRound.Situation
  /// The codes of the centers in it, in order.
  public let codes: [String]
  /// What was reorganised meanwhile.
  public let reorganisations: RoundReorganisations
  /// What this person's role does with the round as a whole, and why it cannot now.
  public let menu: [EvaluationRound.MenuEntry]
  /// Everything that happened to it, the earliest first.
  public let timeline: [RoundHappening]

  /// The steps that were taken with it, the earliest first.
  public var history: [RoundEvent] {
    timeline.compactMap { happening in
      happening.matter.step.map { RoundEvent(step: $0, login: happening.login, name: happening.name, on: happening.on) }
    }
  }
}

extension CenterStore {
  /// A round with the registry as it is now: settled figures, objections, what can be done and what was done.
  ///
  /// ```swift
  /// let file = try store.roundFile(2026, by: bureau)
  /// file.round.standing(of: "CZ-2021-007", file.situation)
  /// ```
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func roundFile(_ year: Int, by who: Acting) throws(StoreError) -> RoundFile {
    let today = self.today
    return try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let kept = try StoredRound(try CenterStore.round(year, db), .whole, db)
      let situation = try kept.situation(today: today, db)
      let isStaff = member.role == .admin || member.role == .bureau
      return RoundFile(
        record: kept.record, round: isStaff ? kept.round : kept.round.withoutObjectors, situation: situation, codes: try kept.codes(db),
        reorganisations: try RoundReorganisations(year: year, db),
        menu: kept.round.menu(for: member.role, situation), timeline: try CenterStore.timeline(of: year, for: member.role, db))
    }
  }
}
