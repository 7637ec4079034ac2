import DeskRuntime
import Regulation
import Widgets
import Wording

/// On which indicators the sheets of a center differ most, and what each expert gave there (article 25).
struct DisagreementSpreads {
  /// The sheets, in the order in which they are shown.
  let sheets: [SubmittedSheet]
  let state: DisagreementState
  let system: IndicatorSystem
  let look: Look
  let measure: TextMeasure

  /// How wide a figure is, with a blank before it.
  private static let figure = 7
  /// How many lines stand above the indicators.
  static let headRows = 3
  /// The fewest columns that a name of an indicator is worth.
  private static let name = 30

  /// The lines, none wider than some columns; none where the sheets are alike.
  ///
  /// - Parameter limit: how many indicators there is room for; `nil`: all that differ.
  func lines(_ columns: Int, limit: Int?) -> [StyledLine] {
    let found = IndicatorSpread.found(in: sheets)
    if found.isEmpty || (limit ?? 1) <= 0 { return [] }
    let shown = found.prefix(limit ?? found.count)
    // Each expert's points stand in a column where all have one, else the least and the most.
    let figure = figureColumns(columns)
    let figures = figure.map { sheets.count * $0 } ?? 14
    let room = max(4, columns - figures - DisagreementSpreads.figure)
    let title = StyledLine(look(Phrase(zh: "差别最大的指标", en: "Where they differ most")), Style(.heading, bold: true))
    return [.blank, title, titles(room, figure)]
      + shown.map { spread in
        let name = "\(spread.indicator) \(look(system[spread.indicator].name))"
        var pieces = [StyledLine.Piece(column: 1, text: measure.truncated(name, to: room - 1), style: .plain)]
        var column = room
        func put(_ text: String, _ width: Int, _ style: Style) {
          pieces.append(StyledLine.Piece(column: column, text: measure.padded(text, to: width, .right), style: style))
          column += width
        }
        if let figure {
          for sheet in sheets {
            let points = sheet.points[spread.indicator]
            let isEnd = points == spread.lowest || points == spread.highest
            put(points.description, figure, Style(isEnd ? .plain : .muted))
          }
        } else {
          put("\(spread.lowest)–\(spread.highest)", figures, Style(.muted))
        }
        put(spread.spread.description, DisagreementSpreads.figure, Style(.caution))
        return StyledLine(pieces)
      }
  }

  /// How wide the points of each expert stand, so that their names are whole where there is room for that; `nil` where there is none for the points.
  private func figureColumns(_ columns: Int) -> Int? {
    let names = sheets.map { measure.columns(of: state.name($0.login)) + 1 }.max() ?? 0
    let left = columns - DisagreementSpreads.name - DisagreementSpreads.figure
    return [max(DisagreementSpreads.figure, names), DisagreementSpreads.figure].first { $0 * sheets.count <= left }
  }

  private func titles(_ room: Int, _ figure: Int?) -> StyledLine {
    var pieces: [StyledLine.Piece] = []
    var column = room
    func put(_ text: String, _ width: Int) {
      pieces.append(
        StyledLine.Piece(
          column: column, text: measure.padded(measure.truncated(text, to: width - 1), to: width, .right), style: Style(.muted)))
      column += width
    }
    if let figure {
      for sheet in sheets { put(state.name(sheet.login), figure) }
    } else {
      put(look(Phrase(zh: "最低–最高", en: "Least–most")), 14)
    }
    put(look(Phrase(zh: "相差", en: "Apart")), DisagreementSpreads.figure)
    return StyledLine(pieces)
  }
}
