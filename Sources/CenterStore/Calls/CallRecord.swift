import GRDB
import Regulation
import Wording

/// A yearly call as the store keeps it.
public struct CallRecord: Sendable, Hashable {
  /// What it asks for, and by when.
  public let call: Call
  /// The day on which it was given out.
  public let publishedOn: Day
  /// When and why it was changed last; `nil` where it stands as it was given out.
  public let lastChange: Change?

  /// A change of a call that is out.
  public struct Change: Sendable, Hashable {
    /// The day on which it was changed.
    public let on: Day
    /// Why.
    public let reason: String
  }
}

extension CenterStore {
  /// Gives out the call of a year (申报通知; articles 8 and 10), or changes it, which needs a reason.
  ///
  /// - Parameter expecting: the call as this person saw it, `nil` where none was out (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` where a call that is out is changed without a reason.
  public func publishCall(
    _ call: Call, reason: PlainText = .empty, expecting: Seen<Call?>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.publishCall, by: who) { operation in
      let db = operation.db
      let old = try CenterStore.call(call.year, db)
      let joining = try operation.join(
        Joined(
          Phrase(zh: "\(call.year) 年度申报通知", en: "the call of \(call.year)"), "call/\(call.year)", expecting, own: call.changeFields,
          over: old?.call.changeFields ?? []
        ) { $0?.changeFields ?? [] }, link: operation.link(of: "call WHERE year = ?", [call.year]))
      let call = try old.map { try call.joined(joining, over: $0.call) } ?? call
      if let old {
        if old.call == call { return }
        if reason.isEmpty {
          throw Refusal(
            article: "8",
            Phrase(zh: "\(call.year) 年度申报通知已发布，变更须写明理由", en: "the call of \(call.year) is out: changing it needs a reason"))
        }
      }
      try CenterNameIndex.makeReady(db)
      var after = call.changeFields
      if !reason.isEmpty { after.append(("reason", reason.string)) }
      let link = try operation.append(
        .publishCall, Change(object: "call/\(call.year)", before: old?.call.changeFields, after: after))
      try db.execute(
        sql: """
          INSERT INTO call(year, opens_on, host_by, department_by, correction_by, minimum_experts, fields, documents, published_on, link)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(year) DO UPDATE SET opens_on = excluded.opens_on, host_by = excluded.host_by,
            department_by = excluded.department_by, correction_by = excluded.correction_by,
            minimum_experts = excluded.minimum_experts, fields = excluded.fields, documents = excluded.documents, link = excluded.link
          """,
        arguments: [
          call.year, call.opensOn.description, call.lastDays.host.description, call.lastDays.department.description,
          call.lastDays.correction.description, call.minimumExperts, try JSONText.encode(call.priorityFields),
          try JSONText.encode(call.furtherDocuments), operation.now.day.description, link,
        ])
    }
  }

  /// Every call, the latest first; calls are public.
  public func calls(by who: Acting) throws(StoreError) -> [CallRecord] {
    try read(by: who) { db, _ in
      try Row.fetchAll(db, sql: CenterStore.callSelection + "ORDER BY year DESC").map { try CenterStore.call($0) }
    }
  }

  private static let callSelection = """
    SELECT year, opens_on, host_by, department_by, correction_by, minimum_experts, fields, documents, published_on, audit.time,
    json_extract(audit.change, '$.after.reason') FROM call LEFT JOIN audit ON seq = call.link

    """

  static func call(_ year: Int, _ db: Database) throws -> CallRecord? {
    try Row.fetchOne(db.cachedStatement(sql: callSelection + "WHERE year = ?"), arguments: [year]).map { try call($0) }
  }

  private static func call(_ row: Row) throws -> CallRecord {
    do {
      let call = try Call(
        year: row[0], opensOn: try day(row[1]),
        lastDays: Call.LastDays(host: try day(row[2]), department: try day(row[3]), correction: try day(row[4])),
        priorityFields: try JSONText.decode(row[6]), furtherDocuments: try JSONText.decode(row[7]), minimumExperts: row[5])
      var change: CallRecord.Change?
      if let time: Int64 = row[9], let reason: String = row[10] {
        change = CallRecord.Change(on: Moment(milliseconds: time).day, reason: reason)
      }
      return CallRecord(call: call, publishedOn: try day(row[8]), lastChange: change)
    } catch is CallFaults {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a call whose parts contradict each other")
    }
  }
}

extension Call {
  /// What two people wrote in it.
  ///
  /// - Throws: a ``Regulation/Refusal`` where their parts do not agree with each other.
  fileprivate func joined(_ joining: Joining, over old: Call) throws -> Call {
    do throws(CallFaults) {
      return try Call(
        year: year, opensOn: joining.pick("opens_on", opensOn, old.opensOn),
        lastDays: LastDays(
          host: joining.pick("host_by", lastDays.host, old.lastDays.host),
          department: joining.pick("department_by", lastDays.department, old.lastDays.department),
          correction: joining.pick("correction_by", lastDays.correction, old.lastDays.correction)),
        priorityFields: joining.pick("fields", priorityFields, old.priorityFields),
        furtherDocuments: joining.pick("documents", furtherDocuments, old.furtherDocuments),
        minimumExperts: joining.pick("minimum_experts", minimumExperts, old.minimumExperts))
    } catch {
      throw error.byPart.values.min { $0.phrase.zh < $1.phrase.zh } ?? Refusal(Phrase(zh: "各日期不能并立", en: "the days contradict each other"))
    }
  }

  /// The call as the chain keeps it.
  var changeFields: Change.Fields {
    [
      ("opens_on", opensOn.description), ("host_by", lastDays.host.description), ("department_by", lastDays.department.description),
      ("correction_by", lastDays.correction.description), ("minimum_experts", String(minimumExperts)),
      ("fields", priorityFields.joinedForFile), ("documents", furtherDocuments.joinedForFile),
    ]
  }
}
