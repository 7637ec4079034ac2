import GRDB
import Regulation

extension CenterStore {
  /// The applications whose review is under way or over but not decided by the party group, best rated first (优中选优; article 12). Those of
  /// which opinions are still to come stand below all others, since the mean of a part of them is no mean; equals stand by number.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff.
  public func reviewStandings(
    by who: Acting
  ) throws(StoreError) -> [(application: ApplicationSummary, standing: ReviewStanding, needed: Int)] {
    try read(by: who) { db, member in
      guard Act.assignReview.roles.contains(member.role) else { throw StoreError.notPermitted(.assignReview) }
      var opinions: [String: [ExpertOpinion]] = [:]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, opinion FROM application_expert JOIN application ON application.id = application_id
          WHERE is_submitted AND stage IN ('reviewing', 'proposed')
          """)
      for row in rows { opinions[row[0], default: []].append(try JSONText.decode(row[1])) }
      let applications = try Row.fetchAll(
        db, sql: CenterStore.applicationSelection + "WHERE stage IN ('reviewing', 'proposed') ORDER BY number"
      ).map { row in
        var summary = try CenterStore.applicationSummary(row)
        summary.waits = summary.stage.waits(for: member.role)
        return summary
      }
      let standings = try applications.map { application in
        let call = try CenterStore.call(application.year, db)?.call
        return (application, ReviewStanding(opinions[application.number] ?? []), call?.minimumExperts ?? Call.usualExperts)
      }
      return standings.sorted { left, right in
        func key(_ entry: (ApplicationSummary, ReviewStanding, Int)) -> (Int, Int, String) {
          (entry.1.opinions >= entry.2 ? 0 : 1, -(entry.1.rating?.hundredths ?? -1), entry.0.number)
        }
        return key(left) < key(right)
      }
    }
  }
}
