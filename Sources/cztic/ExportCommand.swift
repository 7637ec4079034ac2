import ArgumentParser
import Interchange
import TableFiles

/// `cztic export`: gives out what one may see of a kind.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Give a table out: CSV, or a JSON array.",
    discussion: """
      What was exported can be imported again, and a second export is the same byte for byte (the audit chain is only written). With \
      --lang zh a CSV file has Chinese headings and words and the mark that Excel in China needs; JSON is the same in both languages.
      """)

  @OptionGroup var options: Options

  @Argument(help: "What to give out.")
  var kind: ExportKind

  @Option(help: "The year of the round: for scores, facts and results, unless one round alone is open.")
  var round: Int?

  @Option(help: "The form of the file.")
  var format = ExportFormat.csv

  @Option(name: [.customShort("o"), .customLong("output")], help: "The file; it appears only when it is whole.", completion: .file())
  var output: String?

  func run() throws {
    try options.answering { store, who, language in
      let output = self.output
      // Without --lang, files are English: scripts must not depend on where they run.
      try Exporter(store: store, by: who).run(kind, format, options.lang ?? .en, round: round) { () throws(FileError) in
        guard let output, output != "-" else { return FileSink() }
        return try FileSink(replacing: output)
      }
    }
  }
}

extension ExportKind: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
