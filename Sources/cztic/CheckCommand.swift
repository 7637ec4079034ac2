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
        文件为一份申请的 JSON 对象，或导出的申请数组（cztic export applications）；数组逐件核对，--number 只核对一件。\
        缺少或为 null 的字段视为未知，未知不算通过。\
        退出状态：0 都符合，1 有不符合或尚不能判断的，65 文件不是这样的申请，66 没有这个文件。
        """,
      en: """
        The file is the JSON object of one application, or the array that cztic export applications writes: each is checked, or one \
        with --number. A field that is missing or null is unknown, and what is unknown is never a pass. Exit status: 0 all eligible, 1 one not \
        eligible or undetermined, 65 the file is not such a document, 66 there is no such file.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: .inputFile, completion: .file(extensions: ["json"]))
  var file: String

  @Option(
    help: ArgumentHelp(zh: "只核对这个申请号的一件", en: "Check only the application of this number.", value: Phrase(zh: "申请号", en: "number")))
  var number: String?

  @Flag(help: .json)
  var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try options.requireNamedLogin()
      let (documents, isArray) = try read()
      let places = try Places.standard.get()
      let checked = documents.map { ($0, Eligibility($0.form, places: places)) }
      if json {
        let found = checked.map { document, eligibility in
          isArray ? document.numbered(eligibility.json(options.language)) : eligibility.json(options.language)
        }
        Output.json(isArray ? .array(found) : found[0])
      } else {
        for (place, (document, eligibility)) in checked.enumerated() {
          if place > 0 { Output.line("") }
          if isArray { Output.line(document.name) }
          for line in EligibilityListing(language: options.language).lines(eligibility) { Output.line(line) }
        }
      }
      if checked.contains(where: { $0.1.verdict != .yes }) { throw ExitCode(1) }
    }
  }

  /// The applications of the file, those that are asked for; at least one.
  private func read() throws -> (documents: [ApplicationDocument], isArray: Bool) {
    let text = try FileBytes.open(file).text()
    let name = file == "-" ? Phrase(zh: "标准输入", en: "standard input") : Phrase(same: Failure.shown(file))
    let (all, isArray) = try CheckCommand.values(text, in: name)
    var values = all
    if let number { values = values.filter { $0["number"] == .string(number) } }
    if values.isEmpty {
      let what = number.map { Phrase(zh: "没有申请号为“\(Failure.shown($0))”的申请", en: "no application “\(Failure.shown($0))” in it") }
      throw Failure(
        65, name + Phrase(zh: "：", en: ": ") + (what ?? Phrase(zh: "没有申请", en: "no application in it")))
    }
    return (try CheckCommand.documents(values, isArray: isArray, in: name), isArray)
  }

  /// The values of a file: the elements of an array, else the one that there is.
  private static func values(_ text: UTF8Text, in name: Phrase) throws -> (values: [JSONValue], isArray: Bool) {
    do {
      let value = try JSONReader.read(text)
      if case .array(let elements) = value { return (elements, true) }
      return ([value], false)
    } catch {
      throw Failure(65, Phrase(zh: "\(name.zh)：\(error.phrase.zh)", en: "\(name.en): \(error.phrase.en)"))
    }
  }

  /// What stands in some values; what is wrong in any is told of all, with its place where there are several.
  private static func documents(_ values: [JSONValue], isArray: Bool, in name: Phrase) throws -> [ApplicationDocument] {
    var documents: [ApplicationDocument] = []
    var lines: [Phrase] = []
    for (place, value) in values.enumerated() {
      do { documents.append(try ApplicationDocument(value)) } catch {
        let which = isArray ? Phrase(zh: "第 \(place + 1) 件：", en: "application \(place + 1): ") : Phrase(same: "")
        lines += error.problems.map { which + $0.phrase }
      }
    }
    if lines.isEmpty { return documents }
    throw Failure(
      65,
      Phrase(
        zh: "\(name.zh) 有 \(lines.count) 处不合格式，请更正后再试：\n  " + lines.map(\.zh).joined(separator: "\n  "),
        en: "\(name.en): correct this and try again (\(lines.count)):\n  " + lines.map(\.en).joined(separator: "\n  ")))
  }
}

extension ApplicationDocument {
  /// Its number and the name of its center, as far as it has them.
  fileprivate var name: String {
    [registration["number"]?.string ?? "", form.center.name?.string ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// What was found of it, with its number before.
  fileprivate func numbered(_ found: JSONValue) -> JSONValue {
    guard var object = found.object else { return found }
    object["number"] = registration["number"] ?? .null
    return .object(object)
  }
}
