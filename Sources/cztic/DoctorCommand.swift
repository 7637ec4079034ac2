import ArgumentParser
import CenterStore
import Interchange
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

  /// How many findings of a damaged file are listed: one page that is gone may make thousands.
  private static let mostOfFile = 5
  /// How many of what is to be completed are listed.
  private static let mostToComplete = 20

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let store = try options.openStore()
      let examination = try store.examination(by: options.acting())
      let findings = examination.findings
      let isDamaged = findings.contains { $0.check == .file }
      let readable = isDamaged ? Exporter(store: store, by: options.acting()).readable() : (whole: [], broken: [])
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
        func names(_ tables: [ExportedTable]) -> JSONValue { .array(tables.map { .string($0.description) }) }
        var document = JSONObject()
        document["ok"] = .bool(findings.isEmpty)
        document["findings"] = array(findings)
        document["to_complete"] = array(examination.toComplete)
        if isDamaged { (document["readable"], document["unreadable"]) = (names(readable.whole), names(readable.broken)) }
        Output.json(.object(document))
      } else {
        let ofFile = findings.filter { $0.check == .file }
        DoctorCommand.list(ofFile.prefix(DoctorCommand.mostOfFile) + findings.filter { $0.check != .file }, options.language)
        if ofFile.count > DoctorCommand.mostOfFile {
          let more = ofFile.count - DoctorCommand.mostOfFile
          Output.line(Phrase(zh: "file: 文件另有 \(more) 处", en: "file: and \(more) more of the file")[options.language])
        }
        if isDamaged { DoctorCommand.tell(readable, options.language) }
        if findings.isEmpty { Output.line(Phrase(zh: "没有发现问题", en: "nothing wrong was found")[options.language]) }
        DoctorCommand.tell(toComplete: examination.toComplete, options.language)
      }
      if !findings.isEmpty { throw ExitCode(1) }
    }
  }

  /// Lists findings, a line each.
  private static func list(_ findings: some Sequence<DoctorFinding>, indent: String = "", _ language: Language) {
    for finding in findings {
      let name = finding.name[language]
      let object = name.isEmpty ? "" : " \(Failure.harmless(name))"
      let cited = Citation.several(finding.articles)
      let message = finding.articles.isEmpty ? finding.phrase : finding.phrase + Phrase(zh: "（\(cited.zh)）", en: " (\(cited.en))")
      Output.line("\(indent)\(finding.check.rawValue)\(object): \(Failure.harmless(message[language]))")
    }
  }

  /// Lists beneath a heading of its own what is no fault and is to be completed. Of a registry that a file brought in there may be thousands; all of
  /// them stand in the document.
  private static func tell(toComplete open: [DoctorFinding], _ language: Language) {
    if open.isEmpty { return }
    Output.line(Phrase(zh: "待补全 \(open.count) 处（不是问题）：", en: "\(open.count) to complete (no fault):")[language])
    list(open.prefix(mostToComplete), indent: "  ", language)
    let more = open.count - mostToComplete
    if more > 0 { Output.line(Phrase(zh: "  另有 \(more) 处", en: "  and \(more) more")[language]) }
  }

  /// Says of a damaged store what can be saved of it, and what to do.
  private static func tell(_ readable: (whole: [ExportedTable], broken: [ExportedTable]), _ language: Language) {
    func list(_ tables: [ExportedTable]) -> String { tables.map(\.description).joined(separator: language == .zh ? "、" : ", ") }
    if !readable.whole.isEmpty {
      Output.line(
        Phrase(zh: "还能完整导出（cztic export）：", en: "can still be given out whole, by cztic export: ")[language] + list(readable.whole))
    }
    if !readable.broken.isEmpty {
      Output.line(Phrase(zh: "已读不完整：", en: "cannot be read whole: ")[language] + list(readable.broken))
    }
    Output.line(
      Phrase(
        zh: "请停用评审台，先导出需要的表，再用最近一份完好的备份恢复：cztic restore 备份文件（先核对备份，有误则不动；原文件留在旁边）",
        en:
          "stop using the desk, give out what is needed, and put the latest sound backup in its place: cztic restore FILE (it is checked first; this file is kept beside it)"
      )[language])
  }
}
