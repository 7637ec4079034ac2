import GRDB
import Regulation
import Wording

/// A document of a center's material (article 27) as files carry it; a part that is `nil` stands in no column of the file and is left as it is.
public struct AttachmentRecord: Sendable, Hashable {
  /// The center's code.
  public var center: PlainText
  /// The title, by which the document is known within the center's material of a round.
  public var title: PlainText
  /// What kind of document it is.
  public var kind: PlainText?
  /// The day that stands on it; `.some(nil)`: none.
  public var date: Day??
  /// The name of its file.
  public var file: PlainText?
  /// Where the paper lies.
  public var location: PlainText?
  /// SHA-256 of its file; `.some(nil)`: none.
  public var digest: Digest256??
  /// The data items that it proves.
  public var facts: [FactCode]?

  /// Makes a record.
  public init(
    center: PlainText, title: PlainText, kind: PlainText? = nil, date: Day?? = nil, file: PlainText? = nil, location: PlainText? = nil,
    digest: Digest256?? = nil, facts: [FactCode]? = nil
  ) {
    self.center = center
    self.title = title
    self.kind = kind
    self.date = date
    self.file = file
    self.location = location
    self.digest = digest
    self.facts = facts
  }

  init(center: PlainText, _ entry: AttachmentEntry) {
    let facts = entry.proves.sorted().compactMap { proof in if case .fact(let code) = proof { code } else { nil } }
    self.init(
      center: center, title: entry.title, kind: entry.kind, date: .some(entry.date), file: entry.file, location: entry.location,
      digest: .some(entry.digest), facts: facts)
  }

  /// The entry that comes of it, where one may be there already.
  func merged(into old: AttachmentEntry?) -> AttachmentEntry {
    AttachmentEntry(
      title: title, kind: kind ?? old?.kind ?? .empty, date: date ?? old?.date, file: file ?? old?.file ?? .empty,
      location: location ?? old?.location ?? .empty, digest: digest ?? old?.digest,
      proves: facts.map { Set($0.map { .fact($0) }) } ?? old?.proves ?? [])
  }
}

extension CenterStore {
  /// Merges documents from a file, by center and title; a host enters its own centers' only, while the round is open.
  public func importAttachments(
    year: Int, _ rows: [Numbered<AttachmentRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try importAttachments(year: year, rows, files: [:], dryRun: dryRun, by: who)
  }

  /// Merges documents from a file and keeps the files that its rows name, which lie in one folder: all of it or nothing. A file that is not
  /// there, or is not the one of which a row gives the digest, is a fault of that row.
  ///
  /// - Parameter folder: a folder of the machine on which the store lies; so this is for staff only, as is ``attach(_:to:keeping:by:)``.
  /// - Throws: ``StoreError/noFolder(path:)`` where there is no such folder.
  public func importAttachments(
    year: Int, _ rows: [Numbered<AttachmentRecord>], keeping folder: String, dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    let names = Set(rows.compactMap { $0.record.file?.string }.filter { !$0.isEmpty })
    return try importing(names, from: folder, .importAttachments, dryRun: dryRun, by: who) { files, dryRun throws(StoreError) in
      try importAttachments(year: year, rows, files: files, dryRun: dryRun, by: who)
    }
  }

  private func importAttachments(
    year: Int, _ rows: [Numbered<AttachmentRecord>], files: [String: NamedFile], dryRun: Bool, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importAttachments, object: "attachments", facts: [("round", String(year))], dryRun: dryRun, by: who) { merge in
      let member = merge.operation.member
      let round = try CenterStore.round(year, merge.db)
      try CenterStore.requireTakesMaterial(round, member, .importAttachments)
      let system = try IndicatorSystem.standard.get()
      for row in merge.paced(rows) {
        let record = row.record
        if merge.repeats("\(record.center)\u{0}\(NameKey(record.title))", row.row, "title", record.title.string) { continue }
        try put(row, files[record.file?.string ?? ""], round, system, &merge)
      }
    }
  }

  private func put(
    _ row: Numbered<AttachmentRecord>, _ file: NamedFile?, _ round: RoundRecord, _ system: IndicatorSystem, _ merge: inout Merge
  ) throws {
    var record = row.record
    var kept: Int?
    let (db, member, year) = (merge.db, merge.operation.member, round.year)
    let center = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, host_id FROM center WHERE code = ?"), arguments: [record.center.string])
    if member.role == .host, center == nil || center?[1] != member.organizationID { throw StoreError.notPermitted(nil) }
    guard let center else {
      return merge.refuse(row.row, "center", record.center.string, StoreError.unknown(.center, record.center.string))
    }
    for code in record.facts ?? [] {
      guard let fact = system.fact(code) else {
        return merge.refuse(row.row, "facts", code.description, StoreError.unknown(.fact, code.description))
      }
      if fact.kind == .derived { return merge.refuse(row.row, "facts", code.description, FactError.derived.phrase) }
    }
    switch file {
    case .fault(let phrase): return merge.refuse(row.row, "file", record.file?.string ?? "", phrase)
    case .found(let digest, let size):
      if let stated = record.digest.flatMap({ $0 }), stated != digest {
        return merge.refuse(row.row, "sha256", stated.description, NamedFile.mismatch(record.file ?? .empty, digest))
      }
      (record.digest, kept) = (.some(digest), size)
    case nil: break
    }
    let holder = AttachmentHolder.material(year: year, center: center[0])
    let old = try holder.attachment(record.title, db)
    let entry = record.merged(into: old?.entry)
    // A size belongs to the file that was kept: another digest is another file.
    let size = kept ?? old.flatMap { $0.entry.digest == entry.digest ? $0.size : nil } ?? sizeOfKept(entry.digest, member)
    let new = StoredAttachment(id: old?.id ?? 0, entry: entry, size: size)
    if let old, Change.same(old.changeFields, new.changeFields) { return merge.outcome.unchanged += 1 }
    do {
      try CenterStore.requireDue(year, record.center.string, center[0], db)
    } catch let refusal as Refusal {
      return merge.refuse(row.row, "center", record.center.string, refusal.phrase)
    }
    if member.role == .host { try CenterStore.requireWithHost(record.center.string, center[0], round, db) }
    try holder.write(entry, size: size, over: old, link: merge.link, db)
    merge.note("attachment/\(year)/\(record.center)/\(record.title)", before: old?.changeFields, after: new.changeFields)
  }
}
