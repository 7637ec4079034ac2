import CenterStore
import Regulation
import TableFiles
import Wording
import Workbooks

/// The evaluation form (评估情况表) of one center as a workbook that its host fills in elsewhere: a row for each data item and year, choices as lists,
/// figures checked as they are written, all but values and notes protected.
///
/// Once filled in it is imported as facts are. What is on file stands in it already; a row that is left open changes nothing.
public struct FactForm: Sendable {
  /// The columns: those of facts, and what explains them.
  static let schema = TableSchema("facts", columns: [column(.center), column(.fact), FactTable.item, FactTable.unit] + entered)
  private static let entered = [column(.year), column(.value), column(.note)]

  private let store: CenterStore
  private let who: Acting

  /// Forms for somebody.
  public init(store: CenterStore, by who: Acting) {
    self.store = store
    self.who = who
  }

  /// Writes the form of a center in a round.
  ///
  /// - Parameters:
  ///   - round: the year that was named.
  ///   - open: opens what is written to; only called once this person is known to be permitted.
  /// - Throws: ``InterchangeError``.
  public func run(
    _ center: String, _ language: Language, round: Int? = nil, to open: @escaping () throws(FileError) -> any ByteSink
  ) throws(InterchangeError) {
    try InterchangeError.translating {
      let year = try store.year(named: round, kind: ImportKind.facts.rawValue, isOfRound: true, by: who) ?? 0
      let sheet = try store.factSheet(year: year, center: center, by: who)
      let system = try IndicatorSystem.standard.get()
      let writer = try SheetWriter(
        FactForm.schema, language, title: Phrase(zh: "评估情况表", en: "Evaluation form")[language],
        open: [FactForm.column(.value), FactForm.column(.note)], to: LazySink(open))
      let facts = system.facts.filter { $0.kind != .derived }
      let places = facts.flatMap { sheet.places(of: $0) }
      let rules = FactFormRules(system, places, letter: FactForm.schema.letter(of: FactForm.column(.value)))
      for fact in facts {
        for place in sheet.places(of: fact) {
          let entry = sheet.entries[place]
          let values = [
            center, fact.code.description, fact.label[language], FormWords.measure(of: fact)[language], place.year.map(String.init) ?? "",
            entry?.value?.description ?? "", entry?.note.string ?? "",
          ]
          try writer.write(values.map { .text($0) }, checking: FactForm.column(.value), by: rules.check(of: fact, at: place))
        }
      }
      try writer.finish()
    }
  }

  private static func column(_ field: FactTable.Field) -> Column { field.column }
}
