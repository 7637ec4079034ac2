import DeskRuntime

/// Finds rows in a list that others may change meanwhile: what was read of it is read again where it is another, so that as many are counted as there
/// are.
@MainActor
final class ListFinder<Rows: Equatable>: RowFinder {
  private var rows: Rows
  private var index: RowIndex
  /// What was read again, until it is taken.
  private var fresh: (rows: Rows, index: RowIndex)?
  /// What is being read.
  private var awaited: Rows?

  private let now: @MainActor () -> Rows?
  private let read: @MainActor (Rows, @escaping @MainActor (RowIndex) -> Void) -> Void
  private let matching: @MainActor (String, RowIndex) -> [Int]
  private let place: @MainActor (Rows, Int) -> Int?
  private let listed: @MainActor () -> Int?
  private let choose: @MainActor (Int) -> Void

  /// - Parameters:
  ///   - now: the rows as they stand; `nil` where the list is gone.
  ///   - read: makes an index of them, at once or later.
  ///   - matching: the rows that match a text, from the top.
  ///   - place: where in the list a row stands now; `nil` where it is there no more.
  ///   - selected: which place of the list is selected.
  ///   - select: selects a place of the list.
  init(
    _ rows: Rows, _ index: RowIndex, now: @escaping @MainActor () -> Rows?,
    read: @escaping @MainActor (Rows, @escaping @MainActor (RowIndex) -> Void) -> Void,
    matching: @escaping @MainActor (String, RowIndex) -> [Int] = { $1.rows(matching: $0) },
    place: @escaping @MainActor (Rows, Int) -> Int?, selected: @escaping @MainActor () -> Int?, select: @escaping @MainActor (Int) -> Void
  ) {
    (self.rows, self.index, self.now, self.read, self.matching) = (rows, index, now, read, matching)
    (self.place, listed, choose) = (place, selected, select)
  }

  /// Opens the line in which somebody types.
  func find(on runtime: Runtime) {
    let (rows, origin) = (rows, listed())
    runtime.find(in: self) { [place, choose] in
      if let origin, let now = place(rows, origin) { choose(now) }
    }
  }

  func rows(matching text: String) -> [Int] { matching(text, index) }

  func select(_ row: Int) { place(rows, row).map(choose) }

  var selected: Int? { listed() }

  func reread() -> Bool {
    if let now = now(), now != fresh?.rows ?? awaited ?? rows {
      awaited = now
      read(now) { [weak self] index in
        // What was read in vain is no news.
        guard let self, awaited == now else { return }
        fresh = (now, index)
        awaited = nil
      }
    }
    guard let fresh else { return false }
    (rows, index, self.fresh) = (fresh.rows, fresh.index, nil)
    return true
  }
}
