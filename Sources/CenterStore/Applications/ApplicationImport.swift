import GRDB
import Regulation

/// An application as files carry it: its form, and where it belongs; a part that is `nil` is not in the file.
public struct ApplicationRecord: Sendable, Hashable {
  /// Its number; a new application without one gets the next.
  public var number: PlainText?
  /// The competent department.
  public var department: PlainText?
  /// The login of the host that applies.
  public var applicant: PlainText?
  /// How far it has come.
  public var state: ApplicationStage?
  /// The form.
  public var form: ApplicationForm
  /// The documents of its register; what a file does not name stays as it is.
  public var attachments: [AttachmentEntry]?

  /// Makes a record.
  public init(
    number: PlainText? = nil, department: PlainText? = nil, applicant: PlainText? = nil, state: ApplicationStage? = nil,
    form: ApplicationForm, attachments: [AttachmentEntry]? = nil
  ) {
    self.number = number
    self.department = department
    self.applicant = applicant
    self.state = state
    self.form = form
    self.attachments = attachments
  }
}

extension CenterStore {
  /// Hands over the applications that somebody may see, ordered by number; an expert's part are those that have been opened to them.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for viewers and agencies.
  public func eachApplication(by who: Acting, _ body: (ApplicationRecord) throws -> Void) throws(StoreError) {
    try read(by: who) { db, member in
      guard let (condition, arguments) = CenterStore.queueCondition(member) else { throw StoreError.notPermitted(nil) }
      let numbers = try Row.fetchAll(
        db, sql: "SELECT number, applicant FROM application WHERE \(condition) ORDER BY number", arguments: arguments)
      for row in numbers {
        guard let stored = try CenterStore.storedApplication(row[0], db) else { continue }
        if member.role == .expert {
          do { try CenterStore.requireReviewPledge(stored, member.login, db) } catch is Refusal { continue }
        }
        try body(
          ApplicationRecord(
            number: try PlainText(stored.summary.number), department: try PlainText(stored.summary.department),
            applicant: try PlainText(row[1]), state: stored.summary.stage, form: try stored.form,
            attachments: try AttachmentHolder.application(stored.id).attachments(db).map(\.entry)))
      }
    }
  }

  /// Merges applications from a file, by number (articles 10 and 11). What is in the host's hands can be changed; an application that others
  /// have is only compared. A new one is a draft, or one that came in on paper and takes, for staff, the plain steps to its state here.
  ///
  /// - Parameter refining: joins a form from a file with the one that is kept, which may know more than a file can say.
  public func importApplications(
    _ rows: [Numbered<ApplicationRecord>], dryRun: Bool = false, by who: Acting,
    refining: (_ form: ApplicationForm, _ kept: ApplicationForm) -> ApplicationForm = { form, _ in form }
  ) throws(StoreError) -> ImportOutcome {
    try importApplications(rows, files: [:], dryRun: dryRun, by: who, refining: refining)
  }

  /// Merges applications from a file as ``importApplications(_:dryRun:by:refining:)`` does, and keeps the files that their documents name, which
  /// lie in one folder: all of it or nothing. A file that is not there, or is not the one of which the document gives the digest, is a fault of
  /// its application.
  ///
  /// - Parameter folder: a folder of the machine on which the store lies; so this is for staff only, as is ``attach(_:to:keeping:by:)``.
  /// - Throws: ``StoreError/noFile(path:)`` where there is no such folder.
  public func importApplications(
    _ rows: [Numbered<ApplicationRecord>], keeping folder: String, dryRun: Bool = false, by who: Acting,
    refining: (_ form: ApplicationForm, _ kept: ApplicationForm) -> ApplicationForm = { form, _ in form }
  ) throws(StoreError) -> ImportOutcome {
    let names = Set(rows.flatMap { $0.record.attachments ?? [] }.map(\.file.string).filter { !$0.isEmpty })
    return try importing(names, from: folder, .importApplications, dryRun: dryRun, by: who) { files, dryRun throws(StoreError) in
      try importApplications(rows, files: files, dryRun: dryRun, by: who, refining: refining)
    }
  }

  private func importApplications(
    _ rows: [Numbered<ApplicationRecord>], files: [String: NamedFile], dryRun: Bool, by who: Acting,
    refining: (_ form: ApplicationForm, _ kept: ApplicationForm) -> ApplicationForm
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importApplications, object: "applications", dryRun: dryRun, by: who) { merge in
      var withoutCall: Set<Int> = []
      for row in merge.paced(rows) {
        let number = row.record.number ?? .empty
        if !number.isEmpty, merge.repeats(number.string, row.row, "number", number.string) { continue }
        let stored = number.isEmpty ? nil : try CenterStore.storedApplication(number.string, merge.db)
        if merge.operation.member.role == .host, !number.isEmpty, stored?.hostID != merge.operation.member.organizationID {
          throw StoreError.notPermitted(nil)
        }
        let application = ApplicationMerge(row: row, files: files)
        if let stored {
          try application.change(stored, refining, &merge)
        } else {
          try application.add(number, &merge, &withoutCall)
        }
      }
    }
  }

  /// The number that the next application to a year's call gets.
  static func nextApplicationNumber(_ year: Int, _ db: Database) throws -> String {
    let prefix = "SQ\(year)-"
    let numbers = try String.fetchAll(db, sql: "SELECT number FROM application WHERE number GLOB ? || '*'", arguments: [prefix])
    let last = numbers.compactMap { Int($0.dropFirst(prefix.count)) }.max() ?? 0
    let digits = String(last + 1)
    return prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension ApplicationForm {
  /// Takes over what the call says: a host does not decide what is asked of it.
  mutating func takeCall(_ call: Call) {
    callYear = call.year
    callFields = call.priorityFields.isEmpty ? nil : call.priorityFields
    callDocuments = call.documents
  }

  /// Keeps what the form that is on file says of the call.
  mutating func keepCall(of kept: ApplicationForm) {
    callYear = kept.callYear
    callFields = kept.callFields
    callDocuments = kept.callDocuments
  }
}
