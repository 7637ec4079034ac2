import Foundation
import GRDB
import Regulation

extension CenterTimeline {
  /// A link as a timeline reads it.
  struct StoredLink {
    let number: Int64
    let time: Int64
    let login: String
    let name: String?
    let role: String?
    let act: String
    let change: String
  }

  /// What of a link's document a timeline reads.
  struct RecordDocument: Decodable {
    let object: String
    let before: [String: String]?
    let after: [String: String]?

    /// The fields that differ, in the order of files; `nil` where the record is new.
    var changes: [CenterHappening.FieldChange]? {
      guard let before, let after else { return nil }
      return CenterRecord.fieldNames.compactMap { field in
        let (old, new) = (before[field] ?? "", after[field] ?? "")
        return old == new ? nil : CenterHappening.FieldChange(field: field, before: old, after: new)
      }
    }
  }

  /// The links of some acts whose object begins so.
  func links(of acts: String, _ object: String) throws -> [StoredLink] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT seq, time, audit.login, user.name, user.role, act, change FROM audit LEFT JOIN user USING (login)
          WHERE act IN (\(acts)) AND \(Schema.objectOfLink) >= ?1 AND \(Schema.objectOfLink) < ?2 ORDER BY seq
          """), arguments: [object, object + "\u{10FFFF}"]
    ).map { StoredLink(number: $0[0], time: $0[1], login: $0[2], name: $0[3], role: $0[4], act: $0[5], change: $0[6]) }
  }

  mutating func add(_ matter: CenterHappening.Matter, _ link: StoredLink) {
    add(matter, on: Moment(milliseconds: link.time).day, link: link.number, login: link.login, role: link.role, name: link.name)
  }
}

extension Data {
  /// The first line that holds a text.
  func line(holding text: String) -> String? {
    guard let found = range(of: Data(text.utf8)) else { return nil }
    let start = self[..<found.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? startIndex
    let end = self[found.upperBound...].firstIndex(of: 0x0A) ?? endIndex
    return String(decoding: self[start..<end], as: UTF8.self)
  }
}
