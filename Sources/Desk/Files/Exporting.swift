import CenterStore
import DeskRuntime
import Interchange
import TableFiles
import Widgets
import Wording

/// A table on its way into a file.
struct TableWish: Sendable {
  var kind: ExportKind
  var round: Int?
  var part: TableOffer.Part?
  var format = ExportFormat.xlsx

  /// What the file is called, without what tells its form: `centers-2026-06-10`, `scores-2026-2026-06-10`.
  func fileName(on day: some CustomStringConvertible) -> String {
    ([kind.rawValue] + (round.map { [String($0)] } ?? []) + [day.description]).joined(separator: "-") + ".\(format.rawValue)"
  }
}

extension Sitting {
  /// Lets a person write a table of the screen in front into a file: which, what of it, in what form, and where.
  func openExport() {
    guard let source = runtime.top as? any TableSource else { return }
    let offers = source.readableTables
    let choices = offers.map { offer in
      Choice(offer.kind.phrase, detail: offer.round.map { Phrase(same: String($0)) } ?? Phrase(same: offer.kind.rawValue))
    }
    if offers.count == 1 { return choosePart(of: offers[0]) }
    runtime.choose(Phrase(zh: "导出哪个表？", en: "Export which table?"), choices) { [weak self] place in
      if let self, let place { self.choosePart(of: offers[place]) }
    }
  }

  private func choosePart(of offer: TableOffer) {
    let wish = TableWish(kind: offer.kind, round: offer.round)
    chooseRound(of: wish) { [weak self] wish in
      guard let self else { return }
      if offer.parts.isEmpty { return self.chooseFormat(of: wish) }
      self.runtime.choose(Phrase(zh: "导出哪些？", en: "Export which of them?"), offer.parts.map { Choice($0.label) }) { [weak self] place in
        guard let self, let place else { return }
        var wish = wish
        wish.part = offer.parts[place]
        self.chooseFormat(of: wish)
      }
    }
  }

  /// Asks for the round where a table needs one and none is meant.
  private func chooseRound(of wish: TableWish, then: @escaping @MainActor (TableWish) -> Void) {
    guard wish.kind.isOfRound, wish.round == nil else { return then(wish) }
    chooseRound(from: RoundYears(self).all) { year in
      var wish = wish
      wish.round = year
      then(wish)
    }
  }

  private func chooseFormat(of wish: TableWish) {
    let formats = ExportFormat.inOrder.filter { wish.kind.formats.contains($0) }
    let choices = formats.map { format in
      var wish = wish
      wish.format = format
      return Choice(format.phrase, detail: Phrase(same: wish.fileName(on: today)))
    }
    runtime.choose(Phrase(zh: "导出成哪种文件？", en: "As what kind of file?"), choices) { [weak self] place in
      guard let self, let place else { return }
      var wish = wish
      wish.format = formats[place]
      if self.reachesFiles { self.choosePlace(for: wish) } else { self.export(wish, to: nil) }
    }
  }

  /// Whoever sits at the machine may name a file of it.
  private func choosePlace(for wish: TableWish) {
    let own = Choice(Phrase(zh: "自己的文件夹", en: "my folder"), detail: Phrase(same: store.inboxName(by: acting)))
    let name = wish.fileName(on: today)
    runtime.choose(
      Phrase(zh: "写到哪里？可键入路径", en: "Where to? A path can be typed"),
      offering: { text -> [(choice: Choice, meaning: String?)] in
        if text.isEmpty { return [(own, nil)] }
        let path = HostFiles.target(text, named: name)
        return [(Choice(Phrase(same: path), detail: HostFiles.exists(path) ? Phrase(zh: "已有此文件", en: "is there already") : nil), path)]
      }
    ) { [weak self] (meaning: String??) in
      guard let self, case .some(let path) = meaning else { return }
      guard let path, HostFiles.exists(path) else { return self.export(wish, to: path) }
      self.runtime.confirm(
        Phrase(zh: "已有此文件", en: "The file is there already"), Phrase(same: path), yes: Phrase(zh: "覆盖", en: "Replace it"), isDangerous: true
      ) { [weak self] agreed in
        if agreed { self?.export(wish, to: path) }
      }
    }
  }

  /// - Parameter path: the file; `nil`: one in this person's own folder.
  private func export(_ wish: TableWish, to path: String?) {
    let (store, who, language, name) = (store, acting, runtime.language, wish.fileName(on: today))
    runtime.background(holdsInput: true) {
      let sink = KeptBytes()
      let only = try wish.part?.keys()
      try Exporter(store: store, by: who).run(wish.kind, wish.format, language, round: wish.round, only: only) { () throws(FileError) in
        guard let path else { return sink }
        return try FileSink(replacing: path)
      }
      return try path ?? store.putInFolder(sink.bytes, as: name, by: who)
    } then: { [weak self] (result: Result<String, any Error>) in
      switch result {
      case .success(let path): self?.runtime.notice(Phrase(zh: "已写入 \(path)", en: "Written: \(path)"), .done)
      case .failure(let error): self?.tell(error)
      }
    }
  }
}

/// Bytes that are kept until they are all there.
private final class KeptBytes: ByteSink {
  private(set) var bytes: [UInt8] = []

  func write(_ more: [UInt8]) throws(FileError) { bytes += more }
  func finish() throws(FileError) {}
}

extension ExportFormat {
  /// The forms as people want them.
  fileprivate static let inOrder: [ExportFormat] = [.xlsx, .csv, .json, .html]

  /// What kind of file it is.
  fileprivate var phrase: Phrase {
    switch self {
    case .xlsx: Phrase(zh: "工作簿（Excel、WPS）", en: "workbook, for Excel and WPS")
    case .csv: Phrase(zh: "CSV 文本", en: "CSV text")
    case .json: Phrase(zh: "JSON（供程序使用）", en: "JSON, for programs")
    case .html: Phrase(zh: "网页：可打印，不能再导入", en: "page to print; it is not read again")
    }
  }
}
