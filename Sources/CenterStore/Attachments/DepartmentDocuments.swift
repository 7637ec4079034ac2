import GRDB
import Regulation
import Wording

extension CenterStore {
  /// That a department enters what is its to enter (articles 10, 27): anything new while the application is in its hands, else only what proves
  /// a step that it took, such as its letter of recommendation (推荐函). It writes over nothing, and leaves others' steps and the credit checks to
  /// the bureau.
  static func requireDepartments(
    _ entry: AttachmentEntry, over old: AttachmentEntry?, of subject: AttachmentSubject, _ db: Database
  ) throws {
    guard case .application(let number) = subject, let stored = try storedApplication(number, db) else { return }
    if let old {
      throw Refusal(
        article: "27",
        Phrase(zh: "已登记同名附件“\(old.title)”，更正由市科技局办理", en: "a document is on file as “\(old.title)” already; the bureau corrects it"))
    }
    let own = try ownSteps(of: stored.id, of: .department, db)
    let records = entry.proves.filter(\.isRecord)
    guard records.isSubset(of: own) else {
      throw Refusal(
        article: "27", Phrase(zh: "归口管理部门只登记证明本部门步骤的附件", en: "a department enters what proves steps of its own, not of others"))
    }
    let stage = stored.summary.stage
    if stage != .submitted, records.isEmpty || records != entry.proves {
      throw Refusal(
        article: "10",
        Phrase(
          zh: "申请现为“\(stage.phrase.zh)”，只可登记证明本部门步骤的附件",
          en: "the application is “\(stage.phrase.en)”: only what proves a step of the department can be entered"))
    }
  }

  /// The steps of an application that somebody of a role took.
  private static func ownSteps(of application: Int64, of role: Role, _ db: Database) throws -> Set<Proof> {
    let steps = try String.fetchAll(
      db, sql: "SELECT step FROM application_step WHERE application_id = ? ORDER BY position", arguments: [application])
    return Set(
      try steps.enumerated().compactMap { place, text in
        let step: ApplicationStep = try JSONText.decode(text)
        return step.kind.isTaken(by: role) ? .step(place + 1) : nil
      })
  }
}
