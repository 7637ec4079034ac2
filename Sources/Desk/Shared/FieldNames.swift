import CenterStore
import Regulation
import Wording

/// The fields of technology as staff keep them, in both languages; of places and departments what the program knows (``PlaceNames``).
struct FieldNames: Sendable, Equatable {
  private let names: [String: Phrase]
  /// The fields that are in use, in the order of the list.
  private let inUse: [Phrase]

  /// The names of a list; without one, none of fields.
  init(_ terms: [TermLine] = []) {
    let fields = terms.filter { $0.record.kind == .field }
    func phrase(_ line: TermLine) -> Phrase { Phrase(zh: line.record.name.string, en: line.record.english.string) }
    names = Dictionary(fields.map { ($0.record.name.string, phrase($0)) }, uniquingKeysWith: { first, _ in first })
    inUse = fields.filter { $0.retiredOn == nil }.map(phrase)
  }

  /// A name in both languages.
  subscript(_ name: String) -> Phrase { names[name] ?? PlaceNames.standard[name] }

  /// The Chinese names of the fields that are in use.
  var fieldsInUse: [PlainText] { inUse.compactMap { try? PlainText($0.zh) } }

  /// What is offered to choose from: the fields in use, and after them those that stand on file and are retired, or in no list: they can stay.
  func offered(keeping onFile: [PlainText] = []) -> [Phrase] {
    var offered = inUse
    for name in onFile.map(\.string) where !name.isEmpty && !offered.contains(where: { $0.zh == name }) { offered.append(self[name]) }
    return offered
  }
}
