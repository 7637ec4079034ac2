import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Takes an import back as one act: what it changed stands as it stood before, what it made is gone, and one link of the same act says so
  /// with the fact `undoes`. All of it or nothing. What a host declared of a form before it imported figures stays taken away: it is declared anew.
  ///
  /// - Parameter number: the import's link (``ImportOutcome/link``).
  /// - Returns: how many objects stand otherwise now.
  /// - Throws: ``StoreError/refused(_:)`` where anything of it was changed or used since, and by whom; where a step was taken since that rests on
  ///   it (a round was settled, material was given back); and for applications, which are taken back by their own steps.
  ///   ``StoreError/notPermitted(_:)`` for an import that somebody else did, ``StoreError/noSuch(_:_:)`` for a link that is no import.
  @discardableResult
  public func undoImport(_ number: Int64, by who: Acting) throws(StoreError) -> Int {
    let (act, rows) = try read(by: who) { db, member in try CenterStore.importToUndo(number, by: member, db) }
    return try transact(act, rows > 50 ? .many : .few, by: who) { operation in
      var undo = ImportUndo(operation: operation, undone: number, link: try operation.nextNumber())
      try undo.run(try ImportUndo.changes(of: number, operation.db), act)
      if let refusal = undo.refusal { throw refusal }
      guard let (document, _) = try CenterStore.linkOfRows(number, operation.db) else { throw StoreError.noSuch(.link, String(number)) }
      let facts = document.facts.filter { $0.name == "round" } + [("undoes", String(number))]
      try operation.append(act, Change(object: document.object, facts: facts, rows: undo.log.count, root: undo.log.root))
      try operation.keep(rows: undo.log, of: undo.link)
      return (undo.log.count, .commit)
    }
  }

  /// What an import was, and how many rows it has; whoever may not take it back learns nothing of it.
  private static func importToUndo(_ number: Int64, by member: Member, _ db: Database) throws -> (Act, rows: Int) {
    guard let row = try Row.fetchOne(db, sql: "SELECT act, login FROM audit WHERE seq = ?", arguments: [number]), row[1] == member.login,
      let act = Act(rawValue: row[0])
    else { throw StoreError.notPermitted(nil) }
    guard act.rawValue.hasPrefix("import."), let (document, rows) = try linkOfRows(number, db) else {
      throw StoreError.noSuch(.link, String(number))
    }
    if document.facts.contains(where: { $0.name == "undoes" }) {
      throw Refusal(Phrase(zh: "这一步本身就是撤销，不能再撤销；可重新导入", en: "this took an import back already; import the file again instead"))
    }
    if act == .importApplications {
      throw Refusal(
        article: "10",
        Phrase(
          zh: "申请的导入不能整体撤销：各件申请按自己的步骤退回、撤回", en: "applications are not taken back as a whole: each goes back by its own steps"))
    }
    return (act, rows)
  }

  private static func linkOfRows(_ number: Int64, _ db: Database) throws -> (ChangeDocument, rows: Int)? {
    guard let text = try String.fetchOne(db, sql: "SELECT change FROM audit WHERE seq = ?", arguments: [number]) else { return nil }
    let document = ChangeDocument(text)
    guard let rows = document.facts.first(where: { $0.name == "rows" }).flatMap({ Int($0.value) }) else { return nil }
    return (document, rows)
  }
}

/// An import that is being taken back.
struct ImportUndo {
  let operation: Operation
  /// The link of the import.
  let undone: Int64
  /// The link that takes it back.
  let link: Int64
  var log = RowLog()
  /// What stands against it, in the order in which it was found.
  private var objections: [Phrase] = []
  private var objectionCount = 0

  init(operation: Operation, undone: Int64, link: Int64) { (self.operation, self.undone, self.link) = (operation, undone, link) }

  var db: Database { operation.db }

  /// The changes of an import.
  static func changes(of link: Int64, _ db: Database) throws -> UndoneChanges {
    UndoneChanges(rows: try Row.fetchOne(db, sql: "SELECT rows FROM audit_rows WHERE seq = ?", arguments: [link])?.bytes(0) ?? [])
  }

  mutating func run(_ changes: UndoneChanges, _ act: Act) throws {
    switch act {
    case .importDepartments: try undoDepartments(changes)
    case .importOrganizations: try undoOrganizations(changes)
    case .importCenters: try undoCenters(changes)
    case .importExperts: try undoExperts(changes)
    case .importUsers: try undoUsers(changes)
    case .importConflicts: try undoConflicts(changes)
    case .importResults: try undoResults(changes)
    case .importFacts: try undoFacts(changes)
    case .importAttachments: try undoAttachments(changes)
    case .importScores: try undoScores(changes)
    default: throw StoreError.notPermitted(act)
    }
  }

  // MARK: - What stands against it

  /// How many objections are told one by one.
  private static let told = 5

  mutating func object(_ phrase: Phrase) {
    objectionCount += 1
    if objections.count < ImportUndo.told { objections.append(phrase) }
  }

  /// Whether a record still stands as the import wrote it; else who changed it since is noted.
  ///
  /// - Parameter recordLink: the link that the record bears; `nil` where it is gone.
  mutating func isUntouched(_ name: String, _ recordLink: Int64?) throws -> Bool {
    if recordLink == undone { return true }
    if let recordLink {
      object(Phrase(same: name) + (try since(by: recordLink, Phrase(zh: "改动", en: "changed"))))
    } else {
      object(Phrase(zh: "\(name) 已不在", en: "\(name) is gone"))
    }
    return false
  }

  /// “… by somebody since”.
  func since(by link: Int64?, _ what: Phrase) throws -> Phrase {
    let login = try link.flatMap { try String.fetchOne(db, sql: "SELECT login FROM audit WHERE seq = ?", arguments: [$0]) }
    guard let login else { return Phrase(zh: " 其后已被\(what.zh)", en: " was \(what.en) since") }
    return Phrase(zh: " 其后由 \(login) \(what.zh)", en: " was \(what.en) by \(login) since")
  }

  /// Why it is not taken back; `nil` where nothing stands against it.
  var refusal: Refusal? {
    if objections.isEmpty { return nil }
    let more = objectionCount - objections.count
    let list = Phrase(zh: objections.map(\.zh).joined(separator: "；"), en: objections.map(\.en).joined(separator: "; "))
    return Refusal(
      Phrase(zh: "不能撤销这次导入，什么也没有改动：", en: "the import cannot be taken back, and nothing was changed: ") + list
        + (more > 0 ? Phrase(zh: "；另有 \(more) 处", en: "; and \(more) more") : Phrase(same: "")))
  }
}

/// What an import changed, in its order; each is read when it is wanted, since there may be a hundred thousand.
struct UndoneChanges: Sequence {
  /// Their documents, each ended by a line feed.
  let rows: [UInt8]

  func makeIterator() -> AnyIterator<UndoneChange> {
    var start = 0
    return AnyIterator {
      guard let end = rows[start...].firstIndex(of: 0x0A) else { return nil }
      defer { start = end + 1 }
      return UndoneChange(ChangeDocument(String(decoding: rows[start..<end], as: UTF8.self)))
    }
  }
}

/// What an import changed of one object.
struct UndoneChange {
  /// The object's path, in its parts.
  let path: [String]
  /// How it stood before; `nil` where the import made it.
  let before: [String: String]?
  /// How the import left it.
  let after: Change.Fields
  let object: String

  init(_ document: ChangeDocument) {
    object = document.object
    path = document.object.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let old = document.fields.compactMap { field in field.before.map { (field.name, $0) } }
    before = old.isEmpty ? nil : Dictionary(old) { first, _ in first }
    after = document.fields.compactMap { field in field.after.map { (field.name, $0) } }
  }

  /// What the path says after its first parts, which may hold slashes itself.
  func rest(after parts: Int) -> String { path.dropFirst(parts).joined(separator: "/") }

  /// A field as it stood before; empty where it is not told.
  func old(_ name: String) -> String { before?[name] ?? "" }

  /// A text as it stood before.
  func oldText(_ name: String, _ shape: PlainText.Shape = .line) throws -> PlainText { try PlainText(old(name), shape) }

  /// A list as it stood before.
  func oldList(_ name: String) throws -> [PlainText] { try old(name).split(separator: ";").map { try PlainText(String($0)) } }

  /// The state before, in the order of what the import wrote.
  var restored: Change.Fields { after.map { ($0.name, old($0.name)) } }
}
