import CenterStore
import DeskRuntime
import Widgets
import Wording

/// The two lines above the registry: what is searched and how much of it there is, how it is sorted and what it is narrowed to.
struct RegistryHead {
  let state: RegistryState
  let look: Look
  let names: FieldNames

  /// What the lines depend on while nobody types in them: most keys move in the list and change nothing here.
  struct Standing: Equatable {
    fileprivate var text: String
    fileprivate var count: Int
    fileprivate var total: Int?
    fileprivate var isCounted: Bool
    fileprivate var sort: RegistrySort
    fileprivate var filter: RegistryFilter
    fileprivate var markCount: Int
    fileprivate var awaitsDuties, showsMarkedOnly: Bool
    fileprivate var publishedYear: Int?
    fileprivate var columns: Int
    fileprivate var look: Look
    fileprivate var glyphs: GlyphSet
  }

  /// What the lines depend on now.
  func standing(in area: Area, glyphs: GlyphSet) -> Standing {
    Standing(
      text: state.field.text, count: state.count, total: state.total, isCounted: state.isCounted, sort: state.sort, filter: state.filter,
      markCount: state.marks.count, awaitsDuties: state.awaitsDuties, showsMarkedOnly: state.showsMarkedOnly,
      publishedYear: state.publishedYear, columns: area.columns, look: look, glyphs: glyphs)
  }

  /// The lines, drawn by themselves.
  func drawn(columns: Int, glyphs: GlyphSet) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: 2), glyphs: glyphs)
    draw(on: &canvas, in: canvas.area)
    return canvas
  }

  /// Draws the lines.
  func draw(on canvas: inout Canvas, in area: Area) {
    drawSearch(on: &canvas, in: area.splitTop(1).top.inset(columns: 1))
    drawConditions(on: &canvas, in: area.splitTop(2).top.splitTop(1).rest.inset(columns: 1))
  }

  private func drawSearch(on canvas: inout Canvas, in line: Area) {
    let count = look(countPhrase)
    let width = canvas.measure.columns(of: count)
    canvas.put(count, at: Position(column: line.right - width, row: line.row), style: Style(.muted), within: line)
    let label = look(Phrase(zh: "检索 ", en: "Search "))
    let used = canvas.put(label, at: line.origin, style: Style(state.isSearching ? .accent : .muted, bold: state.isSearching), within: line)
    let room = min(48, line.columns - used - width - 2)
    let place = Area(column: line.column + used, row: line.row, columns: room, rows: 1)
    var field = state.field
    field.placeholder = look(
      state.isSearching
        ? Phrase(zh: "汉字、拼音、首字母、编号", en: "characters, pinyin, initials, code") : Phrase(zh: "按 / 或 F3", en: "press / or F3"))
    field.draw(on: &canvas, in: place, isInHand: state.isSearching)
    if state.list.isEmpty, !state.isSearching { canvas.cursor = place.origin }
  }

  private var countPhrase: Phrase {
    let more = state.isCounted ? "" : "+"
    guard let total = state.total else { return Phrase(zh: "正在读取全部…", en: "loading the rest…") }
    if state.query.isEmpty, state.filter.isEmpty, !state.showsMarkedOnly {
      return Phrase(zh: "共 \(total.grouped) 个", en: "\(total.grouped) centers")
    }
    return Phrase(zh: "\(state.count.grouped)\(more) / 共 \(total.grouped) 个", en: "\(state.count.grouped)\(more) of \(total.grouped)")
  }

  private func drawConditions(on canvas: inout Canvas, in line: Area) {
    var column = line.column
    func put(_ text: String, _ ink: Ink) {
      let text = canvas.measure.truncated(text, to: max(0, line.right - column))
      column += canvas.put(text, at: Position(column: column, row: line.row), style: Style(ink), within: line)
    }
    put(look(Phrase(zh: "排序 ", en: "Sorted by ")), .muted)
    put(look(state.sort.key.phrase), .plain)
    if state.sort.isDescending { put(look(Phrase(zh: "（倒序）", en: " (descending)")), .plain) }
    put(look(Phrase(zh: "  筛选 ", en: "  filter ")), .muted)
    let conditions = state.showsMarkedOnly ? [] : state.filter.conditions(names)
    let none = state.showsMarkedOnly ? Phrase(zh: "只看已标记的", en: "the marked only") : Phrase(zh: "无", en: "none")
    put(look(conditions.isEmpty ? none : Phrase.list(conditions)), conditions.isEmpty && !state.showsMarkedOnly ? .muted : .accent)
    if state.awaitsDuties { put(look(Phrase(zh: "（正在统计职责…）", en: " (summing up the duties…)")), .caution) }
    if !state.marks.isEmpty { put(look(Phrase(zh: "  已标记 \(state.marks.count)", en: "  \(state.marks.count) marked")), .marked) }
    if state.showsMarkedOnly, !state.isSearching { put(look(Phrase(zh: "（Tab 看全部）", en: " (Tab shows all)")), .muted) }
    if !conditions.isEmpty, !state.isSearching { put(look(Phrase(zh: "（退格键清除）", en: " (Backspace clears it)")), .muted) }
    if state.isSearching, !state.suggested.isEmpty {
      put(look(Phrase(zh: "  F4 只看领域", en: "  F4 field ") + state.suggested.phrase(names)), .accent)
    }
    drawPublished(on: &canvas, in: Area(column: column + 2, row: line.row, columns: line.right - column - 2, rows: 1))
  }

  /// Tells a guest of published results, where there is room beside the conditions.
  private func drawPublished(on canvas: inout Canvas, in room: Area) {
    guard let year = state.publishedYear, !state.isSearching else { return }
    let words = look(Phrase(zh: "\(year) 年度评估结果已公布：按 e 查看", en: "Results of \(year) are out: press e"))
    let width = canvas.measure.columns(of: words)
    guard width <= room.columns else { return }
    canvas.put(words, at: Position(column: room.right - width, row: room.row), style: Style(.accent), within: room)
  }
}
