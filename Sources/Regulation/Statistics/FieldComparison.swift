import Wording

/// What a center's means are read beside: by indicator, the median of what the scored centers of its field got in the round (附表).
///
/// Like the quartiles of facts it is told from five centers on, the one in hand among them: of fewer, one could be worked out from the others
/// (ruling on percentiles). It stands on scores, and so is for those alone who may see the scores of all these centers.
///
/// ```swift
/// FieldComparison(of: [means, …])      // .medians(…, centers: 7)
/// ```
public enum FieldComparison: Sendable, Hashable {
  /// The medians, each 0 … the weight of its indicator, and of how many centers.
  case medians(PerIndicator<Points>, centers: Int)
  /// The field has fewer scored centers than ``fewestCenters``: so many.
  case tooFew(Int)
  /// The center names no field.
  case noField
  /// Whoever asks may not see the others' scores yet: they are not public.
  case notYet

  /// The fewest scored centers of a field from which on medians are told.
  public static let fewestCenters = 5

  /// Compares the scored centers of one field.
  ///
  /// - Parameter means: the means of each center by indicator, in any order.
  public init(of means: [PerIndicator<Points>]) {
    guard means.count >= FieldComparison.fewestCenters else {
      self = .tooFew(means.count)
      return
    }
    let medians = PerIndicator<Points>(each: { code in FieldComparison.median(means.map { $0[code] }) ?? .zero })
    self = .medians(medians, centers: means.count)
  }

  /// The middle one of some figures; of an even number the mean of the middle two, rounded half up to 0.01. `nil` of none.
  public static func median(_ figures: [Points]) -> Points? {
    let sorted = figures.sorted()
    let middle = sorted.count / 2
    return ExactMean(sorted.count.isMultiple(of: 2) ? sorted.prefix(middle + 1).suffix(2) : sorted[middle...middle])?.rounded
  }

  /// The median of an indicator; `nil` where none is told.
  public subscript(code: IndicatorCode) -> Points? {
    if case .medians(let medians, _) = self { medians[code] } else { nil }
  }

  /// What is compared, or why nothing is, in words.
  public var phrase: Phrase {
    switch self {
    case .medians(_, let centers): Phrase(zh: "同领域 \(centers) 个中心的中位数", en: "median of the \(centers) centers of its field")
    case .tooFew(let centers):
      Phrase(
        zh: "同领域仅 \(centers) 个中心有得分，满 \(FieldComparison.fewestCenters) 个才比较",
        en: "\(centers) of its field scored; a median needs \(FieldComparison.fewestCenters)")
    case .noField: Phrase(zh: "未登记技术领域，无从比较", en: "no field is on file to compare it with")
    case .notYet: Phrase(zh: "公布后才与同领域的中心比较", en: "compared with its field once public")
    }
  }
}

extension RoundResult {
  /// What the scored centers of each field are read beside, by field; of a result that shows some centers only, nothing.
  public func fieldComparisons() -> [String: FieldComparison] {
    let fields = Dictionary(grouping: centers.filter { !$0.field.isEmpty }, by: \.field)
    if !isWhole { return fields.mapValues { _ in .notYet } }
    return fields.mapValues { lines in FieldComparison(of: lines.map(\.score.indicators)) }
  }
}
