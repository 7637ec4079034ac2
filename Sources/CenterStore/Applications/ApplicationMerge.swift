import GRDB
import Regulation
import Wording

/// One application of a file on its way into the store.
struct ApplicationMerge {
  let row: Numbered<ApplicationRecord>
  /// What was found of the files that documents name, by their names; empty where none are kept.
  let files: [String: NamedFile]

  private var record: ApplicationRecord { row.record }

  private func refuse(_ column: String, _ value: String, _ zh: String, _ en: String, _ merge: inout Merge) {
    merge.refuse(row.row, column, value, Phrase(zh: zh, en: en))
  }

  /// Brings what a file says into an application that is there.
  func change(
    _ stored: StoredApplication, _ refining: (ApplicationForm, ApplicationForm) -> ApplicationForm, _ merge: inout Merge
  ) throws {
    let stage = stored.summary.stage
    if let state = record.state, state != stage {
      return refuse(
        "state", state.rawValue, "与登记的进度不符：申请现为“\(stage.phrase.zh)”；办理步骤请在程序中进行",
        "is not the state on file: the application is “\(stage.rawValue)”; steps are taken on the desk", &merge)
    }
    if let department = record.department, NameKey(department) != NameKey(try PlainText(stored.summary.department)) {
      return refuse("department", department.string, "与登记的归口管理部门不符", "is not the department on file", &merge)
    }
    let applicant = try String.fetchOne(merge.db, sql: "SELECT applicant FROM application WHERE id = ?", arguments: [stored.id])
    if let other = record.applicant, other.string != applicant {
      return refuse("applicant", other.string, "与登记的申请账号不符", "is not the applicant on file", &merge)
    }
    let kept = try stored.form
    var form = refining(record.form, kept)
    guard let hasDocuments = try takeDocuments(of: stored.summary.number, id: stored.id, stage, &merge) else { return }
    func unchanged() { if hasDocuments { merge.outcome.changed += 1 } else { merge.outcome.unchanged += 1 } }
    if form == kept { return unchanged() }
    guard stage.isEditable else {
      return refuse(
        "number", stored.summary.number, "不能修改：申请现为“\(stage.phrase.zh)”",
        "cannot be changed: the application is “\(stage.phrase.en)”", &merge)
    }
    form.keepCall(of: kept)
    let text = try JSONText.encode(form)
    if text == stored.formText { return unchanged() }
    let (before, after) = try CenterStore.differences(stored.formText, text)
    try merge.db.execute(
      sql: "UPDATE application SET form = ?, name = ?, field = ?, link = ? WHERE id = ?",
      arguments: [text, form.center.name?.string ?? "", form.center.field?.string ?? "", merge.link, stored.id])
    merge.note("application/\(stored.summary.number)/form", before: before, after: after)
  }

  /// Adds an application, and takes it to the state that the file says.
  ///
  /// - Parameter withoutCall: the years of which it was told already that no call is out: it is told once of each, and nothing of the file is kept.
  func add(_ asked: PlainText, _ merge: inout Merge, _ withoutCall: inout Set<Int>) throws {
    let (db, member) = (merge.db, merge.operation.member)
    guard let year = record.form.callYear else { return refuse("call_year", "", "未写申报年度", "the year of the call is missing", &merge) }
    guard let call = try CenterStore.call(year, db)?.call else {
      guard withoutCall.insert(year).inserted else { return }
      return refuse(
        "call_year", String(year), "年度还没有申报通知，该年度的申请都不能导入；请市科技局先在评审台“申报通知”中发布（办法第8条）",
        "has no call yet, and no application of that year can come in: the bureau gives it out on the desk first, under “calls” (article 8)",
        &merge)
    }
    let department = record.department ?? .empty
    guard
      let departmentID = try Int64.fetchOne(
        db, sql: "SELECT id FROM department WHERE name_key = ?", arguments: [NameKey(department).string])
    else {
      return refuse("department", department.string, "没有这个归口管理部门，请先导入", "is no department; import departments first", &merge)
    }
    let applicant = record.applicant?.string ?? (member.role == .host ? member.login : "")
    let host = try Int64.fetchOne(
      db, sql: "SELECT organization_id FROM user WHERE login = ? AND role = 'host'", arguments: [applicant])
    if member.role == .host, host == nil || host != member.organizationID { throw StoreError.notPermitted(nil) }
    guard let host else { return refuse("applicant", applicant, "不是依托单位的账号", "is no login of a host", &merge) }
    let stage = record.state ?? .draft
    guard let steps = member.role == .host && stage != .draft ? nil : stage.plainSteps else {
      return refuse(
        "state", stage.rawValue, "不能由文件带入：这一状态须由程序中的办理步骤形成",
        "cannot come from a file: it is what steps on the desk make of an application", &merge)
    }
    let number = asked.isEmpty ? try CenterStore.nextApplicationNumber(year, db) : asked.string
    var form = record.form
    form.takeCall(call)
    let text = try JSONText.encode(form)
    try db.execute(
      sql: """
        INSERT INTO application(number, year, host_id, department_id, applicant, form, state, stage, since, name, field, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?)
        """,
      arguments: [
        number, year, host, departmentID, applicant, text, try JSONText.encode(Application()), merge.operation.now.day.description,
        form.center.name?.string ?? "", form.center.field?.string ?? "", merge.link,
      ])
    let registration: Change.Fields = [
      ("year", String(year)), ("department", department.string), ("applicant", applicant), ("state", stage.rawValue),
    ]
    merge.note("application/\(number)", before: nil, after: registration + (try CenterStore.differences("{}", text).after))
    guard try takeDocuments(of: number, id: db.lastInsertedRowID, .draft, &merge) != nil else { return }
    for step in steps { guard try take(step, number, &merge) else { return } }
  }

  /// Brings the documents that a file names into the register of an application, by their titles; the others stay as they are.
  ///
  /// - Returns: whether there was anything new in them; `nil` where one of them is refused.
  private func takeDocuments(of number: String, id: Int64, _ stage: ApplicationStage, _ merge: inout Merge) throws -> Bool? {
    let (db, member) = (merge.db, merge.operation.member)
    let (holder, subject) = (AttachmentHolder.application(id), AttachmentSubject.application(number))
    var seen: Set<String> = []
    var hasNews = false
    for var entry in record.attachments ?? [] {
      func refuse(_ phrase: Phrase) -> Bool? {
        merge.refuse(row.row, "attachments", entry.title.string, phrase)
        return nil
      }
      guard seen.insert(NameKey(entry.title).string).inserted else {
        return refuse(Phrase(zh: "同名附件出现两次，请只保留一个", en: "stands there twice; keep one of the two"))
      }
      var kept: Int?
      switch files[entry.file.string] {
      case .fault(let phrase): return refuse(phrase)
      case .found(let digest, let size):
        if let stated = entry.digest, stated != digest { return refuse(NamedFile.mismatch(entry.file, digest)) }
        (entry.digest, kept) = (digest, size)
      case nil: break
      }
      let old = try holder.attachment(entry.title, db)
      // A size belongs to the file that was kept: another digest is another file.
      let size = kept ?? old.flatMap { $0.entry.digest == entry.digest ? $0.size : nil }
      let new = StoredAttachment(id: old?.id ?? 0, entry: entry, size: size)
      if let old, Change.same(old.changeFields, new.changeFields) { continue }
      if member.role == .host, !stage.isEditable {
        return refuse(
          Phrase(zh: "申请现为“\(stage.phrase.zh)”，不能修改附件", en: "the application is “\(stage.phrase.en)”: its documents cannot be changed"))
      }
      do {
        try CenterStore.requireLawful(entry, over: old?.entry, of: subject, .attach, member, db)
      } catch let refusal as Refusal {
        return refuse(refusal.cited)
      }
      try holder.write(entry, size: size, over: old, link: merge.link, db)
      merge.log.append(object: "\(subject.object)/\(entry.title)", before: old?.changeFields, after: new.changeFields)
      hasNews = true
    }
    return hasNews
  }

  /// Takes a step by the rules, as if its own role had; whether it was lawful.
  private func take(_ step: ApplicationStep, _ number: String, _ merge: inout Merge) throws -> Bool {
    guard let stored = try CenterStore.storedApplication(number, merge.db) else { return false }
    let situation = try CenterStore.situation(
      of: stored, form: try stored.form, today: merge.operation.now.day, merge.db)
    var application = stored.application
    do throws(Refusal) {
      try application.take(step, by: step.kind.role, situation)
    } catch {
      merge.refuse(row.row, "state", record.state?.rawValue ?? "", error.cited)
      return false
    }
    try merge.operation.keep(application, try JSONText.encode(step), of: stored, link: merge.link)
    return true
  }
}

extension ApplicationStage {
  /// The steps from a draft to this state that leave nothing on file but that they were taken; `nil` where a step leaves more.
  fileprivate var plainSteps: [ApplicationStep]? {
    switch self {
    case .draft: []
    case .submitted: [.submit]
    case .recommended: [.submit, .recommend(reason: nil)]
    case .checking: [.submit, .recommend(reason: nil), .accept]
    case .reviewing: [.submit, .recommend(reason: nil), .accept, .passCheck(reason: nil)]
    case .returned, .sentBack, .proposed, .approved, .onNotice, .certified, .declined, .failedCheck, .notProposed, .notApproved,
      .objectionUpheld, .withdrawn:
      nil
    }
  }
}
