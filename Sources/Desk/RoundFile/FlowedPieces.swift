import Widgets

/// Short pieces beside each other, in as many lines as they need; none is cut where it has a line of its own.
enum FlowedPieces {
  /// Lays pieces out, two blanks between them.
  static func lines(_ pieces: [(text: String, style: Style)], to columns: Int, measure: TextMeasure) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line = StyledLine()
    var column = 0
    for piece in pieces where !piece.text.isEmpty {
      let width = measure.columns(of: piece.text)
      if column > 0, column + width > columns {
        lines.append(line)
        (line, column) = (StyledLine(), 0)
      }
      if width <= columns {
        line.pieces.append(StyledLine.Piece(column: column, text: piece.text, style: piece.style))
        column += width + 2
      } else {
        lines += StyledLine.wrapped(piece.text, to: columns, piece.style, measure: measure)
      }
    }
    return line.pieces.isEmpty ? lines : lines + [line]
  }
}
