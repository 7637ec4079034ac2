import ArgumentParser
import CenterStore
import Regulation
import TableFiles
import Wording

/// `cztic doctor`: looks the whole store over.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "doctor", zh: "检查数据文件：文件、结构、审计链、留存的附件文件，以及各条规定在数据中是否成立。",
    en: "Look the store over: file, schema, chain, kept documents, and what every article makes hold of the data.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Flag(help: .json) var json = false

  /// How many of what is to be completed are listed.
  private static let mostToComplete = 20

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let examination = try options.openStore().examination(by: options.acting())
      let findings = examination.findings
      func array(_ findings: [DoctorFinding]) -> JSONValue {
        .array(
          findings.map {
            [
              "check": .string($0.check.rawValue), "object": .string($0.object), "message": .string($0.phrase[options.language]),
              "articles": .array($0.articles.map { .string($0) }),
            ]
          })
      }
      if json {
        Output.json(["ok": .bool(findings.isEmpty), "findings": array(findings), "to_complete": array(examination.toComplete)])
      } else {
        // Of a registry that a file brought in there may be thousands; all of them stand in the document.
        let open = examination.toComplete
        for finding in findings + open.prefix(DoctorCommand.mostToComplete) {
          let object = finding.object.isEmpty ? "" : " \(Failure.harmless(finding.object))"
          let cited = Citation.several(finding.articles)
          let message =
            finding.articles.isEmpty ? finding.phrase : finding.phrase + Phrase(zh: "（\(cited.zh)）", en: " (\(cited.en))")
          Output.line("\(finding.check.rawValue)\(object): \(Failure.harmless(message[options.language]))")
        }
        let more = open.count - DoctorCommand.mostToComplete
        if more > 0 { Output.line(Phrase(zh: "待补全的另有 \(more) 处", en: "and \(more) more to complete")[options.language]) }
        if findings.isEmpty { Output.line(Phrase(zh: "没有发现问题", en: "nothing wrong was found")[options.language]) }
      }
      if !findings.isEmpty { throw ExitCode(1) }
    }
  }
}
