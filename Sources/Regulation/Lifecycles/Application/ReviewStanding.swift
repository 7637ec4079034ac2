/// What the opinions on an application come to (优中选优; article 12). A help for people: the shortlist is theirs.
public struct ReviewStanding: Sendable, Hashable {
  /// How many opinions are in.
  public let opinions: Int
  /// How many of them support it as it is.
  public let supporting: Int
  /// How many of them support it after changes.
  public let supportingWithChanges: Int
  /// How many of them oppose it.
  public let opposing: Int
  /// The mean of the ratings, half up to 0.01; `nil` where there is none.
  public let rating: Hundredths?

  /// Sums opinions up.
  public init(_ opinions: [ExpertOpinion]) {
    self.opinions = opinions.count
    supporting = opinions.count { $0.recommendation == .support }
    supportingWithChanges = opinions.count { $0.recommendation == .supportWithChanges }
    opposing = opinions.count { $0.recommendation == .oppose }
    let ratings = opinions.compactMap { $0.rating?.hundredths }
    rating = ratings.isEmpty ? nil : Hundredths((2 * ratings.reduce(0, +) + ratings.count) / (2 * ratings.count))
  }

  /// Whether enough opinions are in for it to be ranked: the mean of a part of them is no mean.
  public func isComplete(needed: Int) -> Bool { opinions >= needed }

  /// The ranks of applications that answered one call, in the order in which they are given: the best rated one has 1, equals share a rank, and
  /// the next one after two firsts is third. `nil` where opinions are still to come, which stands in nobody's way.
  ///
  /// - Parameter needed: how few opinions the call says are enough.
  public static func ranks(_ standings: [ReviewStanding], needed: Int) -> [Int?] {
    let ratings = standings.map { $0.isComplete(needed: needed) ? $0.rating : nil }
    return ratings.map { own in own.map { own in 1 + ratings.count { $0.map { $0 > own } ?? false } } }
  }
}
