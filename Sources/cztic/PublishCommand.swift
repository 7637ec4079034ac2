import ArgumentParser
import CenterStore
import Glibc
import Proofs
import TableFiles
import Wording

/// `cztic publish YEAR`: a result that anyone can check (article 25).
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "publish", zh: "把一轮评估的结果出具为任何人可核验的文件，或开示其中的评分表。",
    en: "Give the results of a round out as a file that anyone can check, or open sheets behind it.",
    discussion: Phrase(
      zh: """
        文件里有得分、等级、排名、评分表的封存值、抽取记录和审计链，没有评分表本身，也没有任何专家的姓名；用 cztic verify 核验，不需要数据文件。\
        结果公示后才能出具；没有变化时再次出具是同一个文件，得分更正后是新的一个，注明前一个。\
        --open 为一个中心开示其评分表（依托单位也可自己开示），--open-all 为审计开示全部；每次都记入审计链。
        """,
      en: """
        The file holds scores, grades, ranks, commitments of the sheets, the draws and the audit chain; neither the sheets nor any expert's name is in it. cztic verify \
        checks it without a store. Results are given out from the day on which they are on notice; while nothing changes it is the same file, and a corrected figure \
        makes a further one that names the one before. --open opens one center's sheets (a host may do so for its own), --open-all all of them, to an auditor; each is on file.
        """))
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: .year, transform: Numbers.year) var year: Int
  @Option(
    help: ArgumentHelp(zh: "开示这个中心的评分表", en: "Open the sheets of this center.", value: Phrase(zh: "中心", en: "center")))
  var open: String?
  @Flag(help: ArgumentHelp(zh: "开示全部评分表", en: "Open all sheets.")) var openAll = false
  @OptionGroup var output: OutputOption
  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      if open != nil, openAll { throw Failure(64, Phrase(zh: "--open 与 --open-all 只写一个", en: "--open and --open-all do not go together")) }
      if json, output.path == nil { throw Failure(64, Phrase(zh: "--json 须用 -o 写明文件", en: "--json needs a file named with -o")) }
      let (store, who) = (try options.openStore(), options.acting())
      try store.require(open == nil && !openAll ? .giveOutResults : .openSheets, by: who)
      let sink = try output.sink()
      if open == nil, !openAll {
        let given = try store.giveOutResults(year: year, by: who)
        try sink.write(given.file)
        try sink.finish()
        try tell(given, store, who, options.language)
      } else {
        let opening = try store.openSheets(year: year, center: open, by: who)
        try sink.write(opening)
        try sink.finish()
        if json { return Output.json(["file": .string(output.path ?? ""), "sha256": .string(Digest256(of: opening).description)]) }
        Output.message(
          Phrase(
            zh: "已开示\(open.map { " \($0) 的" } ?? "全部")评分表，已记入审计链",
            en: "opened \(open.map { "the sheets of \($0)" } ?? "all sheets"); it is on file")[options.language])
      }
    }
  }

  private func tell(_ given: GivenOut, _ store: CenterStore, _ who: Acting, _ language: Language) throws {
    let key = try store.signingKey(by: who).map { CheckNumber(ofKey: $0) }
    if json {
      return Output.json([
        "file": .string(output.path ?? ""), "number": .integer(given.number), "new": .bool(given.isNew), "link": .integer(given.link),
        "head": .string(given.head.description), "sha256": .string(given.digest.description),
        "check": .string(given.checkNumber.description),
        "key_check": .string(key?.description ?? ""),
      ])
    }
    Output.message(
      Phrase(
        zh:
          "\(year) 年度可核验结果第 \(given.number) 版\(given.isNew ? "已出具" : "没有变化，与上次相同")；核对号 \(given.checkNumber)；公钥核对号 \(key?.description ?? "")",
        en:
          "the results of \(year), version \(given.number)\(given.isNew ? "" : " (unchanged)"); check number \(given.checkNumber); key \(key?.description ?? "")"
      )[language])
  }
}
