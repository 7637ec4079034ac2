import GRDB
import Regulation
import Search
import Wording

/// A view of the registry that somebody saved under a name, to see it again.
public struct SavedFilter: Sendable, Hashable {
  /// What it is called.
  public var name: PlainText
  /// What the registry is narrowed to.
  public var filter: RegistryFilter
  /// How it is sorted.
  public var sort: RegistrySort
  /// What is searched in it; may be empty.
  public var search: PlainText

  /// The longest name, in characters.
  public static let longestName = 40
  /// How many somebody may keep.
  public static let most = 50

  /// Makes one.
  public init(_ name: PlainText, _ filter: RegistryFilter, _ sort: RegistrySort = RegistrySort(), search: PlainText = .empty) {
    self.name = name
    self.filter = filter
    self.sort = sort
    self.search = search
  }

  /// What is kept of it beside the name.
  private struct Document: Codable {
    var filter: RegistryFilter
    var sort: RegistrySort
    var search: PlainText
  }

  fileprivate init(_ name: String, _ document: String) throws {
    let document: Document = try JSONText.decode(document)
    self.init(try PlainText(name), document.filter, document.sort, search: document.search)
  }

  fileprivate func document() throws -> String { try JSONText.encode(Document(filter: filter, sort: sort, search: search)) }
}

extension CenterStore {
  /// The filters that one saved oneself, by pinyin. Nobody else's is ever told.
  public func savedFilters(by who: Acting) throws(StoreError) -> [SavedFilter] {
    try read(by: who) { db, member in
      let rows = try Row.fetchAll(db, sql: "SELECT name, document FROM saved_filter WHERE login = ?", arguments: [member.login])
      return try rows.map { try SavedFilter($0[0], $0[1]) }.inPinyinOrder(of: \.name.string)
    }
  }

  /// Keeps a filter, in the place of one of the same name. As with ``setPreference(_:to:by:)`` nothing is appended to the audit chain.
  ///
  /// - Throws: ``StoreError/refused(_:)`` without a name, for one that is too long, and where somebody has ``SavedFilter/most`` already.
  public func saveFilter(_ filter: SavedFilter, by who: Acting) throws(StoreError) {
    try keepingFilters(who) { db, login in
      try CenterStore.requireName(filter.name)
      try db.execute(
        sql: """
          INSERT INTO saved_filter(login, name, document) VALUES (?, ?, ?) ON CONFLICT(login, name) DO UPDATE SET document = excluded.document
          """, arguments: [login, filter.name.string, try filter.document()])
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM saved_filter WHERE login = ?", arguments: [login]) ?? 0
      if count > SavedFilter.most {
        throw Refusal(
          article: nil,
          Phrase(zh: "最多保存 \(SavedFilter.most) 个筛选，请先删除不用的", en: "at most \(SavedFilter.most) filters are kept: delete one first"))
      }
    }
  }

  /// Gives a saved filter another name.
  ///
  /// - Throws: ``StoreError/refused(_:)`` where there is none of the old name, or one of the new; as ``saveFilter(_:by:)``.
  public func renameFilter(_ name: PlainText, to new: PlainText, by who: Acting) throws(StoreError) {
    try keepingFilters(who) { db, login in
      try CenterStore.requireName(new)
      if name == new { return }
      let isTaken = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM saved_filter WHERE login = ? AND name = ?)", arguments: [login, new.string])
      if isTaken == true {
        throw Refusal(article: nil, Phrase(zh: "已有名为“\(new)”的筛选", en: "there is a filter called “\(new)” already"))
      }
      try db.execute(
        sql: "UPDATE saved_filter SET name = ? WHERE login = ? AND name = ?", arguments: [new.string, login, name.string])
      if db.changesCount == 0 { throw Refusal(article: nil, Phrase(zh: "没有名为“\(name)”的筛选", en: "there is no filter called “\(name)”")) }
    }
  }

  /// Throws a saved filter away; where there is none of that name, nothing happens.
  public func deleteFilter(_ name: PlainText, by who: Acting) throws(StoreError) {
    try keepingFilters(who) { db, login in
      try db.execute(sql: "DELETE FROM saved_filter WHERE login = ? AND name = ?", arguments: [login, name.string])
    }
  }

  private static func requireName(_ name: PlainText) throws {
    if name.isEmpty { throw Refusal(article: nil, Phrase(zh: "须写明名称", en: "a name is needed")) }
    if name.string.unicodeScalars.count > SavedFilter.longestName {
      throw Refusal(
        article: nil,
        Phrase(zh: "名称不超过 \(SavedFilter.longestName) 个字", en: "a name has at most \(SavedFilter.longestName) characters"))
    }
  }

  /// Writes what somebody keeps for themselves: any role, a viewer too.
  private func keepingFilters(_ who: Acting, _ body: (Database, _ login: String) throws -> Void) throws(StoreError) {
    try change { db in
      try body(db, try Member.require(who.login, db).login)
      return ((), .commit)
    }
  }
}
