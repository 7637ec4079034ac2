import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Merges centers from a file, by code; makes their department and organizations where these are new.
  ///
  /// A new code is of the ``Regulation/CenterCodeForm``, and no center is certified after today.
  public func importCenters(
    _ rows: [Numbered<CenterRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    let feed = CenterFeed(holding: rows)
    return try importCenters(feed, dryRun: dryRun, by: who)
  }

  /// Merges centers while their file is still being read; nothing is written where the feed says that the file is not sound.
  public func importCenters(_ feed: CenterFeed, dryRun: Bool = false, by who: Acting) throws(StoreError) -> ImportOutcome {
    defer { feed.cancel() }
    return try merge(
      .importCenters, object: "centers", columns: CenterRecord.fieldNames, expecting: feed.expected, isTrial: dryRun,
      dryRun: dryRun || !feed.isSound,
      by: who
    ) { merge in
      let rows = CenterRows(expecting: feed.expected, keeping: dryRun ? ImportOutcome.mostTold : .max)
      var merging = try CenterMerging(&merge, expecting: feed.expected)
      var done = 0
      while let batch = feed.next(), merge.pace.goesOn(done, of: feed.count) {
        rows.add(batch, try merging.put(batch, &merge))
        done += batch.rows.count
      }
      try merging.finish()
      merge.log = rows.finish()
      for host in merging.hostsOfOtherKind {
        merge.log.append(object: "organization/\(host.name)", before: [("kind", host.before)], after: [("kind", host.after.rawValue)])
      }
    }
  }
}

/// An import of centers under way.
private struct CenterMerging {
  private var names: CenterNames
  private let writer: CenterWriter
  /// Today, as a file writes it: days so written compare as they follow each other.
  private let today: String
  /// Everything that stands in the store, read once; `nil` where a handful of rows are looked up one by one.
  private let stored: [String: StoredCenter]?
  /// In a store without centers nothing is looked up: a code that is there stands in this file. The rows of the centers in the order of
  /// their numbers, which SQLite gives out from 1.
  private var rowsOfNew: [Int]?
  /// Where the indexes of the centers are to be made again; `nil` where they stand.
  private var db: Database?

  init(_ merge: inout Merge, expecting rows: Int) throws {
    names = CenterNames(link: merge.link, expecting: rows)
    writer = try CenterWriter(merge.db, link: merge.link)
    today = merge.operation.now.day.description
    stored = rows > 200 ? try CenterStore.centersByCode(merge.db) : nil
    if stored?.isEmpty == true {
      var all: [Int] = []
      all.reserveCapacity(rows)
      rowsOfNew = all
      // A store that is filled for the first time gets its indexes in one go at the end, which costs less than row by row.
      try merge.db.execute(sql: "DROP INDEX center_by_host; DROP INDEX center_by_department")
      db = merge.db
    }
  }

  /// The hosts that were there and are of another kind by this file.
  var hostsOfOtherKind: [NameResolver.OtherwiseKnown] { names.hostsOfOtherKind }

  /// Merges a batch; says what is to be noted of it.
  mutating func put(_ batch: CenterBatch, _ merge: inout Merge) throws -> [CenterRows.Entry] {
    names.add(batch.names)
    var entries: [CenterRows.Entry] = []
    entries.reserveCapacity(batch.rows.count)
    if rowsOfNew == nil {
      for place in batch.rows.indices { if let entry = try merged(batch, place, &merge) { entries.append(entry) } }
    } else {
      for place in stride(from: 0, to: batch.rows.count, by: CenterWriter.many) {
        try insert(batch, place..<min(place + CenterWriter.many, batch.rows.count), &merge, &entries)
      }
    }
    return entries
  }

  /// Ends the merging, once every batch was put.
  func finish() throws {
    try writer.finish()
    try db?.execute(sql: Schema.indexesOfCenters)
  }

  /// Merges a row with what may be there.
  private mutating func merged(_ batch: CenterBatch, _ place: Int, _ merge: inout Merge) throws -> CenterRows.Entry? {
    let code = batch.code(place)
    if merge.repeats(code, batch.rows[place].number, "code", code) { return nil }
    guard let old = try stored.map({ $0[code] }) ?? CenterStore.center(code: code, merge.db) else {
      return try insert(batch, place, &merge)
    }
    let record = try batch.record(place, names.names).completed(from: old.record)
    if old.record == record {
      merge.outcome.unchanged += 1
      return nil
    }
    if record.certifiedOn != old.record.certifiedOn { checkDay(batch, place, &merge) }
    if record.status != old.record.status { try checkEnd(of: old, to: record.status ?? .active, batch, place, &merge) }
    let ties = try ties(batch, place, &merge)
    try writer.update(old, to: record, ties)
    merge.outcome.changed += 1
    return .changed(place, before: old.record, after: record)
  }

  /// A file does not undo what was decided on this desk: a title that was revoked comes back by another application alone (articles 12 and 30), and a
  /// center that went into another goes on there (article 4(5)). What a file alone had said, a file may correct.
  private func checkEnd(
    of old: StoredCenter, to status: CenterStatus, _ batch: CenterBatch, _ place: Int, _ merge: inout Merge
  ) throws {
    guard let end = try CenterStore.endOnDesk(of: old.id, merge.db) else { return }
    merge.refuse(
      batch.rows[place].number, "status", status.rawValue,
      Phrase(
        zh: "该中心已由 \(end.by) \(end.status == .revoked ? "撤销" : "重组撤并")，文件不能改变；请写 \(end.status.rawValue)，或不写此列",
        en: "contradicts \(end.by), by which it was \(end.status == .revoked ? "revoked" : "reorganised away") on this desk: write "
          + "\(end.status.rawValue), or leave the column out"))
  }

  /// Makes a center of which the store has none.
  private mutating func insert(_ batch: CenterBatch, _ place: Int, _ merge: inout Merge) throws -> CenterRows.Entry? {
    var entries: [CenterRows.Entry] = []
    try insert(batch, place..<place + 1, &merge, &entries)
    return entries.first
  }

  /// Makes centers, and notes those whose code stands in this file already.
  private mutating func insert(
    _ batch: CenterBatch, _ places: Range<Int>, _ merge: inout Merge, _ entries: inout [CenterRows.Entry]
  ) throws {
    var ties: [CenterPlaces] = []
    for place in places {
      checkCode(batch, place, &merge)
      checkDay(batch, place, &merge)
      ties.append(try self.ties(batch, place, &merge))
    }
    var left = places
    while !left.isEmpty {
      let written = left.prefix(try writer.insert(batch, left, ties.suffix(left.count)))
      for place in written {
        rowsOfNew?.append(batch.rows[place].number)
        entries.append(.new(place))
      }
      merge.outcome.new += written.count
      left = left.dropFirst(written.count)
      if let place = left.popFirst() { try refuseRepeated(batch, place, &merge) }
    }
  }

  /// Notes a code that no new center could have.
  private func checkCode(_ batch: CenterBatch, _ place: Int, _ merge: inout Merge) {
    if batch.rows[place].hasSoundCode { return }
    let code = batch.code(place)
    if let shortcoming = CenterCodeForm.shortcoming(of: code) { merge.refuse(batch.rows[place].number, "code", code, shortcoming) }
  }

  /// Notes a day of certification that is still to come.
  private func checkDay(_ batch: CenterBatch, _ place: Int, _ merge: inout Merge) {
    let day = batch.certifiedOn(place)
    if day <= today { return }
    merge.refuse(
      batch.rows[place].number, "certified_on", day,
      Phrase(zh: "晚于今天（\(today)），请核对认定日期", en: "is after today (\(today)); look at the day of certification"))
  }

  private func refuseRepeated(_ batch: CenterBatch, _ place: Int, _ merge: inout Merge) throws {
    let code = batch.code(place)
    let id = try Int.fetchOne(merge.db, sql: "SELECT id FROM center WHERE code = ?", arguments: [code]) ?? 0
    let rows = rowsOfNew ?? []
    merge.refuseRepeated(batch.rows[place].number, first: rows.indices.contains(id - 1) ? rows[id - 1] : 0, "code", code)
  }

  /// Whom a center is tied to. A row that is refused is merged all the same, so that a later one like it is noticed: nothing is kept.
  private mutating func ties(_ batch: CenterBatch, _ place: Int, _ merge: inout Merge) throws -> CenterPlaces {
    let row = batch.rows[place]
    let kind = row.hostKind
    let host: Int64
    switch try names.host(row.host, kind: kind, merge.db) {
    case .success(let id): host = id
    case .failure(let other):
      host = try names.organization(row.host, merge.db)
      merge.refuse(
        row.number, "host_kind", kind.rawValue,
        Phrase(
          zh: "与本文件中同一依托单位的类型“\(other.kind.phrase.zh)”不一致，请统一",
          en: "differs from the kind of the same host above in this file (\(other.kind.rawValue)); make them agree"))
    }
    let department = try names.department(row.department, merge.db)
    var builders: [Int64]? = row.absent.contains(.coBuilders) ? nil : []
    for builder in row.builders { builders?.append(try names.organization(batch.builders[builder], merge.db)) }
    return CenterPlaces(host: host, department: department, builders: builders)
  }
}
