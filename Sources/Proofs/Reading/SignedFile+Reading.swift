import Crypto
import Regulation
import TableFiles
import Wording

/// A signed file taken apart: its members, the bytes that are signed, and the signature.
struct ReadFile {
  let members: JSONObject
  let signed: [UInt8]
  let signature: [UInt8]

  /// The most bytes that are read.
  static let limit = 64 << 20

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - kind: what it has to call itself.
  ///   - names: its members in their order, but for the signature.
  init(_ bytes: [UInt8], _ kind: String, _ names: [String]) throws(ProofProblem) {
    guard bytes.count <= ReadFile.limit else {
      throw ProofProblem(Phrase(zh: "文件超过 64 MiB", en: "the file has more than 64 MiB"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ProofProblem(Phrase(zh: "文件不是 UTF-8 文本", en: "the file is no UTF-8 text"))
    }
    let value: JSONValue
    do { value = try JSONReader.read(text, depthLimit: 8) } catch {
      throw ProofProblem(
        Phrase(
          zh: "文件不是 JSON（第 \(error.line) 行第 \(error.column) 字）", en: "the file is no JSON (line \(error.line), character \(error.column))"))
    }
    guard let object = value.object, object["kind"] == .string(kind) else {
      throw ProofProblem(Phrase(zh: "不是“\(kind)”文件", en: "this is no file of the kind “\(kind)”"))
    }
    guard object.keys == names + ["signature"] else {
      throw ProofProblem(
        Phrase(
          zh: "文件的项目应依次为：\(names.joined(separator: "、"))、signature",
          en: "the members must be, in this order: \(names.joined(separator: ", ")), signature"))
    }
    let hex = object["signature"]?.string ?? ""
    let tail = SignedFile.mark + hex.utf8 + "\"\n}\n".utf8
    guard let signature = Hex.bytes(hex), signature.count == 64, bytes.count > tail.count, bytes.suffix(tail.count).elementsEqual(tail)
    else {
      throw ProofProblem(Phrase(zh: "签名不合格式", en: "the signature is not of its form"))
    }
    self.signature = signature
    signed = Array(bytes.dropLast(tail.count))
    var members = object
    members["signature"] = nil
    self.members = members
  }

  /// Makes sure that what was read gives the same bytes: nothing is hidden between them.
  func finish(_ json: JSONObject) throws(ProofProblem) {
    guard SignedFile.head(of: json) == signed else {
      throw ProofProblem(
        Phrase(zh: "文件的写法与格式不符（空白、次序或数字的写法）", en: "the file is not written as its form wants it: blanks, order or figures"))
    }
  }

  /// Whether a key made the signature.
  func isSigned(by key: [UInt8]) -> Bool {
    (try? Curve25519.Signing.PublicKey(rawRepresentation: key))?.isValidSignature(signature, for: signed) ?? false
  }

  func string(_ name: String) throws(ProofProblem) -> String { try member(name, members[name]?.string) }
  func digest(_ name: String) throws(ProofProblem) -> Digest256 { try member(name, try Digest256(hex: string(name))) }
  func bytes(_ name: String, _ count: Int) throws(ProofProblem) -> [UInt8] {
    let bytes = try member(name, Hex.bytes(try string(name)))
    return try member(name, bytes.count == count ? bytes : nil)
  }
  func array(_ name: String) throws(ProofProblem) -> [JSONValue] { try member(name, members[name]?.array) }
  /// The elements of an array, each read.
  func each<T>(_ name: String, _ read: (JSONValue) -> T?) throws(ProofProblem) -> [T] {
    var elements: [T] = []
    for value in try array(name) { elements.append(try member(name, read(value))) }
    return elements
  }
  func text(_ name: String) throws(ProofProblem) -> ProofText { try member(name, members[name].flatMap { ReadFile.text($0) }) }

  /// What a member could be read as.
  func member<T>(_ name: String, _ value: T?) throws(ProofProblem) -> T {
    guard let value else { throw ProofProblem(Phrase(zh: "“\(name)”不合格式", en: "“\(name)” is not of its form")) }
    return value
  }

  /// Lines of a bound text.
  static func text(_ value: JSONValue) -> ProofText? {
    guard let array = value.array else { return nil }
    let lines = array.compactMap(\.string)
    return lines.count == array.count && !lines.contains { $0.utf8.contains(0x0A) } ? ProofText(lines: lines) : nil
  }

  /// A whole number.
  static func integer(_ value: JSONValue?) -> Int64? { value?.number.flatMap { Int64($0) } }
}
