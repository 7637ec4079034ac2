import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// SQLite's own look at every page and index.
  public static let file: Self = "file"
  /// Tables and indexes, held against those that this program makes.
  public static let schema: Self = "schema"
  /// That nothing refers to what is not there.
  public static let references: Self = "references"
  /// The audit chain, link by link.
  public static let chain: Self = "chain"
  /// The files that are kept beside the store, held against the register of documents (articles 10, 27).
  public static let documents: Self = "documents"
  /// The names with which an application's is compared, held against the centers' (article 9.7).
  public static let names: Self = "names"
  /// The keys by which all other names are compared, held against the names.
  public static let keys: Self = "keys"
}

extension Invariant {
  /// What holds of the file, whatever is kept in it.
  static let safekeeping = [
    Invariant(
      .file, must: Phrase(zh: "数据文件的每一页、每个索引完好", en: "every page and index of the file is sound"),
      .store { store, _ throws(StoreError) in
        let found = try store.pages()
        return found.isEmpty ? try store.texts() : found
      }),
    Invariant(
      .schema, must: Phrase(zh: "表和索引与本程序建立的一致", en: "tables and indexes are those that this program makes"), .rows(schemaFaults)),
    Invariant(
      .references, must: Phrase(zh: "没有指向不存在的记录", en: "nothing refers to what is not there"), .rows(referenceFaults)),
    Invariant(
      .chain, must: Phrase(zh: "审计链环环相扣", en: "every link of the audit chain follows from the one before"),
      .store { store, who throws(StoreError) in
        guard let broken = try store.verifyChain(by: who).broken else { return [] }
        return [
          Breach(object: String(broken), phrase: Phrase(zh: "审计链在第 \(broken) 环断开", en: "the chain is broken at link \(broken)"))
        ]
      }),
    Invariant(
      .documents, "10", "13", "27",
      must: Phrase(zh: "留存的附件文件在，且与登记时一致", en: "kept files are there, and are what was put on file"),
      .store { store, who throws(StoreError) in
        try store.checkKeptFiles(by: who).map { Breach(object: $0.owner, phrase: $0.phrase) }
      }),
    Invariant(
      .names, "9.7", must: Phrase(zh: "中心按登记的名称比对", en: "centers are compared by the names that they bear"),
      .rows { db in
        guard try CenterNameIndex.isKept(db) else { return [] }
        return try CenterNameIndex.faults(db).map { code in
          Breach(object: code, phrase: Phrase(zh: "用于比对的名称与登记的不符", en: "is compared by another name than it bears"))
        }
      }),
    Invariant(
      .keys,
      must: Phrase(
        zh: "其他名称按登记的写法比对", en: "other names are compared as they are on file"),
      .rows(keyFaults)),
  ]

  private static func keyFaults(_ db: Database) throws -> [Breach] {
    var breaches: [Breach] = []
    for column in Schema.keys {
      let (name, key) = (column.name, column.key)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(name), \(key) FROM \(column.table) WHERE \(name) <> \(key) OR \(name) GLOB '\(Schema.uncommon)'")
      while let row = try rows.next() {
        if NameKey(row.text(0)).string == row.text(1) { continue }
        breaches.append(
          Breach(
            object: "\(column.table) \(row.text(0))", path: "\(column.table)/\(row.text(0))",
            phrase: Phrase(
              zh: "不按所登记的名称比对，或与另一条只差看不见的字符：请更正其中一条",
              en: "is compared by another name than it bears, or differs from another by nothing that is seen: correct one of them")))
      }
    }
    return breaches
  }

  /// What is said where a part of the file cannot be read.
  static let unreadable = Breach(object: "", phrase: Phrase(zh: "有一部分读不出来", en: "a part of it cannot be read"))

  /// Held against an empty store that is made for it.
  private static func schemaFaults(_ db: Database) throws -> [Breach] {
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
      return Breach(object: name, phrase: phrase)
    }
  }

  private static func referenceFaults(_ db: Database) throws -> [Breach] {
    try Row.fetchAll(db, sql: "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2").map { row in
      let (parent, count): (String, Int) = (row[1], row[2])
      return Breach(
        object: row[0], phrase: Phrase(zh: "有 \(count) 条指向 \(parent) 中不存在的记录", en: "\(count) of its rows refer to what is not in \(parent)")
      )
    }
  }
}

extension CenterStore {
  /// By the connection that writes, where there is one: SQLite checks what a column may hold only where it could be written. It writes nothing,
  /// and no transaction is held.
  fileprivate func pages() throws(StoreError) -> [Invariant.Breach] {
    try StoreError.translating(path) {
      func lines(_ db: Database) throws -> [String] { try String.fetchAll(db, sql: "PRAGMA integrity_check") }
      let said = try (isReadOnly ? pool.read(lines) : pool.writeWithoutTransaction(lines)).flatMap { $0.split(separator: "\n") }
      return said.filter { $0 != "ok" && !$0.hasPrefix("***") }.map {
        Invariant.Breach(object: "", phrase: Phrase(zh: "SQLite 报告：\($0)", en: "SQLite says: \($0)"))
      }
    }
  }

  /// Texts whose bytes are no UTF-8: SQLite does not mind, and the program writes none.
  fileprivate func texts() throws(StoreError) -> [Invariant.Breach] {
    try StoreError.translating(path) {
      try pool.read { db in
        let tables = try String.fetchAll(
          db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        return try tables.compactMap { table in
          let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", arguments: [table])
          if columns.isEmpty { return nil }
          let bytes = columns.map { "CAST(\($0.quotedDatabaseIdentifier) AS BLOB)" }.joined(separator: ", ")
          let rows = try Row.fetchCursor(db, sql: "SELECT \(bytes) FROM \(table.quotedDatabaseIdentifier)")
          var count = 0
          while let row = try rows.next() {
            if columns.indices.contains(where: { String(validating: row.bytes($0), as: UTF8.self) == nil }) { count += 1 }
          }
          return count == 0
            ? nil
            : Invariant.Breach(
              object: table, phrase: Phrase(zh: "有 \(count) 条的文字残缺", en: "the texts of \(count) of its rows are cut or overwritten"))
        }
      }
    }
  }
}
