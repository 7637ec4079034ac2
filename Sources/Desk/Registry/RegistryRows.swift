import CenterStore
import DeskRuntime
import Regulation
import Search
import Widgets
import Wording

/// The rows of the registry as they are drawn, made once a line: of the rows that a key leaves on the screen, all but one are the same as before, and to
/// find in each what was searched costs more than all the rest of a frame.
struct RegistryRows {
  private struct Made {
    var line: RegistryLine
    var row: TableRow
  }

  private let names: FieldNames
  private var query = SearchQuery("")
  private var language = Language.zh
  private var made: [Int64: Made] = [:]

  /// No rows yet.
  init(names: FieldNames) { self.names = names }

  /// Whatever is drawn next is searched for this and spoken in this language.
  mutating func begin(_ query: SearchQuery, _ language: Language) {
    if query != self.query || language != self.language || made.count > LineCache.limit { made = [:] }
    self.query = query
    self.language = language
  }

  /// The row of a line.
  mutating func row(of line: RegistryLine) -> TableRow {
    if let known = made[line.id], known.line == line { return known.row }
    let row = make(line)
    made[line.id] = Made(line: line, row: row)
    return row
  }

  private func make(_ line: RegistryLine) -> TableRow {
    func found(_ text: String) -> [Range<Int>] { query.isEmpty ? [] : query.ranges(in: text) }
    let result = line.last.map { "\($0.year) \($0.score) \($0.grade.phrase[language])" } ?? "–"
    return TableRow([
      TableCell(line.code, found: found(line.code)),
      TableCell(line.name, Style(line.status == .active ? .plain : .muted), found: found(line.name)),
      TableCell(line.host, found: found(line.host)),
      TableCell(names[line.department][language]),
      TableCell(names[line.field][language]),
      TableCell(line.certifiedOn.description, Style(.muted)),
      TableCell(line.status.phrase[language], Style(line.status.ink)),
      TableCell(result, Style(line.last?.grade.ink ?? .muted)),
    ])
  }
}
