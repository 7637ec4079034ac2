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
  private var firstRows: [TextKey: Int] = [:]

  init(operation: Operation, link: Int64) {
    self.operation = operation
    self.link = link
  }

  var db: Database { operation.db }

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

  /// Notes a record that is new or changed.
  mutating func note(_ object: String, before: Change.Fields?, after: Change.Fields) {
    if before == nil { outcome.new += 1 } else { outcome.changed += 1 }
    log.append(object: object, before: before, after: after)
  }
}

extension CenterStore {
  /// Merges records from a file in one transaction: all of them, or none where one is wrong or only a trial was asked for.
  ///
  /// What changes nothing appends no link. Whether it was only a trial is asked at the end.
  func merge(
    _ act: Act, object: String, facts: Change.Fields = [], columns: [String] = [], expecting rows: Int = 0,
    dryRun: @autoclosure () -> Bool, by who: Acting,
    _ body: (inout Merge) throws -> Void
  ) throws(StoreError) -> ImportOutcome {
    try transact(act, isLarge: rows > 5000, by: who) { operation in
      var merge = Merge(operation: operation, link: try operation.nextNumber())
      try body(&merge)
      if dryRun() || !merge.outcome.problems.isEmpty { return (merge.outcome, .rollback) }
      if merge.log.count > 0 {
        try operation.append(act, Change(object: object, facts: facts, columns: columns, rows: merge.log.count, root: merge.log.root))
        try operation.keep(rows: merge.log, of: merge.link)
      }
      return (merge.outcome, .commit)
    }
  }
}
