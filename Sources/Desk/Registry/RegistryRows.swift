import CenterStore
import DeskRuntime
import Regulation
import Search
import Widgets
import Wording

/// The rows of the registry as they are drawn, kept while neither their lines nor the search nor the language changes.
struct RegistryRows {
  private let names: FieldNames
  private var query = SearchQuery("")
  private var language = Language.zh
  private var generation = 0
  /// The rows that were drawn.
  var drawn = DrawnRows()

  /// No rows yet.
  init(names: FieldNames) { self.names = names }

  /// Whatever is drawn next is searched for this and spoken in this language, of lines of this generation (``LineCache/generation``).
  mutating func begin(_ query: SearchQuery, _ language: Language, generation: Int) {
    guard query != self.query || language != self.language || generation != self.generation else { return }
    drawn.forget()
    (self.query, self.language, self.generation) = (query, language, generation)
  }

  /// How the row of a line is made.
  var maker: RegistryRowMaker { RegistryRowMaker(names: names, query: query, language: language) }
}

/// Makes the row of a line.
struct RegistryRowMaker {
  let names: FieldNames
  let query: SearchQuery
  let language: Language

  /// The row of a line.
  func row(of line: RegistryLine, isMarked: Bool) -> TableRow {
    func found(_ text: String) -> [Range<Int>] { query.isEmpty ? [] : query.ranges(in: text) }
    let result = line.last.map { "\($0.year) \($0.score) \($0.grade.phrase[language])" } ?? "–"
    return TableRow(
      [
        TableCell(line.code, found: found(line.code)),
        TableCell(line.name, Style(line.status == .active ? .plain : .muted), found: found(line.name)),
        TableCell(line.host, found: found(line.host)),
        TableCell(names[line.department][language]),
        TableCell(names[line.field][language]),
        TableCell(line.certifiedOn.description, Style(.muted)),
        TableCell(line.status.phrase[language], Style(line.status.ink)),
        TableCell(result, Style(line.last?.grade.ink ?? .muted)),
      ], isMarked: isMarked)
  }
}
