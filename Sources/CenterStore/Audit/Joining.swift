import GRDB
import Regulation
import Wording

/// What two people wrote in one record, joined field by field.
struct Joining {
  /// The fields in which what stands stays, since only somebody else changed it, or this person left it to them.
  fileprivate let kept: Set<String>

  /// What comes into a field: what this person wrote, or what stands.
  func pick<Value>(_ name: String, _ own: Value, _ stored: Value) -> Value { kept.contains(name) ? stored : own }

  /// What comes into all of them.
  func pick(_ own: Change.Fields, _ stored: Change.Fields) -> Change.Fields {
    let stored = Dictionary(stored, uniquingKeysWith: { first, _ in first })
    return own.map { ($0.name, pick($0.name, $0.value, stored[$0.name] ?? "")) }
  }
}

/// What is joined: a record as a person saw it, as they wrote it, and as it stands.
struct Joined {
  /// What the record is called for people.
  let what: Phrase
  /// What the chain calls it.
  let object: String
  /// As the person saw it; `nil` where they do not mind what stands.
  let seen: Change.Fields?
  let decided: Decided
  /// As they wrote it.
  let own: Change.Fields
  /// As it stands; empty where nothing does.
  let stored: Change.Fields
  /// Whether its fields say one thing together, so that none is taken without the others.
  var isWhole = false

  init<Record>(
    _ what: Phrase, _ object: String, _ seen: Seen<Record>?, own: Change.Fields, over stored: Change.Fields, isWhole: Bool = false,
    _ fields: (Record) throws -> Change.Fields
  ) rethrows {
    (self.what, self.object, self.own, self.stored, self.isWhole) = (what, object, own, stored, isWhole)
    self.seen = try seen.map { try fields($0.record) }
    decided = seen?.decided ?? Decided()
  }

  private static func values(_ fields: Change.Fields?) -> [String: String] {
    Dictionary(fields ?? [], uniquingKeysWith: { first, _ in first })
  }

  /// The fields that stay as they stand, and those in which both wrote and nothing is decided yet.
  fileprivate var parted: (kept: Set<String>, clashing: [(name: String, own: String, theirs: String)]) {
    let (before, now) = (Joined.values(seen), Joined.values(stored))
    func isChanged(_ name: String) -> Bool { before[name] ?? "" != now[name] ?? "" }
    let isWritten = own.contains { $0.value != before[$0.name] ?? "" }
    let isWholeChanged = isWhole && own.contains { isChanged($0.name) }
    var kept: Set<String> = []
    var clashing: [(name: String, own: String, theirs: String)] = []
    for field in own {
      let (theirs, isOwn) = (now[field.name] ?? "", field.value != before[field.name] ?? "" || isWhole && isWritten)
      guard field.value != theirs, isChanged(field.name) || isWholeChanged else { continue }
      if !isOwn {
        kept.insert(field.name)
      } else if let keepsOwn = decided.keepsOwn(field.name, of: object, over: theirs) {
        if !keepsOwn { kept.insert(field.name) }
      } else {
        clashing.append((field.name, field.value, theirs))
      }
    }
    return (kept, clashing)
  }
}

extension Operation {
  /// Joins what a person wrote with what stands.
  ///
  /// - Parameter link: the link that the record bears, for where the chain's last links do not tell who wrote a field.
  /// - Throws: ``StoreError/changedMeanwhile(by:of:now:clashes:)``.
  func join(_ joined: Joined, link: @autoclosure () throws -> Int64?) throws -> Joining {
    guard joined.seen != nil else { return Joining(kept: []) }
    let (kept, clashing) = joined.parted
    guard let first = clashing.first else { return Joining(kept: kept) }
    let link = try link()
    let clashes = try clashing.map { field in
      Clash(
        name: field.name, object: joined.object,
        by: try Author(author(of: field.name, saying: field.theirs, in: joined.object) ?? CenterStore.author(of: link, db) ?? "", db),
        theirs: field.theirs, own: field.own)
    }
    throw StoreError.changedMeanwhile(by: clashes[0].by, of: joined.what, now: first.theirs, clashes: clashes)
  }

  /// Joins several records of one act: what clashes in any of them is told at once.
  ///
  /// - Throws: ``StoreError/changedMeanwhile(by:of:now:clashes:)``.
  func joinEach<Item, Result>(_ items: [Item], _ join: (Item) throws -> Result) throws -> [Result] {
    var (results, clashes, name): ([Result], [Clash], Phrase?) = ([], [], nil)
    for item in items {
      do { results.append(try join(item)) } catch StoreError.changedMeanwhile(_, let what, _, let found) where !found.isEmpty {
        clashes += found
        name = name ?? what
      }
    }
    if let first = clashes.first { throw StoreError.changedMeanwhile(by: first.by, of: name, now: first.theirs, clashes: clashes) }
    return results
  }

  /// How many links are looked through for who wrote something: more than a day brings.
  private static let recent = 5_000

  /// Who of the last links wrote a value in a field of an object; `nil` where none did.
  private func author(of name: String, saying value: String, in object: String) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT login FROM audit WHERE seq > (SELECT max(seq) FROM audit) - ?1 AND instr(change, ?2) > 0
          AND json_extract(change, '$.object') = ?2 AND json_extract(change, ?3) = ?5 AND json_extract(change, ?4) IS NOT ?5
        ORDER BY seq DESC LIMIT 1
        """, arguments: [Operation.recent, object, "$.after.\"\(name)\"", "$.before.\"\(name)\"", value])
  }

  /// That what was to be corrected is not there under its name any more, since somebody else changed that.
  func renamedMeanwhile(_ what: Phrase, _ object: String) throws -> StoreError {
    let login = try String.fetchOne(
      db,
      sql: """
        SELECT login FROM audit WHERE seq > (SELECT max(seq) FROM audit) - ?1 AND instr(change, ?2) > 0
          AND json_extract(change, '$.object') = ?2 ORDER BY seq DESC LIMIT 1
        """, arguments: [Operation.recent, object])
    return .changedMeanwhile(by: try Author(login ?? "", db), of: what, now: "")
  }
}
