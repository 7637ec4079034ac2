import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Puts records of a duty on file; one that is there of the same part, subject and year is corrected by it, and stays in the chain.
  ///
  /// - Parameters:
  ///   - keepingOld: whether what is there stays as it is, since what is entered was not written for this center alone.
  ///   - expecting: what was on file of the center when this person began (``Seen``).
  /// - Returns: the records that were put on file.
  /// - Throws: as ``nameCommittee(_:of:_:since:expecting:by:)``; ``StoreError/refused(_:)`` for a co-builder that is none of the center's, and where all of
  ///   it is there already and stays.
  @discardableResult
  public func enterDuties(
    _ records: [DutyRecord], of code: String, keepingOld: Bool = false, expecting: Seen<[DutyRecord]>? = nil, by who: Acting
  ) throws(StoreError) -> [DutyRecord] {
    try write(.enterDuty, by: who) { operation in
      let center = try operation.centerOfDuties(code, .enterDuty)
      let there = keepingOld ? try CenterStore.entries(of: center, operation.db).map(\.record) : []
      let records = records.filter { record in !there.contains { $0.isReplaced(by: record) } }
      if records.isEmpty, keepingOld {
        throw Refusal(article: nil, Phrase(zh: "已在案，原内容不动", en: "it is on file already and stays as it is"))
      }
      let joined = try operation.joinEach(records) { given in
        try operation.require(given.day, notAfterTodayOf: given.duty.article)
        let own = given.duty == .coBuilding ? given.renamed(to: try operation.coBuilder(given.subject, of: center)) : given
        let old = try CenterStore.entries(of: center, operation.db).first { $0.record.isReplaced(by: own) }
        return (try operation.join(own, old, expecting, of: code), old)
      }
      var entered: [DutyRecord] = []
      for (record, old) in joined where old?.record != record {
        let link = try operation.append(
          .enterDuty,
          Change(
            object: CenterStore.path(of: record, code), before: old.map { CenterStore.fields($0.record) },
            after: CenterStore.fields(record)))
        if let old { try operation.db.execute(sql: "DELETE FROM duty_record WHERE id = ?", arguments: [old.id]) }
        try StoredDutyRecord.insert(record, of: center, origin: operation.dutyOrigin, link: link, operation.db)
        entered.append(record)
      }
      return entered
    }
  }
}

extension Operation {
  /// What two people say of one part of a duty.
  fileprivate func join(
    _ own: DutyRecord, _ old: StoredDutyRecord?, _ expecting: Seen<[DutyRecord]>?, of code: String
  ) throws -> DutyRecord {
    let joining = try join(
      Joined(
        own.duty.phrase + (own.part.map { Phrase(same: " ") + $0.phrase } ?? Phrase(same: "")), CenterStore.path(of: own, code), expecting,
        own: CenterStore.fields(own), over: old.map { CenterStore.fields($0.record) } ?? []
      ) { seen in seen.first { $0.isReplaced(by: own) }.map(CenterStore.fields) ?? [] },
      link: old.flatMap { try link(of: "duty_record WHERE id = ?", [$0.id]) })
    guard let old = old?.record else { return own }
    return try DutyRecord(
      own.duty, part: own.part, subject: own.subject, year: own.year, on: joining.pick("day", own.day, old.day),
      text: joining.pick("text", own.text, old.text), evidence: joining.pick("evidence", own.evidence, old.evidence), today: now.day)
  }
}

extension DutyRecord {
  /// Whether another says the same thing anew.
  fileprivate func isReplaced(by other: DutyRecord) -> Bool {
    duty == other.duty && part == other.part && year == other.year && NameKey(subject) == NameKey(other.subject)
  }
}
