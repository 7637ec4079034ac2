import ArgumentParser
import CenterStore
import TableFiles
import Wording

/// `cztic audit`: the chain of everything that happened.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "audit", zh: "核对审计链，或显示其末环。", en: "Check the audit chain, or print its head.", subcommands: [Verify.self, Head.self])
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws { throw CleanExit.helpRequest(self) }

  /// A hash of the chain as it is typed.
  static func head(_ text: String) throws -> Digest256 {
    guard let digest = Digest256(hex: text) else {
      throw Failure(64, Phrase(zh: "--head 须为 64 位十六进制数", en: "--head must be 64 hexadecimal digits"))
    }
    return digest
  }

  /// `cztic audit verify`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration("verify", zh: "逐环核对审计链。", en: "Check every link of the chain.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: AuditCommand
    @Option(
      help: ArgumentHelp(
        zh: "以前记下的摘要，可以是任何一环的", en: "A head that was noted earlier; it may be any link's.",
        value: Phrase(zh: "摘要", en: "hex")))
    var head: String?
    @Flag(help: .json) var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let wanted = try head.map { try AuditCommand.head($0) }
        let store = try options.openStore()
        let verdict = try store.verifyChain(head: wanted, by: options.acting())
        if json {
          Output.json([
            "ok": .bool(verdict.isWhole), "links": .number(String(verdict.links)), "head": .string(verdict.head.description),
            "broken": verdict.broken.map { .number(String($0)) } ?? .null, "set_back": verdict.setBack.map { .number(String($0)) } ?? .null,
          ])
        } else {
          Output.line(Verify.words(verdict)[options.language])
        }
        if let link = verdict.setBack {
          Output.message(
            Phrase(
              zh: "第 \(link) 环的时间早于前一环：当时主机时钟被拨回过",
              en: "link \(link) bears an earlier time than the one before: the host's clock was set back there")[
                options.language])
        }
        if let last = try store.lastActAhead() { Output.message(store.clockWords(last)[options.language]) }
        if !verdict.isWhole { throw ExitCode(1) }
      }
    }

    private static func words(_ verdict: ChainVerdict) -> Phrase {
      if let broken = verdict.broken {
        return Phrase(zh: "链在第 \(broken) 环断开（共 \(verdict.links) 环）", en: "the chain is broken at link \(broken) of \(verdict.links)")
      }
      if verdict.hasHead == false {
        return Phrase(
          zh: "链完整（\(verdict.links) 环），但其中没有所给的摘要", en: "the chain is whole (\(verdict.links.counted("link"))), but none has the given head"
        )
      }
      return Phrase(
        zh: "链完整，共 \(verdict.links) 环，末环 \(verdict.head)", en: "the chain is whole: \(verdict.links.counted("link")), head \(verdict.head)")
    }
  }

  /// `cztic audit head`.
  struct Head: ParsableCommand {
    static let configuration = CommandConfiguration("head", zh: "显示末环的序号和摘要。", en: "Print the number and hash of the last link.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: AuditCommand

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let head = try options.openStore().auditHead(by: options.acting())
        Output.line("\(head.number) \(head.hash)")
      }
    }
  }
}
