import ArgumentParser
import Interchange
import TableFiles
import Wording

/// `cztic export`: gives out what one may see of a kind.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "export", zh: "导出一种表：CSV、JSON 数组、工作簿（.xlsx）或可打印的网页。", en: "Give a table out: CSV, a JSON array, a workbook (.xlsx) or a page to print.",
    discussion: Phrase(
      zh: """
        导出的文件可以再导入，再次导出逐字节相同（审计链、职责附件和网页只能导出）。用 --lang zh 时，CSV 有中文表头和 Excel 所需的标记，工作簿和网页也用中文；\
        JSON 两种语言相同。
        """,
      en: """
        What was exported can be imported again, and a second export is the same byte for byte (the audit chain, the documents of duties and pages are only written). With \
        --lang zh a CSV file has Chinese headings and words and the mark that Excel in China needs, as have workbooks and pages; JSON is the same in both languages.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: ArgumentHelp(zh: "导出什么", en: "What to give out.", value: .kind))
  var kind: ExportKind

  @Option(parsing: .unconditional, help: .round, transform: Numbers.year)
  var round: Int?

  @Option(
    help: ArgumentHelp(zh: "文件格式；不写为 csv，申请为 json", en: "The form of the file; csv unless told, json for applications.", value: .format))
  var format: ExportFormat?

  @OptionGroup var output: OutputOption

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      if format?.isBinary == true { try output.refuseTerminal() }
      // Without --lang a file is English: what scripts read must not depend on where they run.
      let language: Language = options.languageName == .zh ? .zh : .en
      try Exporter(store: options.openStore(), by: options.acting()).run(kind, format, language, round: round, to: output.sink)
      if round != nil, !kind.isOfRound { Output.message(kind.noRound[options.language]) }
    }
  }
}

extension ExportKind: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
