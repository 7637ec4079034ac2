import Widgets

/// One line of text in pieces, each at a column and in a style.
struct StyledLine: Hashable {
  /// A piece of it.
  struct Piece: Hashable {
    /// Columns from the left side.
    var column: Int
    /// What is written.
    var text: String
    /// How.
    var style: Style
  }

  /// The pieces, from left to right.
  var pieces: [Piece] = []

  /// An empty line.
  static let blank = StyledLine()

  /// A line of one piece.
  init(_ text: String, _ style: Style = .plain, at column: Int = 0) { pieces = [Piece(column: column, text: text, style: style)] }

  /// A line of several pieces.
  init(_ pieces: [Piece] = []) { self.pieces = pieces }

  /// A text in lines no wider than some columns, each moved in by `indent`.
  static func wrapped(_ text: String, to columns: Int, indent: Int = 0, _ style: Style = .plain, measure: TextMeasure) -> [StyledLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { part in
      measure.wrapped(String(part), to: max(1, columns - indent)).map { StyledLine($0, style, at: indent) }
    }
  }

  /// Draws the line in a row of an area.
  func draw(on canvas: inout Canvas, in area: Area, row: Int) {
    for piece in pieces {
      canvas.put(piece.text, at: Position(column: area.column + piece.column, row: row), style: piece.style, within: area)
    }
  }
}

/// Words in the middle of an empty screen: what it waits for, or what to do next.
enum Blank {
  static func draw(_ words: String, on canvas: inout Canvas, in area: Area) {
    let lines = words.split(separator: "\n").flatMap { canvas.measure.wrapped(String($0), to: max(1, min(60, area.columns - 4))) }
    let top = area.row + max(0, (area.rows - lines.count) / 3)
    for (offset, line) in lines.prefix(area.rows).enumerated() {
      let text = canvas.measure.padded(line, to: area.columns, .center)
      canvas.put(text, at: Position(column: area.column, row: top + offset), style: Style(.muted), within: area)
    }
    canvas.cursor = Position(column: area.column + area.columns / 2, row: min(area.bottom - 1, top + lines.count))
  }
}
