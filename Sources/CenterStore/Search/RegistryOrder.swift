import Regulation
import Search
import Synchronization

/// How the registry is sorted.
public struct RegistrySort: Sendable, Hashable, Codable {
  /// What it is sorted by.
  public enum Key: String, Sendable, Hashable, CaseIterable, Codable {
    /// Code, name by pinyin, field, competent department, day of certification, last public score.
    case code, name, field, department, certified, score
  }

  /// What it is sorted by; equal ones stand in the order of their codes, equal names as the store keeps them.
  public var key: Key
  /// Whether the last ones come first. Centers without a value stay at the end.
  public var isDescending: Bool

  /// Makes an order.
  public init(_ key: Key = .code, descending: Bool = false) {
    self.key = key
    isDescending = descending
  }
}

extension RegistryIndex {
  /// The rows that a filter lets through, sorted. Each order is worked out once, so it is dear the first time (for 100,000 centers up to some
  /// 20 ms): behind the screen, please.
  ///
  /// - Parameter duties: how the rows stand to their duties; without it a condition on a duty lets nothing through.
  public func order(
    _ sort: RegistrySort = RegistrySort(), _ filter: RegistryFilter = RegistryFilter(), duties: DutyColumn? = nil
  ) -> Order {
    let all = shelf.order(sort) { sorted(sort) }
    guard !filter.isEmpty else { return all }
    let test = RegistryTest(filter, self, duties)
    return all.filter { test.failed(Int($0)).isEmpty }
  }

  private func sorted(_ sort: RegistrySort) -> Order {
    switch sort.key {
    case .code: sort.isDescending ? codeOrder.reversed : codeOrder
    case .name:
      // Names of one sound still differ; the very same name stands as the store keeps it.
      codeOrder.sorted(by: arena.orderedByName().ranks(of: count).map(Int64.init), descending: sort.isDescending)
    case .field: sorted(fields, sort.isDescending)
    case .department: sorted(departments, sort.isDescending)
    case .certified: codeOrder.sorted(by: certified.map(Int64.init), descending: sort.isDescending)
    case .score:
      codeOrder.sorted(
        by: scores.map { $0 < 0 ? (sort.isDescending ? -1 : .max) : Int64($0) }, descending: sort.isDescending)
    }
  }

  private func sorted(_ column: TermColumn, _ isDescending: Bool) -> Order {
    let blank = column.terms.last == "" ? column.terms.count - 1 : -1
    return codeOrder.sorted(
      by: column.numbers.map { Int($0) == blank ? (isDescending ? -1 : .max) : Int64($0) }, descending: isDescending)
  }
}

/// Orders that were worked out once, shared by all copies of an index.
final class OrderShelf: Sendable {
  private let orders = Mutex<[RegistrySort: Order]>([:])

  func order(_ sort: RegistrySort, _ make: () -> Order) -> Order {
    if let known = orders.withLock({ $0[sort] }) { return known }
    // Made outside of the lock: twice now and then, but nobody waits for somebody else's order.
    let order = make()
    orders.withLock { $0[sort] = order }
    return order
  }
}
