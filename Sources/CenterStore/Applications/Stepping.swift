import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Takes a step with an application; the rules decide whether it is lawful (``Regulation/Application``). Certification makes the center.
  ///
  /// - Throws: ``StoreError/refused(_:)`` with the article that stands against it; ``StoreError/notPermitted(_:)`` for an application that is not
  ///   this person's, whether it exists or not.
  public func stepApplication(_ number: String, _ step: ApplicationStep, by who: Acting) throws(StoreError) {
    try write(.stepApplication, by: who) { operation in try operation.take(step, with: number) }
  }
}

extension Operation {
  /// Takes a step with an application that is this person's to take it with, and leaves a link.
  func take(_ step: ApplicationStep, with number: String) throws {
    let stored = try CenterStore.visibleApplication(number, member, .stepApplication, db)
    let form = try stored.form
    var situation = try CenterStore.situation(of: stored, form: form, today: now.day, db)
    if case .certify(_, let code) = step, try CenterStore.center(code: code.string, db) != nil { situation.takenCodes = [code] }
    if step.kind == .propose { try CenterStore.requireReviewersFree(of: stored, form: form, db) }
    var application = stored.application
    try application.take(step, by: member.role, situation)
    let text = try JSONText.encode(step)
    let link = try append(
      .stepApplication,
      Change(
        object: "application/\(number)/\(step.kind.rawValue)", before: [("stage", stored.summary.stage.rawValue)],
        after: [("stage", application.state.stage.rawValue), ("step", text)]))
    let isGivenBack = step.kind == .returnForCorrection || step.kind == .sendBack
    let was = isGivenBack ? try JSONText.encode(ApplicationSnapshot(of: stored, db)) : nil
    try keep(application, text, of: stored, was: was, link: link)
    if case .certified(let certification) = application.state, step.kind == .certify {
      try register(certification, form, of: stored, link: link)
    }
  }

  /// Writes down where an application stands and the step that brought it there.
  ///
  /// - Parameter was: what it was like, where it was given back (``ApplicationSnapshot``).
  func keep(_ application: Application, _ step: String, of stored: StoredApplication, was: String? = nil, link: Int64) throws {
    let stage = application.state.stage
    let since = stage == stored.summary.stage ? stored.summary.since : now.day
    try db.execute(
      sql: "UPDATE application SET state = ?, stage = ?, since = ?, link = ? WHERE id = ?",
      arguments: [try JSONText.encode(application), stage.rawValue, since.description, link, stored.id])
    try db.execute(
      sql: """
        INSERT INTO application_step(application_id, position, step, login, day, was, link)
        SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6 FROM application_step WHERE application_id = ?1
        """, arguments: [stored.id, step, member.login, now.day.description, was, link])
  }

  /// Enters the center into the registry (纳入管理序列; article 12), with its host and co-builders.
  fileprivate func register(_ certification: Certification, _ form: ApplicationForm, of stored: StoredApplication, link: Int64) throws {
    guard let name = form.center.name, !name.isEmpty else {
      throw Refusal(article: "9.7", Phrase(zh: "申请没有写明中心名称", en: "the application does not name the center"))
    }
    var names = NameResolver(link: link, expecting: 1)
    let builders = (form.coBuilders ?? []).filter { $0.name.map { !$0.isEmpty } ?? false }
    let record = CenterRecord(
      code: certification.code, name: name, host: try PlainText(stored.summary.host), hostKind: form.host.kind ?? .other,
      coBuilders: builders.compactMap(\.name), department: try PlainText(stored.summary.department), field: form.center.field ?? .empty,
      certifiedOn: certification.on, status: .active, director: .empty, formerNames: [])
    var ids: [Int64] = []
    for builder in builders { ids.append(try names.organization(builder.name ?? .empty, db, kind: builder.kind)) }
    let places = CenterPlaces(host: stored.hostID, department: stored.departmentID, builders: ids)
    let writer = try CenterWriter(db, link: link)
    try writer.insert(record, places)
    try writer.finish()
    let center = try CenterStore.centerID(certification.code.string, db)
    try DutyTakeover.take(form, of: center, since: certification.on, link: link, db)
  }
}
