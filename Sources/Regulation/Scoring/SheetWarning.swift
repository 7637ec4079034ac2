import Wording

/// What a careful colleague would say before a scoresheet is submitted. A warning never keeps it from being submitted.
public enum SheetWarning: Sendable, Hashable {
  /// Every indicator stands at the same share of its weight, but for rounding; about which, in percent.
  case sameShare(Hundredths)
  /// No points or full points without a word of comment.
  case extremesWithoutComment([IndicatorCode])
  /// One comment on several indicators.
  case repeatedComment([IndicatorCode])

  /// The article that the warning rests on: points are given by the evaluation points of the table.
  public var article: String { "附表" }

  /// The warnings on a sheet, none where nothing is to be said.
  public static func warnings(
    points: PerIndicator<Points?>, comments: PerIndicator<PlainText>, weights: PerIndicator<Points>
  ) -> [SheetWarning] {
    var warnings: [SheetWarning] = []
    if let share = sharedShare(points, weights) { warnings.append(.sameShare(share)) }
    let silent = points.pairs.filter { code, points in
      (points == .zero || points == weights[code]) && comments[code].isEmpty
    }
    if !silent.isEmpty { warnings.append(.extremesWithoutComment(silent.map(\.code))) }
    let said = Dictionary(grouping: comments.pairs.filter { !$0.element.isEmpty }) { NameKey($0.element) }
    for repeated in said.values.filter({ $0.count > 1 }).map({ $0.map(\.code) }).sorted(by: { $0[0] < $1[0] }) {
      warnings.append(.repeatedComment(repeated))
    }
    return warnings
  }

  /// What to look at again.
  public var phrase: Phrase {
    switch self {
    case .sameShare(let share):
      return Phrase(
        zh: "各项指标得分率相同（约 \(share)%），请确认已逐项评分",
        en: "every indicator stands at the same share (about \(share)%); was each one judged by itself?")
    case .extremesWithoutComment(let codes):
      let list = SheetWarning.list(codes)
      return Phrase(zh: "\(list.zh) 得零分或满分而未写评语", en: "no points or full points without a comment: \(list.en)")
    case .repeatedComment(let codes):
      let list = SheetWarning.list(codes)
      return Phrase(zh: "\(list.zh) 评语相同", en: "the same comment on \(list.en)")
    }
  }

  /// The share from which all points follow by rounding; `nil` where there is none or an indicator is open.
  private static func sharedShare(_ points: PerIndicator<Points?>, _ weights: PerIndicator<Points>) -> Hundredths? {
    var (lowest, highest) = (0, 10_000)
    for (code, points) in points.pairs {
      guard let points else { return nil }
      let weight = weights[code].hundredths
      // p is the rounded share s of w exactly when p·10000 − 5000 ≤ w·s < p·10000 + 5000.
      lowest = max(lowest, (points.hundredths * 10_000 - 5_000 + weight - 1) / weight)
      highest = min(highest, (points.hundredths * 10_000 + 4_999) / weight)
    }
    return lowest <= highest ? Hundredths((lowest + highest) / 2) : nil
  }

  private static func list(_ codes: [IndicatorCode]) -> Phrase {
    let names = codes.map(\.description)
    return Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
  }
}
