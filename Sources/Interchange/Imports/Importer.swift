import CenterStore
import Regulation
import TableFiles
import Workbooks

/// Takes files in: every row is read and checked, then all are merged in one transaction, or none.
///
///     let importer = Importer(store: store, by: Acting("bureau", .command))
///     let year = try importer.prepare(.scores, round: nil)       // permission, before the file is looked at
///     let report = try importer.run(.scores, try FileBytes.open("scores.csv"), round: year)
///     if !report.problems.isEmpty { report.lines(.zh).forEach { print($0) } }
public struct Importer: Sendable {
  /// The most bytes of a file that is taken in: 32 MiB, some 150,000 centers. A file is held whole while it is looked at, so a larger one would
  /// take more memory than a desk that many share can spare.
  public static let fileLimit = 1 << 25

  let store: CenterStore
  let who: Acting

  /// An importer for somebody.
  public init(store: CenterStore, by who: Acting) {
    self.store = store
    self.who = who
  }

  /// Makes sure that this person may import this kind, and finds the round that is meant.
  ///
  /// - Parameter round: the year that was named.
  /// - Returns: the year; `nil` for records that belong to no round.
  /// - Throws: ``InterchangeError``.
  public func prepare(_ kind: ImportKind, round: Int?) throws(InterchangeError) -> Int? {
    try InterchangeError.translating {
      try store.require(kind.act, by: who)
      let year = try store.year(named: round, kind: kind.rawValue, isOfRound: kind.isOfRound, by: who)
      if kind == .facts || kind == .attachments, let year {
        try store.requireMaterialImport(kind.act, year: year, by: who)
      }
      return year
    }
  }

  /// Imports a file.
  ///
  /// - Parameters:
  ///   - bytes: the file; CSV in the encodings that Excel and WPS write, a workbook, or a JSON array.
  ///   - round: the year that was named.
  ///   - folder: where the files lie that a list of attachments or the documents of applications name, and that are kept beside the store; `nil` where none are kept.
  ///   - dryRun: whether only to say what would be done.
  ///   - terms: who may end it, and what they agreed to; while the file is read they are asked as well.
  /// - Throws: ``InterchangeError`` for what concerns the whole; what is wrong in rows is in the report, and then nothing was written.
  public func run(
    _ kind: ImportKind, _ bytes: FileBytes, round: Int? = nil, keeping folder: String? = nil, dryRun: Bool = false,
    on terms: ImportTerms? = nil
  ) throws(InterchangeError) -> ImportReport {
    let store = terms.map { self.store.under($0) } ?? self.store
    if folder != nil, kind != .attachments, kind != .applications { throw .filesNotAsked(kind: kind.rawValue) }
    let year = try prepare(kind, round: round) ?? 0
    return try InterchangeError.translating {
      if kind == .applications { return try mergeApplications(bytes, into: store, keeping: folder, dryRun: dryRun) }
      let table = try TableInput(bytes)
      let system = try IndicatorSystem.standard.get()
      switch kind {
      case .departments:
        return try merge(table, DepartmentTable(), on: terms) { try store.importDepartments($0, dryRun: dryRun || $1, by: who) }
      case .organizations:
        return try merge(table, OrganizationTable(), on: terms) { try store.importOrganizations($0, dryRun: dryRun || $1, by: who) }
      case .centers: return try mergeCenters(table, dryRun: dryRun, on: terms)
      case .experts: return try merge(table, ExpertTable(), on: terms) { try store.importExperts($0, dryRun: dryRun || $1, by: who) }
      case .users: return try merge(table, UserTable(), on: terms) { try store.importUsers($0, dryRun: dryRun || $1, by: who) }
      case .conflicts: return try merge(table, ConflictTable(), on: terms) { try store.importConflicts($0, dryRun: dryRun || $1, by: who) }
      case .scores:
        return try merge(table, ScoreTable(system: system), on: terms) {
          try store.importScores(year: year, $0, dryRun: dryRun || $1, by: who)
        }
      case .facts:
        return try merge(table, FactTable(system: system), on: terms) {
          try store.importFacts(year: year, $0, dryRun: dryRun || $1, by: who)
        }
      case .attachments:
        return try merge(table, AttachmentTable(system: system), on: terms) {
          guard let folder else { return try store.importAttachments(year: year, $0, dryRun: dryRun || $1, by: who) }
          return try store.importAttachments(year: year, $0, keeping: folder, dryRun: dryRun || $1, by: who)
        }
      case .results:
        return try merge(table, ResultTable(), on: terms) { try store.importResults(year: year, $0, dryRun: dryRun || $1, by: who) }
      case .applications: preconditionFailure("documents are no table")
      }
    }
  }

  /// Takes in documents, or the workbook in which a host filled one in.
  private func mergeApplications(_ bytes: FileBytes, into store: CenterStore, keeping folder: String?, dryRun: Bool) throws -> ImportReport
  {
    let isTable = try Workbook.isWorkbook(bytes) || ApplicationTable.begins(bytes.text())
    let (rows, problems) = isTable ? try ApplicationTable.read(TableInput(bytes)) : ApplicationArray.read(try bytes.text())
    let onlyLook = dryRun || !problems.isEmpty
    let refine = { (form: ApplicationForm, kept: ApplicationForm) in
      (isTable ? form.keepingEmpty(of: kept) : form).refined(by: kept)
    }
    let outcome =
      if let folder {
        try store.importApplications(rows, keeping: folder, dryRun: onlyLook, by: who, refining: refine)
      } else { try store.importApplications(rows, dryRun: onlyLook, by: who, refining: refine) }
    return ImportReport(outcome, reading: problems, schema: isTable ? ApplicationTable.schema : ApplicationArray.schema)
  }

  /// Reads all rows, then hands what can be read of them to the store: only to be looked at where something is wrong, so that one run finds
  /// every error of a file.
  private func merge<Table: RecordTable>(
    _ input: TableInput, _ table: Table, on terms: ImportTerms?,
    _ put: (_ rows: [Numbered<Table.Record>], _ onlyLook: Bool) throws -> ImportOutcome
  ) throws -> ImportReport {
    var problems = ImportProblems(limit: ImportReport.limit)
    var reader = try input.reader(Table.schema, &problems)
    var rows: [Numbered<Table.Record>] = []
    while let row = reader.next(&problems) {
      if let terms, !terms.goesOn(rows.count, nil) { return .stopped }
      if reader.hasRemarks, Table.isOpen(row) { continue }
      var cells = Cells<Table.Field>(row)
      let record = table.record(&cells)
      for error in cells.errors { problems.add(error) }
      if let record { rows.append(Numbered(row.number, record)) }
    }
    let outcome = try put(rows, !problems.isEmpty)
    return ImportReport(outcome, reading: problems, schema: Table.schema)
  }
}
