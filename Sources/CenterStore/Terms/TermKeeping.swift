import GRDB
import Regulation
import Wording

extension CenterStore {
  /// The longest name of a term, in characters; of its English name twice as many.
  public static let longestTerm = 40

  /// Puts a term into its list (articles 3 and 8).
  ///
  /// - Throws: ``StoreError/refused(_:)`` for a name that is not fit for a list or is there already, also as a retired one, and for one without
  ///   an English name; for a county of what is no cluster, and for one that is no county or zone of the city.
  public func enterTerm(_ record: TermRecord, by who: Acting) throws(StoreError) {
    try write(.enterTerm, by: who) { operation in
      try CenterStore.check(record)
      if let old = try operation.term(record.kind, record.name) { throw TermRefusal.isThere(old) }
      let link = try operation.append(.enterTerm, Change(object: record.object, after: record.fields + [("retired_on", "")]))
      try operation.db.execute(
        sql: "INSERT INTO term(kind, name, name_key, english, county, link) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          record.kind.rawValue, record.name.string, NameKey(record.name).string, record.english.string, record.county.string, link,
        ])
    }
  }

  /// Corrects a term: its English name, a cluster's county, and its name as long as nothing on file says it.
  ///
  /// - Parameters:
  ///   - old: what the list calls it, where its name is corrected; `nil`: the name stays.
  ///   - expecting: the term as this person saw it (``Seen``).
  /// - Throws: ``StoreError/noSuch(_:_:)``; ``StoreError/refused(_:)`` as in ``enterTerm(_:by:)``, and for another name of a term that is on file
  ///   somewhere or came with the program.
  public func correctTerm(
    _ record: TermRecord, named old: PlainText? = nil, expecting: Seen<TermRecord>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.correctTerm, by: who) { operation in
      if let seen = expecting?.record, try operation.term(seen.kind, seen.name) == nil {
        throw try operation.renamedMeanwhile(seen.what, seen.object)
      }
      let old = try operation.requireTerm(record.kind, old ?? record.name)
      var new = record
      if NameKey(new.name) == NameKey(old.record.name) { new.name = old.record.name }
      let joining = try operation.join(
        Joined(
          old.record.what, old.record.object, expecting, own: new.fields, over: old.record.fields, \.fields),
        link: operation.link(of: "term WHERE id = ?", [old.id]))
      new.english = joining.pick("english", new.english, old.record.english)
      new.county = joining.pick("county", new.county, old.record.county)
      try CenterStore.check(new)
      if new.name != old.record.name { try operation.requireRenamable(old.record, to: new.name) }
      if new == old.record { return }
      try operation.change(old, .correctTerm, to: new, retiredOn: old.retiredOn)
    }
  }

  /// Retires a term: from then on it is offered for nothing new. Wherever it is on file it stays.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``; ``StoreError/refused(_:)`` without a reason.
  public func retireTerm(_ kind: TermKind, _ name: PlainText, reason: PlainText, by who: Acting) throws(StoreError) {
    try write(.retireTerm, by: who) { operation in
      let old = try operation.requireTerm(kind, name)
      if reason.isEmpty { throw Refusal(field: "reason", Phrase(zh: "须写明理由", en: "a reason is needed")) }
      if old.retiredOn != nil { return }
      try operation.change(old, .retireTerm, to: old.record, retiredOn: operation.now.day, reason: reason)
    }
  }

  /// Takes a retired term into use again.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func reinstateTerm(_ kind: TermKind, _ name: PlainText, by who: Acting) throws(StoreError) {
    try write(.reinstateTerm, by: who) { operation in
      let old = try operation.requireTerm(kind, name)
      if old.retiredOn == nil { return }
      try operation.change(old, .reinstateTerm, to: old.record, retiredOn: nil)
    }
  }

  private static func check(_ record: TermRecord) throws {
    if record.name.isEmpty { throw Refusal(field: "name", Phrase(zh: "须填名称", en: "a name is needed")) }
    if record.name.string.count > longestTerm || record.name.string.contains(where: { ";；\n".contains($0) }) {
      throw Refusal(
        field: "name",
        Phrase(
          zh: "最多 \(longestTerm) 个字，不能有分号和换行",
          en: "\(longestTerm) characters at most, and no semicolon or line break: files part lists by them"))
    }
    if record.english.isEmpty { throw Refusal(field: "english", Phrase(zh: "须填英文名", en: "an English name is needed")) }
    if record.kind != .cluster, !record.county.isEmpty {
      throw Refusal(field: "county", Phrase(zh: "只有县域集群写县（市、区）", en: "only a cluster names its county"))
    }
    if !record.county.isEmpty, try !Places.standard.get().isUnit(record.county) {
      throw Refusal(
        field: "county", Phrase(zh: "沧州没有这个县（市、区）、开发区", en: "Cangzhou has no such county or zone: its Chinese name is needed"))
    }
  }
}

extension Operation {
  /// A term of a list; `nil` where the list does not have it.
  func term(_ kind: TermKind, _ name: PlainText) throws -> TermLine? {
    try Row.fetchOne(
      db, sql: "SELECT kind, name, english, county, retired_on, id FROM term WHERE kind = ? AND name_key = ?",
      arguments: [kind.rawValue, NameKey(name).string]
    ).map { try TermLine($0) }
  }

  fileprivate func requireTerm(_ kind: TermKind, _ name: PlainText) throws -> TermLine {
    guard let line = try term(kind, name) else { throw StoreError.noSuch(.term, name.string) }
    return line
  }

  fileprivate func change(
    _ old: TermLine, _ act: Act, to new: TermRecord, retiredOn day: Day?, reason: PlainText = .empty
  ) throws {
    var before = old.record.fields + [("retired_on", old.retiredOn?.description ?? "")]
    var after = new.fields + [("retired_on", day?.description ?? "")]
    if new.name != old.record.name {
      before.append(("name", old.record.name.string))
      after.append(("name", new.name.string))
    }
    if !reason.isEmpty { after.append(("reason", reason.string)) }
    let link = try append(act, Change(object: old.record.object, before: before, after: after))
    try db.execute(
      sql: "UPDATE term SET name = ?, name_key = ?, english = ?, county = ?, retired_on = ?, link = ? WHERE id = ?",
      arguments: [
        new.name.string, NameKey(new.name).string, new.english.string, new.county.string, day?.description, link, old.id,
      ])
  }
}

extension TermRecord {
  /// What it is called for people.
  fileprivate var what: Phrase { Phrase(zh: "名录条目“\(name)”", en: "“\(name)” in the list") }
  /// What the chain calls it.
  fileprivate var object: String { "term/\(kind.rawValue)/\(name)" }
  /// The term as the chain keeps it, but for whether it is retired.
  fileprivate var fields: Change.Fields { [("english", english.string), ("county", county.string)] }
}

/// Why a term cannot be entered.
enum TermRefusal {
  static func isThere(_ line: TermLine) -> Refusal {
    Refusal(
      field: "name",
      line.retiredOn == nil
        ? Phrase(zh: "名录中已有", en: "it is in the list")
        : Phrase(zh: "名录中已有，现已停用；请恢复使用", en: "it is in the list as a retired one: reinstate it"))
  }
}
