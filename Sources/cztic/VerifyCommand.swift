import ArgumentParser
import CenterStore
import Proofs
import TableFiles
import Wording

/// `cztic verify FILE [OPENING…]`: checks a published file; needs no store.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "verify", zh: "核验公布的结果文件；不需要数据文件。", en: "Check a published file; needs no store.",
    discussion: Phrase(
      zh: """
        核对签名、审计链、抽取（重算）、等级和排名；另给开示文件的，核对评分表与封存的是否相符、得分是否由其算出。\
        逐行说明相符、不符或未核。--head 为公示件上印的链首摘要，--key 为公示件上印的公钥核对号：不写则只能说明文件前后一致。\
        退出状态：0 没有不符，1 有不符，65 文件读不出，66 没有这个文件。
        """,
      en: """
        Checks the signature, the audit chain, the draws (by repeating them), grades and ranks; with files that open sheets, that they are those that were bound, and that \
        scores follow from them. Says line by line what holds, what does not and what is not checked. --head is a hash of the chain as a notice prints it, --key the number of \
        the key: without them it can only be said that the file agrees with itself. Exit status: 0 nothing fails, 1 something does, 65 the file cannot be read, 66 there is no \
        such file.
        """))
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: ArgumentHelp(zh: "公布的结果文件", en: "The published file.", value: .file), completion: .file()) var file: String
  @Argument(
    help: ArgumentHelp(zh: "开示评分表的文件", en: "Files that open sheets.", value: Phrase(zh: "开示文件", en: "opening")), completion: .file())
  var openings: [String] = []
  @Option(
    help: ArgumentHelp(zh: "公示件上印的链首摘要", en: "A hash of the chain that a notice prints.", value: Phrase(zh: "摘要", en: "hex")))
  var head: String?
  @Option(
    help: ArgumentHelp(
      zh: "公示件上印的公钥核对号", en: "The key's number that a notice prints.", value: Phrase(zh: "核对号", en: "digits")))
  var key: String?
  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try options.requireNamedLogin()
      let verification = Verification(
        of: try VerifyCommand.bytes(file), openings: try openings.map { (Failure.shown($0), try VerifyCommand.bytes($0)) },
        head: try head.map { try AuditCommand.head($0) }, key: try key.map { try VerifyCommand.number($0) })
      if json { Output.json(document(verification, options.language)) } else { print(verification, options.language) }
      guard verification.publication != nil else { throw ExitCode(65) }
      if !verification.isSound { throw ExitCode(1) }
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] { try FileBytes.open(path).withBytes { Array($0) } }

  private static func number(_ text: String) throws -> CheckNumber {
    guard let number = CheckNumber(text) else {
      throw Failure(64, Phrase(zh: "--key 须为 16 位数字", en: "--key must be sixteen digits"))
    }
    return number
  }

  private func print(_ verification: Verification, _ language: Language) {
    for finding in verification.findings {
      Output.line("\(finding.verdict.phrase[language])  \(finding.topic.phrase[language])  \(Failure.shown(finding.phrase[language]))")
    }
    let failed = verification.findings.count { $0.verdict == .fails }
    Output.message(
      failed == 0
        ? Phrase(zh: "没有不符", en: "nothing fails")[language]
        : Phrase(zh: "\(failed) 处不符", en: "\(failed) \(failed == 1 ? "thing fails" : "things fail")")[language])
  }

  private func document(_ verification: Verification, _ language: Language) -> JSONValue {
    let findings = verification.findings.map { finding -> JSONValue in
      [
        "topic": .string("\(finding.topic)"), "verdict": .string("\(finding.verdict)"), "message": .string(finding.phrase[language]),
      ]
    }
    return [
      "ok": .bool(verification.isSound), "check": .string(verification.checkNumber.description),
      "round": verification.results.map { .integer($0.year) } ?? .null, "findings": .array(findings),
    ]
  }
}
