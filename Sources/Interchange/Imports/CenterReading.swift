import CenterStore
import Dispatch
import Synchronization
import TableFiles

extension Importer {
  /// Centers come by the hundred thousand, so their file is read and checked on one thread while another writes what was read.
  func mergeCenters(_ table: TableInput, dryRun: Bool, on terms: ImportTerms?) throws -> ImportReport {
    let reading = CenterReading(table)
    DispatchQueue.global(qos: .userInitiated).async { reading.run() }
    // The store counts what it merges while the file is read, and does not know how much is to come.
    let lines = terms == nil ? nil : table.lines
    let store = terms.map { terms in
      self.store.under(ImportTerms(agreed: terms.agreed) { done, _ in terms.goesOn(done, lines.map { max(done, $0) }) })
    }
    let outcome = try (store ?? self.store).importCenters(reading.feed, dryRun: dryRun, by: who)
    if let fault = reading.fault { throw fault }
    return ImportReport(outcome, reading: reading.problems, schema: CenterTable.schema)
  }
}

/// The reading of a file of centers, on a thread of its own.
private final class CenterReading: Sendable {
  /// Where the records go.
  let feed: CenterFeed
  private let input: TableInput
  private let failed = Mutex<FileError?>(nil)
  private let found = Mutex(ImportProblems(limit: ImportReport.limit))

  init(_ table: TableInput) {
    input = table
    // A row of centers is hardly shorter than this.
    feed = CenterFeed(expecting: table.size / 64)
  }

  /// What is wrong with the file; complete when the feed has ended.
  var problems: ImportProblems { found.withLock { $0 } }

  /// Why nothing of the file can be read; known when the feed has ended.
  var fault: FileError? { failed.withLock { $0 } }

  /// Reads the file to its end, or until nobody wants its records.
  func run() {
    var problems = ImportProblems(limit: ImportReport.limit)
    var reader: TableReader
    do throws(FileError) {
      reader = try input.reader(CenterTable.schema, &problems)
    } catch {
      failed.withLock { $0 = error }
      return feed.finish(isSound: false)
    }
    let (table, plain) = (CenterTable(), PlainCenters())
    var packer = CenterPacker()
    while let row = reader.next(&problems) {
      if !row.isWhole || !row.withPlainCells({ plain.pack(row.number, $0, &packer) }) {
        var cells = Cells<CenterTable.Field>(row)
        let record = table.record(&cells)
        for error in cells.errors { problems.add(error) }
        // Where something is wrong nothing is written, and the store looks at what can be read.
        if let record { packer.pack(Numbered(row.number, record)) }
      }
      if packer.count == 256 {
        feed.put(packer.take())
        if feed.isCancelled { break }
      }
    }
    feed.put(packer.take())
    found.withLock { $0 = problems }
    feed.finish(isSound: problems.isEmpty)
  }
}
