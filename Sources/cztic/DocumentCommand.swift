import ArgumentParser
import Documents
import Regulation
import TableFiles
import Wording

/// `cztic document`: writes a paper, from the template of its kind.
struct DocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "document", zh: "生成公示、表格、通知、报告等文书。", en: "Write a paper: a notice, a form, a notification, a report.",
    discussion: Phrase(
      zh: """
        文书用 A4 打印的 HTML（Word、WPS 也能打开）、纯文本或 JSON。文书本身是中文的。对象按种类而定：评估年度（result-notice、round-summary）、\
        申报年度（new-centers、recommendations）、中心编号（evaluation-form、scoresheet、score-report、group-opinion，用 --round 指明年度）、\
        申请编号（application、opinion-sheet）、申请或事项编号（decision、receipt）；roster 不写对象。\
        数据文件旁边的“数据文件名.templates”文件夹中有同名模板的，用其中的模板；cztic templates 可写出自带的模板。
        """,
      en: """
        A paper is HTML that prints on A4 and opens in Word and WPS, plain text, or JSON; what it says is Chinese. What it is of depends on its kind: the year of a \
        round (result-notice, round-summary), the year of a call (new-centers, recommendations), a center's code with --round (evaluation-form, scoresheet, \
        score-report, group-opinion), an application's number (application, opinion-sheet), the number of an application or a matter (decision, receipt); roster \
        is of nothing. Templates in the folder named like the store with “.templates” behind it stand in place of the built-in ones, which cztic templates writes.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: ArgumentHelp(zh: "哪种文书", en: "What kind of paper.", value: .kind))
  var kind: DocumentKind

  @Argument(
    help: ArgumentHelp(
      zh: "年度、中心编号、申请或事项编号", en: "A year, a center's code, an application's or a matter's number.", value: Phrase(zh: "对象", en: "object")))
  var object: String = ""

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "评估年度，用于某一中心的文书；不写为最近一轮", en: "The year of the round, for papers of a center; the latest unless told.",
      value: Phrase(zh: "年度", en: "year")), transform: Numbers.year)
  var round: Int?

  @Option(
    help: ArgumentHelp(
      zh: "哪位专家的表；不写为本人", en: "Whose sheet or opinion; one's own unless told.", value: Phrase(zh: "账号", en: "login")))
  var expert: String?

  @Option(
    help: ArgumentHelp(
      zh: "哪个归口管理部门的推荐；不写为本部门或全部", en: "Whose recommendations; one's own department's, or all.", value: .name))
  var department: String?

  @Option(help: ArgumentHelp(zh: "文号，系统上没有登记时印上", en: "The document's number, where none is on file.", value: .text))
  var number: String?

  @Option(
    help: ArgumentHelp(zh: "格式；不写按文件名，标准输出为 html", en: "The form; unless told by the file's name, html on standard output.", value: .format)
  )
  var format: DocumentFormat?

  @OptionGroup var output: OutputOption

  @Option(help: ArgumentHelp(zh: "模板文件夹", en: "A folder of templates.", value: .folder), completion: .directory)
  var templates: String?

  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let store = try options.openStore()
      let number = try number.map { try StoreOptions.text($0, "--number") } ?? .empty
      let wish = DocumentWriter.Wish(object, round: round, expert: expert, department: department, number: number)
      let document = try DocumentWriter(store: store, by: options.acting()).document(kind, wish)
      let format = json ? .json : format ?? DocumentFormat(of: output.path)
      let folder = templates ?? DocumentTemplates.folder(beside: store.path)
      let text = try document.text(as: format) { () throws(DocumentError) in
        try DocumentTemplates(folder: folder, isDemanded: templates != nil)
      }
      let sink = try output.sink()
      try sink.write(Array((text + "\n").utf8))
      try sink.finish()
    }
  }
}

/// `cztic templates`: writes the built-in templates down, to be changed.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "templates", zh: "写出自带的文书模板，以便修改。", en: "Write the built-in templates of the papers down, to be changed.",
    discussion: Phrase(
      zh: "模板是 Mustache 写法的 HTML。已有的文件不会被覆盖；只需留下改动过的模板。",
      en: "A template is HTML written with Mustache. No file that is there is overwritten; only what was changed needs to stay."))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: ArgumentHelp(zh: "文件夹", en: "The folder.", value: .folder), completion: .directory)
  var folder: String

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try options.requireNamedLogin()
      for path in try DocumentTemplates.write(into: folder) { Output.line(path) }
    }
  }
}

extension DocumentKind: ExpressibleByArgument {}
extension DocumentFormat: ExpressibleByArgument {}
