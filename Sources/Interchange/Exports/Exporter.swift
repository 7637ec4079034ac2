import CenterStore
import Regulation
import TableFiles
import Wording
import Workbooks

/// Gives tables out, ordered by key, a row at a time: what somebody may see of a kind, or nothing.
///
///     let exporter = Exporter(store: store, by: Acting("bureau", .command))
///     try exporter.run(.centers, .csv, .zh) { () throws(FileError) in try FileSink(replacing: "centers.csv") }
public struct Exporter: Sendable {
  let store: CenterStore
  let who: Acting

  /// An exporter for somebody.
  public init(store: CenterStore, by who: Acting) {
    self.store = store
    self.who = who
  }

  /// Exports a kind.
  ///
  /// - Parameters:
  ///   - language: of headings and terms; JSON has English ones.
  ///   - round: the year that was named; records that belong to no round are given out all the same, and all of them.
  ///   - only: the codes of the centers that are given out, where not all are; of other kinds all are.
  ///   - open: opens what is written to; only called once this person is known to be permitted.
  /// - Throws: ``InterchangeError``.
  public func run(
    _ kind: ExportKind, _ format: ExportFormat? = nil, _ language: Language = .en, round: Int? = nil,
    only: Set<String>? = nil, to open: @escaping () throws(FileError) -> any ByteSink
  ) throws(InterchangeError) {
    try InterchangeError.translating {
      guard kind.readers.contains(try store.member(who.login).role) else { throw StoreError.notPermitted(nil) }
      let format = format ?? kind.formats[0]
      guard kind.formats.contains(format) else { throw InterchangeError.formatNotGiven(kind: kind.rawValue, format: format) }
      let year = try store.year(named: kind.isOfRound ? round : nil, kind: kind.rawValue, isOfRound: kind.isOfRound, by: who) ?? 0
      if kind == .applications { return try writeApplications(to: LazySink(open)) }
      var rows = Rows(try output(kind, format, language, to: LazySink(open)), format.terms(language))
      switch kind {
      case .departments: try rows.write(DepartmentTable(), store.departments(by: who))
      case .organizations: try rows.write(OrganizationTable(), store.organizations(by: who))
      case .experts: try rows.write(ExpertTable(), store.experts(by: who))
      case .users: try rows.write(UserTable(), store.users(by: who))
      case .conflicts: try rows.write(ConflictTable(), store.conflicts(by: who))
      case .results: try rows.write(ResultTable(), store.results(year: year, by: who))
      case .centers:
        try rows.stream(CenterTable()) { body throws(StoreError) in
          try store.eachCenter(by: who) { if only?.contains($0.code.string) ?? true { try body($0) } }
        }
      case .scores:
        let table = ScoreTable(system: try IndicatorSystem.standard.get())
        try rows.stream(table) { body throws(StoreError) in try store.eachScore(year: year, by: who, body) }
      case .facts:
        let table = FactTable(system: try IndicatorSystem.standard.get())
        try rows.stream(table) { body throws(StoreError) in try store.eachFact(year: year, by: who, body) }
      case .attachments:
        let table = AttachmentTable(system: try IndicatorSystem.standard.get())
        try rows.stream(table) { body throws(StoreError) in try store.eachAttachment(year: year, by: who, body) }
      case .applications: break
      case .dutyAttachments:
        try rows.stream { body throws(StoreError) in
          try store.eachDutyAttachment(by: who) { try body(DutyAttachmentTable.values(of: $0, $1)) }
        }
      case .audit: try rows.stream { body throws(StoreError) in try store.eachLink(by: who) { try body(AuditTable.values($0)) } }
      }
      try rows.writer.finish()
    }
  }
}

extension Exporter {
  private func output(_ kind: ExportKind, _ format: ExportFormat, _ language: Language, to sink: LazySink) throws(FileError)
    -> any TableOutput
  {
    switch format {
    case .csv: try TableWriter(kind.schema, .csv(language), to: sink)
    case .json: try TableWriter(kind.schema, .json, to: sink)
    case .html: HTMLTableWriter(kind.schema, language, title: kind.phrase[language], to: sink)
    case .xlsx:
      try SheetWriter(
        kind.schema, language, title: kind.phrase[language], scores: kind == .results ? ResultTable.Field.score.column : nil, to: sink)
    }
  }

  fileprivate func writeApplications(to sink: LazySink) throws {
    var documents: [JSONValue] = []
    try store.eachApplication(by: who) { documents.append(ApplicationArray.json($0)) }
    try sink.write(JSONWriter.bytes(.array(documents)) + [0x0A])
    try sink.finish()
  }
}

/// Rows on their way out.
private struct Rows {
  var writer: any TableOutput
  private let terms: Language

  init(_ writer: any TableOutput, _ terms: Language) {
    self.writer = writer
    self.terms = terms
  }

  mutating func write<Table: RecordTable>(_ table: Table, _ records: [Table.Record]) throws {
    for record in records { try writer.write(table.values(record, terms)) }
  }

  mutating func stream<Table: RecordTable>(
    _ table: Table, _ each: @escaping ((Table.Record) throws -> Void) throws(StoreError) -> Void
  ) throws {
    let terms = self.terms
    try stream { body throws(StoreError) in try each { try body(table.values($0, terms)) } }
  }

  /// The store turns what its reader throws into its own errors, so what went wrong with the file is kept aside.
  mutating func stream(_ each: @escaping (([TableValue]) throws -> Void) throws(StoreError) -> Void) throws {
    var failure: FileError?
    do {
      try each { values in
        do throws(FileError) {
          try writer.write(values)
        } catch {
          failure = error
          throw error
        }
      }
    } catch {
      if let failure { throw failure }
      throw error
    }
  }
}
