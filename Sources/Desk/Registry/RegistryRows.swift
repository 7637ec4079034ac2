import CenterStore
import DeskRuntime
import Regulation
import Search
import Widgets
import Wording

/// The rows of the registry as they are drawn, kept while neither their lines nor the search nor the language changes.
struct RegistryRows {
  private let names: FieldNames
  /// What draws rows now: none before the first frame.
  private(set) var press: RegistryPress?
  /// The rows that were drawn.
  var drawn = DrawnRows()
  /// The lines above them.
  var head = Memo<RegistryHead.Standing, Canvas>()
  private var tableMemo = Memo<TableStanding, Table>()

  /// What the table of some rows depends on.
  struct TableStanding: Equatable {
    var language: Language
    var codeWidth: Int
    var isOpenEnded: Bool
    var sort: RegistrySort
    var showsMarks: Bool
  }

  /// No rows yet.
  init(names: FieldNames) { self.names = names }

  /// The table as it was made last, while nothing that it depends on has changed; without a standing, it is made now.
  mutating func table(_ standing: TableStanding?, _ make: () -> Table) -> Table {
    guard let standing else { return make() }
    return tableMemo(standing, make)
  }

  /// Whatever is drawn next is drawn of this table, searched for this and spoken in this language, of lines of this generation
  /// (``LineCache/generation``).
  mutating func begin(
    _ table: Table, in area: Area, glyphs: GlyphSet, _ query: SearchQuery, _ language: Language, generation: Int
  ) -> RegistryRowMaker {
    let rows = drawn.begin(table, in: area, glyphs: glyphs)
    let maker = RegistryRowMaker(
      names: names, query: query, language: language, nameColumns: rows.columns(of: 1), showsHost: rows.columns(of: 2) > 0,
      measure: glyphs.measure)
    let press = RegistryPress(maker: maker, rows: rows, generation: generation)
    if press != self.press {
      drawn.forget()
      self.press = press
    }
    return maker
  }

  /// Keeps rows that were drawn ahead, unless rows are drawn otherwise by now.
  mutating func keep(_ strips: [(DrawnRows.Key, DrawnRows.Strip)], of press: RegistryPress) {
    if press == self.press { drawn.keep(strips, of: press.rows) }
  }
}

/// Draws rows of lines, on any thread.
struct RegistryPress: Sendable, Equatable {
  let maker: RegistryRowMaker
  let rows: RowPress
  let generation: Int

  /// The rows of lines as they look where they are not selected.
  func strips(of lines: [RegistryLine], marks: Set<Int64>) -> [(DrawnRows.Key, DrawnRows.Strip)] {
    lines.map { line in
      let isMarked = marks.contains(line.id)
      return (DrawnRows.Key(id: line.id, isMarked: isMarked), rows.strip(of: maker.row(of: line, isMarked: isMarked)))
    }
  }

  static func == (left: RegistryPress, right: RegistryPress) -> Bool {
    left.generation == right.generation && left.maker.isLike(right.maker) && left.rows == right.rows
  }
}

/// Makes the row of a line.
struct RegistryRowMaker: Sendable {
  let names: FieldNames
  let query: SearchQuery
  let language: Language
  let nameColumns: Int
  /// Whether the host has a column of its own.
  let showsHost: Bool
  let measure: TextMeasure

  /// Whether it makes the same rows as another of the same registry.
  func isLike(_ other: RegistryRowMaker) -> Bool {
    query == other.query && language == other.language && nameColumns == other.nameColumns && showsHost == other.showsHost
      && measure == other.measure
  }

  /// The row of a line.
  func row(of line: RegistryLine, isMarked: Bool) -> TableRow {
    func found(_ text: String) -> [Range<Int>] { query.isEmpty ? [] : query.ranges(in: text) }
    let texts = RegistryRowMaker.texts(of: line, names, language)
    let name = name(of: line, found)
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

  /// The name as far as there is room, and what was found where the name as it stands does not tell it: the whole name, or the host where
  /// that has no column.
  private func name(of line: RegistryLine, _ found: (String) -> [Range<Int>]) -> String {
    let fitted = CenterName.fitted(line.name, to: nameColumns, measure)
    if query.isEmpty || !found(fitted).isEmpty || !found(line.code).isEmpty { return fitted }
    if !found(line.name).isEmpty { return measure.truncated(line.name, to: nameColumns) }
    if showsHost || found(line.host).isEmpty { return fitted }
    let sign = " · "
    let room = max(nameColumns / 2, nameColumns - measure.columns(of: sign) - measure.columns(of: line.host))
    let name = CenterName.cut(CenterNames.core(of: line.name), to: room, measure)
    return measure.truncated(name + sign + line.host, to: nameColumns)
  }

  /// What a line says, column by column.
  static func texts(of line: RegistryLine, _ names: FieldNames, _ language: Language) -> [String] {
    [
      line.code, line.name, line.host, names[line.department][language], names[line.field][language], line.certifiedOn.description,
      line.status.phrase[language], line.last.map { "\($0.year) \($0.score) \($0.grade.phrase[language])" } ?? "–",
    ]
  }
}
