import CenterStore
import Regulation
import TableFiles
import Wording

/// A file of applications: a JSON array of the documents that `cztic check` reads, each with where it belongs.
enum ApplicationArray {
  /// What every document carries beside its form, for messages.
  static let schema = TableSchema(
    "applications",
    columns: [
      Column("number", "编号"), Column("department", "归口管理部门"), Column("applicant", "申请账号"), Column("state", "状态"),
    ])

  /// Reads all documents; what is wrong is told with the document's place, the first one 1, and the field's path.
  static func read(_ text: UTF8Text) -> (rows: [Numbered<ApplicationRecord>], problems: ImportProblems) {
    var problems = ImportProblems(limit: ImportReport.limit)
    problems.counting = .elements
    var rows: [Numbered<ApplicationRecord>] = []
    do throws(JSONError) {
      guard case .array(let documents) = try JSONReader.read(text) else {
        problems.add(
          CellError(row: CellError.wholeFile, message: Phrase(zh: "应为申请的数组 […]", en: "must be an array […] of applications")))
        return ([], problems)
      }
      for (place, value) in documents.enumerated() {
        if let record = record(value, place + 1, &problems) { rows.append(Numbered(place + 1, record)) }
      }
    } catch {
      problems.add(CellError(row: CellError.wholeFile, message: error.phrase))
    }
    return (rows, problems)
  }

  private static func record(_ value: JSONValue, _ row: Int, _ problems: inout ImportProblems) -> ApplicationRecord? {
    let document: ApplicationDocument
    do throws(ApplicationDocumentError) {
      document = try ApplicationDocument(value)
    } catch {
      for problem in error.problems { problems.add(CellError(row: row, heading: problem.path, message: problem.message)) }
      return nil
    }
    return record(document, row, &problems)
  }

  /// The record of a document, which says where it belongs.
  static func record(_ document: ApplicationDocument, _ row: Int, _ problems: inout ImportProblems) -> ApplicationRecord? {
    let known = problems.count
    func text(_ name: String) -> PlainText? {
      problems.collect { () throws(CellError) in try self.text(name, document.registration, row) } ?? nil
    }
    let (number, department, applicant, state) = (text("number"), text("department"), text("applicant"), text("state"))
    var stage: ApplicationStage?
    if let state, !state.isEmpty {
      stage = ApplicationStage(lenient: state.string)
      if stage == nil {
        let words = ApplicationStage.allCases.map(\.rawValue).joined(separator: ", ")
        problems.add(
          CellError(
            row: row, heading: "state", value: state.string, message: Phrase(zh: "应为以下之一：\(words)", en: "must be one of \(words)")))
      }
    }
    guard problems.count == known else { return nil }
    return ApplicationRecord(
      number: number, department: department, applicant: applicant, state: stage, form: document.form,
      attachments: document.attachments)
  }

  private static func text(_ name: String, _ registration: JSONObject, _ row: Int) throws(CellError) -> PlainText? {
    switch registration[name] {
    case nil, .null?: return nil
    case .string(let raw)?:
      do { return try PlainText(raw) } catch { throw CellError(row: row, heading: name, value: raw, message: error.phrase) }
    case let other?:
      throw CellError(
        row: row, heading: name, value: JSONWriter.text(other, .compact), message: Phrase(zh: "应为字符串", en: "must be a string"))
    }
  }

  /// A document of an application that is on file.
  static func json(_ record: ApplicationRecord) -> JSONValue {
    var registration = JSONObject()
    registration["number"] = .string(record.number?.string ?? "")
    registration["department"] = .string(record.department?.string ?? "")
    registration["applicant"] = .string(record.applicant?.string ?? "")
    registration["state"] = .string((record.state ?? .draft).rawValue)
    return ApplicationDocument(record.form, registration: registration, attachments: record.attachments).json
  }
}

extension ApplicationForm {
  /// The form of a file, with what a file cannot say taken from the one on file where the two say the same: the ticks of an agreement, who
  /// takes part and with what tasks, the committees, and the counts behind a share.
  func refined(by kept: ApplicationForm) -> ApplicationForm {
    var form = self
    form.hostShare = HostShare(
      conditions: HostShare.refined(hostShare.conditions, by: kept.hostShare.conditions),
      staff: HostShare.refined(hostShare.staff, by: kept.hostShare.staff),
      projects: HostShare.refined(hostShare.projects, by: kept.hostShare.projects),
      results: HostShare.refined(hostShare.results, by: kept.hostShare.results))
    form.committees = kept.committees
    guard let builders = coBuilders, let known = kept.coBuilders else { return form }
    form.coBuilders = builders.map { builder in
      guard let same = known.first(where: { $0.name == builder.name }) else { return builder }
      var builder = builder
      (builder.body, builder.people, builder.tasks) = (same.body, same.people, same.tasks)
      if same.agreement.isComplete == builder.agreement.isComplete { builder.agreement = same.agreement }
      return builder
    }
    return form
  }
}

extension HostShare {
  /// A share of a file; the counts on file where they give the same percentage, or none at all.
  fileprivate static func refined(_ share: Share?, by kept: Share?) -> Share? { share?.percentage == kept?.percentage ? kept : share }
}
