import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Asks for changes of what is on file of a center (article 31), for its host.
  ///
  /// - Returns: the number of the request.
  /// - Throws: ``StoreError/refused(_:)`` where an open request changes the same; ``StoreError/notPermitted(_:)`` for a center that is not this
  ///   person's, whether it exists or not.
  @discardableResult
  public func requestChange(of center: String, _ petition: ChangePetition, by who: Acting) throws(StoreError) -> String {
    try write(.requestChange, by: who) { operation in
      let id = try CenterStore.ownCenter(center, operation.member, .requestChange, operation.db)
      let aspects = Set(petition.changes.map(\.aspect))
      for open: ChangeRequest in try operation.openMatters(of: id) {
        guard let change = open.petition.changes.first(where: { aspects.contains($0.aspect) }) else { continue }
        let twice = change.aspect.phrase
        throw Refusal(
          article: "31", field: change.aspect == .registration ? "place" : change.field,
          Phrase(zh: "“\(twice.zh)”已有变更申请在办理", en: "a request that changes the \(twice.en) is under way"))
      }
      if let department = petition.newDepartment { _ = try CenterStore.departmentID(department, operation.db) }
      let request = ChangeRequest(petition)
      return try operation.begin(request, of: (id, center), .requestChange, subject: MatterSubject.text(request))
    }
  }

  /// Begins the filing of a director with what the management committee considered (article 16), for a center's host.
  ///
  /// - Returns: the number of the filing.
  /// - Throws: ``StoreError/refused(_:)`` where another is under way; as ``requestChange(of:_:by:)``.
  @discardableResult
  public func beginDirectorFiling(
    of center: String, director: PlainText, considered: DirectorFiling.Consideration, by who: Acting
  ) throws(StoreError) -> String {
    try write(.beginDirector, by: who) { operation in
      let id = try CenterStore.ownCenter(center, operation.member, .beginDirector, operation.db)
      let open: [DirectorFiling] = try operation.openMatters(of: id)
      if let open = open.first {
        throw Refusal(article: "16", Phrase(zh: "\(open.director)的备案在办理", en: "the filing of \(open.director) is under way"))
      }
      let filing = try DirectorFiling(director: director, considered: considered, today: operation.now.day)
      return try operation.begin(filing, of: (id, center), .beginDirector, subject: MatterSubject.text(filing))
    }
  }

  /// Proposes to revoke a center's title (article 30): the bureau on any ground, the host's own request with the host's paper; a host on its own
  /// request alone.
  ///
  /// - Returns: the number of the revocation.
  /// - Throws: ``StoreError/refused(_:)`` where the center is no active one, a revocation on that ground is under way, a closed round does not
  ///   show grounds 1 and 2, or staff enter a host's request without its paper; as ``requestChange(of:_:by:)``.
  @discardableResult
  public func proposeRevocation(of center: String, _ case: RevocationCase, by who: Acting) throws(StoreError) -> String {
    try write(.proposeRevocation, by: who) { operation in
      let id = try CenterStore.ownCenter(center, operation.member, .proposeRevocation, operation.db)
      if operation.member.role == .host, `case`.ground != .ownRequest { throw StoreError.notPermitted(.proposeRevocation) }
      if operation.member.role != .host { try `case`.requirePaper(today: operation.now.day) }
      if let year = `case`.round { try operation.requireShown(`case`.ground, of: center, in: year) }
      return try operation.propose(`case`, of: (id, center))
    }
  }

  /// The number of a center of which a member may begin a matter: staff of all, a host of its own.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)``, whether it exists or not; ``StoreError/noSuch(_:_:)`` for staff.
  static func ownCenter(_ code: String, _ member: Member, _ act: Act, _ db: Database) throws -> Int64 {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT id, host_id FROM center WHERE code = ?"), arguments: [code])
    let isStaff = member.role == .admin || member.role == .bureau
    if let row, isStaff || member.organizationID == row[1] { return row[0] }
    throw isStaff ? StoreError.noSuch(.center, code) : StoreError.notPermitted(act)
  }
}

extension Operation {
  /// Proposes to revoke, unless that is proposed already.
  @discardableResult
  func propose(_ case: RevocationCase, of center: (id: Int64, code: String)) throws -> String {
    let open = try Row.fetchAll(
      db, sql: "SELECT number, state FROM matter WHERE center_id = ? AND kind = 'revocation' AND stage = 'proposed' ORDER BY id",
      arguments: [center.id])
    for row in open {
      let other: Revocation = try JSONText.decode(row[1])
      if other.case.ground != `case`.ground || other.case.round != `case`.round { continue }
      throw Refusal(
        article: `case`.ground.article,
        Phrase(
          zh: "\(center.code) 已因此拟撤销（\(row[0] as String)），尚未决定",
          en: "the revocation of \(center.code) on this ground is proposed (\(row[0] as String)) and not decided"))
    }
    let calendar = try WorkingDays.standard.get()
    let revocation = Revocation(`case`, on: now.day, calendar: calendar)
    return try begin(
      revocation, of: center, .proposeRevocation, round: `case`.round, subject: MatterSubject.text(revocation))
  }

  /// Proposes what a round shows when it closes (article 30(1) and (2)).
  func proposeRevocations(after round: EvaluationRound, in year: Int) throws {
    for proposal in try CenterStore.closedConsequences(round, db).proposals {
      let id = try CenterStore.centerID(proposal.center, db)
      if try Bool.fetchOne(
        db, sql: "SELECT 1 FROM matter WHERE center_id = ? AND kind = 'revocation' AND round = ?", arguments: [id, year]) != nil
      {
        continue
      }
      try propose(RevocationCase(proposal.ground, round: year), of: (id, proposal.center))
    }
  }

  /// Makes sure that a closed round shows a ground, and that it was not decided on before.
  fileprivate func requireShown(_ ground: RevocationGround, of center: String, in year: Int) throws {
    let id = try CenterStore.centerID(center, db)
    let kept = try StoredRound(try CenterStore.round(year, db), .center(code: center, id: id), db)
    let shown = try CenterStore.closedConsequences(kept.round, db).proposals.first { $0.center == center }
    guard let shown, RevocationCase(shown.ground, round: year).ground == ground else {
      throw Refusal(
        article: ground.article,
        Phrase(zh: "\(year) 年度评估没有显示这一情形", en: "the round of \(year) does not show it"))
    }
    let earlier = try String.fetchOne(
      db, sql: "SELECT number FROM matter WHERE center_id = ? AND kind = 'revocation' AND round = ? AND is_open = 0 AND stage <> 'lapsed'",
      arguments: [id, year])
    guard let earlier else { return }
    throw Refusal(
      article: ground.article, Phrase(zh: "已作出决定（\(earlier)）", en: "that was decided (\(earlier))"))
  }

  /// The open matters of a kind of a center.
  func openMatters<M: Matter>(of center: Int64) throws -> [M] {
    try String.fetchAll(
      db, sql: "SELECT state FROM matter WHERE center_id = ? AND kind = ? AND is_open = 1", arguments: [center, M.matter.rawValue]
    ).map { try JSONText.decode($0) }
  }

  /// Puts a new matter on file and says its number.
  fileprivate func begin<M: Matter>(
    _ matter: M, of center: (id: Int64, code: String), _ act: Act, round: Int? = nil, subject: String
  ) throws -> String {
    let status = try String.fetchOne(db, sql: "SELECT status FROM center WHERE id = ?", arguments: [center.id])
    if let status = status.flatMap({ CenterStatus(rawValue: $0) }), status != .active {
      throw Refusal(
        article: M.matter.article,
        Phrase(zh: "中心\(status.phrase.zh)", en: "the center is \(status.phrase.en)"))
    }
    let (day, number) = (now.day, try nextNumber(of: M.matter))
    let text = try JSONText.encode(matter)
    let link = try append(
      act, Change(object: "\(M.matter.rawValue)/\(number)", after: [("center", center.code), ("matter", text)]))
    try db.execute(
      sql: """
        INSERT INTO matter(number, kind, center_id, department_id, subject, state, stage, is_open, begun_on, begun_by, since, round, link)
        SELECT ?1, ?2, id, department_id, ?3, ?4, ?5, 1, ?6, ?7, ?6, ?8, ?9 FROM center WHERE id = ?10
        """,
      arguments: [
        number, M.matter.rawValue, subject, text, matter.stage.rawValue, day.description, member.login, round, link, center.id,
      ])
    return number
  }

  /// The number of the next matter of a kind: one after the highest of the year.
  private func nextNumber(of kind: MatterKind) throws -> String {
    let stem = "\(kind.prefix)\(now.day.year)-"
    let last = try String.fetchOne(
      db, sql: "SELECT number FROM matter WHERE number >= ? AND number < ? ORDER BY length(number) DESC, number DESC LIMIT 1",
      arguments: [stem, stem + ":"])
    let next = String((last.flatMap { Int($0.dropFirst(stem.count)) } ?? 0) + 1)
    return stem + String(repeating: "0", count: max(0, 4 - next.count)) + next
  }
}
