import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Takes a step with a request for changes; what the bureau agrees to is changed at once (article 31).
  ///
  /// The old values that ``Regulation/ChangeStep/apply(document:old:)`` leaves on file are those of the store, whatever the step says.
  ///
  /// - Throws: ``StoreError/refused(_:)`` with the article that stands against it; ``StoreError/notPermitted(_:)`` for a request that is not
  ///   this person's, whether it exists or not.
  public func stepChange(_ number: String, _ step: ChangeStep, by who: Acting) throws(StoreError) {
    try write(.stepChange, by: who) { operation in
      let stored = try CenterStore.visibleMatter(number, as: ChangeRequest.self, operation.member, .stepChange, operation.db)
      let (code, changes) = (stored.summary.center, stored.matter.petition.changes)
      guard case .apply(let document, _) = step else {
        if case .submit(let petition) = step, let department = petition.newDepartment {
          _ = try CenterStore.departmentID(department, operation.db)
        }
        try operation.take(step, with: stored, .stepChange)
        return
      }
      try operation.take(
        .apply(document: document, old: try CenterStore.values(changes, of: code, operation.db)), with: stored, .stepChange)
      try operation.apply(changes, to: code)
    }
  }

  /// Takes a step with the filing of a director; filed, the name stands in the registry (article 16).
  ///
  /// - Throws: as ``stepChange(_:_:by:)``.
  public func stepDirector(_ number: String, _ step: DirectorStep, by who: Acting) throws(StoreError) {
    try write(.stepDirector, by: who) { operation in
      let stored = try CenterStore.visibleMatter(number, as: DirectorFiling.self, operation.member, .stepDirector, operation.db)
      try operation.take(step, with: stored, .stepDirector)
      if step.kind == .file {
        try operation.rewrite(stored.summary.center, .stepDirector) { $0.director = stored.matter.director }
      }
    }
  }

  /// Takes a step with a revocation; decided, the center is revoked, and what else is open of it lapses (article 30).
  ///
  /// - Throws: as ``stepChange(_:_:by:)``.
  public func stepRevocation(_ number: String, _ step: RevocationStep, by who: Acting) throws(StoreError) {
    try write(.stepRevocation, by: who) { operation in
      let stored = try CenterStore.visibleMatter(number, as: Revocation.self, operation.member, .stepRevocation, operation.db)
      try operation.take(step, with: stored, .stepRevocation)
      if step.kind == .revoke {
        try operation.rewrite(stored.summary.center, .stepRevocation) { $0.status = .revoked }
        try operation.lapseMatters(of: stored.centerID)
      }
    }
  }
}

extension Operation {
  /// Takes a step with a matter, and appends it to its history and to the chain; why it lapses is the store's to say, whatever the step says.
  func take<M: Matter>(_ step: M.Step, with stored: StoredMatter<M>, _ act: Act) throws {
    let step = step.kind == .lapse ? M.Step.lapse(try CenterStore.lapse(of: stored.centerID, db)) : step
    let situation = MatterSituation(today: now.day, status: stored.status, calendar: try WorkingDays.standard.get())
    var matter = stored.matter
    try matter.take(step, by: member.role, situation)
    let text = try JSONText.encode(step)
    let before = stored.matter.stage
    let link = try append(
      act,
      Change(
        object: "\(M.matter.rawValue)/\(stored.summary.number)/\(step.kind.rawValue)",
        before: [("center", stored.summary.center), ("stage", before.rawValue)],
        after: [("center", stored.summary.center), ("stage", matter.stage.rawValue), ("step", text)]))
    let since = matter.stage == before ? stored.summary.since : now.day
    try db.execute(
      sql: "UPDATE matter SET state = ?, stage = ?, is_open = ?, since = ?, link = ? WHERE id = ?",
      arguments: [
        try JSONText.encode(matter), matter.stage.rawValue, matter.stage.isOpen, since.description, link, stored.id,
      ])
    try db.execute(
      sql: """
        INSERT INTO matter_step(matter_id, position, step, login, day, link)
        SELECT ?1, count(*), ?2, ?3, ?4, ?5 FROM matter_step WHERE matter_id = ?1
        """, arguments: [stored.id, text, member.login, now.day.description, link])
  }

  /// Changes a center's record, with a link of its own that says how it stood.
  func rewrite(_ code: String, _ act: Act, _ change: (inout CenterRecord) throws -> Void) throws {
    guard let old = try CenterStore.center(code: code, db) else { throw StoreError.noSuch(.center, code) }
    var record = old.record
    try change(&record)
    if record == old.record { return }
    let link = try append(act, Change(object: "center/\(code)", before: old.record.fields, after: record.fields))
    var names = NameResolver(link: link, expecting: 1)
    let builders = record.coBuilders == old.record.coBuilders ? nil : try (record.coBuilders ?? []).map { try names.organization($0, db) }
    let host = try names.organization(record.host, db, kind: record.hostKind)
    let department = try names.department(record.department, db)
    let writer = try CenterWriter(db, link: link)
    try writer.update(old, to: record, CenterPlaces(host: host, department: department, builders: builders))
    try writer.finish()
  }
}
