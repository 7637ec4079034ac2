import Regulation
import TableFiles
import Wording

/// What is wrong with a document, gathered while it is read.
final class DocumentProblems {
  private(set) var list: [DocumentProblem] = []

  func add(_ path: String, _ message: Phrase) { list.append(DocumentProblem(path: path, message)) }
}

/// The fields of one object of a document, read by name. `nil` is a field that is missing, `null`, or wrong; what is wrong is noted.
struct DocumentFields {
  private let object: JSONObject
  private let path: String
  private let problems: DocumentProblems

  init(_ object: JSONObject, path: String, _ problems: DocumentProblems) {
    self.object = object
    self.path = path
    self.problems = problems
  }

  /// Notes every field that is none of these.
  func know(_ names: [String]) {
    for key in object.keys where !names.contains(key) {
      let known = names.joined(separator: ", ")
      problems.add(
        place(SafeExcerpt(key).string), Phrase(zh: "没有这个字段；可用字段：\(known)", en: "is not a field; the fields here are: \(known)"))
    }
  }

  /// A text; an empty one is stated to be empty.
  func text(_ name: String, _ shape: PlainText.Shape = .line) -> PlainText? {
    guard let value = value(name) else { return nil }
    guard case .string(let raw) = value else {
      return refuse(name, value, Phrase(zh: "应为文本，写在引号内", en: "must be a text in quotation marks"))
    }
    return plain(raw, place(name), shape)
  }

  /// A yes or no.
  func answer(_ name: String) -> Bool? {
    guard let value = value(name) else { return nil }
    guard case .bool(let answer) = value else {
      return refuse(name, value, Phrase(zh: "应为 true 或 false，未知写 null", en: "must be true or false; write null where it is not known"))
    }
    return answer
  }

  /// A figure of 0 or more, at most `limit`.
  func figure(_ name: String, upTo limit: ExactDecimal? = nil) -> ExactDecimal? {
    guard let value = value(name) else { return nil }
    guard case .number(let text) = value else {
      return refuse(
        name, value, Phrase(zh: "应为数字，不加引号，未知写 null", en: "must be a number without quotation marks; write null where it is not known"))
    }
    do {
      let figure = try ExactDecimal(parsing: text)
      if let limit, figure.isNegative || figure > limit {
        problems.add(place(name), Phrase(zh: "为 \(figure)，应在 0 至 \(limit) 之间", en: "is \(figure); it must lie between 0 and \(limit)"))
        return nil
      }
      if figure.isNegative {
        problems.add(place(name), Phrase(zh: "为 \(figure)，不能小于 0", en: "is \(figure); it must not be below 0"))
        return nil
      }
      return figure
    } catch {
      let reason =
        error == .tooPrecise
        ? Phrase(zh: "小数位过多，至多 \(ExactDecimal.places) 位", en: "has more than \(ExactDecimal.places) decimals") : error.phrase
      problems.add(place(name), Phrase(zh: "\(SafeExcerpt(text)) \(reason.zh)", en: "\(SafeExcerpt(text)) \(reason.en)"))
      return nil
    }
  }

  /// A whole number of 0 or more.
  func count(_ name: String) -> Int? {
    guard let figure = figure(name) else { return nil }
    guard let count = figure.wholeNumber else {
      problems.add(place(name), Phrase(zh: "为 \(figure)，应为整数", en: "is \(figure); it must be a whole number"))
      return nil
    }
    return count
  }

  /// What is read from a text.
  func parsed<Value>(_ name: String, _ remedy: Phrase, _ parse: (String) -> Value?) -> Value? {
    guard let value = value(name) else { return nil }
    guard case .string(let raw) = value, let parsed = parse(raw) else { return refuse(name, value, remedy) }
    return parsed
  }

  /// Notes that a field is missing that must be there.
  func miss(_ name: String, _ remedy: Phrase) { problems.add(place(name), remedy) }

  /// A term of the regulation.
  func term<T: Term>(_ name: String, _ term: T.Type) -> T? {
    let words = T.allCases.map(\.rawValue).joined(separator: ", ")
    let choice = Phrase(zh: "应为以下之一：\(words)", en: "must be one of \(words)")
    guard let value = value(name) else { return nil }
    guard case .string(let raw) = value else { return refuse(name, value, choice) }
    guard let term = T(lenient: raw) else { return refuse(name, value, choice) }
    return term
  }

  /// A list of texts.
  func texts(_ name: String) -> [PlainText]? {
    elements(name, of: Phrase(zh: "应为文本的数组，如 [\"…\"]", en: "must be an array of texts like [\"…\"]"))?.enumerated().compactMap {
      number, value in
      let path = "\(place(name))[\(number)]"
      guard case .string(let raw) = value else {
        problems.add(path, DocumentFields.wrong(value) + Phrase(zh: "应为文本，写在引号内", en: "must be a text in quotation marks"))
        return nil
      }
      return plain(raw, path, .line)
    }
  }

  /// A list of objects.
  func objects(_ name: String) -> [DocumentFields]? {
    let shape = Phrase(zh: "应为对象的数组，没有写 []，未知写 null", en: "must be an array of objects; write [] for none and null where it is not known")
    return elements(name, of: shape)?.enumerated().compactMap { number, value in
      let path = "\(place(name))[\(number)]"
      guard case .object(let object) = value else {
        problems.add(path, DocumentFields.wrong(value) + Phrase(zh: "应为对象 {…}", en: "must be an object {…}"))
        return nil
      }
      return DocumentFields(object, path: path, problems)
    }
  }

  /// An object; one that is missing has no fields.
  func part(_ name: String) -> DocumentFields {
    let empty = DocumentFields(JSONObject(), path: place(name), problems)
    guard let value = value(name) else { return empty }
    guard case .object(let object) = value else {
      let _: Never? = refuse(name, value, Phrase(zh: "应为对象 {…}，未知写 null", en: "must be an object {…}; write null where it is not known"))
      return empty
    }
    return DocumentFields(object, path: place(name), problems)
  }

  // MARK: What is wrong

  private func value(_ name: String) -> JSONValue? {
    // Written out, because `nil` alone would be read as JSON's null.
    guard let value = object[name], !value.isNull else { return Optional<JSONValue>.none }
    return value
  }

  private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  private func elements(_ name: String, of shape: Phrase) -> [JSONValue]? {
    guard let value = value(name) else { return nil }
    guard case .array(let elements) = value else { return refuse(name, value, shape) }
    return elements
  }

  private func refuse<T>(_ name: String, _ value: JSONValue, _ remedy: Phrase) -> T? {
    problems.add(place(name), DocumentFields.wrong(value) + remedy)
    return nil
  }

  private func plain(_ raw: String, _ path: String, _ shape: PlainText.Shape) -> PlainText? {
    do { return try PlainText(raw, shape) } catch {
      problems.add(path, error.phrase)
      return nil
    }
  }

  /// What stands there instead.
  private static func wrong(_ value: JSONValue) -> Phrase {
    switch value {
    case .null: Phrase(zh: "为 null，", en: "is null; it ")
    case .bool(let value): Phrase(zh: "为 \(value)，", en: "is \(value); it ")
    case .number(let text): Phrase(zh: "为数字 \(SafeExcerpt(text))，", en: "is the number \(SafeExcerpt(text)); it ")
    case .string(let text): Phrase(zh: "为文本“\(SafeExcerpt(text))”，", en: "is the text “\(SafeExcerpt(text))”; it ")
    case .array: Phrase(zh: "为数组，", en: "is an array; it ")
    case .object: Phrase(zh: "为对象，", en: "is an object; it ")
    }
  }
}
