import DeskRuntime
import Regulation
import Widgets
import Wording

/// A center's means beside what they are read beside: the median of its field, and what its host gave it (articles 25 and 27).
struct MeansTable {
  let system: IndicatorSystem
  let score: CenterScore
  /// What stands across the bars; `nil`: nothing, and nothing is said of it.
  var comparison: FieldComparison?
  /// What the host gave; `nil` where the round asks for none, or where it is not for the reader.
  var own: PerIndicator<Points?>?
  let look: Look
  let measure: TextMeasure

  private var columns: MeanColumns {
    if case .medians = comparison { MeanColumns(hasOwn: own != nil, hasMedian: true) } else { MeanColumns(hasOwn: own != nil) }
  }

  /// What is compared with what, or why with nothing.
  func legend(_ columns: Int) -> [DetailLine] {
    var words: [(String, Style)] = []
    if let comparison {
      if case .medians = comparison {
        words.append(
          ("\(look.asciiOnly ? GlyphSet.ascii.threshold : GlyphSet.unicode.threshold) " + look(comparison.phrase), Style(.accent)))
      } else {
        words.append((look(comparison.phrase), Style(.muted)))
      }
    }
    if let ownWords { words.append((look(ownWords), .plain)) }
    return words.flatMap { StyledLine.wrapped($0.0, to: columns, $0.1, measure: measure) }.map { .text($0) }
  }

  /// What the host's own points come to beside the figure.
  private var ownWords: Phrase? {
    guard let own else { return nil }
    let given = own.values.compactMap { $0 }
    guard given.count == IndicatorCode.count else {
      return given.isEmpty
        ? Phrase(zh: "依托单位没有填自评分", en: "The host gave itself no points")
        : Phrase(
          zh: "依托单位只填了 \(given.count) 项自评分", en: "The host gave itself points for \(given.count) of \(IndicatorCode.count) only")
    }
    let total = given.reduce(into: Points.zero) { $0 += $1 }
    let difference = (total > score.score ? "+" : "") + (total - score.score).description
    return Phrase(
      zh: "依托单位自评合计 \(total)，与得分相差 \(difference)", en: "The host gave itself \(total): \(difference) from its score")
  }

  /// The titles of the columns, where figures stand in them that want one.
  func titles(_ columns: Int) -> [DetailLine] {
    let table = self.columns
    guard table.hasOwn || table.showsMedian(columns) else { return [] }
    let places = table.places(in: Area(Size(columns: columns, rows: 1)))
    let words: [(Area?, Phrase)] = [
      (places.mean, Phrase(zh: "平均", en: "Mean")), (places.median, Phrase(zh: "中位数", en: "Median")),
      (places.own, Phrase(zh: "自评", en: "Own")),
      (places.difference, Phrase(zh: "相差", en: "Diff.")),
    ]
    return [
      .text(
        StyledLine(
          words.compactMap { place, words in
            place.map {
              StyledLine.Piece(column: $0.column, text: measure.padded(look(words), to: $0.columns, .right), style: Style(.muted))
            }
          }))
    ]
  }

  /// The five groups, and the nineteen indicators beneath them.
  func lines(groupsOnly: Bool = false) -> [DetailLine] {
    system.groups.enumerated().flatMap { place, group in
      let codes = group.indicators.map(\.code)
      let given = own.map { own in codes.compactMap { own[$0] } } ?? []
      var head = MeanLine(label: "\(group.code) \(look(group.name))", mean: score.groups[place], weight: group.weight)
      head.own = given.count == codes.count ? given.reduce(into: Points.zero) { $0 += $1 } : nil
      head.columns = columns
      if groupsOnly { return [DetailLine.mean(head)] }
      return [.mean(head)]
        + group.indicators.map { indicator in
          .mean(
            MeanLine(
              label: "  \(indicator.code) \(look(indicator.name))", code: indicator.code, mean: score.indicators[indicator.code],
              weight: indicator.weight,
              median: comparison?[indicator.code], own: own?[indicator.code] ?? nil, columns: columns))
        }
    }
  }
}
