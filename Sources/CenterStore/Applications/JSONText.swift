import Foundation
import GRDB

/// Values of the rules' own types as JSON text in a column.
enum JSONText {
  /// The text; the same value always gives the same text.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The value of a text that this program wrote.
  ///
  /// - Throws: a `DatabaseError` of damage where the text is none of its.
  static func decode<Value: Decodable>(_ text: String) throws -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a document in the store cannot be read: \(error)")
    }
  }

  /// What a document holds, one entry a value, by its path: `host.name`. For the chain, which keeps what changed.
  static func paths(_ text: String) throws -> [String: String] {
    var found: [String: String] = [:]
    func walk(_ value: Any, _ path: String) {
      switch value {
      case let object as [String: Any]:
        for (key, value) in object { walk(value, path.isEmpty ? key : "\(path).\(key)") }
      case let list as [Any]:
        for (place, value) in list.enumerated() { walk(value, "\(path)[\(place)]") }
      default: found[path] = "\(value)"
      }
    }
    walk(try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed]), "")
    return found
  }
}
