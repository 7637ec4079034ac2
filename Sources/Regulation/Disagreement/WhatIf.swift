import Wording

/// What a center's score would be if its sheets were taken otherwise. It helps people to judge a disagreement; the published figure stays
/// the one of the round's method (article 25).
public struct WhatIf: Sendable, Hashable {
  /// How the sheets are taken.
  public enum Variant: Sendable, Hashable {
    /// The mean of all.
    case mean
    /// Without the first and the last, in order of total, then login.
    case trimmed
    /// The mean without one expert's sheet, by login.
    case without(String)

    /// What it is called; an expert goes by the name or alias that the reader may see.
    public func phrase(naming name: (String) -> String) -> Phrase {
      switch self {
      case .mean: RoundMethod.mean.phrase
      case .trimmed: RoundMethod.trimmed.phrase
      case .without(let login): Phrase(zh: "不计\(name(login))", en: "without \(name(login))")
      }
    }
  }

  /// How the sheets are taken.
  public let variant: Variant
  /// What they come to, rounded half up to 0.01.
  public let score: Points
  /// How far that is from the figure of the round; below 0 where it is less.
  public let change: Points
  /// Whether the grade would be another.
  public let changesGrade: Bool

  /// The grade that it would be.
  public var grade: Grade { Grade(published: score) }

  /// What else a center's sheets could come to: the other method, then without each sheet in order of login.
  ///
  /// - Parameters:
  ///   - sheets: the submitted sheets of the center, in any order.
  ///   - score: the figure of the round.
  ///   - method: the round's method. Trimming is shown from three sheets on, since it must leave one; leaving one out, from two on.
  public static func variants(_ sheets: [SubmittedSheet], score: Points, method: RoundMethod) -> [WhatIf] {
    var variants: [WhatIf] = []
    func add(_ variant: Variant, _ counted: [SubmittedSheet]) {
      guard let figure = ExactMean(counted.map(\.total))?.rounded else { return }
      let changesGrade = Grade(published: figure) != Grade(published: score)
      variants.append(WhatIf(variant: variant, score: figure, change: figure - score, changesGrade: changesGrade))
    }
    switch method {
    case .mean: if sheets.count >= 3 { add(.trimmed, RoundMethod.trimmed.counted(sheets)) }
    case .trimmed: add(.mean, sheets)
    }
    for left in sheets.sorted(by: { $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) }) where sheets.count >= 2 {
      add(.without(left.login), sheets.filter { $0.login != left.login })
    }
    return variants
  }
}
