/// What a center's submitted sheets come to (article 25): every figure rounded half up to 0.01 from its own exact value, so rounded
/// groups need not add up to the score.
public struct CenterScore: Sendable, Hashable {
  /// The score that is published; it decides grade and rank.
  public let score: Points
  /// How many sheets were submitted, the dropped ones included.
  public let sheets: Int
  /// How many of them staff entered for their experts, from signed paper or a file.
  public let sheetsByStaff: Int
  /// The highest total minus the lowest, over all submitted sheets.
  public let spread: Points
  /// The means of the five first-level indicators, in the order of the table.
  public let groups: [Points]
  /// The means of the nineteen indicators.
  public let indicators: PerIndicator<Points>

  /// The grade of the published figure (article 28).
  public var grade: Grade { Grade(published: score) }

  /// The score of some sheets.
  ///
  /// - Parameters:
  ///   - sheets: the center's submitted sheets, in any order.
  ///   - minimum: how few are enough in this round; never fewer than the method needs.
  /// - Returns: `nil` while there are too few: such a center is pending and never graded.
  public init?(_ sheets: [SubmittedSheet], method: RoundMethod, minimum: Int) {
    guard sheets.count >= max(minimum, method.leastSheets) else { return nil }
    let counted = method.counted(sheets)
    guard let mean = ExactMean(counted.map(\.total)), let lowest = sheets.map(\.total).min(), let highest = sheets.map(\.total).max()
    else { return nil }
    score = mean.rounded
    self.sheets = sheets.count
    sheetsByStaff = sheets.count(where: \.isByStaff)
    spread = highest - lowest
    indicators = PerIndicator<Points>(each: { code in ExactMean(counted.map { $0.points[code] })?.rounded ?? .zero })
    groups = IndicatorCode.groupSizes.indices.map { group in
      let codes = IndicatorCode.all.filter { $0.group == group + 1 }
      let sums = counted.map { sheet in codes.reduce(into: Points.zero) { $0 += sheet.points[$1] } }
      return ExactMean(sums)?.rounded ?? .zero
    }
  }
}
