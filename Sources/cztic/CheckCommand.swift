import ArgumentParser
import Interchange
import Regulation
import TableFiles
import Widgets
import Wording

/// `cztic check`: an application against articles 9 and 10; needs no store.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "check", zh: "按办法第九条、第十条核对一份申请。", en: "Hold an application against articles 9 and 10.",
    discussion: Phrase(
      zh: """
        文件为一个 JSON 对象，与导出的申请相同。缺少或为 null 的字段视为未知，未知不算通过。\
        退出状态：0 符合，1 不符合或尚不能判断，65 文件不是这样的申请，66 没有这个文件。
        """,
      en: """
        The file is one JSON object, as applications are exported. A field that is missing or null is unknown, and what is unknown is never a \
        pass. Exit status: 0 eligible, 1 not eligible or undetermined, 65 the file is not such a document, 66 there is no such file.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: .inputFile, completion: .file(extensions: ["json"]))
  var file: String

  @Flag(help: .json)
  var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try options.requireNamedLogin()
      let document = try read()
      let eligibility = Eligibility(document.form, places: try Places.standard.get())
      if json {
        Output.json(eligibility.json(options.language))
      } else {
        for line in EligibilityListing(language: options.language).lines(eligibility) { Output.line(line) }
      }
      if eligibility.verdict != .yes { throw ExitCode(1) }
    }
  }

  private func read() throws -> ApplicationDocument {
    let text = try FileBytes.open(file).text()
    let name = file == "-" ? Phrase(zh: "标准输入", en: "standard input") : Phrase(same: Failure.shown(file))
    do { return try ApplicationDocument(JSONReader.read(text)) } catch let error as JSONError {
      throw Failure(65, Phrase(zh: "\(name.zh)：\(error.phrase.zh)", en: "\(name.en): \(error.phrase.en)"))
    } catch let error as ApplicationDocumentError {
      let lines = error.problems.map(\.phrase)
      throw Failure(
        65,
        Phrase(
          zh: "\(name.zh) 有 \(lines.count) 处不合格式，请更正后再试：\n  " + lines.map(\.zh).joined(separator: "\n  "),
          en: "\(name.en): correct this and try again (\(lines.count)):\n  " + lines.map(\.en).joined(separator: "\n  ")))
    }
  }
}
