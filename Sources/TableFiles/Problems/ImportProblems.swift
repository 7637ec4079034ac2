import Wording

/// All that is wrong in a file. Every error is counted, the first thousand are kept.
///
///     var problems = ImportProblems()
///     problems.add(row.error(in: Scores.points, error.phrase))
///     if !problems.isEmpty { throw problems }
public struct ImportProblems: Error, Hashable, Sendable {
  /// How many errors are kept, unless a caller says otherwise.
  public static let limit = 1000

  /// The errors that are kept, in the order in which they were found.
  public private(set) var errors: [CellError] = []
  /// How many errors were found.
  public private(set) var count = 0
  /// What the numbers of rows count.
  public var counting = RowCounting.rows

  private let limit: Int

  /// No problem yet.
  public init(limit: Int = ImportProblems.limit) { self.limit = limit }

  /// Whether nothing is wrong.
  public var isEmpty: Bool { count == 0 }

  /// Adds an error.
  public mutating func add(_ error: CellError) {
    count += 1
    if errors.count < limit { errors.append(error) }
  }

  /// Counts errors that were found and are not kept.
  public mutating func add(unkept more: Int) { count += more }

  /// Runs a part of an import and keeps the error that it throws; nil where it threw one.
  public mutating func collect<Value>(_ body: () throws(CellError) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      add(error)
      return nil
    }
  }

  /// One line an error; the last says how many more there are.
  public func lines(_ language: Language, showing most: Int = ImportProblems.limit) -> [String] {
    let shown = errors.prefix(most)
    var lines = shown.map { $0.phrase(counting: counting)[language] }
    let more = count - shown.count
    if more > 0 { lines.append(Phrase(zh: "……另有 \(more) 处错误", en: "… and \(more.counted("more error"))")[language]) }
    return lines
  }

  /// How many errors were found beyond those that are kept.
  public var unkept: Int { count - errors.count }

  /// The array `errors` of `--json`.
  public func json(_ language: Language) -> JSONValue { .array(errors.map { $0.json(language, counting: counting) }) }
}
