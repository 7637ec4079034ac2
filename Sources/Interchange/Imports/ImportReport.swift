import CenterStore
import TableFiles
import Wording

/// What an import did, or would have done.
public struct ImportReport: Sendable, Hashable {
  /// How many errors are kept, at most; all are counted.
  static let limit = 100_000

  /// Records that were not there; 0 where anything is wrong, since nothing was written then.
  public let new: Int
  /// Records that changed.
  public let changed: Int
  /// Records that stand as they stood.
  public let unchanged: Int
  /// Centers whose material counts as handed in by facts that staff import (article 27).
  public let handedIn: Int
  /// All that is wrong, in the order of the rows.
  public let problems: ImportProblems
  /// How it ended; where not whole, nothing was written.
  public let ending: ImportOutcome.Ending
  /// The root over all changes, to be agreed to; known of a trial on terms.
  public let root: Digest256?
  /// What the first records would change; of a trial on terms, else empty.
  public let told: [ChangeDocument]
  /// The link that was appended, by which the import can be taken back; `nil` where nothing was written.
  public let link: Int64?

  /// Joins what reading found and what the store found.
  init(_ outcome: ImportOutcome, reading: ImportProblems, schema: TableSchema) {
    var problems = ImportProblems(limit: ImportReport.limit)
    problems.counting = reading.counting
    // Of a cell that could not be read the store knows nothing better.
    let known = Set(reading.errors.map { Place(row: $0.row, column: $0.column) })
    let found = outcome.problems.filter { !known.contains(Place(row: $0.row, column: $0.column)) }.map { problem in
      if let position = schema.position(of: problem.column) {
        return CellError(row: problem.row, column: schema.columns[position], value: problem.value, message: problem.message)
      }
      return CellError(row: problem.row, heading: problem.column, value: problem.value, message: problem.message)
    }
    // A stable sort: what was found first in a row is told first.
    let all = (reading.errors + found).enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
    for error in all { problems.add(error.element) }
    problems.add(unkept: reading.unkept)
    self.problems = problems
    let isSound = problems.isEmpty
    new = isSound ? outcome.new : 0
    changed = isSound ? outcome.changed : 0
    unchanged = isSound ? outcome.unchanged : 0
    handedIn = isSound ? outcome.handedIn : 0
    (ending, root, link) = (outcome.ending, outcome.root, outcome.link)
    told = isSound ? outcome.told : []
  }

  private struct Place: Hashable {
    let row: Int
    let column: String
  }

  /// The report of a file of which nothing can be read: one error, of the whole file or of a line of it.
  public init(_ error: FileError) {
    var problems = ImportProblems()
    let line: Int? = if case .malformed(_, _, let line) = error { line } else { nil }
    problems.add(CellError(row: line ?? CellError.wholeFile, message: error.phrase))
    self.init(problems, .whole)
  }

  /// The report of an import that somebody ended while its file was read.
  static let stopped = ImportReport(ImportProblems(), .stopped)

  private init(_ problems: ImportProblems, _ ending: ImportOutcome.Ending) {
    (self.problems, self.ending) = (problems, ending)
    (new, changed, unchanged, handedIn) = (0, 0, 0, 0)
    (root, told, link) = (nil, [], nil)
  }

  /// The document of `--json`; `handed_in` stands where material was, and where not every error is in it, `more_errors` says how many are
  /// left out.
  public func json(_ language: Language) -> JSONValue {
    var document = JSONObject()
    document["new"] = .integer(new)
    document["changed"] = .integer(changed)
    document["unchanged"] = .integer(unchanged)
    if handedIn > 0 { document["handed_in"] = .integer(handedIn) }
    document["errors"] = problems.json(language)
    if problems.unkept > 0 { document["more_errors"] = .integer(problems.unkept) }
    return .object(document)
  }

  /// One line that says what was done, or would be.
  public func summary(dryRun: Bool) -> Phrase {
    if !problems.isEmpty {
      return Phrase(zh: "有 \(problems.count) 处错误，未导入任何内容", en: "\(problems.count.counted("error")); nothing was imported")
    }
    var counts = Phrase(
      zh: "新增 \(new) 条，修改 \(changed) 条，未变 \(unchanged) 条", en: "\(new) new, \(changed) changed, \(unchanged) unchanged")
    if handedIn > 0 {
      counts = counts + Phrase(zh: "；\(handedIn) 个中心的材料由此提交", en: "; hands in the material of \(handedIn.counted("center"))")
    }
    return dryRun ? Phrase(zh: "试运行，未写入：", en: "dry run, nothing written: ") + counts : counts
  }
}
