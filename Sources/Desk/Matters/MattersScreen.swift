import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The matters of centers that somebody has a part in: what waits for them first (articles 16, 30 and 31).
@MainActor
final class MattersScreen: FindingScreen {
  let sitting: Sitting
  private var all: [MatterSummary] = []
  private var kind: MatterKind?
  private var failure: WordsPage?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState? = ListState()

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { Phrase(zh: "变更、主任、撤销", en: "Matters of centers") }

  private var shown: [MatterSummary] { kind.map { kind in all.filter { $0.kind == kind } } ?? all }
  var selected: MatterSummary? {
    guard let place = list?.selected, shown.indices.contains(place) else { return nil }
    return shown[place]
  }

  var rowsToFind: RowsToFind { .others(shown.map { ($0.number, "\($0.center) \($0.name) \($0.host) \($0.subject.zh)") }) }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: tableArea) }
  private var tableArea: Area { area.splitTop(2).rest.inset(columns: 1) }

  var bindings: [KeyBinding] {
    let nothing = selected == nil ? Phrase(zh: "没有可打开的事项", en: "there is nothing to open") : nil
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开所选的事项，办理下一步", en: "open the selected matter and take its next step"), prominence: .first,
        refusal: nothing),
      KeyBinding(
        "kind", [KeyPress(.tab), KeyPress(.function(4))], label: Phrase(zh: "类别", en: "kind"),
        explanation: Phrase(zh: "只看一类：变更、主任备案、撤销", en: "one kind only: changes, directors, revocations"), prominence: .footer),
      KeyBinding(
        "center", [.character("o"), KeyPress(.function(2))], label: Phrase(zh: "中心档案", en: "center"),
        explanation: Phrase(zh: "打开所选事项的中心档案", en: "open the center's file"), prominence: .footer, refusal: nothing),
      findBinding,
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("change.", "director.", "revocation.", "center.", "round.", "import.") { load() }
  }

  private func load() {
    let kept = selected?.number
    do {
      all = try sitting.store.matters(by: sitting.acting)
      failure = nil
    } catch { failure = .failed(error) }
    show(kept)
  }

  private func show(_ number: String?) {
    list?.setCount(shown.count)
    if let number, let place = shown.firstIndex(where: { $0.number == number }) { list?.select(place) }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let selected { sitting.runtime.push(selected.kind.screen(sitting, number: selected.number)) }
    case "center": if let selected { sitting.runtime.push(CenterFileScreen(sitting, code: selected.center)) }
    case "find": find()
    case "kind":
      let kinds: [MatterKind?] = [nil] + MatterKind.allCases.map { $0 }
      let kept = selected?.number
      kind = kinds[((kinds.firstIndex(of: kind) ?? 0) + 1) % kinds.count]
      show(kept)
    default: break
    }
  }

  // MARK: - Drawing

  private func table(_ look: Look) -> Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "编号", en: "Number")), minimum: 11, ideal: 11),
        TableColumn(look(Phrase(zh: "类别", en: "Kind")), minimum: isChinese ? 8 : 10, ideal: 10),
        TableColumn(look(Phrase(zh: "内容", en: "About")), minimum: 12, ideal: 28, stretch: 1, priority: 1),
        TableColumn(look(Phrase(zh: "中心", en: "Center")), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 16, ideal: 36, stretch: 1, priority: 2),
        TableColumn(look(Phrase(zh: "进度", en: "Stage")), minimum: isChinese ? 14 : 20, ideal: isChinese ? 16 : 22),
        TableColumn(look(Phrase(zh: "起", en: "Since")), minimum: 10, ideal: 10, priority: 1),
      ],
      emptyText: [
        look(Phrase(zh: "没有这类事项。", en: "There is none.")),
        look(emptyHint),
      ])
  }

  /// What would stand here, and who begins it.
  private var emptyHint: Phrase {
    switch sitting.member.role {
    case .department:
      Phrase(
        zh: "本部门中心的依托单位申请变更、聘任主任，科技局提出撤销，都列在这里。",
        en: "Changes and directors that your centers' hosts begin stand here, and revocations that are proposed.")
    case .host:
      Phrase(zh: "在中心档案里按 F2 申请变更、聘任主任、自愿申请撤销。", en: "F2 in a center's file asks for a change, a director or a revocation.")
    default:
      Phrase(
        zh: "依托单位的变更、主任列在这里；在中心档案里按 F2 提出撤销。", en: "Hosts' changes and directors stand here; F2 in a center's file proposes to revoke.")
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    drawHead(on: &canvas, in: area.inset(columns: 1), look)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: tableArea).rows)
    guard let list else { return }
    let (nameColumns, measure) = (table.columns(of: 4, in: tableArea), canvas.measure)
    table.draw(on: &canvas, in: tableArea, state: list) { place in
      let matter = shown[place]
      return TableRow([
        TableCell(matter.number, Style(.plain, bold: matter.waits)), TableCell(look(matter.kind.phrase)), TableCell(look(matter.subject)),
        TableCell(matter.center), CenterName.cell(matter.name, to: nameColumns, measure, Style(.plain)),
        TableCell(look(matter.stage), Style(matter.ink)), TableCell(matter.since.description, Style(.muted)),
      ])
    }
    if list.isEmpty { canvas.cursor = tableArea.origin }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area, _ look: Look) {
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style) {
      column += canvas.put(look(phrase), at: Position(column: column, row: area.row), style: style, within: area)
    }
    let waiting = all.count(where: \.waits)
    put(
      Phrase(zh: "待我办理 \(waiting) 件", en: waiting == 1 ? "1 waits for me" : "\(waiting) wait for me"),
      Style(waiting > 0 ? .caution : .good, bold: true))
    for choice in [nil] + MatterKind.allCases.map({ $0 }) {
      let name = choice?.phrase ?? Phrase(zh: "全部", en: "all")
      let count = choice.map { kind in all.count { $0.kind == kind } } ?? all.count
      put(
        Phrase(zh: "  \(name.zh) \(count)", en: "  \(name.en) \(count)"),
        Style(choice == kind ? .accent : .muted, bold: choice == kind, underlined: choice == kind))
    }
  }
}
