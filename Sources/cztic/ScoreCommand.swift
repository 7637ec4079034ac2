import ArgumentParser
import Desk
import Wording

/// `cztic score CENTER --plain`: an expert scores a sheet line by line.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "score", zh: "专家逐行评分，适合读屏软件和不好的线路。", en: "An expert scores a sheet line by line, for screen readers and bad lines.",
    discussion: Phrase(
      zh: "在标准输入上一行一行地写，在标准输出上一句一行地答：没有光标移动，没有颜色。写“帮助”可知能写什么。说“已保存”的都已写入磁盘。",
      en: """
        Lines come on standard input, answers go to standard output, one thought a line: no cursor is moved, nothing is coloured. help tells \
        what can be written. What is called saved is on disk.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: ArgumentHelp(zh: "中心的编号", en: "The center's code.", value: Phrase(zh: "中心", en: "center")))
  var center: String

  @Flag(help: ArgumentHelp(zh: "逐行进行；不写则请打开评审台评分", en: "Line by line; without it the desk is where sheets are scored."))
  var plain = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "评估年度；不写为进行中的一轮", en: "The year of the round; the open one unless told.", value: Phrase(zh: "年度", en: "year")),
    transform: Numbers.year)
  var round: Int?

  func run() throws {
    let options = options.merged(root.options)
    guard plain else {
      throw ValidationError(
        Phrase(zh: "请写 --plain 逐行评分，或打开评审台（不写命令）", en: "Write --plain to score line by line, or open the desk (no command).").ofThisCall)
    }
    try options.reporting {
      var scoring = try PlainScoring(options.openStore(), center: center, round: round, by: options.acting())
      var lines = InputLines()
      try scoring.run(in: options.language, next: { lines.next() }, say: Output.line)
    }
  }
}
