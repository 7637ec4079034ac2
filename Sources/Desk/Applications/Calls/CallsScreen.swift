import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The yearly calls (申报通知; articles 8 and 10), which everybody may read and the bureau gives out.
@MainActor
final class CallsScreen: Screen {
  let sitting: Sitting
  private var calls: [CallRecord] = []
  private var list = ListState()
  private var failure: WordsPage?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { Phrase(zh: "申报通知", en: "Calls") }

  var selected: CallRecord? { calls.indices.contains(list.selected) ? calls[list.selected] : nil }

  var bindings: [KeyBinding] {
    let nothing = selected == nil ? Phrase(zh: "还没有申报通知", en: "there is no call yet") : nil
    let open = KeyBinding(
      "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
      explanation: Phrase(zh: "看所选通知的要求、日期和名下申请", en: "see what the selected call asks, its days and its applications"), prominence: .first,
      refusal: nothing)
    let copy = KeyBinding(
      "copy", [.character("y"), .control("y")], label: Phrase(zh: "复制", en: "copy"),
      explanation: Phrase(zh: "把所选的一行复制到剪贴板", en: "copy the selected line to the clipboard"), refusal: nothing)
    if !sitting.isStaff { return [open, copy] }
    return [
      open,
      KeyBinding(
        "new", [.character("n"), KeyPress(.insert)], label: Phrase(zh: "新通知", en: "new call"),
        explanation: Phrase(zh: "发布新一年度的申报通知", en: "give out the call of a new year"), prominence: .first),
      .changeCall(refusal: nothing), .callLikeThis(refusal: nothing), copy,
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("call.") { load() }
  }

  private func load() {
    do {
      calls = try sitting.store.calls(by: sitting.acting)
      list.setCount(calls.count)
      failure = nil
    } catch { failure = .failed(error) }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "new": sitting.runtime.push(CallForm.screen(sitting, over: nil, years: calls.map(\.call.year)))
    case "open": if let selected { Reference.call(selected.call.year).open(sitting) }
    case "copy":
      if let selected { sitting.copy(texts(of: selected.call).joined(separator: "\t"), named: String(selected.call.year)) }
    case "like":
      if let selected { sitting.runtime.push(CallForm.screen(sitting, over: nil, like: selected.call, years: calls.map(\.call.year))) }
    case "change": if let selected { sitting.runtime.push(CallForm.screen(sitting, over: selected.call, years: [])) }
    default: break
    }
  }

  /// What stands in the columns of a call.
  private func texts(of call: Call) -> [String] {
    [String(call.year), call.opensOn.description] + CallDeadline.allCases.map { call.lastDays[$0].description }
  }

  private var tableArea: Area { area.splitTop(max(4, area.rows - 8)).top.inset(columns: 1) }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return list.take(press)
    case .mouse(let press):
      let outcome = list.handle(press, in: tableArea.splitTop(1).rest)
      if outcome == .committed { perform("open") }
      return outcome != .ignored
    case .paste, .focus: return false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    list.layout(rows: tableArea.rows - 1)
    let table = Table(
      columns: [
        TableColumn(look(Phrase(zh: "年度", en: "Year")), minimum: 5, ideal: 6),
        TableColumn(look(Phrase(zh: "开始受理", en: "Opens")), minimum: 10, ideal: 10),
        TableColumn(look(CallDeadline.host.heading), minimum: 12, ideal: 18),
        TableColumn(look(CallDeadline.department.heading), minimum: 14, ideal: 24),
        TableColumn(look(CallDeadline.correction.heading), minimum: 14, ideal: 24, stretch: 1),
      ],
      emptyText: [
        look(Phrase(zh: "还没有申报通知。", en: "No call is out yet.")),
        look(
          sitting.isStaff
            ? Phrase(zh: "按 n 或 Insert 发布。", en: "n or Insert gives one out.")
            : Phrase(zh: "市科技局发布后在此列出。", en: "The bureau gives them out.")),
      ])
    table.draw(on: &canvas, in: tableArea, state: list) { place in
      let (call, today) = (calls[place].call, sitting.today)
      func cell(_ deadline: CallDeadline) -> TableCell {
        let day = call.lastDays[deadline]
        return TableCell(day.description, Style(day < today ? .muted : .plain))
      }
      return TableRow(
        [TableCell(String(call.year), Style(.plain, bold: true)), TableCell(call.opensOn.description)] + CallDeadline.allCases.map(cell))
    }
    let below = area.splitTop(max(4, area.rows - 8)).rest.inset(columns: 1)
    if let selected { drawSelected(selected, on: &canvas, in: below, look: look) }
    if list.isEmpty { canvas.cursor = tableArea.origin }
  }

  private func drawSelected(_ record: CallRecord, on canvas: inout Canvas, in area: Area, look: Look) {
    let call = record.call
    canvas.horizontalRule(at: area.origin, columns: area.columns, within: area)
    let names = sitting.names
    let separator = look.language == .zh ? "、" : ", "
    let fields =
      call.priorityFields.isEmpty
      ? look(Phrase(zh: "未限定", en: "none named")) : call.priorityFields.map { look(names[$0.string]) }.joined(separator: separator)
    var lines = [
      look(Phrase(zh: "优先布局领域：", en: "Priority fields: ")) + fields,
      look(Phrase(zh: "申报材料：", en: "Documents: ")) + call.documents.map(\.string).joined(separator: separator),
      look(Phrase(zh: "评审专家至少 \(call.minimumExperts) 人（办法第11条）", en: "At least \(call.minimumExperts) experts review (article 11)")),
    ]
    if let note = RulesInForce(on: record.publishedOn).note { lines.append(look(Phrase(same: "\(record.publishedOn)  ") + note)) }
    if let change = record.lastChange {
      lines.append(look(Phrase(zh: "\(change.on) 变更，理由：\(change.reason)", en: "Changed on \(change.on): \(change.reason)")))
    }
    var row = area.row + 1
    for line in lines.flatMap({ canvas.measure.wrapped($0, to: area.columns) }) where row < area.bottom {
      canvas.put(line, at: Position(column: area.column, row: row), within: area)
      row += 1
    }
  }
}

extension CallDeadline {
  /// What it is called above a column, where the long name has no room.
  fileprivate var heading: Phrase {
    switch self {
    case .host: Phrase(zh: phrase.zh, en: "Hosts by")
    case .department: Phrase(zh: phrase.zh, en: "Departments by")
    case .correction: Phrase(zh: phrase.zh, en: "Corrections by")
    }
  }
}
