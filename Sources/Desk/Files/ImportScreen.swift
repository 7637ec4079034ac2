import CenterStore
import DeskRuntime
import Interchange
import Synchronization
import TableFiles
import Widgets
import Wording

/// A file before it is taken in: what it would change, or what is wrong with it and how to mend that. Where nothing is wrong a key does it, all or
/// nothing; afterwards `u` takes it back.
@MainActor
final class ImportScreen: FindingScreen {
  /// How far it has come.
  enum Stage {
    /// What there is to say where nothing is shown: still reading, forbidden, stopped.
    case words(WordsPage)
    /// Looked at, nothing is written.
    case looked(ImportReport)
    /// Taken in.
    case done(ImportReport, TakenBack)
  }

  let sitting: Sitting
  let source: ImportSource
  private(set) var kind: ImportKind
  private(set) var round: Int?
  private(set) var stage = Stage.words(.loading)
  private(set) var rows: [ImportRow] = []
  private var isBegun = false
  var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState?

  init(_ sitting: Sitting, _ source: ImportSource, _ kind: ImportKind, round: Int?) {
    self.sitting = sitting
    self.source = source
    self.kind = kind
    self.round = round
  }

  var title: Phrase { Phrase(zh: "导入：", en: "Import: ") + kind.phrase }
  var opening: ActionName { "import.do" }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: tableArea) }
  var selected: ImportRow? { list.flatMap { rows.indices.contains($0.selected) ? rows[$0.selected] : nil } }
  var rowInHand: String? { selected.map { $0.sentence[sitting.runtime.language] } }
  var rowsToFind: RowsToFind {
    let language = sitting.runtime.language
    return .others(rows.enumerated().map { (key: String($0.offset), words: $0.element.sentence[language]) })
  }

  /// The report of what was looked at and would change something.
  private var agreeable: ImportReport? {
    guard case .looked(let report) = stage, report.problems.isEmpty, report.new + report.changed > 0 else { return nil }
    return report
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "import.do", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "导入", en: "import"),
        explanation: Phrase(zh: "把预览的内容全部写入，此后可用 u 撤销", en: "write all that is shown; u takes it back afterwards"), prominence: .first,
        refusal: refusal),
      KeyBinding(
        "import.again", [KeyPress(.function(5)), .character("r")], label: Phrase(zh: "重新预览", en: "look again"),
        explanation: Phrase(zh: "文件改好了，再读一遍", en: "read the file anew after it was mended"), prominence: .first),
      KeyBinding(
        "import.kind", [KeyPress(.function(4)), .character("t")], label: Phrase(zh: "换种类", en: "other kind"),
        explanation: Phrase(zh: "说明文件是什么表、属哪个年度", en: "say what the file holds, and of which year it is"), prominence: .footer),
      KeyBinding(
        "import.copy", [KeyPress(.function(3)), .character("a")], label: Phrase(zh: "复制全部", en: "copy all"),
        explanation: Phrase(zh: "把列出的各行复制到自己电脑的剪贴板", en: "copy all lines to the clipboard of your own machine"), prominence: .footer,
        refusal: rows.isEmpty ? Phrase(zh: "没有可复制的", en: "there is nothing to copy") : nil),
      findBinding,
    ]
  }

  /// Why it cannot be taken in now.
  private var refusal: Phrase? {
    switch stage {
    case .words: return Phrase(zh: "先预览（F5）", en: "it has to be looked at first (F5)")
    case .done(_, let taken):
      return taken.isBack
        ? Phrase(zh: "已撤销；要再导入，先重新预览（F5）", en: "it was taken back: look again (F5)") : Phrase(zh: "已导入", en: "it is in already")
    case .looked(let report):
      if !report.problems.isEmpty {
        return Phrase(zh: "文件有错，改好后按 F5 再看", en: "something is wrong: mend the file and press F5")
      }
      return report.new + report.changed == 0 ? Phrase(zh: "文件与现有内容相同，没有可导入的", en: "all of it is there already") : nil
    }
  }

  func appeared() {
    if !isBegun { look() } else { sitting.runtime.setNeedsDrawing() }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "import.do": if let agreeable { take(agreeable) }
    case "import.again": look()
    case "import.kind": chooseKind()
    case "import.copy":
      let language = sitting.runtime.language
      sitting.copy(rows.map { $0.sentence[language] }.joined(separator: "\n"), named: source.name)
    case "find": find()
    default: break
    }
  }

  private func chooseKind() {
    let own = kind
    sitting.chooseImportKind(guessed: [own]) { [weak self] kind in
      guard let self else { return }
      self.sitting.chooseImportRound(of: kind, meant: kind == own ? self.round : nil, asks: true) { [weak self] year in
        guard let self else { return }
        (self.kind, self.round) = (kind, year)
        self.look()
      }
    }
  }

  // MARK: - Looking and taking in

  /// Reads the file and says what it would change.
  func look(because reason: Phrase? = nil) {
    isBegun = true
    run(Phrase(zh: "预览", en: "Looking at") + Phrase(same: " \(source.name)"), agreed: nil) { [weak self] report in
      self?.show(.looked(report), ImportRow.rows(of: report))
      if let reason { self?.sitting.runtime.notice(reason, .caution) }
    }
  }

  private func take(_ agreed: ImportReport) {
    run(Phrase(zh: "导入", en: "Importing") + Phrase(same: " \(source.name)"), agreed: agreed) { [weak self] report in
      guard let self else { return }
      // Somebody changed what it is about since: what is written is what was shown, so it is shown anew.
      if report.ending == .overtaken {
        return self.look(because: Phrase(zh: "预览之后数据有变，已重新预览，尚未写入", en: "The store changed since: looked at again, nothing is written"))
      }
      guard report.problems.isEmpty, let link = report.link else { return self.show(.looked(report), ImportRow.rows(of: report)) }
      let taken = TakenBack()
      self.sitting.note(.importing(self.kind, self.source.name, link, taken))
      self.show(.done(report, taken), self.rows)
      self.sitting.runtime.notice(Phrase(zh: "已导入：", en: "It is in: ") + report.summary(dryRun: false), .done)
    }
  }

  /// Runs the import off the screen's thread with a bar that Esc ends.
  private func run(_ title: Phrase, agreed: ImportReport?, then: @escaping @MainActor @Sendable (ImportReport) -> Void) {
    let (store, login, source, kind, round) = (sitting.store, sitting.acting.login, source, kind, round)
    let root = agreed?.root
    sitting.runtime.progress(title, agreed == nil ? .beside : .inTurn) { progress in
      let importer = Importer(store: store, by: Acting(login, .imported))
      let year = try importer.prepare(kind, round: round)
      let terms = ImportTerms(agreed: root) { done, total in
        progress.report(done, of: total, total == nil ? Phrase(zh: "正在读取", en: "Reading") : Phrase(zh: "正在核对", en: "Checking"))
        return !progress.isCancelled
      }
      let bytes = try source.bytes(store, Acting(login, .desk))
      return try importer.run(kind, bytes, round: year, dryRun: root == nil, on: terms)
    } then: { [weak self] (result: Result<ImportReport, any Error>) in
      switch result {
      case .success(let report) where report.ending == .stopped: self?.show(.words(.stopped), [])
      case .success(let report): then(report)
      case .failure(let error): self?.show(.words(.notImported(error)), [])
      }
    }
  }

  private func show(_ stage: Stage, _ rows: [ImportRow]) {
    self.stage = stage
    self.rows = rows
    let selected = list?.selected ?? 0
    list = ListState(count: rows.count)
    list?.select(selected)
  }
}

/// Whether an import was taken back since.
final class TakenBack: Sendable {
  private let state = Atomic(false)
  var isBack: Bool { state.load(ordering: .relaxed) }
  func takeBack() { state.store(true, ordering: .relaxed) }
}

extension Undo {
  /// How an import is taken back.
  fileprivate static func importing(_ kind: ImportKind, _ file: String, _ link: Int64, _ taken: TakenBack) -> Undo {
    Undo(name: Phrase(zh: "导入\(kind.phrase.zh)（\(file)）", en: "import of \(kind.phrase.en) (\(file))")) { store, who in
      try store.undoImport(link, by: who)
      taken.takeBack()
    }
  }
}

extension WordsPage {
  fileprivate static let stopped = WordsPage(
    heading: Phrase(zh: "已中止，什么也没有写入", en: "Stopped, and nothing is written"),
    paragraphs: [Phrase(zh: "按 F5 重新预览，按 Esc 返回。", en: "F5 looks again, Esc goes back.")], ink: .caution)

  fileprivate static func notImported(_ error: any Error) -> WordsPage {
    WordsPage(
      heading: Phrase(zh: "不能导入这个文件", en: "This file cannot be taken in"),
      paragraphs: [
        Sitting.phrase(for: error),
        Phrase(
          zh: "什么也没有写入。F4 换种类或年度，F5 再看，Esc 返回。",
          en: "Nothing is written. F4 takes it for another kind or year, F5 looks again, Esc goes back."),
      ], ink: .caution)
  }
}
