import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The documents (附件) of a center's material, of an application or of a center's duties: what each is, where it is, and what it proves.
@MainActor
final class AttachmentsScreen: Screen {
  let sitting: Sitting
  let subject: AttachmentSubject
  /// What the documents must prove to be shown; `nil`: all are.
  private let only: (@Sendable (Proof) -> Bool)?
  private let name: Phrase
  private var entering: AttachmentEntering?
  private var names: [Proof: Phrase] = [:]
  /// What the call asks for and the form does not say to be at hand (article 10).
  private var unticked: Set<DocumentTitle> = []
  private var titles: [PlainText] = []
  private var lines: [AttachmentLine] = []
  private var documents: [Attachment] = []
  private var list = ListState()
  private var failure: WordsPage?
  private var columns = 0
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  /// - Parameters:
  ///   - name: what the documents belong to, for the title.
  ///   - entering: what may be entered here; `nil` where documents are only read.
  ///   - only: which of the items they must prove; `nil` for all documents.
  init(
    _ sitting: Sitting, _ subject: AttachmentSubject, name: Phrase, entering: AttachmentEntering? = nil,
    only: (@Sendable (Proof) -> Bool)? = nil
  ) {
    self.sitting = sitting
    self.subject = subject
    self.name = name
    self.entering = entering
    self.only = only
  }

  /// The documents that prove a center's figures of one indicator, below a sheet that says which center it is.
  static func proving(_ indicator: IndicatorCode, of center: String, year: Int, _ sitting: Sitting) -> AttachmentsScreen {
    AttachmentsScreen(sitting, .material(center: center, year: year), name: Phrase(same: indicator.description)) { proof in
      if case .fact(let code) = proof { code.indicator == indicator } else { false }
    }
  }

  var title: Phrase { Phrase(zh: "附件 \(name.zh)", en: "Documents \(name.en)") }

  var bindings: [KeyBinding] {
    let writing =
      entering == nil
      ? []
      : [
        KeyBinding(
          "enter", [.character("n"), KeyPress(.insert)], label: Phrase(zh: "登记附件", en: "enter a document"),
          explanation: Phrase(zh: "登记一份附件：名称、存放处、所证明的事项", en: "enter a document: what it is, where it lies, what it proves"),
          prominence: .first),
        KeyBinding(
          "correct", [.character("e"), KeyPress(.function(4))], label: Phrase(zh: "更正", en: "correct"),
          explanation: Phrase(
            zh: "更正所选附件的名称、类别、日期、存放处或所证明的事项；原登记内容留在记录中",
            en: "correct what the register says of the selected document; the record keeps what it said"),
          prominence: .footer, refusal: refusesWriting),
        KeyBinding(
          "remove", [.character("x"), KeyPress(.delete)], label: Phrase(zh: "移除", en: "remove"),
          explanation: Phrase(
            zh: "从登记中移除所选附件；原登记内容留在记录中", en: "take the selected document off the register; the record keeps what it said"),
          prominence: .footer, refusal: refusesWriting),
      ]
    return writing + [
      KeyBinding(
        "fetch", [.character("g"), KeyPress(.function(6))], label: Phrase(zh: "取出文件", en: "fetch the file"),
        explanation: Phrase(
          zh: "与登记的摘要核对，并把文件的副本放入您的收件箱 \(sitting.store.inboxName(by: sitting.acting))",
          en: "compare the file with its digest and put a copy into your inbox, \(sitting.store.inboxName(by: sitting.acting))"),
        // Where there is a file to fetch, its key stands in the footer of a narrow window too.
        prominence: selected?.isKept == true ? .first : .footer,
        refusal: refusesFetching),
      KeyBinding(
        "copy", [.character("y"), .control("y")], label: Phrase(zh: "复制摘要", en: "copy digest"),
        explanation: Phrase(zh: "复制所选附件的 SHA-256 摘要到剪贴板", en: "copy the SHA-256 digest of the selected document to the clipboard"),
        prominence: .footer,
        refusal: selected?.entry.digest == nil ? Phrase(zh: "此附件没有登记摘要", en: "No digest of this document is on file") : nil),
    ]
  }

  /// Why the file of the selected document cannot be fetched; `nil` where it can.
  private var refusesFetching: Phrase? {
    guard let selected, !selected.isKept else { return selected == nil ? Phrase(zh: "没有附件", en: "there is no document") : nil }
    return selected.isGone ? selected.goneWords : Phrase(zh: "此附件的文件没有存在本机", en: "The file of this document is not kept here")
  }

  /// Why the selected document can be neither corrected nor removed; `nil` where it can.
  private var refusesWriting: Phrase? {
    guard let selected else { return Phrase(zh: "没有附件", en: "there is no document") }
    if entering?.isClosed == true {
      return Phrase(zh: "申请已办结，附件不再更正或移除（办法第10条）", en: "the application is closed: its documents stay as they are (article 10)")
    }
    if sitting.member.role == .department {
      return Phrase(zh: "归口管理部门登记附件；更正和移除由市科技局办理（办法第27条）", en: "a department enters documents; the bureau corrects them (article 27)")
    }
    guard !sitting.isStaff, selected.entry.proves.contains(where: \.isRecord) else { return nil }
    return Phrase(
      zh: "证明办理步骤或信用核查的附件由市科技局登记和更正（办法第27条）", en: "what proves a step or a check is corrected by the bureau (article 27)")
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    guard let news = news as? StoreNews, news.contains("attachment.", "import.attachments") else { return }
    load()
  }

  func perform(_ action: ActionName) {
    if action == "enter", let entering {
      let before = titles
      let form = AttachmentForm.screen(sitting, subject, entering, titles: titles) { [weak self] in
        self?.load()
        self?.tellToTick(since: before)
      }
      return sitting.runtime.push(form)
    }
    if action == "correct", let entering, let old = selected {
      let form = AttachmentForm.screen(sitting, subject, entering, correcting: old, titles: titles) { [weak self] in self?.load() }
      return sitting.runtime.push(form)
    }
    if action == "remove" { return remove() }
    if action == "fetch" { return fetch() }
    guard action == "copy", let document = selected, let digest = document.entry.digest else { return }
    if sitting.runtime.terminal.copy(digest.description) {
      sitting.runtime.notice(Phrase(zh: "已复制“\(document.entry.title)”的摘要", en: "Copied the digest of “\(document.entry.title)”"), .done)
    }
  }

  /// Entering a document ticks nothing on the form: of one that the call asks for its host is told where that is done (article 10).
  private func tellToTick(since before: [PlainText]) {
    guard sitting.member.role == .host else { return }
    guard let title = titles.first(where: { !before.contains($0) && unticked.contains(DocumentTitle($0)) }) else { return }
    sitting.runtime.notice(
      Phrase(
        zh: "“\(title)”已登记；申报书第10条“已备材料”中也须勾选", en: "“\(title)” is on file; tick it under “Documents at hand” of the form too (article 10)"),
      .caution)
  }

  private func fetch() {
    guard let title = selected?.entry.title else { return }
    let (store, who, subject) = (sitting.store, sitting.acting, subject)
    sitting.runtime.background(holdsInput: true) {
      try store.fetchKeptFile(title, of: subject, by: who)
    } then: { [weak self] result in
      switch result {
      case .success(let name):
        self?.sitting.runtime.notice(
          Phrase(zh: "与登记相符，已放入收件箱：\(name)", en: "It is the file on file; a copy is in your inbox: \(name)"), .done)
      case .failure(let error):
        // What is on file here may be gone since the list was read.
        self?.load()
        self?.sitting.tell(error)
      }
    }
  }

  private func remove() {
    guard let entry = selected?.entry else { return }
    let (title, subject) = (entry.title, subject)
    sitting.runtime.confirm(
      Phrase(zh: "移除“\(title)”？", en: "Remove “\(title)”?"),
      Phrase(zh: "从登记中移除；文件本身和原登记记录不动。", en: "It leaves the register; the file and the record of it stay."),
      yes: Phrase(zh: "移除", en: "Remove")
    ) { [weak self] agreed in
      guard agreed else { return }
      self?.sitting.run(Phrase(zh: "已移除", en: "Removed")) { store, who in
        try store.detach(title, from: subject, by: who)
      } then: { [weak self] in
        self?.load()
        if self?.titles.contains(title) == false { self?.sitting.note(.removed(entry, from: subject)) }
      }
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): list.take(press)
    case .mouse(let press): list.handle(press, in: area) != .ignored
    default: false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    if documents.isEmpty {
      return Blank.draw(look(emptyText), on: &canvas, in: area)
    }
    self.area = area
    let view = AttachmentsView(
      documents: documents, system: sitting.system, look: look, measure: canvas.measure, columns: area.columns - 3,
      names: names)
    lines = view.lines
    if list.count != lines.count { list.setCount(lines.count) }
    list.layout(rows: area.rows)
    view.draw(lines, list, on: &canvas, in: area)
  }

  private var emptyText: Phrase {
    let nothing =
      only == nil ? Phrase(zh: "没有登记附件。", en: "No document is on file.") : Phrase(zh: "没有证明此项的附件。", en: "No document on file proves this.")
    if entering != nil { return nothing + Phrase(zh: "\n按 n 或 Insert 登记。", en: "\nn or Insert enters one.") }
    guard case .material = subject, sitting.isStaff else { return nothing }
    return nothing
      + Phrase(zh: "\n附件清单用 cztic import attachments 导入。", en: "\n`cztic import attachments` takes a list of them in.")
  }

  private var selected: Attachment? {
    guard lines.indices.contains(list.selected) else { return documents.first }
    return documents[lines[list.selected].document]
  }

  private func load() {
    do {
      let all = try sitting.store.attachments(of: subject, by: sitting.acting)
      titles = all.map(\.entry.title)
      if case .application(let number) = subject {
        let file = try sitting.store.application(number, by: sitting.acting)
        let ticked = Set((file.form.documents ?? []).map { DocumentTitle($0) })
        unticked = Set(file.call.documents.map { DocumentTitle($0) }).subtracting(ticked)
        names = file.recordNames
        entering?.names = names
      }
      documents = all.filter { document in only.map { document.entry.proves.contains(where: $0) } ?? true }
      failure = nil
    } catch {
      documents = []
      failure = .failed(error)
    }
  }
}
