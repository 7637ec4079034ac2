import TableFiles

/// The cells of a sheet that are merged into one over several rows. What it holds stands in its first row only, and means each of them: without
/// that, the rows below would clear what they were meant to say.
final class MergedCells: XMLVisitor {
  /// One merged cell of more than one row.
  private struct Area {
    let column: Int
    let rows: ClosedRange<Int>
    var text: [UInt8] = []
    var isFilled = false
  }

  /// The most that are looked at; beyond them a sheet is no table.
  private static let limit = 100_000

  /// By their first row, the last one first.
  private var waiting: [Area] = []
  private var open: [Area] = []

  /// Reads those of a sheet, which stand after all its rows; nil where there are none. The whole part is unpacked on the way, so that one that is
  /// damaged is refused before the first of its rows is read.
  static func read(_ name: String, in archive: ZipArchive) throws(WorkbookFault) -> MergedCells? {
    guard let part = try archive.part(name), try part.mentions("mergeCell ") else { return nil }
    guard let again = try archive.part(name) else { return nil }
    let cells = MergedCells()
    try XMLStream.walk(again, cells)
    cells.waiting.sort { $0.rows.lowerBound > $1.rows.lowerBound }
    return cells
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(WorkbookFault) {
    guard depth == 3, name == "mergeCell", let area = attributes["ref"] else { return }
    let corners = area.split(separator: ":").compactMap { $0.withCString { CellReference($0) } }
    guard corners.count == 2, corners[0].row < corners[1].row, waiting.count < MergedCells.limit else { return }
    waiting.append(Area(column: corners[0].column, rows: corners[0].row...corners[1].row))
  }

  /// Lays the texts of merged cells over a row, and keeps those that begin in it.
  func fill(_ cells: inout SheetRow) {
    while let next = waiting.last, next.rows.lowerBound <= cells.number { open.append(waiting.removeLast()) }
    if open.isEmpty { return }
    open.removeAll { $0.rows.upperBound < cells.number }
    for place in open.indices {
      let area = open[place]
      if area.isFilled {
        cells.put(area.text, at: area.column)
      } else if area.rows.lowerBound == cells.number {
        open[place].text = Array(cells.bytes(at: area.column))
        open[place].isFilled = true
      }
    }
  }
}
