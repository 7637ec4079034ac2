import CenterStore
import DeskRuntime
import Widgets
import Wording

/// How the registry is drawn.
struct RegistryView {
  let state: RegistryState
  let look: Look
  let names: FieldNames

  /// The rows of lines that have room in an area.
  static func rows(in area: Area) -> Int { max(0, area.rows - 3) }

  /// Where the table stands: beneath the lines for search and filters.
  static func tableArea(in area: Area) -> Area { area.splitTop(2).rest }

  /// Draws everything.
  ///
  /// - Parameter rows: the rows that were drawn before.
  func draw(on canvas: inout Canvas, in area: Area, rows: inout RegistryRows) {
    drawSearch(on: &canvas, in: area.splitTop(1).top.inset(columns: 1))
    drawConditions(on: &canvas, in: area.splitTop(2).top.splitTop(1).rest.inset(columns: 1))
    let cursor = canvas.cursor
    let (table, tableArea) = (table, RegistryView.tableArea(in: area))
    let maker = rows.begin(
      table, in: tableArea, glyphs: canvas.glyphs, state.query, look.language, generation: state.cache.generation)
    let (ids, first, marks) = (state.ids(at: state.list.visible), state.list.visible.lowerBound, state.marks)
    table.draw(on: &canvas, in: tableArea, state: state.list, drawn: &rows.drawn) { place in
      ids.indices.contains(place - first)
        ? DrawnRows.Key(id: ids[place - first], isMarked: !marks.isEmpty && marks.contains(ids[place - first])) : nil
    } row: { place in
      state.line(at: place).map { maker.row(of: $0, isMarked: marks.contains($0.id)) }
    }
    if state.isSearching || state.list.isEmpty { canvas.cursor = cursor }
  }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    let statusWidth = isChinese ? 6 : 11
    let resultWidth = isChinese ? 17 : 22
    // Where there are many centers, their numbers are longer.
    let codeWidth = max(11, 7 + String(state.total ?? 0).count)
    let columns = [
      TableColumn(look(.code), minimum: codeWidth, ideal: codeWidth + 1),
      TableColumn(look(.name), minimum: 20, ideal: 38, stretch: 3),
      TableColumn(look(.host), minimum: 16, ideal: 28, stretch: 2, priority: 6),
      TableColumn(look(.department), minimum: isChinese ? 14 : 18, ideal: isChinese ? 18 : 28, stretch: 1, priority: 4),
      TableColumn(look(.field), minimum: isChinese ? 14 : 16, ideal: isChinese ? 14 : 22, priority: 3),
      TableColumn(look(.certified), minimum: 10, ideal: 10, priority: 5),
      TableColumn(look(.status), minimum: statusWidth, ideal: statusWidth, priority: 1),
      TableColumn(look(.lastResult), minimum: resultWidth, ideal: resultWidth, priority: 2),
    ]
    return Table(
      columns: columns, order: Table.Order(column: state.sort.key.column, isAscending: !state.sort.isDescending),
      emptyText: emptyText.map { look($0) }, showsMarks: !state.marks.isEmpty, margin: 1)
  }

  private var emptyText: [Phrase] {
    if state.query.isEmpty, state.filter.isEmpty {
      return [
        Phrase(zh: "管理序列中还没有中心。", en: "There is no center in the registry yet."),
        Phrase(zh: "用 cztic import centers 导入。", en: "Bring them in with cztic import centers."),
      ]
    }
    if !state.isCounted { return [Phrase(zh: "正在查找……", en: "Searching…")] }
    return notFound
  }

  /// What was looked for and where, what else may be meant, and how to get everything back.
  private var notFound: [Phrase] {
    guard !state.query.isEmpty else {
      return [
        Phrase(zh: "没有符合筛选条件的中心。", en: "No center is left by the filter."),
        Phrase(zh: "按退格键清除筛选。", en: "Backspace takes the filter away."),
      ]
    }
    let typed = state.field.text.trimmingPrefix { $0.isWhitespace }.prefix(24)
    let within = Phrase.list(state.filter.conditions(names))
    var lines = [
      state.filter.isEmpty
        ? Phrase(zh: "没有与“\(typed)”相符的中心。", en: "No center matches “\(typed)”.")
        : Phrase(zh: "“\(within.zh)”的中心中没有与“\(typed)”相符的。", en: "No center of “\(within.en)” matches “\(typed)”."),
      Phrase(zh: "已查名称、编号、依托单位、曾用名；汉字、拼音、首字母均可。", en: "Looked in names, codes, hosts, former names; pinyin works too."),
    ]
    if !state.suggested.isEmpty {
      lines.append(Phrase(zh: "或按 F4 只看技术领域", en: "F4 shows only the field ") + state.suggested.phrase(names) + Phrase(zh: "。", en: "."))
    }
    lines.append(Phrase(zh: "按 Esc 清除检索。", en: "Esc clears the search."))
    if !state.filter.isEmpty {
      lines.append(
        state.isSearching
          ? Phrase(zh: "按 Tab 再按退格键清除筛选。", en: "Tab, then Backspace, takes the filter away.")
          : Phrase(zh: "按退格键清除筛选。", en: "Backspace takes the filter away."))
    }
    return lines
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
    if state.query.isEmpty, state.filter.isEmpty { return Phrase(zh: "共 \(total.grouped) 个", en: "\(total.grouped) centers") }
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
    let conditions = state.filter.conditions(names)
    put(
      look(conditions.isEmpty ? Phrase(zh: "无", en: "none") : Phrase.list(conditions)),
      conditions.isEmpty ? .muted : .accent)
    if !state.marks.isEmpty { put(look(Phrase(zh: "  已标记 \(state.marks.count)", en: "  \(state.marks.count) marked")), .marked) }
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

extension Int {
  /// With a comma between thousands.
  var grouped: String {
    var digits = Array(String(magnitude).utf8)
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(UInt8(ascii: ","), at: place) }
    return (self < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}

extension Phrase {
  static let code = Phrase(zh: "编号", en: "Code")
  static let name = Phrase(zh: "名称", en: "Name")
  static let host = Phrase(zh: "依托单位", en: "Host unit")
  static let department = Phrase(zh: "归口管理部门", en: "Department")
  static let field = Phrase(zh: "技术领域", en: "Field")
  static let certified = Phrase(zh: "认定日期", en: "Certified")
  static let status = Phrase(zh: "状态", en: "Status")
  static let lastResult = Phrase(zh: "最近评估", en: "Last result")
}
