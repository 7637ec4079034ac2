import ArgumentParser
import CenterStore
import Interchange
import TableFiles
import Wording

/// `cztic import`: takes a file in, all of it or nothing.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "import", zh: "导入一个文件：CSV、工作簿（.xlsx）或 JSON 数组。", en: "Take a file in: CSV, a workbook (.xlsx) or a JSON array.",
    discussion: Phrase(
      zh: """
        要么全部导入，要么全不导入：每处错误都写明行和列（表格第 1 行为表头，JSON 数组的首条为第 1 条），只要有错就什么都不写。\
        首行为列名（其上可有标题行），中文英文均可，次序不限；缺少的列保持原值，空单元格清除原值。\
        工作簿读取表头相符的那一张工作表。
        """,
      en: """
        All or nothing: every error is told with row and column (row 1 is the header of a table, record 1 the first of an array), and where \
        there is any, nothing is written. The first row, or the first under some titles, names the columns in Chinese or English, in any order; a column that is missing \
        leaves what is there, an empty cell clears it. The words of the regulation are read in both languages. Of a workbook the sheet is read whose header fits.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: ArgumentHelp(zh: "文件内容", en: "What the file holds.", value: .kind))
  var kind: ImportKind

  @Argument(help: .inputFile, completion: .file(extensions: ["csv", "json", "xlsx"]))
  var file: String

  @Option(parsing: .unconditional, help: .round, transform: Numbers.year)
  var round: Int?

  @Option(
    help: ArgumentHelp(
      zh: "仅用于 attachments 和 applications：存放附件文件的文件夹；写明的文件逐一核对摘要，复制保存在库旁",
      en:
        "For attachments and applications: the folder of their documents' files. Those named are held against their digests and kept beside the store.",
      value: Phrase(zh: "文件夹", en: "folder")), completion: .directory)
  var files: String?

  @Flag(
    name: .customLong("dry-run"),
    help: ArgumentHelp(zh: "只检查并说明将做什么，不写入", en: "Check the file and say what would be done, but write nothing."))
  var dryRun = false

  @Flag(help: .json)
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
      return try importer.run(kind, try FileBytes.open(file, limit: Importer.fileLimit), round: year, keeping: files, dryRun: dryRun)
    } catch InterchangeError.file(let error) where json && error.exitStatus == 65 {
      return ImportReport(error)
    } catch let error as FileError where json && error.exitStatus == 65 {
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
