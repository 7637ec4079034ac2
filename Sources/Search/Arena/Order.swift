/// Rows of an arena in the order in which a list shows them, all of them or those that a filter left.
///
/// Orders are made once, behind the first frame, and kept: a window of a list is then a slice of one of them.
public struct Order: Sendable, Hashable {
  /// The numbers of the rows.
  public let rows: [Int32]

  /// How many rows there are.
  public var count: Int { rows.count }

  /// An order of one's own making.
  public init(rows: [Int32]) { self.rows = rows }

  /// All rows as they were added.
  public static func natural(_ count: Int) -> Order { Order(rows: Array(0..<Int32(count))) }

  /// The same rows from the last to the first.
  public var reversed: Order { Order(rows: rows.reversed()) }

  /// The rows that a filter keeps, still in order.
  public func filter(_ isKept: (Int32) throws -> Bool) rethrows -> Order { Order(rows: try rows.filter(isKept)) }

  /// The same rows, sorted by a key of each; rows of equal keys stay as they stand here, so sorting by a second column first and by the
  /// first column then sorts by both.
  ///
  /// - Parameters:
  ///   - keys: the key of every row of the arena, by row number.
  ///   - descending: whether the greatest key comes first; equal keys stay as they stand here all the same.
  public func sorted(by keys: [Int64], descending: Bool = false) -> Order {
    let flip: UInt64 = descending ? .max : 0
    // With the sign turned, signed keys compare as unsigned ones.
    return Order(rows: RadixSort.sorted(rows.map { KeyedRow(key: UInt64(bitPattern: keys[Int($0)] ^ .min) ^ flip, row: $0) }))
  }

  /// Where each row of the arena stands in this order, counted from 0; -1 for a row that is not in it.
  ///
  /// - Parameter count: how many rows the arena has.
  public func ranks(of count: Int) -> [Int32] {
    var ranks = [Int32](repeating: -1, count: count)
    for (rank, row) in rows.enumerated() { ranks[Int(row)] = Int32(rank) }
    return ranks
  }
}
