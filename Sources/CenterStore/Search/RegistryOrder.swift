import Regulation
import Search
import Synchronization

/// How the registry is sorted.
public struct RegistrySort: Sendable, Hashable {
  /// What it is sorted by.
  public enum Key: String, Sendable, Hashable, CaseIterable {
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

/// Which centers the registry shows; what is `nil` lets everything through.
public struct RegistryFilter: Sendable, Hashable {
  /// What a last public result comes to.
  public enum Outcome: Sendable, Hashable {
    /// It has a grade.
    case graded(Grade)
    /// There is none.
    case unevaluated
  }

  /// The field of technology; an empty text: those without one.
  public var field: String?
  /// The competent department, which stands for the county (article 5).
  public var department: String?
  /// How the center stands.
  public var status: CenterStatus?
  /// What the last public result came to.
  public var outcome: Outcome?

  /// Makes a filter.
  public init(field: String? = nil, department: String? = nil, status: CenterStatus? = nil, outcome: Outcome? = nil) {
    self.field = field
    self.department = department
    self.status = status
    self.outcome = outcome
  }

  /// Whether everything is let through.
  public var isEmpty: Bool { self == RegistryFilter() }
}

extension RegistryIndex {
  /// The rows that a filter lets through, sorted. Each order is worked out once, so it is dear the first time (for 100,000 centers up to some
  /// 20 ms): behind the screen, please.
  public func order(_ sort: RegistrySort = RegistrySort(), _ filter: RegistryFilter = RegistryFilter()) -> Order {
    let all = shelf.order(sort) { sorted(sort) }
    guard !filter.isEmpty else { return all }
    // A word that no row has lets nothing through.
    let field = filter.field.map { fields.terms.firstIndex(of: $0) ?? -1 }
    let department = filter.department.map { departments.terms.firstIndex(of: $0) ?? -1 }
    return all.filter { row in
      let row = Int(row)
      if let field, Int(fields.numbers[row]) != field { return false }
      if let department, Int(departments.numbers[row]) != department { return false }
      if let status = filter.status, statuses[row] != status { return false }
      if let outcome = filter.outcome, self.outcome(of: row) != outcome { return false }
      return true
    }
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
