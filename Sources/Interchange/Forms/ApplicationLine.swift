import Regulation
import TableFiles
import Wording

/// One line of the application (申报书) as a workbook: which field of its document it is, what it is called, and what may stand there (articles 9 and 10).
struct ApplicationLine: Sendable {
  /// What may stand in a line.
  enum Content: Sendable, Hashable {
    /// Words.
    case text
    /// Words out of a list, if the list is not empty.
    case choice([String])
    /// Yes or no.
    case answer
    /// How many.
    case count
    /// 10,000 yuan (万元).
    case money
    /// Percent.
    case share
    /// Texts parted by `；`.
    case list
  }

  /// The path of its field in the document: `host.kind`.
  let path: String
  /// What it is called.
  let label: Phrase
  /// What it is counted in.
  var unit = Phrase(same: "")
  /// What may stand there.
  let content: Content
  /// Whether whoever fills the form in writes there.
  var isOpen = true

  /// How many co-builders a blank form has room for.
  private static let builders = 5
  /// Says whether there are any co-builders.
  static let hasBuilders = "has_co_builders"

  /// The lines of a form.
  ///
  /// - Parameters:
  ///   - fields: the fields of technology of the call.
  ///   - count: how many co-builders there are already.
  static func all(fields: [String], coBuilders count: Int) -> [ApplicationLine] {
    let money = Phrase(zh: "万元", en: "10k yuan")
    return [
      ApplicationLine(path: "number", label: Phrase(zh: "申请编号", en: "number"), content: .text, isOpen: false),
      ApplicationLine(path: "call_year", label: Phrase(zh: "申报年度", en: "year of the call"), content: .count, isOpen: false),
      ApplicationLine(path: "department", label: Phrase(zh: "归口管理部门", en: "department"), content: .text),
      ApplicationLine(path: "applicant", label: Phrase(zh: "申请账号（由工作人员导入时填写）", en: "applicant's login (for staff)"), content: .text),
      of(.centerName, .text),
      ApplicationLine(path: "center.field", label: Phrase(zh: "技术领域", en: "field of technology"), content: .choice(fields)),
      of(.researchDirection, .text), of(.researchContent, .text), of(.goals, .text),
      ApplicationLine(path: "host.name", label: Phrase(zh: "依托单位名称", en: "name of the host"), content: .text),
      of(.hostKind, .choice(kinds)), of(.registeredIn, .text), of(.legalPerson, .answer), of(.technicalAdvantage, .answer),
      of(.independentRDUnit, .answer), of(.lastYearRevenue, .money, money), of(.lastYearTechnologySpending, .money, money),
      ApplicationLine(
        path: "own_ip", label: Phrase(zh: "自主知识产权", en: "own intellectual property"), unit: Phrase(zh: "件", en: "pieces"), content: .count),
      ApplicationLine(path: "proprietary_technology", label: Phrase(zh: "专有技术", en: "proprietary technology"), content: .answer),
      of(.industryUniversityCooperation, .answer), of(.projectCapability, .answer), of(.transferExperience, .answer),
      of(.resourceIntegration, .answer), of(.creditGood, .answer), of(.guaranteeConditions, .answer), of(.leader, .text),
      of(.teamStructureSound, .answer), of(.fixedStaff, .count, Phrase(zh: "人", en: "people")), of(.premises, .answer),
      of(.instruments, .answer), of(.pilotTest, .answer), of(.inspection, .answer),
      ApplicationLine(path: hasBuilders, label: Phrase(zh: "有无共建单位", en: "any co-builders"), content: .answer),
    ] + (0..<max(builders, count)).flatMap(coBuilder)
      + [
        of(.shareOfConditions, .share, Phrase(same: "%")), of(.shareOfStaff, .share, Phrase(same: "%")),
        of(.shareOfProjects, .share, Phrase(same: "%")), of(.shareOfResults, .share, Phrase(same: "%")),
        ApplicationLine(path: "documents", label: Phrase(zh: "已备材料", en: "documents at hand"), content: .list), of(.declaration, .answer),
      ]
  }

  private static let kinds = HostKind.allCases.map(\.phrase.zh)

  private static func of(_ subject: EligibilitySubject, _ content: Content, _ unit: Phrase = Phrase(same: "")) -> ApplicationLine {
    ApplicationLine(path: subject.path, label: subject.phrase + Citation.bracketed(subject.article), unit: unit, content: content)
  }

  private static func coBuilder(_ place: Int) -> [ApplicationLine] {
    func line(_ field: String, _ label: Phrase, _ content: Content) -> ApplicationLine {
      ApplicationLine(
        path: "co_builders[\(place)].\(field)", label: Phrase(zh: "共建单位 \(place + 1) ", en: "co-builder \(place + 1): ") + label,
        content: content)
    }
    return [
      line("name", Phrase(zh: "名称", en: "name"), .text), line("kind", Phrase(zh: "类型", en: "kind"), .choice(kinds)),
      line("province", Phrase(zh: "所在省份", en: "province"), .text),
      line("agreement_signed", Phrase(zh: "协议已签", en: "agreement signed"), .answer),
    ]
  }
}

extension ApplicationLine {
  /// What stands in a line of a document; empty where nothing is known.
  func text(of document: JSONValue, _ language: Language) -> String {
    if path == ApplicationLine.hasBuilders {
      return (document.object?["co_builders"]?.array).map { ApplicationLine.word($0.isEmpty ? false : true, language) } ?? ""
    }
    switch value(in: document) {
    case .string(let text): return HostKind(rawValue: text).map { content.isChoiceOfKinds ? $0.phrase.zh : text } ?? text
    case .number(let text): return text
    case .bool(let answer): return ApplicationLine.word(answer, language)
    case .array(let entries): return entries.compactMap(\.string).joined(separator: "；")
    case .null, .object, nil: return ""
    }
  }

  private static func word(_ answer: Bool, _ language: Language) -> String {
    (answer ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no"))[language]
  }

  private func value(in document: JSONValue) -> JSONValue? {
    var value: JSONValue? = document
    for step in path.split(whereSeparator: { ".[]".contains($0) }) {
      if let place = Int(step) {
        guard let entries = value?.array, entries.indices.contains(place) else { return nil }
        value = entries[place]
      } else {
        value = value?.object?[String(step)]
      }
    }
    return value
  }

  /// What somebody wrote in a line as the value of its field; `nil` where it is none.
  func value(of text: String) -> JSONValue? {
    switch content {
    case .text, .choice: return .string(text)
    case .answer:
      let word = NameKey(text).string.lowercased()
      return ["是", "有", "yes", "true", "1", "√", "✓"].contains(word)
        ? true : ["否", "无", "no", "false", "0", "×"].contains(word) ? false : nil
    case .count: return (try? DecimalText(text).wholeNumber()).map { .integer($0) }
    case .money, .share: return (try? DecimalText(text).hundredths()).map { .number(Hundredths($0).description) }
    case .list: return .strings(text.split { "；;\n".contains($0) }.map(String.init).filter { !$0.allSatisfy(\.isWhitespace) })
    }
  }

  /// What may be written there instead of what was.
  var remedy: Phrase {
    switch content {
    case .answer: Phrase(zh: "应为“是”或“否”，未知留空", en: "must be yes or no; left empty where it is not known")
    case .count: Phrase(zh: "应为整数，未知留空", en: "must be a whole number; left empty where it is not known")
    default: Phrase(zh: "应为至多两位小数的数，未知留空", en: "must be a number with two decimals at most; left empty where it is not known")
    }
  }
}

extension ApplicationLine.Content {
  fileprivate var isChoiceOfKinds: Bool { if case .choice(let words) = self { words == HostKind.allCases.map(\.phrase.zh) } else { false } }
}
