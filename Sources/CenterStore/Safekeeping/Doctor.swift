import GRDB
import Regulation
import Wording

/// Something that the doctor found wrong with a store.
public struct DoctorFinding: Sendable, Hashable {
  /// What was looked at, by the name that scripts read.
  public enum Check: String, Sendable, Hashable, CaseIterable {
    /// SQLite's own look at every page and index.
    case file
    /// Tables and indexes, held against those that this program makes.
    case schema
    /// That nothing refers to what is not there.
    case references
    /// The audit chain, link by link.
    case chain
    /// The files that are kept beside the store, held against the register of documents (articles 10, 27).
    case documents
    /// The names with which an application's is compared, held against the centers' (article 9.7).
    case names
  }

  /// What was looked at.
  public let check: Check
  /// The table, link, document or center that is concerned; may be empty.
  public let object: String
  /// What is wrong, for people.
  public let phrase: Phrase
}

extension CenterStore {
  /// Looks the whole store over: its file, its schema, the chain, the kept files, and what is kept twice. Reads everything, so a large store
  /// takes seconds.
  ///
  /// ```swift
  /// for finding in try store.examine(by: who) { print(finding.check, finding.object, finding.phrase.en) }
  /// ```
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators.
  public func examine(by who: Acting) throws(StoreError) -> [DoctorFinding] {
    try read(by: who) { _, member in
      guard member.role == .admin else { throw StoreError.notPermitted(nil) }
    }
    var findings = try pages()
    // One snapshot each: what is found damaged ends its own check only.
    for check in [CenterStore.schema, CenterStore.references, CenterStore.names] {
      do {
        findings += try read(by: who) { db, _ in try check(db) }
      } catch .damaged {
        findings.append(DoctorFinding(check: .file, object: "", phrase: CenterStore.unreadable))
      }
    }
    let verdict = try verifyChain(by: who)
    if let broken = verdict.broken {
      findings.append(
        DoctorFinding(
          check: .chain, object: String(broken),
          phrase: Phrase(zh: "审计链在第 \(broken) 环断开", en: "the chain is broken at link \(broken)")))
    }
    do {
      findings += try checkKeptFiles(by: who).map { DoctorFinding(check: .documents, object: $0.owner, phrase: $0.phrase) }
    } catch .damaged {
      findings.append(DoctorFinding(check: .file, object: "attachment", phrase: CenterStore.unreadable))
    }
    return findings
  }

  private static let unreadable = Phrase(zh: "有一部分读不出来", en: "a part of it cannot be read")

  /// By the connection that writes, where there is one: SQLite checks what a column may hold only where it could be written. It writes nothing,
  /// and no transaction is held.
  private func pages() throws(StoreError) -> [DoctorFinding] {
    do {
      return try StoreError.translating(path) {
        func lines(_ db: Database) throws -> [String] { try String.fetchAll(db, sql: "PRAGMA integrity_check") }
        return try (isReadOnly ? pool.read(lines) : pool.writeWithoutTransaction(lines)).filter { $0 != "ok" }.map {
          DoctorFinding(check: .file, object: "", phrase: Phrase(zh: "SQLite 报告：\($0)", en: "SQLite says: \($0)"))
        }
      }
    } catch .damaged {
      return [DoctorFinding(check: .file, object: "", phrase: CenterStore.unreadable)]
    }
  }

  /// Held against an empty store that is made for it.
  private static func schema(_ db: Database) throws -> [DoctorFinding] {
    func parts(_ db: Database) throws -> [String: String] {
      let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%'")
      return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
    let fresh = try DatabaseQueue()
    try Schema.migrator.migrate(fresh)
    let (ours, theirs) = (try fresh.read(parts), try parts(db))
    return Set(ours.keys).union(theirs.keys).filter { ours[$0] != theirs[$0] }.sorted().map { name in
      let phrase =
        theirs[name] == nil
        ? Phrase(zh: "缺少", en: "is missing")
        : ours[name] == nil ? Phrase(zh: "不是本程序建立的", en: "was not made by this program") : Phrase(zh: "已被改动", en: "was altered")
      return DoctorFinding(check: .schema, object: name, phrase: phrase)
    }
  }

  private static func references(_ db: Database) throws -> [DoctorFinding] {
    try Row.fetchAll(db, sql: "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2").map { row in
      let (parent, count): (String, Int) = (row[1], row[2])
      return DoctorFinding(
        check: .references, object: row[0],
        phrase: Phrase(zh: "有 \(count) 条指向 \(parent) 中不存在的记录", en: "\(count) of its rows refer to what is not in \(parent)"))
    }
  }

  private static func names(_ db: Database) throws -> [DoctorFinding] {
    guard try CenterNameIndex.isKept(db) else { return [] }
    return try CenterNameIndex.faults(db).map { code in
      DoctorFinding(
        check: .names, object: code, phrase: Phrase(zh: "用于比对的名称与登记的不符", en: "is compared by another name than it bears"))
    }
  }
}
