import GRDB
import Regulation

/// A term of one of the lists that staff keep: a field, an industry of the “2+8”, a county cluster (articles 3 and 8).
public struct TermRecord: Sendable, Hashable, Codable {
  /// Which list it stands in.
  public var kind: TermKind
  /// Its name, as centers, applications and calls write it.
  public var name: PlainText
  /// Its English name.
  public var english: PlainText
  /// The county of a cluster; empty where none is said, and for what is no cluster.
  public var county: PlainText

  /// Makes a record.
  public init(kind: TermKind, name: PlainText, english: PlainText, county: PlainText = .empty) {
    self.kind = kind
    self.name = name
    self.english = english
    self.county = county
  }
}

/// A term as it stands in its list.
public struct TermLine: Sendable, Hashable {
  /// The number under which the store keeps it, whatever it is called.
  public let id: Int64
  /// What it is called.
  public let record: TermRecord
  /// Since when it is retired: it stays wherever it is on file, and is offered for nothing new; `nil`: it is not.
  public let retiredOn: Day?
}

extension CenterStore {
  /// Every term of the lists, retired ones too: fields, then industries, then clusters, each in the order in which they were entered. What
  /// gathers the rest, 其他, comes last in its list.
  public func terms(by who: Acting) throws(StoreError) -> [TermLine] {
    try read(by: who) { db, _ in try CenterStore.terms(db) }
  }

  static func terms(_ db: Database) throws -> [TermLine] {
    let order = "CASE kind WHEN 'field' THEN 0 WHEN 'industry' THEN 1 ELSE 2 END, name = '其他', id"
    return try Row.fetchAll(db, sql: "SELECT kind, name, english, county, retired_on, id FROM term ORDER BY \(order)").map {
      try TermLine($0)
    }
  }
}

extension TermLine {
  /// The line of a row.
  init(_ row: Row) throws {
    record = TermRecord(
      kind: TermKind(rawValue: row[0]) ?? .field, name: try PlainText(row[1]), english: try PlainText(row[2]), county: try PlainText(row[3])
    )
    id = row[5]
    retiredOn = try (row[4] as String?).map { try CenterStore.day($0) }
  }
}
