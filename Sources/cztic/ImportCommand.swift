import ArgumentParser
import CenterStore
import Interchange
import TableFiles

/// `cztic import`: takes a file in, all of it or nothing.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a file in: CSV, or a JSON array.",
    discussion: """
      All or nothing: every error is told with row and column (row 1 is the header of a table, record 1 the first of an array), and where \
      there is any, nothing is written. The first row names the columns in Chinese or English, in any order; a column that is missing \
      leaves what is there, an empty cell clears it. Words such as 企业/enterprise are read in both languages.
      """)

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: "What the file holds.")
  var kind: ImportKind

  @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["csv", "json"]))
  var file: String

  @Option(help: "The year of the round: for scores, facts, attachments and results, unless one round alone is open.")
  var round: Int?

  @Flag(name: .customLong("dry-run"), help: "Check the file and say what would be done, but write nothing.")
  var dryRun = false

  @Flag(help: "Print the outcome as a JSON document.")
  var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let importer = Importer(store: try options.openStore(), by: options.acting(.imported))
      // Whoever may not import learns nothing of the file, not even whether it exists.
      let year = try importer.prepare(kind, round: round)
      let report = try read(importer, year)
      if json { Output.json(report.json(options.language)) } else { show(report, options) }
      if !report.problems.isEmpty { throw ExitCode(65) }
    }
  }

  /// Imports the file; with `--json`, one of which nothing can be read makes a document as well.
  private func read(_ importer: Importer, _ year: Int?) throws -> ImportReport {
    do {
      return try importer.run(kind, try FileBytes.open(file), round: year, dryRun: dryRun)
    } catch InterchangeError.file(let error) where json && error.exitStatus == 65 {
      return ImportReport(error)
    }
  }

  private func show(_ report: ImportReport, _ options: StoreOptions) {
    for line in report.problems.lines(options.language) { Output.message(line) }
    let summary = report.summary(dryRun: dryRun)[options.language]
    if report.problems.isEmpty { Output.line(summary) } else { Output.message(summary) }
  }
}

extension ImportKind: ExpressibleByArgument {}
