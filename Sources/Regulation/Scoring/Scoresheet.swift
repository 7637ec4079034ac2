/// How far a scoresheet (评分表) has come: what it sums to, and what is missing.
public struct SheetTotal: Sendable, Hashable {
  /// The sum of the points that are given.
  public let sum: Points
  /// The indicators without points, in the order of the table.
  public let missing: [IndicatorCode]

  /// The total of a sheet.
  public init(_ points: PerIndicator<Points?>) {
    sum = points.values.reduce(into: .zero) { $0 += $1 ?? .zero }
    missing = points.pairs.filter { $0.element == nil }.map(\.code)
  }

  /// How many indicators have points.
  public var given: Int { IndicatorCode.count - missing.count }
  /// Whether every indicator has points, so that the sheet can be submitted.
  public var isComplete: Bool { missing.isEmpty }
  /// The grade that the sheet alone would give, once it is complete.
  public var grade: Grade? { isComplete ? Grade(published: sum) : nil }
}

/// A submitted scoresheet: points for all nineteen indicators, by one expert.
public struct SubmittedSheet: Sendable, Hashable {
  /// The expert's login.
  public let login: String
  /// Points of every indicator, 0 … its weight.
  public let points: PerIndicator<Points>
  /// What they sum to, 0 … 100.
  public let total: Points
  /// Whether staff entered it for the expert, from signed paper or a file: it is marked so wherever the result is shown.
  public let isByStaff: Bool

  /// Makes a sheet of an expert's points.
  public init(login: String, points: PerIndicator<Points>, isByStaff: Bool = false) {
    self.login = login
    self.isByStaff = isByStaff
    self.points = points
    total = points.values.reduce(into: .zero) { $0 += $1 }
  }

  /// Makes a sheet of an expert's points; `nil` while an indicator has none.
  public init?(login: String, entries: PerIndicator<Points?>, isByStaff: Bool = false) {
    guard SheetTotal(entries).isComplete else { return nil }
    self.init(login: login, points: PerIndicator<Points>(each: { entries[$0] ?? .zero }), isByStaff: isByStaff)
  }
}
