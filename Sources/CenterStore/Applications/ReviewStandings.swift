import GRDB
import Regulation

/// An application whose review is under way or over, among those that answered the same call (优中选优; article 12).
public struct ReviewedApplication: Sendable, Hashable {
  /// The application.
  public let application: ApplicationSummary
  /// What its opinions come to.
  public let standing: ReviewStanding
  /// How few opinions its call says are enough.
  public let needed: Int
  /// Its rank by the mean rating within its call, from 1; `nil` while opinions are still to come.
  public let rank: Int?
}

extension CenterStore {
  /// The applications whose review is under way or over, whatever came of them since, those of the latest call first, and of each call the best
  /// rated first; those that cannot be ranked yet stand below, equals by number.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff.
  public func reviewStandings(by who: Acting) throws(StoreError) -> [ReviewedApplication] {
    try read(by: who) { db, member in
      guard Act.assignReview.roles.contains(member.role) else { throw StoreError.notPermitted(.assignReview) }
      let stages = ApplicationStage.allCases.filter(\.isReviewed).map { "'\($0.rawValue)'" }.joined(separator: ", ")
      var opinions: [String: [ExpertOpinion]] = [:]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, opinion FROM application_expert JOIN application ON application.id = application_id
          WHERE is_submitted AND stage IN (\(stages))
          """)
      for row in rows { opinions[row[0], default: []].append(try JSONText.decode(row[1])) }
      let applications = try Row.fetchAll(
        db, sql: CenterStore.applicationSelection + "WHERE stage IN (\(stages)) ORDER BY number"
      ).map { try CenterStore.applicationSummary($0) }
      return try Dictionary(grouping: applications, by: \.year).sorted { $0.key > $1.key }.flatMap { year, applications in
        let needed = try CenterStore.call(year, db)?.call.minimumExperts ?? Call.usualExperts
        let standings = applications.map { ReviewStanding(opinions[$0.number] ?? []) }
        let ranks = ReviewStanding.ranks(standings, needed: needed)
        // Sorting is stable: equals stay in the order of their numbers.
        return applications.indices.sorted { (ranks[$0] ?? .max) < (ranks[$1] ?? .max) }.map { place in
          ReviewedApplication(application: applications[place], standing: standings[place], needed: needed, rank: ranks[place])
        }
      }
    }
  }
}
