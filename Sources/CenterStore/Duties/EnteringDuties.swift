import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Says who sits on a committee from a day on (articles 14 and 15): who is not named any more has left on that day, who stays keeps the first day.
  /// Who had left on that very day and is named again never left, so that a naming is taken back by another one.
  ///
  /// - Parameter expecting: who sat there when this person began to write; where somebody else named others meanwhile, nothing is overwritten.
  /// Whether it is made up lawfully is told with the standing; an unlawful one is put on file all the same, since that is how it is.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for a day that is to come, or before the last change of the committee; ``StoreError/changedMeanwhile(by:now:)``;
  ///   ``StoreError/notPermitted(_:)`` for a center that is not this person's, whether it exists or not.
  public func nameCommittee(
    _ committee: CommitteeKind, of code: String, _ members: [CommitteeMember], since day: Day, expecting: [CommitteeMember]? = nil,
    by who: Acting
  ) throws(StoreError) {
    try write(.enterDuty, by: who) { operation in
      let center = try operation.centerOfDuties(code, .enterDuty)
      let old = try CenterStore.seats(of: center, operation.db).filter { $0.tenure.committee == committee }
      try operation.require(day, notBefore: old.flatMap { [$0.tenure.since, $0.tenure.until] }.compactMap(\.self).max(), of: committee)
      let seated = old.filter { $0.tenure.until == nil }
      let sitting = seated.map(\.tenure.seat.member)
      if let expecting, Set(expecting) != Set(sitting) {
        throw StoreError.changedMeanwhile(
          by: try CenterStore.author(
            of: Int64.fetchOne(
              operation.db, sql: "SELECT max(link) FROM committee_seat WHERE center_id = ? AND committee = ?",
              arguments: [center, committee.rawValue]), operation.db) ?? "",
          of: Phrase(zh: "\(committee.phrase.zh)的成员", en: "the members of the \(committee.phrase.en)"), now: CenterStore.text(sitting))
      }
      var staying = members
      var leaving: [StoredSeat] = []
      for seat in seated {
        if let place = staying.firstIndex(of: seat.tenure.seat.member) { staying.remove(at: place) } else { leaving.append(seat) }
      }
      if leaving.isEmpty, staying.isEmpty { return }
      let link = try operation.append(
        .enterDuty,
        Change(
          object: "committee/\(code)/\(committee.rawValue)", before: [("members", CenterStore.text(sitting))],
          after: [("members", CenterStore.text(members)), ("since", day.description)]))
      for seat in leaving {
        if seat.tenure.since == day, seat.origin != .application {
          // Whoever came and went on one day was entered by mistake.
          try operation.db.execute(sql: "DELETE FROM committee_seat WHERE id = ?", arguments: [seat.id])
        } else {
          try operation.db.execute(
            sql: "UPDATE committee_seat SET until = ?, link = ? WHERE id = ?", arguments: [day.description, link, seat.id])
        }
      }
      var left = old.filter { $0.tenure.until == day }
      for member in staying {
        if let place = left.firstIndex(where: { $0.tenure.seat.member == member }) {
          try operation.db.execute(
            sql: "UPDATE committee_seat SET until = NULL, link = ? WHERE id = ?", arguments: [link, left.remove(at: place).id])
          continue
        }
        try StoredSeat.insert(member, on: committee, of: center, since: day, origin: operation.dutyOrigin, link: link, operation.db)
      }
    }
  }

  /// Puts a meeting of a committee on file, or corrects one (articles 14 and 15).
  ///
  /// - Parameter number: the meeting that is corrected; `nil`: a new one.
  /// - Throws: ``StoreError/refused(_:)`` where a meeting of that committee and day is on file; as ``nameCommittee(_:of:_:since:by:)``.
  public func enterMeeting(_ meeting: CommitteeMeeting, of code: String, correcting number: Int64? = nil, by who: Acting)
    throws(StoreError)
  {
    try write(.enterDuty, by: who) { operation in
      let center = try operation.centerOfDuties(code, .enterDuty)
      let all = try CenterStore.meetings(of: center, operation.db)
      let old = try number.map { number in
        guard let old = all.first(where: { $0.id == number }) else { throw Operation.gone }
        return old
      }
      if old?.meeting == meeting { return }
      if all.contains(where: { $0.id != number && $0.meeting.committee == meeting.committee && $0.meeting.day == meeting.day }) {
        throw Refusal(
          article: meeting.committee.article,
          Phrase(zh: "\(meeting.day) 的会议已在案，请更正该条", en: "the meeting of \(meeting.day) is on file: correct it there"))
      }
      try operation.require(meeting.day, notAfterTodayOf: meeting.committee.article)
      let link = try operation.append(
        .enterDuty,
        Change(
          object: "meeting/\(code)/\(meeting.committee.rawValue)/\(meeting.day)",
          before: try old.map { try CenterStore.fields($0.meeting) },
          after: try CenterStore.fields(meeting)))
      if let old { try operation.db.execute(sql: "DELETE FROM committee_meeting WHERE id = ?", arguments: [old.id]) }
      try operation.db.execute(
        sql: """
          INSERT INTO committee_meeting(id, center_id, committee, day, agenda, outcome, minutes, origin, link)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          old?.id, center, meeting.committee.rawValue, meeting.day.description, meeting.agenda.map(\.rawValue).joined(separator: " "),
          meeting.outcome.string, meeting.minutes.string, operation.dutyOrigin.rawValue, link,
        ])
      if let old = old?.meeting, old.day != meeting.day || old.committee != meeting.committee {
        try operation.moveProofs(
          of: .meeting(old.committee, on: old.day), to: .meeting(meeting.committee, on: meeting.day), of: (center, code))
      }
    }
  }

  /// Puts records of a duty on file; one that is there of the same part, subject and year is corrected by it, and stays in the chain.
  ///
  /// - Parameter keepingOld: whether what is there stays as it is, since what is entered was not written for this center alone.
  /// - Returns: the records that were put on file.
  /// - Throws: as ``nameCommittee(_:of:_:since:by:)``; ``StoreError/refused(_:)`` for a co-builder that is none of the center's, and where all of
  ///   it is there already and stays.
  @discardableResult
  public func enterDuties(_ records: [DutyRecord], of code: String, keepingOld: Bool = false, by who: Acting) throws(StoreError)
    -> [DutyRecord]
  {
    try write(.enterDuty, by: who) { operation in
      let center = try operation.centerOfDuties(code, .enterDuty)
      let there = keepingOld ? try CenterStore.entries(of: center, operation.db).map(\.record) : []
      let records = records.filter { record in !there.contains { $0.isReplaced(by: record) } }
      if records.isEmpty, keepingOld {
        throw Refusal(article: nil, Phrase(zh: "已在案，原内容不动", en: "it is on file already and stays as it is"))
      }
      var entered: [DutyRecord] = []
      for given in records {
        try operation.require(given.day, notAfterTodayOf: given.duty.article)
        let record = given.duty == .coBuilding ? given.renamed(to: try operation.coBuilder(given.subject, of: center)) : given
        let old = try CenterStore.entries(of: center, operation.db).first { $0.record.isReplaced(by: record) }
        if old?.record == record { continue }
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

  /// Takes something out that was put on file by mistake; what it said stays in the chain.
  ///
  /// - Throws: ``StoreError/refused(_:)`` without a reason, or where it is gone already; as ``nameCommittee(_:of:_:since:by:)``.
  public func removeDuty(_ item: DutyItem, of code: String, reason: PlainText, by who: Acting) throws(StoreError) {
    try write(.removeDuty, by: who) { operation in
      let (center, db) = (try operation.centerOfDuties(code, .removeDuty), operation.db)
      if reason.isEmpty { throw Refusal(article: nil, Phrase(zh: "须写明理由", en: "a reason is needed")) }
      let (table, id, object, fields) = try CenterStore.find(item, of: center, code, db)
      try operation.append(.removeDuty, Change(object: object, before: fields, after: [("reason", reason.string)]))
      try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
    }
  }

  /// The number of an active center of whose duties a member enters something: staff of all, a host of its own.
  static func centerOfDuties(_ code: String, _ member: Member, _ act: Act, _ db: Database) throws -> Int64 {
    let id = try ownCenter(code, member, act, db)
    let status = try String.fetchOne(db, sql: "SELECT status FROM center WHERE id = ?", arguments: [id])
    if let status = status.flatMap({ CenterStatus(rawValue: $0) }), status != .active {
      throw Refusal(article: nil, Phrase(zh: "中心\(status.phrase.zh)", en: "the center is \(status.phrase.en)"))
    }
    return id
  }

  /// Where something on file stands, what the chain calls it, and what it says.
  private static func find(_ item: DutyItem, of center: Int64, _ code: String, _ db: Database) throws
    -> (table: String, id: Int64, object: String, fields: Change.Fields)
  {
    switch item {
    case .seat(let number):
      guard let tenure = try seats(of: center, db).first(where: { $0.id == number })?.tenure else { throw Operation.gone }
      return (
        "committee_seat", number, "committee/\(code)/\(tenure.committee.rawValue)",
        [("members", text([tenure.seat.member])), ("since", tenure.since.description)]
      )
    case .meeting(let number):
      guard let meeting = try meetings(of: center, db).first(where: { $0.id == number })?.meeting else { throw Operation.gone }
      return ("committee_meeting", number, "meeting/\(code)/\(meeting.committee.rawValue)/\(meeting.day)", try fields(meeting))
    case .record(let number):
      guard let record = try entries(of: center, db).first(where: { $0.id == number })?.record else { throw Operation.gone }
      return ("duty_record", number, path(of: record, code), fields(record))
    }
  }

  private static func path(of record: DutyRecord, _ code: String) -> String {
    let parts = [record.part?.rawValue, record.subject.isEmpty ? nil : record.subject.string, record.year.map { "\($0)" }]
    return (["duty", code, record.duty.rawValue] + parts.compactMap(\.self)).joined(separator: "/")
  }

  private static func text(_ members: [CommitteeMember]) -> String {
    members.map { "\($0.name)\t\($0.employer)\t\($0.duty?.rawValue ?? "")" }.joined(separator: "\n")
  }

  private static func fields(_ meeting: CommitteeMeeting) throws -> Change.Fields { [("meeting", try JSONText.encode(meeting))] }

  private static func fields(_ record: DutyRecord) -> Change.Fields {
    [("day", record.day.description), ("text", record.text.string), ("evidence", record.evidence.string)]
  }
}

extension DutyRecord {
  /// Whether another says the same thing anew.
  fileprivate func isReplaced(by other: DutyRecord) -> Bool {
    duty == other.duty && part == other.part && year == other.year && NameKey(subject) == NameKey(other.subject)
  }
}

extension Operation {
  /// What was to be corrected or taken out is gone.
  fileprivate static let gone = Refusal(article: nil, Phrase(zh: "该记录已不在案", en: "that is on file no more"))

  /// Who puts something on file here.
  fileprivate var dutyOrigin: DutyOrigin { member.role == .host ? .host : .staff }

  fileprivate func centerOfDuties(_ code: String, _ act: Act) throws -> Int64 { try CenterStore.centerOfDuties(code, member, act, db) }

  /// The present name of a co-builder of a center that goes by some name.
  fileprivate func coBuilder(_ name: PlainText, of center: Int64) throws -> PlainText {
    let present = try String.fetchOne(
      db,
      sql: """
        SELECT name FROM center_co_builder JOIN organization ON organization.id = organization_id
        WHERE center_id = ?1 AND (name_key = ?2 OR EXISTS (
          SELECT 1 FROM organization_alias WHERE organization_id = organization.id AND organization_alias.name_key = ?2))
        """, arguments: [center, NameKey(name).string])
    if let present { return try PlainText(present) }
    throw Refusal(article: "7", Phrase(zh: "“\(name)”不是共建单位", en: "“\(name)” is no co-builder"))
  }

  fileprivate func require(_ day: Day, notAfterTodayOf article: String) throws {
    if day > now.day { throw Refusal(article: article, Phrase(zh: "日期 \(day) 还没有到", en: "\(day) is still to come")) }
  }

  fileprivate func require(_ day: Day, notBefore last: Day?, of committee: CommitteeKind) throws {
    try require(day, notAfterTodayOf: committee.article)
    if let last, day < last {
      throw Refusal(
        article: committee.article,
        Phrase(zh: "早于上次变动之日 \(last)", en: "that is before the last change of \(last)"))
    }
  }
}
