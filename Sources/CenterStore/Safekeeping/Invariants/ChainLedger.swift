import GRDB
import Regulation
import Wording

/// What the audit chain says last of each object, gathered in one pass over all links and their rows.
///
/// Only digests are held: some dozens of bytes an object, so that a million of them fit.
struct ChainLedger {
  private let subjects: [KeptSubject]
  private let candidates: [Substring: [Int]]
  private var objects: [UInt64: Entry] = [:]
  /// The digests of the fields of each object; `0` where the chain does not say.
  private var values: [UInt64] = []
  private var keys: [UInt64: UInt64] = [:]
  /// The objects of each place, for those that may come to stand under another name there.
  private var places: [UInt64: Set<UInt64>] = [:]

  private struct Entry {
    /// The last link that speaks of it.
    var link: Int64
    /// Whether it is there after that.
    var isThere: Bool
    let subject: Int
    /// Where its fields begin.
    let place: Int
  }

  /// Where each subject differs from what the chain says last of it, in the order of the subjects.
  static func breaches(of subjects: [KeptSubject], _ db: Database) throws -> [[Invariant.Breach]] {
    var ledger = ChainLedger(subjects)
    try ledger.read(db)
    return try subjects.indices.map { try ledger.compare($0, db) }
  }

  private init(_ subjects: [KeptSubject]) {
    self.subjects = subjects
    candidates = Dictionary(grouping: subjects.indices) { subjects[$0].pattern.first ?? "" }
  }

  // MARK: The chain

  private mutating func read(_ db: Database) throws {
    try ChainLedger.eachDocument(of: nil, db) { document, link in note(document, link) }
  }

  /// Hands over what each link, or each row of one, says.
  ///
  /// - Parameter link: one link's alone; `nil`: all, in order.
  private static func eachDocument(
    of link: Int64?, _ db: Database, _ body: (UnsafeRawBufferPointer, Int64) -> Void
  ) throws {
    let links = try Row.fetchCursor(
      db,
      sql: """
        SELECT audit.seq, change, rows FROM audit LEFT JOIN audit_rows USING (seq)
        \(link == nil ? "" : "WHERE audit.seq = ?") ORDER BY audit.seq
        """, arguments: link.map { [$0] } ?? [])
    while let row = try links.next() {
      let link: Int64 = row[0]
      guard row.hasNull(atIndex: 2) else {
        row.bytes(2).withUnsafeBytes { log in
          var start = 0
          for end in log.indices where log[end] == 0x0A {
            body(UnsafeRawBufferPointer(rebasing: log[start..<end]), link)
            start = end + 1
          }
        }
        continue
      }
      var change = row.text(1)
      change.withUTF8 { body(UnsafeRawBufferPointer($0), link) }
    }
  }

  private mutating func note(_ document: UnsafeRawBufferPointer, _ link: Int64) {
    guard let told = ToldChange(document) else { return }
    guard let subject = subject(of: told.object) else { return }
    let fields = subjects[subject].fields
    let paths = subjects[subject].paths(told)
    let key = ChainLedger.digest(paths.after)
    if paths.before != paths.after {
      objects[key] = objects.removeValue(forKey: ChainLedger.digest(paths.before))
    } else if let place = subjects[subject].place(of: told.object) {
      if objects[key] == nil, let before = told.before, let former = object(at: place, saying: before, fields) {
        objects[key] = objects.removeValue(forKey: former)
        places[place]?.remove(former)
      }
      places[place, default: []].insert(key)
    }
    var entry = objects[key] ?? Entry(link: link, isThere: false, subject: subject, place: values.count)
    if objects[key] == nil { values += repeatElement(0, count: fields.count) }
    let after = told.after
    // Where the fields are not told of, it says why the object is gone.
    let isThere = fields.contains { after[$0.name] != nil }
    if !isThere, let along = subjects[subject].takesAlong?(told.object) { objects[ChainLedger.digest(along)]?.isThere = false }
    if !isThere || told.before == nil { for place in fields.indices { values[entry.place + place] = 0 } }
    for (place, field) in fields.enumerated() {
      let isEmpty = field.companion.flatMap { after[$0] } != nil || field.isEmptyAtFirst && told.before == nil
      guard let text = after[field.name] ?? (isEmpty ? "" : nil) else { continue }
      values[entry.place + place] =
        field.isName ? digestOfNames(text) : ChainLedger.digest(field.isSet ? ChainLedger.sorted(text) : text)
    }
    entry.link = link
    entry.isThere = isThere
    objects[key] = entry
  }

  /// The object of a place that says what somebody found there.
  private func object(at place: UInt64, saying told: [String: String], _ fields: [KeptSubject.Field]) -> UInt64? {
    places[place]?.first { key in
      guard let entry = objects[key], entry.isThere else { return false }
      return fields.enumerated().allSatisfy { place, field in
        told[field.name].map { values[entry.place + place] == ChainLedger.digest($0) } ?? true
      }
    }
  }

  private func subject(of object: String) -> Int? {
    let parts = object.split(separator: "/", omittingEmptySubsequences: false)
    return candidates[parts[0]]?.first { subjects[$0].matches(parts) }
  }

  private static func sorted(_ text: String) -> String { text.split(separator: ";").sorted().joined(separator: ";") }

  /// A list of names by their keys; what was asked before is remembered.
  private mutating func digestOfNames(_ text: String) -> UInt64 {
    let raw = ChainLedger.digest(text)
    if let known = keys[raw] { return known }
    let names = text.split(separator: ";", omittingEmptySubsequences: false).map { name in
      (try? PlainText(String(name))).map { NameKey($0).string } ?? String(name)
    }
    let digest = ChainLedger.digest(names.joined(separator: ";"))
    keys[raw] = digest
    return digest
  }

  static func digest(_ text: String) -> UInt64 {
    var hasher = Hasher()
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // Nought says that nothing is known.
    return UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }

  // MARK: The rows

  private mutating func compare(_ subject: Int, _ db: Database) throws -> [Invariant.Breach] {
    let kept = subjects[subject]
    var breaches: [Invariant.Breach] = []
    let rows = try Row.fetchCursor(db, sql: kept.sql)
    while let row = try rows.next() {
      let (path, object) = (row.text(0), ChainLedger.name(row.text(0)))
      guard let entry = objects.removeValue(forKey: ChainLedger.digest(path)) else {
        if row.count > kept.fields.count + 1 ? row.text(row.count - 1) == "1" : kept.isAlwaysLinked {
          breaches.append(
            Invariant.Breach(object: object, path: path, phrase: Phrase(zh: "审计链中没有登记它的记载", en: "the chain knows nothing of it")))
        }
        continue
      }
      if !entry.isThere, kept.isAlwaysLinked {
        breaches.append(
          Invariant.Breach(
            object: object, path: path, phrase: Phrase(zh: "审计链第 \(entry.link) 环已将它删去", en: "link \(entry.link) of the chain took it out")))
        continue
      }
      for (place, field) in kept.fields.enumerated() {
        let told = values[entry.place + place]
        guard told != 0, var text = String.fromDatabaseValue(row[place + 1]) else { continue }
        if field.isSet { text = ChainLedger.sorted(text) }
        if ChainLedger.digest(text) == told { continue }
        // Of names that changed since, each counts.
        if text.split(separator: "\u{1}", omittingEmptySubsequences: false).contains(where: { ChainLedger.digest(String($0)) == told }) {
          continue
        }
        let (name, now) = (AuditFieldWords.phrase(field.name), AuditFieldWords.value(text, of: field.name, path))
        breaches.append(
          Invariant.Breach(
            object: object, path: path,
            phrase: Phrase(
              zh: "“\(name.zh)”与审计链第 \(entry.link) 环所记不符：现为“\(now.zh)”",
              en: "\(name.en) is not what link \(entry.link) of the chain says: it is “\(now.en)” now")))
      }
    }
    return kept.isAlwaysKept ? breaches + (try gone(subject, db)) : breaches
  }

  /// What the chain leaves standing and no row was found of. Only digests are held of it: its name is read from its last link again.
  private func gone(_ subject: Int, _ db: Database) throws -> [Invariant.Breach] {
    let left = objects.filter { $0.value.subject == subject && $0.value.isThere }
    return try Set(left.values.map(\.link)).sorted().flatMap { link in
      var paths: [String] = []
      try ChainLedger.eachDocument(of: link, db) { document, _ in
        guard let told = ToldChange(document) else { return }
        let path = subjects[subject].paths(told).after
        if left[ChainLedger.digest(path)]?.link == link { paths.append(path) }
      }
      return paths.map {
        Invariant.Breach(
          object: ChainLedger.name($0), path: $0,
          phrase: Phrase(zh: "审计链第 \(link) 环登记的记录不在了", en: "what link \(link) of the chain put on file is gone"))
      }
    }
  }

  /// An object's path without what it begins with, which says what kind of thing it is.
  private static func name(_ path: String) -> String {
    path.utf8.firstIndex(of: 0x2F).map { String(path[path.index(after: $0)...]) } ?? path
  }
}
