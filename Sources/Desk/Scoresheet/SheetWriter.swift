import CenterStore
import Regulation
import Synchronization

/// Writes one sheet's scores, and knows what this desk believes to be on disk, so that nothing of another desk is overwritten unseen.
///
/// Writes run in turn on another thread; each expects what the last one left, or what the screen has shown since.
final class SheetWriter: Sendable {
  /// What stands for an indicator.
  struct Standing: Sendable, Equatable {
    var points: Points?
    var comment: PlainText = .empty
  }

  let store: CenterStore
  let acting: Acting
  let year: Int
  let center: String
  private let known = Mutex<[IndicatorCode: Standing]>([:])

  init(_ store: CenterStore, year: Int, center: String, by acting: Acting) {
    self.store = store
    self.acting = acting
    self.year = year
    self.center = center
  }

  /// The sheet as it stands on disk.
  func read() throws(StoreError) -> Sheet { try store.sheet(year: year, center: center, by: acting) }

  /// Tells what the screen shows now for some indicators.
  func saw(_ sheet: Sheet, _ codes: some Sequence<IndicatorCode>) {
    known.withLock { known in
      for code in codes { known[code] = Standing(points: sheet.points[code], comment: sheet.comments[code]) }
    }
  }

  /// Writes points or a comment; on disk when it returns.
  ///
  /// - Parameter regardless: whether to overwrite what another desk of the same expert wrote meanwhile.
  /// - Throws: ``StoreError/changedMeanwhile(by:of:now:clashes:)`` where another desk did, and `regardless` is not set.
  func write(_ code: IndicatorCode, _ entry: ScoreEntry, regardless: Bool) throws(StoreError) {
    let before = known.withLock { $0[code] ?? Standing() }
    try store.score(
      year: year, center: center, indicator: code, entry, expecting: regardless ? nil : (before.points, before.comment), by: acting)
    known.withLock { known in
      if let points = entry.points { known[code, default: before].points = points }
      if let comment = entry.comment { known[code, default: before].comment = comment }
    }
  }

  /// Keeps a comment that is being written; where it is what stands already, nothing needs keeping.
  func keepDraft(_ code: IndicatorCode, _ text: PlainText) throws(StoreError) {
    let standing = known.withLock { $0[code]?.comment ?? .empty }
    if text == standing {
      try store.dropDraft(year: year, center: center, indicator: code, by: acting)
    } else {
      try store.keepDraft(year: year, center: center, indicator: code, text, by: acting)
    }
  }
}
