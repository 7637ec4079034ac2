import GRDB
import Glibc
import Regulation

/// The rows of a link over many, such as an import, whose objects' names hold a text. Only these rows are read whole: of a hundred thousand
/// centers an import has forty megabytes, through which a search for a code takes some tens of milliseconds.
struct AuditRows {
  private let text: [UInt8]

  /// - Parameter text: a part of an object's name; not empty.
  init(naming text: String) { self.text = Array(text.utf8) }

  /// Whether any row of a link is of such an object.
  func areIn(_ link: Int64, _ db: Database) throws -> Bool { try !documents(of: link, limit: 1, db).isEmpty }

  /// The documents of the first such rows.
  func documents(of link: Int64, limit: Int, _ db: Database) throws -> [String] {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT rows FROM audit_rows WHERE seq = ?"), arguments: [link])
    guard let row, !text.isEmpty else { return [] }
    var found: [String] = []
    row.bytes(0).withUnsafeBytes { log in
      var place = 0
      while found.count < limit, let hit = AuditRows.first(text, in: log, from: place) {
        let start = AuditRows.lineStart(log, before: hit)
        let end = log[hit...].firstIndex(of: 0x0A) ?? log.count
        let line = UnsafeRawBufferPointer(rebasing: log[start..<end])
        if let told = ToldChange(line), told.object.utf8.count >= text.count, told.object.contains(String(decoding: text, as: UTF8.self)) {
          found.append(String(decoding: line, as: UTF8.self))
        }
        place = end + 1
      }
    }
    return found
  }

  private static func first(_ text: [UInt8], in log: UnsafeRawBufferPointer, from place: Int) -> Int? {
    guard let base = log.baseAddress else { return nil }
    return text.withUnsafeBytes { text -> Int? in
      guard let head = text.first, let wanted = text.baseAddress else { return nil }
      var place = place
      while place + text.count <= log.count {
        guard let hit = memchr(base + place, Int32(head), log.count - place - text.count + 1) else { return nil }
        place = UnsafeRawPointer(hit) - base
        if memcmp(base + place, wanted, text.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }

  private static func lineStart(_ log: UnsafeRawBufferPointer, before place: Int) -> Int {
    (log[..<place].lastIndex(of: 0x0A) ?? -1) + 1
  }
}
