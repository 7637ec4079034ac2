import CenterStore
import DeskRuntime
import Foundation
import Interchange
import Regulation
import Widgets
import Wording

/// The files that lie ready in one's own folder, the newest first; whoever sits at the machine may name any other.
@MainActor
final class ImportFilesScreen: FindingScreen {
  let sitting: Sitting
  private let wanted: [TableOffer]
  private var files: [InboxFile] = []
  private var page: WordsPage? = .loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState?

  /// - Parameter wanted: the tables of the list from which one came, the nearest first.
  init(_ sitting: Sitting, wanted: [TableOffer]) {
    self.sitting = sitting
    self.wanted = wanted
  }

  var title: Phrase { Phrase(zh: "导入：选文件", en: "Import: choose a file") }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: tableArea) }
  private var tableArea: Area { area.splitTop(2).rest.inset(columns: 1) }
  private var selected: InboxFile? { list.flatMap { files.indices.contains($0.selected) ? files[$0.selected] : nil } }
  var rowInHand: String? { selected.map { "\($0.name)\t\($0.size)\t\($0.modified.day)" } }
  var rowsToFind: RowsToFind { .others(files.enumerated().map { (key: "\($0.offset) \($0.element.name)", words: $0.element.name.string) }) }

  var bindings: [KeyBinding] {
    var bindings = [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "预览", en: "look at it"),
        explanation: Phrase(zh: "读这个文件，先看会改动什么，不写入", en: "read the file and show what it would change; nothing is written yet"),
        prominence: .first,
        refusal: selected == nil ? Phrase(zh: "没有可导入的文件", en: "there is no file to take in") : nil),
      KeyBinding(
        "renew", [KeyPress(.function(5)), .character("r")], label: Phrase(zh: "重新列出", en: "list again"),
        explanation: Phrase(zh: "刚传来的文件，重新列出即可看到", en: "show what has come into the folder since"), prominence: .footer),
    ]
    if sitting.reachesFiles {
      bindings.insert(
        KeyBinding(
          "path", [KeyPress(.function(4)), .character("p")], label: Phrase(zh: "其他位置", en: "elsewhere"),
          explanation: Phrase(zh: "选本机的其他文件，或键入路径", en: "choose another file of this machine, or type its path"), prominence: .first), at: 1
      )
    }
    return bindings + [findBinding]
  }

  func appeared() { if list == nil { load() } }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let selected { look(at: .inbox(selected)) }
    case "renew": load()
    case "path": choose(in: HostFiles.path("."))
    case "find": find()
    default: break
    }
  }

  private func load() {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(.beside, holdsInput: list == nil) {
      try store.inbox(by: who).sorted { ($1.modified, $0.name.string) < ($0.modified, $1.name.string) }
    } then: { [weak self] (result: Result<[InboxFile], any Error>) in
      guard let self else { return }
      switch result {
      case .success(let files): self.show(files)
      case .failure(let error): self.page = .failed(error)
      }
    }
  }

  private func show(_ found: [InboxFile]) {
    let kept = selected
    files = found
    page = found.isEmpty ? empty : nil
    if list == nil { list = ListState() }
    list?.setCount(found.count)
    if let kept, let place = found.firstIndex(where: { $0.name == kept.name }) { list?.select(place) }
  }

  /// Where files have to lie.
  private var empty: WordsPage {
    let folder = sitting.store.inboxName(by: sitting.acting)
    return WordsPage(
      heading: Phrase(zh: "您的文件夹里还没有文件", en: "There is no file in your folder yet"),
      paragraphs: [
        Phrase(
          zh: "把 CSV、Excel 工作簿（.xlsx）或 JSON 文件放进 \(folder)（用 sftp 传来，或请管理员放入），再按 F5。",
          en: "Put a CSV file, a workbook (.xlsx) or JSON into \(folder), by sftp or through the administrator, and press F5."),
        sitting.reachesFiles
          ? Phrase(zh: "您就在这台机器上：按 F4 可选其他位置的文件。", en: "You sit at the machine: F4 chooses a file that lies elsewhere.")
          : Phrase(zh: "通过 SSH 只能用自己文件夹里的文件。", en: "Over SSH only the files of your own folder are used."),
        Phrase(zh: "导出（E）写成的文件也在那里，改好后可以再导入。", en: "What you export with E is written there too, and can be corrected and taken in again."),
      ])
  }

  // MARK: - Elsewhere on the machine

  /// Lists a folder; what is typed narrows it, and a path that is typed is taken as it is.
  private func choose(in folder: String) {
    let entries = HostFiles.entries(of: folder)
    let up = (folder as NSString).deletingLastPathComponent
    sitting.runtime.choose(
      Phrase(same: folder),
      offering: { text -> [(choice: Choice, meaning: HostChoice)] in
        var offered: [(choice: Choice, meaning: HostChoice)] = entries.map { entry in
          entry.isFolder
            ? (Choice(Phrase(same: entry.name + "/")), .folder(entry.path))
            : (
              Choice(Phrase(same: entry.name), detail: Phrase(same: "\(FileWords.size(entry.size))  \(entry.modified.day)")),
              .file(entry.path)
            )
        }.filter { $0.choice.matches(text) }
        if text.isEmpty { offered.append((Choice(Phrase(same: "../")), .folder(up))) }
        let path = HostFiles.path(text, in: folder)
        if !text.isEmpty, HostFiles.exists(path), !entries.contains(where: { $0.path == path }) {
          offered.insert(
            (Choice(Phrase(same: path)), HostFiles.isFolder(path) ? .folder(path) : .file(path)), at: 0)
        }
        return offered
      }
    ) { [weak self] choice in
      switch choice {
      case .folder(let path): self?.choose(in: path)
      case .file(let path): self?.look(at: .host(path))
      case nil: break
      }
    }
  }

  private enum HostChoice {
    case folder(String)
    case file(String)
  }

  // MARK: - Of what kind it is

  /// Finds out what the file holds, asks where that is open, and looks at it.
  private func look(at source: ImportSource) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(.beside, holdsInput: true) {
      try ImportKind.fitting(source.bytes(store, who))
    } then: { [weak self] (result: Result<[ImportKind], any Error>) in
      switch result {
      case .success(let kinds): self?.look(at: source, fitting: kinds)
      case .failure(let error): self?.sitting.tell(error)
      }
    }
  }

  private func look(at source: ImportSource, fitting kinds: [ImportKind]) {
    let own = sitting.importKinds
    let lawful = kinds.filter(own.contains)
    if let kind = kinds.first, lawful.isEmpty {
      return sitting.runtime.tell(
        Phrase(zh: "您不能导入这种文件", en: "You cannot take this in"),
        Phrase(
          zh: "从表头看，\(source.name) 是“\(kind.phrase.zh)”；您的角色不能导入这种表。",
          en: "By its header \(source.name) holds \(kind.phrase.en), which your role does not import."))
    }
    let near = wanted.compactMap(\.kind.imported)
    if let kind = near.first(where: lawful.contains) ?? (lawful.count == 1 ? lawful[0] : nil) { return open(source, kind) }
    sitting.chooseImportKind(guessed: lawful.isEmpty ? near : lawful) { [weak self] in self?.open(source, $0) }
  }

  private func open(_ source: ImportSource, _ kind: ImportKind) {
    let round = wanted.first { $0.kind.imported == kind }?.round
    sitting.chooseImportRound(of: kind, meant: round) { [weak self] year in
      guard let self else { return }
      self.sitting.runtime.push(ImportScreen(self.sitting, source, kind, round: year))
    }
  }

  // MARK: - Drawing

  private func table(_ look: Look) -> Table {
    Table(
      columns: [
        TableColumn(look(Phrase(zh: "文件", en: "File")), minimum: 24, ideal: 40, stretch: 1),
        TableColumn(look(Phrase(zh: "大小", en: "Size")), minimum: 9, ideal: 10, alignment: .right),
        TableColumn(look(Phrase(zh: "日期", en: "Day")), minimum: 10, ideal: 10),
      ], emptyText: [])
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let page { return page.draw(on: &canvas, in: area, look: look) }
    let head = area.inset(columns: 1)
    let words = Phrase(
      zh: "您的文件夹 \(sitting.store.inboxName(by: sitting.acting))", en: "Your folder \(sitting.store.inboxName(by: sitting.acting))")
    canvas.put(canvas.measure.truncated(look(words), to: head.columns), at: head.origin, style: Style(.muted), within: head)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: tableArea).rows)
    guard let list else { return }
    table.draw(on: &canvas, in: tableArea, state: list) { place in
      let file = files[place]
      return TableRow([
        TableCell(file.name.string, isCutInside: true), TableCell(FileWords.size(file.size)), TableCell(file.modified.day.description),
      ])
    }
  }
}

/// What is said of files.
enum FileWords {
  /// How large a file is, as people say it.
  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1024: "\(bytes) B"
    case ..<(1 << 20): "\((bytes + 1023) >> 10) KB"
    default: "\(bytes >> 20).\((bytes & (1 << 20 - 1)) * 10 >> 20) MB"
    }
  }
}
