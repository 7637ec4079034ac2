import CenterStore
import DeskRuntime
import Interchange
import Regulation
import Widgets
import Wording

/// A table that stands for a list on a screen: it goes out as a file, and files of its kind come in.
struct TableOffer: Sendable {
  /// A part of a table that a person may mean, such as what is marked.
  struct Part: Sendable {
    let label: Phrase
    /// The keys of its records; `nil`: all.
    let keys: @Sendable () throws -> Set<String>?
  }

  let kind: ExportKind
  /// The year of the round, for what belongs to one.
  var round: Int?
  /// What may be meant, where it need not be all.
  var parts: [Part] = []
}

/// A screen that is a list, or lies over one, which goes out and comes in as a file.
@MainActor
protocol TableSource: Screen {
  /// The sitting whose screen it is.
  var tablesFor: Sitting { get }
  /// The tables of what is shown, the nearest first, whoever asks.
  var tables: [TableOffer] { get }
}

extension TableSource {
  /// Those of which somebody of this role sees any.
  var readableTables: [TableOffer] { tables.filter { $0.kind.readers.contains(tablesFor.member.role) } }
  /// Those of which somebody of this role takes files in.
  var writableTables: [TableOffer] {
    tables.filter { $0.kind.imported.map { $0.act.roles.contains(tablesFor.member.role) } ?? false }
  }
  var offersExport: Bool { !readableTables.isEmpty }
  var offersImport: Bool { !writableTables.isEmpty }
}

extension Sitting {
  /// The kinds of file that somebody of this role takes in.
  var importKinds: [ImportKind] { ImportKind.allCases.filter { $0.act.roles.contains(member.role) } }

  /// Shows the files that can be taken in, for the tables of the screen in front where it has any.
  func openImport() {
    let offers = (runtime.top as? any TableSource)?.writableTables ?? []
    runtime.push(ImportFilesScreen(self, wanted: offers))
  }

  /// The way to files from the palette, wherever one is.
  var importEntry: PaletteEntry? {
    if importKinds.isEmpty || runtime.top?.offersImport == true { return nil }
    let name = Phrase(zh: "导入文件", en: "Import a file")
    return PaletteEntry(
      Choice(name, detail: Phrase(zh: "先预览，无误再写入，可撤销", en: "looked at first, then written; undone with u"))
    ) { [weak self] in self?.openImport() }
  }
}
