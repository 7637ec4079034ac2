import GRDB
import Regulation

extension CenterStore {
  /// An application that a member may see (articles 4 to 7): staff all, a department its jurisdiction's from submission on, a host its own, an
  /// expert what is assigned.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)``, whether it exists or not; ``StoreError/noSuch(_:_:)`` for staff only.
  static func visibleApplication(_ number: String, _ member: Member, _ act: Act? = nil, _ db: Database) throws -> StoredApplication {
    let stored = try storedApplication(number, db)
    if member.role == .admin || member.role == .bureau {
      guard let stored else { throw StoreError.noSuch(.application, number) }
      return stored
    }
    guard let stored, try isVisible(stored, member, db) else { throw StoreError.notPermitted(act) }
    return stored
  }

  static func isVisible(_ stored: StoredApplication, _ member: Member, _ db: Database) throws -> Bool {
    switch member.role {
    case .admin, .bureau: return true
    case .department:
      guard member.departmentID == stored.departmentID else { return false }
      return try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT \(wasHandedIn) FROM application WHERE id = ?"), arguments: [stored.id]) ?? false
    case .host: return member.organizationID == stored.hostID
    case .expert: return try isReviewer(stored.id, member.login, db)
    case .agency, .viewer: return false
    }
  }

  /// Whether an application came to its department: a draft did not, nor one that its host took back as a draft.
  private static let wasHandedIn = """
    stage <> 'draft' AND (stage <> 'withdrawn' OR EXISTS (SELECT 1 FROM application_step
      WHERE application_id = application.id AND step ->> '$.submit' IS NOT NULL))
    """

  static func isReviewer(_ id: Int64, _ login: String, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM application_expert WHERE application_id = ? AND login = ?")
    return try Bool.fetchOne(statement, arguments: [id, login]) ?? false
  }

  /// What a queue of a member is narrowed to; `nil` for who has none.
  static func queueCondition(_ member: Member) -> (sql: String, arguments: StatementArguments)? {
    switch member.role {
    case .admin, .bureau: ("1", [])
    case .department: ("department_id = ? AND \(wasHandedIn)", [member.departmentID])
    case .host: ("host_id = ?", [member.organizationID])
    case .expert: ("application.id IN (SELECT application_id FROM application_expert WHERE login = ?)", [member.login])
    case .agency, .viewer: nil
    }
  }

  /// The applications that somebody may see, the latest call first, then by number.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for viewers and agencies.
  public func applications(by who: Acting) throws(StoreError) -> [ApplicationSummary] {
    let today = surroundings.now().day
    return try read(by: who) { db, member in
      guard let (condition, arguments) = CenterStore.queueCondition(member) else { throw StoreError.notPermitted(nil) }
      let book = try WaitingBook(member, today: today, db)
      return try Row.fetchAll(
        db, sql: CenterStore.applicationSelection + "WHERE \(condition) ORDER BY application.year DESC, number", arguments: arguments
      ).map { row in
        var summary = try CenterStore.applicationSummary(row)
        summary.stand(try book.standing(id: row[8], year: summary.year, stage: summary.stage, since: summary.since, state: row[12]))
        summary.ownPart = book.part(of: row[8])
        return summary
      }
    }
  }

  /// An application with its findings, its history and what can be done with it, as somebody may see it.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for an expert before the pledge (回避), or who has to step aside.
  public func application(_ number: String, by who: Acting) throws(StoreError) -> ApplicationFile {
    let today = surroundings.now().day
    return try read(by: who) { db, member in
      let stored = try CenterStore.visibleApplication(number, member, nil, db)
      if member.role == .expert { try CenterStore.requireReviewPledge(stored, member.login, db) }
      return try CenterStore.applicationFile(stored, for: member, today: today, db)
    }
  }

  /// What articles 9 and 10 would find in an application if its form were this one: what ``application(_:by:)`` finds once it is saved, with
  /// what people judged, the host's credit and the names of other centers. So a form says while it is written what the file will say of it.
  ///
  /// - Throws: as ``application(_:by:)``.
  public func eligibility(of number: String, with form: ApplicationForm, by who: Acting) throws(StoreError) -> Eligibility {
    try read(by: who) { db, member in
      let stored = try CenterStore.visibleApplication(number, member, nil, db)
      if member.role == .expert { try CenterStore.requireReviewPledge(stored, member.login, db) }
      var form = form
      form.keepCall(of: try stored.form)
      return try CenterStore.eligibility(of: stored, form: form, db)
    }
  }

  static func applicationFile(_ stored: StoredApplication, for member: Member, today: Day, _ db: Database) throws -> ApplicationFile {
    let form = try stored.form
    var situation = try situation(of: stored, form: form, today: today, db)
    let isStaff = member.role == .admin || member.role == .bureau
    // Only the bureau's steps look at how many opinions there are.
    if !isStaff { situation.opinions = 0 }
    let reviewers = isStaff || member.role == .expert ? try reviewers(of: stored, form: form, db) : []
    let own = reviewers.first { $0.login == member.login }
    let leads = own?.isLeader ?? false
    let panel = isStaff || leads ? try panel(of: stored, reviewers, db) : nil
    // Experts judge alone; who writes the group's opinion reads the others' when none is still to come.
    let seesAll = isStaff || leads && own?.isSubmitted == true && panel?.isComplete == true
    var summary = stored.summary
    let book = try WaitingBook(member, today: today, db)
    summary.stand(
      try book.standing(
        id: stored.id, year: summary.year, stage: summary.stage, since: summary.since, state: try JSONText.encode(stored.application)))
    summary.ownPart = book.part(of: stored.id)
    let course = try course(of: stored, for: member, seesAll: seesAll, db)
    return ApplicationFile(
      summary: summary, form: form, application: stored.application.shown(to: member.role), call: situation.call,
      eligibility: try eligibility(of: stored, form: form, db), course: course,
      givenBack: member.role == .expert ? nil : try givenBack(stored, course, db),
      reviewers: seesAll ? reviewers : reviewers.filter { $0.login == member.login }, panel: panel,
      groupOpinion: isStaff || own != nil ? stored.groupOpinion : .empty, situation: situation,
      trail: try trail(of: stored, isStaff: isStaff, situation.calendar, db))
  }

  /// What the steps left on file; who objected, and why an objection does not count, is the bureau's to know.
  private static func trail(of stored: StoredApplication, isStaff: Bool, _ calendar: WorkingDays, _ db: Database) throws -> ApplicationTrail
  {
    let steps = try Row.fetchAll(
      db, sql: "SELECT step, day FROM application_step WHERE application_id = ? ORDER BY position", arguments: [stored.id]
    ).map { row -> (step: ApplicationStep, on: Day) in (try JSONText.decode(row[0]), try day(row[1])) }
    let trail = ApplicationTrail(stored.application, steps, calendar: calendar)
    return isStaff ? trail : trail.withoutObjectors
  }

  /// What a step of an application looks at.
  static func situation(of stored: StoredApplication, form: ApplicationForm, today: Day, _ db: Database) throws -> Application.Situation {
    guard let call = try call(stored.summary.year, db) else { throw StoreError.noSuch(.call, String(stored.summary.year)) }
    let eligibility = try eligibility(of: stored, form: form, db)
    let opinions = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM application_expert WHERE application_id = ? AND is_submitted", arguments: [stored.id])
    return Application.Situation(
      call: call.call, today: today, failed: eligibility.failed.map(\.article), unknown: eligibility.unknown.map(\.article),
      opinions: opinions ?? 0, calendar: try WorkingDays.standard.get())
  }

  /// The form held against articles 9 and 10, with what people judged and what the registry knows.
  /// The last link whose looks at the host's credit bear on an application: what was found after it was decided is no part of it, though it may be
  /// of another, and of a ground for revocation (article 30(5)).
  static func lastLinkThatCounts(for stored: StoredApplication, _ db: Database) throws -> Int64 {
    if stored.summary.stage.isOpen { return .max }
    return try Int64.fetchOne(
      db, sql: "SELECT max(link) FROM application_step WHERE application_id = ?", arguments: [stored.id]) ?? .max
  }

  static func eligibility(of stored: StoredApplication, form: ApplicationForm, _ db: Database) throws -> Eligibility {
    let judgements = try String.fetchAll(
      db, sql: "SELECT document FROM judgement WHERE application_id = ?", arguments: [stored.id]
    ).map { try JSONText.decode($0) as EligibilityJudgement }
    let credit = try String.fetchAll(
      db, sql: "SELECT document FROM credit_check WHERE organization_id = ? AND link <= ? ORDER BY day, link",
      arguments: [stored.hostID, try lastLinkThatCounts(for: stored, db)]
    ).map { try JSONText.decode($0) as CreditCheck }
    // The name of the center that came of it is no other center's.
    let own: PlainText? = if case .certified(let made) = stored.application.state { made.code } else { nil }
    let alike = try CenterNameIndex.activeCenters(named: form.center.name ?? .empty, except: own, db)
    return Eligibility(
      form, places: try Places.standard.get(),
      knowing: Eligibility.Knowledge(
        judgements: judgements, creditChecks: credit, activeCenters: alike))
  }
}

extension Application {
  /// The application as a role may see it: who objected is the bureau's to know.
  func shown(to role: Role) -> Application { role == .admin || role == .bureau ? self : withoutObjectors }
}
