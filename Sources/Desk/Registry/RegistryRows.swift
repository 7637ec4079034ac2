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
  private var nameColumns = 0
  private var measure = TextMeasure()
  /// The rows that were drawn.
  var drawn = DrawnRows()

  /// No rows yet.
  init(names: FieldNames) { self.names = names }

  /// Whatever is drawn next is searched for this and spoken in this language, of lines of this generation (``LineCache/generation``).
  ///
  /// - Parameter nameColumns: the room for a name.
  mutating func begin(_ query: SearchQuery, _ language: Language, generation: Int, nameColumns: Int, _ measure: TextMeasure) {
    self.measure = measure
    guard query != self.query || language != self.language || generation != self.generation || nameColumns != self.nameColumns else {
      return
    }
    drawn.forget()
    (self.query, self.language, self.generation, self.nameColumns) = (query, language, generation, nameColumns)
  }

  /// How the row of a line is made.
  var maker: RegistryRowMaker {
    RegistryRowMaker(names: names, query: query, language: language, nameColumns: nameColumns, measure: measure)
  }
}

/// Makes the row of a line.
struct RegistryRowMaker {
  let names: FieldNames
  let query: SearchQuery
  let language: Language
  let nameColumns: Int
  let measure: TextMeasure

  /// The row of a line.
  func row(of line: RegistryLine, isMarked: Bool) -> TableRow {
    func found(_ text: String) -> [Range<Int>] { query.isEmpty ? [] : query.ranges(in: text) }
    let texts = RegistryRowMaker.texts(of: line, names, language)
    let name = CenterName.fitted(line.name, to: nameColumns, measure)
    return TableRow(
      [
        TableCell(texts[0], found: found(texts[0])),
        TableCell(name, Style(line.status == .active ? .plain : .muted), found: found(name)),
        TableCell(texts[2], found: found(texts[2])),
        TableCell(texts[3]),
        TableCell(texts[4]),
        TableCell(texts[5], Style(.muted)),
        TableCell(texts[6], Style(line.status.ink)),
        TableCell(texts[7], Style(line.last?.grade.ink ?? .muted)),
      ], isMarked: isMarked)
  }

  /// What a line says, column by column.
  static func texts(of line: RegistryLine, _ names: FieldNames, _ language: Language) -> [String] {
    [
      line.code, line.name, line.host, names[line.department][language], names[line.field][language], line.certifiedOn.description,
      line.status.phrase[language], line.last.map { "\($0.year) \($0.score) \($0.grade.phrase[language])" } ?? "–",
    ]
  }
}
