import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Everything that happened to a center, as somebody may know it, in the order in which it did.
  ///
  /// Everybody reads what the registry tells: certification, changes of what it says, published results, reorganisation, why a title was lost. The
  /// center's host and its department read its matters, material and duties as well; who carries a round out also its experts; staff all of it,
  /// and by whom.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func timeline(ofCenter code: String, by who: Acting) throws(StoreError) -> [CenterHappening] {
    let origin = try origin(ofCenter: code, by: who)
    let revocation = try decidedRevocation(of: code, by: who)
    return try read(by: who) { db, member in
      guard let center = try CenterStore.center(code: code, db) else { throw StoreError.noSuch(.center, code) }
      var timeline = CenterTimeline(db: db, member: member, code: code, id: center.id)
      timeline.begin(center.record, origin)
      try timeline.records()
      try timeline.host(since: center.record.certifiedOn)
      try timeline.imports()
      try timeline.results()
      try timeline.reorganisations()
      if let revocation, let publication = revocation.publication {
        timeline.add(.revoked(revocation, at: publication.place), on: publication.on)
      }
      try timeline.matters()
      try timeline.rounds()
      try timeline.duties()
      return timeline.inOrder
    }
  }
}

/// Gathers what happened to a center.
struct CenterTimeline {
  let db: Database
  let member: Member
  let code: String
  let id: Int64
  private var found: [CenterHappening] = []

  init(db: Database, member: Member, code: String, id: Int64) {
    (self.db, self.member, self.code, self.id) = (db, member, code, id)
  }

  var isStaff: Bool { member.role == .admin || member.role == .bureau }

  /// By day; what was on one day in the order of the chain, what the chain does not know first.
  var inOrder: [CenterHappening] {
    found.enumerated().sorted { ($0.element.on, $0.element.link, $0.offset) < ($1.element.on, $1.element.link, $1.offset) }
      .map(\.element)
  }

  mutating func add(
    _ matter: CenterHappening.Matter, on day: Day, link: Int64 = 0, login: String? = nil, role: String? = nil, name: String? = nil
  ) {
    let office = role.flatMap { Role(rawValue: $0) }.map { $0 == .admin ? .bureau : $0 }
    let isTold = isStaff || role == member.role.rawValue && role != Role.expert.rawValue
    found.append(
      CenterHappening(matter: matter, office: office, name: isTold ? name ?? login : nil, on: day, link: link))
  }

  // MARK: - What everybody reads

  mutating func begin(_ record: CenterRecord, _ origin: CenterOrigin?) {
    add(
      .certified(document: origin?.certification.document.string, application: origin?.application),
      on: origin?.certification.on ?? record.certifiedOn)
  }

  /// What of the registry's record changed, link by link.
  mutating func records() throws {
    for link in try links(of: Schema.actsOfCenters, "center/\(code)\"") {
      let document: RecordDocument = try JSONText.decode(link.change)
      if let changes = document.changes { add(.recorded(changes), link) }
    }
  }

  /// What files said: few links, each over many rows, in which this center's is looked for.
  mutating func imports() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT audit.seq, time, audit.login, user.name, user.role, rows FROM audit_rows JOIN audit USING (seq)
        LEFT JOIN user USING (login) WHERE act = 'import.centers' ORDER BY audit.seq
        """)
    for row in rows {
      try row.withUnsafeData(atIndex: 5) { log in
        guard let log, let line = log.line(holding: "\"center/\(code)\"") else { return }
        let link = StoredLink(number: row[0], time: row[1], login: row[2], name: row[3], role: row[4], act: "", change: line)
        if line.hasPrefix("[") { return add(.imported, link) }
        let document: RecordDocument = try JSONText.decode(line)
        if document.before == nil { add(.imported, link) } else if let changes = document.changes { add(.recorded(changes), link) }
      }
    }
  }

  /// The results of rounds on this desk, on the days of their publication; those of before on the day on which they came from a file.
  mutating func results() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT result.year, score, grade, rank, round_step.day, coalesce(round_step.link, result.link), time FROM result
        LEFT JOIN round_step ON round_step.year = result.year AND json_type(step, '$.publish') IS NOT NULL
        LEFT JOIN audit ON audit.seq = result.link WHERE result.center_id = ? AND \(CenterStore.isPublic) ORDER BY result.year
        """, arguments: [id])
    for row in rows {
      let score = Points(row[1])
      let result = PublicResult(
        year: row[0], score: score, grade: Grade(rawValue: row[2]) ?? Grade(published: score), rank: row[3])
      let published = try (row[4] as String?).map { try CenterStore.day($0) }
      guard let day = published ?? (row[6] as Int64?).map({ Moment(milliseconds: $0).day }) else { continue }
      add(.result(result, isImported: published == nil), on: day, link: row[5])
    }
  }

  /// What it came out of and went into (article 4(5)), and who put that on file.
  mutating func reorganisations() throws {
    for (event, login, link) in try CenterStore.reorganisations(of: id, db) {
      let user = try Row.fetchOne(db, sql: "SELECT name, role FROM user WHERE login = ?", arguments: [login])
      add(.reorganised(event), on: event.decision.on, link: link, login: login, role: user?[1], name: user?[0])
    }
  }

  // MARK: - What those read who have a part in it

  mutating func matters() throws {
    guard let (condition, own) = CenterStore.matterCondition(member) else { return }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT matter.id, number, matter.kind, subject, begun_on, begun_by, user.name, user.role FROM matter
        JOIN center ON center.id = center_id LEFT JOIN user ON user.login = begun_by WHERE center_id = ? AND \(condition)
        ORDER BY matter.id
        """, arguments: [id] + own)
    for row in rows {
      guard let kind = MatterKind(rawValue: row[2]) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      add(
        .begun(kind, number: row[1], subject: MatterSubject.phrase(row[3])), on: try CenterStore.day(row[4]),
        link: try firstLink(of: kind, row[1]), login: row[5], role: row[7], name: row[6])
      switch kind {
      case .change:
        try steps(ChangeRequest.self, of: row[0], row[1])
        try applied(row[0])
      case .director: try steps(DirectorFiling.self, of: row[0], row[1])
      case .revocation: try steps(Revocation.self, of: row[0], row[1])
      }
    }
  }

  /// The link by which a matter began: the one before its first step, or its own while there is none.
  private func firstLink(of kind: MatterKind, _ number: String) throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT coalesce((SELECT min(matter_step.link) - 1 FROM matter_step WHERE matter_id = matter.id), link) FROM matter WHERE number = ?
        """, arguments: [number]) ?? 0
  }

  private mutating func steps<M: Matter>(_: M.Type, of matter: Int64, _ number: String) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT step, day, matter_step.link, login, name, role FROM matter_step LEFT JOIN user USING (login)
        WHERE matter_id = ? ORDER BY position
        """, arguments: [matter])
    for row in rows {
      let step: M.Step = try JSONText.decode(row[0])
      add(
        .step(M.matter, number: number, step: step.kind.phrase, article: step.kind.article), on: try CenterStore.day(row[1]),
        link: row[2], login: row[3], role: row[5], name: row[4])
    }
  }

  mutating func rounds() throws {
    let years = try Int.fetchAll(db, sql: "SELECT year FROM round ORDER BY year")
    let isOwn = try isOwn()
    for year in years {
      if isOwn || isStaff { try material(of: year) }
      if try isStaff || CenterStore.isEntrusted(year, to: member, db) { try panel(of: year) }
    }
  }

  /// Steps of the center's material and result, and its documents.
  private mutating func material(of year: Int) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT step, login, day, name, role, round_step.link FROM round_step LEFT JOIN user USING (login)
          WHERE year = ?1 AND center_id = ?2 ORDER BY position
          """), arguments: [year, id])
    for row in rows {
      let step: EvaluationRoundStep = try JSONText.decode(row[0])
      add(
        .round(year, .step(isStaff ? step : step.withoutObjector)), on: try CenterStore.day(row[2]), link: row[5], login: row[1],
        role: row[4], name: row[3])
    }
    try documents(of: .material(center: code, year: year), year)
  }

  mutating func documents(of subject: AttachmentSubject, _ year: Int?) throws {
    let object = subject.object + "/"
    for link in try links(of: Schema.actsOfDocuments, object) {
      let document: RecordDocument = try JSONText.decode(link.change)
      let kind: DocumentEvent.Kind =
        link.act == Act.detach.rawValue ? .removed : document.before == nil ? .entered : .corrected
      add(.document(year, title: String(document.object.dropFirst(object.count)), kind), link)
    }
  }

  /// Who scores the center, and what came of it; for those who carry the round out.
  private mutating func panel(of year: Int) throws {
    let objects =
      ["assignment", "sheet", "incentive"].map { "\($0)/\(year)/\(code)/" }
      + ["leader", "group", "site"].map { "\($0)/\(year)/\(code)\"" }
    for told in try CenterStore.linked(to: objects, db) {
      add(.round(year, told.matter), on: told.on, link: told.link, login: told.login, role: told.role, name: told.name)
    }
    var names = ExpertNames()
    for link in try links(of: Schema.actsOfCenters, "sheet/\(year)/\(code)/") {
      let document: RecordDocument = try JSONText.decode(link.change)
      let login = String(document.object.split(separator: "/").last ?? "")
      add(.sheet(year, try names(login, db), isSubmitted: link.act == Act.submitSheet.rawValue), link)
    }
  }

  /// Whether the center is the reader's: as its host, or as its department.
  func isOwn() throws -> Bool {
    guard let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT host_id, department_id FROM center WHERE id = ?"), arguments: [id])
    else { return false }
    switch member.role {
    case .host: return member.organizationID == row[0]
    case .department: return member.departmentID == row[1]
    case .admin, .bureau, .expert, .agency, .viewer: return false
    }
  }
}
