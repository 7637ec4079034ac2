import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Says who sits on a committee from a day on (articles 14 and 15): who is not named any more has left on that day, who stays keeps the first day.
  /// Who had left on that very day and is named again never left, so that a naming is taken back by another one. Whether it is made up lawfully is
  /// told with the standing; an unlawful one is put on file all the same, since that is how it is.
  ///
  /// - Parameter expecting: who sat there when this person began to write (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for a day that is to come, or before the last change of the committee; ``StoreError/notPermitted(_:)`` for a center that is not this person's, whether it exists or not.
  public func nameCommittee(
    _ committee: CommitteeKind, of code: String, _ members: [CommitteeMember], since day: Day, expecting: Seen<[CommitteeMember]>? = nil,
    by who: Acting
  ) throws(StoreError) {
    try write(.enterDuty, by: who) { operation in
      let center = try operation.centerOfDuties(code, .enterDuty)
      let old = try CenterStore.seats(of: center, operation.db).filter { $0.tenure.committee == committee }
      try operation.require(day, notBefore: old.flatMap { [$0.tenure.since, $0.tenure.until] }.compactMap(\.self).max(), of: committee)
      let seated = old.filter { $0.tenure.until == nil }
      let sitting = seated.map(\.tenure.seat.member)
      let object = "committee/\(code)/\(committee.rawValue)"
      // Members are told in the order in which they were named, which the order of the seats is not.
      let joining = try operation.join(
        Joined(
          Phrase(zh: "\(committee.phrase.zh)的成员", en: "the members of the \(committee.phrase.en)"), object, expecting,
          own: [("members", CenterStore.text(members.inSeatOrder))], over: [("members", CenterStore.text(sitting.inSeatOrder))]
        ) { [("members", CenterStore.text($0.inSeatOrder))] },
        link: operation.link(of: "committee_seat WHERE center_id = ? AND committee = ? ORDER BY link DESC", [center, committee.rawValue]))
      let members = joining.pick("members", members, sitting)
      var staying = members
      var leaving: [StoredSeat] = []
      for seat in seated {
        if let place = staying.firstIndex(of: seat.tenure.seat.member) { staying.remove(at: place) } else { leaving.append(seat) }
      }
      if leaving.isEmpty, staying.isEmpty { return }
      let link = try operation.append(
        .enterDuty,
        Change(
          object: object, before: [("members", CenterStore.text(sitting))],
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

  /// Takes something out that was put on file by mistake; what it said stays in the chain.
  ///
  /// - Throws: ``StoreError/refused(_:)`` without a reason, or where it is gone already; as ``nameCommittee(_:of:_:since:expecting:by:)``.
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

  static func path(of record: DutyRecord, _ code: String) -> String {
    let parts = [record.part?.rawValue, record.subject.isEmpty ? nil : record.subject.string, record.year.map { "\($0)" }]
    return (["duty", code, record.duty.rawValue] + parts.compactMap(\.self)).joined(separator: "/")
  }

  private static func text(_ members: [CommitteeMember]) -> String {
    members.map { "\($0.name)\t\($0.employer)\t\($0.duty?.rawValue ?? "")" }.joined(separator: "\n")
  }

  static func fields(_ meeting: CommitteeMeeting) throws -> Change.Fields { [("meeting", try JSONText.encode(meeting))] }

  static func fields(_ record: DutyRecord) -> Change.Fields {
    [("day", record.day.description), ("text", record.text.string), ("evidence", record.evidence.string)]
  }
}

extension [CommitteeMember] {
  /// In one order whoever named them.
  fileprivate var inSeatOrder: [CommitteeMember] {
    sorted {
      ($0.duty?.rawValue ?? "~", $0.name.string, $0.employer.string) < ($1.duty?.rawValue ?? "~", $1.name.string, $1.employer.string)
    }
  }
}
