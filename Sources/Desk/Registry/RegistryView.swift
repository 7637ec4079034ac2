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
    let head = RegistryHead(state: state, look: look, names: names)
    if state.isSearching {
      head.draw(on: &canvas, in: area)
    } else {
      let strip = rows.head(head.standing(in: area, glyphs: canvas.glyphs)) { head.drawn(columns: area.columns, glyphs: canvas.glyphs) }
      canvas.take(from: strip, at: area.origin, within: area)
    }
    let cursor = canvas.cursor
    let (table, tableArea) = (rows.table(tableStanding) { self.table }, RegistryView.tableArea(in: area))
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

  /// What the table depends on; its words for no rows say much more, and are not kept.
  private var tableStanding: RegistryRows.TableStanding? {
    state.list.isEmpty
      ? nil
      : RegistryRows.TableStanding(
        language: look.language, codeWidth: codeWidth, isOpenEnded: state.total == nil, sort: state.sort, showsMarks: !state.marks.isEmpty)
  }

  /// How wide a code is: where there are many centers, their numbers are longer. While it is not known how many there are, those in sight tell.
  private var codeWidth: Int {
    let widest = state.total.map { 7 + String($0).count } ?? state.list.visible.compactMap { state.line(at: $0)?.code.count }.max() ?? 0
    return max(11, widest)
  }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    let statusWidth = isChinese ? 6 : 11
    let resultWidth = isChinese ? 17 : 22
    let codeWidth = codeWidth
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
    var table = Table(
      columns: columns, order: Table.Order(column: state.sort.key.column, isAscending: !state.sort.isDescending),
      emptyText: emptyText.map { look($0) }, showsMarks: !state.marks.isEmpty, margin: 1)
    table.isOpenEnded = state.total == nil
    return table
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
      if let missing = state.missing(state.filter) { return [missing + Phrase(zh: "。", en: "."), .backspaceClears] }
      return [
        Phrase(zh: "没有符合筛选条件的中心。", en: "No center is left by the filter."),
        .backspaceClears,
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
          : .backspaceClears)
    }
    return lines
  }
}

extension Phrase {
  fileprivate static let backspaceClears = Phrase(zh: "按退格键清除筛选。", en: "Backspace takes the filter away.")
  static let code = Phrase(zh: "编号", en: "Code")
  static let name = Phrase(zh: "名称", en: "Name")
  static let host = Phrase(zh: "依托单位", en: "Host unit")
  static let county = Phrase(zh: "县（市、区）：依托单位所在地", en: "County of the host")
  static let department = Phrase(zh: "归口管理部门", en: "Department")
  static let field = Phrase(zh: "技术领域", en: "Field")
  static let certified = Phrase(zh: "认定日期", en: "Certified")
  static let status = Phrase(zh: "状态", en: "Status")
  static let lastResult = Phrase(zh: "最近评估", en: "Last result")
}
