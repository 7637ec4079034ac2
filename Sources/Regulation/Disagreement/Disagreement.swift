import Wording

/// Why a center's sheets deserve a second look (article 25): one more expert, or a look on site. The old sheets stay, and so does the
/// published figure.
///
/// ```swift
/// Disagreement.found(in: sheets)      // [.farApart(Points(1250)), .acrossLine(.excellent, below: 2, above: 1)]
/// ```
public enum Disagreement: Sendable, Hashable {
  /// The highest total and the lowest lie far apart: so many points.
  case farApart(Points)
  /// Some sheets alone would give this grade or a better one, the others a worse one (article 28).
  case acrossLine(Grade, below: Int, above: Int)

  /// How far apart is far, that figure included: ten points, which is all the room that 优秀 has.
  ///
  /// The regulation names no distance; whoever runs a round may look with another.
  public static let usualDistance = Points(whole: 10)

  /// The article under which sheets are compared, or that draws the line.
  public var article: String {
    switch self {
    case .farApart: "25"
    case .acrossLine: "28"
    }
  }

  /// What to look at, in words.
  public var phrase: Phrase {
    switch self {
    case .farApart(let spread):
      Phrase(zh: "最高分与最低分相差 \(spread) 分", en: "the highest total is \(spread) points above the lowest")
    case .acrossLine(let grade, let below, let above):
      Phrase(
        zh: "\(above) 份评分表达到“\(grade.phrase.zh)”，\(below) 份未达到",
        en: "on the line of “\(grade.phrase.en)”: \(above) of the sheets reach it, \(below) do not")
    }
  }

  /// What is found in the submitted sheets of a center: first the distance, then the lines from the upper one down; none where the sheets
  /// agree, or are fewer than two.
  ///
  /// - Parameter distance: how far apart is far; that figure itself is.
  public static func found(in sheets: [SubmittedSheet], distance: Points = usualDistance) -> [Disagreement] {
    let totals = sheets.map(\.total)
    guard totals.count >= 2, let lowest = totals.min(), let highest = totals.max() else { return [] }
    var found: [Disagreement] = []
    if highest - lowest >= distance { found.append(.farApart(highest - lowest)) }
    for (grade, line) in [(Grade.excellent, Grade.excellentLine), (.qualified, Grade.qualifiedLine)] {
      let below = totals.count { $0 < line }
      if below > 0 && below < totals.count { found.append(.acrossLine(grade, below: below, above: totals.count - below)) }
    }
    return found
  }
}
