import ArgumentParser
import CenterStore
import Glibc
import Interchange
import Offline
import Regulation
import TableFiles
import Wording

/// `cztic offline`: an expert's sheets as one sealed file, scored on another machine.
struct OfflineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "offline", zh: "专家把评分表带到另一台机器上评分，再带回来。", en: "An expert takes sheets away, scores on another machine, and brings them back.",
    discussion: Phrase(
      zh: """
        take 在评审台的机器上带出一个文件；open 在另一台机器上打开它评分，或用 sheet 生成工作簿填写，用 fill 收回；bring 带回评审台，两边都改了的逐项决定。\
        文件以口令加密封存：没有口令看不到内容，改动任何一处都会被发现。口令不在命令行上写：在终端上输入，或写在标准输入的第一行。
        """,
      en: """
        take writes a file at the desk's machine; open scores on it elsewhere, or sheet makes a workbook of it that fill takes in; bring brings it back, and what \
        changed on both sides is decided one by one. The file is sealed with a phrase: without it nothing is read, and no byte is altered unnoticed. The phrase is \
        never on the command line: it is typed at a terminal, or is the first line of standard input.
        """),
    subcommands: [Take.self, Open.self, Sheet.self, Fill.self, Bring.self])
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws { throw CleanExit.helpRequest(self) }

  /// `cztic offline take -o FILE`.
  struct Take: ParsableCommand {
    static let configuration = CommandConfiguration(
      "take", zh: "把分配给自己的评分表和评估数据带出为一个文件，并给出口令。",
      en: "Take one's sheets and the data of their centers away as a file, and say its phrase.",
      discussion: Phrase(
        zh: "口令只显示一次，请记下，与文件分开保管；用 --choose 则自己设定。已有的文件不覆盖。",
        en:
          "The phrase is shown this once: note it down, and keep it apart from the file. With --choose it is one's own. Nothing is overwritten."
      ))
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: OfflineCommand
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(zh: "评估年度；不写为进行中的一轮", en: "The year of the round; the open one unless told.", value: Phrase(zh: "年度", en: "year")),
      transform: Numbers.year)
    var round: Int?
    @Option(
      help: ArgumentHelp(
        zh: "只带出这个中心，可写多次；不写为全部", en: "Only this center; may be given several times. All unless told.",
        value: Phrase(zh: "中心", en: "center")))
    var center: [String] = []
    @Option(
      name: [.customShort("o"), .customLong("output")], help: ArgumentHelp(zh: "文件", en: "The file.", value: .file), completion: .file())
    var output: String
    @Flag(help: ArgumentHelp(zh: "自己设定口令", en: "Choose the phrase oneself.")) var choose = false
    @Flag(help: .json) var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let (store, who) = (try options.openStore(), options.acting())
        try store.require(.takeSheetsAway, by: who)
        if access(output, F_OK) == 0 { throw StoreError.alreadyThere(path: output) }
        let year = try round ?? Take.openRound(of: who, store)
        let phrase =
          choose ? try PhrasePrompt.choose(login: who.login, options.language) : OneTimeCode(Surroundings.system.randomBytes).description
        // The file is made before the chain says that it was given out; it is whole a moment later.
        let sink = try FileSink(replacing: output)
        let sheets = try store.takeSheetsAway(year: year, centers: center, by: who)
        try sink.write(try SealedSheets.seal(sheets, phrase, choose ? .chosen : .made, cost: store.secretCost))
        try sink.finish()
        tell(sheets, choose ? nil : phrase, options.language)
      }
    }

    /// The one open round in which something is assigned.
    private static func openRound(of who: Acting, _ store: CenterStore) throws -> Int {
      let open = Set(try store.tasks(by: who).filter(\.roundState.isOpen).map(\.year)).sorted()
      guard open.count == 1 else { throw InterchangeError.roundNeeded(open: open) }
      return open[0]
    }

    private func tell(_ sheets: OfflineSheets, _ phrase: String?, _ language: Language) {
      let centers = sheets.taken.centers
      if json {
        return Output.json([
          "file": .string(output), "id": .string(sheets.taken.id), "round": .number(String(sheets.taken.round.year)),
          "centers": .array(centers.map { .string($0.code.string) }), "link": .number(String(sheets.link)),
          "phrase": phrase.map { .string($0) } ?? .null,
        ])
      }
      if let phrase { Output.line(phrase) }
      var words = Phrase(
        zh: "已带出 \(centers.count) 份评分表到 \(Failure.shown(output))",
        en: "took \(centers.count.counted("sheet")) away to \(Failure.shown(output))")
      if phrase != nil {
        words =
          words
          + Phrase(
            zh: "；以上是它的口令，只显示这一次，请记下，与文件分开保管", en: "; above is its phrase, shown this once: note it down, and keep it apart from the file")
      }
      Output.message(words[language])
    }
  }

  /// `cztic offline open FILE`.
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      "open", zh: "打开带出的文件评分；每一处保存都已写回文件。", en: "Score on a file that was taken away; what is saved is in the file.",
      discussion: Phrase(
        zh: "不需要数据文件。打开期间，内容以明文放在本账号的临时文件夹（有内存文件夹的放在内存），关闭即删除。",
        en:
          "No store is needed. While it is open its contents lie in a temporary folder of this account, in memory where there is such a place, and go away with it."
      ))
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: OfflineCommand
    @Argument(help: ArgumentHelp(zh: "带出的文件", en: "The file.", value: .file), completion: .file()) var file: String

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        try options.requireNamedLogin()
        _ = try OfflineFile.header(file)
        try TerminalSession.require()
        let open = try OfflineFile.open(file, phrase: PhrasePrompt.ask(options.language))
        let desk = try OfflineDesk(open)
        defer { desk.leave() }
        try TerminalSession.open(
          desk.store, login: desk.login, language: options.language, isLanguageGiven: options.languageName != nil, mayChoose: false)
      }
    }
  }

  /// `cztic offline sheet FILE -o X.xlsx`.
  struct Sheet: ParsableCommand {
    static let configuration = CommandConfiguration(
      "sheet", zh: "把带出的评分表做成工作簿（.xlsx），供在 Excel 或 WPS 中填写。",
      en: "The sheets of a file as a workbook (.xlsx), to be filled in with a spreadsheet.",
      discussion: Phrase(
        zh: "工作簿不加密，内有依托单位的数据，请妥善保管，用后删除。",
        en: "The workbook is not encrypted, and the hosts' data are in it: keep it well, and delete it afterwards."))
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: OfflineCommand
    @Argument(help: ArgumentHelp(zh: "带出的文件", en: "The file.", value: .file), completion: .file()) var file: String
    @OptionGroup var output: OutputOption

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      let output = self.output
      try options.reporting {
        try options.requireNamedLogin()
        try output.refuseTerminal()
        _ = try OfflineFile.header(file)
        let open = try OfflineFile.open(file, phrase: PhrasePrompt.ask(options.language))
        try SheetForm.write(open.sheets.rows(options.language), options.language, to: output.sink)
      }
    }
  }

  /// `cztic offline fill FILE X.xlsx`.
  struct Fill: ParsableCommand {
    static let configuration = CommandConfiguration(
      "fill", zh: "把填好的工作簿收回带出的文件。", en: "Take a workbook that was filled in into the file.",
      discussion: Phrase(
        zh: "要么全部收回，要么全不收回；留空的行不改原值。提交在 cztic offline open 中或带回后在评审台上办理。",
        en:
          "All or nothing; a row that is left open changes nothing. Sheets are handed in with `cztic offline open`, or at the desk once they are back."
      ))
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: OfflineCommand
    @Argument(help: ArgumentHelp(zh: "带出的文件", en: "The file.", value: .file), completion: .file()) var file: String
    @Argument(
      help: ArgumentHelp(
        zh: "填好的工作簿，或同样各列的 CSV", en: "The workbook, or CSV of the same columns.", value: Phrase(zh: "工作簿", en: "workbook")),
      completion: .file(extensions: ["xlsx", "csv"]))
    var workbook: String

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        try options.requireNamedLogin()
        _ = try OfflineFile.header(file)
        var (entries, problems) = try SheetForm.read(try FileBytes.open(workbook))
        let open = try OfflineFile.open(file, phrase: PhrasePrompt.ask(options.language))
        let now = open.sheets.filled(entries, &problems)
        if !problems.isEmpty {
          for line in problems.lines(options.language) { Output.message(line) }
          throw ExitCode(65)
        }
        let changed = try open.take(now, at: Surroundings.system.now())
        let complete = now.count { $0.isComplete }
        Output.line(
          Phrase(
            zh: "已收回 \(changed) 处修改；\(now.count) 份评分表中 \(complete) 份填齐",
            en: "took in \(changed.counted("change")); \(complete) of \(now.count.counted("sheet")) complete")[options.language])
      }
    }
  }
}
