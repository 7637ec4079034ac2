import Widgets

/// The uppermost line: where one is on the left, who works here on the right.
struct TitleLine: Equatable {
  var names: [String]
  var status: String?
  var columns: Int
  var look: Look

  /// The line as it looks; of a long way, the last screens.
  func drawn(_ glyphs: GlyphSet) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: 1), glyphs: glyphs)
    let area = canvas.area
    canvas.fill(area, Style(.title))
    var right = area.right - 1
    if let status {
      let text = canvas.measure.truncated(status, to: area.columns / 2)
      right -= canvas.measure.columns(of: text)
      canvas.put(text, at: Position(column: right, row: area.row), style: Style(.title), within: area)
      right -= 2
    }
    let separator = look.asciiOnly ? " > " : " › "
    var names = names
    let room = max(0, right - area.column - 1)
    while names.count > 1, canvas.measure.columns(of: names.joined(separator: separator)) > room { names.removeFirst() }
    let text = canvas.measure.truncated(names.joined(separator: separator), to: room)
    canvas.put(text, at: Position(column: area.column + 1, row: area.row), style: Style(.title, bold: true), within: area)
    return canvas
  }
}
