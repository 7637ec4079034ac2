import ArgumentParser
import Interchange
import TableFiles
import Wording

/// `cztic form`: the evaluation form of a center, to be filled in elsewhere.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "form", zh: "评估情况表的填报工作簿（.xlsx），供依托单位另行填写。", en: "A center's evaluation form as a workbook (.xlsx), to be filled in elsewhere.",
    discussion: Phrase(
      zh: "在 Excel 或 WPS 中填写数值和说明后，用 cztic import facts 导入；已填报的内容在内，留空的行不改原值。",
      en: """
        Fill in values and notes in a spreadsheet, then take it in with `cztic import facts`. What is on file stands in it; a row that is left open \
        changes nothing.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: ArgumentHelp(zh: "中心的编号", en: "The center's code.", value: Phrase(zh: "中心", en: "center")))
  var center: String

  @Option(parsing: .unconditional, help: .year, transform: Numbers.year)
  var round: Int?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(zh: "文件；写完整后才出现", en: "The file; it appears only when it is whole.", value: .file), completion: .file())
  var output: String?

  func run() throws {
    let options = options.merged(root.options)
    let output = self.output
    try options.reporting {
      try WorkbookOutput.refuseTerminal(output)
      // People fill it in: its language is theirs.
      try FactForm(store: options.openStore(), by: options.acting()).run(center, options.language, round: round) { () throws(FileError) in
        guard let output, output != "-" else { return FileSink() }
        return try FileSink(replacing: output)
      }
    }
  }
}
