/// A search that goes on while somebody types and looks.
///
/// The first page is found at once and shown; the rest is counted behind it in steps, between which anything may happen. When the query
/// grows, what was found so far is sieved and the search goes on from where it stood, so nothing is read twice.
///
/// ```swift
/// var session = SearchSession(arena, order: byName, query: SearchQuery("jg"))
/// show(session.firstHits(40))
/// while !session.isComplete, !cancelled { session.advance(rows: 20_000) }
/// showCount(session.hits.count)
/// session.refine(SearchQuery("jgq"))
/// ```
///
/// A session is a value: handing a copy to a task and dropping it cancels nothing but that task's own work.
public struct SearchSession: Sendable {
  /// The arena that is searched.
  public let arena: SearchArena
  /// The order in which it is searched.
  public let order: Order
  /// What is looked for.
  public private(set) var query: SearchQuery
  /// The rows found so far, in order; all there are once ``isComplete``.
  public private(set) var hits: [Int32] = []
  /// Rows that matched earlier, shorter queries and have not been read again; they come before the rest of the order.
  private var pool: [Int32] = []
  private var poolPosition = 0
  private var orderPosition = 0
  private var sieve: Sieve

  /// Begins a search; nothing is read yet.
  public init(_ arena: SearchArena, order: Order, query: SearchQuery) {
    self.arena = arena
    self.order = order
    self.query = query
    sieve = Sieve(arena, query)
  }

  /// How many rows are still to be read before ``hits`` and its count are final.
  public var remaining: Int { pool.count - poolPosition + order.count - orderPosition }

  /// Whether ``hits`` and its count are final.
  public var isComplete: Bool { remaining == 0 }

  /// The first hits, searching no further than needed.
  ///
  /// - Parameters:
  ///   - limit: how many are wanted; there may be fewer.
  ///   - effort: how many rows may be read at most, at up to half a microsecond each. Where that was not enough, the hits are fewer than wanted and
  ///     the search is not complete; it goes on from there.
  public mutating func firstHits(_ limit: Int = 40, effort: Int = .max) -> ArraySlice<Int32> {
    search(rows: .max, until: limit, effort: effort)
    return hits.prefix(limit)
  }

  /// Searches the next rows. 20,000 of them take about a millisecond if they are read as they were added, some milliseconds in another order.
  public mutating func advance(rows: Int) {
    search(rows: rows, until: .max)
  }

  /// Searches all that is left.
  public mutating func finish() {
    search(rows: .max, until: .max)
  }

  /// Goes on with another query. If it only adds to the present one, the hits so far are the rows to read first, and rows that were refused
  /// are not read again; else the search begins anew.
  public mutating func refine(_ query: SearchQuery) {
    guard query != self.query else { return }
    guard query.refines(self.query) else {
      self = SearchSession(arena, order: order, query: query)
      return
    }
    self.query = query
    sieve = Sieve(arena, query)
    if orderPosition > 0 {
      if poolPosition < pool.count { hits += pool[poolPosition...] }
      (pool, poolPosition, hits) = (hits, 0, [])
    }
  }

  private mutating func search(rows: Int, until limit: Int, effort: Int = .max) {
    var budget = Budget(rows: rows, effort: effort)
    let fromPool = SearchSession.search(pool, from: poolPosition, &budget, until: limit, arena, query, &sieve, &hits)
    poolPosition = fromPool
    guard poolPosition == pool.count else { return }
    orderPosition = SearchSession.search(order.rows, from: orderPosition, &budget, until: limit, arena, query, &sieve, &hits)
  }

  private struct Budget {
    /// How many rows may still be looked at.
    var rows: Int
    /// How many of them may be read.
    var effort: Int
  }

  /// Reads rows of a list until it, the budget or the limit is exhausted.
  ///
  /// - Returns: where it stopped.
  private static func search(
    _ rows: [Int32], from start: Int, _ budget: inout Budget, until limit: Int, _ arena: SearchArena, _ query: SearchQuery,
    _ sieve: inout Sieve, _ hits: inout [Int32]
  ) -> Int {
    let end = min(rows.count, budget.rows < rows.count - start ? start + budget.rows : rows.count)
    guard start < end, hits.count < limit else { return start }
    var place = start
    if query.isEmpty {
      place = min(end, limit - hits.count < end - start ? start + limit - hits.count : end)
      hits += rows[start..<place]
    } else {
      var effort = budget.effort
      RowReader.open(arena, query) { reader in
        rows.withUnsafeBufferPointer { rows in
          while place < end, hits.count < limit, effort > 0 {
            place = sieve.next(rows, from: place, to: end, arena.signatures)
            guard place < end else { break }
            effort -= 1
            if reader.matches(Int(rows[place])) { hits.append(rows[place]) }
            place += 1
          }
        }
      }
      budget.effort = effort
    }
    budget.rows -= place - start
    return place
  }
}
