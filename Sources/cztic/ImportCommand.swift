import ArgumentParser
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

  @OptionGroup var options: Options

  @Argument(help: "What the file holds.")
  var kind: ImportKind

  @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["csv", "json"]))
  var file: String

  @Option(help: "The year of the round: for scores, facts and results, unless one round alone is open.")
  var round: Int?

  @Flag(name: .customLong("dry-run"), help: "Check the file and say what would be done, but write nothing.")
  var dryRun = false

  @Flag(help: "Print the outcome as a JSON document.")
  var json = false

  func run() throws {
    try options.answering { store, who, language in
      let importer = Importer(store: store, by: who)
      // Whoever may not import learns nothing about the file, not even whether it exists.
      let year = try importer.prepare(kind, round: round)
      let report: ImportReport
      do {
        report = try importer.run(kind, try FileBytes.open(file), round: year, dryRun: dryRun)
      } catch let error as FileError where error.exitStatus == 65 {
        report = ImportReport(error)
      } catch InterchangeError.file(let error) where error.exitStatus == 65 {
        report = ImportReport(error)
      }
      if json {
        Output.document(report.json(language))
      } else {
        for line in report.problems.lines(language, showing: 1000) { Output.complain(line) }
        if report.problems.isEmpty {
          Output.line(report.summary(dryRun: dryRun)[language])
        } else {
          Output.complain(report.summary(dryRun: dryRun)[language])
        }
      }
      if !report.problems.isEmpty { throw ExitCode(65) }
    }
  }
}

extension ImportKind: ExpressibleByArgument {}
