import Mustache
import Regulation
import TableFiles

/// What a template sees of a value.
///
/// Texts know how they are written on paper: `{{date(issued_on)}}` is 2026年11月30日, `{{#paragraphs(comment)}}` goes through the lines of a text.
enum MustacheValue {
  /// A value as a template sees it; what is `null` is not there.
  static func of(_ value: JSONValue) -> Any {
    switch value {
    case .null: return TemplateText("")
    case .bool(let truth): return truth
    case .number(let text): return TemplateText(text)
    case .string(let text): return TemplateText(text)
    case .array(let elements): return elements.map(of)
    case .object(let object):
      return Dictionary(object.members.map { ($0.key, of($0.value)) }) { first, _ in first }
    }
  }
}

/// A text in a template; an empty one counts as not there.
struct TemplateText: MustacheCustomRenderable, MustacheTransformable {
  let raw: String

  init(_ raw: String) { self.raw = raw }

  var renderText: String { raw }
  var isNull: Bool { raw.isEmpty }

  /// `date` writes a day the Chinese way, `paragraphs` parts a text into its lines, `article` cites an article in words,
  /// `cell` shows what is empty as a dash.
  func transform(_ name: String) -> Any? {
    switch name {
    case "date": Day(parsing: raw).map { TemplateText($0.chinese) } ?? self
    case "paragraphs": raw.split(separator: "\n", omittingEmptySubsequences: true).map { TemplateText(String($0)) }
    case "article": TemplateText(DocumentWords.citation(raw))
    case "cell": raw.isEmpty ? TemplateText("—") : self
    default: nil
    }
  }
}

extension Day {
  /// The day as papers write it: 2026年11月30日.
  var chinese: String {
    let (year, month, day) = components
    return "\(year)年\(month)月\(day)日"
  }
}
