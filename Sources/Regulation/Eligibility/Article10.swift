import Wording

extension Eligibility {
  /// Article 10: 申报书, 实施方案, what else the call asks for, and the host's declaration that all is complete and true.
  static func article10(_ form: ApplicationForm) -> EligibilityFinding {
    let required = DocumentTitle.required(by: form.callDocuments ?? [])
    let list = Phrase(zh: required.map(\.string).joined(separator: "、"), en: required.map(\.string).joined(separator: ", "))
    let documents: EligibilityPart
    let asked = Phrase(zh: list.zh, en: list.en)
    if let there = form.documents {
      let titles = Set(there.map { DocumentTitle($0) })
      let missing = required.filter { !titles.contains(DocumentTitle($0)) }.map(\.string)
      let found =
        missing.isEmpty
        ? Phrase(zh: "齐全", en: "complete")
        : Phrase(zh: "缺\(missing.joined(separator: "、"))", en: "lacking \(missing.joined(separator: ", "))")
      documents = EligibilityPart(.documents, holds: missing.isEmpty, found: found, required: asked)
    } else {
      documents = EligibilityPart(.documents, holds: nil, found: EligibilityPart.notStated, required: asked)
    }
    let signed = form.declarationSigned
    let declaration = EligibilityPart(
      .declaration, holds: signed,
      found: signed.map { $0 ? Phrase(zh: "已签", en: "signed") : Phrase(zh: "未签", en: "not signed") } ?? EligibilityPart.notStated,
      required: Phrase(zh: "依托单位签署", en: "signed by the host"))
    return EligibilityFinding("10", basis: .declared, [documents, declaration])
  }
}

/// The title of a document as titles are compared: after normal form KC, without blanks at the ends, 《》 and an extension.
public struct DocumentTitle: Sendable, Hashable {
  private static let extensions = ["pdf", "docx", "doc", "wps", "ofd", "jpg", "png", "zip", "xlsx", "xls"]
  private let key: String

  /// Takes a title or the name of a file.
  public init(_ title: PlainText) {
    var text = NameKey(title).string
    text.removeAll { $0 == "《" || $0 == "》" }
    text = NameKey(text).string
    let lowered = text.lowercased()
    if let ending = DocumentTitle.extensions.first(where: { lowered.hasSuffix("." + $0) }) { text.removeLast(ending.count + 1) }
    key = NameKey(text).string
  }

  /// All that a call asks for: the two of article 10 first, each once.
  public static func required(by call: [PlainText]) -> [PlainText] {
    var seen: Set<DocumentTitle> = []
    return (Call.commonDocuments + call).filter { !DocumentTitle($0).key.isEmpty && seen.insert(DocumentTitle($0)).inserted }
  }
}
