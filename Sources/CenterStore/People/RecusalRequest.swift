import GRDB
import Regulation
import Wording

/// Somebody whom a host asks to step aside from its center (回避), as the host names them.
public struct RecusalRequest: Sendable, Hashable, Codable {
  /// The person's name.
  public var person: PlainText
  /// Where the person works or worked; may be empty.
  public var employer: PlainText
  /// Why.
  public var reason: PlainText

  /// Names a person.
  public init(person: PlainText, employer: PlainText = .empty, reason: PlainText) {
    self.person = person
    self.employer = employer
    self.reason = reason
  }
}

extension CenterStore {
  /// A host asks that somebody step aside from its center: whoever bears the name, and where an employer is named works or worked there, is not
  /// drawn for it and cannot score it; whoever scores it in an earlier round that is still under way goes on there. Asked again of the same person, the later reason stands. What comes of it is the same whether or not the
  /// person is an expert, so that nothing is learned of who is.
  ///
  /// - Parameter expecting: the reason that was on file of the same person when this one began; empty: none (``Seen``).
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but the center's host, whether the center exists or not; ``StoreError/refused(_:)``
  ///   without a name or a reason, and once experts are assigned to the center in a round that is under way and no later one is announced: who is found too late is told
  ///   to the bureau.
  public func askRecusal(
    center code: String, _ request: RecusalRequest, expecting: Seen<PlainText>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.declareConflict, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let row = try Row.fetchOne(db, sql: "SELECT id, host_id FROM center WHERE code = ?", arguments: [code])
      guard member.role == .host, let row, row[1] == member.organizationID else { throw StoreError.notPermitted(.declareConflict) }
      if request.person.isEmpty { throw Refusal(article: "回避", Phrase(zh: "请写明姓名", en: "say who has to step aside")) }
      if request.reason.isEmpty { throw Refusal(article: "回避", Phrase(zh: "请写明回避事由", en: "say why the expert has to step aside")) }
      if let year = try CenterStore.yearAssigned(row[0], db) { throw CenterStore.tooLateToAsk(year) }
      let keys = (person: NameKey(request.person).string, employer: NameKey(request.employer).string)
      let old = try String.fetchOne(
        db, sql: "SELECT reason FROM recusal_request WHERE center_id = ? AND person_key = ? AND employer_key = ?",
        arguments: [row[0], keys.person, keys.employer])
      let place: StatementArguments = [row[0], keys.person, keys.employer]
      let joining = try operation.join(
        Joined(
          Phrase(zh: "对\(request.person)的回避申请", en: "what is asked of \(request.person)"), "recusal/\(code)", expecting,
          own: [("reason", request.reason.string)], over: [("reason", old ?? "")]
        ) { [("reason", $0.string)] },
        link: operation.link(of: "recusal_request WHERE center_id = ? AND person_key = ? AND employer_key = ?", place))
      if joining.pick("reason", request.reason.string, old) == old { return }
      try operation.ask(request, of: (code, row[0]), over: old)
    }
  }

  /// A host takes back that somebody step aside from its center: the person can be drawn for it again; who was drawn meanwhile stays. Whether the
  /// person is an expert is not told.
  ///
  /// - Parameter request: whom it named, and from where; the reason does not matter.
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but the center's host, whether the center exists or not; ``StoreError/refused(_:)`` where it
  ///   did not ask for that person.
  public func takeBackRecusal(center code: String, _ request: RecusalRequest, by who: Acting) throws(StoreError) {
    try write(.declareConflict, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let row = try Row.fetchOne(db, sql: "SELECT id, host_id FROM center WHERE code = ?", arguments: [code])
      guard member.role == .host, let row, row[1] == member.organizationID else { throw StoreError.notPermitted(.declareConflict) }
      let place: StatementArguments = [row[0], NameKey(request.person).string, NameKey(request.employer).string]
      let found = try Row.fetchOne(
        db, sql: "SELECT person, employer, reason FROM recusal_request WHERE center_id = ? AND person_key = ? AND employer_key = ?",
        arguments: place)
      guard let found else {
        throw Refusal(article: "回避", Phrase(zh: "没有申请过这一回避", en: "it was not asked that they step aside"))
      }
      try operation.append(
        .declareConflict,
        Change(object: "recusal/\(code)", before: [("person", found[0]), ("employer", found[1]), ("reason", found[2])]))
      try db.execute(sql: "DELETE FROM recusal_request WHERE center_id = ? AND person_key = ? AND employer_key = ?", arguments: place)
    }
  }

  /// Whom a center's host asks to step aside, by name.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the center's host, whether the center exists or not.
  public func recusalRequests(center code: String, by who: Acting) throws(StoreError) -> [RecusalRequest] {
    try read(by: who) { db, member in
      let row = try Row.fetchOne(db, sql: "SELECT id, host_id FROM center WHERE code = ?", arguments: [code])
      switch member.role {
      case .admin, .bureau: break
      case .host where row != nil && row?[1] == member.organizationID: break
      case .host, .department, .agency, .expert, .viewer: throw StoreError.notPermitted(nil)
      }
      guard let row else { throw StoreError.noSuch(.center, code) }
      return try Row.fetchAll(
        db, sql: "SELECT person, employer, reason FROM recusal_request WHERE center_id = ? ORDER BY person, employer", arguments: [row[0]]
      ).map(RecusalRequest.init)
    }
  }

  /// Why a center's host cannot ask any more that somebody step aside; `nil` where it can.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but the center's host, whether the center exists or not.
  public func refusesRecusalRequests(center code: String, by who: Acting) throws(StoreError) -> Refusal? {
    try read(by: who) { db, member in
      let row = try Row.fetchOne(db, sql: "SELECT id, host_id FROM center WHERE code = ?", arguments: [code])
      guard member.role == .host, let row, row[1] == member.organizationID else { throw StoreError.notPermitted(nil) }
      return try CenterStore.yearAssigned(row[0], db).map { CenterStore.tooLateToAsk($0) }
    }
  }

  /// The year of a round that has experts for a center already and what the host asks would come too late for: it is not yet closed, and no later
  /// round waits for its experts. `nil` where there is none.
  private static func yearAssigned(_ center: Int64, _ db: Database) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT max(year) FROM round WHERE EXISTS (SELECT 1 FROM assignment WHERE assignment.year = round.year AND center_id = ?)
          AND state IN ('scoring', 'settled', 'published')
          AND NOT EXISTS (SELECT 1 FROM round later WHERE later.year > round.year AND later.state = 'announced')
        """, arguments: [center])
  }

  private static func tooLateToAsk(_ year: Int) -> Refusal {
    Refusal(
      article: "回避",
      Phrase(
        zh: "\(year) 年度已分配专家，回避申请须在分配之前提出；此后发现的，请书面告知市科技局",
        en:
          "the experts of \(year) are assigned: who has to step aside is named before that; what is found later is told to the bureau in writing"
      ))
  }
}

extension RecusalRequest {
  /// A request as its row tells it: person, employer, reason.
  init(_ row: Row) throws {
    self.init(person: try PlainText(row[0]), employer: try PlainText(row[1]), reason: try PlainText(row[2], .paragraphs))
  }
}

extension Operation {
  /// Puts a request on file.
  ///
  /// - Parameter old: the reason that stood for it; `nil` where it was not asked.
  func ask(_ request: RecusalRequest, of center: (code: String, id: Int64), over old: String?) throws {
    let link = try append(
      .declareConflict,
      Change(
        object: "recusal/\(center.code)", before: old.map { [("reason", $0)] },
        after: [("person", request.person.string), ("employer", request.employer.string), ("reason", request.reason.string)]))
    try db.execute(
      sql: """
        INSERT INTO recusal_request(center_id, person_key, employer_key, person, employer, reason, day, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(center_id, person_key, employer_key) DO UPDATE SET person = excluded.person, employer = excluded.employer,
          reason = excluded.reason, day = excluded.day, link = excluded.link
        """,
      arguments: [
        center.id, NameKey(request.person).string, NameKey(request.employer).string, request.person.string, request.employer.string,
        request.reason.string, now.day.description, link,
      ])
  }
}
