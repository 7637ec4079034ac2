import CenterStore
import Regulation
import TableFiles
import Wording

/// One application as a table, a line for each field, as its workbook has it (``ApplicationBook``).
enum ApplicationTable {
  private enum Field: Int, TableField {
    case field, value

    var column: Column {
      switch self {
      case .field: Column("field", "字段", .filled)
      case .value: Column("value", "填写内容", .required, content: .mixed)
      }
    }
  }

  /// What a form says of each line beside its field.
  static let item = Column("item", "项目")
  static let unit = Column("unit", "计量单位")
  static let value = Field.value.column

  /// The columns that are read.
  static let schema = TableSchema("applications", Field.self, remarks: [item, unit])
  /// The columns of a form.
  static let form = TableSchema("applications", columns: [Field.field.column, item, unit, value])

  /// Whether a text is such a table, as a spreadsheet saves it, and no array of documents.
  static func begins(_ text: UTF8Text) -> Bool {
    let first = text.withBytes { bytes in String(decoding: bytes.prefix { $0 != 0x0A }.prefix(1_000), as: UTF8.self) }
    let heading = Field.field.column
    return first.first.map { !"[{".contains($0) } ?? false && [heading.name, heading.chinese].contains { first.contains($0) }
  }

  /// Reads the application of a table; what is wrong is told with its row and column.
  static func read(_ input: TableInput) throws(FileError) -> (rows: [Numbered<ApplicationRecord>], problems: ImportProblems) {
    var problems = ImportProblems(limit: ImportReport.limit)
    var reader = try input.reader(schema, &problems)
    let lines = Dictionary(
      ApplicationLine.all(fields: [], coBuilders: mostBuilders).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var draft = Draft()
    while let row = reader.next(&problems) {
      var cells = Cells<Field>(row)
      if let path = cells.text(.field), let text = cells.raw(.value) {
        if let line = lines[path.string] {
          if draft.rows[line.path] != nil { cells.refuse(.field, Phrase(zh: "重复", en: "stands there twice")) }
          draft.rows[line.path] = row
          if !text.isEmpty {
            if let value = line.value(of: text) { draft.put(value, at: line.path) } else { cells.refuse(.value, line.remedy) }
          }
        } else {
          cells.refuse(.field, Phrase(zh: "没有这个字段；表式见 cztic form application", en: "is no field; `cztic form application` writes the form"))
        }
      }
      for error in cells.errors { problems.add(error) }
    }
    if draft.rows.isEmpty { return ([], problems) }
    do throws(ApplicationDocumentError) {
      let document = try ApplicationDocument(draft.document)
      let place = draft.rows["number"]?.number ?? 2
      let record = ApplicationArray.record(document, place, &problems)
      return (record.map { [Numbered(place, $0)] } ?? [], problems)
    } catch {
      for problem in error.problems {
        if let row = draft.row(of: problem.path) {
          problems.add(row.error(in: value, problem.message))
        } else {
          problems.add(CellError(row: CellError.wholeFile, heading: problem.path, message: problem.message))
        }
      }
      return ([], problems)
    }
  }

  /// How many co-builders a table can have.
  private static let mostBuilders = 100

  /// A document that is put together line by line.
  private struct Draft {
    var rows: [String: TableRow] = [:]
    private var object = JSONObject()
    private var builders: [Int: JSONObject] = [:]
    private var hasBuilders: Bool?

    mutating func put(_ value: JSONValue, at path: String) {
      if path == ApplicationLine.hasBuilders { return hasBuilders = value.bool }
      let steps = path.split { ".[]".contains($0) }.map(String.init)
      switch steps.count {
      case 1: object[steps[0]] = value
      case 2:
        var part = object[steps[0]]?.object ?? JSONObject()
        part[steps[1]] = value
        object[steps[0]] = .object(part)
      default: builders[Int(steps[1]) ?? 0, default: JSONObject()][steps[2]] = value
      }
    }

    /// Nobody is known to build along until somebody is named, or it is said that there is nobody.
    var document: JSONValue {
      var object = object
      let named = builders.sorted { $0.key < $1.key }.map { JSONValue.object($0.value) }
      if !named.isEmpty { object["co_builders"] = .array(named) } else if hasBuilders == false { object["co_builders"] = [] }
      return .object(object)
    }

    /// The row of a field that something is wrong with; co-builders are counted there as they are named, in the table by their places.
    func row(of path: String) -> TableRow? {
      let steps = path.split { ".[]".contains($0) }.map(String.init)
      guard steps.count == 3, let place = Int(steps[1]) else { return rows[path] ?? rows["\(steps.first ?? "")"] }
      let places = builders.keys.sorted()
      return places.indices.contains(place) ? rows["\(steps[0])[\(places[place])].\(steps[2])"] : nil
    }
  }
}

extension ApplicationForm {
  /// The form of a table, in which what is stated to be empty cannot be told from what is not known: what stands empty on file stays so.
  func keepingEmpty(of kept: ApplicationForm) -> ApplicationForm {
    var form = self
    let texts: [WritableKeyPath<ApplicationForm, PlainText?>] = [
      \.center.name, \.center.field, \.center.researchDirection, \.center.researchContent, \.center.goals, \.host.name, \.host.registeredIn,
      \.leader,
    ]
    for text in texts where form[keyPath: text] == nil && kept[keyPath: text]?.isEmpty == true { form[keyPath: text] = .empty }
    if form.documents == nil, kept.documents?.isEmpty == true { form.documents = [] }
    // What the call asks is not the host's to write.
    form.callFields = form.callFields ?? kept.callFields
    form.callDocuments = form.callDocuments ?? kept.callDocuments
    return form
  }
}
