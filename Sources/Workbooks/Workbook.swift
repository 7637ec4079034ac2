import Regulation
import TableFiles

/// A workbook (`.xlsx`) as Excel, WPS and LibreOffice write it, from which one sheet is read.
///
/// Its texts and looks are held, its sheets are read a row at a time: memory is bounded, whatever a file claims. What its cells show is what a CSV
/// file saved from it would hold, but that no number is rounded.
///
///     let book = try Workbook(FileBytes.open("centers.xlsx"))
///     var reader = TableReader(try book.rows(of: schema), schema: schema, problems: &problems)
public struct Workbook: Sendable {
  private let bytes: FileBytes
  private let cells: WorkbookCells
  /// The sheets that the spreadsheet shows, with their parts.
  private let sheets: [(name: String, part: String)]

  /// Whether a file says by its first bytes that it is a workbook, of this form or the old one.
  public static func isWorkbook(_ bytes: FileBytes) -> Bool { bytes.isArchive || bytes.isOldOffice }

  /// Opens a workbook.
  ///
  /// - Throws: ``TableFiles/FileError/book(_:_:)``.
  public init(_ bytes: FileBytes) throws(FileError) {
    do throws(WorkbookFault) {
      if bytes.isOldOffice { throw bytes.isLockedOffice ? WorkbookFault.locked : .old }
      try self.init(parts: bytes)
    } catch {
      throw .book(bytes.name, error)
    }
  }

  private init(parts bytes: FileBytes) throws(WorkbookFault) {
    let archive = try ZipArchive(bytes)
    guard let main = try Relationships.read(of: "", in: archive).part(of: "officeDocument"), let part = try archive.part(main) else {
      throw .another
    }
    let list = SheetList()
    // The binary form `.xlsb` and other documents have the same relations, but no XML or no sheets behind them.
    if main.lowercased().hasSuffix(".bin") { throw .another }
    try XMLStream.walk(part, list)
    let relations = try Relationships.read(of: main, in: archive)
    var sheets: [(name: String, part: String)] = []
    for entry in list.entries where entry.isVisible {
      guard let target = relations.targets[entry.relation], target.kind == "worksheet" else { continue }
      sheets.append((entry.name, target.part))
    }
    if sheets.isEmpty { throw list.entries.isEmpty ? .another : .empty }
    let texts = try SharedTexts.read(relations.part(of: "sharedStrings").flatMap { name throws(WorkbookFault) in try archive.part(name) })
    let looks = try Styles.read(relations.part(of: "styles").flatMap { name throws(WorkbookFault) in try archive.part(name) })
    cells = WorkbookCells(texts: texts, looks: looks, days: list.countsFrom1904 ? .from1904 : .from1900)
    self.bytes = bytes
    self.sheets = sheets
  }

  /// How many bytes the file has, packed as it is.
  public var size: Int { bytes.count }

  /// The rows of the sheet that holds a table of a kind.
  ///
  /// Of several sheets it is the one whose header names all columns that such a table must have; where none does, the one that names most, so that
  /// what it lacks is told.
  ///
  /// - Throws: ``TableFiles/FileError/book(_:_:)``, also where several sheets hold such a table.
  public func rows(of schema: TableSchema) throws(FileError) -> any RowSource {
    do throws(WorkbookFault) {
      let archive = try ZipArchive(bytes)
      var fitting: [String] = []
      var best: (sheet: (name: String, part: String), columns: Int)?
      for sheet in sheets {
        let rows = try open(sheet, archive)
        var isFitting = false
        for _ in 0...TableReader.mostTitles where !isFitting {
          guard let row = try rows.next(days: []) else { break }
          isFitting = schema.isHeader(row.texts)
          let columns = schema.columns(namedBy: row.texts)
          if best.map({ columns > $0.columns }) ?? true { best = (sheet, columns) }
          if isFitting { fitting.append(sheet.name) }
          if isFitting, fitting.count == 1 { best = (sheet, .max) }
        }
      }
      if fitting.count > 1 { throw WorkbookFault.several(sheets: fitting) }
      guard let best else { throw WorkbookFault.empty }
      return try open(best.sheet, archive, isWhole: true)
    } catch {
      throw .book(bytes.name, error)
    }
  }

  private func open(_ sheet: (name: String, part: String), _ archive: ZipArchive, isWhole: Bool = false) throws(WorkbookFault) -> SheetRows
  {
    guard let part = try archive.part(sheet.part) else { throw .torn(part: sheet.part) }
    // What is merged stands after the rows that it concerns.
    let merged = isWhole ? try MergedCells.read(sheet.part, in: archive) : nil
    return try SheetRows(part, cells, merged: merged, sheet: sheets.count > 1 ? sheet.name : nil)
  }
}
