import CenterStore
import Regulation
import TableFiles
import Wording

extension AttachmentEntry {
  /// Reads a document of an application's register; `nil` where it has no title. What is wrong is noted with the fields.
  init?(_ fields: DocumentFields) {
    fields.know(["title", "kind", "date", "file", "location", "sha256", "proves"])
    let date = fields.parsed("date", Phrase(zh: "应为日期，如 2026-03-31", en: "must be a day such as 2026-03-31")) { Day(parsing: $0) }
    let digest = fields.parsed(
      "sha256", Phrase(zh: "不是 SHA-256 摘要：须为 64 位十六进制数字", en: "is no SHA-256 digest, which has 64 hexadecimal digits")
    ) { Digest256(hex: $0.lowercased()) }
    let items = fields.texts("proves") ?? []
    let proofs = items.compactMap { Proof(ofApplication: $0.string) }
    if proofs.count < items.count {
      fields.miss(
        "proves",
        Phrase(
          zh: "应为条款号、步骤或信用核查，如 [\"9.2\", \"step/3\", \"credit/1\"]",
          en: "must be articles, steps or credit checks such as [\"9.2\", \"step/3\", \"credit/1\"]"))
    }
    guard let title = fields.text("title"), !title.isEmpty else {
      fields.miss("title", Phrase(zh: "附件须有名称", en: "a document needs a title"))
      return nil
    }
    self.init(
      title: title, kind: fields.text("kind") ?? .empty, date: date, file: fields.text("file") ?? .empty,
      location: fields.text("location") ?? .empty, digest: digest, proves: Set(proofs))
  }

  /// The document as a file carries it.
  var json: JSONValue {
    [
      "title": .string(title.string), "kind": .string(kind.string), "date": date.map { .string($0.description) } ?? .null,
      "file": .string(file.string), "location": .string(location.string), "sha256": digest.map { .string($0.description) } ?? .null,
      "proves": .strings(proves.sorted().map(\.wordOfApplication)),
    ]
  }
}

extension Proof {
  /// Reads a condition by its article (`9.2`, `10`), a step or a credit check by its place (`step/3`, `credit/1`).
  fileprivate init?(ofApplication text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1 where Proof.isArticle(text): self = .condition(text)
    case 2:
      guard let place = Int(parts[1]), place > 0 else { return nil }
      switch parts[0] {
      case "step": self = .step(place)
      case "credit": self = .creditCheck(place)
      default: return nil
      }
    default: return nil
    }
  }

  private static func isArticle(_ text: String) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(numbers.count) && numbers.allSatisfy { !$0.isEmpty && $0.count <= 2 && $0.allSatisfy(\.isWholeNumber) }
      && text.allSatisfy(\.isASCII)
  }

  fileprivate var wordOfApplication: String {
    if case .condition(let article) = self { article } else { description }
  }
}
