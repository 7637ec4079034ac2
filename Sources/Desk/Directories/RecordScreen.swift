import CenterStore
import DeskRuntime
import Widgets
import Wording

/// A page of the directories: what is known of one person, organization, link of the chain or notice. Lines that lead somewhere do so with Enter.
@MainActor
final class RecordScreen<File: Sendable>: ListScreen {
  /// What the page is about.
  struct Description {
    let title: Phrase
    /// What it is called once it is read, where that says more; `nil` where it does not.
    var called: (@MainActor (File) -> Phrase)?
    /// The beginnings of the acts after which it is read anew.
    let concerns: [String]
    /// Reads it, off the screen's thread.
    let read: @Sendable (CenterStore, Acting) throws -> File
    let sections: @MainActor (File) -> [RecordSection]
    /// What can be done with it.
    var acts: @MainActor (_ file: File, _ reload: @escaping @MainActor () -> Void) -> [DirectoryAct] = { _, _ in [] }
  }

  private let sitting: Sitting
  private let description: Description
  private var file: File?
  private var page: WordsPage = .loading
  private var lines: [RecordLine] = []
  private var laid: (area: Area, look: Look)?
  var list: ListState? = ListState()
  private(set) var listArea = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting, _ description: Description) {
    self.sitting = sitting
    self.description = description
  }

  var title: Phrase { file.flatMap { description.called?($0) } ?? description.title }

  private var selected: RecordLine? { list.flatMap { lines.indices.contains($0.selected) ? lines[$0.selected] : nil } }
  private var acts: [DirectoryAct] { file.map { file in description.acts(file) { [weak self] in self?.load() } } ?? [] }

  var bindings: [KeyBinding] {
    guard file != nil else { return [] }
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开光标所在行说到的中心、人员、年度等", en: "open the center, person or round that the line under the cursor speaks of"),
        prominence: .first,
        refusal: selected?.reference == nil ? Phrase(zh: "这一行没有可打开的", en: "this line leads nowhere") : nil)
    ] + acts.map(\.binding) + [
      KeyBinding(
        "copy", [.character("y"), .control("y")], label: Phrase(zh: "复制", en: "copy"),
        explanation: Phrase(zh: "把光标所在行的内容复制到剪贴板", en: "copy what the line under the cursor says to the clipboard"),
        prominence: .footer, refusal: selected?.text.isEmpty ?? true ? Phrase(zh: "这一行是空的", en: "this line is blank") : nil)
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.items.contains(where: { item in description.concerns.contains { item.act.hasPrefix($0) } }) {
      load()
    }
  }

  private func load() {
    let (store, who, read) = (sitting.store, sitting.acting, description.read)
    sitting.runtime.background(.beside, holdsInput: file == nil) {
      try read(store, who)
    } then: { [weak self] (answer: Result<File, any Error>) in
      guard let self else { return }
      switch answer {
      case .success(let file): self.file = file
      case .failure(let error):
        self.file = nil
        self.page = .failed(error)
      }
      self.laid = nil
    }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": selected?.reference?.open(sitting)
    case "copy": if let selected { sitting.copy(selected.text, named: String(selected.text.prefix(20))) }
    default: acts.first { $0.binding.action == action }?.run()
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard let file else { return page.draw(on: &canvas, in: area, look: look) }
    let body = area.inset(columns: 1)
    listArea = body
    if laid?.area != area || laid?.look != look {
      let layout = RecordLayout(look: look, measure: canvas.measure, columns: body.columns - 2)
      lines = layout.lines(description.sections(file))
      laid = (area, look)
    }
    if list?.count != lines.count { list?.setCount(lines.count) }
    list?.layout(rows: body.rows)
    guard let list else { return }
    for place in list.visible where lines.indices.contains(place) {
      let row = body.row + place - list.top
      lines[place].line.draw(on: &canvas, in: body, row: row)
      guard lines[place].reference != nil else { continue }
      let line = Area(column: body.column, row: row, columns: body.columns - 1, rows: 1)
      if !lines[place].isContinued { canvas.put(">", at: line.origin, style: Style(.accent), within: line) }
      if place == list.selected { canvas.restyle(line, .selected) }
    }
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: body.row + list.selected - list.top)
  }
}
