import ArgumentParser
import Interchange
import TableFiles
import Wording

/// `cztic export`: gives out what one may see of a kind.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Give a table out: CSV, or a JSON array.",
    discussion: """
      What was exported can be imported again, and a second export is the same byte for byte (the audit chain is only written). With \
      --lang zh a CSV file has Chinese headings and words and the mark that Excel in China needs; JSON is the same in both languages.
      """)

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: "What to give out.")
  var kind: ExportKind

  @Option(help: "The year of the round: for scores, facts, attachments and results, unless one round alone is open.")
  var round: Int?

  @Option(help: "The form of the file; csv unless told, json for applications.")
  var format: ExportFormat?

  @Option(name: [.customShort("o"), .customLong("output")], help: "The file; it appears only when it is whole.", completion: .file())
  var output: String?

  func run() throws {
    let options = options.merged(root.options)
    let output = self.output
    try options.reporting {
      // Without --lang a file is English: what scripts read must not depend on where they run.
      let language: Language = options.languageName == .zh ? .zh : .en
      try Exporter(store: options.openStore(), by: options.acting()).run(kind, format, language, round: round) { () throws(FileError) in
        guard let output, output != "-" else { return FileSink() }
        return try FileSink(replacing: output)
      }
    }
  }
}

extension ExportKind: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
