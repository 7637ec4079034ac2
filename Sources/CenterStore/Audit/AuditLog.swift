import GRDB
import Regulation

/// A link of the chain in the list of the audit log.
public struct AuditLine: Sendable, Hashable {
  /// Its number.
  public let number: Int64
  /// When.
  public let time: Moment
  /// Who, by login.
  public let login: String
  /// Their name; `nil` where the login is no user's any more.
  public let name: String?
  /// By which way; `nil` for one that only a newer program knows.
  public let channel: Channel?
  /// What was done, in the words of the chain: a name of ``Regulation/Act``, or one that only a newer program knows.
  public let act: String
  /// The object: `sheet/2026/CODE/LOGIN`.
  public let object: String
}

/// Which links are looked for; what is `nil` or empty excludes none.
public struct AuditFilter: Sendable, Hashable {
  /// What was done.
  public var act: Act?
  /// Who did it.
  public var login: String?
  /// A part of the object's name, such as a center's code.
  public var object: String

  /// Makes a filter.
  public init(act: Act? = nil, login: String? = nil, object: String = "") {
    self.act = act
    self.login = login
    self.object = object
  }

  /// Whether it leaves every link.
  public var isEmpty: Bool { self == AuditFilter() }
}

/// A piece of the chain that was looked through from its end.
public struct AuditFinds: Sendable, Hashable {
  /// What was found, the latest first.
  public let lines: [AuditLine]
  /// Everything from this number on was looked at; the search goes on below it, and is over at 1.
  public let reached: Int64
}

/// One link of the chain, opened.
public struct AuditEntry: Sendable, Hashable {
  /// What the list says of it.
  public let line: AuditLine
  /// What changed.
  public let change: ChangeDocument
  /// The hash of the link before it.
  public let previous: Digest256
  /// Its hash.
  public let hash: Digest256
  /// The documents of the first rows of a link over many rows, or of those that were asked for; empty for others.
  public let rows: [String]
  /// What a request for changes asked for, with what stood on file before where that is known (article 31); empty for other links.
  public let asked: [Asked]

  /// A change that was asked for.
  public struct Asked: Sendable, Hashable {
    /// What it changes.
    public let change: CenterChange
    /// What stood there before; `nil` where that is not known any more.
    public let old: PlainText?
  }
}

extension CenterStore {
  /// The number of the last link.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators and the bureau, here and below.
  public func auditLength(by who: Acting) throws(StoreError) -> Int64 {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      return try Int64.fetchOne(db, sql: "SELECT max(seq) FROM audit") ?? 0
    }
  }

  /// The links of some numbers, the latest first; as quick at the beginning of a long chain as at its end.
  public func auditLines(_ numbers: ClosedRange<Int64>, by who: Acting) throws(StoreError) -> [AuditLine] {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      return try Row.fetchAll(
        db.cachedStatement(sql: CenterStore.auditSelection + "WHERE seq BETWEEN ? AND ? ORDER BY seq DESC"),
        arguments: [numbers.lowerBound, numbers.upperBound]
      ).map(CenterStore.auditLine)
    }
  }

  /// How many links one call of ``findLinks(_:below:by:)`` looks at, so that whoever waits can be shown what was found so far.
  public static let linksAtATime: Int64 = 20_000

  /// Looks through the chain from a number downwards, a piece at a time. Of a link over many rows, such as an import, the names of the rows'
  /// objects count as well.
  ///
  /// - Parameters:
  ///   - number: the links below it are looked at; `nil`: all, from the last one on.
  ///   - least: the links up to it are not looked at.
  public func findLinks(
    _ filter: AuditFilter, below number: Int64? = nil, above least: Int64 = 0, by who: Acting
  ) throws(StoreError) -> AuditFinds {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      let end = try number ?? (Int64.fetchOne(db, sql: "SELECT max(seq) FROM audit") ?? 0) + 1
      let start = max(1, least + 1, end - CenterStore.linksAtATime)
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: CenterStore.auditSelection + """
            WHERE seq >= ?1 AND seq < ?2 AND coalesce(?3, act) = act AND coalesce(?4, audit.login) = audit.login
              AND (?5 = '' OR instr(\(Schema.objectOfLink), ?5) > 0 OR seq IN (SELECT seq FROM audit_rows WHERE seq >= ?1 AND seq < ?2))
            ORDER BY seq DESC
            """), arguments: [start, end, filter.act?.rawValue, filter.login, filter.object])
      // What stands behind the object's name in a short document is no part of it.
      let inRows = AuditRows(naming: filter.object)
      let lines = try rows.map(CenterStore.auditLine).filter {
        try filter.object.isEmpty || $0.object.contains(filter.object) || inRows.areIn($0.number, db)
      }
      return AuditFinds(lines: lines, reached: start)
    }
  }

  /// The last link of a day or of a day before it; 0 where the chain begins later.
  public func lastLink(until day: Day, by who: Acting) throws(StoreError) -> Int64 {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      let end = Moment(day.adding(days: 1)).milliseconds
      var (low, high): (Int64, Int64) = (0, try Int64.fetchOne(db, sql: "SELECT max(seq) FROM audit") ?? 0)
      // Times only grow, so a few looks are enough.
      while low < high {
        let middle = (low + high + 1) / 2
        let time = try Int64.fetchOne(db.cachedStatement(sql: "SELECT time FROM audit WHERE seq = ?"), arguments: [middle]) ?? .min
        if time < end { low = middle } else { high = middle - 1 }
      }
      return low
    }
  }

  /// One link.
  ///
  /// - Parameter object: of a link over many rows those whose objects' names hold this are shown, where there is any; else the first ones.
  /// - Throws: ``StoreError/noSuch(_:_:)`` for a number that none has.
  public func auditEntry(_ number: Int64, rowsNaming object: String = "", by who: Acting) throws(StoreError) -> AuditEntry {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      guard let row = try Row.fetchOne(db, sql: CenterStore.auditSelection + "WHERE seq = ?", arguments: [number]),
        let link = try CenterStore.links(after: number - 1, db).next()
      else { throw StoreError.noSuch(.link, String(number)) }
      let previous = try Row.fetchOne(db, sql: "SELECT hash FROM audit WHERE seq = ?", arguments: [number - 1])
      return AuditEntry(
        line: CenterStore.auditLine(row), change: ChangeDocument(link.change),
        previous: previous.flatMap { Digest256(bytes: $0.bytes(0)) } ?? .zero, hash: link.hash,
        rows: link.standsForRows ? try CenterStore.rows(of: number, naming: object, db) : [],
        asked: try CenterStore.asked(in: link.change, db))
    }
  }

  /// How many rows of a link over many are shown.
  private static let shownRows = 100

  private static func rows(of number: Int64, naming object: String, _ db: Database) throws -> [String] {
    let named = object.isEmpty ? [] : try AuditRows(naming: object).documents(of: number, limit: shownRows, db)
    return named.isEmpty ? try firstRows(of: number, db) : named
  }

  /// What a request for changes asked for in a link: with the values that were on file when it was applied, or that are now while it is not.
  private static func asked(in document: String, _ db: Database) throws -> [AuditEntry.Asked] {
    let change = ChangeDocument(document)
    let path = change.object.split(separator: "/")
    guard path.count > 1, path[0] == MatterKind.change.rawValue else { return [] }
    let after = Dictionary(change.fields.map { ($0.name, $0.after ?? "") }) { first, _ in first }
    let changes: [CenterChange]
    if let text = after["matter"], let request = try? JSONText.decode(text) as ChangeRequest {
      changes = request.petition.changes
    } else if let text = after["step"], case .submit(let petition)? = try? JSONText.decode(text) as ChangeStep {
      changes = petition.changes
    } else {
      return []
    }
    let row = try Row.fetchOne(
      db, sql: "SELECT state, code FROM matter JOIN center ON center.id = center_id WHERE number = ?", arguments: [String(path[1])])
    guard let row, let now: ChangeRequest = try? JSONText.decode(row[0]), now.petition.changes == changes else {
      return changes.map { AuditEntry.Asked(change: $0, old: nil) }
    }
    var old = try values(changes, of: row[1], db)
    if case .applied(let applied) = now.state { old = applied.old }
    return zip(changes, old).map { AuditEntry.Asked(change: $0, old: $1) }
  }

  private static let auditSelection = """
    SELECT seq, time, audit.login, user.name, channel, act, \(Schema.objectOfLink) FROM audit LEFT JOIN user ON user.login = audit.login

    """

  private static func auditLine(_ row: Row) -> AuditLine {
    let object: String = row[6]
    return AuditLine(
      number: row[0], time: Moment(milliseconds: row[1]), login: row[2], name: row[3], channel: Channel(rawValue: row[4]), act: row[5],
      object: object.firstIndex(of: "\"").map { String(object[..<$0]) } ?? object)
  }

  /// The first rows of a link over many: a link may have very many.
  private static func firstRows(of number: Int64, _ db: Database) throws -> [String] {
    let row = try Row.fetchOne(db, sql: "SELECT substr(rows, 1, 20000) FROM audit_rows WHERE seq = ?", arguments: [number])
    guard let bytes = row?.bytes(0) else { return [] }
    let whole = bytes.split(separator: 0x0A).dropLast(bytes.last == 0x0A ? 0 : 1)
    return whole.prefix(shownRows).map { String(decoding: $0, as: UTF8.self) }
  }
}
