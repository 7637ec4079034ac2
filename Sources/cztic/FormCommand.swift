import ArgumentParser
import Interchange
import TableFiles
import Wording

/// `cztic form`: the evaluation form of a center, to be filled in elsewhere.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "form", zh: "评估情况表或申报书的填报工作簿（.xlsx），供依托单位另行填写。",
    en: "A center's evaluation form, or an application, as a workbook (.xlsx), to be filled in elsewhere.",
    discussion: Phrase(
      zh: """
        在 Excel 或 WPS 中填写数值和说明后，用 cztic import facts 导入；已填报的内容在内，留空的行不改原值。
        form application 是空白申报书，form application 编号 是已有申请的申报书，填写后用 cztic import applications 导入；留空的为未知，不算符合。
        """,
      en: """
        Fill in values and notes in a spreadsheet, then take it in with `cztic import facts`. What is on file stands in it; a row that is left open \
        changes nothing. `form application` is a blank application, `form application NUMBER` the one on file; `cztic import applications` takes it \
        in. What is left open there is not known, and never counts as met.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(
    help: ArgumentHelp(zh: "中心的编号，或 application", en: "The center's code, or application.", value: Phrase(zh: "中心", en: "center")))
  var center: String

  @Argument(help: ArgumentHelp(zh: "申请的编号", en: "The application's number.", value: Phrase(zh: "编号", en: "number")))
  var number: String?

  @Option(parsing: .unconditional, help: .year, transform: Numbers.year)
  var round: Int?

  @OptionGroup var output: OutputOption

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try output.refuseTerminal()
      let isApplication = center == "application"
      if !isApplication, number != nil { throw Failure(64, Phrase(zh: "只有 application 后可写编号", en: "a number follows only application")) }
      let (store, who) = (try options.openStore(), options.acting())
      // People fill it in: its language is theirs.
      if isApplication {
        try ApplicationBook(store: store, by: who).run(number, options.language, to: output.sink)
      } else {
        try FactForm(store: store, by: who).run(center, options.language, round: round, to: output.sink)
      }
    }
  }
}
