import CenterStore
import DeskRuntime
import Interchange
import Widgets
import Wording

/// One of the lists of the directories: what it reads, how its rows are told, and where they lead.
struct DirectoryList<Row: Sendable> {
  /// A column.
  struct Column {
    let title: Phrase
    let minimum: Int
    var ideal = 0
    var stretch = 0
    /// The higher, the sooner it goes where there is no room.
    var priority = 0
    var alignment = TextAlignment.left
    /// Whether a text that has no room is cut in its middle; else at its end.
    var isCutInside = true
  }

  /// What is told of a row in one column.
  struct Cell {
    let text: Phrase
    var ink = Ink.plain

    init(_ text: Phrase, _ ink: Ink = .plain) { (self.text, self.ink) = (text, ink) }
    init(_ text: String, _ ink: Ink = .plain) { self.init(Phrase(same: text), ink) }
  }

  /// Something by which rows can be chosen, such as the field of an expert.
  struct Facet {
    let name: Phrase
    let values: (Row) -> [Phrase]
  }

  /// What it is called.
  let title: Phrase
  /// What stands above it.
  let remark: Phrase
  /// What is said where there are no rows.
  let empty: Phrase
  /// The beginnings of the acts after which it is read anew.
  let concerns: [String]
  let columns: [Column]
  /// Reads it, off the screen's thread.
  let read: @Sendable (CenterStore, Acting) throws -> [Row]
  /// What tells a row apart.
  let key: @Sendable (Row) -> String
  /// By what else it is found.
  let words: @Sendable (Row) -> String
  let cells: (Row) -> [Cell]
  /// Where it leads.
  let reference: (Row) -> Reference
  var facets: [Facet] = []
  /// The tables for which it stands.
  var tables: [ExportKind] = []
  /// What else can be done with a row, and with none.
  var acts: @MainActor (_ row: Row?, _ reload: @escaping @MainActor () -> Void) -> [DirectoryAct] = { _, _ in [] }
}

/// Something that can be done in a list or on a page of the directories.
struct DirectoryAct {
  let binding: KeyBinding
  let run: @MainActor () -> Void
}
