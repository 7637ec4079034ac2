import GRDB
import Regulation
import Wording

/// An import under way: what was done so far, and the rows that its link will stand for.
struct Merge {
  let operation: Operation
  /// The number of the link that the import will append.
  let link: Int64
  var outcome = ImportOutcome()
  var log = RowLog()
  /// How it comes on.
  let pace: ImportPace
  private var firstRows: [TextKey: Int] = [:]

  init(operation: Operation, link: Int64, pace: ImportPace = ImportPace(nil)) {
    self.operation = operation
    self.link = link
    self.pace = pace
  }

  var db: Database { operation.db }

  /// Some records, as long as the import goes on.
  func paced<Record>(_ rows: [Numbered<Record>]) -> PacedRows<Record> { PacedRows(rows, pace) }

  /// Notes a problem; the import will write nothing.
  mutating func refuse(_ row: Int, _ column: String, _ value: String, _ message: Phrase) {
    outcome.problems.append(RowProblem(row: row, column: column, value: value, message: message))
  }

  /// Whether a record stands in this file already, which is then noted as a problem.
  mutating func repeats(_ key: String, _ row: Int, _ column: String, _ value: String) -> Bool {
    guard let first = firstRows.updateValue(row, forKey: TextKey(key)) else { return false }
    refuseRepeated(row, first: first, column, value)
    return true
  }

  /// Notes that a record stands in this file already.
  mutating func refuseRepeated(_ row: Int, first: Int, _ column: String, _ value: String) {
    refuse(row, column, value, Phrase(zh: "与第 \(first) 行重复，请只保留一行", en: "stands in row \(first) already; keep one of the two"))
  }

  /// How it ended, once all records were looked at.
  fileprivate var ending: ImportOutcome.Ending {
    if pace.isStopped { return .stopped }
    if let agreed = pace.terms?.agreed, agreed != log.root { return .overtaken }
    return .whole
  }

  /// Notes a record that is new or changed.
  mutating func note(_ object: String, before: Change.Fields?, after: Change.Fields) {
    if before == nil { outcome.new += 1 } else { outcome.changed += 1 }
    log.append(object: object, before: before, after: after)
  }
}

extension CenterStore {
  /// Merges records from a file in one transaction: all of them, or none where one is wrong or only a trial was asked for.
  ///
  /// What changes nothing appends no link. A trial is known for one beforehand where nothing can come of it; whether it was only a trial is asked at the end.
  func merge(
    _ act: Act, object: String, facts: Change.Fields = [], columns: [String] = [], expecting rows: Int = 0, isTrial: Bool = false,
    dryRun: @autoclosure () -> Bool, by who: Acting,
    _ body: (inout Merge) throws -> Void
  ) throws(StoreError) -> ImportOutcome {
    try transact(act, rows > 5000 ? isTrial ? .tried : .many : .few, by: who) { operation in
      var merge = Merge(operation: operation, link: try operation.nextNumber(), pace: ImportPace(terms))
      try body(&merge)
      let isTrial = dryRun()
      merge.outcome.ending = merge.ending
      if let terms = merge.pace.terms {
        merge.outcome.root = merge.log.root
        if isTrial || terms.agreed == nil { merge.outcome.told = merge.log.first(ImportOutcome.mostTold) }
      }
      if isTrial || merge.outcome.ending != .whole || !merge.outcome.problems.isEmpty { return (merge.outcome, .rollback) }
      if merge.log.count > 0 {
        try operation.append(act, Change(object: object, facts: facts, columns: columns, rows: merge.log.count, root: merge.log.root))
        try operation.keep(rows: merge.log, of: merge.link)
        merge.outcome.link = merge.link
      }
      return (merge.outcome, .commit)
    }
  }
}
