import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Begins an application to the call of a year; the host's own name and kind stand in the form already.
  ///
  /// - Parameters:
  ///   - department: the competent department to which it will be handed in (article 5).
  ///   - copied: an application of the same host whose form is begun with, that was withdrawn or rejected for instance. The declaration is
  ///     not copied: it is given anew for each application (article 10).
  /// - Returns: the application's number.
  public func beginApplication(
    year: Int, department: PlainText, copying copied: String? = nil, by who: Acting
  ) throws(StoreError) -> String {
    try write(.draftApplication, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      guard let host = member.organizationID else { throw StoreError.notPermitted(.draftApplication) }
      guard let call = try CenterStore.call(year, db)?.call else { throw StoreError.noSuch(.call, String(year)) }
      let departmentID = try CenterStore.departmentID(department, db)
      var form = ApplicationForm()
      if let copied {
        form = try CenterStore.visibleApplication(copied, member, .draftApplication, db).form
        form.declarationSigned = nil
      }
      form.takeCall(call)
      if let row = try Row.fetchOne(db, sql: "SELECT name, kind FROM organization WHERE id = ?", arguments: [host]) {
        form.host.name = try PlainText(row[0])
        form.host.kind = HostKind(rawValue: row[1])
      }
      let number = try CenterStore.nextApplicationNumber(year, db)
      var after: Change.Fields = [("year", String(year)), ("department", department.string)]
      if let copied { after.append(("copied from", copied)) }
      let link = try operation.append(.draftApplication, Change(object: "application/\(number)", after: after))
      try db.execute(
        sql: """
          INSERT INTO application(number, year, host_id, department_id, applicant, form, state, stage, since, name, field, link)
          VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?)
          """,
        arguments: [
          number, year, host, departmentID, member.login, try JSONText.encode(form), try JSONText.encode(Application()),
          operation.now.day.description, form.center.name?.string ?? "", form.center.field?.string ?? "", link,
        ])
      return number
    }
  }

  /// Writes in the form of one's own application while it is in the host's hands; on disk when it returns.
  ///
  /// - Parameter expecting: the form as it stood when the host began to write; where somebody of the same host changed it meanwhile, nothing is
  ///   overwritten.
  /// - Throws: ``StoreError/refused(_:)`` while the application is with others; ``StoreError/changedMeanwhile(by:of:now:clashes:)``.
  public func saveApplication(
    _ number: String, _ form: ApplicationForm, expecting: ApplicationForm? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.draftApplication, by: who) { operation in
      let db = operation.db
      let stored = try CenterStore.visibleApplication(number, operation.member, .draftApplication, db)
      guard stored.summary.stage.isEditable else {
        throw Refusal(
          article: "10",
          Phrase(
            zh: "申请现为“\(stored.summary.stage.phrase.zh)”，不能修改",
            en: "the application is “\(stored.summary.stage.phrase.en)”: it cannot be changed"))
      }
      let kept = try stored.form
      if let expecting, kept != expecting {
        throw StoreError.changedMeanwhile(
          by: try Author(CenterStore.author(of: CenterStore.link(of: stored, db), db) ?? "", db),
          of: Phrase(zh: "申请 \(number) 所填内容", en: "what application \(number) says"), now: stored.summary.name)
      }
      var form = form
      form.keepCall(of: kept)
      let text = try JSONText.encode(form)
      if text == stored.formText { return }
      let (before, after) = try CenterStore.differences(stored.formText, text)
      let link = try operation.append(
        .draftApplication, Change(object: "application/\(number)/form", before: before, after: after))
      try db.execute(
        sql: "UPDATE application SET form = ?, name = ?, field = ?, link = ? WHERE id = ?",
        arguments: [text, form.center.name?.string ?? "", form.center.field?.string ?? "", link, stored.id])
    }
  }

  static func departmentID(_ department: PlainText, _ db: Database) throws -> Int64 {
    let key = NameKey(department).string
    guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM department WHERE name_key = ?", arguments: [key]) else {
      throw StoreError.noSuch(.department, department.string)
    }
    return id
  }

  /// Names another competent department for a draft of one's own (article 5); once it was handed in, the department has it.
  ///
  /// - Parameter expecting: the department that was named when this person began (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for what is no draft any more.
  public func redirectApplication(
    _ number: String, to department: PlainText, expecting: Seen<PlainText>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.draftApplication, by: who) { operation in
      let db = operation.db
      let stored = try CenterStore.visibleApplication(number, operation.member, .draftApplication, db)
      guard stored.summary.stage == .draft else {
        throw Refusal(
          article: "5", Phrase(zh: "申请已提交，归口管理部门不能再改", en: "it was handed in: the department cannot be changed any more"))
      }
      let departmentID = try CenterStore.departmentID(department, db)
      let joining = try operation.join(
        Joined(
          Phrase(zh: "申请 \(number) 的归口管理部门", en: "the department of application \(number)"), "application/\(number)", expecting,
          own: [("department", department.string)], over: [("department", stored.summary.department)]
        ) { [("department", $0.string)] }, link: CenterStore.link(of: stored, db))
      if joining.pick("department", departmentID, stored.departmentID) == stored.departmentID { return }
      let link = try operation.append(
        .draftApplication,
        Change(
          object: "application/\(number)", before: [("department", stored.summary.department)],
          after: [("department", department.string)]))
      try db.execute(
        sql: "UPDATE application SET department_id = ?, link = ? WHERE id = ?", arguments: [departmentID, link, stored.id])
    }
  }

  private static func link(of stored: StoredApplication, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT link FROM application WHERE id = ?", arguments: [stored.id])
  }

  /// What changed between two documents, by path, in the order of the paths.
  static func differences(_ old: String, _ new: String) throws -> (before: Change.Fields, after: Change.Fields) {
    let (old, new) = (try JSONText.paths(old), try JSONText.paths(new))
    let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    return (
      changed.compactMap { path in old[path].map { (path, $0) } }, changed.compactMap { path in new[path].map { (path, $0) } }
    )
  }
}
