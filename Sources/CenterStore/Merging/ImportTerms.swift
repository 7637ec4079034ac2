import Regulation

/// On what terms an import goes on: who looks at it may end it, and what they agreed to is done and nothing else.
///
/// ```swift
/// let trial = try store.under(ImportTerms(goesOn: report)).importCenters(rows, dryRun: true, by: who)
/// // … somebody reads `trial.told` and agrees …
/// let done = try store.under(ImportTerms(agreed: trial.root, goesOn: report)).importCenters(rows, by: who)
/// if done.ending == .overtaken { … }  // the store changed meanwhile: a new trial
/// ```
public struct ImportTerms: Sendable {
  /// The root over all changes that somebody agreed to (``ImportOutcome/root``); `nil`: whatever they are.
  public let agreed: Digest256?
  /// Told before each record how many are merged, and of how many, where that is known; whether to go on.
  public let goesOn: @Sendable (_ done: Int, _ total: Int?) -> Bool

  /// Sets terms.
  public init(agreed: Digest256? = nil, goesOn: @escaping @Sendable (_ done: Int, _ total: Int?) -> Bool) {
    self.agreed = agreed
    self.goesOn = goesOn
  }
}

extension CenterStore {
  /// The same store, for imports on some terms.
  public func under(_ terms: ImportTerms) -> CenterStore {
    CenterStore(
      path: path, identity: identity, isReadOnly: isReadOnly, isDemo: isDemo, pool: pool, surroundings: surroundings, damage: damage,
      terms: terms)
  }
}

/// How an import under way comes on, and whether it was ended.
final class ImportPace {
  let terms: ImportTerms?
  /// Whether somebody ended it; nothing is kept then.
  private(set) var isStopped = false

  init(_ terms: ImportTerms?) { self.terms = terms }

  /// Whether to go on with the next record.
  func goesOn(_ done: Int, of total: Int?) -> Bool {
    if let terms, !isStopped { isStopped = !terms.goesOn(done, total) }
    return !isStopped
  }
}

/// Records of a file one after the other, as long as the import goes on.
struct PacedRows<Record: Sendable>: Sequence, IteratorProtocol {
  private let rows: [Numbered<Record>]
  private let pace: ImportPace
  private var place = 0

  init(_ rows: [Numbered<Record>], _ pace: ImportPace) { (self.rows, self.pace) = (rows, pace) }

  mutating func next() -> Numbered<Record>? {
    guard place < rows.count, pace.goesOn(place, of: rows.count) else { return nil }
    defer { place += 1 }
    return rows[place]
  }
}
