import Regulation
import Search

/// What the registry's search, sorting and filters need of every center, in memory: some ten megabytes for 100,000 centers.
///
/// It is made behind the first frame. From then on a window of the registry is a slice of row numbers, and only the lines that are seen are
/// fetched from the store. A value: others' changes make another one.
///
/// ```swift
/// let index = try store.registryIndex(by: who)
/// let order = index.order(RegistrySort(.name), RegistryFilter(status: .active))
/// let ids = order.rows.prefix(40).map { index.arena.ids[Int($0)] }
/// ```
public struct RegistryIndex: Sendable {
  /// The searchable texts: name, code, host and former names.
  public let arena: SearchArena
  /// The fields of technology, by row.
  public let fields: TermColumn
  /// The counties in which the hosts lie, by row.
  public let counties: TermColumn
  /// The competent departments, by row.
  public let departments: TermColumn
  let codeOrder: Order
  let statuses: [CenterStatus]
  /// Days since 1970-01-01.
  let certified: [Int32]
  /// Hundredths of the last public score; -1 where there is none.
  let scores: [Int32]
  /// The years of certification.
  let certifiedYears: [UInt16]
  /// The years of the last public results; 0 where there is none.
  let resultYears: [UInt16]
  let shelf = OrderShelf()

  /// How many centers there are.
  public var count: Int { arena.count }

  /// The index of no centers.
  public static let empty = Builder(rows: 0).finish()

  /// The row of a center; `nil` where it is not in the index.
  public func row(of id: Int64) -> Int32? {
    // The store hands out rows in the order of their numbers.
    var low = 0
    var high = arena.ids.count
    while low < high {
      let middle = (low + high) / 2
      if arena.ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < arena.ids.count && arena.ids[low] == id ? Int32(low) : nil
  }

  /// What the last public result of a row came to.
  func outcome(of row: Int) -> RegistryFilter.Outcome {
    scores[row] < 0 ? .unevaluated : .graded(Grade(published: Points(Int(scores[row]))))
  }

  /// Takes centers one after the other, by ascending number, and makes an index of them.
  public struct Builder {
    private var arena: SearchArena.Builder
    private var fields = TermColumn.Builder()
    private var counties = TermColumn.Builder()
    private var departments = TermColumn.Builder()
    private var statuses: [CenterStatus] = []
    private var certified: [Int32] = []
    private var scores: [Int32] = []
    private var certifiedYears: [UInt16] = []
    private var resultYears: [UInt16] = []
    private var ids: [Int64] = []

    /// Begins an index for about so many centers.
    public init(rows: Int) { arena = SearchArena.Builder(rows: rows) }

    /// Adds a center.
    ///
    /// - Parameters:
    ///   - others: former names, by which it is found as well.
    ///   - county: the county in which the host lies; empty where that is not known.
    ///   - score: the last public score, where there is one.
    ///   - scoredIn: the year of that result.
    public mutating func add(
      id: Int64, code: String, name: String, host: String, others: [String] = [], field: String, county: String, department: String,
      certifiedOn: Day, status: CenterStatus, score: Points?, scoredIn: Int? = nil
    ) {
      arena.add(id: id, name: name, code: code, others: [host] + others)
      ids.append(id)
      fields.add(field)
      counties.add(county)
      departments.add(department)
      statuses.append(status)
      certified.append(Int32(certifiedOn.number))
      scores.append(score.map { Int32($0.hundredths) } ?? -1)
      certifiedYears.append(UInt16(clamping: certifiedOn.year))
      resultYears.append(UInt16(clamping: scoredIn ?? 0))
    }

    /// The index.
    ///
    /// - Parameter byCode: the numbers of all centers in the order of their codes; `nil` where they were added so.
    public consuming func finish(byCode: [Int64]? = nil) -> RegistryIndex {
      let rows = Dictionary(uniqueKeysWithValues: byCode == nil ? [] : ids.enumerated().map { ($1, Int32($0)) })
      let order = byCode.map { Order(rows: $0.compactMap { rows[$0] }) } ?? .natural(ids.count)
      return RegistryIndex(
        arena: arena.finish(), fields: fields.finish(), counties: counties.finish(), departments: departments.finish(), codeOrder: order,
        statuses: statuses, certified: certified, scores: scores, certifiedYears: certifiedYears, resultYears: resultYears)
    }
  }
}

/// One word a row out of few different ones.
public struct TermColumn: Sendable {
  /// The different words, sorted by pinyin; an empty one stands last.
  public let terms: [String]
  /// How many rows have each of them.
  public let counts: [Int]
  /// The place of each row's word in `terms`.
  let numbers: [UInt32]

  struct Builder {
    private var places: [String: UInt32] = [:]
    private var numbers: [UInt32] = []

    mutating func add(_ term: String) {
      let next = UInt32(places.count)
      numbers.append(places[term, default: next])
      if numbers.last == next { places[term] = next }
    }

    consuming func finish() -> TermColumn {
      let sorted = places.inPinyinOrder(of: \.key)
      var rank = [UInt32](repeating: 0, count: sorted.count)
      for (new, entry) in sorted.enumerated() { rank[Int(entry.value)] = UInt32(new) }
      var counts = [Int](repeating: 0, count: sorted.count)
      let numbers = numbers.map { rank[Int($0)] }
      for number in numbers { counts[Int(number)] += 1 }
      return TermColumn(terms: sorted.map(\.key), counts: counts, numbers: numbers)
    }
  }
}
