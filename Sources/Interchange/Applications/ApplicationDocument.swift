import CenterStore
import Regulation
import TableFiles
import Wording

/// An application as a file carries it: the document that `cztic check` reads, and where it belongs on the desk.
///
/// ```swift
/// let document = try ApplicationDocument(JSONReader.read(FileBytes.open(path).text()))
/// let eligibility = Eligibility(document.form, places: try Places.standard.get())
/// ```
public struct ApplicationDocument: Sendable, Hashable {
  /// What articles 9 and 10 look at.
  public var form: ApplicationForm
  /// `number`, `department`, `applicant` and `state`, as they stand in the file; `check` does not look at them.
  public var registration: JSONObject

  /// The documents of its register, where the file has any; `check` does not look at them.
  public var attachments: [AttachmentEntry]?

  /// The names of the fields that say where the application belongs.
  public static let registrationFields = ["number", "department", "applicant", "state"]

  /// A document of a form.
  public init(_ form: ApplicationForm, registration: JSONObject = JSONObject(), attachments: [AttachmentEntry]? = nil) {
    self.form = form
    self.attachments = attachments
    self.registration = registration
  }

  /// Reads a document strictly: a field that is missing or `null` is unknown.
  ///
  /// - Throws: ``ApplicationDocumentError`` with every unknown field, wrong type and figure out of range, each by its path.
  public init(_ value: JSONValue) throws(ApplicationDocumentError) {
    guard case .object(let object) = value else {
      throw ApplicationDocumentError([
        DocumentProblem(path: "", Phrase(zh: "应为一个对象 {…}，一份申请一个文件", en: "must be one object {…}, one application a file"))
      ])
    }
    let problems = DocumentProblems()
    let fields = DocumentFields(object, path: "", problems)
    form = ApplicationForm(fields)
    attachments = fields.objects("attachments")?.compactMap(AttachmentEntry.init)
    var registration = JSONObject()
    for name in ApplicationDocument.registrationFields { registration[name] = object[name] }
    self.registration = registration
    if !problems.list.isEmpty { throw ApplicationDocumentError(problems.list) }
  }
}

/// Something wrong in a document, and where.
public struct DocumentProblem: Sendable, Hashable {
  /// The path of the field: `host.last_year_revenue`, `co_builders[0].kind`; empty for the whole document.
  public let path: String
  /// What is wrong, and what to do.
  public let message: Phrase

  init(path: String, _ message: Phrase) {
    self.path = path
    self.message = message
  }

  /// Where, and what is wrong.
  public var phrase: Phrase {
    path.isEmpty ? message : Phrase(zh: "\(path)：\(message.zh)", en: "\(path): \(message.en)")
  }
}

/// Why a document is no application: all that is wrong in it.
public struct ApplicationDocumentError: Error, Sendable, Hashable {
  /// What is wrong, in the order of the form.
  public let problems: [DocumentProblem]

  init(_ problems: [DocumentProblem]) { self.problems = problems }

  /// All of it, one problem a line.
  public var phrase: Phrase {
    Phrase(zh: problems.map(\.phrase.zh).joined(separator: "\n"), en: problems.map(\.phrase.en).joined(separator: "\n"))
  }
}
