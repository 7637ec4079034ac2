import CenterStore
import Regulation
import TableFiles
import Wording
import Workbooks

/// The application (申报书) as a workbook that a host fills in elsewhere: a line for each field of articles 9 and 10, what can be chosen as lists, figures
/// checked as they are written, all but what is to be filled in protected.
///
/// Once filled in it is imported as applications are: what is left empty is not known, and never counts as met.
public struct ApplicationBook: Sendable {
  private let store: CenterStore
  private let who: Acting

  /// Workbooks for somebody.
  public init(store: CenterStore, by who: Acting) {
    self.store = store
    self.who = who
  }

  /// Writes the form of an application.
  ///
  /// - Parameters:
  ///   - number: the application; `nil`: a new one, to the last call that was published.
  ///   - open: opens what is written to; only called once this person is known to be permitted.
  /// - Throws: ``InterchangeError``.
  public func run(
    _ number: String?, _ language: Language, to open: @escaping () throws(FileError) -> any ByteSink
  ) throws(InterchangeError) {
    try InterchangeError.translating {
      try store.require(.importApplications, by: who)
      let calls = try store.calls(by: who)
      let document = try number.map { try self.document(of: $0) } ?? blank(calls.map(\.call.year).max())
      let year = document.object?["call_year"]?.number.flatMap { Int($0) }
      let fields = calls.first { $0.call.year == year }?.call.priorityFields.map(\.string) ?? []
      let lines = ApplicationLine.all(fields: fields, coBuilders: document.object?["co_builders"]?.array?.count ?? 0)
      let writer = try SheetWriter(
        ApplicationTable.form, language, title: Phrase(zh: "申报书", en: "Application")[language], open: [ApplicationTable.value],
        to: LazySink(open))
      for line in lines {
        let cells = [line.path, line.label[language], line.unit[language], line.text(of: document, language)]
        try writer.write(cells.map { .text($0) }, checking: ApplicationTable.value, by: line.check(language))
      }
      try writer.finish()
    }
  }

  private func blank(_ year: Int?) -> JSONValue { ["call_year": year.map { .integer($0) } ?? .null] }

  private func document(of number: String) throws -> JSONValue {
    var found: JSONValue?
    try store.eachApplication(by: who) { if $0.number?.string == number { found = ApplicationArray.json($0) } }
    guard let found else { throw StoreError.notPermitted(nil) }
    return found
  }
}

extension ApplicationLine {
  /// What a spreadsheet makes sure of.
  fileprivate func check(_ language: Language) -> CellCheck? {
    guard isOpen else { return nil }
    switch content {
    case .choice(let words): return words.isEmpty ? nil : .choice(words)
    case .answer: return .choice([Phrase(zh: "是", en: "yes")[language], Phrase(zh: "否", en: "no")[language]])
    case .count: return .whole(0...999_999_999)
    case .money: return .number(0...9_999_999_999)
    case .share: return .number(0...100)
    case .text, .list: return nil
    }
  }
}
